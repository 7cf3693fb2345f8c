"""What a figure in a remark counts: the very thing that was asked for, some of its kind, or something else."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from ictscore.survey.labels.loose_labels import toneless
from ictscore.survey.questions import Question
from ictscore.survey.remarks.figures import Figure
from ictscore.survey.remarks.spoken import Spoken, words
from ictscore.survey.remarks.units_of_kind import in_measure, is_of_nothing_counted
from ictscore.survey.typed.measures import says_the_same

Fit = Literal["bare", "own", "kin", "foreign", "nothing"]
"""Nothing behind the figure, the thing asked for, some of its kind, another thing, or nothing that can be counted (percent, money)."""

_FAMILIES = (
    words(
        "người cán công viên nhân cb cbcc cbccvc cbcnv cbvc ccvc cc vc cnv nv lđ hđlđ hđ lao biên đồng đ/c đc nam nữ chuyên lãnh kỹ tiến"
        " thạc đại cao trung"
    ),
    words("máy bộ cái chiếc laptop pc thiết tb"),
    words("văn vb công bản vbđi tài"),
    words("cuộc buổi phiên lần hội họp"),
    words("hồ hs bộ"),
    words("thủ tthc tt dịch dvc dvctt"),
    words("vụ sự trường"),
)
"""First words of what may be the same thing under another name, or some of it; the words of a measure are in one family at most."""
_SAME = (words("vụ") | {"sự cố", "su co", "vụ việc", "vu viec", "lần sự cố"},)
"""Measures that are the same thing under other names."""
_STAFF = words("cán bộ công chức viên nhân cbcc cbccvc cbcnv ccvc cnv cnvc cb cc người lao động đồng chí đ/c")
_HALF = Fraction(1, 2)
_AROUND = Spoken(
    r"(?:^|\s)(?:mới|đúng|là|nhé|ạ|thôi|đã|sửa|chính xác|rồi|cả|và|cộng|với|nay|nha|chứ|số|này|chẵn|tất cả|chưa phải|không phải"
    r"|thành|xuống|lên|sang|mà|hay|hoặc)(?=\s|$)"
)


class Held(NamedTuple):
    """A figure in the measure that was asked for, and what it counts."""

    figure: Figure
    values: tuple[Fraction, ...]
    fit: Fit

    @property
    def value(self) -> Fraction:
        """Return the number as it is read first."""
        return self.values[0]


def held(figure: Figure, question: Question) -> Held:
    """Return a figure of a remark as one that may answer a question.

    >>> from ictscore.survey.remarks.figures import figures_in
    >>> staff = Question("c", "Tổng số cán bộ", "count", measure="người")
    >>> [held(figures_in(each)[0], staff).fit for each in ("88", "88 người", "12 người nghỉ", "45 nữ", "3 phòng", "95%")]
    ['bare', 'own', 'kin', 'kin', 'foreign', 'nothing']
    """
    noun, values = " ".join(_AROUND.sub(" ", figure.noun).split()).strip(" .*"), figure.values
    if not noun:
        return Held(figure, values, "bare")
    if question.type == "percent":
        return Held(figure, values, "own" if noun.startswith(("%", "phần trăm")) else "foreign")
    if _is_own(noun, question):
        return Held(figure, values, "own")
    converted = in_measure(noun, question)
    if converted is not None:
        rest = converted.rest
        fit: Fit = "own" if not rest or _is_own(rest, question) else "kin"
        return Held(figure, tuple(each * converted.factor for each in values), fit)
    if is_of_nothing_counted(noun):
        return Held(figure, values, "nothing")
    return Held(figure, values, "kin" if _is_kin(noun, question) else "foreign")


def may_be_all(each: Held, given: Fraction) -> bool:
    """Return whether a figure may stand for all that was counted, and not for a part: most of it, under a name for all people there.

    >>> from ictscore.survey.remarks.figures import figures_in
    >>> staff = Question("c", "Tổng số cán bộ", "count", measure="người")
    >>> texts = ("80 công chức", "80 biên chế", "12 công chức")
    >>> [may_be_all(held(figures_in(each)[0], staff), Fraction(85)) for each in texts]
    [True, False, False]
    """
    return each.fit == "kin" and {*each.figure.noun.split()} <= _STAFF and _HALF * given < each.value < given


def family_of(question: Question) -> frozenset[str]:
    """Return the words by which the thing that was asked for, or some of it, may be called besides."""
    measure = question.measure.partition(" ")[0]
    return next((each for each in _FAMILIES if measure in each), frozenset())


def own_words(question: Question) -> frozenset[str]:
    """Return the words of a question's label and measure, with and without their marks."""
    words = {each.strip("(),.*") for each in f"{question.folded_label} {question.measure}".split()}
    return frozenset(words | {toneless(each) for each in words})


def _is_own(noun: str, question: Question) -> bool:
    if says_the_same(question, noun):
        return True
    measure = question.measure or "\0"
    if any(noun in same and measure in same for same in _SAME):
        return True
    is_measured = noun.startswith((measure, toneless(measure)))
    return is_measured and {*noun.split()} <= own_words(question)


def _is_kin(noun: str, question: Question) -> bool:
    first, measure = noun.split(maxsplit=1)[0], question.measure.partition(" ")[0]
    return bool(measure and first in (measure, toneless(measure))) or first in family_of(question)
