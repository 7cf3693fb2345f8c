"""What the columns of a form are called when somebody typed it again by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from ictscore.survey.labels.loose_labels import loosened
from ictscore.survey.labels.unit_names import fold_label, fold_name

Part = Literal["answer", "measure", "number", "label", "evidence", "note", "points", "state", "where"]

_WORDS: dict[Part, tuple[str, ...]] = {
    "answer": (
        "số liệu", "trả lời", "câu trả lời", "câu trả lời của đơn vị", "kết quả", "giá trị", "số lượng", "kết quả thực hiện", "thực hiện",
        "số liệu báo cáo", "số liệu của đơn vị", "nội dung trả lời", "phần trả lời", "đơn vị trả lời", "đơn vị điền", "kết quả trả lời",
        "số liệu thực hiện", "trả lời của đơn vị", "answer", "answers", "value", "the unit’s answer",
    ),
    "measure": ("đơn vị tính", "đvt", "đơn vị đo", "measure", "unit of measure"),
    "number": ("stt", "tt", "số tt", "số thứ tự", "no", "#", "mã", "mã số", "mã chỉ tiêu", "mã câu hỏi"),
    "label": (
        "nội dung", "câu hỏi", "chỉ tiêu", "tiêu chí", "nội dung khảo sát", "tên chỉ tiêu", "nội dung câu hỏi", "nội dung báo cáo",
        "question",
    ),
    "evidence": ("minh chứng", "tài liệu kiểm chứng", "tài liệu minh chứng", "văn bản minh chứng", "tài liệu kèm theo", "evidence"),
    "note": ("ghi chú", "giải trình", "giải thích", "diễn giải", "ý kiến", "lý do", "note", "notes", "remark", "remarks"),
    "points": ("điểm tối đa", "thang điểm", "điểm chuẩn", "điểm", "điểm tự chấm", "tự chấm điểm", "điểm tự đánh giá", "maximum"),
    "state": ("tình trạng câu trả lời", "state of the answer"),
    "where": (
        "phụ lục", "số phụ lục", "phụ lục số", "kèm phụ lục", "biểu", "biểu số", "số biểu", "mẫu", "mẫu số", "trang", "số trang", "annex",
        "page",
    ),
}  # fmt: skip
_ONE_ANSWER = frozenset(
    map(fold_label, ("có", "không", "co", "khong", "chưa", "đã có", "chưa có", "đạt", "chưa đạt", "không đạt", "yes", "no"))
)
_NO = frozenset(map(fold_label, ("không", "khong", "chưa", "chưa có", "chưa đạt", "không đạt", "no")))
_HOW_TO_MARK = re.compile(r"[(\[]\s*(?:(?:đánh |ghi |tích |tick )?(?:dấu )?[\"“]?[xX×✓✔vV][\"”]?)\s*[)\]]\s*$")
"""What a heading says of the mark to put below it: “Có (x)”, “Không (đánh dấu x)”."""
_ASSESSES = re.compile(r"(?:kết quả |tự |cột )?(?:đánh giá|nhận xét|xếp loại|thẩm định)(?: kết quả| mức độ| chung)?|mức độ(?: hoàn thành)?")
_STAGE = re.compile(
    r"(?:kết quả |điểm |số liệu |ý kiến )?(?:(?:do |của )?(?:đơn vị|cơ quan|tổ|đoàn|hội đồng) )?"
    r"(?:tự )?(?:đánh giá|chấm(?: điểm)?|xếp loại|thẩm định|thẩm tra|kiểm tra|phúc tra|phúc khảo|xác nhận|phê duyệt|nhận xét)"
    r"(?: lại| kết quả)?"
    r"(?: (?:của |do )?(?:đơn vị|cơ quan|sở|tổ|đoàn|hội đồng)(?: (?:thẩm định|đánh giá|chấm điểm|kiểm tra))?)?"
    r"|hội đồng|(?:self[- ])?(?:assessment|appraisal)|appraised|council"
)
_ASSESSED = re.compile(
    r"(?:không |chưa |cơ bản |đã )?(?:đạt|hoàn thành|đảm bảo|bảo đảm|phù hợp|đáp ứng|đầy đủ)(?: yêu cầu| một phần| tốt)?"
    r"|tốt|khá|trung bình|yếu|kém"
)
_YES_OR_NO = re.compile(r"(?:có|đã có|đạt|yes)\s*(?:[/,\-–]|hoặc|hay|or)\s*(?:không|chưa|chưa có|không có|không đạt|chưa đạt|no)")
_PARTS = {fold_label(word): part for part, words in _WORDS.items() for word in words}
_YEAR = re.compile(
    r"\s*\(?(?:năm|kỳ|tháng|quý)\s*[\d/.\-]+\)?\s*$|\s*\((?:19|20)\d\d\)\s*$"
    r"|\s*\(?(?:tính )?(?:đến|tới)(?: hết)?(?: ngày)? [\d/.\-]+\)?\s*$",
    re.IGNORECASE,
)

_PERIOD_OR_PART = re.compile(
    r"\b(?:quý|tháng|kỳ|năm|đợt|lần|giai đoạn)\b|^(?:đầu|cuối|giữa|tổng|cộng|toàn|chung|trong đó|riêng|khối|cơ quan|nội bộ|còn lại)\b"
    r"|\btrực thuộc$|^(?:cấp (?:tỉnh|huyện|xã)|nam|nữ)$"
)


def are_periods_or_parts(headings: Sequence[str]) -> bool:
    """Return whether headings name periods, or parts and their total, and not units side by side.

    >>> are_periods_or_parts(("Quý I", "Quý II")), are_periods_or_parts(("Cơ quan Sở", "Đơn vị trực thuộc", "Tổng cộng"))
    (True, True)
    >>> are_periods_or_parts(("Sở Nội vụ", "Sở Y tế", "Tổng cộng")), are_periods_or_parts(("Đầu kỳ", "Cuối kỳ"))
    (False, True)
    """
    others = [each for each in headings if not _PERIOD_OR_PART.search(fold_name(each))]
    return len(others) < 2 and len(others) < len(headings)  # noqa: PLR2004 - one unit has no other beside it


def part_of(text: str) -> Part | None:
    """Return what a column of a form holds by its heading, or None for a heading nobody knows.

    >>> part_of("Số liệu năm 2020"), part_of("Số liệu tính đến 31/12/2020"), part_of("ĐVT"), part_of("Sở Nội vụ")
    ('answer', 'answer', 'measure', None)
    """
    for bare in loosened(text):
        part = _PARTS.get(fold_label(bare)) or _PARTS.get(fold_label(_YEAR.sub("", bare)))
        if part is not None:
            return part
    return None


def plain_part_of(text: str) -> Part | None:
    """Return what a column holds by a heading that says nothing more: no year, no part of one.

    >>> plain_part_of("Số liệu"), plain_part_of("Số liệu tháng 6")
    ('answer', None)
    """
    found = (_PARTS.get(fold_label(bare)) for bare in loosened(text))
    return next((part for part in found if part is not None), None)


def is_yes_or_no(text: str) -> bool:
    """Return whether a heading says that yes or no is written below it.

    >>> is_yes_or_no("Có/Không"), is_yes_or_no("Có / Chưa"), is_yes_or_no("Có")
    (True, True, False)
    """
    return _YES_OR_NO.fullmatch(fold_name(text)) is not None


def is_one_answer(text: str) -> bool:
    """Return whether a heading is itself an answer, below which people put a cross.

    >>> is_one_answer("Có"), is_one_answer("Không (đánh dấu x)"), is_one_answer("Kết quả")
    (True, True, False)
    """
    return one_answer(text) in _ONE_ANSWER


def one_answer(text: str) -> str:
    """Return a heading without what it says of the mark to put below it, folded.

    >>> one_answer("Có (x)") == one_answer("CÓ")
    True
    """
    return fold_label(_HOW_TO_MARK.sub("", text))


def says_no(text: str) -> bool:
    """Return whether a heading that is itself an answer is a no.

    >>> says_no("Không"), says_no("Có")
    (True, False)
    """
    return one_answer(text) in _NO


def assesses(text: str) -> bool:
    """Return whether a heading says that what is below it judges the answers, and answers nothing.

    >>> assesses("Đánh giá"), assesses("Kết quả")
    (True, False)
    """
    return _ASSESSES.fullmatch(fold_name(text).strip(" .:*")) is not None


def names_stage(text: str) -> bool:
    """Return whether a heading names a stage: who gave or judged what is below it, and no unit.

    >>> [names_stage(each) for each in ("Tự đánh giá", "Thẩm định", "Đơn vị tự chấm", "Hội đồng thẩm định", "Kết quả thẩm tra của Sở")]
    [True, True, True, True, True]
    >>> [names_stage(each) for each in ("Hội đồng nhân dân tỉnh", "Trung tâm Kiểm định", "Ủy ban Kiểm tra", "Đoàn thanh niên", "Sở Y tế")]
    [False, False, False, False, False]
    """
    return _STAGE.fullmatch(fold_name(text).strip(" .:*")) is not None


def is_assessed(text: str) -> bool:
    """Return whether a word is one by which answers are judged.

    >>> is_assessed("Không đạt"), is_assessed("Có")
    (True, False)
    """
    return _ASSESSED.fullmatch(fold_name(text).strip(" .")) is not None


def reads_like_a_name(text: str) -> bool:
    """Return whether a heading may be a unit’s name: letters, and no year, no stage, and no answer such as “Có”.

    >>> [reads_like_a_name(each) for each in ("Sở Nội vụ", "Năm 2020", "Có", "Thẩm định")]
    [True, False, False, False]
    """
    is_other = is_one_answer(text) or names_stage(text)
    return any(map(str.isalpha, text)) and not any(map(str.isdigit, text)) and not is_other
