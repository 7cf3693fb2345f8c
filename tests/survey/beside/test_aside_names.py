"""Promises about names, titles and days of signing: drafts, other rounds and parts of a year are told, usual names are not."""

from __future__ import annotations

import pytest

from ictscore.survey.beside.aside_names import names_draft, names_kind, names_some_months, says_draft, stem_of, years_of_file, years_signed
from ictscore.survey.reading import read_survey
from ictscore.survey.sheets.page_texts import said_in

TABLE = [["unit", "can_bo", "may_tinh", "group"], ["Sở A", 20, 10, "a"]]
USUAL = [
    "Sở Tài chính", "So-Tai-chinh", "123-STC-VP", "CV 1867/STC", "Bản nhập số liệu", "Ban nhap so lieu", "Phieu_STC_v2", "Quỹ 1",
    "Phiếu bỏ phiếu", "Quy hoạch", "Sở Y tế ngày 6 tháng 9", "Phiếu khảo sát 30.9", "UBND xã Cũ Kỹ", "Thông tin liên lạc", "Trang 1/3",
    "Bảo hiểm quý khách", "Danh mục văn bản", "Phiếu (2)", "Bản chính", "Sheet1", "Bình Thuận",
]  # fmt: skip


@pytest.mark.parametrize("name", USUAL)
def test_usual_names_say_nothing(name):
    """Names of offices, documents and days say neither that something is a draft nor that it is of some months."""
    assert not names_draft(name)
    assert not names_kind(name)
    assert not says_draft(name)
    assert not names_some_months(name.replace("/", "-"))
    assert not years_signed(name)


@pytest.mark.parametrize("name", ["Nháp", "Phiếu (cũ - bỏ)", "bản cũ", "phieu_du_thao", "ban nhap", "Draft 2", "Phiếu cũ", "hủy"])
def test_names_of_drafts(name):
    """The name of a sheet or a file says that it does not count."""
    assert names_draft(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Số ước", True),
        ("Ước TH", True),
        ("Dự kiến 2020", True),
        ("So-Noi-vu-du-kien", True),
        ("Phieu So Y te (so bo)", True),
        ("Phieu_uoc_thuc_hien", True),
        ("Số liệu chưa chốt", True),
        ("Số tạm", True),
        ("KH 2020", True),
        ("Kế hoạch năm 2020", True),
        ("Số kế hoạch 2020", True),
        ("Kế hoạch", False),
        ("So-Ke-hoach-va-Dau-tu-2020", False),
        ("Phụ lục kèm Kế hoạch 2020", False),
        ("Quy ước", False),
        ("Quy uoc thon", False),
        ("Công ước", False),
        ("Phước", False),
        ("So bo sung", False),
        ("Sổ bổ sung", False),
        ("Sở Bộ", False),
        ("Tạm trú", False),
    ],
)
def test_names_of_plans_and_estimates(name, expected):
    """A name says of which kind the data are; names of offices, papers and places say nothing, without marks either."""
    assert names_kind(name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DỰ THẢO", True),
        ("(Dự thảo lần 2)", True),
        ("BẢN NHÁP", True),
        ("Số liệu chưa chính thức", True),
        ("DỰ THẢO - CHƯA CHÍNH THỨC", True),
        ("PHIẾU KHẢO SÁT (DỰ THẢO)", True),
        ("Báo cáo tự đánh giá – dự thảo lần 3", True),
        ("Dự thảo quy chế kèm theo phiếu", False),
        ("Tỷ lệ dự thảo văn bản được lấy ý kiến", False),
        ("Gửi kèm phiếu và dự thảo quyết định", False),
    ],
)
def test_titles_of_drafts(text, expected):
    """A title is of a draft where it says so of the paper itself, not of another one."""
    assert says_draft(text) is expected


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Bình Thuận, ngày 15 tháng 9 năm 2019", {2019}),
        ("Phan Thiết, ngày … tháng … năm 2018", {2018}),
        ("Phan Thiết, 15/9/2018\nGIÁM ĐỐC", {2018}),
        ("Tháng 12/2018", {2018}),
        ("Bình Thuận, tháng 12 năm 2018", {2018}),
        ("Ban hành tháng 12/2018", set()),
        ("12/2018", set()),
        ("ngày ... tháng ... năm 20...", set()),
        ("Quyết định ngày 15 tháng 9 năm 2018", set()),
        ("Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 15/9/2018", set()),
    ],
)
def test_days_of_signing(text, years):
    """The day of signing stands alone in its line, behind a place; the days of documents are none."""
    assert years_signed(text) == years


def test_names_of_files():
    """Only a year that stands alone in the name itself counts, not one in a folder or in a longer number."""
    assert years_of_file("2018/Phieu 2019.xlsx") == {2019}
    assert years_of_file("Phieu_20190930_12019.xlsx") == frozenset()
    assert stem_of("a\\b/Sở A.phieu.xlsx") == "Sở A.phieu"


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("phieu 2019", ["SV534"]),
        ("phieu 2018-2020", []),
        ("phieu 2021", []),
        ("quy 3", ["SV535"]),
        ("phieu du thao", ["SV533"]),
        ("so lieu uoc dat", ["SV615"]),
    ],
)
def test_the_name_of_a_file_is_warned_of(read, found, name, codes):
    """A year before the round, or after the one that follows it, some months, a draft and an estimate in a file's name are warnings."""
    survey = read(TABLE, name=f"{name}.xlsx")
    told = [each for each in survey.findings if each.code.startswith(("SV53", "SV615"))]
    assert [(each.code, each.severity, each.place.sheet) for each in told] == [(code, "warning", "") for code in codes]


@pytest.mark.parametrize(
    ("folder", "code"),
    [("Nháp", "SV533"), ("Số ước", "SV615"), ("2018", "SV534"), ("Quý III", "SV535"), ("nhan", ""), ("2020", ""), ("2021", "")],
)
def test_the_name_of_a_folder_is_warned_of(write, loaded, tmp_path, folder, code):
    """As that of a file, and that of an archive; what stands farther above is nobody’s word on the data."""
    path = tmp_path / "Nháp 2017" / folder / "phieu.xlsx"
    path.parent.mkdir(parents=True)
    path.write_bytes(write(TABLE).read_bytes())
    told = [each for each in read_survey([path], loaded.rulebook, loaded.hash).findings if each.code.startswith(("SV53", "SV615"))]
    assert [(each.code, each.values["read"]) for each in told] == ([(code, folder)] if code else [])


@pytest.mark.parametrize(("name", "codes"), [("Dự kiến", ["SV615"]), ("Nháp", ["SV533"]), ("Nháp dự kiến", ["SV533"]), ("Phiếu", [])])
def test_the_name_of_a_sheet_is_warned_of(write, loaded, name, codes):
    """Once, at the sheet."""
    survey = read_survey([write({name: TABLE})], loaded.rulebook, loaded.hash)
    told = [each for each in survey.findings if each.code in ("SV533", "SV615")]
    assert [(each.code, each.severity, each.place.sheet, each.place.cell) for each in told] == [
        (code, "warning", name, "") for code in codes
    ]


def test_texts_of_pages():
    """Codes of looks are no texts, pages and days are left open; a doubled & is one."""
    assert said_in('&C&"Arial,Bold"&14&KFF0000SỐ LIỆU &&  A&R&P/&N &D') == ["SỐ LIỆU & A", "…/… …"]
    assert said_in("") == []


@pytest.mark.parametrize(
    ("name", "is_part"),
    [("So A 06 thang", True), ("So A 6thang", True), ("So A_6T2019", True), ("SoA-quy-03", True), ("So A 16T", False), ("Phong 6T", False)],
)
def test_months_in_names_of_files_are_known_however_they_are_written(name, is_part):
    """Letters of rooms and posts say none."""
    assert names_some_months(f"{name}.xlsx") is is_part


def test_the_year_of_a_draft_does_not_make_it_final():
    """It is a draft of that year."""
    assert [says_draft(each) for each in ("BẢN NHÁP NĂM 2019", "Nháp, năm 2019")] == [True, True]
    assert not says_draft("Dự thảo văn bản năm 2019")
