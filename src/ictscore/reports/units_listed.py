"""The units of a list, and what names are taken for, as tables, JSON and CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table

from ictscore.reports.console import plain, table_box
from ictscore.reports.csv_results import MARK, guarded
from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.survey.matching.matcher import STEPS, Match
from ictscore.survey.matching.questions import option_of
from ictscore.words import N_, spoken, tr

SCHEMA_VERSION = "1"
KINDS = {"exact": N_("as in the list"), "understood": N_("understood"), "asked": N_("to be asked"), "unknown": N_("not in the list")}
"""What became of a name, in words."""
BASES = {"stated": N_("stated"), "inferred": N_("inferred"), "sample": N_("sample")}
_LIST_COLUMNS = ("id", "name", "group", "parent", "short_names", "former_names", "valid_from", "valid_to", "basis", "source")
_MATCH_COLUMNS = ("read", "kind", "step", "unit", "group", "parent", "candidates")


def print_units(console: Console, units: UnitList, chosen: Sequence[UnitSpec]) -> None:
    """Print a table of units for each group."""
    for group in dict.fromkeys(each.group for each in chosen):
        own = [each for each in chosen if each.group == group]
        console.print(plain(tr("{group} (units: {count})", group=group, count=len(own)), style="bold"))
        columns = [tr("Unit"), tr("Also called"), tr("Basis"), *([tr("Parent unit")] if any(each.parent for each in own) else [])]
        table = Table(*columns, box=table_box(console), pad_edge=False, expand=False)
        for each in own:
            also = "; ".join((*each.short_names, *(tr("formerly {name}", name=name) for name in each.former_names)))
            days = _days(each)
            row = [f"{each.name} ({days})" if days else each.name, also, tr(BASES[each.basis]), units.parent_name(each) or ""]
            table.add_row(*(plain(text) for text in row[: len(columns)]))
        console.print(table)
        console.print()


def _days(unit: UnitSpec) -> str:
    """Return from when to when a unit exists, where the list says so."""
    known = [f"{day:%d/%m/%Y}" if day is not None else "…" for day in (unit.valid_from, unit.valid_to)]
    return " – ".join(known) if unit.valid_from is not None or unit.valid_to is not None else ""


def print_matches(console: Console, units: UnitList, matches: Sequence[Match]) -> None:
    """Print what each name is taken for, and by which step."""
    columns = (tr("Name read"), tr("Result"), tr("Unit, or what it may be"), tr("Recognised by"))
    table = Table(*columns, box=table_box(console), pad_edge=False, expand=False)
    for each in matches:
        names = "; ".join(option_of(unit, units) for unit in each.candidates)
        step = tr(STEPS[each.step]) if each.step is not None and each.unit is not None else ""
        table.add_row(*(plain(text) for text in (each.read, tr(KINDS[each.kind]), names, step)))
    console.print(table)


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
    writer = csv.writer(stream, delimiter=";" if spoken() == "vi" else ",", lineterminator="\n")
    writer.writerow(columns)
    for record in records:
        values = (record[name] for name in columns)
        writer.writerow([guarded(" | ".join(value) if isinstance(value, (list, tuple)) else value or "") for value in values])
    return MARK + stream.getvalue()
