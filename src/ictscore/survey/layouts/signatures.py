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
