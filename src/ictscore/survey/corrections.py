"""Texts in which people say that a number is wrong and which one is right, instead of typing it."""

from __future__ import annotations

import re
from typing import Literal

from ictscore.survey.loose_labels import plain, toneless
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.text_numbers import Reading, read_number
from ictscore.survey.unit_names import fold_name

_DOCUMENTS = ("quyết định", "công văn", "văn bản", "thông báo", "nghị quyết")
_SAYS = r"(?:số|số liệu|con số|giá trị) (?:đúng|chính xác|thực tế)(?: phải)? là|đúng (?:phải )?là|số (?:liệu )?đúng\b|phải là"
_CHANGES = r"(?:sửa|điều chỉnh|thay|đổi)(?: lại)?(?: số liệu| số)? (?:thành|là|bằng)|(?:nhập|ghi|gõ|đánh|điền) (?:nhầm|sai)|sửa lại"
_IN_FACT = r"\bthực tế(?: là| có)? (?=\d)|\b(?:đến|tới) nay là (?=\d)"
_ENGLISH = r"\bcorrection\b|\bshould (?:be|read)\b|\bcorrected to\b|\bcorrect (?:number|figure|value)\b"
_NOT_OF_A_DOCUMENT = "".join(f"(?<!{each} )" for each in _DOCUMENTS)
_CORRECTS = re.compile(rf"{_NOT_OF_A_DOCUMENT}đính chính|{_SAYS}|{_CHANGES}|{_IN_FACT}|{_ENGLISH}")
_WITHOUT_TONES = re.compile(r"dinh chinh|so (?:lieu )?dung la|dung (?:phai )?la|sua lai|sua thanh|(?:nhap|ghi) (?:nham|sai)")
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")

Correction = Literal["", "SV453", "SV455"]


def correction_in(text: str, answer: Cell | None = None) -> Correction:
    """Return the code of a text that corrects an answer: an error where it names another number than the answer, else a warning.

    >>> correction_in("Đính chính: số cán bộ là 120"), correction_in("Số máy sẽ sửa lại sau"), correction_in("QĐ 12/QĐ-UBND")
    ('SV453', 'SV455', '')
    """
    folded = fold_name(plain(text))
    found = _CORRECTS.search(folded) or (_WITHOUT_TONES.search(toneless(text)) if text.isascii() else None)
    if found is None:
        return ""
    numbers = [reading for each in _NUMBER.findall(folded) if (reading := read_number(each)) is not None]
    if not numbers:
        return "SV455"
    return "" if answer is not None and any(_is_in(each, answer) for each in numbers) else "SV453"


def _is_in(number: Reading, answer: Cell) -> bool:
    """Return whether an answer is that very number."""
    given = read_number(answer.text)
    return given is not None and given.other is None and given.value in (number.value, number.other)
