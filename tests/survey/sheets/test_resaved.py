"""Promises about files saved again: the same table reads into equal cells as .xlsx, .xls, .ods and .fods."""

from __future__ import annotations

import random
from datetime import date, timedelta
from fractions import Fraction

import pytest
import xlsxwriter

from ictscore.survey.sheets.format_codes import shown_by
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.opening import open_survey_file

LETTERS = "aăâbđeêoôơuưyỷễộ ĐÊƯ,.;:()%“”'\"<>&\n1209"
FORMATS = [
    *("General", "0", "0.00", "#,##0", "0%", "0.0%", "#,##0.00", "0.00E+00", "#,##0,"),
    *('0" máy"', '"khoảng "0', '0;"âm "0;"không"', '0.0,," triệu"', '[>=100]0;0" nhỏ"', "#,###", '0"%"', '0% "hồ sơ"', "0;0", ";;;"),
    *('"-"0', "#\\.##0", "#,##0 [$₫-42A]", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "[Red]0;[Blue]-0"),
]
DATES = ["dd/mm/yyyy", "mm/yyyy", "yyyy", "d-mmm", "dd/mm/yyyy hh:mm", '"ngày "dd" tháng "mm" năm "yyyy']


def written(path, seed):
    """Write a workbook of random values, merges, hidden rows and columns, and fonts."""
    chance = random.Random(seed)
    book = xlsxwriter.Workbook(str(path))
    formats = [book.add_format({"num_format": each}) for each in FORMATS]
    days, old = [book.add_format({"num_format": each}) for each in DATES], book.add_format({"font_name": ".VnTime"})
    for name in ("Bảng", "Ẩn"):
        sheet = book.add_worksheet(name)
        if name == "Ẩn":
            sheet.hide()
        for _ in range(40):
            row, column = chance.randrange(60), chance.randrange(12)
            match chance.randrange(8):
                case 0 | 1:
                    sheet.write_string(row, column, "x" + "".join(chance.choices(LETTERS, k=chance.randrange(30))) + "x")
                case 2:
                    sheet.write_number(row, column, chance.randrange(-(10**9), 10**9), chance.choice(formats))
                case 3:
                    sheet.write_number(row, column, round(chance.uniform(-1, 1) * 10 ** chance.randrange(9), 5), chance.choice(formats))
                case 4:
                    sheet.write_datetime(row, column, date(1990, 1, 1) + timedelta(days=chance.randrange(20_000)), chance.choice(days))
                case 5:
                    sheet.write_boolean(row, column, chance.random() < 0.5)
                case 6:
                    sheet.write_formula(row, column, f"={row}*{column}+0.5", None, row * column + 0.5)
                case 7:
                    sheet.write_string(row, column, "Së Tµi chÝnh", old)
        sheet.merge_range(70, 0, 71, 3, "gộp")
        sheet.set_row(chance.randrange(60), options={"hidden": True})
        sheet.set_column(13, 13, None, None, {"hidden": True})
    book.close()


def told(path):
    """Return what is read from a file, numbers at the digits a spreadsheet has; hidden rows below the last cell say nothing."""
    book = open_survey_file(read_input(path))
    assert {each.code for each in book.findings} <= {"IO214", "IO246"}
    return [
        (
            sheet.name,
            sheet.hidden,
            {key: (cell.kind, value(cell), *cell[5:8], seen(cell)) for key, cell in sheet.cells.items()},
            sorted(sheet.merged),
            sheet.hidden_rows,
            sheet.hidden_columns,
        )
        for sheet in book.sheets
    ]


def value(cell):
    """Return what a cell holds, exactly."""
    return Fraction(f"{float(cell.text):.15g}") if cell.kind in ("number", "date") else cell.text


def seen(cell):
    """Return what the format of a cell shows more or less than what is stored; a program may spell the same format another way."""
    if cell.kind != "number" or not cell.shown_by:
        return bool(cell.shown_by)
    shown = shown_by(cell.shown_by, value(cell))
    return shown._replace(section=shown.section._replace(condition=None, digits=shown.section.digits.replace("#", "")))


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "fods"])
def test_a_workbook_saved_again_reads_the_same(tmp_path, office, kind):
    """Kinds, exact values, texts, formats, merges and what is hidden are those of the workbook that was saved."""
    paths = [tmp_path / f"b{seed}.xlsx" for seed in range(12)]
    for seed, path in enumerate(paths):
        written(path, seed)
    for path, again in zip(paths, office(paths, kind), strict=True):
        assert told(again) == told(path)
