"""Random rulebooks with few answers, which can all be tried."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from ictscore.expr.values import Value
from ictscore.findings import errors_among
from ictscore.proofs.prove import Proof, prove
from ictscore.proofs.trial import declared, left_blank
from ictscore.rulebook.load import examine

ANSWERS = {"c": {"type": "count", "max": 3, "not_applicable": True}, "d": {"type": "count", "max": 2}, "y": {"type": "yes_no"}}
VALUES = {
    "c": [*(Fraction(each) for each in range(4)), declared("c"), left_blank("c")],
    "d": [Fraction(each) for each in range(3)],
    "y": [True, False, left_blank("y")],
}
POLICIES = ("full", "zero", "drop", "redistribute_equally", "redistribute_in_proportion")


def number(random: Random, depth: int, own: str = "") -> str:
    """Return a random expression that is a number; ``own`` stands behind the names of its answers."""
    if not depth or random.random() < 0.3:
        return random.choice([f"c{own}", f"d{own}", "1", "2.5"])
    one, other = number(random, depth - 1, own), number(random, depth - 1, own)
    chosen = f"(if {truth(random, own)} then {one} else {other})"
    return random.choice([f"({one} + {other})", f"({one} - {other})", f"min({one}, {other})", chosen])


def truth(random: Random, own: str = "") -> str:
    """Return a random condition."""
    return random.choice([f"y{own}", f"not (y{own})", f"{random.choice('cd')}{own} >= {random.randint(1, 2)}"])


def criterion(random: Random, name: str, own: str = "") -> dict[str, Any]:
    """Return a criterion with a random formula inside its bounds, and one, two or no policies."""
    most = random.randint(2, 6)
    found: dict[str, Any] = {"id": name, "max_points": most}
    found["formula"] = {"kind": "formula", "expr": f"min({random.randint(1, most)}, max(0, {number(random, 2, own)}))"}
    by_condition = {"when": truth(random, own), "then": random.choice(POLICIES)}
    by_declaration = {"declared": True, "then": random.choice(POLICIES), **random.choice([{}, {}, {"groups": ["h"]}])}
    policies = random.choice([[], [by_condition], [by_declaration], [by_condition, by_declaration]])
    return {**found, "not_applicable": policies} if policies else found


def rulebook(random: Random, *, apart: bool = False) -> dict[str, Any]:
    """Return a random rulebook of three criteria in two sections, with grades, an award and perhaps roundings and a bonus.

    The criteria ask the same questions, or each (``apart``) its own.
    """
    criteria = [criterion(random, name, name if apart else "") for name in ("a", "b", "e")]
    total = sum(each["max_points"] for each in criteria)
    sections = [("s", criteria[:2]), ("t", criteria[2:])]
    cut = random.randint(total - 4, total)
    found: dict[str, Any] = {
        "answers": ANSWERS | {f"{name}{own}": spec for own in "abe" if apart for name, spec in ANSWERS.items()},
        "groups": [{"id": "g"}, {"id": "h"}],
        "sections": [{"id": name, "max_points": sum(each["max_points"] for each in mine), "criteria": mine} for name, mine in sections],
        "scale": {"max_points": total, **random.choice([{}, {"result": "percent"}, {"out_of": total}])},
        "rounding": {"total": random.choice([0, 1, 2]), **random.choice([{}, {"criterion": 1}, {"criterion": 0}, {"section": 0}])},
        "grades": {"bands": [{"name": "T", "from": cut}, {"name": "K", "from": random.randint(1, cut - 1)}, {"name": "Y"}]},
        "awards": [{"id": "w", "positions": 1, "ties": "ask", "minimum": random.randint(total - 4, total)}],
    }
    if random.random() < 0.4:
        formula = {"kind": "formula", "expr": "min(2, d)"}
        extra = {"id": "x", "max_points": 2, "formula": formula}
        found["bonus"] = {"max_points": 2, "above_maximum": random.random() < 0.5, "criteria": [extra]}
    return found


def proved(path: Path, plain: dict[str, Any], *, incentives: bool = False) -> Proof | None:
    """Return the proof of a rulebook, or None for one that lint refuses."""
    path.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    loaded, findings = examine(path)
    return None if loaded is None or errors_among(findings) else prove(loaded, findings, incentives=incentives)


def first_proved(path: Path, drawn: Iterator[dict[str, Any]], *, incentives: bool = False) -> Proof:
    """Return the proof of the first rulebook that lint does not refuse."""
    return next(found for plain in drawn if (found := proved(path, plain, incentives=incentives)) is not None)


def every_answer() -> Iterator[dict[str, Value]]:
    """Yield every way to answer the questions."""
    return (dict(zip(VALUES, each, strict=True)) for each in itertools.product(*VALUES.values()))
