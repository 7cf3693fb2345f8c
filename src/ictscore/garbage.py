"""Memory: the collector of circular garbage rests while very many small records are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_resting() -> Iterator[None]:
    """Let the collector rest inside the block and put it back as it was.

    Reading and scoring make millions of records without a circle among them; looking through them over and over costs more than the work.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
