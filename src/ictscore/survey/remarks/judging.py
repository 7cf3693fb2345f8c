"""What a remark beside an answer has to be told as: another figure, a correction, a doubt, a yes or no that is denied."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from ictscore.expr.values import Blank, Value
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layouts.lines import text_of
from ictscore.survey.questions import Question
from ictscore.survey.remarks.bodies import is_of_others
from ictscore.survey.remarks.choosing import says_choice
from ictscore.survey.remarks.corrections import correction_in
from ictscore.survey.remarks.denials import says
from ictscore.survey.remarks.documents_named import may_name_document
from ictscore.survey.remarks.measuring import counts_otherwise
from ictscore.survey.remarks.misgivings import says_no_count
from ictscore.survey.remarks.nothing_there import says_none, says_not_applicable
from ictscore.survey.remarks.remark import Remark, read_remark
from ictscore.survey.remarks.weighing import weigh
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.second_answers import is_another, value_of
from ictscore.survey.typed.text_numbers import brief

_NEGATIVE = ("không", "chưa", "no")


class Beside(NamedTuple):
    """A question and its answer, with the years of the round and the unit; what stands among evidence is read more narrowly than a note."""

    question: Question
    answer: Cell | None
    known: frozenset[int] = frozenset()
    is_evidence: bool = False
    unit: str = ""

    @property
    def given(self) -> Value | None:
        """Return what was answered, or None for a blank."""
        if self.answer is None or not text_of(self.answer):
            return None
        value = value_of(self.question, self.answer)
        return None if isinstance(value, Blank) else value

    @property
    def number(self) -> Fraction | None:
        """Return the number that was answered, if it is one."""
        given = self.given
        return given if self.question.is_number and isinstance(given, Fraction) else None


class Told(NamedTuple):
    """The code of what has to be told of a remark, and what its message names besides."""

    code: str
    values: dict[str, object]


def judged(text: str, beside: Beside) -> Told | None:
    """Return what has to be told of a remark beside an answer, or None; measures, years and parts of a year are told by themselves."""
    remark = read_remark(text)
    code = _code(text, remark, beside)
    if not code:
        return None
    values: dict[str, object] = {"read": shown(" ".join(text.split()))}
    if code == "SV495" and (number := beside.number) is not None:
        values |= {"label": beside.question.label, "answer": beside.question.id, "given": brief(number)}
    return Told(code, values)


def _code(text: str, remark: Remark, beside: Beside) -> str:
    number = beside.number
    if number is None:
        return correction_in(text, beside.answer) or _contrary(text, remark, beside)
    if counts_otherwise(remark, beside.question, number):
        return ""
    weight = weigh(remark, beside.question, number, beside.known)
    if weight == "said" or (weight == "other" and not beside.is_evidence):
        return "SV453"
    if weight == "other" or (weight == "doubtful" and not beside.is_evidence):
        return "SV495"
    if remark.corrects and not remark.figures:
        return "SV455"
    return "SV455" if _is_in_doubt(text, remark, beside, number) else ""


def _is_in_doubt(text: str, remark: Remark, beside: Beside, number: Fraction) -> bool:
    """Return whether a remark says that a number is in doubt, or no count; what stands among the evidence only in words for no document."""
    if beside.is_evidence:
        return remark.doubts and _doubts(remark, beside) and not may_name_document(text)
    return _doubts(remark, beside) or _counts_nothing(remark, beside, number)


def _counts_nothing(remark: Remark, beside: Beside, number: Fraction) -> bool:
    """Return whether a remark says that a number is no count of what was asked, is of others, or that there is none of it."""
    bare, question = remark.bare, beside.question
    if says_no_count(bare, question, beside.known) or is_of_others(bare, beside.unit):
        return True
    return (number != 0 and says_none(bare, question)) or ((number != 0 or question.may_not_apply) and says_not_applicable(bare))


def _doubts(remark: Remark, beside: Beside) -> bool:
    """Return whether a remark says that the answer is in doubt, and not what is planned for another year."""
    return remark.doubts and all(int(each.value) in beside.known for each in remark.figures if each.may_be_year)


def _contrary(text: str, remark: Remark, beside: Beside) -> str:
    """Return the code of a remark that says another yes, no or choice than was given, or that it is in doubt."""
    question, answer, given = beside.question, beside.answer, beside.given
    if given is None or answer is None:
        return ""
    if question.type in ("yes_no", "choice"):
        said = says(remark, question)
        if said and said != _as_yes_or_no(question, given):
            return "SV455"
    if (choice := says_choice(remark, question, beside.known)) and choice != given:
        return "SV455"
    if beside.is_evidence or question.is_number:
        return ""
    return "SV455" if _doubts(remark, beside) or is_another(question, Cell(1, 1, "text", text), answer) else ""


def _as_yes_or_no(question: Question, given: Value) -> str:
    """Return what an answer says: a choice is a no where it is worded as one."""
    if isinstance(given, bool):
        return "yes" if given else "no"
    label = dict(zip(question.keys, question.labels, strict=True)).get(str(given), "")
    return "no" if fold_name(label).startswith(_NEGATIVE) else "yes"
