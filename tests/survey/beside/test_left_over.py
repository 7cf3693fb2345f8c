"""Promises about cells that nothing understood: each is told of, wherever it stands on a sheet that was read."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl.comments import Comment
from survey.small_surveys import RULES

from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.table import write_table
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission
from ictscore.words import speak

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


@pytest.mark.parametrize(
    "said", ["Số liệu mô phỏng", "Kỳ báo cáo: 1-6/2020", "tháng Mười hai", "Tổ công tác", "Kịch bản cao", 66, "Sở Y tế"]
)
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
    rows = [*OURS, ["", "Số liệu mô phỏng"], ["", *HEAD], *[["can_bo", *ASKED[0]], ["may_tinh", *ASKED[1]]], [], ["", "", 12]]
    assert left(read(rows)) == ["B4 “Số liệu mô phỏng”", "C9 “12”"]


def test_titles_and_further_columns_of_tables_are_told(read):
    """A bare number in a column for notes too; columns with a heading that nobody knows have a warning of their own (SV403)."""
    rows = [["Số liệu mô phỏng"], [*TABLE, "Ghi chú", "Loại"], *[[*each, 2018, "dự báo"] for each in UNITS]]
    survey = read(rows)
    assert left(survey) == ["A1 “Số liệu mô phỏng”", "E3 “Ghi chú: 2018” and 1 more below it"]
    assert "SV403" in [each.code for each in survey.findings]


@pytest.mark.parametrize("heading", ["Số liệu tháng 6", "Kết quả (kỳ 2)", "Số liệu (2018)"])
def test_what_a_heading_of_answers_says_more_is_told(read, heading):
    """A month, a part of a year and another year; the year of the round and the plain word are no news."""
    told = read(typed(head=[*HEAD[:3], heading]))
    assert [each for each in told.findings if each.place.cell == "D3" and each.code != "SV420"]
    assert left(read(typed(head=[*HEAD[:3], "Số liệu năm 2020"]))) == []


def test_what_stands_in_the_cells_of_numbers_and_measures_is_told(read):
    """Where only the number of a row belongs, and in a row of its own in any column."""
    rows = [["của toàn ngành", *ASKED[0][1:]], *ASKED[1:]]
    assert left(read(typed(rows=rows))) == ["A4 “của toàn ngành”"]
    for column in range(4):
        own = ["", "", "", ""]
        own[column] = "không dùng bản này"
        assert any("không dùng bản này" in each.message for each in read(typed(rows=[ASKED[0], own, *ASKED[1:]])).findings)


def test_above_the_answers_every_column_counts(read):
    """Beside the title and right above the heading of the answers too."""
    assert left(read(typed(["PHIẾU KHẢO SÁT", "", "", "Kịch bản cao"]))) == ["D1 “Kịch bản cao”"]


def test_a_name_broken_over_cells_is_whole(read):
    """The unit’s name in two cells; a part of a name alone is not understood."""
    assert left(read(typed(["SỞ"], ["NỘI VỤ"]))) == []
    assert left(read(typed(["NỘI VỤ"]))) == ["A1 “NỘI VỤ”"]


def test_comments_away_from_answers_are_told(write, loaded):
    """On a heading or a title they speak of everything below."""
    path = write(typed(), name="ghi-chu.xlsx")
    book = openpyxl.load_workbook(path)
    book.active["D3"].comment = Comment("số của toàn ngành", "A")
    book.save(path)
    assert left(read_survey([path], loaded.rulebook, loaded.hash)) == ["D3, comment “số của toàn ngành”"]


def test_one_finding_is_enough(read, found):
    """What another finding speaks of, by its cell, row or column, is not told again."""
    assert left(read(typed(["Số liệu năm 2018"]))) == []
    assert left(read([TABLE, *UNITS, ["Tổng cộng", 50, 25, ""], ["(số liệu ước)"]])) == []
    assert left(read([*typed(), [], ["", "xem công văn kèm theo"]])) == []


def test_many_cells_are_counted(read):
    """A message names twelve and counts the others."""
    survey = read(typed(*[[f"dòng lạ {number}"] for number in range(14)]))
    (told,) = [each for each in survey.findings if each.code == "SV613"]
    assert (len(told.values["read"]), len(told.related), str(told.values["more"])) == (12, 11, " and 2 more")


def test_of_a_spoilt_sheet_only_the_first_are_kept(read, monkeypatch):
    """What was not kept is not counted: the message says at least how many there are."""
    monkeypatch.setattr("ictscore.survey.beside.left_over._MOST", 3)
    (told,) = [each for each in read(typed(*[[f"dòng lạ {number}"] for number in range(5)])).findings if each.code == "SV613"]
    assert told.message.endswith("A1 “dòng lạ 0”, A2 “dòng lạ 1”, A3 “dòng lạ 2” and at least 1 more.")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_headers_and_footers_of_pages_are_told(write, loaded, language):
    """With their words; the numbers of pages and the rulebook's name are no news."""
    path = write(typed(), name="trang.xlsx")
    book = openpyxl.load_workbook(path)
    book.active.oddHeader.center.text = "Kịch bản cao"
    book.active.oddFooter.center.text = "Trang &P/&N"
    book.save(path)
    speak(language)
    told = {"en": "header or footer “Kịch bản cao”", "vi": "đầu trang hoặc chân trang “Kịch bản cao”"}
    assert left(read_survey([path], loaded.rulebook, loaded.hash)) == [told[language]]


@pytest.mark.parametrize("said", ["Số liệu từ 1/1 đến 30/6/2018", "Tính đến 30/6/2018", "Số liệu tháng 6/2018"])
def test_a_part_of_a_year_is_told_where_no_year_is_known(write, rules, said):
    """Nothing can be held against a round that nobody names, so that it is told."""
    unknown = rules(RULES.replace("rounds: {years: [2020]}\n", ""))
    survey = read_survey([write(typed([said]))], unknown.rulebook, unknown.hash)
    assert any(each.place.cell == "A1" for each in survey.findings)


def test_the_labels_of_our_own_form_are_looked_at(read):
    """Whatever is typed over or into the label of the unit."""
    rows = [
        MARKS,
        ["#unit", "Đơn vị (số của toàn ngành)", "", "", "Sở Nội vụ"],
        *OURS[2:],
        ["", *HEAD],
        ["can_bo", *ASKED[0]],
        ["may_tinh", *ASKED[1]],
    ]
    assert left(read(rows)) == ["B2 “Đơn vị (số của toàn ngành)”"]


def test_formulas_without_a_value_are_told(write, loaded):
    """On a form typed again nobody knows what they say."""
    path = write(typed(["x"]), name="cong-thuc.xlsx")
    book = openpyxl.load_workbook(path)
    book.active["A1"] = '="Không dùng"&" bản này"'
    book.save(path)
    assert left(read_survey([path], loaded.rulebook, loaded.hash)) == ["A1 “=?”"]


@pytest.mark.parametrize("name", ["binhthuan-2020", "khanhhoa-2018", "tuyenquang-2019", "binhthuan-dang-2019", "quangbinh-2018"])
def test_our_own_table_says_nothing_of_itself(tmp_path, name):
    """With units and without, with the columns of points of all stages."""
    loaded = load_rulebook(name)
    path = tmp_path / "bang.xlsx"
    for rows in ([], [Submission("Sở Tài chính", loaded.rulebook.groups[0].id, {})]):
        path.write_bytes(write_table(loaded, rows))
        assert left(read_survey([path], loaded.rulebook, loaded.hash)) == []


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("AS3", "Kịch bản cao"),
        ("M2", "xem lại"),
        ("A3", "kỳ 1-6"),
        ("B3", "Toàn tỉnh"),
        ("D8", "abc"),
        ("C9", "Nhóm toàn ngành"),
        ("B9", "Đơn vị (số ngành)"),
    ],
)
def test_what_stands_above_our_own_table_is_told(tmp_path, cell, text):
    """Between the title and the headings, over and put into one of ours."""
    loaded = load_rulebook("quangbinh-2018")
    path = tmp_path / "bang.xlsx"
    path.write_bytes(write_table(loaded, [Submission("Sở Tài chính", loaded.rulebook.groups[0].id, {})]))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet[cell] = text
    book.save(path)
    assert left(read_survey([path], loaded.rulebook, loaded.hash)) == [f"{cell} “{text}”"]
