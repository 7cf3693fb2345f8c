"""What was proved of rulebooks as JSON: ranges with their ends, and every finding with the answers that show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ictscore.exact import fraction_text
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.text import value_text
from ictscore.expr.values import Blank, Value
from ictscore.proofs.accepted import Sifted
from ictscore.proofs.doubt import Doubt
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.search import Tried
from ictscore.proofs.study import Study
from ictscore.proofs.trial import Answers, Example
from ictscore.reports.findings import finding_record


@dataclass(frozen=True, slots=True)
class ToldProof:
    """One rulebook as it is told: what was proved, and what was found beside the usual checks."""

    rulebook: str
    study: Study | None
    sifted: Sifted


def proofs_record(told: Sequence[ToldProof]) -> dict[str, Any]:
    """Return the keys that proofs add to the JSON document of findings: each doubt with its examples, what is accepted, and the ranges."""
    return {
        "doubts": [doubt_record(each) for proof in told for each in proof.sifted.standing],
        "accepted": [{**doubt_record(each), "reason": reason} for proof in told for each, reason in proof.sifted.accepted],
        "proofs": [_proof(each) for each in told if each.study is not None],
    }


def doubt_record(each: Doubt) -> dict[str, Any]:
    """Return a doubt for JSON: the finding, what it is about, and its examples."""
    return {**finding_record(each.finding), "about": each.at, "examples": [example_record(example) for example in each.examples]}


def example_record(example: Example) -> dict[str, Any]:
    """Return an example: answers as cases write them, and what scoring makes of them."""
    result = example.result if isinstance(example.result, str) or example.result is None else fraction_text(example.result)
    record: dict[str, Any] = {"unit": example.unit, "group": example.group, "answers": _answers(example.answers)}
    if example.others:
        record["others"] = [_answers(each) for each in example.others]
    shown = {"criterion": example.of, "status": example.status} if example.shows == "points" else {}
    return {**record, "shows": example.shows, **shown, "result": result}


def _answers(answers: Answers) -> dict[str, str]:
    return {name: _plain(value) for name, value in answers.items()}


def _plain(value: Value) -> str:
    if isinstance(value, Blank):
        return "n/a" if value.kind == "not_applicable" else ""
    return value if isinstance(value, str) else value_text(value).strip("()")


def _proof(told: ToldProof) -> dict[str, Any]:
    this = told.study
    assert this is not None
    return {
        "rulebook": told.rulebook,
        "criteria": [_criterion(this, each) for each in this.leaves],
        "groups": [
            {"id": group, "total": _range(standing.total), "percent": _range(standing.percent), "max_points": _range(standing.max_points)}
            for group, standing in this.standings.items()
        ],
    }


def _criterion(this: Study, each: ProvedLeaf) -> dict[str, Any]:
    criterion = each.criterion
    return {
        "id": criterion.id,
        "number": criterion.number,
        "name": criterion.name,
        "groups": list(each.groups),
        "place": str(this.draft.find("RB720", each.path).place),
        "bounds": {"low": fraction_text(criterion.min_points), "high": fraction_text(criterion.max_points)},
        "range": _range(each.given),
        "proved_inside": each.is_inside,
        "refuted": each.search.outside() is not None,
        "exact": each.is_reached,
        "assumes_parts_within_wholes": each.assumes,
        "most": _tried(each.search.most()),
        "least": _tried(each.search.least()),
    }


def _tried(tried: Tried | None) -> dict[str, Any] | None:
    if tried is None:
        return None
    others = {"others": [_answers(each) for each in tried.others]} if tried.others else {}
    return {"answers": _answers(tried.answers), **others, "points": fraction_text(tried.points)}


def _range(one: Range) -> dict[str, Any] | None:
    if one.is_empty:
        return None
    low, high = (None if end is None else fraction_text(end) for end in (one.low, one.high))
    return {"low": low, "high": high, "low_open": one.low_open, "high_open": one.high_open}
