"""Promises about questions that a form answers twice."""

from __future__ import annotations

import pytest

from ictscore.places import Place
from ictscore.survey.beside.answered_twice import Twice, tell_twice
from ictscore.survey.noting import Notes

FIRST, SECOND = (Place("a.xlsx", sheet=sheet, cell="D9") for sheet in ("Biểu 1", "Biểu 2"))


@pytest.mark.parametrize(("count", "codes"), [(0, []), (1, ["SV406"]), (5, ["SV406"] * 5), (6, ["SV594"]), (53, ["SV594"])])
def test_a_second_table_is_told_in_one_sentence(count, codes):
    """A few questions are told one by one, with both places; more are a second table, told once and with their number."""
    notes = Notes()
    tell_twice([Twice(f"q{each}", SECOND, FIRST) for each in range(count)], notes)
    found = notes.findings()
    assert [each.code for each in found] == codes
    if codes == ["SV594"]:
        assert (found[0].place, found[0].related) == (SECOND, ())
        assert (
            f"answers {count} questions again: from Biểu 1!D9 on for the first time, from Biểu 2!D9 on for the second" in found[0].message
        )
