"""Holes between steps: none is told that is none, and where a table leaves values out it is told."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from random_rulebooks import first_proved

from ictscore.proofs.prove import prove

SIGNS = {
    "from": Fraction.__ge__,
    "above": Fraction.__gt__,
    "to": Fraction.__le__,
    "below": Fraction.__lt__,
    "equals": Fraction.__eq__,
}


def table(random: Random) -> dict[str, Any]:
    """Return a rulebook of one random table of steps over whole numbers, or over halves."""
    steps = [{random.choice(list(SIGNS)): random.randint(1, 6), "points": random.randint(1, 3)} for _ in range(random.randint(1, 4))]
    formula = {"kind": "steps", "on": "x", "steps": steps, "otherwise": random.choice([0, 0, 1, 2])}
    answers = {"x": {"type": random.choice(["count", "number"]), "min": 0, "max": 9}}
    return {"answers": answers, "criteria": [{"id": "a", "max_points": 3, "formula": formula}]}


def holes(plain: dict[str, Any]) -> set[Fraction]:
    """Return the values that no step takes and that get less than the nearest taken on each side, by trying one after the other."""
    formula = plain["sections"][0]["criteria"][0]["formula"]
    apart = 1 if plain["answers"]["x"]["type"] == "count" else 4
    values = [Fraction(each, apart) for each in range(-apart, 11 * apart)]

    def taken(value: Fraction) -> int | None:
        rows = (each for each in formula["steps"] for key, bound in each.items() if key in SIGNS and SIGNS[key](value, Fraction(bound)))
        return next((each["points"] for each in rows), None)

    rows = [taken(each) for each in values]
    found = set()
    for index, value in enumerate(values):
        below = next((row for row in reversed(rows[:index]) if row is not None), None)
        above = next((row for row in rows[index:] if row is not None), None)
        if rows[index] is None and below is not None and above is not None and formula["otherwise"] < min(below, above):
            found.add(value)
    return found


@pytest.mark.parametrize("seed", range(150))
def test_holes_are_told_where_trying_everything_finds_them(tmp_path: Path, complete: Any, seed: int) -> None:
    """In random tables of every sign: each run of values left out is told once, with a value of it and the points that it gets."""
    random, drawn = Random(seed), []

    def books() -> Any:
        for _ in range(50):
            drawn.append(complete(table(random)))
            yield drawn[-1]

    proof = first_proved(tmp_path / "rulebook.yaml", books())
    wanted = holes(drawn[-1])
    apart = Fraction(1, 1 if drawn[-1]["answers"]["x"]["type"] == "count" else 4)
    found = [each.examples[0] for each in proof.doubts if each.finding.code == "RB706"]
    assert len(found) == len([each for each in wanted if each - apart not in wanted]), json.dumps(drawn[-1]["sections"])
    near = wanted | {each + by for each in wanted for by in (-apart / 2, apart / 2)}
    assert all(any(abs(value - each.answers["x"]) <= apart for value in near) for each in found)


RULES = """
answers: {x: {type: number, min: 0, max: 9}}
criteria:
  - {id: a, max_points: 3, formula: {kind: steps, on: x, steps: %s, otherwise: 0}}
"""


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        (
            "[{above: 5, points: 3}, {below: 5, points: 2}]",
            "Values of exactly 5 fit no step and get less than those on both sides. x = 5 → 0",
        ),
        ("[{from: 5, points: 3}, {below: 4, points: 2}]", "Values between 4 and 5, such as 4.01, fit no step"),
        ("[{above: 5, points: 3}, {to: 4, points: 2}]", "Values between 4 and 5, such as 4.01, fit no step"),
    ],
)
def test_ends_that_do_not_meet_are_told(rules, steps, message):
    """“Over 5” beside “under 5” leaves 5 out; “from 5” beside “under 4” leaves all from 4 on out; each is told as what it is."""
    loaded = rules(RULES % steps)
    (found,) = [each.finding.message for each in prove(loaded, loaded.findings).doubts if each.finding.code == "RB706"]
    assert found.startswith(message)


def test_ends_that_meet_are_no_hole(rules):
    """“From 5” beside “under 5” leaves nothing out."""
    loaded = rules(RULES % "[{from: 5, points: 3}, {below: 5, points: 2}]")
    assert "RB706" not in {each.finding.code for each in prove(loaded, loaded.findings).doubts}
