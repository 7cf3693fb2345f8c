"""Boxes that people tick instead of typing an answer: told where they lie over one, never read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ictscore.places import cell_name
from ictscore.survey.beside.aside import Read
from ictscore.survey.layouts.lines import Lines, text_of
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Box, Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.words import N_, Phrase, phrase

_MOST_NAMED = 12
_COVERING = ("picture", "shape")
"""What hides or crosses out the cells it lies over."""
_CALLED = {
    ("check", True): N_("a ticked box “{text}”"),
    ("check", False): N_("a box “{text}” without a tick"),
    ("option", True): N_("the chosen option “{text}”"),
    ("option", False): N_("an option “{text}” that is not chosen"),
}
_NAMELESS = {
    ("check", True): N_("a ticked box"),
    ("check", False): N_("a box without a tick"),
    ("option", True): N_("a chosen option"),
    ("option", False): N_("an option that is not chosen"),
}
_CONTROL = N_("a control “{text}” (ActiveX)")
_WRITTEN = N_("a text box with “{text}”")
_NAMELESS_CONTROL = phrase(N_("a control (ActiveX)"))
_PICTURE = phrase(N_("a pasted picture"))
_LIST = phrase(N_("a list to choose from"))


def tell_boxes(sheet: Sheet, lines: Lines, reads: Sequence[Read], notes: Notes) -> None:
    """Ask about boxes over questions whose answer is blank; warn once of all others, but for those whose tick the answer's cell holds."""
    over: dict[tuple[int, int], tuple[Question, list[Box]]] = {}
    others: list[Box] = []
    covered: set[tuple[int, int]] = set()
    drawn = ((cell, _without_boxes(text, sheet)) for cell, text in sorted(sheet.drawn.items()))
    written = [Box(*cell, "text", False, text, None) for cell, text in drawn if text]  # noqa: FBT003 - nothing is ticked
    for box in (*sheet.boxes, *written):
        under = [*_answers_under(box, reads)]
        blank = [each for each in under if not text_of(lines.get(each[0], {}).get(each[1]))]
        if box.kind in _COVERING:
            covered |= {each[:2] for each in under if each not in blank}
            blank = blank if box.kind == "picture" else []
        for row, column, question in blank:
            over.setdefault((row, column), (question, []))[1].append(box)
        is_read = box.kind != "list" and any(box.link == each[:2] for each in under)
        if not blank and box.kind == "text":
            notes.add("SV488", sheet.place_at(box.row, box.column), read=shown(" ".join(box.text.split())))
        elif not (blank or is_read or box.kind in _COVERING):
            others.append(box)
    for (row, column), (question, boxes) in sorted(over.items(), key=lambda each: each[0]):
        what = [_told(each) for each in boxes]
        notes.add(
            "SV457", sheet.place_at(row, column), label=question.label, answer=question.id, what=what[0] if len(what) == 1 else tuple(what)
        )
    if covered:
        notes.add("SV538", sheet.place_at(*min(covered)), names=_named(sorted(covered)))
    _note_pictures(sheet, reads, notes)
    if others:
        notes.add("SV458", sheet.place_at(others[0].row, others[0].column), names=_named([each[:2] for each in others]))


def _note_pictures(sheet: Sheet, reads: Sequence[Read], notes: Notes) -> None:
    """Note pictures beside answers, each where it begins; those over answers are told by themselves."""
    pictures = (each for each in sheet.boxes if each.kind == "picture" and any(each.row in read.rows for read in reads))
    beside = {(each.row, each.column) for each in pictures if next(_answers_under(each, reads), None) is None}
    if begins := sorted(each for each in beside if (each[0] - 1, each[1]) not in beside):
        notes.add("SV619", sheet.place_at(*begins[0]), names=_named(begins))


def _named(cells: Sequence[tuple[int, int]]) -> str:
    return ", ".join(cell_name(*each) for each in cells[:_MOST_NAMED]) + (" …" if len(cells) > _MOST_NAMED else "")


def _answers_under(box: Box, reads: Sequence[Read]) -> Iterator[tuple[int, int, Question]]:
    """Yield the cells of the answers over whose row (in a form) or over which (in a table) a box lies."""
    for read in reads:
        if box.row in read.by_row:
            column = min(read.layout.stages)
            if box.kind not in _COVERING or box.column <= column <= box.last_column:
                yield box.row, column, read.by_row[box.row]
        elif box.row in read.rows:
            columns = range(box.column, max(box.column, box.last_column) + 1)
            yield from ((box.row, column, read.by_column[column]) for column in columns if column in read.by_column)


def _without_boxes(text: str, sheet: Sheet) -> str:
    """Return a text drawn over a sheet without those of boxes to tick, which newer programs draw twice."""
    of_boxes = {each.text for each in sheet.boxes if each.text}
    if " ".join(text.split()) in of_boxes:
        return ""
    return "\n".join(line for line in text.split("\n") if " ".join(line.split()) not in of_boxes) if of_boxes else text


def _told(box: Box) -> Phrase:
    if box.kind == "text":
        return phrase(_WRITTEN, text=shown(" ".join(box.text.split())))
    if box.kind == "control":
        return phrase(_CONTROL, text=shown(box.text)) if box.text else _NAMELESS_CONTROL
    if box.kind in ("list", "picture"):
        return _LIST if box.kind == "list" else _PICTURE
    whats = _CALLED if box.text else _NAMELESS
    return phrase(whats[box.kind, box.is_set], text=shown(box.text))
