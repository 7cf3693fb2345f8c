"""Promises about cells that nothing understood: each is told of, wherever it stands on a sheet that was read."""

from __future__ import annotations

import pytest

HEAD = ["STT", "Nội dung", "Đơn vị tính", "Số liệu"]
ASKED = [[1, "Tổng số cán bộ", "người", 20], [2, "Số máy tính", "máy", 10], [3, "Kinh phí", "", 7]]
TABLE = ["Đơn vị", "Tổng số cán bộ", "Số máy tính", "Nhóm"]
UNITS = [["Sở Nội vụ", 20, 10, "a"], ["Sở Y tế", 30, 15, "a"]]
MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
OURS = [MARKS, ["#unit", "Đơn vị", "", "", "Sở Nội vụ"], ["#group", "Nhóm", "", "", "Nhóm một"]]


def typed(*above: list[object], rows: list[list[object]] = ASKED, head: list[object] = HEAD) -> list[list[object]]:
    """Return a form typed again, with lines above it."""
    return [*above, ["Đơn vị:", "Sở Nội vụ"], ["Nhóm:", "Nhóm một"], head, *rows]


def left(survey) -> list[str]:
    """Return what was not understood, as it is told."""
    return [str(each) for finding in survey.findings if finding.code == "SV613" for each in finding.values["read"]]


@pytest.mark.parametrize("said", ["Số liệu dự báo", "Kỳ báo cáo: 1-6/2020", "tháng Mười hai", "Tổ công tác", "Kịch bản cao", 66, "Sở Y tế"])
def test_a_line_above_a_form_is_told(read, said):
    """Whatever it says, and whether people or numbers say it; the unit's own name and a usual title are no news."""
    assert left(read(typed(["PHIẾU KHẢO SÁT NĂM 2020"], [said]))) == [f"A2 “{said}”"]
    assert left(read(typed(["PHIẾU KHẢO SÁT NĂM 2020"], ["SỞ NỘI VỤ"]))) == []


def test_a_value_is_told_with_its_label(read):
    """Beside it or below it; a label and its value are usual together or not at all."""
    assert left(read(typed(["Kỳ báo cáo:", "1-6"]))) == ["B1 “Kỳ báo cáo: 1-6”"]
    assert left(read(typed(["Năm báo cáo:", 2020]))) == []
    assert left(read(typed(["Phiên bản:", 3, "Ghi thêm"]))) == ["B1 “Phiên bản: 3”", "C1 “Ghi thêm”"]


def test_a_column_that_was_not_read_is_told_once(read):
    """With its heading, at the first of its cells, before the answers as behind them; numbers of rows are no news."""
    before = [[number, "dự báo", label, measure, answer] for number, label, measure, answer in ASKED]
    assert left(read(typed(rows=before, head=["STT", "Loại", *HEAD[1:]]))) == ["B4 “Loại: dự báo” and 2 more below it"]
    assert left(read(typed())) == []


def test_a_row_between_the_questions_is_told(read):
    """A section that the rulebook does not have may say of what the numbers below it are; one that it has says nothing new."""
    assert left(read(typed(rows=[*ASKED[:1], ["", "Số của toàn ngành", "", ""], *ASKED[1:]]))) == ["B5 “Số của toàn ngành”"]
    assert left(read(typed(rows=[*ASKED[:1], ["II", "Nhóm một", "", ""], *ASKED[1:]]))) == []


def test_what_stands_in_our_own_form_is_told(read):
    """A line put in above the headings of a form with marks, and a number below it."""
    rows = [*OURS, ["", "Số liệu dự báo"], ["", *HEAD], *[["can_bo", *ASKED[0]], ["may_tinh", *ASKED[1]]], [], ["", "", 12]]
    assert left(read(rows)) == ["B4 “Số liệu dự báo”", "C9 “12”"]


def test_titles_and_further_columns_of_tables_are_told(read):
    """A bare number in a column for notes too; columns with a heading that nobody knows have a warning of their own (SV403)."""
    rows = [["Số liệu dự báo"], [*TABLE, "Ghi chú", "Loại"], *[[*each, 2018, "dự báo"] for each in UNITS]]
    survey = read(rows)
    assert left(survey) == ["A1 “Số liệu dự báo”", "E3 “Ghi chú: 2018” and 1 more below it"]
    assert "SV403" in [each.code for each in survey.findings]


def test_one_finding_is_enough(read, found):
    """What another finding speaks of, by its cell, row or column, is not told again."""
    assert left(read(typed(["Số liệu năm 2018"]))) == []
    assert left(read([TABLE, *UNITS, ["Tổng cộng", 50, 25, ""], ["(số liệu ước)"]])) == []
    assert left(read([*typed(), [], ["", "xem công văn kèm theo"]])) == []


def test_many_cells_are_counted(read):
    """A message names eight and counts the others."""
    survey = read(typed(*[[f"dòng lạ {number}"] for number in range(10)]))
    (told,) = [each for each in survey.findings if each.code == "SV613"]
    assert (len(told.values["read"]), len(told.related), str(told.values["more"])) == (8, 7, " and 2 more")


def test_of_a_spoilt_sheet_only_the_first_are_kept(read, monkeypatch):
    """What was not kept is not counted: the message says at least how many there are."""
    monkeypatch.setattr("ictscore.survey.beside.left_over._MOST", 3)
    (told,) = [each for each in read(typed(*[[f"dòng lạ {number}"] for number in range(5)])).findings if each.code == "SV613"]
    assert told.message.endswith("A1 “dòng lạ 0”, A2 “dòng lạ 1”, A3 “dòng lạ 2” and at least 1 more.")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_headers_and_footers_of_pages_are_told(write, loaded, language):
    """With their words; the numbers of pages and the rulebook's name are no news."""
    import openpyxl

    from ictscore.survey.reading import read_survey
    from ictscore.words import speak

    path = write(typed(), name="trang.xlsx")
    book = openpyxl.load_workbook(path)
    book.active.oddHeader.center.text = "Kịch bản cao"
    book.active.oddFooter.center.text = "Trang &P/&N"
    book.save(path)
    speak(language)
    told = {"en": "header or footer “Kịch bản cao”", "vi": "đầu trang hoặc chân trang “Kịch bản cao”"}
    assert left(read_survey([path], loaded.rulebook, loaded.hash)) == [told[language]]
