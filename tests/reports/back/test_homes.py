"""Promises about which cells of a form an error concerns."""

from __future__ import annotations

import pytest

from ictscore.expr.values import unreadable
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.back.homes import Homes
from ictscore.reports.back.kept_back import Spot
from ictscore.survey.submission import Answer, Submission

FILE = "nhan/a.xlsx"


def at(cell: str, file: str = FILE) -> Place:
    """Return a place on the form."""
    return Place(file, sheet="Phiếu", cell=cell)


@pytest.fixture
def homes(small_round):
    """Return the homes of an entry with answers of two stages and points."""
    answers = {
        "self": {"nguoi": Answer(unreadable("nguoi"), at("E9")), "may": Answer("x", at("E10"))},
        "appraised": {"may": Answer("y", at("H10"))},
    }
    points = {"council": {"may_tinh": Answer(unreadable("may_tinh"), at("I20"))}}
    return Homes(small_round.loaded.rulebook, Submission("Sở Nội vụ", "so", answers, points, place=at("E5")))


@pytest.mark.parametrize(
    ("place", "spots"),
    [
        ("E9", (Spot("self", "nguoi"),)),
        ("H10", (Spot("appraised", "may"),)),
        ("D10", (Spot("self", "may"),)),
        ("E9:E10", (Spot("self", "nguoi"), Spot("self", "may"))),
        ("I20", (Spot("council", "points:may_tinh"),)),
        ("A1", ()),
    ],
)
def test_an_error_concerns_the_cells_it_stands_at(homes, place, spots):
    """Its own cell at its own stage; what stands elsewhere in the row is about the unit's own answer; ranges are about all in them."""
    assert homes.spots(finding("SV409", at(place), read=place)) == spots


def test_an_error_that_names_its_question_concerns_it(homes):
    """Wherever it stands."""
    assert homes.spots(finding("SV440", at("B1"), answer="may", label="", read="", measure="")) == (Spot("self", "may"),)


def test_cells_that_could_not_be_read_are_listed(homes):
    """Of answers and points, at every stage."""
    assert list(homes.unreadable()) == [Spot("self", "nguoi"), Spot("council", "points:may_tinh")]


def test_a_form_of_another_is_said_where_its_answers_are_not(homes):
    """Only in the unit's own file can it be asked whose figures these are."""
    mine, other = (finding("SV505", at("E5", file), stamped="Sở Y tế", unit="Sở Nội vụ") for file in (FILE, "nhan/b.xlsx"))
    assert (homes.of(mine), homes.of(other)) == (("#confirm",), ("#unit",))
    assert (homes.is_own(mine), homes.is_own(other)) == (True, False)
