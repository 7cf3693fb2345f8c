"""The results workbook: what stands on its sheets, and that it can be trusted."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest

from ictscore.errors import SelfCheckFailed
from ictscore.reports.cell_text import LONGEST_TEXT, fitting
from ictscore.reports.recorded.read_back import check_written
from ictscore.reports.workbook import explanations
from ictscore.reports.workbook.build import results_workbook
from ictscore.reports.workbook.looks import format_for
from ictscore.reports.workbook.names import unique_names
from ictscore.reports.workbook.page import height_of
from ictscore.rulebook.shipped import shipped_ids
from ictscore.words import speak, spoken

RULES = """
language: en
groups: [{id: g, name: Nhóm, unranked: [C]}]
answers: {a: count, n: count}
sections:
  - {id: s, number: I, name: Hạ tầng, criteria: [{id: c, number: "1.1", name: Máy tính, max_points: 10,
     formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}]}
rounding: {total: 2}
grades: {bands: [{name: Tốt, from: 5}, {name: Yếu}]}
awards: [{id: w, name: Bằng khen, positions: 1}]
knockouts: [{id: k, name: Kỷ luật, when: n = 7, unranked: true}]
"""
UNITS = {"A": {"a": 1, "n": 2}, "B": {"a": 2, "n": 4}, "=C()": {"a": 1, "n": 7}}


def opened(data):
    """Return a workbook as another program sees it."""
    return openpyxl.load_workbook(io.BytesIO(data))


def written(outcome, units=UNITS, rules=RULES, **more):
    """Return the outcome and the bytes of its workbook."""
    made = outcome(rules, units, **more)
    return made, results_workbook(made.told, made.explainer)


@pytest.mark.parametrize("rulebook", shipped_ids())
def test_every_rulebook_reads_back(outcome_of, rulebook):
    """Ranks, totals, grades and all points of every shipped rulebook's cases read back as computed."""
    made = outcome_of(rulebook)
    check_written(results_workbook(made.told, made.explainer), made.told, "x.xlsx")


def test_the_same_result_gives_the_same_bytes(outcome, rules):
    """Nothing in the workbook depends on the clock or on chance."""
    loaded = rules(RULES)
    assert written(outcome, rules=loaded)[1] == written(outcome, rules=loaded)[1]


def test_the_day_it_was_made_can_be_set(outcome, rules, monkeypatch):
    """SOURCE_DATE_EPOCH is the only date that gets in."""
    loaded = rules(RULES)
    before = written(outcome, rules=loaded)[1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert written(outcome, rules=loaded)[1] != before


def test_the_sheets_and_their_links(outcome):
    """Contents comes first and links to every other sheet; with one group no group is named."""
    book = opened(written(outcome)[1])
    assert book.sheetnames == ["Contents", "Ranking", "Criteria", "Explanations", "Findings", "Origin", "_ictscore"]
    links = [cell.hyperlink.location for row in book["Contents"] for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:-1]]
    assert book["_ictscore"].sheet_state == "veryHidden"


def test_the_ranking_sheet(outcome):
    """Numbers are numbers with the rulebook's decimals; a shared rank shows its sign; what looks like a formula is a text."""
    sheet = opened(written(outcome)[1])["Ranking"]
    headings = ["Rank", "Unit", "I. Hạ tầng\n(10)", "Total", "Grade", "Award"]
    assert [cell.value for cell in sheet[7]][:6] == headings
    first, second, third = (sheet[row] for row in (8, 9, 10))
    assert [cell.value for cell in first][:4] == [1, "A", 5, 5]
    assert (first[0].number_format, first[3].number_format) == ('0"="', "0.00")
    assert second[0].value == 1
    assert (first[5].value, third[0].value) == ("Bằng khen ?", "–")
    assert (third[1].value, third[1].data_type) == ("=C()", "s")
    assert third[6].value == "not ranked; Kỷ luật"
    assert sheet.freeze_panes == "C8"
    assert sheet.print_title_rows == "$6:$7"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.row_dimensions[6].hidden


def test_the_criterion_sheet(outcome):
    """Section, name, number and maximum above the points of every unit; a missing answer is shaded."""
    sheet = opened(written(outcome, {"A": {"a": 1, "n": 2}, "B": {"a": 2}})[1])["Criteria"]
    assert [sheet.cell(row, 3).value for row in (6, 7, 8, 9, 11, 12)] == ["Hạ tầng", "Máy tính", "1.1", 10, 5, 0]
    assert sheet["C12"].fill.fgColor.rgb == "FFFCE4D6"


def test_the_explanation_sheet(outcome):
    """The arithmetic, each answer with its cell, and the source with its basis."""
    sheet = opened(written(outcome)[1])["Explanations"]
    texts = [cell.value for cell in sheet[7]]
    assert texts[:7] == ["A", "1.1", "Máy tính", 5, 10, "scored", "1 ÷ 2 × 10\n= 5"]
    assert texts[7] == "n: 2 ← Bảng!C2\na: 1 ← Bảng!B2"
    assert texts[9] == "Quyết định (stated)"


def test_too_many_units_are_not_all_explained(outcome, monkeypatch):
    """Past the limit only what was not simply scored is listed, and the sheet says so."""
    monkeypatch.setattr("ictscore.reports.workbook.build.MOST_UNITS", 1)
    sheet = opened(written(outcome, {"A": {"a": 1, "n": 2}, "B": {"a": 2}})[1])["Explanations"]
    assert sheet["A5"].value.startswith("More than 600 units")
    assert [sheet.cell(row, 1).value for row in (7, 8)] == ["B", None]


def test_too_many_rows_are_cut_with_a_word(outcome, monkeypatch):
    """A sheet that would grow without end stops and says so."""
    monkeypatch.setattr(explanations, "MOST_ROWS", 1)
    monkeypatch.setattr("ictscore.reports.workbook.findings.MOST_ROWS", 1)
    book = opened(written(outcome, {"A": {"a": 3, "n": 2}, "B": {"a": 5, "n": 4}})[1])
    assert book["Explanations"]["A8"].value == "More than 1 rows: the rest was left out."
    assert book["Findings"]["A8"].value == "And 2 more."


def test_findings_stand_with_their_place(outcome):
    """Severity, code, file, cell, what was found and what to do; errors first."""
    sheet = opened(written(outcome, {"A": {"a": 1}, "B": {"a": 5, "n": 4}})[1])["Findings"]
    assert [cell.value for cell in sheet[7]][:4] == ["error", "SC101", "khao-sat.xlsx", "Bảng!C3"]


def test_nothing_found_is_said(outcome):
    """A blank sheet would leave people wondering."""
    sheet = opened(written(outcome, {"A": {"a": 1, "n": 2}})[1])["Findings"]
    assert sheet["A7"].value == "Nothing was found."


def test_the_origin_sheet_names_rulebook_and_inputs(outcome):
    """Both hashes are there, the command, and the points by basis."""
    made, data = written(outcome)
    texts = [str(cell.value) for row in opened(data)["Origin"] for cell in row if cell.value is not None]
    assert made.told.loaded.hash in texts
    assert any("0" * 64 in each for each in texts)
    assert "ictscore score khao-sat.xlsx" in texts
    assert texts[texts.index("Whole rulebook") + 1] == "10"


def test_provisional_stands_on_every_sheet(outcome):
    """While errors stand, each visible sheet says so in a line and in its printed head."""
    book = opened(written(outcome, {"B": {"a": 5, "n": 4}})[1])
    for sheet in book.worksheets[:-1]:
        assert sheet["A4"].value.startswith("PROVISIONAL: errors stand (1)"), sheet.title
        assert "PROVISIONAL" in sheet.oddHeader.right.text


def test_the_first_sheet_shows_the_whole_warning_on_its_paper(outcome):
    """It is wrapped over the four columns that are printed, in a row as high as its lines; elsewhere the paper may cut it off."""
    sheet = opened(written(outcome, {"B": {"a": 5, "n": 4}})[1]).worksheets[0]
    assert "A4:D4" in {str(each) for each in sheet.merged_cells.ranges}
    assert sheet["A4"].alignment.wrap_text
    assert sheet.row_dimensions[4].height >= 16
    assert sheet.print_area.endswith(f"$A$1:$D${sheet.max_row}")


def test_a_sound_result_is_not_provisional(outcome):
    """Nothing says provisional where nothing stands against the result."""
    with zipfile.ZipFile(io.BytesIO(written(outcome)[1])) as archive:
        assert not any(b"PROVISIONAL" in archive.read(name) for name in archive.namelist())


def test_the_foot_of_every_page_tells_the_basis(outcome_of):
    """How many points are modelled is printed whole; a font size before it does not swallow its digits."""
    made = outcome_of("binhthuan-2020")
    for sheet in opened(results_workbook(made.told, made.explainer)).worksheets[:-1]:
        assert re.match(r"\d+/\d+ ", sheet.oddFooter.left.text.strip()), sheet.title


def test_sheets_of_several_groups_are_told_apart(outcome_of):
    """Each group has its own three sheets, named after its annex; the language spoken before is spoken again."""
    speak("en")
    made = outcome_of("binhthuan-2019")
    names = opened(results_workbook(made.told, made.explainer)).sheetnames
    assert len(names) == 4 + 3 * 4
    assert [name.rpartition(" ")[2] for name in names[1:13]] == [annex for annex in ("I", "II", "III", "IV") for _ in range(3)]
    assert spoken() == "en"


def test_tampering_is_noticed(outcome):
    """A number in the file that differs from the computed one fails the self-check and is named."""
    made, data = written(outcome)
    source = zipfile.ZipFile(io.BytesIO(data))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(b"<v>5</v>", b"<v>6</v>") if name == "xl/worksheets/sheet2.xml" else part)
    with pytest.raises(SelfCheckFailed) as failed:
        check_written(stream.getvalue(), made.told, "x.xlsx")
    assert failed.value.findings[0].code == "IO405"
    assert "A: " in str(failed.value.findings[0].values["read"])


def test_two_communes_of_one_name_keep_their_points(outcome):
    """Units that only their parents tell apart each read back with their own points."""
    units = {"X": {"a": 1, "n": 2, "@parent": "H1"}, "x": {"a": 2, "n": 2, "@parent": "H2"}}
    made, data = written(outcome, units)
    check_written(data, made.told, "x.xlsx")


def test_a_cap_has_a_column(outcome):
    """Where a bonus is capped the column says what is not counted, and the line below the table says why."""
    bonus = "\nbonus: {above_maximum: false, criteria: [{id: t, max_points: 4, formula: {kind: count, of: a, each: 1}}]}"
    sheet = opened(written(outcome, {"A": {"a": 4, "n": 4}}, RULES + bonus)[1])["Ranking"]
    texts = [cell.value for row in sheet for cell in row if cell.value is not None]
    assert "Difference (cap, floor)" in texts
    assert -4 in texts


def test_another_result_does_not_pass_for_this_one(outcome):
    """The number of units is compared too."""
    made = outcome(RULES, {"A": {"a": 1, "n": 2}})
    with pytest.raises(SelfCheckFailed):
        check_written(written(outcome)[1], made.told, "x.xlsx")


def test_names_of_sheets_are_legal():
    """No forbidden sign, at most 31 UTF-16 units, none twice in any spelling, nothing left blank."""
    names = unique_names(["a/b:c", "A b C", "x" * 40, "x" * 40, "😀" * 20, "''", "History"])
    assert names == ("a b c", "A b C (2)", "x" * 31, "x" * 27 + " (2)", "😀" * 15, "–", "History (2)")


def test_long_texts_fit_into_a_cell():
    """A text beyond what a cell holds is cut with a sign."""
    assert len(fitting("x" * 40_000)) == LONGEST_TEXT
    assert fitting("a\x00") == "a\\u0000"


def test_rows_are_as_high_as_their_longest_text():
    """One line needs one line, a text of two and a bit needs three."""
    assert height_of([("ab", 10)], 12) == 15
    assert height_of([("x" * 22, 10), ("a\nb", 10)], 12) == 39
    assert format_for(3) == "0.000"


def test_what_is_special_stands_below_the_ranking(outcome):
    """Who was left out is named below the table, and a group nobody of which is assessed has no table to filter."""
    rules = RULES.replace("unranked: [C]", "excluded: [A, B, =C()]")
    sheet = opened(written(outcome, rules=rules)[1])["Ranking"]
    assert [cell.value for cell in sheet["A"]][8:] == ["Not assessed: =C(), A, B"]
    assert sheet.auto_filter.ref is None


def test_bands_name_what_earns_extra(outcome):
    """Bonus and deductions stand beside the sections, parts are counted to their section, a bonus for others is left out."""
    extras = """
bonus: {criteria: [{id: t, max_points: 1, formula: {kind: count, of: a, each: 1}}]}
deductions: {criteria: [{id: u, max_points: 1, formula: {kind: count, of: a, each: 1}}]}
"""
    sheet = opened(written(outcome, {"A": {"a": 1, "n": 2}}, RULES + extras)[1])["Criteria"]
    assert [sheet.cell(6, column).value for column in (3, 4, 5)] == ["Hạ tầng", "Bonus", "Deducted"]


def test_a_sheet_with_nothing_to_explain(outcome, monkeypatch):
    """Past the limit a group without any trouble has an explanation sheet without rows."""
    monkeypatch.setattr("ictscore.reports.workbook.build.MOST_UNITS", 0)
    assert opened(written(outcome, {"A": {"a": 1, "n": 2}})[1])["Explanations"].max_row == 6
