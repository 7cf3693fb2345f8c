"""Tables as sheets: which cell of a row is the answer, whatever was done to the row, and time in proportion to the size."""

from __future__ import annotations

import pytest
from messy_docx import cell, document, form, head, hidden, para, question, row, table, who
from messy_word import box

from ictscore.survey.sheets.inputfile import InputFile
from ictscore.survey.sheets.word.document import read_word

WIDE = '<w:gridSpan w:val="{}"/>'


def book(data, tmp_path):
    """Return the workbook of a document’s bytes."""
    return read_word(InputFile(tmp_path / "a.docx", "a.docx", data, "", len(data)))


def answers(data, tmp_path):
    """Return the cells of the column of answers by row, and the codes found."""
    found = book(data, tmp_path)
    cells = found.sheets[1].cells
    return {at: each.text or each.kind for at, each in cells.items() if at[1] == 4 and at[0] > 1}, [each.code for each in found.findings]


def spread(*spans, texts=("", "Số máy", "", "10", "", "")):
    """Return the row of the computers with cells over so many columns of the grid."""
    cells = [cell(para(hidden("may_tinh"), "2"), WIDE.format(spans[0]))]
    return row(*cells, *(cell(text, WIDE.format(span)) for text, span in zip(texts[1:], spans[1:], strict=True)))


def test_dragged_borders_change_nothing(tmp_path):
    """Where only the borders of one row were dragged it has as many cells as the head, and they are read in their order."""
    assert answers(form(spread(1, 1, 2, 1, 1, 1)), tmp_path) == ({(2, 4): "10"}, [])


@pytest.mark.parametrize(
    ("spans", "texts", "code"),
    [
        ((1, 1, 1, 2, 1), ("", "Số máy", "", "10", ""), "IO157"),
        ((1, 1, 2, 1, 1), ("", "Số máy", "10", "", ""), "IO157"),
        ((1, 1, 1, 1, 1), ("", "Số máy", "10", "", ""), "IO156"),
        ((1, 1, 1, 1, 1, 1, 1), ("", "Số máy", "", "10", "2", "", ""), "IO156"),
    ],
)
def test_rows_with_other_cells_have_no_answer(tmp_path, spans, texts, code):
    """Merged, deleted and split cells are told, and nothing in the row is taken for the answer."""
    assert answers(form(spread(*spans, texts=texts)), tmp_path) == ({(2, 4): "unreadable"}, [code])


def test_moved_columns_go_by_their_marks(tmp_path):
    """A column that was moved with its head is known by its mark."""
    marks = ("#self", "#number", "#label")
    rows = [
        row(*(cell(para(hidden(mark), mark)) for mark in marks)),
        row(cell("20"), cell(para(hidden("can_bo"), "1")), cell("Tổng số cán bộ")),
    ]
    found = book(document(who() + table(*rows)), tmp_path).sheets[1]
    texts = [[found.cells[number, column].text for column in range(1, 5)] for number in (0, 2)]
    assert texts == [["#self", "#number", "#label", "#id"], ["20", "1", "Tổng số cán bộ", "can_bo"]]


def test_english_forms_have_tables(tmp_path):
    """The sheets of an English form are called Table 1, Table 2."""
    data = document(para(hidden("ictscore language=en")) + who() + table(head(), question("can_bo", "20")))
    assert [each.name for each in book(data, tmp_path).sheets] == ["Table 1", "Table 2"]


def test_the_hidden_stamp_goes_before_the_properties(tmp_path):
    """Questions pasted into another file bring their stamp along."""
    data = document(who() + table(head()) + para(hidden("ictscore unit=Sở B")))
    assert book(data, tmp_path).properties["ictscore unit"] == "Sở B"


def test_too_long_a_text_is_unreadable(tmp_path):
    """A text longer than a cell may hold is refused at its cell."""
    assert answers(form(question("loi_ghi", "x" * 40_000)), tmp_path) == ({(2, 4): "unreadable"}, ["IO312"])


def test_a_great_many_pieces_are_read(tmp_path):
    """Thousands of runs, paragraphs and rows are read, and no longer looked at than once."""
    runs, lines = para(*["a"] * 15_000), para("b") * 15_000
    found, codes = answers(form(question("loi_ghi", runs), question("can_bo", lines), *[question("may_tinh", "1")] * 2000), tmp_path)
    assert (found[2, 4], found[3, 4].count("b"), len(found), codes) == ("a" * 15_000, 15_000, 2002, [])


def test_a_text_box_beside_a_blank_answer_is_kept_for_its_row(tmp_path):
    """It may be the answer, and is asked about; beside an answer it is told, and in the answer's own cell it is refused there."""
    label = cell(para("Kinh phí", box("7")))
    blank = row(cell(para(hidden("kinh_phi"), "3")), label, *(cell(text) for text in ("triệu đồng", "", "", "")))
    found = book(form(question("can_bo", para(box("30"))), question("may_tinh", "10", para(box("3 hỏng"))), blank), tmp_path)
    assert found.sheets[1].drawn == {(4, 2): "7"}
    assert [(each.code, each.place.cell) for each in found.findings] == [("IO153", "D2"), ("IO164", "E3")]
