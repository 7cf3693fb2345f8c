"""The note that goes back to a unit together with its form, as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from ictscore.reports.back.returned import Returned
from ictscore.reports.checked.belonging import POINTS
from ictscore.reports.console import one_line, printable
from ictscore.rulebook.model import Rulebook
from ictscore.streams import BYTE_ORDER_MARK
from ictscore.survey.blank.front import decision_line, in_language
from ictscore.survey.blank.question_front import OF_THE_OTHER
from ictscore.survey.blank.questions import form_questions
from ictscore.survey.layout import CONFIRM, EVIDENCE_PREFIX, LOOKED, MEND_SIGN, UNIT
from ictscore.survey.submission import Answer
from ictscore.words import tr

WIDTH = 90


def letter_bytes(rulebook: Rulebook, returned: Returned, period: str, form: str) -> bytes:
    """Return the note as the oldest Notepad opens it right: UTF-8 with its sign, and the line ends of Windows."""
    with in_language(rulebook.language):
        text = "\n".join(_lines(rulebook, returned, period, form)) + "\n"
    return (BYTE_ORDER_MARK + text.replace("\n", "\r\n")).encode("utf-8")


def _lines(rulebook: Rulebook, returned: Returned, period: str, form: str) -> Iterator[str]:
    yield from _head(rulebook, returned.submission.unit, period)
    yield ""
    yield from _wrapped(_thanks(returned))
    yield from _wrapped(tr("They came in this file: {files}. It was not changed.", files=_names(returned.standing.files)))
    for each in _beside(returned, form):
        yield from _wrapped(each)
    yield from _wrapped(_what_the_form_holds(returned, form))
    if any(answer.raw.startswith(MEND_SIGN) for answer in _written(returned)):
        yield from _wrapped(tr("Where ▲ stands before what was sent in, please type the answer in place of all that stands in the cell."))
    yield ""
    yield from _numbered(rulebook, returned)
    yield ""
    yield from _wrapped(_please(returned, form))


def _head(rulebook: Rulebook, unit: str, period: str) -> Iterator[str]:
    """Yield to whom the note goes and about which round it is."""
    yield tr("To: {unit}", unit=one_line(unit))
    about = tr("About: the form for “{title}”", title=rulebook.title)
    yield about + (tr(", period {period}", period=one_line(period)) if period else "")
    if decision := decision_line(rulebook):
        yield decision


def _thanks(returned: Returned) -> str:
    """Return the thanks, with what became of the answers."""
    if returned.is_unread:
        return tr("Thank you for your answers. The file sent in could not be read; why is said below.")
    if returned.is_blank:
        return tr("Thank you for your answers. The form sent in cannot be used for this round.")
    look = len(returned.warned)
    return tr("Thank you for your answers. To be mended: {mend}; to be looked at: {look}.", mend=len(returned.marks) - look, look=look)


def _beside(returned: Returned, form: str) -> Iterator[str]:
    """Yield which other files came, and what becomes of what is in them."""
    unread = [each for each in returned.standing.beside if each in returned.standing.unread]
    asked = {each.place.file for each in returned.standing.findings if each.code == "SV505"} if returned.astray else set()
    others = [each for each in returned.standing.beside if each not in unread and each not in asked]
    if others:
        yield tr("These files came too, and their answers are not on the form that comes with this note: {files}.", files=_names(others))
    if unread:
        yield tr("These files came too, and could not be read; why is said below: {files}.", files=_names(unread))
    if others or unread:
        yield tr(
            "If answers in them are to count, please put them on the form that comes with this note ({form}); "
            "otherwise there is nothing to do about them. Once that form is sent back, it counts in place of all files named here.",
            form=form,
        )


def _what_the_form_holds(returned: Returned, form: str) -> str:
    """Return how much of what was sent in stands on the form."""
    if returned.is_blank:
        return tr("The file {form} is a blank form of this round; nothing was taken over from the form sent in.", form=form)
    if not returned.is_whole:
        return tr(
            "The file {form} holds the answers that could be read, as they came; some of what was sent in is not on it. "
            "The cells to be mended are marked, and a comment in each says what to do.",
            form=form,
        )
    return tr(
        "The file {form} holds all answers as they came; the cells to be mended are marked, and a comment in each says what to do.",
        form=form,
    )


def _please(returned: Returned, form: str) -> str:
    """Return what is asked for at the end."""
    if returned.is_blank:
        return tr("Please fill in the file {form} and send it back.", form=form)
    return tr("Please mend the marked cells in the file {form} and send it back.", form=form)


def _names(files: Iterable[str]) -> str:
    return ", ".join(one_line(PurePath(each).name) for each in files)


def _numbered(rulebook: Rulebook, returned: Returned) -> Iterator[str]:
    """Yield what is to be mended, one question after another; what holds for several is said at the first."""
    told: dict[str, int] = {}
    for number, (question, sentences) in enumerate(_items(rulebook, returned), 1):
        yield from _wrapped(f"{number}. {question}", "   ")
        for each in sentences:
            if each not in told:
                yield from _wrapped(f"   - {printable(each)}", "     ")
        for other in dict.fromkeys(told[each] for each in sentences if each in told):
            yield "   - " + tr("As said at {number}.", number=other)
        told |= {each: number for each in sentences if each in returned.shared and each not in told}


def _written(returned: Returned) -> Iterator[Answer]:
    """Yield what stands in the cells of the form."""
    for by_stage in (returned.submission.answers, returned.submission.points):
        for by_id in by_stage.values():
            yield from by_id.values()


def _items(rulebook: Rulebook, returned: Returned) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what is said, by question, in the order of the form; first what concerns the form as a whole."""
    marks = returned.marks
    if UNIT in marks and UNIT not in returned.warned:
        yield tr("The form as a whole"), marks[UNIT]
    if CONFIRM in marks:
        asked = tr(OF_THE_OTHER, unit=returned.astray) if returned.astray else tr("These are the figures of")
        yield asked, marks[CONFIRM]
    if LOOKED in marks:
        yield tr("Has the whole form been looked through?"), marks[LOOKED]
    for question in form_questions(rulebook, returned.submission.group):
        said = (*marks.get(question.id, ()), *marks.get(EVIDENCE_PREFIX + question.id, ()))
        if said:
            yield tr("Question {number}: {label}", number=question.number, label=question.spec.label), said
    names = {f"{POINTS}{each.id}": each for each in rulebook.all_criteria()}
    for identifier, criterion in names.items():
        if identifier in marks:
            number = f"{criterion.number} " if criterion.number else ""
            yield tr("Points for {criterion}", criterion=f"{number}{criterion.name}"), marks[identifier]
    if UNIT in returned.warned:
        yield tr("The form as a whole"), marks[UNIT]


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) or [""]
