"""A remark by which an answer is counted in another measure than it was asked in."""

from __future__ import annotations

from fractions import Fraction

from ictscore.survey.questions import Question
from ictscore.survey.remarks.remark import Remark
from ictscore.survey.remarks.units_of_kind import in_measure, names_other_measure


def counts_otherwise(remark: Remark, question: Question, given: Fraction | None) -> bool:
    """Return whether a remark names another measure, or the answer’s very number in one; a converted answer says the same again.

    >>> from ictscore.survey.remarks.remark import read_remark
    >>> mbps = Question("b", "Băng thông", "number", measure="mbps")
    >>> [counts_otherwise(read_remark(each), mbps, Fraction(300)) for each in ("300 Gbps", "0,3 Gbps", "nghìn", "300 Mbps")]
    [True, False, True, False]
    """
    if not question.measure or not question.is_number:
        return False
    if names_other_measure(remark.bare, question):
        return True
    is_other = False
    for figure in remark.figures:
        found = in_measure(figure.noun, question)
        if found is None or found.factor == 1 or given is None:
            continue
        if any(each * found.factor == given for each in figure.values):
            return False
        is_other = is_other or given in figure.values
    return is_other
