"""Who the unit is by what a sheet without marks prints: beside “Đơn vị”, or behind it and a colon."""

from __future__ import annotations

from ictscore.survey.drafts import Said
from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.layouts.vocabulary import WHO_KINDS, Kind, Vocabulary
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.limits import LAST_ROW
from ictscore.survey.typed.scaled import names_a_measure


def said_above(sheet: Sheet, lines: Lines, vocabulary: Vocabulary, first: int = LAST_ROW) -> dict[Kind, Said]:
    """Return who the unit is, as said above the row ``first``; anywhere on a sheet of which nothing can be read."""
    found: dict[Kind, Said] = {}
    for row, line in lines.items():
        if row >= first:
            break
        for column, cell in line.items():
            kind, said = _said(sheet, (row, line), column, vocabulary) if cell.kind == "text" else (None, Said())
            if kind is not None and kind not in found and said.text:
                found[kind] = said
    return found


def is_who(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Return whether a cell only says that a unit’s name comes next, as ours do beside their marks."""
    heading = vocabulary.heading(cell.text.strip()) if cell.kind == "text" else None
    return heading is not None and heading.meaning.kind in WHO_KINDS


def _said(sheet: Sheet, at: tuple[int, Line], column: int, vocabulary: Vocabulary) -> tuple[Kind | None, Said]:
    row, line = at
    before, colon, behind = line[column].text.partition(":")
    heading = vocabulary.heading(before.strip())
    if heading is None or heading.meaning.kind not in WHO_KINDS:
        return None, Said()
    if colon and names_a_measure(behind):
        return None, Said()
    if colon and behind.strip():
        return heading.meaning.kind, Said(behind.strip(" ._…"), sheet.place_at(row, column))
    beside = next((other for other in sorted(line) if other > column and text_of(line[other]) and not is_who(line[other], vocabulary)), 0)
    if not beside:
        return heading.meaning.kind, Said()
    return heading.meaning.kind, Said(text_of(line[beside]), sheet.place_at(row, beside), line[beside].kind)
