"""Promises over all lists of spellings and of units: nothing is taken for another unit, and little is asked needlessly."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ictscore.rulebook.unit_list import UnitList
from ictscore.spelling import bare, fold
from ictscore.survey.matching.matcher import Matcher

LISTS = ("spellings", "held_out", "third", "fourth")
ASKED_AT_MOST = 0.03
LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"


@pytest.mark.parametrize("name", LISTS)
def test_no_spelling_is_taken_for_another_unit(held, name):
    """Of the spellings of each list none is wrong, and at most three in a hundred are asked."""
    wrong, asked, count = [], [], 0
    for each in held[name]:
        matcher = each.matcher
        for meant, spellings in each.means.items():
            count += len(spellings)
            found = [(spelt, matcher.match(spelt).unit) for spelt in spellings]
            asked += [spelt for spelt, unit in found if unit is None]
            wrong += [(spelt, meant, unit.name) for spelt, unit in found if unit is not None and unit.name != meant]
    assert wrong == []
    assert len(asked) <= ASKED_AT_MOST * count, asked


def test_the_lists_are_as_long_as_they_are_said_to_be(held):
    """There are 471, 177, 483 and 193 spellings that mean a unit; the third goes over more than a hundred units of six lists."""
    counts = {name: sum(len(several) for each in held[name] for several in each.means.values()) for name in LISTS}
    assert counts == {"spellings": 471, "held_out": 177, "third": 483, "fourth": 193}
    assert (len(held["third"]), sum(len(each.means) for each in held["third"])) == (6, 131)


@pytest.mark.parametrize("name", LISTS)
def test_what_is_ambiguous_is_asked(held, name):
    """A spelling that may mean several units, or another one of the same letters, is asked."""
    for each in held[name]:
        for spelt in each.ambiguous:
            found = each.matcher.match(spelt)
            assert found.kind == "asked" or spelt == "TP", spelt
            assert found.unit is None


@pytest.mark.parametrize("name", LISTS)
def test_strangers_are_nobody(held, name):
    """A name of somebody else, however like a listed one, is never taken for it."""
    for each in held[name]:
        matcher = each.matcher
        assert [spelt for spelt in each.strangers if matcher.match(spelt).unit is not None] == []


@pytest.mark.parametrize("names", [("spellings", "held_out"), ("third", "fourth")])
def test_who_is_not_in_the_list_is_nobody(held, names):
    """Where a unit is left out of its list, none of its names and spellings is taken for a neighbour."""
    for each in held[names[0]]:
        namesakes = Counter(unit.name for unit in each.units.units)
        for left_out in (unit for unit in each.units.units if namesakes[unit.name] == 1):
            rest = Matcher(UnitList("units.yaml", "", tuple(unit for unit in each.units.units if unit is not left_out)), each.province)
            several = [other.means.get(left_out.name, ()) for name in names for other in held[name] if other.name in (each.name, *LISTS)]
            spellings = (*left_out.names, *(spelt for means in several for spelt in means))
            assert [(spelt, unit.name) for spelt in spellings if (unit := rest.match(spelt).unit) is not None] == []


@pytest.fixture(scope="module")
def matchers(held):
    """Return every list of units with who matches against it."""
    return [(each, each.matcher) for each in (*held["spellings"], *held["third"])]


def edited(name: str, data) -> str:
    """Return a name with one letter lost, exchanged with its neighbour or replaced, one mark lost, or all of them."""
    at = data.draw(st.integers(0, len(name) - 1), "at")
    way = data.draw(st.sampled_from(("lost", "exchanged", "replaced", "mark", "bare")), "way")
    if way == "lost":
        return name[:at] + name[at + 1 :]
    if way == "exchanged":
        return name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]
    if way == "replaced":
        return name[:at] + data.draw(st.sampled_from(LETTERS), "letter") + name[at + 1 :]
    if way == "bare":
        return bare(fold(name))
    decomposed = unicodedata.normalize("NFD", name)
    marks = [index for index, each in enumerate(decomposed) if unicodedata.combining(each)] or [len(decomposed)]
    lost = data.draw(st.sampled_from(marks), "mark")
    return unicodedata.normalize("NFC", decomposed[:lost] + decomposed[lost + 1 :])


@settings(max_examples=300)
@given(st.data())
def test_one_slip_never_makes_another_unit(matchers, data):
    """A name with one slip of the hand is its unit, or asked, or nobody: another unit only where the slip writes that one's very name."""
    each, matcher = data.draw(st.sampled_from(matchers), "list")
    unit = data.draw(st.sampled_from(each.units.units), "unit")
    typed = edited(data.draw(st.sampled_from(unit.names), "name"), data)
    found = matcher.match(typed).unit
    assert found is None or found.name == unit.name or fold(typed) in {fold(name) for name in found.names}


@pytest.mark.parametrize("name", LISTS)
def test_marks_left_out_everywhere_change_no_unit(held, name):
    """A spelling without any mark is the same unit as with its marks, or asked."""
    for each in held[name]:
        matcher = each.matcher
        for meant, spellings in each.means.items():
            units = [matcher.match(bare(fold(spelt))).unit for spelt in spellings]
            assert {unit.name for unit in units if unit is not None} <= {meant}
