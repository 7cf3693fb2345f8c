"""Answers that people gave about unit names, read back from the workbook they were asked in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.spelling import fold
from ictscore.survey.layout import STAMP_KEYS, STAMP_SHEET
from ictscore.survey.matching.questions import ANSWERS_FILE, COLUMNS, KIND, answers_file_of, is_file, is_nobody, option_of
from ictscore.survey.sheets.cells import Cell, Sheet, Workbook
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.opening import open_survey_file


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: the spelling, the file it stood in, and the unit it means; None for one that is in no list."""

    read: str
    file: str
    unit: UnitSpec | None
    place: Place


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers of a workbook, and what does not hold among them."""

    name: str
    sha256: str
    answered: tuple[Answered, ...]
    findings: tuple[Finding, ...] = ()

    def about(self, read: str, file: str) -> Answered | None:
        """Return the answer about a spelling in a file; who wrote the same elsewhere may have meant another unit."""
        return next((each for each in self.answered if fold(each.read) == fold(read) and is_file(each.file, file)), None)


class Beside(NamedTuple):
    """The workbook of answers in or beside a survey, and what is said of those that were made for another rulebook."""

    path: Path | None
    passed_over: tuple[Finding, ...] = ()


def answers_beside(paths: tuple[Path, ...], rulebook: str) -> Beside:
    """Return the workbook of answers in or beside the folders and files of a survey; FileRefused where there are two.

    Nobody named them: those of another rulebook are left alone, for its next check.
    """
    folders = dict.fromkeys(folder for path in paths for folder in ((path, path.parent) if path.is_dir() else (path.parent,)))
    names = (ANSWERS_FILE, answers_file_of(rulebook))
    there = {file.resolve(): file for folder in folders for name in names if (file := folder / name).is_file()}
    others = {file: other for file in there.values() if (other := _other_rulebook(file, rulebook))}
    found = [each for each in there.values() if each not in others]
    if len(found) > 1:
        first, *more = found
        raise FileRefused(finding("UN132", Place(str(first)), related=[Place(str(each)) for each in more]))
    told = [finding("UN135", Place(str(file)), read=other, expected=rulebook) for file, other in others.items()]
    return Beside(next(iter(found), None), tuple(told))


def where_to_ask(folder: Path, rulebook: str) -> Path:
    """Return where the names a survey leaves open are asked about in a folder: never over the answers of another rulebook."""
    usual, own = folder / ANSWERS_FILE, folder / answers_file_of(rulebook)
    return own if own.is_file() or (usual.is_file() and _other_rulebook(usual, rulebook)) else usual


def _other_rulebook(path: Path, rulebook: str) -> str:
    """Return the rulebook a workbook of answers was made for, where it is another; blank for everything else."""
    kind, made_for = stamp_of(path)
    return made_for if kind == KIND and made_for != rulebook else ""


def stamp_of(path: Path) -> tuple[str, str]:
    """Return the kind of a workbook of ours and the rulebook it was made for, both blank for everything else."""
    try:
        return _stamp(open_survey_file(read_input(path)))
    except FileRefused:
        return "", ""


def read_answers(path: Path, units: UnitList, rulebook: str) -> Answers:
    """Return the answers in a workbook; FileRefused where it is none, or was made for another rulebook."""
    file = read_input(path)
    book = open_survey_file(file)
    kind, made_for = _stamp(book)
    sheet = next((each for each in book.sheets if each.name != STAMP_SHEET and not each.hidden), None)
    if kind != KIND or sheet is None:
        raise FileRefused(finding("UN133", Place(file.name)))
    if made_for != rulebook:
        raise FileRefused(finding("UN131", Place(file.name), read=made_for, expected=rulebook))
    reader = _Reader(sheet, units)
    answered = tuple(reader.answers())
    return Answers(file.name, file.sha256, answered, (*reader.found, *_said_twice(answered)))


def holds_more(path: Path) -> bool:
    """Return whether somebody wrote more into such a workbook than answers: a comment, a further column or sheet."""
    shown = [each for each in open_survey_file(read_input(path)).sheets if not each.hidden]
    return len(shown) > 1 or any(each.comments or each.drawn or any(column > len(COLUMNS) for _, column in each.cells) for each in shown)


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(self, sheet: Sheet, units: UnitList) -> None:
        self._sheet, self._units = sheet, units
        self._options = {fold(option_of(each, units)): each for each in units.units}
        self.found: list[Finding] = []

    def answers(self) -> Iterator[Answered]:
        rows = self._sheet.rows()
        marks = ({cell.text.strip(): cell.column for cell in cells if cell.text.strip() in COLUMNS} for _, cells in rows)
        columns = next((each for each in marks if len(each) == len(COLUMNS)), None)
        if columns is None:
            raise FileRefused(finding("UN133", Place(self._sheet.file, sheet=self._sheet.name)))
        next(rows, None)  # the heading
        for _, cells in rows:
            by_column = {cell.column: cell for cell in cells}
            answer = by_column.get(columns["#answer"])
            if answer is not None and answer.text.strip():
                yield from self._answer({name: by_column.get(column) for name, column in columns.items()}, answer)

    def _answer(self, row: dict[str, Cell | None], answer: Cell) -> Iterator[Answered]:
        place, text = self._sheet.place(answer), answer.text.strip()
        read, file = (cell.text.strip() if (cell := row[name]) is not None else "" for name in ("#read", "#file"))
        if is_nobody(text):
            yield Answered(read, file, None, place)
            return
        unit = self._options.get(fold(text)) or self._only(text)
        if unit is not None:
            yield Answered(read, file, unit, place)
        else:
            self.found.append(finding("UN127", place, read=text, nearest=did_you_mean(text, [each.name for each in self._units.units])))

    def _only(self, text: str) -> UnitSpec | None:
        """Return the one unit of this name."""
        named = [each for each in self._units.units if fold(each.name) == fold(text)]
        return named[0] if len(named) == 1 else None


def _said_twice(answered: tuple[Answered, ...]) -> Iterator[Finding]:
    first: dict[tuple[str, str], Answered] = {}
    for each in answered:
        other = first.setdefault((fold(each.read), each.file), each)
        if other.unit != each.unit:
            names = [one.unit.name if one.unit is not None else "–" for one in (other, each)]
            yield finding("UN128", each.place, related=(other.place,), read=each.read, unit=names[0], other=names[1])


def _stamp(book: Workbook) -> tuple[str, str]:
    """Return the kind of a workbook and the rulebook it was made for."""
    sheet = next((each for each in book.sheets if each.name == STAMP_SHEET), None)
    values: dict[str, str] = {}
    for _, cells in sheet.rows() if sheet is not None else ():
        if cells[0].text.strip() in STAMP_KEYS and len(cells) > 1:
            values[cells[0].text.strip()] = cells[1].text.strip()
    return values.get("kind", ""), values.get("rulebook", "")
