"""Promises about typed names: how they are shown, and what is none."""

from __future__ import annotations

import pytest

from ictscore.survey.drafts import Said
from ictscore.survey.units.names_typed import clean_name, no_name


def test_a_name_is_shown_composed_and_with_single_blanks():
    """Letters are composed, blanks single, capitals kept."""
    assert clean_name(" Sở\u00a0 No\u0323\u0302i vụ ") == "Sở Nội vụ"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Said("#N/A", kind="error"), "it is an error or a formula without a value"),
        (Said("7", kind="number"), "it is a number"),
        (Said("---"), "it has no letter"),
        (Said("x" * 256), "it is longer than 255 characters"),
        (Said("Sở Nội vụ"), None),
    ],
)
def test_what_is_no_name_says_why(said, reason):
    """Errors, numbers, signs and endless texts are no names."""
    found = no_name(said, said.text)
    assert (str(found) if found is not None else None) == reason
