"""Every archetype of the regulations is expressible: one file each, whose worked cases come out exactly.

The files leave out what is the same everywhere; it is filled in here, so that each becomes a whole rulebook.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from ictscore.cases import read_cases, run_cases
from ictscore.findings import errors_among
from ictscore.rulebook.load import examine

FOLDER = Path(__file__).parent
IDS = (
    *(f"C{number:02}" for number in range(1, 23)),
    *(f"N{number}" for number in range(1, 8)),
    *(f"A{number:02}" for number in range(1, 12)),
    *(f"K{number}" for number in range(1, 9)),
    *(f"R{number}" for number in range(1, 9)),
    *(f"W{number}" for number in range(1, 4)),
)
_LISTS = frozenset({"groups", "sections", "criteria", "bands", "knockouts", "awards", "stages"})
_VALUES = frozenset({"expect", "set", "add"})
_SINGLE = frozenset({"scale", "rounding", "ranking", "bonus", "deductions", "decision"})


def test_every_archetype_has_a_file() -> None:
    """All 59 archetypes have a file, and there are no others."""
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(IDS)
    assert len(IDS) == 22 + 7 + 11 + 8 + 8 + 3


@pytest.mark.parametrize("archetype", IDS)
def test_the_worked_cases_come_out(archetype: str, tmp_path: Path) -> None:
    """The rulebook of an archetype loads without a finding and gives what its cases were worked out to, in every edition."""
    file = read_archetype(archetype)
    failures = failures_of(file.rulebook, file.cases, tmp_path)
    if file.amendment is not None:
        failures += failures_of(file.amendment, file.amended_cases, tmp_path)
    assert not failures, "\n".join(failures)


def failures_of(rulebook: dict[str, Any], cases: list[dict[str, Any]], folder: Path) -> list[str]:
    """Return what is wrong with a rulebook or comes out differently from its cases."""
    path = write_rulebook(rulebook, folder)
    loaded, findings = examine(path)
    assert loaded is not None, findings
    assert not errors_among(findings), findings
    file, document, misfits = read_cases(write_cases(cases, path))
    assert file is not None, misfits
    assert document is not None
    results = list(run_cases(loaded.rulebook, file, document))
    assert all(result.checked or result.findings for result in results)
    return [f"{result.id}: {found.code} {dict(found.values)}" for result in results for found in result.findings]


@dataclass(frozen=True, slots=True)
class ArchetypeFile:
    """One file: the whole rulebook, the cases, and the same for the amended edition where there is one."""

    archetype: str
    rulebook: dict[str, Any]
    cases: list[dict[str, Any]]
    amendment: dict[str, Any] | None
    amended_cases: list[dict[str, Any]]


def read_archetype(archetype: str) -> ArchetypeFile:
    """Return the file of an archetype with everything it leaves out filled in."""
    text = (FOLDER / f"{archetype}.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)
    unknown = set(data) - {"archetype", "title", "rulebook", "cases", "amendment", "amended_cases"}
    if unknown or data["archetype"] != archetype:
        raise ValueError(archetype, unknown)
    amendment = data.get("amendment")
    return ArchetypeFile(
        archetype,
        _whole(data["rulebook"], archetype, data["title"]),
        data["cases"],
        _amendment(amendment, archetype) if amendment else None,
        data.get("amended_cases", []),
    )


def write_rulebook(rulebook: dict[str, Any], folder: Path) -> Path:
    """Write a rulebook (JSON is YAML) into its own folder and return the file."""
    path = folder / str(rulebook["id"]) / "rulebook.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(rulebook, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def write_cases(cases: list[dict[str, Any]], rulebook_file: Path) -> Path:
    """Write the cases beside their rulebook and return the file."""
    path = rulebook_file.with_name("cases.yaml")
    path.write_text(json.dumps({"cases": cases}, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def _whole(fragment: dict[str, Any], archetype: str, title: str) -> dict[str, Any]:
    rulebook: dict[str, Any] = {
        "id": archetype.lower(),
        "title": title,
        "jurisdiction": "Mô hình",
        "decision": {"subject": title},
        "sources": {"mo-hinh": {"title": "Mô hình của ictscore"}},
        "groups": [{"id": "nhom", "name": "Nhóm"}],
        "rounding": {"total": "none"},
        "ranking": {"style": "competition"},
        **fragment,
    }
    if "criteria" in rulebook:
        rulebook["sections"] = [{"id": "muc", "name": "Mục", "criteria": rulebook.pop("criteria")}]
    rulebook["scale"] = {"max_points": _sum(rulebook["sections"]), **rulebook.get("scale", {})}
    for group in rulebook["groups"]:
        group.setdefault("name", group["id"])
    return _sourced(rulebook, "", archetype)  # type: ignore[no-any-return]


def _sum(sections: list[dict[str, Any]]) -> str:
    return str(sum(Fraction(each["max_points"]) for section in sections for each in section["criteria"]))


def _amendment(amendment: dict[str, Any], archetype: str) -> dict[str, Any]:
    changes = []
    for change in amendment["changes"]:
        key = change["at"].rsplit("/", 1)[-1]
        changes.append({name: _sourced(value, key, archetype) if name in _VALUES else value for name, value in change.items()})
    return {
        "id": f"{archetype.lower()}-sau",
        "amends": archetype.lower(),
        "title": "Bản sau",
        "decision": _sourced({"subject": "Bản sau"}, "decision", archetype),
        "changes": changes,
    }


def _sourced(value: Any, key: str, archetype: str) -> Any:
    """Return ``value``, which stands under ``key``, with a modelled source wherever the rulebook wants one."""
    source = {"ref": "mo-hinh", "basis": "modelled", "archetype": archetype}
    if isinstance(value, list):
        items = [_sourced(item, key, archetype) for item in value]
        return [{"source": source, **item} if _wants_source(item, key) else item for item in items]
    if isinstance(value, dict):
        filled = {name: _sourced(item, name, archetype) for name, item in value.items()}
        return {"source": source, **filled} if key in _SINGLE else filled
    return value


def _wants_source(item: Any, key: str) -> bool:
    return isinstance(item, dict) and (key in _LISTS or (key == "parts" and "id" in item))
