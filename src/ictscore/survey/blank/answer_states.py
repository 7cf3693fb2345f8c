"""Whether the cell of an answer holds one: the same question asked of Excel by a formula and answered here for what we write.

The formulas are spelt without accents and without < and >: rows of plain ASCII are read back much faster.
"""

from __future__ import annotations

from fractions import Fraction

from ictscore.exact import NotANumber, from_stored
from ictscore.expr.excel_parts import AnswerKind, ExcelAnswer, excel_number
from ictscore.expr.values import Value, missing, not_applicable, unreadable
from ictscore.rulebook.answers import AnswerSpec
from ictscore.survey.blank.validations import Lists
from ictscore.survey.blank.written import not_applicable_word, options_of, yes_no_words
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import MEND_SIGN
from ictscore.survey.questions import Question

GIVEN, DECLARED, OPTIONAL_BLANK, REQUIRED_BLANK, UNREADABLE = range(5)
"""What the hidden column of a form says of each answer: given, declared not applicable, blank, or not readable as it stands."""

_KINDS: dict[str, AnswerKind] = {"yes_no": "yes_no", "choice": "choice", "date": "date", "text": "text"}


def excel_answer(spec: AnswerSpec, cell: str, state: str, language: str) -> ExcelAnswer:
    """Return where an answer stands, as the translation of expressions wants to know it."""
    words = {"yes": yes_no_words(language)[0]} if spec.type == "yes_no" else dict(spec.choices or {})
    return ExcelAnswer(cell, state, _KINDS.get(spec.type, "number"), words)


def state_formula(question: Question, spec: AnswerSpec, cell: str, lists: Lists, language: str) -> str:
    """Return the formula that says how it stands with the answer in ``cell``."""
    blank = REQUIRED_BLANK if spec.required else OPTIONAL_BLANK
    holds = f"IF({_holds(question, spec, cell, lists, language)},{GIVEN},{UNREADABLE})"
    if question.is_number:
        holds = f"IF(ISNUMBER({cell}),{holds},{UNREADABLE})"
    declared = DECLARED if question.may_not_apply else UNREADABLE
    word = _first_of(lists, not_applicable_word(language))
    return f'=IF(TRIM({cell})="",{blank},IF({cell}={word},{declared},{holds}))'


def state_of(written: str | float | None, question: Question, spec: AnswerSpec, language: str) -> int:
    """Return what that formula comes to for what we write into the cell."""
    if written is None or (isinstance(written, str) and not written.strip()):
        return REQUIRED_BLANK if spec.required else OPTIONAL_BLANK
    if isinstance(written, str) and fold_name(written) == fold_name(not_applicable_word(language)):
        return DECLARED if question.may_not_apply else UNREADABLE
    if question.is_number:
        return GIVEN if isinstance(written, float) and _fits(question, written) else UNREADABLE
    if spec.type == "date":
        return UNREADABLE if isinstance(written, str) else GIVEN
    if str(written).strip().startswith(MEND_SIGN):
        return UNREADABLE
    options = options_of(spec, language)
    return GIVEN if not options or fold_name(str(written)) in {fold_name(each) for each in options} else UNREADABLE


def live_value(state: int, value: Value, answer: str) -> Value:
    """Return an answer as the live formulas see it, which read cells less generously than the reader does."""
    blanks = {DECLARED: not_applicable, OPTIONAL_BLANK: missing, REQUIRED_BLANK: missing, UNREADABLE: unreadable}
    return value if state == GIVEN else blanks[state](answer)


def _first_of(lists: Lists, word: str) -> str:
    """Return the cell of a word on the sheet of the lists, as formulas write it."""
    return lists.range_of((word,)).removeprefix("=").partition(":")[0]


def _holds(question: Question, spec: AnswerSpec, cell: str, lists: Lists, language: str) -> str:
    if question.is_number:
        return f"AND({','.join(_tests(question, cell)) or 'TRUE'})"
    if spec.type == "date":
        return f"ISNUMBER({cell})"
    options = options_of(spec, language)
    if not options:
        return f"NOT(LEFT(TRIM({cell}),1)={_first_of(lists, MEND_SIGN)})"
    return f"SUMPRODUCT(--({lists.range_of(options).removeprefix('=')}={cell}))"


def _tests(question: Question, cell: str) -> list[str]:
    """Return what a number must fulfil; a percentage of at most 1 might be a share, which only the reader can tell by its format."""
    tests = [f"MAX({cell},{excel_number(question.low)})={cell}"] if question.low is not None else []
    tests += [f"MIN({cell},{excel_number(question.high)})={cell}"] if question.high is not None else []
    tests += [f"{cell}=INT({cell})"] if question.type == "count" else []
    return tests + ([f"OR({cell}=0,NOT(MIN({cell},1)={cell}))"] if question.type == "percent" else [])


def _fits(question: Question, number: float) -> bool:
    try:
        value = from_stored(repr(number))
    except NotANumber:
        return False
    return not (
        (question.low is not None and value < question.low)
        or (question.high is not None and value > question.high)
        or (question.type == "count" and value.denominator != 1)
        or (question.type == "percent" and Fraction(0) < value <= 1)
    )
