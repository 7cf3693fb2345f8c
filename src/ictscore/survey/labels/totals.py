"""Words by which people call a row of sums, means or extremes."""

from __future__ import annotations

import re

from ictscore.survey.labels.loose_labels import plain, toneless
from ictscore.survey.labels.unit_names import fold_label

_EXACT = (
    "tổng", "tổng hợp", "toàn tỉnh", "toàn ngành", "cộng", "tổng cộng", "tổng số", "trung bình", "bình quân", "tb", "max", "min",
    "cao nhất", "thấp nhất", "lớn nhất", "nhỏ nhất", "total", "sum", "average", "mean", "minimum", "maximum",
)  # fmt: skip
_BEGINNINGS = (*_EXACT[4:], "số đơn vị", "số phiếu", "số cơ quan", "số lượng", "tỷ lệ", "tỉ lệ")
_TOTALS = frozenset(fold_label(word) for word in _EXACT)
_TONELESS = frozenset(toneless(word) for word in _EXACT if " " in word or word in ("tổng", "cộng"))
_BEGINS = re.compile(rf"(?:{'|'.join(fold_label(word) for word in _BEGINNINGS)})[^\w\u0300-\u036f]")
_SUMS = re.compile(
    r"tong (?!cong ty|cuc\b|kho\b|doi\b|lien doan|lanh su|hoi\b|dai\b|thanh tra|bien tap|hop\b)"
    r"|(?:tong|t[./]?) ?cong\b(?! ty)|bq$|luy ke|ca tinh$|mang sang"
    r"|khoi (?:cac )?(?:so|huyen|xa|phuong|ban|nganh|co quan|don vi)\b(?! .*\bdang uy)"
)
_NO_UNIT = re.compile(
    r"[-–+•] ?\w|(?:vd|vi du)\b[:. ]|\(?(?:vi du|vd)\)?$|mau$|(?:nam|quy|ky|thang) ?(?:truoc|\d)|cung ky|chenh lech|so sanh|tang ?/ ?giam"
    r"|ke hoach(?:$| giao\b| nam\b| quy\b)|chi tieu\b|trong do\b|ngoai ra\b|so lieu\b|so voi\b|dinh muc\b|muc tieu\b|trung vi\b|ty trong\b"
    r"|diem (?:toi da|chuan|san|liet|cong|tru|dat|so|trung binh)\b|grand total|sub-?total|median|of which"
    r"|prepared by|last year|previous year"
    r"|nguoi (?:lap|ky|kiem|duyet|bao cao|tong hop|nhap|phu trach)\b|noi nhan\b|ghi chu\b|luu y\b|(?:note|source|remark)s?\b"
    r"|cac (?:so|huyen|xa|phuong|ban|nganh|don vi|co quan|phong|thi xa|quan|truong)\b|du kien\b|uoc (?:thuc hien|tinh|dat|ca nam)\b"
    r"|thuc hien nam\b|ty le$|ti le$|yeu cau$|xep hang$|don vi(?: tinh)?$|tinh$|huyen$|stt$"
    r"|(?:[ivx]{1,5}|[a-h])[.)] ?khoi\b|[ivx]{1,5}$|\d+ (?:so|huyen|xa|don vi)\b"
)
_COMMUNITY = (fold_label("cộng đồng"), fold_label("cộng hòa"))
_LONGEST = 40
_AROUND = " :.*-–()"


def is_total(text: str) -> bool:
    """Return whether a text is just such a word.

    >>> is_total("TỔNG CỘNG:"), is_total("Tong cong"), is_total("Tổng cộng các sở")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    bare = plain(text)
    folded = fold_label(bare.strip(_AROUND))
    return folded in _TOTALS or (bare.isascii() and folded in _TONELESS)


def reads_like_a_total(text: str) -> bool:
    """Return whether a name is such a word or begins with one.

    >>> reads_like_a_total("Số đơn vị đã nộp"), reads_like_a_total("Tong cong")
    (True, True)
    >>> reads_like_a_total("Trung bình khối sở"), reads_like_a_total("Tổng công ty Điện"), reads_like_a_total("Cộng đồng học tập")
    (True, False, False)
    """
    folded = fold_label(text.strip(_AROUND))
    begins = _BEGINS.match(folded) is not None or _SUMS.match(toneless(plain(text))) is not None
    return is_total(text) or (begins and not folded.startswith(_COMMUNITY))


def reads_like_no_unit(text: str) -> bool:
    """Return whether a name is that of an example, a part of a unit, a period or a comparison.

    >>> reads_like_no_unit("VD: Sở A"), reads_like_no_unit("- Phòng 1"), reads_like_no_unit("Năm 2019"), reads_like_no_unit("Sở Nội vụ")
    (True, True, True, False)
    """
    return _NO_UNIT.match(toneless(plain(text))) is not None
