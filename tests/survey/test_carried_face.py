"""Promises about forms of another round's answers that lost their stamp: what they print on top is enough to ask."""

from __future__ import annotations

from fractions import Fraction

import pytest
from openpyxl import Workbook, load_workbook

from ictscore.survey.blank.carried import face_of_carried
from ictscore.survey.blank.form import write_form
from ictscore.survey.carried_face import carried_on_face
from ictscore.survey.layout import NO_ROUND
from ictscore.survey.reading import read_survey
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.submission import Answer, Submission
from ictscore.words import speak

RULES = """
language: vi
rounds: {years: [2018, 2019]}
answers:
  a: {label: Tổng số máy tính, type: count, measure: máy}
  b: {label: Tổng số cán bộ, type: count, measure: người}
  c: {label: Có mạng nội bộ, type: yes_no}
groups: [{id: g, name: Nhóm một, max_points: 5}]
criteria:
  - {id: t, max_points: 5, formula: {kind: count, of: a, each: 1}}
  - {id: u, max_points: 0, formula: {kind: count, of: b, each: 0}}
  - {id: v, max_points: 0, formula: {kind: yes_no, of: c}}
"""
FILLED = Submission("Sở Nội vụ", "g", {"self": {"a": Answer(Fraction(12)), "b": Answer(Fraction(20)), "c": Answer(True)}})


@pytest.fixture
def copied(rules, tmp_path):
    """Return what copies the visible cells of the form of 2019 with answers of 2018 as plain values, with or without column A."""

    def make(said="", *, ids=False, row=True):
        made, copy = tmp_path / "moi.xlsx", Workbook()
        speak("vi")
        made.write_bytes(write_form(rules(RULES), FILLED, period="2019", carried_from="2018"))
        speak("en")
        sheet, target = load_workbook(made)["Phiếu"], copy.active
        for cells in sheet.iter_rows():
            is_asked = cells[0].value == "#looked"
            if is_asked and not row:
                continue
            for cell in cells:
                if cell.value is not None and (ids or cell.column > 1) and not (cell.row == 1 and not ids):
                    target.cell(cell.row, cell.column, cell.value)
            if is_asked:
                target.cell(cells[0].row, 5, said or None)
        copy.save(tmp_path / "ban-sao.xlsx")
        return tmp_path / "ban-sao.xlsx"

    return make


def found(path, rules):
    """Return the codes of what was found with what was read, without the note that the form has no ids."""
    survey = read_survey([path], rules(RULES).rulebook, rules(RULES).hash)
    return [(each.code, each.values["read"]) for each in survey.findings if each.severity == "error"]


@pytest.mark.parametrize("ids", [True, False])
def test_a_copy_without_stamp_is_asked_as_the_form_is(copied, rules, ids):
    """Blank beside the question is an error that names the round; with the ids and without them."""
    assert found(copied(ids=ids), rules) == [("SV591", "2018")]


@pytest.mark.parametrize("ids", [True, False])
def test_what_is_said_beside_the_printed_question_counts(copied, rules, ids):
    """A yes lifts the error, a no is named."""
    assert found(copied("Đã xem lại", ids=ids), rules) == []
    assert found(copied("Chưa", ids=ids), rules) == [("SV610", "Chưa")]


def test_taking_the_row_away_does_not_help(copied, rules):
    """The line on top still says whose round the answers are of."""
    assert found(copied(row=False), rules) == [("SV591", "2018")]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("then", "round_"), [("2018", "2018"), ("2018–2019", "2018–2019"), (NO_ROUND, NO_ROUND)])
def test_the_line_is_the_one_that_forms_print(rules, tmp_path, language, then, round_):
    """However a form was made, its line is recognised, with the round it names or does not name."""
    speak(language)
    loaded = rules(RULES)
    book = Workbook()
    book.active["B2"] = face_of_carried(loaded, FILLED, then, "2019")
    book.save(tmp_path / "mot.xlsx")
    assert carried_on_face(open_survey_file(read_input(tmp_path / "mot.xlsx"))) == round_


@pytest.mark.parametrize(
    "said", ["Số liệu lấy từ phiếu kỳ 2018.", "Các câu trả lời (12 câu) được rà soát.", "Đơn vị (câu 3) xem lại phiếu"]
)
def test_other_texts_say_no_such_thing(tmp_path, said):
    """Only the line of our own forms does."""
    book = Workbook()
    book.active["B2"] = said
    book.save(tmp_path / "mot.xlsx")
    assert carried_on_face(open_survey_file(read_input(tmp_path / "mot.xlsx"))) == ""
