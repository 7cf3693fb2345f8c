"""The archetype files: what each leaves out is filled in, so that it becomes a whole rulebook that can be loaded."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

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
_SINGLE = frozenset({"scale", "rounding", "ranking", "bonus", "deductions", "decision"})


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
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - the base loader builds texts only
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
    path = folder / rulebook["id"] / "rulebook.yaml"
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
        changes.append({name: _sourced(value, key, archetype) if name in {"expect", "set", "add"} else value for name, value in change.items()})
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
