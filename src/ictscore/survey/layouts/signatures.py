"""What stands below a table for its signatures: place and date, offices, "signed", names."""

from __future__ import annotations

import re

from ictscore.survey.labels.body_names import begins_like_a_body
from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.person_names import is_person
from ictscore.survey.labels.unit_names import fold_label, fold_name

_BEGINNINGS = (
    "người lập", "người tổng hợp", "người báo cáo", "người ký", "người kiểm tra", "cán bộ lập", "kt.", "kt ", "tm.", "tm ", "tl.", "tuq.",
    "giám đốc", "phó giám đốc", "thủ trưởng", "thủ trưởng đơn vị", "phó thủ trưởng", "chủ tịch", "phó chủ tịch", "chánh văn phòng",
    "phó chánh văn phòng", "trưởng phòng", "phó trưởng phòng", "hiệu trưởng", "kế toán trưởng", "lãnh đạo đơn vị", "xác nhận của",
    "đại diện đơn vị", "(ký", "ký tên", "(chữ ký", "đã ký", "(đã ký", "nơi nhận", "(ngày tháng, ký", "(ghi rõ họ tên",
    "prepared by", "signed",
)  # fmt: skip
_DATED = re.compile(r"(?:^|[,;\s])ngày\s*[\d.…_]*\s*tháng\s*[\d.…_]*\s*năm")
_WORDS = frozenset(map(fold_label, (
    "kt", "tm", "tl", "tuq", "q", "k/t", "giám", "đốc", "phó", "thủ", "trưởng", "đơn", "vị", "cơ", "quan", "chủ", "tịch", "chánh",
    "văn", "phòng", "hiệu", "kế", "toán", "lãnh", "đạo", "xác", "nhận", "của", "đại", "diện", "ký", "tên", "chữ", "đã", "ghi", "rõ",
    "họ", "và", "đóng", "dấu", "nơi", "người", "lập", "biểu", "phiếu", "bảng", "tổng", "hợp", "báo", "cáo", "kiểm", "tra", "soát",
    "cán", "bộ", "chuyên", "viên", "ban", "sở", "ngành", "ubnd", "huyện", "xã", "phường", "thị", "trấn", "tỉnh", "thành", "phố", "ủy",
    "nhân", "dân", "bí", "thư", "cục", "chi", "ngày", "tháng", "năm", "như", "trên", "lưu", "vt", "nếu", "có", "phụ", "trách", "cntt",
    "quyền", "điền", "khai", "thống", "kê", "prepared", "by", "signed", "date", "signature", "name", "head", "of", "the", "unit",
    "filled", "in",
)))  # fmt: skip
"""What lines of signatures are made of, besides names of people and bodies."""
_PARTS = re.compile(r"[:;(),–/]| - |^-|\.(?=\s)")
_SMALL = frozenset(("và", "các", "của", "-"))
_PLACE_AND_DAY = re.compile(
    r"(?:(?P<place>[^\W\d_][^\d,:;()]{1,30}),\s*)?(?:ngày|(?=\d))\s*[\d.…_\s]{0,6}(?:/|-|\.|tháng)[\d.…_\s]{0,6}"
    r"(?:/|-|\.|,?\s*năm)\s*(?:(?:19|20)\d\d|[.…_\s]{0,8}|20[.…_\s]{1,6})\s*\.?",
    re.IGNORECASE,
)
_SHORT_PLACE = 2
_MOST_WORDS = 40
"""Longer parts of lines are no offices and names."""


def reads_like_a_signature(text: str) -> bool:
    """Return whether a text belongs to a block of signatures.

    >>> reads_like_a_signature("KT. GIÁM ĐỐC"), reads_like_a_signature("Sở Nội vụ")
    (True, False)
    >>> reads_like_a_signature("Phan Thiết, ngày 05 tháng 01 năm 2021")
    True
    """
    folded = fold_name(plain(text))
    return folded.startswith(_BEGINNINGS) or _DATED.search(folded) is not None


def is_signed(text: str) -> bool:
    """Return whether every line of a text belongs to the signatures and says nothing else.

    >>> [is_signed(each) for each in ("KT. GIÁM ĐỐC", "Trần Thị Bé Ba", "TM. UBND huyện Bắc Bình", "Nơi nhận: Như trên")]
    [True, True, True, True]
    >>> [is_signed(each) for each in ("KHÔNG DÙNG BẢN NÀY", "Giám đốc sửa câu 3 thành 66", "TM. Sở: số liệu tạm tính", "TL. số ước")]
    [False, False, False, False]
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return bool(lines) and all(is_person(line) or is_place_and_day(line) or _is_of_offices(plain(line)) for line in lines)


def is_place_and_day(text: str) -> bool:
    """Return whether a line is the day of a letter, with or without the place before it.

    >>> [is_place_and_day(each) for each in ("Phan Thiết, ngày 05 tháng 01 năm 2021", "Ngày ... tháng ... năm 2020", "30/9/2020")]
    [True, True, True]
    >>> [is_place_and_day(each) for each in ("Số liệu dự báo, ngày 5 tháng 9 năm 2018", "Tháng 12/2018", "KỊCH BẢN CAO, NGÀY 1/1/2018")]
    [False, False, False]
    """
    found = _PLACE_AND_DAY.fullmatch(plain(text).strip(" *"))
    if found is None:
        return False
    words = (found["place"] or "").replace(".", " ").split()
    return all(each[:1].isupper() for each in words) and (len(words) <= _SHORT_PLACE or not (found["place"] or "").isupper())


def _is_of_offices(line: str) -> bool:
    """Return whether a line begins as those of signatures do, and is made of nothing but offices, bodies and names."""
    if not fold_name(line).startswith(_BEGINNINGS):
        return False
    return all(_is_of_names(part.strip(" .*\"'“”…_-")) for part in _PARTS.split(line))


def _is_of_names(part: str) -> bool:
    words = part.split()
    if len(words) > _MOST_WORDS:
        return False
    if not words or is_person(part) or all(fold_label(each.strip(".")) in _WORDS for each in words):
        return True
    begin = next((at for at, _ in enumerate(words) if begins_like_a_body(" ".join(words[at:]))), len(words))
    is_body = begin < len(words) and all(each[:1].isupper() or each in _SMALL or fold_label(each) in _WORDS for each in words[begin + 1 :])
    return is_body and all(fold_label(each.strip(".")) in _WORDS for each in words[:begin])
