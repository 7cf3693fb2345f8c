"""How much of a file is read at most."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits against files made to exhaust us; each is far above what an honest survey needs."""

    file_bytes: int = 20 * MEGABYTE
    parts: int = 1_000
    part_bytes: int = 40 * MEGABYTE
    all_bytes: int = 100 * MEGABYTE
    inflate_ratio: int = 250
    inflate_free_bytes: int = 5 * MEGABYTE
    """Up to here the ratio is not looked at: small blank sheets honestly pack a thousandfold."""
    depth: int = 64
    attribute: int = 65_536
    elements: int = 1_000_000
    """Elements of a part that are neither rows, cells nor texts."""
    text: int = 32_767
    rows: int = 300_000
    cells: int = 3_000_000
    values: int = 1_000_000
    """Cells that hold something: they take memory, blank ones do not. Rows, cells and values are counted over all sheets."""
    strings: int = 500_000
    merged_cells: int = 500_000
    comments: int = 10_000
    findings_of_a_kind: int = 100


LIMITS = Limits()


def megabytes(size: int) -> str:
    """Return a size for reading.

    >>> megabytes(20_000_000)
    '20 MB'
    """
    return f"{size / MEGABYTE:.3g} MB"
