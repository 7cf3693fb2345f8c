"""What names no unit is told with the places where a name was looked for."""

from __future__ import annotations

import pytest

from ictscore.places import Place
from ictscore.survey.drafts import Draft, Origin, Said
from ictscore.survey.noting import Notes
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.units.nameless import tell_nameless


def told(kind, *, unit=None, above=(), with_list=True):
    """Return what is said of an entry: message and advice."""
    place = Place("a.xlsx", sheet="Phiếu")
    notes = Notes()
    lines = tuple(Said("x", Place("a.xlsx", sheet="Phiếu", cell=each)) for each in above)
    draft = Draft(Origin(kind, place, Stamp("", "", "", "", "", "", "", "", "", "", "", place)), unit=unit or Said(), above=lines)
    tell_nameless(draft, notes, with_list=with_list)
    (found,) = notes.findings()
    assert found.code == "UN101"
    return found.message, found.advice


def test_a_row_of_a_table_has_its_cell_for_the_name():
    """Nothing has to be said of other places."""
    assert told("table") == ("There is no unit’s name here.", "Write the name of the unit.")


def test_a_form_without_a_field_says_where_was_looked_and_how_to_write():
    """The words “Đơn vị” lead to a name."""
    message, advice = told("form")
    assert message == "There is no unit’s name here; it was looked for beside or behind “Đơn vị”, above the questions."
    assert advice == "Write the name of the unit there, as in “Đơn vị: Sở …”."


def test_a_form_with_an_empty_field_is_told_at_the_field():
    """The cell is named already."""
    assert told("form", unit=Said("", Place("a.xlsx", sheet="Phiếu", cell="B2")))[0] == "There is no unit’s name here."


@pytest.mark.parametrize(
    ("above", "said"), [(["A1", "A3", "A1"], "(A1, A3)"), ([f"A{row}" for row in range(1, 9)], "(A1, A2, A3, A4, A5, A6, …)")]
)
def test_lines_that_were_held_against_the_list_are_named_up_to_six(above, said):
    """Each cell once, and a sign that there are more."""
    assert f"none of the lines above the questions {said} is the name of a unit of the list" in told("form", above=above)[0]


def test_without_a_list_no_line_was_held_against_one():
    """Then only the field is told."""
    assert "none of the lines" not in told("form", above=["A1"], with_list=False)[0]
