"""The units of a list, and what names are taken for, as tables, JSON and CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from io import StringIO
from typing import Any

from rich.console import Console

from ictscore.reports.text_table import Column, print_table
from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.survey.matching.matcher import STEPS, Match
from ictscore.survey.matching.questions import option_of
from ictscore.words import N_, tr

SCHEMA_VERSION = "1"
KINDS = {"exact": N_("exact"), "understood": N_("understood"), "asked": N_("to be asked"), "unknown": N_("not in the list")}

_LIST_COLUMNS = ("id", "name", "group", "parent", "short_names", "former_names", "valid_from", "valid_to", "basis", "source")
_MATCH_COLUMNS = ("read", "kind", "step", "unit", "group", "parent", "candidates")


def units_json(units: UnitList, chosen: Sequence[UnitSpec]) -> str:
    """Return the units as JSON."""
    record = {"schema_version": SCHEMA_VERSION, "kind": "units", "file": units.name, "sha256": units.sha256, "note": units.note}
    return json.dumps(record | {"units": [_unit_record(each) for each in chosen]}, ensure_ascii=False, indent=2)


def units_csv(chosen: Sequence[UnitSpec]) -> str:
    """Return the units as CSV, a row for each."""
    return _csv(_LIST_COLUMNS, [_unit_record(each) for each in chosen])


def matches_json(units: UnitList, matches: Sequence[Match]) -> str:
    """Return what names are taken for as JSON."""
    record = {"schema_version": SCHEMA_VERSION, "kind": "unit-matches", "file": units.name, "sha256": units.sha256}
    return json.dumps(record | {"matches": [_match_record(each, units) for each in matches]}, ensure_ascii=False, indent=2)


def matches_csv(units: UnitList, matches: Sequence[Match]) -> str:
    """Return what names are taken for as CSV, a row for each name."""
    return _csv(_MATCH_COLUMNS, [_match_record(each, units) for each in matches])


def _unit_record(unit: UnitSpec) -> dict[str, Any]:
    found = {name: getattr(unit, name) for name in _LIST_COLUMNS}
    return {name: str(value) if name.startswith("valid") and value is not None else value for name, value in found.items()}


def _match_record(match: Match, units: UnitList) -> dict[str, Any]:
    unit = match.unit
    return {
        "read": match.read,
        "kind": match.kind,
        "step": match.step,
        "unit": unit.name if unit is not None else None,
        "group": unit.group if unit is not None else None,
        "parent": units.parent_name(unit) if unit is not None else None,
        "candidates": [option_of(each, units) for each in match.candidates] if unit is None else [],
    }


def _csv(columns: Sequence[str], records: Sequence[dict[str, Any]]) -> str:
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for each in records:
        writer.writerow(["; ".join(value) if isinstance(value, (list, tuple)) else value for value in (each[name] for name in columns)])
    return stream.getvalue()
