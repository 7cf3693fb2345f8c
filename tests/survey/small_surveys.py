"""Small surveys written down as workbooks or CSV files, and read back under one short rulebook."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import xlsxwriter

from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.procedure import StageId
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Answer, Survey

RULES = """
id: thu
rounds: {years: [2020]}
answers:
  can_bo: {label: Tổng số cán bộ, type: count, measure: người, min: 1}
  may_tinh: {label: Số máy tính, type: count, measure: máy}
  ty_le: {label: Tỷ lệ trực tuyến, type: percent, required: false}
  chi_so: {label: Chỉ số, type: number, min: 0, max: 1, required: false}
  kinh_phi: {label: Kinh phí, type: number, required: false}
  co_mang: {label: Có mạng, type: yes_no, required: false}
  vai_tro: {label: Vai trò, type: choice, choices: {truong: Người đứng đầu, pho: Cấp phó}, required: false}
  ngay: {label: Ngày báo cáo, type: date, required: false}
  loi_ghi: {label: Lời ghi, type: text, required: false, ask: [a, b]}
  ho_so: {label: Số hồ sơ, type: count, not_applicable: true, required: false}
groups:
  - {id: a, name: Nhóm một, annex: I, max_points: 60}
  - {id: b, name: Nhóm hai, annex: II, max_points: 60}
criteria:
  - {id: may, number: "1.1", max_points: 10, formula: {kind: ratio, of: may_tinh, over: can_bo, when_denominator_zero: error}}
  - {id: tl, max_points: 10, formula: {kind: formula, expr: ty_le / 10}}
  - {id: cs, max_points: 10, formula: {kind: formula, expr: chi_so * 10}}
  - {id: kp, max_points: 10, formula: {kind: count, of: kinh_phi, each: 1}}
  - {id: mg, max_points: 10, formula: {kind: yes_no, of: co_mang}}
  - {id: vt, max_points: 5, formula: {kind: choice, of: vai_tro, shares: {truong: 1, pho: 1/2}}}
  - {id: ng, max_points: 2, formula: {kind: formula, expr: if given(ngay) then 2 else 0}}
  - {id: hs, max_points: 3, formula: {kind: count, of: ho_so, each: 1}}
"""

LISTED = """
id: thu
answers: {x: {label: Số, type: count}}
groups:
  - {id: a, max_points: 10, members: [Sở Nội vụ, Sở Y tế], unranked: [Thanh tra tỉnh], excluded: [Công an tỉnh]}
  - {id: b, max_points: 10, unit_count: 2, ranked_within: parent}
criteria:
  - {id: c, max_points: 10, formula: {kind: count, of: x, each: 1}}
"""


class Shown(NamedTuple):
    """A cell's value with the number format it is shown in."""

    value: Any
    number_format: str


class Formula(NamedTuple):
    """A formula with its stored value."""

    text: str
    value: Any


Rows = Sequence[Sequence[Any]]
Write = Callable[..., Path]
Read = Callable[..., Survey]


class Typed(NamedTuple):
    """What became of one cell: the value, and the codes found at it."""

    value: Any
    codes: tuple[str, ...]


@pytest.fixture
def found() -> Callable[..., list[tuple[str, str]]]:
    """Return what lists the codes of a survey's findings with their cells; codes in ``but`` are left out.

    So is the note about optional questions: most tables here have columns for two or three.
    """

    def codes(survey: Survey, *but: str) -> list[tuple[str, str]]:
        return [(each.code, each.place.cell) for each in survey.findings if each.code not in (*but, "SV448")]

    return codes


@pytest.fixture(scope="session")
def loaded(rules: Any) -> LoadedRulebook:
    """Return the rulebook most tests read under."""
    return rules(RULES)


@pytest.fixture(scope="session")
def staged(rules: Any) -> LoadedRulebook:
    """Return the same rulebook with the stages of reviewers and of the council."""
    return rules(f"{RULES.rstrip()}\nstages: [{{id: appraised, name: Thẩm định}}, {{id: council, name: Hội đồng}}]\n")


@pytest.fixture(scope="session")
def listed(rules: Any) -> LoadedRulebook:
    """Return a rulebook with closed lists of units."""
    return rules(LISTED)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write rows (or several sheets of rows, and a stamp) into a file and return its path."""

    def make(rows: Rows | Mapping[str, Rows], name: str = "bang.xlsx", stamp: Mapping[str, str] | None = None, **more: Any) -> Path:
        path = tmp_path / name
        if path.suffix == ".csv":
            assert not isinstance(rows, Mapping)
            with path.open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream, delimiter=more.get("delimiter", ",")).writerows(rows)
            return path
        sheets = dict(rows) if isinstance(rows, Mapping) else {"Bảng": rows}
        if stamp is not None:
            sheets["_ictscore"] = list(stamp.items())
        book = xlsxwriter.Workbook(str(path))
        for title, lines in sheets.items():
            _write_sheet(book, book.add_worksheet(title), lines)
        for change in (more.get("change"),):
            if change is not None:
                change(book)
        book.close()
        return path

    return make


@pytest.fixture
def read(write: Write, loaded: LoadedRulebook) -> Read:
    """Write rows down and read them back."""

    def make(rows: Any, rulebook: LoadedRulebook | None = None, stage: StageId | None = None, **more: Any) -> Survey:
        under = rulebook or loaded
        return read_survey([write(rows, **more)], under.rulebook, under.hash, options=ReadOptions(stage=stage))

    return make


@pytest.fixture
def cell(read: Read) -> Callable[..., Typed]:
    """Write one value under a question into cell B2 and return what it is taken for."""

    def make(answer: str, value: Any, name: str = "bang.xlsx") -> Typed:
        survey = read([["unit", answer, "group", "loi_ghi"], ["Sở Nội vụ", value, "a", "đủ"]], name=name)
        given = survey.submissions[0].answers["self"].get(answer, Answer(None))  # type: ignore[arg-type]
        return Typed(given.value, tuple(each.code for each in survey.findings if each.place.cell == "B2" and each.code[:2] == "SV"))

    return make


@pytest.fixture
def shown_as() -> type[Shown]:
    """Return what makes a value with a number format."""
    return Shown


@pytest.fixture
def formula() -> type[Formula]:
    """Return what makes a formula with its stored value."""
    return Formula


def _write_sheet(book: Any, sheet: Any, rows: Rows) -> None:
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if isinstance(value, Shown):
                sheet.write(row, column, value.value, book.add_format({"num_format": value.number_format}))
            elif isinstance(value, Formula):
                sheet.write_formula(row, column, value.text, None, value.value)
            elif isinstance(value, date):
                sheet.write_datetime(row, column, value, book.add_format({"num_format": "dd/mm/yyyy"}))
            elif isinstance(value, str):
                sheet.write_string(row, column, value) if value else None
            elif value is not None:
                sheet.write(row, column, value)
