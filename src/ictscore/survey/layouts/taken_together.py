"""Columns that share out the answers of a form: yes or no in one or two of them, figures in another; the rows in which they disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from ictscore.survey.labels.unit_names import fold_label
from ictscore.survey.layouts.lines import Line, text_of
from ictscore.survey.layouts.printed_words import is_one_answer, is_yes_or_no, one_answer, part_of, says_no
from ictscore.survey.layouts.same_answers import said_alike
from ictscore.survey.layouts.together import Texts, Together
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.text_numbers import read_number
from ictscore.survey.typed.words import yes_or_no_in

Said = Literal["yes", "no", "assessed", "else"]


def taken_together(columns: Sequence[int], texts: Texts, lines: Mapping[int, Line], asked: Mapping[int, Question]) -> Together | None:
    """Return two columns side by side, marks below yes and below no, or columns that say the same, as one; None where they are not that.

    Beside the marks figures have a column of their own; without one no number may be asked.
    """
    named = [column for column in columns if part_of(texts.get(column, "")) == "answer"]
    crossed = [column for column in columns if is_one_answer(texts.get(column, ""))]
    either = [column for column in columns if is_yes_or_no(texts.get(column, ""))]
    if len(columns) == 2 and columns[1] == columns[0] + 1 and either and len(either) + len(named) == 2:  # noqa: PLR2004 - a pair
        reader = _Reader(texts, either[0], {}, named[0] if named else either[1])
    elif len(columns) == len(crossed) + len(named) and _are_yes_and_no(crossed, texts) and _fit(named, asked):
        reader = _Reader(texts, 0, {each: says_no(texts[each]) for each in crossed}, named[0] if named else 0)
    else:
        return said_alike(columns, texts, lines, asked)
    if len(either) > 1 and any(all(text_of(line.get(each)) for each in columns) for line in lines.values()):
        return None
    return reader.read(tuple(columns), lines, asked)


def _are_yes_and_no(crossed: Sequence[int], texts: Texts) -> bool:
    return len(crossed) == 2 and len({says_no(texts[each]) for each in crossed}) == 2  # noqa: PLR2004 - a pair


def _fit(named: Sequence[int], asked: Mapping[int, Question]) -> bool:
    """Return whether one column is for figures, or none where no number is asked."""
    return len(named) == 1 or (not named and not any(each.is_number for each in asked.values()))


class _Reader:
    """Finds the one answer in each row: ``either`` is the column of yes or no, or ``crossed`` those of marks; ``figures`` the other."""

    def __init__(self, texts: Texts, either: int, crossed: Mapping[int, bool], figures: int) -> None:
        self._texts, self._either, self._crossed, self._figures = texts, either, crossed, figures

    def read(self, columns: tuple[int, ...], lines: Mapping[int, Line], asked: Mapping[int, Question]) -> Together:
        chosen: dict[int, Cell] = {}
        gone: dict[int, frozenset[int]] = {}
        unclear: dict[int, tuple[Cell, ...]] = {}
        for row, question in asked.items():
            held = [cell for each in columns if (cell := lines[row].get(each)) is not None and self._says_something(cell)]
            cells = [cell for cell in held if not (self._crossed and _is_dash(cell))] or held
            if cells:
                chosen[row], agree = self._one(cells, question)
                gone[row] = frozenset(each for each in columns if each != self._figures or chosen[row].column == each)
                unclear |= {} if agree else {row: tuple(cells)}
        are_apart = not self._crossed and all(len(cells) < 2 for cells in self._filled(columns, lines, asked))  # noqa: PLR2004 - two answers
        return Together(columns, chosen, gone, unclear, "SV593" if are_apart else "SV611")

    @staticmethod
    def _filled(columns: Sequence[int], lines: Mapping[int, Line], asked: Mapping[int, Question]) -> Iterator[list[int]]:
        return ([each for each in columns if text_of(lines[row].get(each))] for row in asked)

    def _says_something(self, cell: Cell) -> bool:
        """Return whether a cell holds anything; a box below a yes or a no that is not ticked says nothing."""
        return bool(text_of(cell)) and not (cell.column in self._crossed and cell.kind == "yes_no" and cell.text == "0")

    def _one(self, cells: Sequence[Cell], question: Question) -> tuple[Cell, bool]:
        """Return the cell that answers a question, and whether nothing beside it says otherwise."""
        figure = next((cell for cell in cells if cell.column == self._figures), None)
        marks = [self._marked(cell) for cell in cells if cell.column != self._figures]
        if not marks and figure is not None:
            return figure, True
        mark, said = marks[0]
        if figure is None:
            return mark, len(marks) == 1 and (self._either > 0 or said in ("yes", "no"))
        answer = mark if question.type == "yes_no" else figure
        return answer, len(marks) == 1 and _agree(said, figure, question)

    def _marked(self, cell: Cell) -> tuple[Cell, Said]:
        """Return what stands in a column of yes or no, a mark below one of them as that word, and what it says."""
        found = yes_or_no_in(cell.text)
        if cell.column not in self._crossed:
            is_assessed = found is None and is_one_answer(cell.text)
            return cell, "assessed" if is_assessed else "else" if found is None else "yes" if found else "no"
        below_no = self._crossed[cell.column]
        is_named = fold_label(cell.text) == one_answer(self._texts[cell.column])
        if not is_named and (found is not True or (below_no and _is_word(cell.text))):
            return cell, "else"
        return cell._replace(kind="text", text="Không" if below_no else "Có", boxed=False), "no" if below_no else "yes"


def _agree(said: Said, figure: Cell, question: Question) -> bool:
    """Return whether a yes or no and a figure beside it say the same: yes is some, no is none; an assessment says nothing of figures."""
    number = read_number(figure.text) if figure.kind in ("number", "text") else None
    if number is None or not (question.is_number or question.type == "yes_no"):
        return False
    if said == "assessed":
        return question.is_number
    return said == ("no" if number.value == 0 else "yes")


def _is_dash(cell: Cell) -> bool:
    """Return whether a dash only fills a cell: beside a mark or a figure it says nothing."""
    return cell.kind == "text" and not cell.text.strip(" -‐–—−")


def _is_word(text: str) -> bool:
    """Return whether a yes is written as a word: below a no it says the opposite, and a mark does not."""
    return len(fold_label(text)) > 1
