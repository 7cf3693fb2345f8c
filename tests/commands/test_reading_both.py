"""Promises about one survey read under two rulebooks."""

from __future__ import annotations

from round import write_answers

from ictscore.commands.reading_both import read_both
from ictscore.survey.blank.form import write_form
from ictscore.survey.submission import Submission


def test_a_form_made_for_another_unit_is_compared_for_nobody(small_round):
    """Made for Sở Y tế, it names Sở Tài chính: its figures stand on neither side, and the unit it names is missing, once."""
    small_round.fill("a", "Sở Nội vụ", nguoi=40, may=38, mang=True)
    path = small_round.folder / "b.xlsx"
    path.write_bytes(write_form(small_round.loaded, Submission("Sở Tài chính", "so", {}), made_for="Sở Y tế"))
    write_answers(path, nguoi=10, may=10, mang="Có")
    readings, found = read_both(small_round.loaded, small_round.loaded, [small_round.folder])
    for side in (readings.old, readings.new):
        assert [each.unit for each in side.submissions] == ["Sở Nội vụ"]
    assert [each.values["unit"] for each in found if each.code == "UN104"].count("Sở Tài chính") == 1
