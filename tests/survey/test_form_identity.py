"""What a form asks: its version changes with its questions and with nothing else, and an older form is told by what differs."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.survey.blank.form import write_form
from ictscore.survey.form_identity import QuestionMark, difference, identity_of, marks_in, marks_text
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Answer, Submission

RULES = """
language: vi
answers:
  a: {label: Số máy, type: count, measure: máy}
  b: {label: Mức, type: choice, choices: {x: Một, y: Hai}, ask: [g]}
  c: {label: Kinh phí, type: number, ask: [g]}
groups: [{id: g, max_points: 5}]
criteria:
  - {id: t, name: Trang bị, max_points: 5, formula: {kind: count, of: a, each: 1}}
"""


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("name: Trang bị", "name: Trang thiết bị", True),
        ("Số máy", "SỐ MÁY *", True),
        ("Số máy", "Số máy tính", False),
        ("measure: máy", "measure: chiếc", False),
        ("x: Một", "x: Mức một", False),
        ("type: number", "type: count", False),
        ("label: Kinh phí", "label: Kinh phí, required: false", False),
    ],
)
def test_the_version_follows_the_questions(rules, old, new, same):
    """Another wording of a question, type, measure, choice or duty is another form; other parts of the rulebook, and spelling, are not."""
    before, after = (identity_of(rules(text).rulebook, "g").version for text in (RULES, RULES.replace(old, new)))
    assert (before == after) is same


names = st.text(st.sampled_from("abcđộ_.1"), min_size=1, max_size=8)
marks = st.builds(QuestionMark, *[st.text(st.sampled_from("0123456789abcdef"), max_size=6)] * 4)


@given(st.dictionaries(names, marks, max_size=6))
def test_marks_are_read_as_they_were_written(questions):
    """The stamp's text gives the same marks back."""
    assert marks_in(marks_text(questions)) == questions


def test_what_is_no_mark_is_left_out():
    """A stamp somebody spoilt says less, and raises nothing."""
    assert marks_in("") == marks_in("x;=;a=b:c") == {}


def test_differences_are_told_by_question():
    """Same, changed (and in what), gone and new."""
    one, other = QuestionMark("count", "m", "", "l"), QuestionMark("number", "m", "", "k")
    found = difference({"a": one, "b": one, "c": one}, {"a": one, "b": other, "d": one})
    assert found == (("a",), {"b": ("type", "label")}, ("c",), ("d",))


def read(loaded, data, tmp_path):
    """Return what is found in a form under a rulebook."""
    (tmp_path / "f.xlsx").write_bytes(data)
    return read_survey([tmp_path / "f.xlsx"], loaded.rulebook, loaded.hash).findings


@pytest.fixture
def form(rules):
    """Return a filled form of the rulebook as it was."""
    values = {"a": Fraction(3), "b": "x", "c": Fraction(1)}
    return write_form(rules(RULES), Submission("Sở A", "g", {"self": {name: Answer(value) for name, value in values.items()}}))


def test_a_change_elsewhere_makes_no_form_old(rules, form, tmp_path):
    """A form whose questions are still the same is read without a word, whatever else was changed."""
    assert read(rules(RULES.replace("Trang bị", "Trang thiết bị")), form, tmp_path) == ()


def test_an_older_form_is_told_with_counts(rules, form, tmp_path):
    """How many questions match is said, and by which type or choices a question differs, which nobody would see."""
    newer = (
        RULES.replace("x: Một", "x: Mức một")
        .replace("type: number", "type: count")
        .replace("  c:", "  d: {label: Mới, type: text, ask: [g]}\n  c:")
    )
    found = {each.code: each for each in read(rules(newer), form, tmp_path) if each.code in {"SV510", "SV511", "SV502"}}
    values = found["SV510"].values
    assert [values[key] for key in ("same", "total", "changed", "gone", "new")] == [1, 4, 2, 0, 1]
    assert (found["SV511"].values["answer"], "SV502" in found) == ("c", False)
    assert "1/4 questions match" in found["SV510"].message
