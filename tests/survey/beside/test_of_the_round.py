"""Promises about what a text says of the time of its data, held against the round of one workbook."""

from __future__ import annotations

import pytest

from ictscore.places import Place
from ictscore.rulebook.load import load_rulebook
from ictscore.survey.beside.of_the_round import OfTheRound, told
from ictscore.survey.noting import Notes
from ictscore.survey.stamp_read import Stamp

PLACE = Place("phieu.xlsx", sheet="Phiếu", cell="A1")


def found(loaded, hold):
    """Return the codes of what ``hold`` reports of a round of 2020."""
    notes = Notes()
    hold(OfTheRound(loaded.rulebook, notes, Stamp()))
    return [each.code for each in notes.findings()]


@pytest.mark.parametrize(("years", "codes"), [((2020,), []), ((2019,), ["SV441"]), ((2019, 2020), []), ((), [])])
def test_years_without_that_of_the_round_are_reported(loaded, years, codes):
    """A text may name the round's year beside others; one that names others only is of another year."""
    assert found(loaded, lambda each: each.hold_year(frozenset(years), "Số liệu", PLACE)) == codes


@pytest.mark.parametrize(("years", "codes"), [((2020,), []), ((2021,), []), ((2018,), ["SV534"])])
def test_a_form_is_signed_in_its_year_or_the_one_after(loaded, years, codes):
    """A signature of 2021 belongs to the round of 2020, one of 2018 does not."""
    assert found(loaded, lambda each: each.hold_other_round(frozenset(years), "ngày 05 tháng 01", PLACE)) == codes


def test_the_name_of_a_file_is_told_once(loaded):
    """However many sheets a draft has, its file is a draft once."""

    def hold(each):
        each.hold_file("phieu-du-thao.xlsx")
        each.hold_file("phieu-du-thao.xlsx")

    assert found(loaded, hold) == ["SV533"]


def test_years_are_named_in_order():
    """Whatever the set's own order, a message lists the earliest first."""
    assert told(frozenset({2020, 2018, 2019})) == "2018, 2019, 2020"


@pytest.mark.parametrize("order", [(2018, 2017), (2017, 2018)])
def test_of_two_years_of_one_round_the_one_that_the_stamp_does_not_name_is_told(order):
    """The data are from December to November: the table was made for 2018, and whoever wrote 2017 is asked, wherever that stands."""
    notes = Notes()
    held = OfTheRound(load_rulebook("quangbinh-2018").rulebook, notes, Stamp(rulebook="quangbinh-2018", period="2018"))
    for year in order:
        held.hold_year(frozenset({year}), f"Năm {year}", Place("bang.xlsx", sheet="Bảng", cell=f"A{year}"))
    (each,) = notes.findings()
    assert (each.code, each.place.cell, each.values["read"], each.values["other"]) == ("SV442", "A2017", "Năm 2017", 2018)
