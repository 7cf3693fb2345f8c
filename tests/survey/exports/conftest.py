"""Small exports written down beside a mapping, and read under one short rulebook."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from exported import MAPPING, RULES

from ictscore.rulebook.load import LoadedRulebook
from ictscore.survey.exports.mapping_read import read_mapping
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Survey

Rows = Sequence[Sequence[Any]]
ReadExport = Callable[..., Survey]


@pytest.fixture(scope="session")
def loaded(rules: Any) -> LoadedRulebook:
    """Return the rulebook these tests read under."""
    return rules(RULES)


@pytest.fixture
def export(tmp_path: Path) -> Callable[..., Path]:
    """Write rows, or several sheets of rows, into a file and return its path."""

    def make(rows: Rows | Mapping[str, Rows], name: str = "xuat.csv") -> Path:
        path = tmp_path / name
        if path.suffix == ".csv":
            assert not isinstance(rows, Mapping)
            with path.open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream).writerows(rows)
            return path
        sheets = rows if isinstance(rows, Mapping) else {"Sheet1": rows}
        with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy hh:mm"}) as book:
            for title, lines in sheets.items():
                sheet = book.add_worksheet(title)
                for row, cells in enumerate(lines):
                    for column, value in enumerate(cells):
                        if value not in ("", None):
                            sheet.write(row, column, value)
        return path

    return make


@pytest.fixture
def mapped(tmp_path: Path, loaded: LoadedRulebook) -> Callable[..., Any]:
    """Write a mapping down and return it as it is read; what does not hold is raised."""

    def make(text: str = MAPPING) -> Any:
        path = tmp_path / "bang.yaml"
        path.write_text(text.lstrip("\n"), encoding="utf-8")
        return read_mapping(path, loaded.rulebook, "bang.yaml")

    return make


@pytest.fixture
def read(export: Callable[..., Path], mapped: Callable[..., Any], loaded: LoadedRulebook) -> ReadExport:
    """Write an export and a mapping down, and read the export by it; ``more`` are further files."""

    def make(rows: Any, text: str = MAPPING, name: str = "xuat.csv", more: Sequence[Path] = (), **options: Any) -> Survey:
        given = ReadOptions(mapping=mapped(text), **options)
        return read_survey([export(rows, name), *more], loaded.rulebook, loaded.hash, options=given)

    return make


@pytest.fixture
def told() -> Callable[[Survey], list[tuple[str, str]]]:
    """Return what lists the codes of a survey's findings with their places, without file names of a temporary folder."""

    def codes(survey: Survey, *but: str) -> list[tuple[str, str]]:
        places = [(each.code, each.place) for each in survey.findings if each.code not in but]
        return sorted((code, place.cell or f"{place.line}:{place.column}") for code, place in places)

    return codes


@pytest.fixture
def values() -> Callable[..., dict[str, Any]]:
    """Return what gives the values of one unit's answers."""

    def of(survey: Survey, unit: str) -> dict[str, Any]:
        return next(each.values_at("self") for each in survey.submissions if each.unit == unit)

    return of
