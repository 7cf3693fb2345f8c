"""Random answers to a random rulebook, as texts: some missing, some declared not applicable, some overruled by the council."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from oracle_scores import OracleUnit

_VALUES = {
    "count": tuple(str(each) for each in range(7)),
    "number": ("0", "0.25", "1", "1.5", "2.75", "4"),
    "percent": ("0", "19.99", "20", "50", "79.99", "80", "100"),
    "points": ("0", "0.5", "1", "1.25", "2", "4", "11"),
    "yes_no": ("yes", "no"),
    "choice": ("a", "b", "c"),
}


@st.composite
def surveys(draw: st.DrawFn, rulebook: dict[str, Any]) -> list[OracleUnit]:
    """Return one to five units with random answers, some of them missing or declared not applicable."""
    units = []
    for number in range(draw(st.sampled_from((1, 2, 3, 5)))):
        answers = {}
        for name, spec in rulebook["answers"].items():
            chance = draw(st.integers(0, 15))
            if chance == 1 and spec["not_applicable"] == "true":
                answers[name] = "n/a"
            elif chance:
                answers[name] = draw(st.sampled_from(_VALUES[spec["type"]]))
        unit = OracleUnit(f"Unit {number}", draw(st.sampled_from(("one", "one", "two"))), answers)
        unit.parent = draw(st.sampled_from(("Unit 0", "Unit 1"))) if unit.group == "two" else ""
        if draw(st.integers(0, 4)) == 0:
            unit.given = {"s1a": draw(st.sampled_from(("0", "1/4", "1", "6")))}
        units.append(unit)
    return units
