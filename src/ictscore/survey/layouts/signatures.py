"""What stands below a table for its signatures: place and date, offices, "signed", names."""

from __future__ import annotations

import re

from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name

_BEGINNINGS = (
    "người lập", "người tổng hợp", "người báo cáo", "người ký", "người kiểm tra", "cán bộ lập", "kt.", "kt ", "tm.", "tm ", "tl.", "tuq.",
    "giám đốc", "phó giám đốc", "thủ trưởng", "thủ trưởng đơn vị", "phó thủ trưởng", "chủ tịch", "phó chủ tịch", "chánh văn phòng",
    "phó chánh văn phòng", "trưởng phòng", "phó trưởng phòng", "hiệu trưởng", "kế toán trưởng", "lãnh đạo đơn vị", "xác nhận của",
    "đại diện đơn vị", "(ký", "ký tên", "(chữ ký", "đã ký", "(đã ký", "nơi nhận", "(ngày tháng, ký", "(ghi rõ họ tên",
    "prepared by", "signed",
)  # fmt: skip
_MOST_WORDS_OF_A_NAME = 6
_DATED = re.compile(r"(?:^|[,;\s])ngày\s*[\d.…_]*\s*tháng\s*[\d.…_]*\s*năm")


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
    """Return whether a text belongs to the signatures: it says so, or is a name as people write their own.

    >>> is_signed("KT. GIÁM ĐỐC"), is_signed("Trần Thị Bé Ba"), is_signed("Số máy 66")
    (True, True, False)
    """
    words = text.split()
    is_name = len(words) <= _MOST_WORDS_OF_A_NAME and all(each[:1].isupper() for each in words) and not any(map(str.isdigit, text))
    return is_name or any(reads_like_a_signature(each) for each in text.splitlines() if each.strip())
