"""What a Word form prints beside its questions: tables that only tell something, and the paragraphs that go with a table."""

from __future__ import annotations

from collections.abc import Sequence

from ictscore.survey.layout import NOT_READ
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.word.said import Said
from ictscore.survey.sheets.word.tables import Paragraph, WordTable

_OURS = "Ictscore"
"""What the names of the styles of our own paragraphs begin with."""
Content = Sequence[WordTable | Paragraph]
Around = tuple[list[Said], list[Said]]
"""What stands above a table and below it."""


def around_questions(content: Content, place: int) -> Around:
    """Return all paragraphs above the table of the questions at ``place``, and those below that are not ours, or that no table follows."""
    later = content[place + 1 :]
    is_last = not any(isinstance(each, WordTable) for each in later)
    below = [each.said for each in later if isinstance(each, Paragraph) and each.said.shown and (is_last or not _is_ours(each))]
    return [each.said for each in content[:place] if isinstance(each, Paragraph) and each.said.shown], below


def own_between(content: Content) -> dict[int, Around]:
    """Return for the place of each table our own paragraphs between it and the table before, and below it those that no table follows."""
    found: dict[int, Around] = {}
    above: list[Said] = []
    last = -1
    for place, each in enumerate(content):
        if isinstance(each, WordTable):
            found[place], above, last = (above, []), [], place
        elif each.said.shown and _is_ours(each):
            above.append(each.said)
    if found:
        found[last] = found[last][0], above
    return found


def sheet_beside(file: str, name: str, table: WordTable, around: Around) -> Sheet:
    """Return the sheet of a table from which nothing is read, with our paragraphs around it; a mark says that it is such a one."""
    above, below = around
    cells: dict[tuple[int, int], Cell] = {}
    lines = {(-number, 1): said for number, said in enumerate(reversed(above))}
    lines |= {(number, 1): said for number, said in enumerate(below, len(table.rows) + 1)}
    inside = {(number, column): each.said for number, row in enumerate(table.rows, 1) for column, each in enumerate(row.cells, 1)}
    for at, said in sorted({**lines, **inside}.items()):
        if text := said.text():
            cells[at] = Cell(*at, "text", text)
    drawn = {at: "\n".join(said.boxes) for at, said in inside.items() if said.boxes}
    mark = -len(above), max((len(each.cells) for each in table.rows), default=0) + 1
    return Sheet(file, name, {**cells, mark: Cell(*mark, "text", NOT_READ)}, drawn=drawn)


def _is_ours(paragraph: Paragraph) -> bool:
    return paragraph.style.startswith(_OURS)
