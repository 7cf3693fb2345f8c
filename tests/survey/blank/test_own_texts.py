"""Promises about what our own forms and tables print: reading them back, nothing of it is news."""

from __future__ import annotations

from fractions import Fraction

import pytest
from openpyxl import load_workbook

from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.shipped import shipped_ids
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.table import write_table
from ictscore.survey.blank.word.form import write_word_form
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Answer, Submission


def not_understood(path, loaded) -> list[object]:
    """Return what reading a file back did not understand."""
    return [each.values["read"] for each in read_survey([path], loaded.rulebook, loaded.hash).findings if each.code == "SV613"]


def told_at(path, loaded, cell) -> set[str]:
    """Return the codes of what is told of a cell, or of a note that names it."""
    findings = read_survey([path], loaded.rulebook, loaded.hash).findings
    return {each.code for each in findings if cell in (each.place.cell, *(one.cell for one in each.related)) or cell in each.message}


@pytest.mark.parametrize("identifier", shipped_ids())
def test_whatever_a_form_of_ours_prints_is_known(identifier, tmp_path):
    """Of every group of every shipped rulebook, as a workbook and as a Word document, with a remark and marks to be mended."""
    loaded = load_rulebook(identifier)
    for group in loaded.rulebook.groups:
        filled = Submission("Sở Y tế", group.id, {}, parent="UBND tỉnh")
        question = next(iter(loaded.rulebook.answers))
        files = {
            "blank.xlsx": write_form(loaded, filled),
            "back.xlsx": write_form(loaded, filled, marks={question: ("Sửa câu này.",)}),
            "blank.docx": write_word_form(loaded, filled),
        }
        for name, data in files.items():
            path = tmp_path / name
            path.write_bytes(data)
            assert not_understood(path, loaded) == []


@pytest.mark.parametrize("identifier", shipped_ids())
def test_whatever_a_table_of_ours_prints_is_known(identifier, tmp_path):
    """Of all groups of every shipped rulebook, for a year and for none."""
    loaded = load_rulebook(identifier)
    path = tmp_path / "table.xlsx"
    rows = [Submission("Sở Y tế", group.id, {}) for group in loaded.rulebook.groups]
    for period in ("", "2019"):
        path.write_bytes(write_table(loaded, rows, period=period))
        assert not_understood(path, loaded) == []


def test_a_form_with_answers_of_another_round_is_known(tmp_path):
    """What it says on its face of where they come from is ours too."""
    loaded = load_rulebook("binhthuan-2020")
    group = loaded.rulebook.groups[0].id
    question = next(name for name, spec in loaded.rulebook.answers.items() if spec.type == "count" and group in (spec.ask or [group]))
    filled = Submission("Sở Y tế", group, {"self": {question: Answer(Fraction(3))}})
    path = tmp_path / "carried.xlsx"
    path.write_bytes(write_form(loaded, filled, carried_from="2019", period="2020"))
    assert not_understood(path, loaded) == []


@pytest.mark.parametrize(
    ("make", "today", "then"),
    [
        (lambda loaded: write_form(loaded, Submission("Sở Y tế", "pl_i", {})), "nới rộng dòng và cột", "nới rộng hàng và cột"),
        (lambda loaded: write_table(loaded, [Submission("Sở Y tế", "pl_i", {})]), "Mỗi đơn vị một dòng.", "Mỗi đơn vị một hàng."),
    ],
)
def test_forms_and_tables_made_earlier_are_known(tmp_path, make, today, then):
    """A line that was worded otherwise on older ones is no news either; with one word more it is somebody's."""
    loaded, path = load_rulebook("binhthuan-2020"), tmp_path / "old.xlsx"
    for more, told in (("", set()), (" Số liệu 6 tháng.", {"SV490"})):
        path.write_bytes(make(loaded))
        book = load_workbook(path)
        lines = [cell for sheet in book for row in sheet.iter_rows() for cell in row if today in str(cell.value)]
        assert lines
        for cell in lines:
            cell.value = str(cell.value).replace(today, then) + more
        book.save(path)
        assert told_at(path, loaded, lines[0].coordinate) == told
