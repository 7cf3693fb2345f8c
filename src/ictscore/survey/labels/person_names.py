"""Names of people as they sign: a surname that people bear, and one to five further names."""

from __future__ import annotations

import re

from ictscore.survey.labels.loose_labels import plain, toneless
from ictscore.survey.labels.unit_names import fold_label

_SURNAMES = (
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương", "lý", "đào",
    "đoàn", "lâm", "phùng", "mai", "tô", "trịnh", "đinh", "hà", "trương", "cao", "lương", "thái", "tạ", "chu", "châu", "quách", "tăng",
    "lục", "kiều", "khổng", "vương", "nghiêm", "nông", "mạc", "lò", "lường", "hứa", "cầm", "đèo", "thạch", "lưu", "tống", "tôn", "ung",
    "uông", "khúc", "bạch", "bế", "cù", "doãn", "đàm", "giáp", "hầu", "khuất", "lã", "lữ", "mạnh", "nhâm", "ninh", "phí", "sầm",
    "thẩm", "thiều", "trà", "vừ", "giàng", "thào", "sùng", "lù", "lừu", "lầu", "tòng", "vi", "la", "ma", "kim", "danh", "sơn",
)  # fmt: skip
_NO_NAMES = frozenset(map(fold_label, (
    "và", "các", "của", "số", "năm", "tháng", "không", "chưa", "liệu", "là", "sai", "sau", "gửi", "bản", "nháp", "cũ", "sách", "gấp", "đã",
    "sẽ", "bị", "xin", "thiếu", "xóa", "nhầm", "trước", "hoặc", "theo", "với", "nếu", "mọi",
)))  # fmt: skip
_NOUNS = frozenset(
    map(
        fold_label, ("hồ sơ", "lý do", "lý lịch", "cao đẳng", "cao hơn", "cao nhất", "cao điểm", "lưu trữ", "lưu ý", "thái độ", "kim ngạch")
    )
)
"""What begins like a name and is none."""
_FOLDED = frozenset(map(fold_label, _SURNAMES))
_BARE = frozenset(map(toneless, _SURNAMES))
_MOST_WORDS, _FEWEST_WORDS = 6, 2
_TITLES = re.compile(r"^(?:(?:ông|bà|anh|chị|đ/c|đồng chí|gs|pgs|ts|ths|th\.s|bs|ks|cn|cki+|ck[12]|luật sư)[.,\s]+)+", re.IGNORECASE)
_BEHIND = re.compile(r"\s*\((?:đã ký|signed)\)\s*$", re.IGNORECASE)


def is_person(text: str) -> bool:
    """Return whether a text is the name of somebody, with or without a degree before it.

    >>> [is_person(each) for each in ("Nguyễn Văn A", "TRẦN THỊ BÉ BA", "ThS. Lê Văn Cường", "Nguyen Van A", "Bà Phạm Thị Bé Ba")]
    [True, True, True, True, True]
    >>> [is_person(each) for each in ("TÔ ĐỎ LÀ SAI", "Hứa Gửi Sau", "DANH SÁCH CŨ", "Nguyễn Văn Định", "Trần Thị Quỳnh Như")]
    [False, False, False, True, True]
    >>> [is_person(each) for each in ("Kịch bản cao", "DỰ BÁO", "Không Dùng Bản Này", "Nguyễn", "HỒ SƠ CŨ", "Trần văn")]
    [False, False, False, False, False, False]
    """
    words = _BEHIND.sub("", _TITLES.sub("", plain(text).strip(" .,:;*"))).replace(".", " ").split()
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or not all(each.isalpha() and each[:1].isupper() for each in words):
        return False
    first = words[0]
    if any(fold_label(word) in _NO_NAMES for word in words) or f"{fold_label(first)} {fold_label(words[1])}" in _NOUNS:
        return False
    return toneless(first) in _BARE if all(map(str.isascii, words)) else fold_label(first) in _FOLDED
