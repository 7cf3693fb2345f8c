"""Many weights at once with numpy, where it is installed: the same whole numbers as in one lane after the other, so the same ranks."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence

from ictscore.robustness.columns import Weights


def is_here() -> bool:
    """Return whether numpy can be used."""
    return importlib.util.find_spec("numpy") is not None


def ranks_of_all(table: Sequence[Sequence[int]], sizes: Sequence[int], draws: Sequence[tuple[Weights, int]]) -> Iterator[list[int] | None]:
    """Yield for each draw the rank of every unit, the highest sum first, or None where two sums lie too close together to tell.

    ``table`` has a row of whole points for each criterion, ``sizes`` says how many units share a column of it; each draw has its weights
    and how much two sums may differ where their order is not certain. No sum may pass 62 bits.
    """
    import numpy as np  # noqa: PLC0415 - optional, and a tenth of a second

    sums = np.einsum("dc,cu->du", np.array([each for each, _ in draws], dtype=np.int64), np.array(table, dtype=np.int64))
    order = np.argsort(-sums, axis=1)
    ordered = np.take_along_axis(sums, order, axis=1)
    unsure = (ordered[:, :-1] - ordered[:, 1:] <= np.array([slack for _, slack in draws], dtype=np.int64)[:, None]).any(axis=1)
    counts = np.array(sizes, dtype=np.int64)[order]
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.cumsum(counts, axis=1) - counts + 1, axis=1)
    for is_unsure, each in zip(unsure.tolist(), ranks.tolist(), strict=True):
        yield None if is_unsure else each
