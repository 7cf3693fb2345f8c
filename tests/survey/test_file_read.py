"""Promises about one file read: what concerns a form's own formulas is nobody's business."""

from __future__ import annotations

from ictscore.findings import finding
from ictscore.places import Place
from ictscore.survey.drafts import Draft, Origin
from ictscore.survey.file_read import _of_answers
from ictscore.survey.stamp_read import Stamp
from ictscore.survey.submission import Answer


def at(cell: str) -> Place:
    """Return a place on a form."""
    return Place("a.xls", sheet="Phiếu", cell=cell)


def test_only_formulas_in_answers_are_told():
    """Points and what is still missing are formulas of ours: no answer hangs on them. An answer by a formula, and all else, is told."""
    draft = Draft(Origin("form", at(""), Stamp()), answers={"self": {"x": Answer("1", at("E9"))}})
    found = [finding(code, at(cell)) for code, cell in (("IO250", "E9"), ("IO250", "I9"), ("IO251", "I10"), ("IO301", "I9"))]
    assert [(each.code, each.place.cell) for each in _of_answers(found, [draft])] == [("IO250", "E9"), ("IO301", "I9")]
