"""Promises about what is white on white."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.colours import Colours

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


@pytest.mark.parametrize("font", [{"rgb": "FF000000"}, {"theme": "1"}, {"theme": "0", "tint": "-0.5"}, {}])
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
