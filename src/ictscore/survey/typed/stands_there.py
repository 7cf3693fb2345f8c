"""What stands in a cell, as people see it and could type it again."""

from __future__ import annotations

from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.dates import day_in


def as_seen_in(cell: Cell) -> str:
    """Return the text of a cell; of a date its day, of a truth value its word, for what is stored is a number.

    >>> as_seen_in(Cell(1, 1, "date", "43963")), as_seen_in(Cell(1, 1, "yes_no", "1")), as_seen_in(Cell(1, 1, "text", " 12 "))
    ('12/05/2020', 'TRUE', ' 12 ')
    """
    if cell.kind == "yes_no":
        return "TRUE" if cell.text == "1" else "FALSE"
    day = day_in(cell) if cell.kind == "date" else None
    return f"{day:%d/%m/%Y}" if day is not None else cell.text
