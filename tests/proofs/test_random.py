"""Random rulebooks scored at every answer: nothing that a unit gets lies outside what was proved."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from random_rulebooks import every_answer, first_proved, rulebook

from ictscore.proofs.prove import Proof
from ictscore.scoring.records import UnitScore


def scored(proof: Proof, group: str) -> list[UnitScore]:
    """Return every unit of a group there can be whose criteria are all decided."""
    assert proof.study is not None
    laboratory = proof.study.laboratory
    units = [laboratory.score(group, each) for each in every_answer()]
    return [each for each in units if not any(score.status == "error" for score in each.criteria)]


@pytest.mark.parametrize("seed", range(80))
def test_what_units_get_was_proved_possible(tmp_path: Path, complete: Any, seed: int) -> None:
    """Totals and sections lie in the ranges proved; grades and awards given are not called out of reach; points lie in the ranges shown."""
    random = Random(seed)
    proof = first_proved(tmp_path / "rulebook.yaml", (complete(rulebook(random)) for _ in range(50)))
    assert proof.study is not None
    doubts = {(each.finding.code, each.at) for each in proof.doubts}
    minimum = proof.study.draft.rulebook.awards[0].minimum
    for group in proof.study.draft.rulebook.groups:
        units, standing = scored(proof, group.id), proof.study.standings[group.id]
        assert units
        assert [each.total for each in units if not standing.total.holds(each.total)] == []
        assert [each.max_points for each in units if not standing.max_points.holds(each.max_points)] == []
        assert [each for unit in units for each in unit.sections if not standing.sections[each.section.id].holds(each.points)] == []
        assert [each.grade for each in units if ("RB708", each.grade) in doubts] == []
        assert ("RB709", "w") not in doubts or max(each.total for each in units) < minimum
        if not any(each.redistributes for each in proof.study.leaves) and proof.study.draft.rulebook.rounding.criterion is None:
            ranges = {leaf.criterion.id: leaf.given for leaf in proof.study.of_group(group)}
            given = [score for each in units for score in each.criteria if score.status == "scored"]
            assert [score for score in given if not ranges[score.criterion.id].holds(score.points)] == []
