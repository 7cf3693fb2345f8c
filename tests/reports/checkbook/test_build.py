"""Promises about the workbook of a check: a real table, working links, states by colour and sign, no formula from outside, same bytes."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from ictscore.errors import FileRefused
from ictscore.expr.values import not_applicable
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.checkbook.build import check_workbook
from ictscore.reports.checkbook.completeness import SIGNS
from ictscore.reports.checkbook.links import LONGEST, address_of
from ictscore.reports.checked.told import checked
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Answer, Survey

COMMAND = "ictscore check nhan"


@pytest.fixture
def book(small_round, tmp_path):
    """Return the workbook of the usual round, as it stands beside the folder."""
    survey = read_survey([small_round.usual()], small_round.loaded.rulebook, small_round.loaded.hash)
    return _opened(checked(small_round.loaded, survey, None), tmp_path)


def _opened(check, folder):
    path = folder / "ket-qua.xlsx"
    path.write_bytes(check_workbook(check, COMMAND, path))
    return load_workbook(path)


def _rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_its_sheets_are_vietnamese_whoever_runs_it(book):
    """The workbook is in the rulebook's language: summary, findings, completeness of each group, origin."""
    names = ["Tổng hợp", "Lỗi cần xem", "Mức đầy đủ so", "Mức đầy đủ huyen", "Xuất xứ", "_ictscore"]
    assert book.sheetnames == names
    assert book["_ictscore"].sheet_state == "veryHidden"
    assert book["Tổng hợp"]["A3"].value == "4 đơn vị: 1 đạt · 2 cần sửa · 1 chưa nộp"


def test_words_among_the_evidence_that_name_no_document_are_listed(small_round, tmp_path):
    """They may be said of the figure; what names a document, by a word or a number, is evidence."""
    loaded = small_round.loaded
    survey = read_survey([small_round.usual()], loaded.rulebook, loaded.hash)
    first, *others = survey.submissions
    names = [*first.answers["self"]]
    shown = dict(zip(names, [("của toàn ngành", ""), ("Kế hoạch năm", ""), ("12", "ghi chú")], strict=False))
    book = _opened(checked(loaded, replace(survey, submissions=(replace(first, remarks=shown), *others)), None), tmp_path)
    rows = _rows(book["Ghi chú của đơn vị"])[5:]
    assert [row[3] for row in rows] == ["Minh chứng: của toàn ngành", *(["ghi chú"] if len(names) > 2 else [])]


def test_every_note_is_listed(small_round, tmp_path):
    """Each with its question and answer, and a link to the cell; without any note there is no such sheet."""
    loaded = small_round.loaded
    survey = read_survey([small_round.usual()], loaded.rulebook, loaded.hash)
    first, *others = survey.submissions
    question = next(iter(first.answers["self"]))
    noted = replace(first, remarks={question: ("QĐ 12", "Kịch bản cao"), "points:x": ("", ""), "gone": ("", "không còn hỏi")})
    book = _opened(checked(loaded, replace(survey, submissions=(noted, *others)), None), tmp_path)
    head, *rows = _rows(book["Ghi chú của đơn vị"])[4:]
    assert head == ["Đơn vị", "Câu hỏi", "Câu trả lời", "Ghi chú", "Ô"]
    answer, label = first.answers["self"][question], loaded.rulebook.answers[question].label
    assert rows == [
        [first.unit, label, answer.raw, "Kịch bản cao", answer.place.cell],
        [first.unit, "gone", None, "không còn hỏi", first.place.cell],
    ]
    assert "Ghi chú của đơn vị" not in _opened(checked(loaded, survey, None), tmp_path).sheetnames


def test_the_summary_has_every_unit(book):
    """Each unit stands once, with its standing in a word and a sign."""
    rows = [row for row in _rows(book["Tổng hợp"]) if row[1] is not None]
    stands = {row[1]: row[2] for row in rows}
    assert stands["Sở Nội vụ"] == "✓ đạt"
    assert stands["Sở Tài chính"] == "! cần sửa"
    assert stands["Sở Y tế"] == "– chưa nộp"


def test_findings_are_a_table_to_be_filtered(book):
    """The findings are an Excel table with filters, errors first, each with question, raw text and advice."""
    sheet = book["Lỗi cần xem"]
    (table,) = sheet.tables.values()
    assert table.autoFilter is not None
    head, *rows = _rows(sheet)[4:]
    assert head == ["Tệp", "Trang tính", "Ô", "Mức độ", "Mã", "Đơn vị", "Câu hỏi", "Đọc được", "Thấy gì", "Cần làm gì"]
    assert [row[3:8] for row in rows if row[3] == "lỗi"] == [
        ["lỗi", "SV101", "Huyện Hàm Tân", "Số máy tính", None],
        ["lỗi", "SV236", "Sở Tài chính", "Tổng số người", "17l"],
        ["lỗi", "SV260", "Sở Tài chính", "Đã nối mạng", "đang làm"],
        ["lỗi", "UN104", "Sở Y tế", None, None],
    ]
    assert "lỗi" not in [row[3] for row in rows[4:]]


def test_findings_at_cells_stand_before_what_nobody_can_go_to(small_round, tmp_path):
    """Of the errors those at cells come first, then those of files, then who is missing."""
    survey = read_survey([small_round.usual()], small_round.loaded.rulebook, small_round.loaded.hash)
    more = (finding("UN104", unit="Sở Z", group="so"), finding("IO105", Place("a.xlsx")))
    rows = _rows(_opened(checked(small_round.loaded, replace(survey, findings=(*more, *survey.findings)), None), tmp_path)["Lỗi cần xem"])
    errors = [(bool(row[2]), bool(row[0])) for row in rows if row[3] == "lỗi"]
    assert errors == sorted(errors, reverse=True)
    assert errors[0] == (True, True)
    assert errors[-3:] == [(False, True), (False, False), (False, False)]


def test_a_cell_is_a_link_to_the_file_beside_it(book):
    """The link is relative and names sheet and cell, so it holds while folder and workbook are moved together."""
    link = book["Lỗi cần xem"]["C8"].hyperlink
    assert link.target.replace("\\", "/") == "nhan/tai-chinh.xlsx"
    assert link.location == "'Phiếu'!" + book["Lỗi cần xem"]["C8"].value


def test_completeness_says_by_colour_and_sign(small_round, tmp_path):
    """Given, missing, not applicable, unreadable, doubtful and lost: each has a sign and a colour of its own."""
    folder = small_round.usual()
    survey = read_survey([folder], small_round.loaded.rulebook, small_round.loaded.hash)
    ham_tan, noi_vu, tai_chinh = survey.submissions
    own = dict(noi_vu.answers["self"])
    own["mang"] = Answer(not_applicable("mang"), own["mang"].place)
    del own["nguoi"]
    doubt = finding("SV209", tai_chinh.answers["self"]["may"].place, label="Số máy tính", answer="may", read=1)
    units = (ham_tan, replace(noi_vu, answers={"self": own}), tai_chinh)
    survey = Survey(units, survey.files, (*survey.findings, doubt), survey.period)
    book = _opened(checked(small_round.loaded, survey, None), tmp_path)
    seen = {}
    for name in ("Mức đầy đủ so", "Mức đầy đủ huyen"):
        for row in book[name].iter_rows(min_row=7):
            if row[0].value and row[0].value.startswith(("Sở", "Huyện")):
                seen |= {cell.value: cell.fill.fgColor.rgb for cell in row[3:6]}
    assert set(seen) == {sign for sign, _ in SIGNS.values()}
    assert len(set(seen.values())) == len(SIGNS)


def test_nothing_from_outside_is_a_formula(small_round, tmp_path):
    """A name or an answer that begins like a formula is a text."""
    small_round.fill("x", '=HYPERLINK("http://x")', nguoi="=1+1", may="+cmd|' /C calc'!A0", mang="@SUM(1)")
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    book = _opened(checked(small_round.loaded, survey, None), tmp_path)
    assert [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
    assert "=1+1" in [row[7] for row in _rows(book["Lỗi cần xem"])]


def test_the_same_check_gives_the_same_bytes(small_round, tmp_path):
    """Nothing in the workbook hangs on when it was made."""
    survey = read_survey([small_round.usual()], small_round.loaded.rulebook, small_round.loaded.hash)
    check = checked(small_round.loaded, survey, None)
    path = tmp_path / "a.xlsx"
    assert check_workbook(check, COMMAND, path) == check_workbook(check, COMMAND, path)


def test_it_is_never_read_as_a_survey(small_round, tmp_path):
    """Given as a survey the workbook is refused as a result."""
    survey = read_survey([small_round.usual()], small_round.loaded.rulebook, small_round.loaded.hash)
    path = tmp_path / "a.xlsx"
    path.write_bytes(check_workbook(checked(small_round.loaded, survey, None), COMMAND, path))
    with pytest.raises(FileRefused) as refusal:
        read_survey([path], small_round.loaded.rulebook, small_round.loaded.hash)
    assert [each.code for each in refusal.value.findings] == ["IO172"]


def test_the_title_of_a_matrix_is_read_whole_on_every_page(book):
    """It stands in lines within the columns that every printed page repeats; running on, it was cut off on the later ones."""
    sheet = book["Mức đầy đủ so"]
    assert sheet.print_title_cols == "$A:$C"
    assert {"A1:C1", "A2:C2", "A3:C3"} <= {str(each) for each in sheet.merged_cells.ranges}
    assert all(sheet.cell(row, 1).alignment.wrap_text for row in (1, 2, 3))
    assert sheet["A2"].value.startswith("Mức đầy đủ – ")


def test_pages_are_a4_across(book):
    """Every sheet people see prints on A4, landscape, as wide as the paper."""
    for sheet in book.worksheets[:-1]:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == (9, "landscape", 0)


def test_a_sound_survey_has_a_workbook_too(small_round, tmp_path):
    """Without findings the sheet says so, and is no empty table."""
    for name in ("Sở Nội vụ", "Sở Tài chính", "Sở Y tế"):
        small_round.fill(name, name, nguoi=4, may=3, mang=True)
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    book = _opened(checked(small_round.loaded, survey, None), tmp_path)
    assert not book["Lỗi cần xem"].tables
    assert "Không có điều gì cần xem." in [row[0] for row in _rows(book["Lỗi cần xem"])]


def test_the_origin_names_every_file_with_its_hash(book, small_round):
    """Rulebook, files, program and command stand on the last sheet."""
    text = "\n".join(str(row[1]) for row in _rows(book["Xuất xứ"]))
    assert small_round.loaded.hash in text
    assert text.count("SHA-256") == 1 + 3
    assert COMMAND in text


def test_addresses_that_cannot_be_are_left_out(tmp_path):
    """No link where the file is gone, its name is invisible, or the address is longer than Excel takes."""
    path = tmp_path / "a.xlsx"
    assert address_of(Place(str(tmp_path / "gone.xlsx")), path) == ""
    assert address_of(Place(), path) == ""
    odd = tmp_path / "a\u202eb.xlsx"
    odd.write_bytes(b"")
    assert address_of(Place(str(odd)), path) == ""
    deep = tmp_path
    for _ in range(LONGEST // 200 + 1):
        deep /= "x" * 200
    deep.mkdir(parents=True)
    (deep / "a.csv").write_bytes(b"")
    assert address_of(Place(str(deep / "a.csv")), path) == ""


def test_signs_in_names_are_encoded_in_addresses(tmp_path):
    """A number sign in a file's name does not end the address."""
    (tmp_path / "So #1 100%.xlsx").write_bytes(b"")
    address = address_of(Place(str(tmp_path / "So #1 100%.xlsx"), sheet="O'Neil", cell="B2"), tmp_path / "k.xlsx")
    assert address == "external:So %231 100%25.xlsx#'O''Neil'!B2"


def test_the_workbook_is_well_formed(small_round, tmp_path):
    """Every part of the archive can be read."""
    survey = read_survey([small_round.usual()], small_round.loaded.rulebook, small_round.loaded.hash)
    path = tmp_path / "a.xlsx"
    path.write_bytes(check_workbook(checked(small_round.loaded, survey, None), COMMAND, path))
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
