"""The table of a Word form's questions: one a row, each with its hidden id, lists where an answer is chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ictscore.survey.blank.front import stage_names
from ictscore.survey.blank.prepared import Prepared
from ictscore.survey.blank.questions import FormQuestion
from ictscore.survey.blank.validations import help_text
from ictscore.survey.blank.word.answers import text_of_answer
from ictscore.survey.blank.word.markup import Look, cell, drop_down, hidden, paragraph, row, run, table
from ictscore.survey.blank.written import options_of
from ictscore.survey.layout import EVIDENCE, EXAMPLE, EXAMPLE_ANSWER, LABEL, MEASURE, MEND_SIGN, NOTE, NUMBER
from ictscore.survey.submission import Submission
from ictscore.words import tr

REQUIRED, OPTIONAL, HEAD, SECTION, GREY = "FFF2CC", "FFFFFF", "D9E2F3", "EDEDED", "F2F2F2"
CARRIED = "F8CBAD"
"""Behind an answer of another round, and where the unit says that it looked through."""
COLUMNS = (NUMBER, LABEL, MEASURE, "#self", EVIDENCE, NOTE)
_WIDTHS = (600, 3521, 1000, 1700, 1900, 1200)
_CENTRED = '<w:jc w:val="center"/>'
_HEIGHT = 560


def questions_table(prepared: Prepared, filled: Submission, *, is_carried: bool = False) -> str:
    """Return the table for a unit: head, worked example, and the questions under the headings of their sections.

    Where its answers are another round's (``is_carried``), each has our sign before its number, and another colour.
    """
    marked = frozenset(filled.answers.get("self", {})) if is_carried else frozenset[str]()
    return table(_WIDTHS, (_head(prepared), _example(), *_rows(prepared, filled, marked)))


def head_row(widths: tuple[int, ...], marks: tuple[str, ...], texts: tuple[str, ...]) -> str:
    """Return the head of a table whose columns say by hidden marks what they hold."""
    cells = (
        cell(width, paragraph(hidden(mark), run(text, "<w:b/>"), style="IctscoreSmall", properties=_CENTRED), look=Look(HEAD))
        for width, mark, text in zip(widths, marks, texts, strict=True)
    )
    return row(*cells, is_head=True)


def _head(prepared: Prepared) -> str:
    own = stage_names(prepared.loaded.rulebook)["self"]
    return head_row(_WIDTHS, COLUMNS, (tr("No."), tr("Question"), tr("Measure"), own, tr("Evidence"), tr("Note")))


def _example() -> str:
    evidence, note = tr("Inventory of 31/12, page 2"), tr("5 are rented")
    texts = (tr("E.g."), tr("Example: computers of the unit"), tr("computers"), EXAMPLE_ANSWER, evidence, note)
    grey = '<w:i/><w:color w:val="7F7F7F"/>'
    marks = (hidden(EXAMPLE), *[""] * (len(texts) - 1))
    cells = (
        cell(width, paragraph(mark, run(text, grey), style="IctscoreSmall", properties=_aligned(name)), look=Look(GREY))
        for width, name, mark, text in zip(_WIDTHS, COLUMNS, marks, texts, strict=True)
    )
    return row(*cells)


def _rows(prepared: Prepared, filled: Submission, marked: Collection[str]) -> Iterator[str]:
    heading = ""
    for question in prepared.questions:
        if question.heading != heading:
            heading = question.heading
            title = paragraph(run(heading, "<w:b/>"), style="IctscoreSmall", properties="<w:keepNext/>")
            yield row(cell(sum(_WIDTHS), title, look=Look(SECTION, span=len(_WIDTHS))))
        yield _question(prepared, filled, question, is_marked=question.id in marked)


def _question(prepared: Prepared, filled: Submission, question: FormQuestion, *, is_marked: bool) -> str:
    language = prepared.loaded.rulebook.language
    number, label, measure, answer, evidence, note = _WIDTHS
    remarks = filled.remarks.get(question.id, ("", ""))
    shown = f"{MEND_SIGN} {question.number}" if is_marked else str(question.number)
    look = Look(CARRIED, thick=question.spec.required) if is_marked else _look(question)
    helped = (paragraph(run(each), style="IctscoreHelp") for each in help_lines(question, language))
    return row(
        cell(number, paragraph(hidden(question.id), run(shown), style="IctscoreSmall", properties=_CENTRED)),
        cell(label, paragraph(run(question.label), style="IctscoreSmall"), *helped),
        cell(measure, paragraph(run(question.measure), style="IctscoreSmall", properties=_CENTRED)),
        cell(answer, paragraph(_answer(filled, question, language), properties=_CENTRED), look=look),
        *(cell(width, _remark(text)) for width, text in zip((evidence, note), remarks, strict=True)),
        height=_HEIGHT,
    )


def _answer(filled: Submission, question: FormQuestion, language: str) -> str:
    """Return the content of the answer's cell: a list where it is chosen, else what stands there, or nothing."""
    text = text_of_answer(filled.answers.get("self", {}).get(question.id), question.spec, language)
    options = options_of(question.spec, language)
    if options:
        return drop_down(question.number, question.spec.label, options, text, tr("choose …"))
    return run(text) if text else ""


def help_lines(question: FormQuestion, language: str) -> Iterator[str]:
    """Yield the lines that help below a question: what may be answered, and what counts as evidence."""
    options = options_of(question.spec, language)
    text = help_text(question.spec, language, question.every)
    if options:
        text = "\n".join(filter(None, (" / ".join(options), question.spec.help)))
    yield from filter(None, text.split("\n"))
    if question.spec.evidence:
        yield tr("Evidence") + ": " + " ".join(question.spec.evidence.split())


def _look(question: FormQuestion) -> Look:
    return Look(REQUIRED, thick=True) if question.spec.required else Look(OPTIONAL)


def _remark(text: str) -> str:
    return paragraph(run(text) if text else "", style="IctscoreSmall")


def _aligned(name: str) -> str:
    return _CENTRED if name in {NUMBER, MEASURE, "#self"} else ""
