"""Promises about what is said beside the answers of a workbook: one survey is of one year."""

from __future__ import annotations

import pytest

HEAD = ["unit", "can_bo", "may_tinh", "group", "loi_ghi"]
YEARS = """
id: thu
rounds: {years: [2019, 2020]}
answers: {x: {label: Số máy, type: count}, y: {label: Số người, type: count}}
criteria: [{id: c, max_points: 10, formula: {kind: ratio, of: x, over: y, when_denominator_zero: zero}}]
"""
FORM = [["Đơn vị: Sở A"], ["Nội dung", "HEADING"], ["Số máy", 5], ["Số người", 9]]


@pytest.fixture(scope="module")
def of_two_years(rules):
    """Return a rulebook that governs the rounds of two years."""
    return rules(YEARS)


def rows(unit, x=5):
    """Return a table of one unit."""
    return [["unit", "x", "y"], [unit, x, 9]]


def test_sheets_of_two_years_of_the_rulebook_do_not_mix(read, found, of_two_years):
    """Each year alone is the rulebook's; both in one file are asked about, at the second with a pointer to the first."""
    survey = read({"Năm 2019": rows("Sở A"), "Năm 2020": rows("Sở B")}, of_two_years)
    assert found(survey) == [("SV442", "")]
    [told] = survey.findings
    assert (told.severity, told.place.sheet, [each.sheet for each in told.related]) == ("error", "Năm 2020", ["Năm 2019"])
    assert told.message == "“Năm 2020” says that the data are of 2020; another part of the file says 2019."


def test_two_titles_of_different_years_do_not_mix(read, found, of_two_years):
    """So it is with two tables on one sheet."""
    survey = read([["Năm 2020"], *rows("Sở A"), [], ["Năm 2019"], *rows("Sở B")], of_two_years)
    assert [each for each in found(survey) if each[0] == "SV442"] == [("SV442", "A5")]


@pytest.mark.parametrize("title", ["Năm 2019", "Số liệu năm 2020"])
def test_one_year_of_the_rulebook_needs_no_word(read, found, of_two_years, title):
    """A file that names one of the years says nothing doubtful, however often it says it."""
    assert found(read({title: [[title], *rows("Sở A")]}, of_two_years)) == []


@pytest.mark.parametrize(
    ("heading", "codes"),
    [
        ("Số liệu 2020", []),
        ("Số liệu 2018", ["SV441"]),
        ("Năm 2018-2019", ["SV449"]),
        ("Từ 2017 đến 2018", ["SV441"]),
        ("Năm 2019, 2020", []),
    ],
)
def test_a_heading_names_the_years_of_the_rulebook_only(read, found, of_two_years, heading, codes):
    """A heading over the answers that names a year of the rulebook and another one is asked about."""
    form = [[each.replace("HEADING", heading) if isinstance(each, str) else each for each in row] for row in FORM]
    assert [code for code, _ in found(read(form, of_two_years), "SV420", "SV439")] == codes


@pytest.mark.parametrize("text", ["2019: 10, 2020: 12", "10 (2019), 12 (2020)", "năm 2019: 10; năm 2020: 12"])
def test_several_years_in_one_cell_are_no_number(cell, text):
    """Two numbers with their years are two answers."""
    typed = cell("may_tinh", text)
    assert (typed.value.kind, len(typed.codes)) == ("unreadable", 1)


def ours(title, above="Chú giải:", unit="Sở A", sheet="Phiếu", kind="form"):
    """Return a form or table of ours for 2020."""
    stamp = [["kind", kind], ["rulebook", "thu"], ["period", "2020"]]
    if kind == "table":
        rows = [["#unit", "can_bo", "may_tinh"], [title], ["Đơn vị", "Tổng số cán bộ", "Số máy tính"], [unit, 20, 10]]
    else:
        legend = ["", above, "Chú giải:", "bắt buộc", "nếu có", "tự tính"]
        head = [["#id", "#number", "#label", "#measure", "#self"], ["", title], ["#unit", "", "Đơn vị", "", unit], legend]
        rows = [*head, ["can_bo", 1, "Tổng số cán bộ", "người", 20], ["may_tinh", 2, "Số máy tính", "máy", 10]]
    return {sheet: rows, "_ictscore": stamp}


@pytest.mark.parametrize("title", ["BẢNG KHẢO SÁT NĂM 2019", "BẢNG KHẢO SÁT, KỲ 2019 – Nhóm một", "Số liệu năm 2019"])
def test_the_title_of_a_table_of_ours_is_of_its_round(read, found, title):
    """What stands between the marks of a table and its header is a title, and not a heading of some column."""
    assert ("SV483", "A2") in found(read(ours(title, kind="table")))
    assert "SV483" not in [code for code, _ in found(read(ours(title.replace("2019", "2020"), kind="table")))]


@pytest.mark.parametrize("kind", ["form", "table"])
def test_a_year_behind_the_unit_is_asked_about(read, found, kind):
    """“Sở A (năm 2019)” has the data of 2019 in a form or table made for 2020."""
    survey = read(ours("BẢNG KHẢO SÁT", unit="Sở A (năm 2019)", kind=kind))
    assert ("SV483", "E3" if kind == "form" else "A4") in found(survey)


@pytest.mark.parametrize("text", ["Số liệu năm 2019", "Năm 2019", "PHIẾU KHẢO SÁT NĂM 2019", "Kết quả năm 2019"])
def test_a_year_in_the_legend_above_the_questions_is_asked_about(read, found, text):
    """Wherever it stands above the questions, it is said of all of them."""
    assert ("SV483", "B4") in found(read(ours("PHIẾU KHẢO SÁT", above=text)))


@pytest.mark.parametrize(
    "text", ["Kế hoạch năm 2019", "Theo Quyết định 5 năm 2019", "Bảng lương năm 2019", "Phiếu lập ngày 5 tháng 1 năm 2019"]
)
def test_other_words_in_the_legend_say_no_year(read, found, text):
    """Documents, plans and days above the questions are passed over."""
    assert "SV483" not in [code for code, _ in found(read(ours("PHIẾU KHẢO SÁT", above=text)))]


def test_a_sheet_named_by_a_measure_of_money_is_asked_about(read, found, rules):
    """“Nghìn đồng” as the name of the sheet tells the measure of its answers as a title does; where none is of money it tells nothing."""
    money = rules("""
id: thu
answers: {x: {label: Kinh phí, type: number, measure: triệu đồng}}
criteria: [{id: c, max_points: 10, formula: {kind: count, of: x, each: 1}}]
""")
    table = [["unit", "x"], ["Sở A", 5]]
    assert ("SV440", "") in found(read({"Nghìn đồng": table}, money))
    assert "SV440" not in [code for code, _ in found(read({"Triệu đồng": table}, money))]
    assert "SV440" not in [code for code, _ in found(read(ours("PHIẾU", sheet="Nghìn đồng")))]
