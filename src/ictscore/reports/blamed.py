"""The origin of every value of a rulebook, as lines and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from ictscore.reports.explained.notes import BASIS_WORDS
from ictscore.reports.findings import SCHEMA_VERSION, place_record
from ictscore.rulebook.blame import Leaf
from ictscore.rulebook.resolve import short_name
from ictscore.words import tr

_LONGEST_VALUE = 60


def blame_lines(leaves: Sequence[Leaf]) -> Iterator[str]:
    """Yield two lines for each leaf, what it is and where it is from, and at last how many are explained."""
    for leaf in leaves:
        yield f"{leaf.path} = {_short(leaf.value)}"
        where = f"{short_name(leaf.place.file)}:{leaf.place.line}:{leaf.place.column}"
        yield f"    ← {'; '.join(part for part in (_decision(leaf), leaf.clause, where, _basis(leaf)) if part)}"
    unexplained = sum(1 for leaf in leaves if not leaf.is_explained)
    changed = sum(1 for leaf in leaves if leaf.clause)
    yield tr("Values: {count}; set by an amending clause: {changed}; unexplained: {unexplained}.",
             count=len(leaves), changed=changed, unexplained=unexplained)  # fmt: skip


def _decision(leaf: Leaf) -> str:
    """Return the decision; of a modelled value, that it is written for that decision and not taken from it."""
    return tr("model for {decision}", decision=leaf.decision) if leaf.basis == "modelled" else leaf.decision


def _basis(leaf: Leaf) -> str:
    return f"{leaf.ref} ({tr(BASIS_WORDS[leaf.basis])})" if leaf.basis is not None else ""


def blame_json(rulebook: str, leaves: Sequence[Leaf]) -> str:
    """Return the leaves as a JSON document."""
    document = {"schema_version": SCHEMA_VERSION, "kind": "blame", "rulebook": rulebook, "values": [_record(each) for each in leaves]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _record(leaf: Leaf) -> dict[str, object]:
    at = place_record(leaf.place) | {"file": short_name(leaf.place.file)}
    return {
        "path": leaf.path,
        "value": leaf.value,
        "decision": leaf.decision,
        "clause": leaf.clause,
        "ref": leaf.ref,
        "basis": leaf.basis,
        "at": at,
        "explained": leaf.is_explained,
    }


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST_VALUE else f"{one_line[:_LONGEST_VALUE]}…"
