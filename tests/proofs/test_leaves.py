"""What a criterion can give at all: by its formula, and by policies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ictscore.proofs.prove import prove
from ictscore.proofs.study import Study
from ictscore.rulebook.load import examine


def studied(folder: Path, complete: Any, then: str) -> Study:
    """Return a rulebook studied whose only criterion may not apply; its formula reaches 1 of 4."""
    formula = {"kind": "steps", "on": "x", "steps": [{"from": 1, "points": 1}], "otherwise": 0}
    criterion = {"id": "a", "name": "A", "max_points": 4, "formula": formula, "not_applicable": {"when": "y", "then": then}}
    plain = {
        "answers": {"x": {"label": "x", "type": "count"}, "y": {"label": "y", "type": "yes_no"}},
        "sections": [{"id": "s", "name": "S", "max_points": 4, "criteria": [criterion]}],
    }
    path = folder / "rulebook.yaml"
    path.write_text(json.dumps(complete(plain), ensure_ascii=False), encoding="utf-8")
    loaded, findings = examine(path)
    assert loaded is not None, [each.message for each in findings]
    return prove(loaded, findings, incentives=False).study


@pytest.mark.parametrize(("then", "most"), [("full", 4), ("zero", 1), ("drop", 1)])
def test_a_policy_that_gives_the_maximum_widens_the_range(tmp_path: Path, complete: Any, then: str, most: int) -> None:
    """The formula reaches 1 of 4; only ``then: full`` gives the 4, to the criterion and to the total."""
    found = studied(tmp_path, complete, then)
    [leaf] = found.leaves
    assert (leaf.given.high, leaf.counted.high) == (most, most)
    assert {standing.total.high for standing in found.standings.values()} == {most}
