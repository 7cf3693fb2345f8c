"""A small round of forms that several tests share: a rulebook of three questions, four units expected, forms filled as told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ictscore.expr.values import Value, unreadable
from ictscore.rulebook.load import LoadedRulebook
from ictscore.survey.blank.form import write_form
from ictscore.survey.submission import Answer, Submission

RULES = """
title: Bộ tiêu chí thử
groups:
  - {id: so, name: Các sở, members: [Sở Nội vụ, Sở Tài chính, Sở Y tế]}
  - {id: huyen, name: Các huyện, members: [Huyện Hàm Tân]}
answers:
  nguoi: {label: Tổng số người, type: count, measure: người}
  may: {label: Số máy tính, type: count, measure: máy}
  mang: {label: Đã nối mạng, type: yes_no}
criteria:
  - {id: may_tinh, number: "1.1", max_points: 10, formula: {kind: ratio, of: may, over: nguoi, when_denominator_zero: zero}}
  - {id: noi_mang, number: "1.2", max_points: 5, formula: {kind: yes_no, of: mang}}
"""


@dataclass(frozen=True)
class Round:
    """A rulebook and a folder for the forms that came back."""

    loaded: LoadedRulebook
    folder: Path

    @property
    def rulebook(self) -> str:
        """Return the rulebook as a command line names it."""
        return str(self.loaded.path)

    def fill(self, name: str, unit: str, group: str = "so", **answers: Any) -> Path:
        """Write a form; a text stands for an answer that nobody can read."""
        self.folder.mkdir(exist_ok=True)
        given = {key: Answer(_value(key, value), raw=str(value)) for key, value in answers.items()}
        path = self.folder / f"{name}.xlsx"
        path.write_bytes(write_form(self.loaded, Submission(unit, group, {"self": given})))
        return path

    def usual(self) -> Path:
        """Fill in three forms: one in order, one with two doubtful answers, one of the other group with a required answer left blank."""
        self.fill("noi-vu", "Sở Nội vụ", nguoi=40, may=38, mang=True)
        self.fill("tai-chinh", "Sở Tài chính", nguoi="17l", may=5, mang="đang làm")
        self.fill("ham-tan", "Huyện Hàm Tân", "huyen", nguoi=10, mang=False)
        return self.folder


def _value(name: str, value: Any) -> Value:
    if isinstance(value, str):
        return unreadable(name)
    return value if isinstance(value, bool) else Fraction(value)


def write_answers(path: Path, **answers: Any) -> None:
    """Write answers into a form by hand, as an officer would, each into the cell of its question."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    rows = {str(sheet.cell(row, 1).value): row for row in range(1, sheet.max_row + 1)}
    for name, value in answers.items():
        sheet.cell(rows[name], 5).value = value
    book.save(path)


def write_evidence(path: Path, **named: str) -> None:
    """Write what evidence there is beside the answers of a form, as an officer would."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    rows = {str(sheet.cell(row, 1).value): row for row in range(1, sheet.max_row + 1)}
    for name, text in named.items():
        sheet.cell(rows[name], 6).value = text
    book.save(path)


def put_files(folder: Path, *names: str, content: bytes = b"%PDF-1.4") -> Path:
    """Put files into a folder, and into folders below it, and return it."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


@pytest.fixture
def small_round(rules: Any, tmp_path: Path) -> Round:
    """Return a round with nothing in its folder yet."""
    return Round(rules(RULES), tmp_path / "nhan")


def marked_cells(path: Path) -> Mapping[str, str]:
    """Return the comments of a form by the ids of the rows where they stand."""
    sheet = load_workbook(path).worksheets[0]
    cells = (sheet.cell(row, 5) for row in range(1, sheet.max_row + 1))
    return {str(sheet.cell(each.row, 1).value): each.comment.text for each in cells if each.comment is not None}
