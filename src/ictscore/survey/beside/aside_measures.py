"""Measures said beside the answers: where a title, heading or remark names another one than the rulebook's, it is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ictscore.survey.beside.aside import Aside
from ictscore.survey.questions import Question
from ictscore.survey.typed.measures import says_the_same
from ictscore.survey.typed.scaled import Scaled, bare_measure, scaled
from ictscore.survey.typed.text_numbers import read_number

_TOLD = re.compile(
    r"(đvt|đv tính|đơn vị tính|đơn vị đo|đơn vị|(?:(?:tất cả|các|mọi|số liệu|số|con số|dữ liệu|đều|được) )*tính (?:bằng|theo))"
    r"\s*[:\-–]?\s*(.+)"
)
_MAY_BE_MORE = re.compile(r"đơn vị|.*tính (?:bằng|theo)")
_LEAD = re.compile(r"^(?:ghi chú|lưu ý|chú ý|chú thích)\s*[:.]?\s*")
_PARTS = re.compile(r"\s*[,;/]\s*|\s+và\s+")
_MONEY_IN_TEXT = re.compile(r"(?<![\w.,])(?:1[.,]?000(?:[.,]?000){0,3}\s*|(?:nghìn|ngàn|triệu|tr\.?|tỷ|tỉ)\s*)(?:đồng|đ|vnđ|vnd)(?!\w)")
_POWER = r"(?:nghìn|ngàn|triệu|tr|tỷ(?! lệ)|tỉ(?! lệ))\b(?:\s*(?:đồng|đ|vnđ|vnd)\b)?|(?:đồng|vnđ|vnd)\b"
_NUMBER_SCALED = re.compile(rf"(?<![\w.,/])(\d(?:[\d.,]*\d)?)\s*({_POWER})")
_IN_BRACKETS = re.compile(r".*\S\s*[(\[]([^()\[\]]+)[)\]][\s*:]*", re.DOTALL)
_SAYS_MEASURE = re.compile(r"tính bằng|tính theo|đvt|đơn vị tính|đơn vị:|làm tròn|quy đổi")
_POINTS = r"(?:theo|xem|như|ghi|nêu|tùy|tuỳ|tại|trong|ở|đã|được|từng|mỗi|nhiều|khác nhau)"
_WHERE = (
    r"(?:cột|dòng|hàng|ô|mục|bảng|biểu|phiếu|chỉ tiêu|tiêu chí|câu hỏi|câu|nội dung|hướng dẫn|quy định|đơn vị tính|đvt|loại"
    r"|bên cạnh|bên|cạnh|trên|dưới|trái|phải|sau|trước|đây|này|đó|tương ứng"
    r"|của|các|và|số|thứ|cụ thể|riêng|kèm theo|\(?\d{1,2}\)?|\(?[a-z]\)?)"
)
_ELSEWHERE = re.compile(rf"\(?{_POINTS}(?:[\s,.]+(?:{_POINTS}|{_WHERE}))*[\s.)]*")
"""“theo từng chỉ tiêu”, “xem cột 3”: the measures are told elsewhere."""
_ROUNDED = re.compile(r"làm tròn(?: đến| tới| lên| xuống)?(?: hàng)? (?:mười|chục|trăm|hàng)\b[^.;,()]*")
"""To what numbers were rounded is no measure: “làm tròn đến trăm nghìn đồng”."""


def measures_in(aside: Aside) -> tuple[Scaled, ...]:
    """Return the measures a text names: all of it where it is one, else those of money that are part of what it says."""
    bare = _ROUNDED.sub("", _LEAD.sub("", bare_measure(aside.text)))
    told = _TOLD.fullmatch(bare)
    if told is not None and _ELSEWHERE.fullmatch(told[2]):
        return ()
    pieces = tuple(scaled(each) for each in _PARTS.split(told[2] if told else bare))
    if told is not None and (not _MAY_BE_MORE.fullmatch(told[1]) or all(each.is_money for each in pieces)):
        return tuple(each._replace(is_told=True) for each in pieces)
    if all(each.power or each.is_money for each in pieces):
        return pieces
    if aside.spot in ("heading", "other") and not _SAYS_MEASURE.search(bare):
        return ()
    if aside.spot == "row" and not _SAYS_MEASURE.search(bare):
        return ()
    found = (each for each in _MONEY_IN_TEXT.finditer(bare) if not bare[: each.start()].rstrip()[-1:].isdigit())
    return tuple(scaled(" ".join(each[0].split())) for each in found)


def against(aside: Aside, questions: Iterable[Question]) -> Question | None:
    """Return the first question that a text gives another measure than the rulebook does, or None."""
    numbers = [each for each in questions if each.is_number and each.measure]
    for said in measures_in(aside):
        own = aside.question
        if own is not None and not own.is_number:
            own = None
        if own is not None and own.measure and (aside.spot == "row" or scaled(own.measure).is_money == said.is_money):
            wanted = [own]
        else:
            wanted = [] if aside.spot == "row" and own is not None else numbers
        found = next((each for each in wanted if _differs(said, each)), None) or _nobodys(said, wanted)
        if found is not None:
            return found
    return None


def measured_otherwise_in(text: str, question: Question, answer: str) -> bool:
    """Return whether a text names the very number of an answer in another power of ten than it was asked in: “12,5 tỷ đồng”."""
    given = read_number(answer)
    if given is None or not question.measure:
        return False
    for number, words in _NUMBER_SCALED.findall(bare_measure(text)):
        reading = read_number(number)
        if reading is not None and given.value in (reading.value, reading.other) and _differs(scaled(words), question):
            return True
    return False


def told_in_brackets(aside: Aside) -> Aside:
    """Return a title, or a heading over all answers, as the measure it has in brackets: of money, or a power of ten; else as it is.

    >>> [told_in_brackets(Aside(1, 5, each, "heading", None)).text for each in ("Phiếu (đơn vị: nghìn)", "Số liệu (ghi số)")]
    ['đvt: nghìn', 'Số liệu (ghi số)']
    """
    found = _IN_BRACKETS.fullmatch(aside.text)
    bare = bare_measure(found[1]) if found is not None else ""
    told = _TOLD.fullmatch(bare)
    measure = told[2] if told is not None else bare
    return aside._replace(text=f"đvt: {measure}") if measure and scaled(measure).is_money else aside


def _differs(said: Scaled, question: Question) -> bool:
    asked = scaled(question.measure)
    same_kind = (said.is_money and asked.is_money) or (bool(said.what) and said.what == asked.what)
    return (same_kind or (said.is_told and said.is_money and not said.what)) and said.power != asked.power


def _nobodys(said: Scaled, questions: list[Question]) -> Question | None:
    """Return a question where a text says what all is counted in, and that is the measure of none."""
    if not said.is_told or said.is_money or said.what in ("%", "phần trăm") or not questions:
        return None
    return None if any(says_the_same(each, said.what) or scaled(each.measure).what == said.what for each in questions) else questions[0]
