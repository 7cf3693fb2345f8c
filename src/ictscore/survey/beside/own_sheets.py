"""Sheets of our own beside the questions of a form: what stands there that we did not print."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from weakref import WeakKeyDictionary

from ictscore.places import Place
from ictscore.survey.beside.own_kinds import LISTS, Kind, kind_of
from ictscore.survey.beside.points_remarks import names_question
from ictscore.survey.beside.unread_sheets import UnreadSheets
from ictscore.survey.beside.usual_lines import UsualLines
from ictscore.survey.blank.printed_texts import GUIDE, GUIDE_HEADS, MISSING, PrintedSheets, in_one_line
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import ASTRAY_KEY, CARRIED_KEY, MEND_SIGN, NOT_READ, STAMP_KEYS, STAMP_SHEET
from ictscore.survey.layouts.lines import Lines, text_of, words_of_people
from ictscore.survey.layouts.signatures import is_signed
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import LeftCell, LeftOver
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.limits import LAST_ROW
from ictscore.survey.typed.stands_there import as_seen_in

_STAMPED = frozenset((*STAMP_KEYS, CARRIED_KEY, ASTRAY_KEY))
_WIDTH = len(GUIDE_HEADS)
_COUNTS = re.compile(r"\d+")
_remembered: WeakKeyDictionary[Vocabulary, dict[str, PrintedSheets]] = WeakKeyDictionary()


def _printed(vocabulary: Vocabulary, group: str) -> PrintedSheets:
    """Return what the forms of a group print; worked out once for all files of a round."""
    from ictscore.survey.blank.printed_sheets import printed_sheets  # noqa: PLC0415 - what writes forms is loaded only to read some

    remembered = _remembered.setdefault(vocabulary, {})
    if group not in remembered:
        remembered[group] = printed_sheets(vocabulary.rulebook, group)
    return remembered[group]


class OwnSheets:
    """Looks at our sheets in a form made for ``group``; ``units`` are the names it may bear."""

    def __init__(self, vocabulary: Vocabulary, group: str, units: Collection[str], usual: UsualLines) -> None:
        """Begin with a workbook."""
        self._printed = _printed(vocabulary, group)
        self._units, self._usual = frozenset(map(fold_name, units)), usual

    def foreign(self, sheet: Sheet, lines: Lines) -> list[Cell]:
        """Return the cells of a sheet that we did not print, and what is drawn over it."""
        kind = kind_of(sheet)
        if kind is None:
            return []
        found = [*self._foreign(lines, kind)]
        return [*found, *(Cell(*at, "text", text) for at, text in sheet.drawn.items())]

    def around(self, sheet: Sheet) -> list[LeftCell]:
        """Return what stands in comments on a sheet, and above and below its pages, and is not ours."""
        place = Place(sheet.file, sheet=sheet.name)
        pages = [LeftCell(place, 0, 0, text) for text in sheet.page_texts if not self._usual.is_of_pages(text)]
        comments = ((at, " ".join(" ".join(words_of_people(text)).split())) for at, text in sorted(sheet.comments.items()))
        return [*pages, *(LeftCell(sheet.place_at(*at), *at, text, is_comment=True) for at, text in comments if text)]

    def in_help(self, sheet: Sheet) -> list[LeftCell]:
        """Return what stands among the lines of help below the questions of a Word form and is none of ours."""
        lines = ((at, line) for at, each in sorted(sheet.helped.items()) for line in each)
        return [LeftCell(sheet.place_at(*at), *at, line) for at, line in lines if in_one_line(line) not in self._printed.help]

    def is_of_now(self, sheet: Sheet, lines: Lines) -> bool:
        """Return whether a guide prints most of what we print there today; the other sheets have little that is always the same."""
        kind = kind_of(sheet)
        if kind is None or kind.name != GUIDE:
            return True
        printed = self._printed.whole
        here = {tuple(in_one_line(text_of(line.get(column))) for column in range(1, _WIDTH + 1)) for line in lines.values()}
        return 0 < len(printed) <= 2 * len(printed & here)

    def _foreign(self, lines: Lines, kind: Kind) -> Iterator[Cell]:
        if kind.name == STAMP_SHEET:
            return self._of_stamp(lines)
        if kind.name == GUIDE:
            return self._of_guide(lines)
        if kind.name in {LISTS, NOT_READ}:
            is_ours = self._is_option if kind.name == LISTS else self._is_signature
            return (cell for line in lines.values() for cell in line.values() if text_of(cell) and not is_ours(text_of(cell)))
        return self._of_others(lines, kind)

    def _is_option(self, text: str) -> bool:
        return text in self._printed.options or fold_name(text) in self._units

    def _is_signature(self, text: str) -> bool:
        """Return whether each line is what is printed around signatures, or belongs to one."""
        said = (each for each in text.splitlines() if each.strip() and each != NOT_READ)
        return all(self._usual.holds(each) or is_signed(each) for each in said)

    def _of_stamp(self, lines: Lines) -> Iterator[Cell]:
        """Yield what stands on the sheet of the stamp besides its keys, each with one value."""
        for line in lines.values():
            cells = [line[column] for column in sorted(line)]
            yield from cells[2:] if cells[0].text.strip() in _STAMPED else cells

    def _of_guide(self, lines: Lines) -> Iterator[Cell]:
        for line in lines.values():
            texts = {column: said for column, cell in line.items() if (said := in_one_line(text_of(cell))) not in {"", NOT_READ}}
            expected = self._expected(texts)
            yield from (line[column] for column, said in texts.items() if column > _WIDTH or expected[column - 1] != said)

    def _expected(self, texts: dict[int, str]) -> tuple[str, ...]:
        """Return what we print in the row of these texts, as far as it is one of ours."""
        here = tuple(texts.get(column, "") for column in range(1, _WIDTH + 1))
        if here in self._printed.whole:
            return here
        first = texts.get(1, "")
        rows = self._printed.rows.get((first, texts.get(2, "")), ())
        like = max(rows, key=lambda each: sum(texts.get(column, "") == said for column, said in enumerate(each, 1)), default=None)
        is_front = like is None and (first in self._printed.guide or self._usual.is_own(first))
        return like or (first if is_front else "", *[""] * (_WIDTH - 1))

    def _of_others(self, lines: Lines, kind: Kind) -> Iterator[Cell]:
        own = self._printed.missing if kind.name == MISSING else self._printed.points
        title = kind.title or Cell(1, 1, "text", "")
        for row, line in lines.items():
            is_to_mend = any(text_of(each).startswith(MEND_SIGN) for each in line.values())
            for column, cell in sorted(line.items()):
                text = in_one_line(text_of(cell))
                is_unit = row == title.row + 1 and column == title.column and fold_name(text) in self._units
                is_advice = is_to_mend and column == title.column + 1
                if not (cell.is_formula or not text or is_unit or is_advice or self._is_own(text, own)):
                    yield cell

    def _is_own(self, text: str, own: Collection[str]) -> bool:
        return text in own or _COUNTS.sub("0", text) in own or self._usual.is_own(text)


def left_in_help(own: OwnSheets, sheet: Sheet, *, is_of_now: bool) -> LeftOver:
    """Return what stands among the lines of help of a Word form; of one that we would print otherwise today what names a question."""
    cells = tuple(each for each in own.in_help(sheet) if is_of_now or names_question(each.text))
    return LeftOver(Place(sheet.file, sheet=sheet.name), cells, LAST_ROW)


def tell_own(own: OwnSheets, sheet: Sheet, lines: Lines, unread: UnreadSheets, *, is_of_now: bool) -> LeftOver | None:
    """Report what stands on a sheet of ours that we did not print; return what nothing has understood.

    Of a sheet that we would print otherwise today (not ``is_of_now``) only what names a question is looked at.
    """
    foreign, around = own.foreign(sheet, lines), own.around(sheet)
    if not (is_of_now and own.is_of_now(sheet, lines)):
        foreign, around = [each for each in foreign if names_question(each.text)], [each for each in around if names_question(each.text)]
        is_of_now = False
    unread.tell_own(sheet, foreign)
    for each in around:
        unread.tell_own(sheet, [Cell(each.row, each.column, "text", each.text)])
    cells = [LeftCell(sheet.place(each), each.row, each.column, as_seen_in(each)) for each in foreign]
    return LeftOver(Place(sheet.file, sheet=sheet.name), (*around, *cells), LAST_ROW) if is_of_now and (around or cells) else None
