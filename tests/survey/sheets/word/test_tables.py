"""Tables found in documents: rows and cells in whatever wraps them."""

from __future__ import annotations

from word_forms import element, run

from ictscore.survey.sheets.word.looks import Styles
from ictscore.survey.sheets.word.tables import Paragraph, WordTable, content_of


def cell(text, look=""):
    """Return a cell."""
    return f"<w:tc><w:tcPr>{look}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def content(markup):
    """Return what a body holds."""
    return list(content_of(element(markup), Styles()))


def test_content_controls_around_rows_and_cells_are_looked_into():
    """A row or a cell in a content control is one of the table’s."""
    wrapped = f"<w:sdt><w:sdtContent>{cell('b')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell('a')}{wrapped}</w:tr></w:sdtContent></w:sdt>"
    (table,) = content(f"<w:sdt><w:sdtContent><w:tbl>{row}</w:tbl></w:sdtContent></w:sdt>")
    assert [[each.said.shown for each in row.cells] for row in table.rows] == [["a", "b"]]


def test_tables_are_counted_and_paragraphs_kept():
    """Tables are numbered as people count them; inner tables are not counted."""
    inner = f"<w:tc><w:tbl><w:tr>{cell('x')}</w:tr></w:tbl></w:tc>"
    found = content(f"<w:tbl><w:tr>{inner}</w:tr></w:tbl><w:p>{run('giữa')}</w:p><w:tbl/>")
    assert [each.number for each in found if isinstance(each, WordTable)] == [1, 2]
    assert [each.said.shown for each in found if isinstance(each, Paragraph)] == ["giữa"]


def test_spans_are_bounded():
    """A cell says over how many columns it goes; nonsense is 1, and nobody gets more columns than Word allows."""
    row = "".join(cell("a", f'<w:gridSpan w:val="{span}"/>') for span in ("2", "-5", "9999999", "999"))
    (table,) = content(f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{row}</w:tr></w:tbl>')
    assert [(each.first, each.last) for each in table.rows[0].cells] == [(1, 2), (3, 3), (4, 4), (5, 67)]


def test_merges_down_and_changes_of_rows_are_known():
    """A cell merged down begins or goes on; a row may be put in or taken out by a change."""
    rows = [("<w:ins/>", '<w:vMerge w:val="restart"/>'), ("<w:del/>", "<w:vMerge/>"), ("", "")]
    markup = "".join(f"<w:tr><w:trPr>{change}</w:trPr>{cell('a', look)}</w:tr>" for change, look in rows)
    (table,) = content(f"<w:tbl>{markup}</w:tbl>")
    assert [row.change for row in table.rows] == ["inserted", "deleted", ""]
    assert [(row.cells[0].begins, row.cells[0].goes_on) for row in table.rows] == [(True, False), (False, True), (False, False)]
