"""Promises about findings: codes with a message and advice, errors told from warnings and notes."""

from __future__ import annotations

import re
import string
from fractions import Fraction

import pytest

from ictscore import codes
from ictscore.codes import CODES
from ictscore.errors import FileRefused, RulebookRefused, SelfCheckFailed, Stop
from ictscore.findings import SEVERITIES, Finding, errors_among, finding
from ictscore.places import NOWHERE, Place
from ictscore.words import speak


def test_a_finding_words_its_message_with_its_values():
    """The values stand in the message."""
    found = finding("RB302", Place("f", 1, 1), group="pl_i", found=Fraction(99), declared=Fraction(100))
    assert found.message == "For group pl_i the sections add up to 99, but its maximum is 100."


def test_a_finding_has_advice():
    """Every finding says what to do about it."""
    assert finding("RB301", found="1", what="x", declared="2").advice == "Correct one of the two."


def test_a_finding_without_a_place_stands_nowhere():
    """The place may be left out."""
    assert finding("RB002").place == NOWHERE


def test_only_errors_are_errors():
    """Warnings and notes are not among the errors."""
    found = (finding("RB210", read="x"), finding("RB002"), finding("RB605", points=1, total=2))
    assert [each.code for each in errors_among(found)] == ["RB002"]


def test_a_raised_finding_is_an_error():
    """Under --strict a warning counts as an error."""
    assert Finding("RB210", values={"read": "x"}, raised=True).severity == "error"


def test_the_same_finding_speaks_the_language_of_the_moment():
    """Numbers in the message follow the language spoken when it is printed."""
    found = finding("SC104", unit="Sở", total=Fraction(169, 2))
    speak("vi")
    assert "84,5" in found.message


def test_no_code_stands_for_two_things():
    """A code of one family is none of another’s."""
    families = {name: each for name in dir(codes) if isinstance(each := getattr(codes, name), dict) and name.isupper() and name != "CODES"}
    assert sum(len(each) for each in families.values()) == len(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_a_severity_a_message_and_advice(code):
    """No code is without words, and all are of a known severity."""
    known = CODES[code]
    assert known.severity in SEVERITIES
    assert known.message
    assert known.advice


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_two_letters_and_three_digits(code):
    """Codes look alike, so that they can be searched for."""
    assert re.fullmatch(r"[A-Z]{2}[0-9]{3}", code)


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_message_has_well_formed_braces(code):
    """The places for values can be filled by name."""
    for text in (CODES[code].message, CODES[code].advice):
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        assert all(name.isidentifier() for name in names)


@pytest.mark.parametrize("kind", [RulebookRefused, FileRefused, SelfCheckFailed])
def test_whatever_stops_us_carries_its_findings(kind):
    """A stop says why."""
    found = finding("RB002")
    stop = kind(found)
    assert isinstance(stop, Stop)
    assert stop.findings == (found,)
