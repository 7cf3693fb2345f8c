"""Promises about what is said of all answers above them, and of each unit in a column: another time than the round’s is asked about."""

from __future__ import annotations

from datetime import date

import pytest

CODES = ("SV441", "SV442", "SV449", "SV483", "SV490", "SV496", "SV534", "SV544", "SV545", "SV546", "SV547", "SV580", "SV604", "SV605")
STAMP = [["kind", "form"], ["rulebook", "thu"], ["period", "2020"]]
ONE_YEAR = """
id: thu
rounds: {years: [2020]}
answers: {can_bo: {label: Tổng số cán bộ, type: count}, may_tinh: {label: Số máy tính, type: count}}
criteria: [{id: c, max_points: 10, formula: {kind: ratio, of: may_tinh, over: can_bo, when_denominator_zero: zero}}]
"""
TWO_YEARS = ONE_YEAR.replace("[2020]", "[2019, 2020]")
NO_YEAR = ONE_YEAR.replace("rounds: {years: [2020]}\n", "")
WINDOW = "id: thu\ndata_window: {{from: {}, to: {}, source: {{ref: luat, basis: stated}}}}\n"
DECEMBER = NO_YEAR.replace("id: thu\n", WINDOW.format("2019-12-15", "2020-12-14"))
HALF = NO_YEAR.replace("id: thu\n", WINDOW.format("2020-01-01", "2020-06-30"))


@pytest.fixture(scope="module")
def loaded(rules):
    """Return a rulebook of two questions for the round of 2020."""
    return rules(ONE_YEAR)


def retyped(*header):
    """Return a form that somebody typed again, with further lines above its questions."""
    body = [["STT", "Nội dung", "ĐVT", "Kết quả"], [1, "Tổng số cán bộ", "người", 20], [2, "Số máy tính", "máy", 10]]
    return [["PHIẾU SỐ LIỆU"], ["Đơn vị: Sở A"], *map(list, header), *body]


def ours(*beside):
    """Return a form of ours for 2020, with something to the right of the unit’s name."""
    head = [["#id", "#number", "#label", "#measure", "#self"], ["#unit", "", "Đơn vị", "", "Sở A", "", *beside]]
    rows = [*head, ["can_bo", 1, "Tổng số cán bộ", "người", 20], ["may_tinh", 2, "Số máy tính", "máy", 10]]
    return {"Phiếu": rows, "_ictscore": STAMP}


def table(heading, *said):
    """Return a table with a column of its own."""
    rows = [[f"Sở {letter}", 20, 10, each] for letter, each in zip("ABC", said, strict=False)]
    return [["Đơn vị", "Tổng số cán bộ", "Số máy tính", heading], *rows]


def told(survey):
    """Return what was found about times, with its cells."""
    return [(each.code, each.place.cell) for each in survey.findings if each.code in CODES]


@pytest.mark.parametrize(
    "header",
    [
        ("Năm báo cáo", 2019), ("Năm báo cáo:", 2019), ("Năm", "2019"), ("Năm", 2019), ("Niên độ", 2019), ("Giai đoạn", "2015 - 2019"),
        ("Năm", date(2019, 12, 31)), ("Năm", "2.019"), ("Năm", 19), ("Mốc số liệu", date(2019, 12, 31)), ("Số liệu", date(2019, 12, 31)),
        ("Kỳ đánh giá", "Năm 2019"), ("Tính đến ngày", date(2019, 12, 31)), ("Thời điểm", "31/12/2019"),
    ],
)  # fmt: skip
def test_a_year_beside_its_label_is_held_against_the_round(read, header):
    """Number, text or date: on a form typed again it is asked about in its cell, and on one of ours too."""
    assert told(read(retyped(header))) == [("SV441", "B3")]
    assert told(read(ours(*header))) == [("SV483", "H2")]


def test_label_and_value_are_told_together(read):
    """Whoever reads the finding sees what the number is."""
    [found] = [each for each in read(retyped(("Năm báo cáo:", 2019))).findings if each.code == "SV441"]
    assert found.message == "“Năm báo cáo: 2019” says that the data are of 2019; the rulebook is for 2020."


@pytest.mark.parametrize("text", ["Năm đánh giá: 2019", "Niên độ: 2019", "Từ ngày 01/01/2019 đến ngày 31/12/2019", "Giai đoạn 2015 - 2019"])
def test_a_year_in_a_line_of_its_own_is_held_against_the_round(read, text):
    """However it is worded."""
    assert told(read(retyped((text,)))) == [("SV441", "A3")]
    assert told(read(ours(text))) == [("SV483", "G2")]


@pytest.mark.parametrize("years", [(date(2019, 1, 1), date(2019, 12, 31)), ("01/01/2019", "31/12/2019")])
def test_from_when_to_when_may_stand_in_four_cells(read, years):
    """Two labels, two days; one finding."""
    assert told(read(retyped(("Từ ngày", years[0], "Đến ngày", years[1])))) == [("SV441", "D3")]


@pytest.mark.parametrize(
    "header",
    [
        ("III/2020",), ("Bán niên 2020",), ("Kỳ I/2020",), ("Từ T1 đến T6/2020",),
        ("Kỳ báo cáo: Quý III",), ("Q3/2020",), ("9T/2020",), ("6T đầu năm",), ("Thời điểm báo cáo: 30/6/2020",),
        ("Ngày chốt số liệu: 30/06/2020",),
        ("Kỳ báo cáo", "6 tháng"), ("Quý", "III"), ("Quý", 3), ("Tính đến ngày", date(2020, 6, 30)), ("Từ tháng 7 đến tháng 12/2020",),
        ("Kỳ báo cáo: tháng 6",), ("Từ ngày", date(2020, 1, 1), "Đến ngày", date(2020, 6, 30)),
    ],
)  # fmt: skip
def test_a_part_of_the_year_is_asked_about(read, header):
    """Wherever “6 tháng đầu năm” is, its shorter spellings are."""
    assert [code for code, _ in told(read(retyped(header)))] == ["SV490"]
    assert [code for code, _ in told(read(ours(*header)))] == ["SV490"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kế hoạch năm 2020", "SV580"),
        ("Ước thực hiện năm 2020", "SV580"),
        ("Loại số liệu: Kế hoạch", "SV580"),
        ("Số liệu kỳ trước", "SV496"),
        ("Số liệu năm liền trước", "SV496"),
        ("Số liệu cùng kỳ", "SV496"),
        ("Số liệu sơ bộ", "SV605"),
    ],
)
def test_plans_and_the_year_before_are_asked_about(read, text, code):
    """They are not what was done in the round."""
    assert told(read(retyped((text,)))) == [(code, "A3")]


@pytest.mark.parametrize(
    "header",
    [
        ("Năm báo cáo", 2020), ("Năm 2020",), ("Giai đoạn 2016 - 2020",), ("Giai đoạn", "2016 - 2025"), ("Từ 01/01/2020 đến 31/12/2020",),
        ("Từ 15/12/2019 đến 14/12/2020",), ("Tính đến ngày", date(2020, 12, 31)), ("Tính đến ngày 15/11/2020",), ("Số biên chế", 2019),
        ("Mã đơn vị", 2019), ("Số", 2019, "/BC-SNV"), ("Ngày gửi", date(2020, 6, 30)), ("Thời điểm báo cáo", date(2021, 5, 15)),
        ("Năm khảo sát: 2021",), ("Đến hết quý IV/2020",), ("Quyết định số 1867/QĐ-UBND ngày 15/8/2019",), ("So với cùng kỳ năm 2019",),
        ("Bình Thuận, ngày", 15, "tháng", 9, "năm", 2021), ("Năm", "2.020"), ("Năm", date(2020, 1, 1)), ("PHIẾU", date(2020, 6, 30)),
        ("Năm học 2019-2020",), ("Tháng 9/2020",), ("Kỳ báo cáo", "12 tháng"), ("Tổng số: 2019", 2019, "người"),
    ],
)  # fmt: skip
def test_the_round_itself_and_other_words_need_no_word(read, header):
    """The round's own year, terms that it lies in, sixty days, the time of the report, numbers and documents are passed over."""
    assert told(read(retyped(header))) == []
    assert told(read(ours(*header))) == []


def test_a_year_alone_is_one_where_nothing_says_what_it_counts(read):
    """In a line of its own, or behind the unit's name in our form; behind other words it may count anything."""
    assert told(read(retyped((2019,)))) == [("SV441", "A3")]
    assert told(read(ours(2019))) == [("SV483", "G2")]
    assert told(read(retyped((2019, "người")))) == []


@pytest.mark.parametrize("heading", ["Năm 2019", "Năm trước", "Kế hoạch 2020"])
def test_the_heading_of_figures_beside_our_form_says_nothing_of_its_answers(read, heading):
    """They are there to be compared."""
    book = ours()
    for row in book["Phiếu"][2:]:
        row += ["", "", 7]
    book["Phiếu"].insert(2, ["", "STT", "Câu hỏi", "Đơn vị tính", "Câu trả lời", "", "", heading])
    assert told(read(book)) == []


@pytest.mark.parametrize(
    ("heading", "said", "code"),
    [
        ("Năm", 2019, "SV441"),
        ("Năm báo cáo", "2019", "SV441"),
        ("Kỳ", "Năm 2019", "SV441"),
        ("Giai đoạn", "2018 - 2019", "SV441"),
        ("Thời điểm số liệu", "30/6/2020", "SV490"),
        ("Thời điểm số liệu", date(2020, 6, 30), "SV490"),
        ("Kỳ báo cáo", "Quý III", "SV490"),
        ("Quý", 3, "SV490"),
        ("Quý", 4, "SV604"),
        ("Quý", "IV", "SV604"),
        ("Tháng", 12, "SV604"),
        ("Tháng", 6, "SV490"),
        ("Tháng", "T6/2020", "SV490"),
        ("Tháng", date(2020, 6, 1), "SV490"),
        ("Tháng", "06/2019", "SV441"),
        ("Kỳ", "III/2020", "SV490"),
        ("Năm", date(2019, 12, 31), "SV441"),
        ("Năm", "2.019", "SV441"),
        ("Năm", 2.019, "SV441"),
        ("Năm", "'19", "SV441"),
        ("Năm", 19, "SV441"),
        ("Năm/kỳ", "2019", "SV441"),
        ("Year", 2019, "SV441"),
        ("Nguồn", "Báo cáo năm 2019", "SV441"),
        ("Trạng thái", "Bản nháp", "SV605"),
        ("Loại số liệu", "KH", "SV580"),
        ("Loại số liệu", "Tạm tính", "SV580"),
        ("Loại số liệu", "Kế hoạch", "SV580"),
        ("Nguồn số liệu", "Số liệu năm trước", "SV496"),
    ],
)
def test_a_column_that_says_the_time_is_held_row_by_row(read, heading, said, code):
    """Each unit whose row says another time is asked about; a row that says nothing is not."""
    assert told(read(table(heading, said, None, said))) == [(code, "D2"), (code, "D4")]


def test_a_column_that_names_the_round_says_nothing_more(read, found):
    """It was held against the round and agrees: there is no heading to correct."""
    assert found(read(table("Năm", 2020, 2020)), "UN106") == []


@pytest.mark.parametrize(
    ("said", "code"), [("Ước thực hiện", "SV580"), ("Ước", "SV580"), ("chưa chốt", "SV605"), ("cần xem lại", "SV455"), ("nhầm", "SV455")]
)
def test_doubts_in_such_a_column_are_told_once(read, said, code):
    """An estimate is asked about; what says nothing of the kind of the data is a doubt like any other remark of a unit."""
    survey = read(table("Loại số liệu", said))
    assert [each.code for each in survey.findings if each.place.cell == "D2"] == [code]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Năm/kỳ", "Cả năm 2020"), ("Tháng", "Cả năm"),
        ("Tháng", "1-12"), ("Tháng gửi", 6), ("Nguồn", "Ngân sách năm 2019"), ("Nguồn", "QĐ 12/QĐ-UBND năm 2019"), ("Nguồn", "Sở Nội vụ"),
        ("Nguồn", "Báo cáo số 12/BC-SNV ngày 5/1/2019"), ("Trạng thái", "Đã duyệt"), ("Trạng thái", "Đang hoạt động"),
        ("Loại số liệu", "Thực hiện"),
        ("Tình trạng", "Tốt"), ("Loại số liệu", "Chính thức"), ("Quý", "I-IV"), ("Nguồn vốn", "KH 2019"), ("Năm sinh", 1985),
    ],
)  # fmt: skip
def test_what_such_columns_usually_say_needs_no_word(read, found, heading, said):
    """The round itself, sources, states and other things of the unit: the column was not read, and that is all."""
    assert [code for code, _ in found(read(table(heading, said)), "UN106")] == ["SV403"]


@pytest.mark.parametrize("said", [2020, "2.020", "'20", date(2020, 1, 1)])
def test_the_year_of_the_round_is_held_and_needs_no_word(read, found, said):
    """However it is written: it was compared and agrees, so that nothing of the column is unread."""
    assert found(read(table("Năm", said)), "UN106") == []


def test_a_plan_of_another_year_in_a_column_is_that_of_the_data(read):
    """Elsewhere it may name a paper; under “Loại số liệu” it is what the answers are."""
    assert told(read(table("Loại số liệu", "Kế hoạch năm 2021"))) == [("SV441", "D2")]


@pytest.mark.parametrize(
    ("heading", "said", "code"),
    [
        ("Loại số liệu", "Ước thực hiện", "SV580"), ("Loại số liệu", "KH", "SV580"), ("Năm", "Năm 2019", "SV441"),
        ("Kỳ", "Quý III", "SV490"),
        ("Trạng thái", "Bản nháp", "SV605"), ("Nguồn", "Báo cáo năm 2019", "SV441"), ("Loại số liệu", "Thực hiện", ""),
        ("Năm", "Năm 2020", ""),
    ],
)  # fmt: skip
def test_a_column_beside_a_form_says_it_of_its_numbers(read, heading, said, code):
    """The same for many answers is told once, at the first; on a form typed again and on one of ours."""
    typed = [row if len(row) == 1 else [*row, heading if row[0] == "STT" else said] for row in retyped()]
    assert told(read(typed)) == ([(code, "E4")] if code else [])
    book = ours()
    book["Phiếu"] = [*book["Phiếu"][:2], ["", "", "", "", "", heading], *([*row, said] for row in book["Phiếu"][2:])]
    assert told(read(book)) == ([(code.replace("SV441", "SV483"), "F4")] if code else [])


MANY = ONE_YEAR.replace("answers: {", "answers: {dung_dau: {label: Người đứng đầu, type: choice, choices: {a: Giám đốc, b: Khác}}, ")


def first_a_choice(heading, said, *, before=False, above=()):
    """Return a form typed again whose first question is no number, with a column of its own before or after the answers."""
    asked = [("Người đứng đầu", None, "Giám đốc"), ("Tổng số cán bộ", "người", 20), ("Số máy tính", "máy", 10)]
    rows = [["STT", "Nội dung", "ĐVT", "Kết quả"], *above, *([at, *each] for at, each in enumerate(asked, 1))]
    beside = [heading, *[said] * (len(rows) - 1)]
    at = 3 if before else 4
    return [["PHIẾU SỐ LIỆU"], ["Đơn vị: Sở A"], *([*row[:at], each, *row[at:]] for row, each in zip(rows, beside, strict=True))]


TIMES = ("SV421", "SV429", "SV481", "SV482", *CODES)


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    ("heading", "said", "code"),
    [
        ("Thời gian", "Năm 2019", "SV441"), ("Năm", "Năm 2019", "SV441"), ("Kỳ", "Năm 2019", "SV441"), ("Năm số liệu", 2019, "SV441"),
        ("Năm", "2019", "SV441"), ("Kỳ báo cáo", "Quý III/2020", "SV490"), ("Thời điểm", date(2020, 6, 30), "SV490"),
        ("Quý", "IV", "SV604"),
        ("Trạng thái", "Bản nháp", "SV605"), ("Loại số liệu", "Ước thực hiện", "SV580"),
        ("Năm", 2020, ""), ("Thời gian", "Năm 2020", ""), ("Kỳ", "2020", ""), ("Thời điểm", date(2020, 12, 31), ""),
    ],
)  # fmt: skip
def test_a_column_before_or_after_the_answers_is_told_once(read, rules, before, heading, said, code):
    """At its first number, whatever stands above: not as a text or figure beside the answers too, and one of the round not at all."""
    survey = read(first_a_choice(heading, said, before=before), rules(MANY))
    assert [(each.code, each.place.cell) for each in survey.findings if each.code in TIMES] == (
        [(code, "DE"[not before] + "5")] if code else []
    )
    assert len(survey.submissions[0].answers["self"]) == 3


def test_a_section_that_says_the_time_heads_nothing(read, rules):
    """Its row says it again; the heading is the one above it."""
    under = rules(MANY)
    assert ("SV441", "E6") in told(read(first_a_choice("Năm", 2019, above=[["I", "Phần một", None, None]]), under))
    assert told(read(first_a_choice("Năm", 2020, above=[["I", "Phần một", None, None]]), under)) == []


@pytest.mark.parametrize(("said", "codes"), [("Năm 2019", [("SV441", "A4")]), ("Quý III", [("SV490", "A4")]), ("Năm 2020", [])])
def test_a_cell_merged_down_says_it_of_all_its_rows(read, rules, said, codes):
    """Also where it begins beside a question that is no number; it is told in its own place."""
    book = [row if len(row) < 5 else [row[4] if row[0] == "STT" else None, *row[:4]] for row in first_a_choice("Năm", said)]
    survey = read(book, rules(MANY), change=lambda made: made.worksheets()[0].merge_range("A4:A6", said))
    assert told(survey) == codes


def test_a_count_beside_the_answers_is_no_year(read, rules):
    """Below “Năm” too: which of the columns holds the answers is asked."""
    book = first_a_choice("Năm", 2019)
    book[-1][-1] = 12
    assert [each.code for each in read(book, rules(MANY)).findings if each.code in TIMES] == ["SV421"]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ([["Năm báo cáo"], [2019]], [("SV441", "A4")]),
        ([["Tính đến ngày:"], [date(2020, 6, 30)]], [("SV490", "A4")]),
        ([["Đơn vị", "Năm"], ["Sở A", 2019]], [("SV441", "B4")]),
        ([["Từ ngày", "Đến ngày"], [date(2019, 1, 1), date(2019, 12, 31)]], [("SV441", "B4")]),
        ([["Năm báo cáo"], [2020]], []),
        ([["Kết quả trong năm"], [18]], []),
        ([["Kỳ báo cáo:"], ["12 tháng"]], []),
        ([["Tính đến ngày:"], ["Bình Thuận, ngày 15/9/2020"]], []),
    ],
)
def test_a_value_below_its_label_is_held_too(read, lines, codes):
    """As one to its right is."""
    assert told(read(retyped(*lines))) == codes


def test_a_column_with_another_heading_says_no_time(read):
    """The year an office was founded in is not that of its answers."""
    assert told(read(table("Năm thành lập", 2005, 2019))) == []


def test_two_years_of_a_rulebook_do_not_mix(read, rules):
    """A line that names one year of the rulebook and another that names the other are asked about together."""
    under = rules(TWO_YEARS)
    assert told(read(retyped(("Năm báo cáo", 2019), ("Năm đánh giá", 2020)), under)) == [("SV442", "B4")]
    assert told(read(retyped(("Năm báo cáo", 2019), ("Tính đến ngày", date(2019, 12, 31))), under)) == []


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Từ 15/12/2019 đến 14/12/2020", ""),
        ("Tính đến 30/11/2020", ""),
        ("Tính đến 30/6/2020", "SV490"),
        ("Từ 01/6/2020 đến 14/12/2020", "SV490"),
    ],
)
def test_a_window_of_the_rulebook_says_which_days_are_the_round(read, rules, header, code):
    """Its own days are no other time; half of them are."""
    assert [found for found, _ in told(read(retyped((header,)), rules(DECEMBER)))] == ([code] if code else [])


def test_a_rulebook_of_half_a_year_asks_for_half_a_year(read, rules):
    """There six months are the round, and a quarter is not asked about either."""
    assert told(read(retyped(("Kỳ báo cáo: 6 tháng đầu năm 2020",)), rules(HALF))) == []


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("Năm báo cáo: 2019", ["SV546"]), ("Giai đoạn 2016 - 2020", []), ("Thời điểm báo cáo: 30/6/2020", []),
        ("Số liệu kỳ trước", ["SV547"]),
        ("Tính đến 30/6/2019", ["SV546"]), ("Kế hoạch năm 2019", ["SV580", "SV546"]), ("Kỳ báo cáo: Quý III", ["SV490"]),
    ],
)  # fmt: skip
def test_where_no_year_is_known_files_are_held_against_each_other(read, rules, header, codes):
    """A year is noted, a term of office and the day of a report say nothing; parts of a year and plans are asked about all the same."""
    assert [code for code, _ in told(read(retyped((header,)), rules(NO_YEAR)))] == codes


def test_what_the_rulebook_itself_says_is_no_other_time(read, rules):
    """A part of the rulebook that is named like a plan is a name."""
    under = rules(ONE_YEAR.replace("id: c,", "id: c, name: Kế hoạch năm 2020,"))
    assert told(read(retyped(("Kế hoạch năm 2020",)), under)) == []


def test_a_plan_for_another_year_is_the_year_of_a_title_only(read):
    """In a line of its own it is asked about as other titles are; beside the unit it only names a paper."""
    assert told(read(retyped(("Kế hoạch năm 2021",)))) == [("SV441", "A3")]
    assert told(read(ours("Kế hoạch năm 2021"))) == []


def test_the_first_answer_is_not_below_a_label(read):
    """“Kết quả năm” over the answers of a form of ours heads them, whatever the first one is."""
    book = ours()
    book["Phiếu"].insert(2, ["", "STT", "Câu hỏi", "Đơn vị tính", "Kết quả năm"])
    book["Phiếu"][3][4] = 2019
    assert told(read(book)) == []


@pytest.mark.parametrize("text", ["Số liệu 2019-2020", "Lũy kế 2016 - 2020", "Số liệu giai đoạn 2018-2020"])
def test_data_of_several_years_together_are_asked_about(read, text):
    """The year of the round is only one of them."""
    assert told(read(retyped((text,)))) == [("SV449", "A3")]
    assert told(read(ours(text))) == [("SV449", "G2")]


@pytest.mark.parametrize(
    "text", ["Giai đoạn 2016-2020", "Năm học 2019-2020", "Số liệu năm học 2019-2020", "2019-2020", "Niên độ 2019-2020"]
)
def test_a_term_with_the_round_in_it_is_not(read, text):
    """A plan has a term, and a school its year."""
    assert told(read(retyped((text,)))) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SỐ LIỆU 06 THÁNG ĐẦU NĂM 2020", "SV490"),
        ("PHIẾU SỐ LIỆU ƯỚC THỰC HIỆN NĂM 2020", "SV580"),
        ("PHIẾU SỐ LIỆU SƠ BỘ NĂM 2020", "SV605"),
        ("Số liệu niên độ trước", "SV496"),
        ("Tháng 12/2018", "SV534"),
        ("Số liệu năm 18", "SV441"),
    ],
)
def test_a_year_or_a_nought_does_not_make_them_pass(read, text, code):
    """Above a form that somebody typed again."""
    assert told(read(retyped((text,)))) == [(code, "A3")]


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    ("heading", "said", "code"),
    [("Quý", 3, "SV490"), ("Quý", "3", "SV490"), ("Quý", 4, "SV604"), ("Tháng", 6, "SV490"), ("Tháng", 12, "SV604"), ("Quý", 1, "SV490")],
)
def test_a_bare_quarter_or_month_beside_a_form_is_asked_about_once(read, rules, before, heading, said, code):
    """It is no second column of answers, whose every answer would be refused; what it says is told once, and every answer is read."""
    survey = read(first_a_choice(heading, said, before=before), rules(MANY))
    assert [(each.code, each.place.cell) for each in survey.findings if each.code in TIMES] == [(code, "DE"[not before] + "5")]
    assert len(survey.submissions[0].answers["self"]) == 3


@pytest.mark.parametrize(("heading", "said"), [("Quý", 5), ("Tháng", 13), ("Số tháng", 6), ("Quỹ", 3)])
def test_what_is_no_quarter_and_no_month_may_be_the_answers(read, rules, heading, said):
    """Which of the columns holds them is asked."""
    survey = read(first_a_choice(heading, said), rules(MANY))
    assert [each.code for each in survey.findings if each.code in TIMES] == ["SV421"]


def test_a_quarter_beside_half_a_year_is_still_asked_about(read, rules):
    """Nothing holds it against such a round: which column holds the answers is asked, and on a form of ours it is warned of."""
    typed = [row if len(row) == 1 else [*row, "Quý" if row[0] == "STT" else 1] for row in retyped()]
    assert [each.code for each in read(typed, rules(HALF)).findings if each.code in TIMES] == ["SV421"]
    book = {"Phiếu": [*ours()["Phiếu"][:2], ["", "", "", "", "", "Quý"], *([*row, 2] for row in ours()["Phiếu"][2:])]}
    assert [each.code for each in read(book, rules(HALF)).findings if each.code in TIMES] == ["SV481"]
    assert [each.code for each in read(book).findings if each.code in TIMES] == ["SV490"]
