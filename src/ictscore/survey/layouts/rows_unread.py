"""Rows of a form that are no question and hold what reads like an answer; which of them may be one that has no row."""

from __future__ import annotations

from collections.abc import Sequence

from ictscore.nearest import nearest
from ictscore.places import Place
from ictscore.survey.drafts import Draft, Said
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layouts.printed_words import part_of
from ictscore.survey.layouts.qualifying import says_more
from ictscore.survey.layouts.signatures import reads_like_a_signature
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.sheets.addresses import parse_cell
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.text_numbers import read_number
from ictscore.survey.typed.words import yes_or_no_in


def is_number(cell: Cell | None) -> bool:
    """Return whether a cell holds a number that somebody typed."""
    return cell is not None and not cell.is_formula and (cell.kind == "number" or read_number(cell.text) is not None)


def reads_like_an_answer(cell: Cell | None, label: str, vocabulary: Vocabulary, *, is_among: bool) -> bool:
    """Return whether a cell beside a text that is no question seems to answer it: a number, yes, no, a choice; any text among questions."""
    if is_number(cell):
        return True
    if cell is None or cell.is_formula or not any(map(str.isalpha, label)) or reads_like_a_signature(label):
        return False
    text = fold_name(cell.text)
    if cell.kind == "yes_no" or yes_or_no_in(text) is not None or any(text in (each.words or ()) for each in vocabulary.questions.values()):
        return True
    return is_among and cell.kind == "text" and bool(text) and part_of(text) is None and text != fold_name(label)


def row_instead(name: str, label: str, draft: Draft, asked: Sequence[str]) -> Said | None:
    """Return the unread row that may have been meant for a question without one: worded nearly so, or alone where it would stand."""
    texts = {each.text: each for each in draft.unread if not says_more(each.text, label)}
    near = nearest(label, texts)
    if near is not None:
        return texts[near]
    alone = _in_its_place(name, draft, asked)
    return alone if alone is not None and alone.text in texts else None


def _in_its_place(name: str, draft: Draft, asked: Sequence[str]) -> Said | None:
    """Return the only unread row between the questions around one that has no row, where it is the only one missing there."""
    at = asked.index(name)
    above = next((each for each in range(at - 1, -1, -1) if asked[each] in draft.homes), -1)
    below = next((each for each in range(at + 1, len(asked)) if asked[each] in draft.homes), -1)
    if min(above, below) < 0 or below - above != 2:  # noqa: PLR2004 - the two around it
        return None
    first, last = draft.homes[asked[above]], draft.homes[asked[below]]
    between = [each for each in draft.unread if _at(first) < _at(each.place) < _at(last) and first.sheet == each.place.sheet == last.sheet]
    return between[0] if len(between) == 1 else None


def _at(place: Place) -> int:
    cell = parse_cell(place.cell)
    return cell[0] if cell else 0
