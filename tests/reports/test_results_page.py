"""The page of a result: what stands on it, in which language, and that nothing is loaded from anywhere."""

from ictscore.expr.values import unreadable
from ictscore.reports.outcome import score_survey
from ictscore.reports.results_page import results_html

RULES = """
title: Bộ tiêu chí <thử>
groups: [{id: g, name: Các sở}]
answers: {x: {label: Số, type: count}}
criteria: [{id: c, max_points: 10, formula: {kind: count, of: x, each: 1}}]
"""


def page(rules, make_survey, units, *, provisional=False):
    """Return the page of a small survey."""
    return results_html(score_survey(rules(RULES), make_survey(units), command="ictscore score nhan", provisional=provisional).told)


def test_the_ranking_stands_on_the_page_in_the_rulebooks_language(rules, make_survey):
    """Best first, with totals as published, though the messages are English."""
    text = page(rules, make_survey, {"Sở A": {"x": 3}, "Sở B": {"x": 8}})
    assert text.index("Sở B") < text.index("Sở A")
    assert "Hạng" in text
    assert '<td class="number">8</td>' in text
    assert "Bộ tiêu chí &lt;thử&gt;" in text


def test_nothing_comes_from_outside(rules, make_survey):
    """No address, no script: the page is whole by itself."""
    text = page(rules, make_survey, {"Sở A": {"x": 3}})
    assert "http" not in text
    assert "<script" not in text


def test_a_provisional_page_says_so(rules, make_survey):
    """On every page that is printed of it (what is fixed is repeated), in its warning, and beside every group; a sound one says nothing."""
    text = page(rules, make_survey, {"Sở A": {"x": unreadable("?")}}, provisional=True)
    assert '<div class="mark">TẠM TÍNH</div>' in text
    assert ".mark { position: fixed;" in text
    assert "<h2>Các sở – TẠM TÍNH</h2>" in text
    assert "TẠM TÍNH" not in page(rules, make_survey, {"Sở A": {"x": 3}}, provisional=True)
