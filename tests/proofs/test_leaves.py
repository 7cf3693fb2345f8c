"""What a criterion can give at all: by its formula, and by policies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ictscore.proofs.prove import prove
from ictscore.proofs.study import Study
from ictscore.rulebook.load import examine


def studied(folder: Path, complete: Any, then: str, *, declared: bool = False, beside: bool = False) -> Study:
    """Return a rulebook studied whose first criterion may not apply; its formula reaches 1 of 4. One ``beside`` it reaches 5 of 6."""
    formula = {"kind": "steps", "on": "x", "steps": [{"from": 1, "points": 1}], "otherwise": 0}
    criterion = {"id": "a", "name": "A", "max_points": 4, "formula": formula, "not_applicable": {"when": "y", "then": then}}
    if declared:
        criterion["not_applicable"] = {"declared": True, "then": then}
    other = {"id": "b", "name": "B", "max_points": 6, "formula": {"kind": "yes_no", "of": "y", "yes": 5}}
    criteria = [criterion, other] if beside else [criterion]
    plain = {
        "answers": {"x": {"label": "x", "type": "count"}, "y": {"label": "y", "type": "yes_no"}},
        "sections": [{"id": "s", "name": "S", "max_points": 10 if beside else 4, "criteria": criteria}],
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


@pytest.mark.parametrize("then", ["full", "zero", "drop"])
def test_a_range_is_exact_where_answers_reach_its_ends(tmp_path: Path, complete: Any, then: str) -> None:
    """With ``when: y`` answers show the maximum in full, and 0 without."""
    [leaf] = studied(tmp_path, complete, then).leaves
    assert leaf.is_reached


def test_a_maximum_given_to_a_declaration_is_not_called_exact(tmp_path: Path, complete: Any) -> None:
    """No question may be declared not applicable: the range holds the maximum, but nothing shows that it is reached."""
    [leaf] = studied(tmp_path, complete, "full", declared=True).leaves
    assert (leaf.given.high, leaf.is_reached) == (4, False)


def test_examples_show_points_before_redistribution(tmp_path: Path, complete: Any) -> None:
    """What a criterion gives by its formula is shown, not what the other's maximum adds to it."""
    found = studied(tmp_path, complete, "redistribute_equally", beside=True)
    leaf = next(each for each in found.leaves if each.criterion.id == "b")
    most = leaf.search.most()
    assert most is not None
    assert found.example(leaf, most).result == 5
