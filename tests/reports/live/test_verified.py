"""A live workbook held against the engine: answers that people change are followed, and what somebody typed over a formula is found."""

from __future__ import annotations

import random
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from ictscore.errors import FileRefused
from ictscore.places import Place
from ictscore.reports.live import verified
from ictscore.reports.live.build import live_workbook
from ictscore.reports.live.drawn import Expected
from ictscore.reports.live.verified import agrees, read_live, verify_live
from ictscore.reports.outcome import score_survey
from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.written import not_applicable_word, options_of
from ictscore.survey.questions import questions_of
from ictscore.survey.reading import read_survey
from ictscore.survey.sheets.cells import Cell

SAMPLES = Path(__file__).parents[3] / "samples"


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
def test_an_answer_in_other_capitals_is_the_same_answer(written, outcome):
    """“không” for “Không” and “CAO” for “Cao” are what they are in every formula: nobody changed one."""

    def change(book):
        answer_cell(book, "Sở A", "mang").value = "không"
        answer_cell(book, "Sở B", "mang").value = "CÓ"
        answer_cell(book, "Sở C", "cap").value = "CAO"

    changed(written, change)
    assert [each.message for each in verify_live(read_live(written), rulebook_of(outcome), again=True).findings] == []


def test_only_what_repeats_an_answer_may_be_spelt_otherwise():
    """A grade or a name in other capitals was written by somebody; an answer is as it was typed."""
    said = Expected("Không", "g", 0, "Nối mạng", is_said=True)
    assert [agrees(Cell(1, 1, "text", text), said) for text in ("không", " KHÔNG", "Có", "")] == [True, True, False, False]
    assert not agrees(Cell(1, 1, "text", "tốt"), Expected("Tốt", "g", 0, "Xếp loại"))


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("identifier", ["tuyenquang-2019", "khanhhoa-2018"])
def test_a_province_with_changed_answers(identifier, tmp_path):
    """A third of the answers of a sample province typed over: communes move their district, units their group, and all cells agree."""
    loaded = load_rulebook(identifier)
    survey = read_survey([SAMPLES / identifier / "survey.xlsx"], loaded.rulebook, loaded.hash)
    path = tmp_path / "tinh.xlsx"
    path.write_bytes(live_workbook(score_survey(loaded, survey, command="ictscore score", provisional=True)).data)
    chance, typed = random.Random(identifier), Typist(loaded.rulebook)

    def change(book):
        for sheet in (each for each in book if "#unit" in {cell.value for cell in each[1]}):
            marks = {cell.column: cell.value for cell in sheet[1] if cell.value in loaded.rulebook.answers}
            group = next(cell.column for cell in sheet[1] if cell.value == "#group")
            known = {each.id for each in loaded.rulebook.groups}
            for row in (each for each in range(2, sheet.max_row + 1) if sheet.cell(each, group).value in known):
                for column, name in marks.items():
                    if chance.random() < 1 / 3:
                        sheet.cell(row, column).value = typed.value(name, chance)

    changed(path, change)
    found = verify_live(read_live(path), again=True)
    assert [each.message for each in found.findings] == []
    assert found.cells > 5000


class Typist:
    """Types answers as an officer might: mostly within bounds, at times nothing, or that it does not apply."""

    def __init__(self, rulebook):
        """Know the questions."""
        self.rulebook, self.questions = rulebook, questions_of(rulebook)

    def value(self, name, chance):  # noqa: PLR0911 - one return for each type
        """Return what is typed."""
        spec, question, language = self.rulebook.answers[name], self.questions[name], self.rulebook.language
        if chance.random() < 0.1:
            return not_applicable_word(language) if question.may_not_apply else None
        if options := options_of(spec, language):
            return chance.choice(options)
        if spec.type == "text":
            return chance.choice(["a", "Có ý kiến"])
        if spec.type == "date":
            return datetime(2020, chance.randint(1, 12), chance.randint(1, 28))  # noqa: DTZ001 - a day in a cell has no zone
        low, high = float(question.low or 0), float(question.high if question.high is not None else chance.choice([3, 20, 400]))
        if spec.type == "percent":
            return chance.choice([0, 0.005, 0.5, 0.8, 1, round(chance.random(), 4)])
        if spec.type == "count":
            return chance.randint(int(low), int(max(low, high)))
        return round(chance.uniform(low, high), 2)


@pytest.mark.usefixtures("office")
def test_random_changes_are_followed(written, outcome, units):
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
        for unit in units:
            for name, values in typed.items():
                answer_cell(book, unit, name).value = chance.choice(values)

    for _ in range(3):
        changed(written, change)
        found = verify_live(read_live(written), rulebook_of(outcome), again=True)
        assert [each.message for each in found.findings] == []


@pytest.mark.usefixtures("office")
def test_what_nobody_can_read_is_a_doubt(written, outcome):
    """Words, a number below zero, blanks and an error in cells of answers: no formula makes a number of them, and the engine agrees.

    The error stays with its unit.
    """

    def change(book):
        answer_cell(book, "Sở A", "nguoi").value = "abc"
        answer_cell(book, "Sở B", "may").value = "#DIV/0!"
        answer_cell(book, "Sở B", "may").data_type = "e"
        answer_cell(book, "Sở C", "mang").value = "chưa rõ"
        answer_cell(book, "Sở C", "nguoi").value = -5
        answer_cell(book, "Sở D", "mang").value = "  "

    changed(written, change)
    found = verify_live(read_live(written), rulebook_of(outcome), again=True)
    assert [each.message for each in found.findings if each.code.startswith("SC2")] == []


@pytest.mark.usefixtures("office")
def test_words_only_the_reader_understands_are_a_doubt(written, outcome):
    """A number as a text, with a comma or a sign, and x for yes: formulas say that they cannot read it, and verify says what differs."""

    def change(book):
        for unit, mark, text in (("Sở A", "nguoi", "7"), ("Sở B", "ho_so", "85%"), ("Sở C", "mang", "x"), ("Sở D", "nguoi", "12,0")):
            cell = answer_cell(book, unit, mark)
            cell.value, cell.number_format = text, "@"

    changed(written, change)
    found = verify_live(read_live(written), rulebook_of(outcome), again=True)
    told = [each for each in found.findings if each.code == "SC263" and each.place.sheet.startswith("Điểm")]
    assert {each.values["read"] for each in told} == {"!"}


def shown_points(path, heading):
    """Return what the sheet of points shows under a heading, by unit, after recalculating."""
    book = verified._recalculated(read_live(path).file)
    cells = next(each for each in book.sheets if each.name == "Điểm").cells
    column = next(column for (_, column), cell in cells.items() if cell.text == heading)
    rows = {cell.text: row for (row, at), cell in cells.items() if at == 2 and cell.text.startswith("Sở ")}
    return {unit: cells[row, column].text for unit, row in rows.items()}


@pytest.mark.usefixtures("office")
def test_a_date_typed_for_a_number_counts_for_nothing(written, outcome):
    """12/5/2020 where a number of people is asked (day number 43963) gives “!”, as the engine refuses it; Sở C keeps its points."""

    def change(book):
        for unit, form in (("Sở A", "mm-dd-yy"), ("Sở B", "dd/mm/yyyy"), ("Sở D", "h:mm")):
            cell = answer_cell(book, unit, "nguoi")
            cell.value, cell.number_format = datetime(2020, 5, 12), form  # noqa: DTZ001 - a day in a cell has no zone
        answer_cell(book, "Sở D", "points:a@council").value = None

    changed(written, change)
    found = verify_live(read_live(written), rulebook_of(outcome), again=True)
    assert [each.message for each in found.findings if each.code.startswith("SC2")] == []
    points = shown_points(written, "1 Máy tính")
    assert points == {"Sở A": "!", "Sở B": "!", "Sở C": "10", "Sở D": "!"}


@pytest.mark.usefixtures("office")
def test_points_of_a_stage_that_are_no_number_give_none(written, outcome):
    """“8 điểm” and a date in the column of the council's points are in error, 8 counts; verify names the one the reader understands."""

    def change(book):
        for unit, value in (("Sở A", "8 điểm"), ("Sở B", datetime(2020, 1, 8)), ("Sở C", 8), ("Sở D", "7")):  # noqa: DTZ001
            answer_cell(book, unit, "points:a@council").value = value

    changed(written, change)
    found = verify_live(read_live(written), rulebook_of(outcome), again=True)
    assert shown_points(written, "1 Máy tính") == {"Sở A": "!", "Sở B": "!", "Sở C": "8", "Sở D": "!"}
    assert {each.code for each in found.findings if each.place.sheet.startswith("Điểm")} == {"SC263"}


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


def test_rows_are_known():
    """Units stand in the order of their rows."""
    assert verified.row_of(Place("x", sheet="s", cell="B12")) == 12
