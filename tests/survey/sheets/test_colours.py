"""Promises about texts in the colour of their cells."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.colours import Colours, alike, colour_of

FONT, FILL = ("styleSheet", "fonts", "font", "color"), ("styleSheet", "fills", "fill")


def colours(font, *fill):
    """Return the colours of one font, and of a plain cell and one with these elements inside its fill."""
    made = Colours()
    made.start(FONT, font, 0)
    made.start(FILL, {}, 0)
    made.start((*FILL, "patternFill"), {"patternType": "none"}, 0)
    made.start(FILL, {}, 0)
    for name, attributes in fill:
        made.start((*FILL, *name), attributes, 0)
    return made


@pytest.mark.parametrize("font", [{"rgb": "FFFFFFFF"}, {"theme": "0"}, {"indexed": "9"}])
def test_white_fonts_are_not_seen_on_white(font):
    """White is said in three ways; a cell without a colour is white."""
    assert colours(font).hide(0, 0)


@pytest.mark.parametrize(
    "font", [{"rgb": "FF000000"}, {"theme": "1"}, {"theme": "0", "tint": "-0.5"}, {"theme": "4"}, {"indexed": "10"}, {"indexed": "x"}, {}]
)
def test_other_fonts_are_seen(font):
    """Black, grey and the font's own colour are seen."""
    assert not colours(font).hide(0, 0)


def test_white_is_seen_on_colours():
    """A coloured cell shows white letters; one coloured white does not."""
    solid = (("patternFill",), {"patternType": "solid"})
    white = {"rgb": "FFFFFFFF"}
    assert not colours(white, solid).hide(0, 1)
    assert not colours(white, solid, (("patternFill", "fgColor"), {"rgb": "FF1F4E78"})).hide(0, 1)
    assert not colours(white, (("gradientFill",), {})).hide(0, 1)
    assert colours(white, solid, (("patternFill", "fgColor"), white)).hide(0, 1)


def test_a_font_in_the_colour_of_its_cell_is_not_seen():
    """Red on red, a colour of the theme on itself, and black on black; a pattern of lines shows every font."""
    solid = (("patternFill",), {"patternType": "solid"})
    ground = ("patternFill", "fgColor")
    assert colours({"rgb": "FFFF0000"}, solid, (ground, {"indexed": "10"})).hide(0, 1)
    assert colours({"theme": "4", "tint": "0.4"}, solid, (ground, {"theme": "4", "tint": "0.4"})).hide(0, 1)
    assert not colours({"theme": "4", "tint": "0.4"}, solid, (ground, {"theme": "4"})).hide(0, 1)
    assert colours({"theme": "1"}, solid, (ground, {"rgb": "FF000000"})).hide(0, 1)
    assert not colours({"rgb": "FFFFFFFF"}, (("patternFill",), {"patternType": "gray125"}), (ground, {"rgb": "FFFFFFFF"})).hide(0, 1)


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ({"rgb": "ff1f4e78"}, "1F4E78"),
        ({"theme": "0", "tint": "-0.5"}, "808080"),
        ({"theme": "1", "tint": "0.5"}, "808080"),
        ({"theme": "0", "tint": "what"}, "FFFFFF"),
        ({"indexed": "9"}, "FFFFFF"),
        ({"indexed": "65"}, "FFFFFF"),
        ({"indexed": "64"}, "000000"),
        ({"indexed": "40"}, "indexed 40"),
        ({"auto": "1"}, "000000"),
    ],
)
def test_colours_are_said_in_many_ways(said, colour):
    """Each is six digits where every workbook means the same by it, else a name that is like itself alone."""
    assert colour_of(said) == colour


def test_colours_that_nobody_tells_apart_are_alike():
    """Nearly white is white to whoever looks at it; a light grey is seen."""
    assert alike("FFFFFF", "F2F2F2")
    assert not alike("FFFFFF", "D9D9D9")
    assert not alike("indexed 40", "FFFFFF")
