"""A live workbook: what is stored beside its formulas, its answers read back, what it names as doubtful, and answers that people change."""

from __future__ import annotations

import random
from fractions import Fraction

import openpyxl
import pytest

from ictscore.errors import FileRefused, SelfCheckFailed
from ictscore.places import Place
from ictscore.reports.live import verified
from ictscore.reports.live.build import live_workbook
from ictscore.reports.live.doubts import Doubts, nearness_of
from ictscore.reports.live.verified import check_live, read_live, verify_live
from ictscore.reports.outcome import score_survey
from ictscore.survey.reading import read_survey

RULES = """
title: Bộ tiêu chí thử
language: vi
groups: [{id: g, name: Các sở, unranked: [Sở C]}]
stages: [{id: self}, {id: appraised}, {id: council}]
answers:
  nguoi: {label: Số người, type: count}
  may: {label: Số máy, type: count}
  ho_so: {label: Hồ sơ trực tuyến, type: percent, not_applicable: true}
  mang: {label: Nối mạng, type: yes_no}
  cap: {label: Cấp độ, type: choice, choices: {cao: Cao, thap: Thấp}}
rounding: {total: 2}
criteria:
  - {id: a, number: "1", name: Máy tính, max_points: 10, formula: {kind: ratio, of: may, over: nguoi, when_denominator_zero: zero}}
  - {id: b, number: "2", name: Hồ sơ, max_points: 5, formula: {kind: ratio, of: ho_so, over: 100},
     not_applicable: {declared: true, then: redistribute_in_proportion}}
  - {id: c, number: "3", name: Mạng, max_points: 5, formula: {kind: yes_no, of: mang}}
  - {id: d, number: "4", name: Cấp, max_points: 4, formula: {kind: choice, of: cap, points: {cao: 4, thap: 1}}}
grades:
  bands: [{name: Tốt, from: 20}, {name: Khá, from: 12}, {name: Yếu}]
awards: [{id: bk, name: Bằng khen, grade: Tốt, positions: 2, ties: ask, passes_down: false}]
"""
UNITS = {
    "Sở A": {"nguoi": 30, "may": 10, "ho_so": 80, "mang": True, "cap": "cao"},
    "Sở B": {"nguoi": 3, "may": 1, "ho_so": "n/a", "mang": True, "cap": "cao"},
    "Sở C": {"nguoi": 10, "may": 10, "ho_so": Fraction(1, 2), "mang": False, "cap": None},
    "Sở D": {"nguoi": 10, "may": 12, "ho_so": 100, "mang": True, "cap": "thap", "@points": {"council": {"a": 7}}},
}


@pytest.fixture
def outcome(rules, make_survey):
    """Return the outcome of a small survey with every state of answers."""
    return score_survey(rules(RULES), make_survey(UNITS), command="ictscore score", provisional=True)


@pytest.fixture
def written(outcome, tmp_path):
    """Return its live workbook as a file."""
    path = tmp_path / "cong-thuc.xlsx"
    path.write_bytes(live_workbook(outcome).data)
    return path


def rulebook_of(outcome):
    """Return the rulebook as a command line names it."""
    return str(outcome.told.loaded.path)


def row_of(sheet, unit, column=2):
    """Return the row of a unit."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, column).value == unit)


def changed(path, change):
    """Save a workbook anew after a change, as a program without stored values would."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def answer_cell(book, unit, mark):
    """Return the cell of an answer in the table of answers."""
    sheet = book["Số liệu"]
    column = next(cell.column for cell in sheet[1] if cell.value == mark)
    return sheet.cell(row_of(sheet, unit), column)


def test_stored_values_are_exact(written):
    """Who opens the workbook without calculating reads the engine's numbers: A has 10/3 + 4 + 5 + 4 = 16.33 points, B's 5 lost points go
    to the others: (10/3 + 5 + 4) × 24/19 = 15.58, D has 7 given points + 5 + 5 + 1 = 18."""
    sheet = openpyxl.load_workbook(written, data_only=True)["Xếp hạng"]
    head = next(row for row in sheet.iter_rows() if row[1].value == "Đơn vị")
    total = next(cell.column for cell in head if cell.value == "Tổng điểm")
    totals = {unit: sheet.cell(row_of(sheet, unit), total).value for unit in UNITS}
    assert totals == {"Sở A": 16.33, "Sở B": 15.58, "Sở C": 10.03, "Sở D": 18}
    assert [sheet.cell(row_of(sheet, unit), 3).value for unit in UNITS] == [2, 3, "–", 1]


def test_the_answers_read_back(written, outcome):
    """The sheet of answers is a survey: it reads back to the same answers and points of stages, without a finding that matters."""
    rulebook = outcome.told.rulebook
    survey = read_survey([written], rulebook, outcome.told.loaded.hash)
    assert {each.code for each in survey.findings if each.severity != "note"} == {"SV101", "SV301"}  # C left one blank; D has more computers than people
    read = {each.unit: each for each in survey.submissions}
    for unit, said in UNITS.items():
        values = read[unit].values_at("council")
        assert {name: values.get(name) for name in ("nguoi", "may", "mang")} == {name: said[name] for name in ("nguoi", "may", "mang")}
    assert read["Sở C"].values_at("self")["ho_so"] == Fraction(1, 2)
    assert read["Sở A"].values_at("self")["ho_so"] == 80
    assert read["Sở D"].points_given("a", "council")[1].value == 7


def test_nothing_changed_agrees(written, outcome):
    """As written, every stored value is what the engine makes of the answers in the workbook."""
    found = verify_live(read_live(written), rulebook_of(outcome))
    assert found.findings == ()
    assert found.cells > 100


@pytest.mark.usefixtures("office")
def test_changed_answers_are_followed(written, outcome):
    """Answers typed into the workbook move everything that hangs on them: LibreOffice and the engine come to the same."""

    def change(book):
        answer_cell(book, "Sở A", "may").value = 30
        answer_cell(book, "Sở B", "ho_so").value = 0.755
        answer_cell(book, "Sở C", "cap").value = "Cao"
        answer_cell(book, "Sở C", "ho_so").value = "Không áp dụng"
        answer_cell(book, "Sở D", "points:a@council").value = None
        answer_cell(book, "Sở D", "mang").value = None

    changed(written, change)
    found = verify_live(read_live(written), rulebook_of(outcome), again=True)
    assert found.findings == ()


@pytest.mark.usefixtures("office")
def test_random_changes_are_followed(written, outcome):
    """A third of all cells typed over at random, with blanks, words for not applicable and numbers out of range."""
    chance = random.Random(2026)
    typed = {
        "nguoi": [0, 1, 3, 7, 30, None, -1],
        "may": [0, 1, 3, 7, None, 2.5],
        "ho_so": [0, 0.5, 0.333, 1, None, "Không áp dụng"],
        "mang": ["Có", "Không", None],
        "cap": ["Cao", "Thấp", None],
    }

    def change(book):
        for unit in UNITS:
            for name, values in typed.items():
                answer_cell(book, unit, name).value = chance.choice(values)

    for _ in range(3):
        changed(written, change)
        found = verify_live(read_live(written), rulebook_of(outcome), again=True)
        assert [each.message for each in found.findings] == []


def test_an_edited_formula_is_named(written, outcome):
    """A number put where a formula stood, and a formula that comes to something else, are both found at their cells."""

    changed(written, lambda book: book["Xếp hạng"].__setitem__("C8", 1))
    found = verify_live(read_live(written), rulebook_of(outcome))
    assert ("SC265", "Xếp hạng", "C8") in [(each.code, each.place.sheet, each.place.cell) for each in found.findings]


@pytest.mark.usefixtures("office")
def test_a_false_formula_is_named(written, outcome):
    """A formula that gives itself ten points more is found by recalculating, and so is everything that hangs on it."""

    def change(book):
        sheet = book["Các bước"]
        column = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == "1 Máy tính")
        cell = sheet.cell(7, column)
        cell.value = f"{cell.value}+10"

    changed(written, change)
    found = verify_live(read_live(written), rulebook_of(outcome), again=True)
    differing = [each for each in found.findings if each.code == "SC263"]
    assert {each.place.sheet for each in differing} == {"Các bước", "Điểm", "Xếp hạng"}


def test_without_libreoffice(written, outcome, monkeypatch):
    """Where LibreOffice is missing, recalculating is refused by name, and comparing what is stored still works."""
    monkeypatch.setattr(verified, "find_office", lambda: None)
    with pytest.raises(FileRefused) as refused:
        verify_live(read_live(written), rulebook_of(outcome), again=True)
    assert [each.code for each in refused.value.findings] == ["SC266"]
    assert verify_live(read_live(written), rulebook_of(outcome)).findings == ()


def test_a_wrong_stored_value_stops_writing(outcome):
    """The workbook is read again before anybody gets it: a value that is not what was computed is our own fault."""
    made = live_workbook(outcome)
    cells = made.cells["Xếp hạng"]
    at, expected = next((at, each) for at, each in cells.items() if each.value == Fraction("16.33"))
    cells[at] = type(expected)(Fraction(17), expected.group, expected.unit, expected.heading)
    with pytest.raises(SelfCheckFailed):
        check_live(made, "x.xlsx")


def test_same_result_same_bytes(outcome):
    """A live workbook is the same to the byte each time."""
    assert live_workbook(outcome).data == live_workbook(outcome).data


def test_ties_on_thirds_are_named(rules, make_survey):
    """Two units with 10/3 points each are tied on a number whose decimals do not end: the tie is named, and no more than that."""
    loaded = rules("""
rounding: {total: none}
ranking: {on: exact}
answers: {a: count, b: count}
criteria: [{id: a, max_points: 10, formula: {kind: ratio, of: a, over: b, when_denominator_zero: zero}}]
""")
    made = live_workbook(score_survey(loaded, make_survey({"A": {"a": 1, "b": 3}, "B": {"a": 2, "b": 6}}), command="x"))
    assert [each.code for each in made.findings()] == ["SC260"]


def test_a_hair_s_breadth_is_named(rules, make_survey):
    """A total that misses a grade by less than formulas see is named with both numbers; nothing is left to chance silently."""
    loaded = rules("""
rounding: {total: none}
answers: {a: number, b: number}
criteria: [{id: a, max_points: 10, formula: {kind: ratio, of: a, over: b, when_denominator_zero: zero}}]
grades: {bands: [{name: Tốt, from: 5}, {name: Kém}]}
""")
    survey = make_survey({"A": {"a": Fraction(49999999999), "b": Fraction(100000000000)}})
    found = [each for each in live_workbook(score_survey(loaded, survey, command="x")).findings() if each.code == "SC261"]
    assert [each.values["unit"] for each in found] == ["A"]
    assert found[0].values["bound"] == 5


def test_what_excel_cannot_say_is_a_constant(rules, make_survey):
    """A choice whose words are longer than a formula may hold makes a column of constants with a sign, named; the result itself is right."""
    loaded = rules(f"""
answers: {{a: {{type: choice, choices: {{dai: "{"Rất dài " * 40}", ngan: Ngắn}}}}}}
criteria: [{{id: a, max_points: 10, formula: {{kind: choice, of: a, points: {{dai: 7, ngan: 1}}}}}}]
""")
    made = live_workbook(score_survey(loaded, make_survey({"A": {"a": "dai"}}), command="x"))
    assert {each.code for each in made.findings()} == {"SC262"}
    fixed = [each for cells in made.cells.values() for each in cells.values() if each.is_fixed]
    assert [each.value for each in fixed] == [0, 7]  # how it stands with the answer, and the value


def test_nearness():
    """On a bound with decimals that end: nothing to say. Within a thousand-millionth of it: near. Large numbers are near sooner."""
    assert nearness_of(Fraction("85.1"), Fraction("85.1")) is None
    assert nearness_of(Fraction(1, 3), Fraction(1, 3)) == "on"
    assert nearness_of(Fraction(1, 2), Fraction(1, 2) + Fraction(1, 10**10)) == "near"
    assert nearness_of(Fraction(1, 2), Fraction(1, 2) + Fraction(1, 10**8)) is None
    assert nearness_of(Fraction(10**12) + Fraction(1, 10), Fraction(10**12) + Fraction(1, 10)) == "near"


def test_rounding_doubts():
    """A number is doubtful where it lies beside a turn of rounding, not on it: on it, the formulas take the noise off first."""
    doubts = Doubts()
    doubts.rounding(0, "x", Fraction("0.125"), 2, "half_up")
    doubts.rounding(0, "x", Fraction("0.12499999999"), 2, "half_up")
    doubts.rounding(0, "x", Fraction("0.13000000001"), 2, "up")
    doubts.rounding(0, "x", Fraction(1, 3), 2, "half_up")
    assert [each.bound for each in doubts.found] == [Fraction("0.125"), Fraction("0.13")]


def test_rows_are_known():
    """Units stand in the order of their rows."""
    assert verified.row_of(Place("x", sheet="s", cell="B12")) == 12
