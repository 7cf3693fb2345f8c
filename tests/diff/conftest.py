"""Rulebooks made from plain values, for comparing."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ictscore.diff.compare import compare
from ictscore.diff.effects import impact_of
from ictscore.diff.impact import Impact
from ictscore.diff.readings import Readings
from ictscore.documents import Mapping, read_document
from ictscore.rulebook.load import LoadedRulebook, canonical_hash
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.typed import read_model

Make = Callable[[dict[str, Any]], LoadedRulebook | None]


def make_rulebook(plain: dict[str, Any]) -> LoadedRulebook | None:
    """Return a rulebook of plain texts, or None where its parts do not fit the models."""
    document = read_document(json.dumps(plain, ensure_ascii=False, indent=1).encode(), "made.yaml")
    assert isinstance(document, Mapping)
    rulebook, _ = read_model(Rulebook, document)
    return None if rulebook is None else LoadedRulebook(rulebook, document, canonical_hash(document), (), {}, Path("made.yaml"))


@pytest.fixture(scope="session")
def make() -> Make:
    """Return what makes a rulebook of plain texts."""
    return make_rulebook


@pytest.fixture(scope="session")
def impact(complete: Any, make_survey: Any) -> Callable[..., Impact]:
    """Return what works out the impact of a change from one short rulebook (plain values) to another on units."""

    def make_impact(old: dict[str, Any], new: dict[str, Any], units: dict[str, Any], units_new: dict[str, Any] | None = None) -> Impact:
        first, second = (make_rulebook(complete(copy.deepcopy(each))) for each in (old, new))
        assert first is not None
        assert second is not None
        return impact_of(
            compare(first, second), Readings(make_survey(units), make_survey(units if units_new is None else units_new), "self")
        )

    return make_impact


@pytest.fixture
def small() -> dict[str, Any]:
    """Return a small rulebook with one of everything that is compared."""
    source = {"ref": "qd", "basis": "stated"}
    criteria = [
        {
            "id": "a1",
            "number": "1.1",
            "name": "Máy tính",
            "max_points": "10",
            "formula": {"kind": "ratio", "of": "x", "over": "y", "when_denominator_zero": "zero"},
        },
        {
            "id": "a2",
            "name": "Họp",
            "max_points": "5",
            "formula": {"kind": "steps", "on": "x", "steps": [{"from": "4", "share": "1"}], "otherwise": "0"},
        },
    ]
    return {
        "id": "small",
        "title": "Bộ tiêu chí",
        "decision": {"number": "1/QĐ-UBND"},
        "dates": [{"event": "issued", "date": "2019-07-23", "source": source}],
        "lineage": [{"relation": "cites", "decision": "2/QĐ-UBND"}],
        "sources": {"qd": {"title": "Quyết định"}},
        "answers": {
            "x": {"label": "Số máy", "type": "count"},
            "y": {"label": "Số người", "type": "count"},
            "c": {"label": "Cấp", "type": "choice", "choices": {"cao": "Cao", "thap": "Thấp"}},
            "f": {"label": "Sai phạm", "type": "yes_no"},
        },
        "groups": [{"id": "g1", "name": "Sở", "members": ["Sở A", "Sở B"]}, {"id": "g2", "name": "Huyện"}],
        "sections": [
            {"id": "a", "name": "Hạ tầng", "criteria": criteria},
            {
                "id": "b",
                "name": "Khác",
                "criteria": [
                    {
                        "id": "b1",
                        "name": "Cấp",
                        "max_points": "3",
                        "formula": {"kind": "choice", "of": "c", "points": {"cao": "3", "thap": "1"}},
                    }
                ],
            },
        ],
        "scale": {"max_points": "18"},
        "rounding": {"total": "2"},
        "bonus": {
            "max_points": "2",
            "criteria": [{"id": "t1", "name": "Thưởng", "max_points": "2", "formula": {"kind": "count", "of": "x", "each": "1"}}],
        },
        "deductions": {
            "max_points": "1",
            "floor": "0",
            "criteria": [{"id": "p1", "name": "Phạt", "max_points": "1", "formula": {"kind": "count", "of": "y", "each": "1"}}],
        },
        "knockouts": [{"id": "k", "name": "Điểm liệt", "when": "f", "grade": "Yếu"}],
        "grades": {"bands": [{"name": "Tốt", "from": "15"}, {"name": "Yếu"}]},
        "ranking": {"style": "competition", "tie_breaks": ["section(a)", "section(b)"]},
        "awards": [{"id": "bk", "name": "Bằng khen", "groups": ["g1"], "positions": "3"}],
        "procedure": [{"number": "1", "step": "Tự chấm", "deadline": {"day": "30", "month": "9"}}],
        "stages": [{"id": "self", "name": "Tự chấm"}],
        "robustness": {"draws": "500", "spread": "0.1", "seed": "3"},
    }
