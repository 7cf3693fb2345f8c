"""Forms of thirteen questions with a remark beside one answer or below them, and what is found in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from usual_remarks import ANSWERS, RULES

from ictscore.survey.reading import read_survey

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
WHO = [["#unit", "", "Đơn vị", "", "Sở Tài chính"], ["#group", "", "Nhóm", "", "Nhóm một"]]
HEAD = ["", "TT", "Câu hỏi", "Đơn vị tính", "Câu trả lời", "Minh chứng", "Ghi chú"]
FIRST = 5
COLUMNS = {"evidence": 5, "note": 6}


@pytest.fixture(scope="session")
def thirteen(rules):
    """Return the rulebook that asks the thirteen questions."""
    return rules(RULES)


@pytest.fixture
def remarked(tmp_path: Path, thirteen) -> Callable[..., list[tuple[str, str, str]]]:
    """Return what writes remarks beside answers (by id) or below the form, and lists severity, code and cell of what is found."""

    def make(beside=None, *, column="note", below=(), answers=None, evidence=None):
        path = tmp_path / "phieu.xlsx"
        book = xlsxwriter.Workbook(str(path), {"strings_to_urls": False, "strings_to_formulas": False})
        sheet = book.add_worksheet("Phiếu")
        for row, values in enumerate((MARKS, *WHO, HEAD)):
            sheet.write_row(row, 0, values)
        for at, (name, answer) in enumerate((ANSWERS | (answers or {})).items()):
            spec = thirteen.rulebook.answers[name]
            sheet.write_row(FIRST - 1 + at, 0, [name, at + 1, spec.label, spec.measure or "", answer])
            for text in [beside[name]] if beside and name in beside else []:
                sheet.write_string(FIRST - 1 + at, COLUMNS[column], text)
            for text in [evidence[name]] if evidence and name in evidence else []:
                sheet.write_string(FIRST - 1 + at, COLUMNS["evidence"], text)
        for at, text in enumerate(below):
            sheet.write_string(FIRST + len(ANSWERS) + 1 + at, 2, text)
        book.close()
        survey = read_survey([path], thirteen.rulebook, thirteen.hash)
        return [(each.severity, each.code, each.place.cell) for each in survey.findings]

    return make
