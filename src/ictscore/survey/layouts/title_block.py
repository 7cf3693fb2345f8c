"""The lines that stand above the questions of a form: its letterhead, as far as it may say who answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ictscore.survey.drafts import Said
from ictscore.survey.labels.unit_names import fold_label
from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.sheets.cells import Sheet

_TO = tuple(map(fold_label, ("kính gửi", "gửi", "nơi nhận", "nơi gửi", "đồng kính gửi", "cơ quan nhận", "đơn vị nhận", "nộp về")))
"""How the line begins that says to whom a form goes; what stands in it and below it is no sender."""
_AROUND = " \t*•+-–—_=.…:;,()|"
_LONGEST = 150


def title_lines(sheet: Sheet, lines: Lines, first: int) -> tuple[Said, ...]:
    """Return the lines above the row ``first`` that people can see, from top to bottom, down to the one that names who receives the form.

    A cell of several lines gives them one by one. What stands beside a label (“…:”) is not a line by itself.
    """
    above = {row: line for row, line in lines.items() if row < first and row not in sheet.hidden_rows}
    return tuple(said for row, line in _before_the_address(above) for said in _of_row(sheet, row, line))


def _before_the_address(lines: Lines) -> Iterator[tuple[int, Line]]:
    for row, line in lines.items():
        if any(fold_label(each.partition(":")[0]).startswith(_TO) for cell in line.values() for each in _texts(cell.text)):
            return
        yield row, line


def _of_row(sheet: Sheet, row: int, line: Line) -> Iterator[Said]:
    label = ""
    for column in sorted(line):
        cell = line[column]
        if cell.kind == "text" and not cell.struck and not label.endswith(":") and column not in sheet.hidden_columns:
            yield from (Said(text, sheet.place_at(row, column)) for text in _texts(cell.text))
        label = text_of(cell)


def _texts(text: str) -> Iterable[str]:
    """Yield the lines of a cell that have letters, without what is drawn around them."""
    found = (" ".join(each.split()).strip(_AROUND) for each in text.splitlines())
    return (each for each in found if len(each) <= _LONGEST and any(map(str.isalpha, each)))
