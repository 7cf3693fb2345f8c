"""Promise: whatever single thing is changed that makes people read something else, verify finds it."""

from __future__ import annotations

from io import BytesIO
from random import Random

import openpyxl
import pytest
from single_edits import ATTACKS


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda each: each.__name__)
def test_every_single_edit_is_found(small, found_in, attack, seed):
    """One edit of any kind, anywhere, by a spreadsheet program: it is named."""
    book = openpyxl.load_workbook(BytesIO(small))
    attack(Random(f"{attack.__name__} {seed}"), book)
    changed = BytesIO()
    book.save(changed)
    assert found_in(changed.getvalue())


def test_saved_again_without_a_change_nothing_is_found(small, found_in):
    """Another program writes the same in its own way."""
    changed = BytesIO()
    openpyxl.load_workbook(BytesIO(small)).save(changed)
    assert found_in(small) == found_in(changed.getvalue()) == ()
