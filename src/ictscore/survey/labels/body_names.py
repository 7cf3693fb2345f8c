"""Whether a name that no list has begins as those of public bodies do: one that does not is asked about before it is ranked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ictscore.survey.labels.loose_labels import plain, toneless
from ictscore.survey.labels.unit_names import fold_label

_BEGINNINGS = (
    "sở", "ban", "bộ", "cục", "chi cục", "tổng cục", "tổng công ty", "công ty", "tập đoàn", "xí nghiệp", "doanh nghiệp", "nhà máy",
    "hợp tác xã", "liên minh", "liên hiệp", "liên đoàn", "hiệp hội", "hội", "câu lạc bộ", "ubnd", "ủy ban", "hđnd", "hội đồng", "vp",
    "văn phòng", "phòng", "trung tâm", "ttyt", "trung đoàn", "lữ đoàn", "sư đoàn", "tiểu đoàn", "trường", "học viện", "đại học",
    "cao đẳng", "trung cấp", "thpt", "thcs", "tiểu học", "mầm non", "mẫu giáo", "ptdtnt", "viện", "bệnh viện", "bv", "phòng khám", "trạm",
    "huyện", "h", "xã", "x", "phường", "p", "quận", "q", "thị xã", "tx", "thị trấn", "tt", "thành phố", "tp", "tỉnh",
    "thôn", "ấp", "khóm", "khu phố", "tổ dân phố", "đặc khu", "huyện ủy", "thành ủy", "thị ủy", "quận ủy", "đảng ủy", "đảng bộ", "chi bộ",
    "đoàn", "thành đoàn", "huyện đoàn", "thị đoàn", "mặt trận", "mttq", "lđlđ", "công đoàn", "cơ quan", "công an", "quân sự", "biên phòng",
    "bch", "bchqs", "bql", "đài", "đồn", "đội", "hạt", "kiểm lâm", "thanh tra", "kho bạc", "kbnn", "thuế", "hải quan", "bhxh", "bảo hiểm",
    "ngân hàng", "nhnn", "quỹ", "bưu điện", "viễn thông", "vnpt", "viettel", "điện lực", "evn", "báo", "tạp chí", "nhà xuất bản", "nhà hát",
    "nhà văn hóa", "nhà thiếu nhi", "nhà khách", "thư viện", "bảo tàng", "vườn quốc gia", "khu bảo tồn", "khu công nghiệp", "khu kinh tế",
    "khu di tích", "khu du lịch", "cảng", "cảng vụ", "tòa án", "tand", "viện kiểm sát", "vksnd", "cụm", "trại", "lâm trường", "nông trường",
)  # fmt: skip
_OTHERWISE = (
    "báo cáo", "ban hành", "bộ tiêu chí", "bộ câu hỏi", "hội nghị", "hội thảo", "đoàn kiểm tra", "đoàn giám sát", "trường hợp",
    "so voi", "so lieu",
)  # fmt: skip
"""What begins like one and is none."""
_ALONE = frozenset(fold_label(each) for each in ("tt", "tỉnh", "huyện", "h", "x", "p", "q"))


def begins_like_a_body(name: str, listed: Iterable[str] = ()) -> bool:
    """Return whether a name begins like that of a public body, or with the first word of a ``listed`` one.

    >>> begins_like_a_body("Chi cục Thủy lợi"), begins_like_a_body("TX. La Gi"), begins_like_a_body("so y te")
    (True, True, True)
    >>> begins_like_a_body("Định mức"), begins_like_a_body("Báo cáo quý I"), begins_like_a_body("Số liệu năm trước")
    (False, False, False)
    """
    folded = fold_label(plain(name).lstrip("-–+•*([ 0123456789.)"))
    if folded in _ALONE or folded.startswith(_otherwise()):
        return False
    if _beginnings(tuple(listed)).match(folded):
        return True
    return folded.isascii() and _beginnings(tuple(listed), is_toneless=True).match(folded) is not None


@lru_cache(maxsize=64)
def _beginnings(listed: tuple[str, ...], *, is_toneless: bool = False) -> re.Pattern[str]:
    firsts = {fold_label(plain(each)).partition(" ")[0] for each in listed} - {""}
    words = {*map(fold_label, _BEGINNINGS), *firsts}
    known = {toneless(each) for each in words} if is_toneless else words
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})(?![\w\u0300-\u036f])")


@lru_cache(maxsize=1)
def _otherwise() -> tuple[str, ...]:
    return tuple(map(fold_label, _OTHERWISE))


def names_bodies(names: Iterable[str]) -> bool:
    """Return whether most of some names begin like those of public bodies: so those of provinces do not.

    >>> names_bodies(["Sở Nội vụ", "Ban Dân tộc"]), names_bodies(["An Giang", "Hà Nội"])
    (True, False)
    """
    begins = [begins_like_a_body(each) for each in names]
    return sum(begins) * 2 > len(begins)
