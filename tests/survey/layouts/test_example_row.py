"""Promises about the worked example on a form."""

from __future__ import annotations

import pytest

from ictscore.places import Place
from ictscore.survey.layout import EXAMPLE_LABELS
from ictscore.survey.layouts.example_row import tell_example
from ictscore.survey.layouts.found import FoundLayout, FoundSheet
from ictscore.survey.layouts.lines import lines_of
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.stamp_read import Stamp
from ictscore.words import speak, tr


def told(*answers: Cell, ids: int = 1) -> list[tuple[str, Place]]:
    """Return what is said of a form whose example has these cells; columns E and F take answers."""
    cells = {(each.row, each.column): each for each in (Cell(4, 1, "text", "#example"), Cell(5, 1, "text", "so"), *answers)}
    sheet, notes = Sheet("f.xlsx", "Phiếu", cells), Notes()
    layout = FoundLayout("form", 1, 2, ids=ids, stages={5: "self", 6: "appraised"})
    tell_example(FoundSheet(sheet, lines_of(sheet), layout, Stamp(), from_csv=False), notes)
    return [(each.values["read"], each.place.cell) for each in notes.findings()]


@pytest.mark.parametrize("answer", [Cell(4, 5, "number", "125"), Cell(4, 5, "number", "125.0"), Cell(4, 5, "text", " 125 ")])
def test_the_example_as_it_was_printed_says_nothing(answer):
    """However a program keeps the number, the example is left alone; so is one that was cleared."""
    assert told(answer) == []
    assert told() == []


def test_what_was_typed_over_it_is_told_with_its_place():
    """Any other text or number in a cell of answers is shown, a date as it is seen."""
    assert told(Cell(4, 5, "number", "140")) == [("140", "E4")]
    assert told(Cell(4, 5, "text", "Có"), Cell(4, 6, "number", "3")) == [("Có", "E4"), ("3", "F4")]
    assert told(Cell(4, 5, "date", "43963")) == [("12/05/2020", "E4")]


def test_other_columns_and_rows_are_none_of_it():
    """Evidence beside the example and answers below it are read by others; without an id and its text there is no example."""
    assert told(Cell(4, 7, "text", "QĐ 5"), Cell(5, 5, "number", "140")) == []
    assert told(Cell(4, 5, "number", "140"), ids=0) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_example_is_called_what_forms_print(language):
    """By these words it is found where its id is lost."""
    speak(language)
    assert tr("Example: computers of the unit") == EXAMPLE_LABELS[language]


@pytest.mark.parametrize("label", EXAMPLE_LABELS.values())
@pytest.mark.parametrize(("typed", "codes"), [(125, []), ("125", []), ("", []), (140, [("SV489", "D2")])])
def test_without_ids_the_example_is_known_by_its_text(read, found, label, typed, codes):
    """With column A deleted the printed example is no answer typed above the questions; what was typed over it is still asked about."""
    rows = [
        ["#number", "#label", "#measure", "#self"],
        ["VD", label, "máy", typed],
        [1, "Tổng số cán bộ", "người", 20],
        [2, "Số máy tính", "máy", 10],
    ]
    survey = read([rows[0], ["Đơn vị", "", "", "Sở A"], ["Nhóm", "", "", "Nhóm một"], ["STT", "Câu hỏi", "", "Trả lời"], *rows[1:]])
    assert [each for each in found(survey) if each[0] in ("SV541", "SV489")] == [(code, "D5") for code, _ in codes]
    assert survey.submissions[0].answer("can_bo", "self").value == 20


def test_a_printed_copy_asks_about_its_example_too(read, found):
    """A form copied as values keeps the example; what was typed over it may be meant for a question."""
    rows = [["VD", "Ví dụ: số máy tính của đơn vị", 140], [1, "Tổng số cán bộ", 20], [2, "Số máy tính", 10], [3, "Có mạng", "có"]]
    assert ("SV489", "C3") in found(read([["Đơn vị: Sở A"], ["STT", "Nội dung", "Số liệu"], *rows]))
    rows[0][2] = 125
    assert "SV489" not in [code for code, _ in found(read([["Đơn vị: Sở A"], ["STT", "Nội dung", "Số liệu"], *rows]))]
