"""Promises about the page of a unit: one telling, drawn as Markdown and as HTML, and harmless whatever stood in the survey."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from ictscore.commands.explain import PAGES
from ictscore.reports.explained.html import html
from ictscore.reports.explained.markdown import escaped, markdown
from ictscore.reports.explained.page import UnitPage, unit_page
from ictscore.reports.outcome import score_survey
from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.front import in_language
from ictscore.survey.reading import read_survey

SURVEY = Path(__file__).parents[3] / "samples" / "binhthuan-2020" / "survey.xlsx"
NASTY = 'x <script>alert(1)</script> & [a](http://b) | *c* \x1b[31m "d"'


@pytest.fixture(scope="module")
def page() -> UnitPage:
    """Return the page of the worst unit of Phụ lục I in the sample, in Vietnamese."""
    loaded = load_rulebook("binhthuan-2020")
    outcome = score_survey(loaded, read_survey([SURVEY], loaded.rulebook, loaded.hash), command="thử")
    unit = outcome.told.groups[0].units[-1]
    with in_language("vi"):
        return unit_page(outcome.told, unit, tuple(outcome.explainer.unit(unit.score)))


def block(page, number):
    """Return the block of a criterion by its number."""
    return next(each for each in page.blocks if each.title.startswith(f"{number} "))


def test_the_rule_is_said_with_the_questions(page):
    """Steps of meetings are said as a jurist would: 3 for 4, half for 2, otherwise nothing, with the question's own words."""
    assert block(page, "1.2").rule == (
        "3 nếu “Số cuộc họp chuyên đề công nghệ thông tin trong kỳ” ≥ 4",
        "1,5 nếu “Số cuộc họp chuyên đề công nghệ thông tin trong kỳ” ≥ 2",
        "còn lại: 0",
    )


def test_branches_not_taken_say_why(page):
    """Two meetings: the first step is refused with the numbers, the second taken."""
    label = "“Số cuộc họp chuyên đề công nghệ thông tin trong kỳ”"
    assert block(page, "1.2").remarks[:2] == (f"{label} ≥ 4: sai (2 ≥ 4 là sai)", f"{label} ≥ 2: đúng (2 ≥ 2)")


def test_an_answer_stands_with_its_cell(page):
    """A choice is told by its label, as it stands in the cell, at its cell."""
    (row,) = block(page, "1.1").answers
    assert (row.value, row.raw) == ("Cấp phó", "Cấp phó")
    assert row.place.endswith("survey.xlsx › Phụ lục I!D16")


def test_endless_decimals_stand_beside_the_fraction(page):
    """The arithmetic of a ratio ends in the exact fraction with its rounded decimal beside it."""
    last = block(page, "3.1").arithmetic[-1]
    assert "≈ 1,7308" in last
    assert "÷" in last


def test_lost_points_are_in_order_of_size(page):
    """The table of lost points goes from the most to the least."""
    lost = [float(each.lost.replace(",", ".")) for each in page.lost]
    assert lost == sorted(lost, reverse=True)
    assert page.lost[0].name == "Thực hiện kế hoạch"


@pytest.mark.parametrize("draw", PAGES.values())
def test_every_criterion_and_clause_is_drawn(page, draw):
    """No format leaves anything out: every title, rule, cell and source of the page stands in it."""
    with in_language("vi"):
        text = draw(page)
    plain = _text_of(text) if draw is html else text.replace("\\", "")
    for each in page.blocks:
        for wanted in (each.title, *each.rule, each.source, *(row.place for row in each.answers)):
            assert " ".join(wanted.split()) in plain


def test_html_loads_nothing_and_runs_nothing(page):
    """The page is whole by itself: no script, no link to anywhere, and it says its language."""
    with in_language("vi"):
        text = html(page)
    assert '<html lang="vi">' in text
    for sign in ("<script", "http", "src=", "url(", "@import"):
        assert sign not in text


@pytest.mark.parametrize("name", ["unit", "standing", "title"])
def test_what_stood_in_the_survey_cannot_speak_html(page, name):
    """Markup, links and control characters in a name are shown as they were written."""
    from dataclasses import replace

    changed = replace(page, title=NASTY, standing=NASTY, **({"unit": NASTY} if name == "unit" else {}))
    text = html(changed)
    assert "<script" not in text
    assert "\x1b" not in text
    assert "&lt;script&gt;" in text
    assert "\x1b" not in markdown(changed)


def test_markdown_signs_are_letters():
    """Signs that Markdown would take for its own stay what they are."""
    assert escaped("3. <b> [x] *y* | `z` #1") == r"3\. \<b\> \[x\] \*y\* \| \`z\` \#1"


class _Texts(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_data(self, data):
        self.found.append(data)


def _text_of(text):
    parser = _Texts()
    parser.feed(text)
    return " ".join(" ".join(parser.found).split())
