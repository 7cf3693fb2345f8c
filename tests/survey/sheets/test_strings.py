"""Promises of ictscore.survey.sheets.strings."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.strings import StruckText, has_lone_surrogate, read_strings, unescape


def strings(entries):
    """Return the texts of a table of entries."""
    return read_strings(Part("f", "p", f"<sst xmlns='u'>{entries}</sst>".encode())).texts


def test_texts_keep_their_blanks_and_order():
    """Each entry is one text, just as it is stored."""
    assert strings("<si><t>b</t></si><si><t xml:space='preserve'> a </t></si><si><t/></si><si/>") == ["b", " a ", "", ""]


def test_runs_of_rich_text_are_joined():
    """Text in several fonts is one text."""
    assert strings("<si><r><rPr><b/></rPr><t>Sở </t></r><r><t>Y tế</t></r></si>") == ["Sở Y tế"]


def test_phonetic_hints_are_left_out():
    """How a text is pronounced is no part of it."""
    assert strings("<si><t>A</t><rPh sb='0' eb='1'><t>hint</t></rPh><phoneticPr fontId='1'/></si><si><t>B</t></si>") == ["A", "B"]


def test_pretty_printing_adds_nothing():
    """White space between elements is no text."""
    assert strings("\n <si>\n  <t>a</t>\n </si>\n") == ["a"]


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        ("a_x000D_\nb", "a\r\nb"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x1F60_", "\u1f60"),
        ("_xD83D__xDE00_", "😀"),
        ("_x00_", "_x00_"),
        ("x_", "x_"),
    ],
)
def test_escapes_are_undone(stored, meant):
    """Characters XML cannot hold are written as ``_xHHHH_``."""
    assert unescape(stored) == meant
    assert strings(f"<si><t>{stored}</t></si>") == [meant]


def test_half_a_character_is_noticed():
    """A surrogate without its other half stays, to be found."""
    assert has_lone_surrogate(unescape("_xD83D_"))
    assert not has_lone_surrogate("😀 ế")


def test_another_root_is_refused(refusal):
    """A part that is no table of texts is refused."""
    assert refusal(read_strings, Part("f", "p", b"<a/>")) == "IO208"


@pytest.mark.parametrize(
    ("runs", "struck"),
    [
        ("<r><rPr><strike/></rPr><t>9</t></r><r><t> 10</t></r>", True),
        ("<r><t>9</t></r><r><rPr><strike val='1'/></rPr><t> 10</t></r>", True),
        ("<r><rPr><strike val='0'/></rPr><t>9</t></r><r><t> 10</t></r>", False),
        ("<r><rPr><strike/></rPr><t> </t></r><r><t>9 10</t></r>", False),
        ("<t>9 10</t>", False),
    ],
)
def test_a_text_says_that_some_of_it_is_crossed_out(runs, struck):
    """A run that shows nothing crosses nothing out; the next text begins anew."""
    first, second = strings(f"<si>{runs}</si><si><r><rPr/><t>12</t></r></si>")
    assert (isinstance(first, StruckText), isinstance(second, StruckText)) == (struck, False)
    assert first.split() == ["9", "10"]
