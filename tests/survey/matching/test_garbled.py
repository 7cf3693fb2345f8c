"""Promises about names whose letters were not decoded: they are asked with what they may be, and never taken."""

from __future__ import annotations

import pytest

from ictscore.survey.matching.garbled import decoded, letters_by_code, likely_meant
from ictscore.survey.matching.matcher import Matcher

LIST = "units: [{id: a, name: Sở Nội vụ, group: g}, {id: b, name: Sở Tư pháp, group: g}, {id: c, name: UBND huyện Hàm Tân, group: g}]"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Së Néi vô", "Sở Nội vụ"),  # TCVN3
        ("së t\u00ad ph¸p", "Sở Tư pháp"),
        ("Së T ph¸p", "Sở Tư pháp"),  # its soft hyphen is lost
        ("Sôû Noäi vuï", "Sở Nội vụ"),  # VNI
        ("SÔÛ NOÄI VUÏ", "Sở Nội vụ"),
        ("Sá»Ÿ Ná»™i vá»¥", "Sở Nội vụ"),  # UTF-8 read as Windows-1252
        ("Sở Nội vụ".encode().decode("latin-1"), "Sở Nội vụ"),
        ("UBND huyá»‡n HÃ m TÃ¢n", "UBND huyện Hàm Tân"),  # its no-break blank is a plain one
        ("UBND huyÖn Hµm T©n", "UBND huyện Hàm Tân"),
    ],
)
def test_letters_not_decoded_are_asked_with_the_unit_they_name(listed, typed, meant):
    """Whatever stood in the way of the letters, the unit they name is offered; another hint does not make it taken."""
    found = Matcher(listed(LIST)).match(typed, lambda _: True)
    assert (found.kind, found.step, [each.name for each in found.candidates]) == ("asked", "garbled", [meant])


def test_a_stranger_in_old_letters_is_asked_too(listed):
    """A name that no unit has is no new unit as long as it cannot be read; what it may say is known."""
    found = Matcher(listed(LIST)).match("Chi côc Thñy lîi")
    assert (found.kind, found.step, found.candidates) == ("asked", "garbled", ())
    assert likely_meant("Chi côc Thñy lîi") == ("Chi cục Thủy lợi",)


@pytest.mark.parametrize("text", ["Sở Nội vụ", "so noi vu", "Hàm Tân", "Chí Công", "Müller", "Café"])
def test_letters_that_are_meant_are_left_alone(text):
    """Vietnamese as it stands, plain letters and foreign names say nothing else."""
    assert likely_meant(text) == ()


def test_a_name_of_the_list_is_never_garbled(listed):
    """However odd a listed name is spelt, it is that unit."""
    assert Matcher(listed("units: [{id: a, name: Së Néi vô, group: g}]")).match("Së Néi vô").kind == "exact"


def test_letters_are_told_by_their_codes():
    """The first letters that are not plain are named with their code points."""
    assert letters_by_code("Së Së Néi") == ("ë (U+00EB)", "é (U+00E9)")
    assert decoded("Soy te") == ()
