"""Promises about the order in which findings of a check are told."""

from __future__ import annotations

from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.checked.told import in_order


def test_what_explains_all_others_of_a_file_comes_first():
    """A form of another rulebook is told before its rows; else findings stand by place."""
    other = finding("SV501", Place("b.xlsx", sheet="_ictscore"), read="binhthuan-2019", expected="binhthuan-2020", same="")
    row = finding("SV404", Place("b.xlsx", sheet="Phiếu", cell="C9"), read="x", nearest="")
    above = finding("SV404", Place("b.xlsx", sheet="Phiếu", cell="C8"), read="y", nearest="")
    first = finding("SV404", Place("a.xlsx", sheet="Phiếu", cell="C8"), read="z", nearest="")
    assert in_order([row, other, above, first]) == [first, other, above, row]
