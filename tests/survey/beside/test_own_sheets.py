"""Promises about our own sheets beside the questions: what somebody wrote there is told, what we print there never is."""

from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest

from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.form import write_form
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission

TOLD = ("SV453", "SV454", "SV455", "SV530", "SV531", "SV532", "SV613")


@pytest.fixture(scope="module")
def shipped():
    """Return a shipped rulebook with stages."""
    return load_rulebook("binhthuan-2020")


@pytest.fixture
def typed(shipped, tmp_path):
    """Return what is told of a form with 85 as its second answer, in which something was typed beside its questions."""

    def told(*cells, under=shipped):
        group = shipped.rulebook.groups[0].id
        path = tmp_path / "phieu.xlsx"
        path.write_bytes(write_form(shipped, Submission("Sở Tài chính", group, {})))
        book = openpyxl.load_workbook(path)
        form = book.worksheets[0]
        number = next(row for row in range(1, form.max_row) if str(form.cell(row, 2).value) == "2")
        form.cell(number, 5).value = 85
        for sheet, cell, text in cells:
            book[sheet][cell] = text
        book.save(path)
        found = read_survey([path], under.rulebook, under.hash).findings
        return [(each.code, each.place.sheet, each.place.cell) for each in found if each.code in TOLD]

    return told


@pytest.mark.parametrize("where", ["Điểm!H7", "Điểm!C60", "Hướng dẫn!G10", "Hướng dẫn!A60", "Còn thiếu!D5"])
@pytest.mark.parametrize("text", ["Câu 2: số đúng là 88", "cau 2: so dung la 88", "Câu 2: 88"])
def test_another_answer_is_asked_about_wherever_it_stands(typed, where, text):
    """A reason for points, below them, beside and below the guide, beside the list of what is missing."""
    sheet, cell = where.split("!")
    assert typed((sheet, cell, text)) == [("SV453", sheet, cell)]


def test_the_answer_itself_is_only_noted(typed):
    """Among the reasons for points it is nothing at all; a question still blank is asked about."""
    assert typed(("Hướng dẫn", "A60", "Câu 2: số đúng là 85")) == [("SV613", "Hướng dẫn", "A60")]
    assert typed(("Điểm", "H7", "Câu 2: số đúng là 85")) == []
    assert typed(("Còn thiếu", "D5", "Câu 4: 7")) == [("SV454", "Còn thiếu", "D5")]


@pytest.mark.parametrize(
    ("sheet", "cell", "text"),
    [("Hướng dẫn", "A60", 88), ("Hướng dẫn", "C60", 3), ("Hướng dẫn", "D8", "Đã sửa"), ("Hướng dẫn", "G10", "Số liệu dự báo"),
     ("Còn thiếu", "D5", "số liệu tạm"), ("Còn thiếu", "B60", "Sở Y tế"), ("Điểm", "J10", "của toàn ngành")],
)  # fmt: skip
def test_anything_else_is_noted(typed, sheet, cell, text):
    """Whatever it says: a number below the table of the guide, a text over one of ours, a name."""
    assert typed((sheet, cell, text)) == [("SV613", sheet, cell)]


@pytest.mark.parametrize(
    "reason",
    ["Hội đồng điều chỉnh còn 2 điểm", "Số điểm đúng là 2", "Đúng ra là 3", "Thiếu quyết định", "Đã họp 4 lần"],
)
def test_reasons_for_points_are_their_own(typed, reason):
    """They speak of points, and of why."""
    assert typed(("Điểm", "H7", reason)) == []


@pytest.mark.parametrize("sheet", ["Hướng dẫn", "Còn thiếu", "_lists", "_ictscore"])
def test_much_that_is_not_ours_is_told_as_well(typed, sheet):
    """Forty rows below what we print there: it is the sheet of this version all the same."""
    told = typed(*[(sheet, f"B{row}", "Chỉ tiêu bổ sung") for row in range(100, 140)])
    assert told == [("SV613", sheet, "B100")]


def test_of_a_form_printed_otherwise_only_answers_are_told(typed, shipped):
    """A newer text of the rulebook prints another guide: nobody knows any more what stood there."""
    newer = replace(shipped, hash="0" * len(shipped.hash))
    assert typed(("Hướng dẫn", "A60", "Xin chào"), under=newer) == []
    assert typed(("Hướng dẫn", "A60", "Câu 2: số đúng là 88"), under=newer) == [("SV453", "Hướng dẫn", "A60")]


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_what_another_program_saved_again_says_nothing_new(shipped, tmp_path, kind, office):
    """A blank form and one that goes back with marks, with formulas calculated anew."""
    group = shipped.rulebook.groups[0].id
    filled, first = Submission("Sở Tài chính", group, {}), next(iter(shipped.rulebook.answers))
    for name, data in {"a": write_form(shipped, filled), "b": write_form(shipped, filled, marks={first: ("Sửa câu 2: 88.",)})}.items():
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(data)
        [saved] = office([path], kind)
        assert [each for each in read_survey([saved], shipped.rulebook, shipped.hash).findings if each.code in TOLD] == []
