"""Exports read by a mapping: columns, words, rows and submissions, with every place where something is to be looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from exported import HEAD, MAPPING

from ictscore.expr.values import Blank
from ictscore.rulebook.load import LoadedRulebook
from ictscore.survey.blank.form import write_form
from ictscore.survey.submission import Answer, Submission, Survey

ReadExport = Callable[..., Survey]
Told = Callable[..., list[tuple[str, str]]]
Values = Callable[[Survey, str], dict[str, Any]]

ROWS = [
    HEAD,
    ["30/09/2020 08:15:00", "Sở Nội vụ", "40", "38", "Option 1", "1", "a@x"],
    ["29/09/2020 17:02:11", "Sở Tài chính", "20", "5", "Option 2", "Thấp", "b@x"],
    ["01/10/2020 09:00:00", "Sở Y tế", "30", "30", "có", "2", "c@x"],
]


def message(survey: Survey, code: str) -> str:
    """Return the message of the only finding with a code."""
    (found,) = [each for each in survey.findings if each.code == code]
    return found.message


def test_words_of_the_mapping_are_answers_and_noted_once_a_column(read: ReadExport, values: Values, told: Told) -> None:
    """A mapped word is the answer it means; a word everybody knows is read as ever; each column with mapped words has one note."""
    survey = read(ROWS)
    assert values(survey, "Sở Nội vụ") == {"nguoi": 40, "may": 38, "mang": True, "muc": "cao"}
    assert values(survey, "Sở Tài chính") == {"nguoi": 20, "may": 5, "mang": False, "muc": "thap"}
    assert values(survey, "Sở Y tế") == {"nguoi": 30, "may": 30, "mang": True, "muc": "vua"}
    assert told(survey) == [("SV709", "3:1"), ("SV721", "E1"), ("SV721", "F1")]
    assert [each.message for each in survey.findings if each.code == "SV721"] == [
        "“Câu 3”: as the mapping says, “Option 1” means “có” (cells: 1), “Option 2” means “không” (cells: 1).",
        "“Câu 4”: as the mapping says, “1” means “Cao” (cells: 1), “2” means “vua” (cells: 1).",
    ]


def test_what_stood_in_the_cell_is_kept(read: ReadExport) -> None:
    """The raw text of a mapped answer is the export’s, and its place is the cell."""
    answer = read(ROWS).submissions[0].answers["self"]["mang"]
    assert (answer.raw, answer.place.cell, answer.value) == ("Option 1", "E2", True)


def test_numbers_in_cells_are_words_too(read: ReadExport, values: Values) -> None:
    """A choice code that a workbook stores as a number is looked up as the text it shows."""
    survey = read([HEAD, ["", "Sở Nội vụ", 40, 38, "Option 1", 2, ""]], name="xuat.xlsx")
    assert values(survey, "Sở Nội vụ")["muc"] == "vua"


def test_truth_values_of_a_workbook_may_be_mapped(read: ReadExport, values: Values) -> None:
    """TRUE and FALSE of a workbook are looked up as such."""
    text = MAPPING.replace("{Option 1: có, Option 2: không}", '{"TRUE": không}')
    survey = read([HEAD, ["", "Sở Nội vụ", 40, 38, True, "Cao", ""]], text, name="xuat.xlsx")
    assert values(survey, "Sở Nội vụ")["mang"] is False
    assert "SV707" in {each.code for each in survey.findings}


def test_a_word_nobody_knows_is_asked_and_told_with_the_line_to_write(read: ReadExport, values: Values, told: Told) -> None:
    """An unknown word is an error at its cell, and its column says what the mapping lacks."""
    survey = read([*ROWS[:2], ["", "Sở Tài chính", "1.234", "5", "Option 3", "4", ""], ROWS[3]])
    assert isinstance(values(survey, "Sở Tài chính")["mang"], Blank)
    assert [each for each in told(survey) if each[0] not in ("SV709", "SV721")] == [
        ("SV201", "E3"), ("SV202", "C3"), ("SV210", "F3"), ("SV722", "E1"), ("SV722", "F1"),
    ]  # fmt: skip
    first = next(each for each in survey.findings if each.code == "SV722")
    assert first.message == "“Câu 3”: words that are not understood and that the mapping does not know: “Option 3”."
    assert first.advice == 'Say what they mean, in the mapping under “values”: mang: {"Option 3": …}'


def test_columns_nobody_spoke_of_are_errors(read: ReadExport, told: Told) -> None:
    """A column that is neither mapped nor ignored is an error at its title, with the question it is like."""
    rows = [[*each, extra] for each, extra in zip(ROWS, ("Kinh phi", "1", "2", ""), strict=True)]
    survey = read(rows)
    assert [each for each in told(survey) if each[0] == "SV714"] == [("SV714", "H1")]
    said = "The column “Kinh phi” is neither mapped nor ignored, and was not read (did you mean “Kinh phí”?)."
    assert message(survey, "SV714") == said


def test_the_rest_may_be_ignored_and_is_named(read: ReadExport) -> None:
    """With ignore_rest everything else is passed over, and named once."""
    rows = [[*each, "x"] for each in ROWS]
    survey = read(rows, MAPPING + "ignore_rest: true\n")
    assert message(survey, "SV717") == "Ignored, as the mapping says of all other columns: H “x”."


def test_titles_that_are_not_there_are_told_at_the_mapping(read: ReadExport, told: Told) -> None:
    """A mapped title the export lacks is an error at its line, with the title that was perhaps meant; an ignored one only a note."""
    text = MAPPING.replace("may: Câu 2", "may: Câu hai").replace("[Email]", "[Email, Ghi chú]").replace("Gửi lúc", "Gửi luc")
    survey = read([["Gui luc"], *ROWS][1:], text)
    assert [each for each in told(survey) if each[0].startswith("SV71")] == [
        ("SV711", "2:12"), ("SV711", "5:8"), ("SV714", "A1"), ("SV714", "D1"), ("SV715", "3:1"), ("SV718", "11:17"),
    ]  # fmt: skip
    first = next(each for each in survey.findings if each.code == "SV711" and each.place.line == 5)
    assert first.message == "The column “Câu hai” is not in the export: row 1 of xuat has no such title (did you mean “Câu 2”?)."


def test_a_required_question_without_a_column_is_an_error_at_the_mapping(read: ReadExport) -> None:
    """What a group that came has to answer must have a column."""
    survey = read(ROWS, MAPPING.replace("  may: Câu 2\n", "").replace("[Email]", "[Email, Câu 2]"))
    assert message(survey, "SV715") == "The question “Số máy tính” (may), which group “Các sở” has to answer, has no column."


def test_a_title_over_two_columns_is_asked(read: ReadExport, told: Told) -> None:
    """Nobody knows which of two columns with the same title is meant; neither is read."""
    survey = read([[*HEAD, "Câu 2 *"], *([*each, "9"] for each in ROWS[1:])])
    assert ("SV713", "H1") in told(survey)
    assert all("may" not in each.answers["self"] for each in survey.submissions)


def test_one_question_may_stand_in_several_columns(read: ReadExport, values: Values, told: Told) -> None:
    """Of several columns of a question the one that is filled in holds; two that disagree are asked, two alike are noted."""
    text = MAPPING.replace("may: Câu 2", "may: [Câu 2, Câu 2b, Câu 2c]")
    rows = [
        [*HEAD, "Câu 2b"],
        ["", "Sở Nội vụ", "40", "", "có", "Cao", "", "7"],
        ["", "Sở Tài chính", "40", "7", "có", "Cao", "", "8"],
        ["", "Sở Y tế", "40", "7", "có", "Cao", "", "7"],
    ]
    survey = read(rows, text)
    assert values(survey, "Sở Nội vụ")["may"] == 7
    assert isinstance(values(survey, "Sở Tài chính")["may"], Blank)
    assert values(survey, "Sở Y tế")["may"] == 7
    found = [each for each in told(survey) if each[0] in ("SV712", "SV723", "SV724")]
    assert found == [("SV712", "5:24"), ("SV723", "H3"), ("SV724", "H4")]
    assert message(survey, "SV723") == "“Số máy tính” (may) is answered twice in this row: “7” in D3, “8” in H3."


def test_a_title_in_another_measure_is_asked(read: ReadExport, values: Values, told: Told) -> None:
    """Numbers under a title that names another measure than the rulebook’s are never taken for the rulebook’s."""
    text = MAPPING.replace("  muc: Câu 4\n", "  muc: Câu 4\n  chi: Câu 5 (tỷ đồng)\n")
    survey = read([[*HEAD, "Câu 5 (tỷ đồng)"], *([*each, "2"] for each in ROWS[1:])], text)
    assert ("SV452", "H1") in told(survey)
    assert isinstance(values(survey, "Sở Nội vụ")["chi"], Blank)


def test_a_title_in_the_measure_of_the_rulebook_is_read(read: ReadExport, values: Values) -> None:
    """The rulebook’s own measure behind a title is no doubt."""
    text = MAPPING.replace("  muc: Câu 4\n", "  muc: Câu 4\n  chi: 'Câu 5 [triệu đồng]'\n")
    survey = read([[*HEAD, "Câu 5 [triệu đồng]"], *([*each, "2,5"] for each in ROWS[1:])], text)
    assert values(survey, "Sở Nội vụ")["chi"] == Fraction(5, 2)


def test_nothing_in_a_row_is_passed_over(read: ReadExport, told: Told) -> None:
    """A row that holds only what is ignored is named, the titles said again are, and a row without a unit is asked about."""
    survey = read([*ROWS, ["02/10/2020 01:00:00", "", "", "", "", "", "d@x"], HEAD, ["", "", "3", "", "", "", ""]])
    assert [each for each in told(survey) if each[0] not in ("SV709", "SV721")] == [("SV407", "5:5"), ("SV407", "6:6"), ("UN101", "B7")]


def test_a_text_that_begins_with_a_hash_is_no_comment(read: ReadExport, values: Values) -> None:
    """In an export a row is a submission, whatever its first cell begins with."""
    rows = [[each[1], each[0], *each[2:]] for each in ROWS]
    survey = read([["Đơn vị", "Gửi lúc", *HEAD[2:]], ["#Sở Nội vụ", *rows[1][1:]], *rows[2:]])
    assert [each.unit for each in survey.submissions] == ["#Sở Nội vụ", "Sở Tài chính", "Sở Y tế"]


def test_codes_of_units_are_given_their_names(read: ReadExport, values: Values) -> None:
    """Codes in the units’ column mean the names that the mapping gives."""
    text = MAPPING.replace("values:\n", "values:\n  unit: {snv: Sở Nội vụ}\n")
    survey = read([HEAD, ["", "snv", *ROWS[1][2:]], *ROWS[2:]], text)
    assert [each.unit for each in survey.submissions] == ["Sở Nội vụ", "Sở Tài chính", "Sở Y tế"]
    assert any("“snv” means “Sở Nội vụ”" in each.message for each in survey.findings)


def test_an_export_without_the_units_is_an_error(read: ReadExport, export: Callable[..., Path], told: Told) -> None:
    """A file that has no such column is named, with the title that was perhaps meant."""
    survey = read([["Don vi", *HEAD[2:]], ["Sở Nội vụ", *ROWS[1][2:]]])
    said = "This file has no column “Đơn vị”, in which the mapping says that the units stand (did you mean “Don vi”?)."
    assert message(survey, "SV716") == said


def test_sheets_without_the_columns_are_named(read: ReadExport, told: Told) -> None:
    """Of a workbook the sheets with the titles are read, the others named."""
    survey = read({"Trang bìa": [["Kết quả"]], "Dữ liệu": [["Tổng hợp"], [], *ROWS]}, name="xuat.xlsx")
    assert [each.unit for each in survey.submissions] == ["Sở Nội vụ", "Sở Tài chính", "Sở Y tế"]
    assert [each for each in told(survey) if each[0] == "SV402"] == [("SV402", "0:0")]


def test_several_submissions_are_listed_and_the_newest_is_proposed(read: ReadExport, values: Values) -> None:
    """All rows of a unit are named with their times; the newest by its own time is read until somebody decides, which is an error."""
    again = ["02/10/2020 07:30:00", "sở nội vụ", "41", "38", "Option 1", "1", "a@x"]
    survey = read([HEAD, again, *ROWS[1:]])
    assert values(survey, "sở nội vụ")["nguoi"] == 41
    found = next(each for each in survey.findings if each.code == "UN151")
    assert (found.severity, found.place.cell, [each.cell for each in found.related]) == ("error", "B3", ["B2"])
    assert found.message == (
        "“sở nội vụ” sent 2 submissions: xuat!B2 (submitted 02/10/2020 07:30:00), xuat!B3 (submitted 30/09/2020 08:15:00). "
        "The newest by the time it declares is xuat!B2; until you decide, xuat!B2 is read (score --provisional counts it)."
    )


def test_equal_times_propose_nothing(read: ReadExport) -> None:
    """Of two rows submitted at the same time, none is called the newest; so it is where a time is missing."""
    for time in (ROWS[1][0], "", "hôm qua"):
        survey = read([*ROWS, [time, *ROWS[1][1:]]])
        assert "is not known; until you decide, xuat!B2 is read" in message(survey, "UN151")


def test_rows_of_two_exports_are_submissions_of_one_round(read: ReadExport, export: Callable[..., Path]) -> None:
    """Two exports may be read together; a unit in both is listed with both places."""
    other = export([HEAD, ["03/10/2020 10:00:00", *ROWS[1][1:]]], "khac.csv")
    survey = read(ROWS, more=[other])
    assert "khac!B2 (submitted 03/10/2020 10:00:00)" in message(survey, "UN151")


def test_a_form_of_ours_beside_an_export_is_read_as_ever(
    read: ReadExport, loaded: LoadedRulebook, tmp_path: Path, told: Told, values: Values
) -> None:
    """Forms that came back lie beside an export; a unit that sent both is asked about, for the clocks are not the same."""
    given = {"nguoi": Answer(Fraction(9), raw="9"), "may": Answer(Fraction(9), raw="9"), "mang": Answer(True, raw="có")}
    form = tmp_path / "phieu.xlsx"
    form.write_bytes(write_form(loaded, Submission("Sở Y tế", "so", {"self": given})))
    survey = read(ROWS[:3], more=[form])
    assert values(survey, "Sở Y tế")["may"] == 9
    assert not [each for each in survey.findings if each.severity == "error"]
    both = read(ROWS, more=[form])
    assert "is not known; until you decide" in message(both, "UN151")


def test_real_dates_of_a_workbook_are_times(read: ReadExport) -> None:
    """A workbook’s own dates say when rows were submitted, to the second."""
    late = datetime(2020, 10, 1, 9, 0, 30)  # noqa: DTZ001 - a workbook's clock names no zone
    rows = [HEAD, [late, *ROWS[1][1:]], [late - timedelta(seconds=1), *ROWS[1][1:]]]
    text = message(read(rows, name="xuat.xlsx"), "UN151")
    assert "Sheet1!B2 (submitted 01/10/2020 09:00:30)" in text
    assert "is Sheet1!B2; until you decide, Sheet1!B2 is read" in text


def test_titles_again_over_other_columns_end_the_export(read: ReadExport, told: Told) -> None:
    """Two exports pasted below each other are read as long as their columns are the same; else the rest is an error, and never misread."""
    swapped = [[each[0], each[1], each[3], each[2], *each[4:]] for each in (ROWS[0], ROWS[3])]
    survey = read([*ROWS[:3], HEAD, *swapped])
    assert [each.unit for each in survey.submissions] == ["Sở Nội vụ", "Sở Tài chính"]
    found = [each for each in told(survey) if each[0] in ("SV407", "SV434", "UN104")]
    assert found == [("SV407", "4:4"), ("SV434", "A5"), ("UN104", "0:0")]
    assert message(survey, "SV434") == "A header with other columns begins here (“Gửi lúc”); rows 5–6 were not read."


def test_words_of_points_are_read_too(read: ReadExport, loaded: LoadedRulebook) -> None:
    """Words may stand for the points that a stage gives, by the id of the points."""
    text = MAPPING.replace("  muc: Câu 4\n", "  muc: Câu 4\n  points:n@appraised: Điểm\n")
    text = text.replace("values:\n", "values:\n  points:n: {đạt: 10}\n")
    survey = read([[*HEAD, "Điểm"], *([*each, "Đạt"] for each in ROWS[1:])], text)
    assert survey.submissions[0].points["appraised"]["n"].value == 10
