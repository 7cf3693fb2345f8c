"""Two years drawn in the format asked for."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from rich.console import Console

from ictscore.exact import fraction_text
from ictscore.reports.compared.drawn import Format
from ictscore.reports.compared.impact_json import impact_record
from ictscore.reports.compared.told import ToldDiff
from ictscore.reports.findings import SCHEMA_VERSION, finding_record
from ictscore.reports.pages.html import html_of
from ictscore.reports.pages.markdown import markdown_of
from ictscore.reports.pages.page import Heading, Page
from ictscore.reports.pages.text import print_page
from ictscore.reports.published import published
from ictscore.reports.recorded.read_results import ReadResults, ReadUnit
from ictscore.reports.years.story import years_page
from ictscore.reports.years.told import ToldYears, YearGroup, YearUnit
from ictscore.words import tr


def draw_years(console: Console, told: ToldYears, changes: ToldDiff, how: Format, *, all_units: bool) -> None:
    """Print two years side by side."""
    if how == "json":
        console.print(json.dumps(_record(told), ensure_ascii=False, indent=2), soft_wrap=True, markup=False, highlight=False)
    elif how == "text":
        print_page(console, tuple(years_page(told, changes, all_units=all_units)))
    else:
        title = tr("From {old} to {new}", old=told.old.rulebook, new=told.new.rulebook)
        page: Page = (Heading(title, 1), *years_page(told, changes, all_units=True))
        text = markdown_of(page) if how == "markdown" else html_of(page, title)
        console.print(text, soft_wrap=True, markup=False, highlight=False, end="")


def _record(told: ToldYears) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "years",
        "old": _results(told.old),
        "new": _results(told.new),
        "groups": [_group(each) for each in told.groups],
        "impact": None if told.impact is None else impact_record(told.impact),
        "findings": [finding_record(each) for each in told.findings],
    }


def _results(results: ReadResults) -> dict[str, str]:
    return {"file": results.file, "rulebook": results.rulebook, "hash": results.hash, "stage": results.stage}


def _group(group: YearGroup) -> dict[str, Any]:
    units = [_unit(each) for each in group.units]
    return {"id": group.id, "name": group.name, "alike": list(group.alike), "others": list(group.others), "units": units}


def _unit(unit: YearUnit) -> dict[str, Any]:
    return {
        "unit": unit.unit,
        "parent": unit.parent,
        "before": _standing(unit.before),
        "after": _standing(unit.after),
        "movement": fraction_text(unit.movement),
        "by_what_counts_alike": _number(unit.yours, unit.off),
        "rest": _number(unit.rest, unit.off),
        "off_by_at_most": fraction_text(unit.off),
    }


def _number(value: Fraction, off: Fraction) -> str:
    """Return an exact number as a fraction, and one that may be off as a decimal: a fraction would look exact."""
    return published(value, None) if off else fraction_text(value)


def _standing(unit: ReadUnit) -> dict[str, Any]:
    return {"total": fraction_text(unit.total), "rank": unit.rank, "tied": unit.tied, "grade": unit.grade, "awards": list(unit.awards)}
