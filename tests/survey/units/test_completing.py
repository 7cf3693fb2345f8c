"""Promises about questions that a table has no column for: a required one is an error, optional ones are named once."""

from __future__ import annotations

import pytest

MANY = 14
RULES = """
id: thu
rounds: {years: [2020]}
answers:
  x: {label: Số máy, type: count}
OPTIONAL
groups: [{id: a, name: Nhóm một, max_points: 5}, {id: b, name: Nhóm hai, max_points: 5}]
criteria: [{id: c, max_points: 5, formula: {kind: count, of: x, each: 1}}]
"""


@pytest.fixture(scope="module")
def many(rules):
    """Return a rulebook with fourteen optional questions for the first of two groups, one of them for the second as well."""
    lines = [f"  y{each}: {{label: Ý {each}, type: text, required: false, ask: [a{', b' if not each else ''}]}}" for each in range(MANY)]
    return rules(RULES.replace("OPTIONAL", "\n".join(lines)))


def left_out(survey):
    """Return where the note stands, of which group it is, what it names, and how many more there are."""
    found = [each for each in survey.findings if each.code == "SV448"]
    return [(each.place.cell, str(each.values["group"]), each.values["questions"], str(each.values["more"])) for each in found]


def test_optional_questions_without_a_column_are_named_once_a_table(read, many):
    """However many units a table has, one note at its header names what is not in it: the first twelve, and how many more."""
    survey = read([["unit", "x", "group"], ["Sở A", 5, "a"], ["Sở B", 5, "a"]], many)
    assert left_out(survey) == [("1:1", "Nhóm một", tuple(f"“Ý {each}”" for each in range(12)), " and 2 more")]
    [note] = [each for each in survey.findings if each.code == "SV448"]
    assert (note.severity, [each.code for each in survey.findings]) == ("note", ["SV448"])


def test_each_group_is_told_of_its_own_questions(read, many):
    """Groups are asked different things; what one is not asked is not missing from its table."""
    head = ["unit", "x", "group", *(f"y{each}" for each in range(1, MANY))]
    survey = read([head, ["Sở A", 5, "a"], ["Huyện B", 5, "b"]], many)
    assert left_out(survey) == [("1:1", "Nhóm một", ("“Ý 0”",), ""), ("1:1", "Nhóm hai", ("“Ý 0”",), "")]


def test_a_table_with_all_columns_is_read_without_a_word(read, many):
    """Blank columns are columns: an optional question may stay unanswered."""
    assert read([["unit", "x", "group", *(f"y{each}" for each in range(MANY))], ["Sở A", 5, "a"]], many).findings == ()


def test_forms_are_not_told_of_optional_questions(read, many):
    """A form typed again may leave out what does not concern the unit; a required question is still an error."""
    form = [["#id", "#label", "#self"], ["#unit", "Đơn vị", "Sở A"], ["#group", "Nhóm", "Nhóm một"], ["x", "Số máy", 5]]
    stamp = {"kind": "form", "rulebook": "thu"}
    assert left_out(read(form, many, stamp=stamp)) == []
    assert [each.code for each in read(form[:3], many, stamp=stamp).findings if each.severity == "error"] != []
