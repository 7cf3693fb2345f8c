"""Promises about units that are said not to have come: once a file of theirs came, they are to be mended."""

from __future__ import annotations

from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.checked.missing_units import named_missing, names_of, without_those_that_came
from ictscore.reports.checked.standing import UnitStanding


def missing(unit, group="xa"):
    """Return the finding that says that a unit did not come."""
    return finding("UN104", Place(), unit=unit, group=group)


def test_only_a_missing_unit_is_named():
    """Other findings name none, whatever unit they speak of."""
    assert named_missing(missing("UBND xã Tân Lập")) == ("ubnd xã tân lập", "xa")
    assert named_missing(finding("UN103", Place("a.xlsx"), unit="UBND xã Tân Lập", group="xa", nearest="", known=())) is None


def test_units_called_alike_are_told_apart_by_what_they_belong_to():
    """Where several are called the same, the finding says the parent behind the name, or the group."""
    unit = UnitStanding("UBND xã Tân Lập", "xa", "missing", "UBND huyện A")
    assert named_missing(missing("UBND xã Tân Lập – UBND huyện A")) in names_of(unit)
    assert named_missing(missing("UBND xã Tân Lập – UBND huyện B")) not in names_of(unit)
    assert named_missing(missing("UBND xã Tân Lập – xa")) in names_of(UnitStanding("UBND xã Tân Lập", "xa", "missing"))


def test_of_a_unit_that_sent_what_nobody_can_read_nothing_is_missing():
    """It is to be mended; one of the same name in another group, or that did not come, stays missing. Everything else stays."""
    units = (
        UnitStanding("UBND xã A", "xa", "needs_mending", files=("a.xlsx",)),
        UnitStanding("UBND xã B", "xa", "missing"),
        UnitStanding("UBND xã A", "huyen", "missing"),
    )
    other = finding("IO101", Place("a.xlsx"))
    found = (missing("UBND xã A"), missing("UBND xã B"), missing("UBND xã A", "huyen"), other)
    assert without_those_that_came(found, iter(units)) == (found[1], found[2], other)
