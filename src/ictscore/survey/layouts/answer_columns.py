"""Which columns beside printed questions hold the answers together, and which say only one thing of all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ictscore.places import column_letters
from ictscore.survey.labels.unit_names import fold_label
from ictscore.survey.layouts.lines import Line, text_of
from ictscore.survey.layouts.printed_words import is_yes_or_no, part_of
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.text_numbers import read_number


def lettered(columns: Iterable[int], texts: Mapping[int, str]) -> tuple[str, ...]:
    """Return columns as messages name them: by their letters, and their headings where they have one.

    >>> lettered((3, 4), {3: "Kết quả"})
    ('C “Kết quả”', 'D')
    """
    return tuple(f"{column_letters(each)} “{shown(texts[each])}”" if texts.get(each) else column_letters(each) for each in columns)


def are_one(pair: Sequence[int], texts: Mapping[int, str], lines: Sequence[Line]) -> bool:
    """Return whether two columns side by side share out the answers: yes or no in one, figures in the other, and never both in a row."""
    headings = [texts.get(column, "") for column in pair]
    is_shared = pair[1] == pair[0] + 1 and any(map(is_yes_or_no, headings))
    fits = all(is_yes_or_no(text) or part_of(text) == "answer" for text in headings)
    return is_shared and fits and not any(all(text_of(line.get(each)) for each in pair) for line in lines)


def says_one_thing(cells: Mapping[int, Cell], asked: Mapping[int, Question], answered: Collection[int]) -> bool:
    """Return whether one and the same word stands beside answers, those that are numbers too: an assessment (“Đạt”), and no answer.

    Where it stands in a row that no other column has ``answered`` it may be the answer.
    """
    if not cells.keys() <= {*answered}:
        return False
    words = {fold_label(cell.text) for cell in cells.values()}
    is_word = len(words) == 1 and all(cell.kind == "text" and read_number(cell.text) is None for cell in cells.values())
    return is_word and any(asked[row].is_number for row in cells)
