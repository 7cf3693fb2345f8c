"""A result as CSV: one row per unit, in the shape the spreadsheets of the spoken language open without asking."""

from __future__ import annotations

import csv
import io

from ictscore.reports.console import printable
from ictscore.reports.published import published
from ictscore.reports.told import Told, ToldGroup, ToldUnit
from ictscore.words import say_decimal, spoken, tr

MARK = "\ufeff"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def results_csv(told: Told) -> str:
    """Return one row per unit, after a byte order mark; semicolons and decimal commas in Vietnamese, commas and points in English.

    Every row of a provisional result says that it is one, in a last column.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if spoken() == "vi" else ",", lineterminator="\n")
    sections = list(dict.fromkeys(section.id for group in told.groups for section in group.sections))
    mark = [tr("PROVISIONAL")] if told.provisional else []
    writer.writerow([*_headings(sections), *mark])
    for group in told.groups:
        for unit in group.units:
            writer.writerow([*_row(group, unit, sections), *([tr("yes")] if told.provisional else [])])
    return MARK + out.getvalue()


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> guarded("=HYPERLINK(1)"), guarded("Sở Nội vụ")
    ("'=HYPERLINK(1)", 'Sở Nội vụ')
    """
    harmless = printable(text)
    return f"'{harmless}" if harmless.startswith(_FORMULA_SIGNS) else harmless


def _headings(sections: list[str]) -> list[str]:
    first = [tr("Group"), tr("Parent unit"), tr("Unit"), tr("Rank"), tr("Tied")]
    last = [tr("Bonus"), tr("Deducted"), tr("Total"), tr("Maximum"), tr("Percent"), tr("Grade"), tr("Award")]
    return [guarded(each) for each in (*first, *sections, *last)]


def _row(group: ToldGroup, unit: ToldUnit, sections: list[str]) -> list[str]:
    score = unit.score
    own = {section.id: points for section, points in zip(group.sections, unit.sections, strict=True)}
    numbers = [published(score.bonus, None), published(score.deducted, None), unit.total]
    numbers += [published(score.max_points, None), published(score.percent, None)]
    rank = "" if score.rank is None else str(score.rank)
    first = [guarded(group.group.id), guarded(score.parent or ""), guarded(score.unit), rank, tr("yes") if score.tied else ""]
    points = [say_decimal(own.get(each, "")) for each in sections]
    return [*first, *points, *(say_decimal(each) for each in numbers), guarded(unit.grade), guarded("; ".join(unit.awards))]
