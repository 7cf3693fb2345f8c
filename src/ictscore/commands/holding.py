"""Rulebooks held against the lock of the running command (--locked)."""

from __future__ import annotations

import click

from ictscore.commands.options import LOCKED
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.lock import read_lock


def held(loaded: LoadedRulebook, units_from: str | None = None) -> LoadedRulebook:
    """Return a rulebook. Raises RulebookRefused where the lock of the running command (--locked) does not allow it, or its units."""
    context = click.get_current_context(silent=True)
    lock = context.meta.get(LOCKED) if context is not None else None
    if lock is not None:
        read_lock(lock).hold(loaded, units_from)
    return loaded
