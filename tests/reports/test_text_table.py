"""Rankings on the terminal."""

from __future__ import annotations

import io

from ictscore.reports.console import console_for
from ictscore.reports.text_table import heading, print_rankings
from ictscore.rulebook.criteria import Section
from ictscore.words import speak

RULES = """
groups: [{id: g, name: Nhóm, excluded: [Z]}]
answers: {a: count, n: count}
sections:
  - id: s
    number: I
    name: Hạ tầng
    criteria:
      - {id: c, max_points: 10, formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}
rounding: {total: 2}
grades: {bands: [{name: Tốt, from: 5}, {name: Yếu}]}
bonus: {above_maximum: true, criteria: [{id: t, max_points: 1, formula: {kind: yes_no, of: b}}]}
deductions: {criteria: [{id: u, max_points: 1, formula: {kind: yes_no, of: d}}]}
awards: [{id: w, name: Bằng khen, positions: 1}]
"""
ANSWERS = "\nanswers: {a: count, n: count, b: yes_no, d: yes_no}"
UNITS = {
    "A": {"a": 1, "n": 3, "b": True, "d": False},
    "B": {"a": 1, "n": 2, "b": False, "d": True},
    "Z": {"a": 1, "n": 2, "b": False, "d": True},
}


def printed(outcome, units, rules=RULES):
    """Return the lines a ranking prints, blanks at the ends left out."""
    stream = io.StringIO()
    text = rules.replace("\nanswers: {a: count, n: count}", ANSWERS)
    print_rankings(console_for(stream), outcome(text, units).told)
    return [line.strip() for line in stream.getvalue().splitlines() if line.strip()]


def test_a_table_per_group(outcome):
    """A: 10/3 + 1 = 4.33; B: 5 − 1 = 4, with the decimals of the total. Who was left out is said below."""
    lines = printed(outcome, UNITS)
    assert lines[0] == "Nhóm"
    assert lines[1].split() == ["Rank", "Unit", "I", "Bonus", "Deducted", "Total", "Grade", "Award"]
    assert lines[3].split() == ["1", "A", "3.33", "1", "0", "4.33", "Yếu", "Bằng", "khen"]
    assert lines[4].split() == ["2", "B", "5.00", "0", "1", "4.00", "Yếu"]
    assert lines[5:] == ["I Hạ tầng", "Not assessed: Z"]


def test_vietnamese_numbers_have_a_decimal_comma(outcome):
    """The same numbers, as Vietnamese readers write them."""
    speak("vi")
    assert printed(outcome, {"B": UNITS["B"]})[3].split()[2:6] == ["5", "0", "1", "4,00"]


def test_names_cannot_draw(outcome):
    """Markup and control characters in a unit's name are printed as they are, harmless."""
    assert "[red]A\\u001b[0m" in " ".join(printed(outcome, {"[red]A\x1b[0m": UNITS["B"]}))


def test_units_with_another_maximum_show_it(outcome):
    """Where a criterion drops out for somebody, the maximum that applied stands beside the total."""
    dropped = "when_denominator_zero: not_applicable}, not_applicable: {when: n = 1, then: drop}"
    rules = RULES.replace("when_denominator_zero: error}", dropped)
    lines = printed(outcome, {"A": UNITS["A"], "C": {"a": 1, "n": 1, "b": False, "d": False}}, rules)
    assert "Maximum" in lines[1]


def test_a_section_without_a_number_is_headed_by_its_name():
    """A long name is cut in the heading."""
    section = Section.model_construct(id="s", number=None, name="Ứng dụng công nghệ thông tin")
    assert heading(section) == "Ứng dụng công nghệ thôn…"
    assert heading(Section.model_construct(id="s", number=None, name="Hạ tầng")) == "Hạ tầng"


TWO_SECTIONS = """
groups: [{id: g, name: Nhóm}]
answers: {a: count, n: count}
sections:
  - id: s
    number: I
    name: Hạ tầng
    criteria: [{id: c, max_points: 10, formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}]
  - id: t
    number: II
    name: Nhân lực
    criteria: [{id: k, max_points: 10, formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}]
rounding: {total: 2}
"""


def test_points_that_do_not_add_up_as_shown_are_owned_up_to(outcome):
    """1/6 × 10 twice is shown as 1.67 + 1.67 beside the total 3.33, and one sentence says that they miss it by up to 0.01."""
    stream = io.StringIO()
    print_rankings(console_for(stream), outcome(TWO_SECTIONS, {"A": {"a": 1, "n": 6}}).told)
    lines = [line.strip() for line in stream.getvalue().splitlines() if line.strip()]
    assert lines[3].split() == ["1", "A", "1.67", "1.67", "3.33"]
    assert lines[-1] == "Totals come from exact points; the points shown here add up to them within 0.01."
