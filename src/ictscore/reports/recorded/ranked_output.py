"""Ranks made anew, as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from ictscore.reports.console import plain, table_box
from ictscore.reports.csv_results import MARK, guarded
from ictscore.reports.findings import SCHEMA_VERSION
from ictscore.reports.published import aligned, column_places, published
from ictscore.reports.recorded.ranked import TOTAL, RankedGroup, RankedUnit
from ictscore.reports.recorded.read_results import ReadResults
from ictscore.reports.sentences import group_heading
from ictscore.reports.told import rank_text
from ictscore.words import say_decimal, spoken, tr


def print_ranked(console: Console, groups: Sequence[RankedGroup], by: str, *, provisional: bool = False) -> None:
    """Print the ranking of every group."""
    for group in groups:
        console.print(plain(group_heading(group.group.name, provisional=provisional), style="bold"))
        table = Table(box=table_box(console), pad_edge=False)
        table.add_column(tr("Rank"), justify="right", no_wrap=True)
        table.add_column(tr("Unit"), overflow="fold")
        for heading in _headings(by):
            table.add_column(plain(heading), justify="right", no_wrap=True)
        table.add_column(tr("Grade"), no_wrap=True)
        table.add_column(tr("Award"), overflow="fold")
        for texts in _rows(group, by):
            table.add_row(*(plain(text) for text in texts))
        console.print(table)


def _headings(by: str) -> list[str]:
    return [tr("Total")] if by == TOTAL else [by, tr("Total")]


def _rows(group: RankedGroup, by: str) -> list[list[str]]:
    values = column_places((each.value for each in group.units), None)
    totals = column_places((each.unit.total for each in group.units), None)
    rows = []
    for each in group.units:
        numbers = [aligned(each.value, None, values)] * (by != TOTAL) + [aligned(each.unit.total, None, totals)]
        award = "" if group.merged else each.unit.award_text
        rank = rank_text(each.rank, tied=each.tied)
        rows.append([rank, each.unit.unit, *(say_decimal(number) for number in numbers), each.unit.grade or "", award])
    return rows


def ranked_csv(groups: Sequence[RankedGroup], by: str, *, provisional: bool = False) -> str:
    """Return one row per unit, after a byte order mark; a last column of provisional rankings says in every row that they are."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if spoken() == "vi" else ",", lineterminator="\n")
    mark, said = ([tr("PROVISIONAL")], [tr("yes")]) if provisional else ([], [])
    headings = [tr("Group"), tr("Rank"), tr("Tied"), tr("Unit"), *(guarded(each) for each in _headings(by)), tr("Grade"), tr("Award")]
    writer.writerow([*headings, *mark])
    for group in groups:
        for each, (_, name, *numbers, grade, award) in zip(group.units, _rows(group, by), strict=True):
            rank = "" if each.rank is None else str(each.rank)
            tied = tr("yes") if each.tied else ""
            writer.writerow([guarded(group.group.id), rank, tied, guarded(name), *numbers, guarded(grade), guarded(award), *said])
    return MARK + out.getvalue()


def ranked_record(results: Sequence[ReadResults], groups: Sequence[RankedGroup], by: str) -> dict[str, Any]:
    """Return the rankings as plain values."""
    first = results[0]
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "ranking",
        "rulebook": {"id": first.rulebook, "hash": first.hash},
        "by": by,
        "style": first.style,
        "provisional": any(each.provisional for each in results),
        "files": [each.file for each in results],
        "groups": [
            {"id": each.group.id, "name": each.group.name, "merged": each.merged, "units": [_unit(each, unit) for unit in each.units]}
            for each in groups
        ],
    }


def _unit(group: RankedGroup, ranked: RankedUnit) -> dict[str, Any]:
    unit = ranked.unit
    return {
        "unit": unit.unit,
        "parent": unit.parent,
        "rank": ranked.rank,
        "tied": ranked.tied,
        "value": published(ranked.value, None),
        "total": published(unit.total, None),
        "grade": unit.grade,
        "awards": [] if group.merged else list(unit.awards),
    }
