"""A rulebook as plain lines, one fact each, without places: what a line by line comparison can make sense of."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.diff.things import things_of
from ictscore.diff.wording import say
from ictscore.rulebook.load import LoadedRulebook


def lines_of(loaded: LoadedRulebook) -> Iterator[str]:
    """Yield everything a rulebook says: what, which key, and the value; what is empty is left out."""
    for thing in things_of(loaded):
        head = " ".join(part for part in (thing.subject, thing.id) if part)
        for key, fact in thing.facts.items():
            if fact.shown is not None and fact.shown != ():
                yield f"{head} {key}: {' '.join(say(fact.shown).split())}"
