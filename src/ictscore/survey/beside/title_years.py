"""Years in a title that are not those of its data: of documents and their versions, of persons and bodies, and of what the data are for."""

from __future__ import annotations

import re

_DATA = r"\b(?:số liệu|dữ liệu|kết quả|báo cáo|thống kê)\b"
_LAW = r"(?:luật|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|công văn|văn bản|kết luận|công điện|quy chế|quy định)"
_A_LAW = re.compile(rf"\b{_LAW}\b[^.;]*$")
_PLAN = r"(?:kế hoạch|chương trình|đề án|thông báo|hướng dẫn|tờ trình)"
_MODEL = r"(?:bộ tiêu chí|bộ chỉ số|tiêu chí|mẫu|biểu mẫu|phiếu mẫu|hướng dẫn|thang điểm)"
_SAME = rf"(?:(?!{_DATA}|\s[-–]\s)[^.;()])*"
"""The rest of a part of a title that speaks of nothing else."""
_NUMBERED = re.compile(
    rf"\b(?:{_LAW}|{_PLAN}|kh|qđ|ct|nq|tb|cv|hd)\b(?: (?!{_DATA})[^\W\d]+){{0,6}}\s*(?:số\s*)?:?\s*"
    rf"\d{{1,6}}[a-zđ]?\s*[-–/](?!.*\b(?:phiếu|bảng|biểu)\b){_SAME}$"
)
"""“Kế hoạch số 45-KH/TU … năm 2018”."""
_CITED = re.compile(
    rf"\b(?:theo|căn cứ|dựa trên|dựa vào|áp dụng|quy định (?:tại|của)|ban hành tại)(?: [^\W\d]+){{0,3}}? "
    rf"{_MODEL}\b(?:,? (?!năm\b)[^\W\d]+){{0,12}}\s*$"
)
_A_MODEL = re.compile(r"[\s(\[*]*(?:biểu mẫu|mẫu biểu|mẫu phiếu|phiếu mẫu|mẫu)(?: (?:báo cáo|phiếu|biểu))*(?: của)?[\s(]*")
"""“Mẫu báo cáo năm 2018”, and nothing else before its year; “Mẫu báo cáo số liệu năm 2018” speaks of data."""
_ISSUED = re.compile(rf"\bban hành\b{_SAME}$")
_CHANGED = re.compile(
    r"\b(?:sửa đổi|bổ sung|điều chỉnh|cập nhật|phê duyệt|thông qua|có hiệu lực|áp dụng|hiệu chỉnh|thay thế)(?: từ| trong| lần \w+)?\s*$"
)
_REPLACED = re.compile(
    rf"\bthay (?:thế|cho)\b(?: (?:cho|các|bộ|bản|những|mẫu|cũ|của))*\s*(?:phiếu|biểu|bảng|{_MODEL}|{_PLAN}|{_LAW})\b{_SAME}$"
)
_THING = re.compile(rf"(?P<data>{_DATA})|\b(?:phiếu|biểu|mẫu|bộ tiêu chí|tiêu chí|bộ chỉ số|quyết định|kế hoạch|bảng)\b")
_LIFE = re.compile(
    r"\b(?:sinh|sn|thành lập|sáp nhập|hợp nhất|chia tách|đổi tên|giải thể|mất|nghỉ hưu)(?: (?:ngày [\d/.]+|trong|từ|vào))?\s*[:,]?\s*$"
)
_PURPOSE = re.compile(
    rf"\b(?:phục vụ|để|nhằm|làm (?:cơ sở|căn cứ)|chuẩn bị|dùng cho)\b(?:(?!{_DATA})[^.;()])*?"
    rf"\b(?:xây dựng|lập|kế hoạch|dự toán|nhiệm vụ|phương hướng|chương trình)\b(?:(?!{_DATA})[^.;()])*$"
)


def is_of_a_document(before: str) -> bool:
    """Return whether a year behind these words is that of a document, or of one of its versions; of data that were changed it is theirs.

    >>> [is_of_a_document(each) for each in ("thực hiện kế hoạch số 45-kh/tu ", "theo bộ tiêu chí ", "(sửa đổi, bổ sung ")]
    [True, True, True]
    >>> [is_of_a_document(each) for each in ("thực hiện kế hoạch ", "phiếu theo bộ tiêu chí, số liệu ", "số liệu bổ sung ")]
    [False, False, False]
    """
    clause = re.split(r"[.;()\[\]]", before)[-1]
    if _A_MODEL.fullmatch(before) or any(each.search(before) for each in (_A_LAW, _NUMBERED, _ISSUED, _REPLACED)):
        return True
    things = [*_THING.finditer(clause)]
    is_of_data = bool(things) and things[-1]["data"] is not None
    cited = _CITED.search(clause)
    return (cited is not None and not re.search(_DATA, clause)) or (_CHANGED.search(clause) is not None and not is_of_data)


def is_of_a_life(before: str) -> bool:
    """Return whether a year behind these words is one in which somebody was born, or something became of an office.

    >>> is_of_a_life("nguyễn văn a (sinh "), is_of_a_life("sở a (thành lập "), is_of_a_life("học sinh giỏi ")
    (True, True, False)
    """
    return _LIFE.search(before) is not None


def is_planned_for(before: str) -> bool:
    """Return whether a year behind these words is that of a plan which the data are for.

    >>> is_planned_for("phục vụ xây dựng kế hoạch "), is_planned_for("phục vụ đánh giá, xếp hạng ")
    (True, False)
    """
    return _PURPOSE.search(before) is not None
