"""Promises about what stands above the questions of a form."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from ictscore.survey.blank.form import write_form
from ictscore.survey.submission import Submission

RULES = """
id: thu
title: Bộ tiêu chí thử
rounds: {years: [2020]}
answers: {so: {label: Số máy, type: count}}
groups:
  - {id: mot, name: Nhóm một, max_points: 5}
  - {id: hai, name: Nhóm hai, max_points: 5, ranked_within: parent, members: [Xã A]}
criteria: [{id: c, max_points: 5, formula: {kind: count, of: so, each: 1}}]
"""


@pytest.fixture
def fields(rules):
    """Return what makes a form and gives its lines above the questions, and the fields about the unit by their marks."""
    loaded = rules(RULES)

    def make(filled: Submission, **more: str):
        sheet = load_workbook(BytesIO(write_form(loaded, filled, **more))).worksheets[0]
        rows = {str(cell.value): cell.row for cell in sheet["A"] if cell.value}
        first = rows["#unit"]
        lines = [text for row in range(2, first) if (text := sheet.cell(row, 2).value)]
        found = {mark: sheet.cell(row, 5).value for mark, row in rows.items() if mark in ("#unit", "#confirm", "#group", "#parent")}
        return lines, found

    return make


def test_the_unit_and_its_group_are_filled_in(fields):
    """The title names the period, and who the unit is stands there before anybody types."""
    lines, found = fields(Submission("Sở A", "mot", {}))
    assert lines[0] == "PHIẾU KHẢO SÁT, KỲ 2020"
    assert found == {"#unit": "Sở A", "#group": "Nhóm một"}


def test_a_remark_stands_first(fields):
    """What must not be overlooked, that the figures are a sample, stands above the title."""
    lines, _ = fields(Submission("Sở A", "mot", {}), remark="SỐ LIỆU MẪU")
    assert lines[0] == "SỐ LIỆU MẪU"


def test_a_form_made_for_another_unit_asks_whose_figures_it_holds(fields):
    """The form keeps the unit it was made for, and has a field in which the unit is chosen."""
    _, found = fields(Submission("Sở A", "mot", {}), made_for="Sở B")
    assert found == {"#unit": "Sở A", "#confirm": None, "#group": "Nhóm một"}


def test_what_the_unit_belongs_to_is_asked_where_it_matters(fields):
    """A group that is ranked within its parents has a field for the parent; so has a unit that has named one."""
    assert fields(Submission("Xã A", "hai", {}, parent="Huyện B"))[1]["#parent"] == "Huyện B"
    assert "#parent" in fields(Submission("Xã A", "hai", {}))[1]
