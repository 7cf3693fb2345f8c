"""Promises about borders that run through a cell from corner to corner."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.borders import Borders

BORDER = ("styleSheet", "borders", "border")


@pytest.mark.parametrize(
    ("attributes", "line", "slashed"),
    [
        ({"diagonalUp": "1"}, "thin", {0}),
        ({"diagonalDown": "true"}, "double", {0}),
        ({}, "thin", set()),
        ({"diagonalUp": "1"}, "none", set()),
    ],
)
def test_a_line_through_the_cell_is_known(attributes, line, slashed):
    """It has a direction and a line; either alone draws nothing."""
    borders = Borders()
    borders.start(BORDER, attributes)
    borders.start((*BORDER, "left"), {"style": "thin"})
    borders.start((*BORDER, "diagonal"), {"style": line})
    assert borders.slashed == slashed
