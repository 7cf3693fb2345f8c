"""Sheets beside a form that were not read: whether they name other answers, or say that they change those that were given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ictscore.places import Place
from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.remarks.corrections import correction_in
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.second_answers import answers, is_another
from ictscore.words import N_, phrase

_CHANGE = r"(?:đính chính|sửa(?: đổi| chữa)?|chỉnh sửa|bổ sung|thay thế|điều chỉnh|hiệu chỉnh|cập nhật)(?: lại)?"
_NAMED = re.compile(rf"(?<!\w){_CHANGE}(?!\w)")
"""What the name of a sheet says that changes answers."""
_OF_ANSWERS = r"(?:số liệu|câu trả lời|(?:các )?câu(?: hỏi)?(?: số)? \d|phiếu|báo cáo số liệu)"
_CHANGES = re.compile(
    rf"(?:(?:bảng|phần|nội dung|phiếu|tờ|số liệu) )*{_CHANGE}(?:(?:,| và)? {_CHANGE})*[ .:]*"
    rf"|.*(?<!\w){_CHANGE}(?:(?:,| và)? {_CHANGE})* (?:các |một số |lại )?{_OF_ANSWERS}.*"
    rf"|.*(?<!\w)số liệu (?:(?:được|đã|cần|xin) )*{_CHANGE}(?!\w).*"
    r"|.*(?<!\w)(?:thay cho|thay thế cho) (?:các )?(?:số|câu|mục|phiếu|bản|\d).*|.*(?<!\w)không phải (?:là )?\d.*"
)
_ITEM = re.compile(r"(?:câu|cau)(?: hỏi| hoi)?(?: số| so)?\s*:?\s*(\d{1,3}(?:\.\d{1,2})*)\.?(?!\d)\D*")
_SAID = re.compile(r"(.{1,300}?)\s*(?::|=|→|(?<!\w)là(?!\w))\s*(\S.*)", re.DOTALL)
_NUMBER = re.compile(r"[+\-−]?\d(?:[\d.,]*\d)?")
_AT_LAST = re.compile(rf"^\D*\s(?:là|la|bằng)\s+({_NUMBER.pattern})[\s.]*$")
_PICTURE = phrase(N_("a pasted picture"))


class GivenTo(NamedTuple):
    """A question of a form, the number printed before it, and the cells in which it was answered, of all stages."""

    question: Question
    number: str
    cells: tuple[Cell, ...]


class OtherAnswer(NamedTuple):
    """Another answer to a question than was given, if any was: the cell that says it, its words, and where the question is named."""

    question: Question
    said: Cell
    read: str
    at: tuple[int, int]
    is_given: bool


class Told(NamedTuple):
    """What is to be said of a cell: the code of a finding and its values."""

    code: str
    values: Mapping[str, object]


class UnreadSheets:
    """Looks at the sheets of one workbook that were not read, with what its forms were answered."""

    def __init__(self, vocabulary: Vocabulary, given: Sequence[GivenTo], notes: Notes) -> None:
        """Begin with a workbook."""
        self._vocabulary, self._notes = vocabulary, notes
        self._numbers: dict[str, list[GivenTo]] = {}
        self._given: dict[str, list[GivenTo]] = {}
        for each in given:
            self._given.setdefault(each.question.id, []).append(each)
            self._numbers.setdefault(each.number, []).append(each)

    def tell(self, sheet: Sheet, lines: Lines, *, is_form: bool) -> None:
        """Report a sheet that was not read; ``is_form`` says that the workbook is one of ours, in which it has nothing to do."""
        texts = [*_texts(sheet)]
        if not texts and not sheet.boxes:
            return
        others = [*self._other_answers(lines)]
        for each in others:
            question = each.question
            self._notes.add("SV530", sheet.place(each.said), label=question.label, answer=question.id, read=each.read)
        place = Place(sheet.file, sheet=sheet.name)
        if not others and (said := _change(sheet, texts)) is not None:
            self._notes.add("SV531", place if said.row == 0 else sheet.place(said), read=_shown(said))
        elif is_form and not others:
            self._notes.add("SV532", place, read=_shown(texts[0]) if texts else _PICTURE)
        elif not others and sheet.cells:
            self._notes.add("SV402", place)

    def tell_own(self, sheet: Sheet, cells: Sequence[Cell]) -> None:
        """Report what somebody wrote in ``cells`` of a sheet of ours, where it answers a question or corrects an answer."""
        for cell, told in self.judged(cells):
            self._notes.add(told.code, sheet.place(cell), **told.values)

    def judged(self, cells: Sequence[Cell]) -> Iterator[tuple[Cell, Told]]:
        """Yield those of some cells that answer a question or correct an answer, each with what is to be said of it."""
        lines: dict[int, Line] = {}
        for each in sorted(cells):
            lines.setdefault(each.row, {})[each.column] = each
        others = {each.at: each for each in self._other_answers(lines)}
        for cell in cells:
            other = others.get((cell.row, cell.column))
            if other is not None:
                told = {"read": other.read, "answer": other.question.id}
                code = "SV453" if other.question.is_number else "SV455"
                yield cell, Told(code, told) if other.is_given else Told("SV454", {**told, "label": other.question.label})
            elif self._corrects(cell):
                yield cell, Told("SV453", {"read": _shown(cell)})

    def _corrects(self, cell: Cell) -> bool:
        """Return whether a text corrects an answer, and with another number than was given to the question that it names."""
        if cell.kind != "text" or correction_in(cell.text) != "SV453":
            return False
        said = _SAID.fullmatch(plain(cell.text))
        given = self._called(said[1]) if said is not None else []
        answers_given = [each for one in given for each in one.cells]
        return not answers_given or any(correction_in(cell.text, each) for each in answers_given)

    def _other_answers(self, lines: Lines) -> Iterator[OtherAnswer]:
        """Yield what the rows that name a question of the form say with another answer than was given."""
        for line in lines.values():
            told: set[tuple[int, int]] = set()
            for cell, given, said in self._named(line):
                question, at = given[0].question, (cell.row, cell.column)
                cells = [each for one in given for each in one.cells]
                if (
                    {at, (said.row, said.column)} & told
                    or not answers(question, said)
                    or any(not is_another(question, said, each) for each in cells)
                ):
                    continue
                told |= {at, (said.row, said.column)}
                read = _shown(cell) if cell is said or said.text in cell.text else f"{_shown(cell)}: {_shown(said)}"
                yield OtherAnswer(question, said, read, at, bool(cells))

    def _named(self, line: Line) -> Iterator[tuple[Cell, list[GivenTo], Cell]]:
        """Yield the texts of a row that name a question, each with what may be an answer: in it or behind it."""
        for column, cell in sorted(line.items()):
            if cell.kind != "text":
                continue
            said = _SAID.fullmatch(plain(cell.text))
            if said is not None and (given := self._called(said[1])):
                yield cell, given, _leading(cell._replace(text=said[2]), given[0].question)
            elif given := self._called(cell.text):
                behind = (line[each] for each in sorted(line) if each > column)
                yield from ((cell, given, _leading(each, given[0].question)) for each in behind if text_of(each))

    def _called(self, text: str) -> list[GivenTo]:
        """Return the question that a text names by its number, its id or its label, and how it was answered."""
        item = _ITEM.fullmatch(fold_name(text))
        if item is not None:
            found = self._numbers.get(item[1], [])
            return found if len({each.question.id for each in found}) == 1 else []
        heading = self._vocabulary.heading(" ".join(text.split()))
        return self._given.get(heading.meaning.id, []) if heading is not None and heading.meaning.kind == "answer" else []


def _leading(cell: Cell, question: Question) -> Cell:
    """Return a cell with the number alone that a text begins or ends with, where one is asked for: “88 (không phải 85)”, “đúng là 88”."""
    if cell.kind != "text" or not question.is_number or answers(question, cell):
        return cell
    found = _NUMBER.match(cell.text.strip()) or _AT_LAST.search(cell.text)
    return cell if found is None else cell._replace(text=found[found.re.groups])


def _texts(sheet: Sheet) -> Iterator[Cell]:
    """Yield what stands on a sheet, in its cells and drawn over them."""
    drawn = {at: Cell(*at, "text", text) for at, text in sheet.drawn.items()}
    yield from (cell for _, cell in sorted({**drawn, **sheet.cells}.items()) if text_of(cell))


def _change(sheet: Sheet, texts: Sequence[Cell]) -> Cell | None:
    """Return what says that a sheet changes answers: a text, or its name, where figures stand on it."""
    words = [each for each in texts if each.kind == "text"]
    told = next((each for each in words if correction_in(each.text) == "SV453"), None)
    if told is not None or not any(map(str.isdigit, "".join(each.text for each in texts))):
        return told
    if _NAMED.search(fold_name(sheet.name)):
        return Cell(0, 0, "text", sheet.name)
    return next((each for each in words if _CHANGES.fullmatch(fold_name(plain(each.text)))), None)


def _shown(cell: Cell) -> str:
    return shown(" ".join(cell.text.split()))
