"""Promises about what OpenDocument styles say of colours and sizes."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.ods.looks import AUTOMATIC, colour_of_text, ground_of, has_no_size
from ictscore.survey.sheets.ods.names import FO, STYLE


@pytest.mark.parametrize(
    ("size", "is_nothing"),
    [("0cm", True), ("0.07cm", True), ("0.71mm", False), ("2pt", True), ("2.1pt", False), ("0.03in", False), ("3px", False), ("x", False)],
)
@pytest.mark.parametrize("what", ["row-height", "column-width"])
def test_sizes_up_to_two_points_show_nothing(what, size, is_nothing):
    """Two points are 0.7 mm; what is no size says nothing."""
    assert has_no_size({f"{STYLE} {what}": size}) == is_nothing


def test_a_row_as_high_as_its_texts_is_seen():
    """Programs that show a sheet make such a row fit, whatever is written; where nothing is said, another style may say it."""
    assert has_no_size({f"{STYLE} row-height": "0cm", f"{STYLE} use-optimal-row-height": "true"}) is False
    assert has_no_size({}) is None


def test_colours_of_texts_and_cells():
    """A text may leave its colour to the program; a cell without one is white."""
    assert colour_of_text({f"{FO} color": "#Ff0000"}) == "FF0000"
    assert colour_of_text({f"{FO} color": "#ffffff", f"{STYLE} use-window-font-color": "true"}) == AUTOMATIC
    assert colour_of_text({}) is None
    assert [ground_of({f"{FO} background-color": each}) for each in ("transparent", "#ff0000")] == ["FFFFFF", "FF0000"]
    assert ground_of({}) is None
