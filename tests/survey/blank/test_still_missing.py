"""What is still missing: the count and the list follow the filling, and what is stored is right before anybody calculates."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from ictscore.survey.blank.form import write_form
from ictscore.survey.submission import Answer, Submission

RULES = """
language: vi
answers:
  a: {label: Số máy, type: count}
  b: {label: Ghi chú thêm, type: text, required: false, ask: [g]}
  c: {label: Có mạng, type: yes_no, ask: [g]}
  d: {label: Số “người”, type: count, ask: [g]}
groups: [{id: g, max_points: 5}]
criteria:
  - {id: x, max_points: 5, formula: {kind: count, of: a, each: 1}}
"""


@pytest.fixture
def loaded(rules):
    """Return a rulebook that asks three required questions and one that is not."""
    return rules(RULES)


def listed(path):
    """Return the count on the first sheet, the count of the second, and its list."""
    book = load_workbook(path, data_only=True)
    form, missing = book.worksheets[:2]
    still = next(row[3].value for row in form.iter_rows(min_col=2) if row[0].value == "Số câu bắt buộc còn để trống")
    rows = [[cell.value for cell in row] for row in missing.iter_rows(min_col=2, max_col=3)]
    start = next(index for index, row in enumerate(rows) if row[0] == "Số câu bắt buộc còn để trống")
    return still, rows[start][1], [row[0].replace("\xa0", " ") for row in rows[start + 2 :] if row[0]]


def test_stored_values_are_right_at_once(loaded, tmp_path):
    """Without any calculation the form tells how many required answers are blank and which; optional ones are not among them."""
    path = tmp_path / "f.xlsx"
    path.write_bytes(write_form(loaded, Submission("Sở A", "g", {"self": {"c": Answer(True)}})))
    assert listed(path) == (2, 2, ["1. Số máy *", "4. Số “người” *"])


def test_links_lead_to_the_cells(loaded, tmp_path):
    """Each line is a link that finds the cell of its answer by itself, also when rows have moved."""
    path = tmp_path / "f.xlsx"
    path.write_bytes(write_form(loaded, Submission("Sở A", "g", {})))
    formulas = [str(cell.value) for row in load_workbook(path).worksheets[1].iter_rows(min_col=2, max_col=2) for cell in row]
    assert sum("HYPERLINK(\"#'Phiếu'!E\"&A" in each for each in formulas) == 3


def test_the_list_follows_the_filling(loaded, tmp_path, recalculated):
    """When answers are typed into the form, LibreOffice shortens the count and the list; a blank text is no answer."""
    path = tmp_path / "f.xlsx"
    path.write_bytes(write_form(loaded, Submission("Sở A", "g", {})))
    book = load_workbook(path)
    rows = {cell.value: cell.row for cell in book.worksheets[0]["A"] if cell.value}
    book.worksheets[0].cell(rows["a"], 5).value = 12
    book.worksheets[0].cell(rows["d"], 5).value = "  "
    book.save(path)
    recalculated(tmp_path / "out", [path])
    assert listed(tmp_path / "out" / "f.xlsx") == (2, 2, ["3. Có mạng *", "4. Số “người” *"])
