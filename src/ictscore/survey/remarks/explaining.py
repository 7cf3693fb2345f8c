"""Usual sentences by which a figure in a remark is none of the answer: outside of it, what is left, the opposite, or what it says it is."""

from __future__ import annotations

import re
from fractions import Fraction

from ictscore.survey.questions import Question
from ictscore.survey.remarks.figures import Figure
from ictscore.survey.remarks.kin import own_words
from ictscore.survey.remarks.spoken import Spoken, words

_CLAUSE = re.compile(r"[.;\n](?!\d)")
_NAMED = re.compile(r"[^\W\d_§][^\d:;]*:\s*$|§[^\d:;,]*:\s*$")
"""A heading and a colon before a figure: what it is of."""
_OUTSIDE = Spoken(r"\b(?:ngoài ra|ngoài|lồng ghép|không (?:tính|đếm)|(?:không|chưa) (?:kể|gồm|bao gồm)|không cộng|khác với)\b[^\d]*$")
_LEFT_BEHIND = Spoken(r"^[^\d,;.:]{0,25}\bcòn lại\b")
_PART = Spoken(
    r"\b(?:trong (?:đó|số)|gồm|bao gồm|kể cả|tính cả|thuê|mượn|mua|sắm|trang bị|cấp|bổ sung|thêm|mới|thanh lý|hỏng|trễ|chậm|quá hạn"
    r"|đúng hạn|trước hạn|phát sinh|dự phòng|cam kết|chờ|đang|đã|tích hợp|qua|lớp|tầng|dùng|sử dụng|nâng|thay|chuyển|hủy|huỷ|bãi bỏ"
    r"|thiếu|dư|thừa|vượt|khác|riêng|nhận|nghỉ|quốc tế|trong nước|liên thông|trực tuyến|trực tiếp|điện tử|giấy|tham gia|khảo sát"
    r"|phát ra|thu về|gói|giáp|với|cho|lẫn|cùng|họp|giao ban|định kỳ|đột xuất|không|chưa|mỗi|chủ yếu|nhất là|lĩnh vực)\b[^\d]*$"
)
"""Words before a figure by which it is a part of the answer, or something beside it."""
_COUNTED = Spoken(
    r"\b(?:số liệu|con số|ghi|nêu|báo|kê|thống kê|tổng hợp|rà soát|kiểm tra|đối chiếu|đếm|theo|sổ sách|là|chỉ|tổng|tất cả|cả thảy|nay|hiện"
    r"|thực|trùng|nhân|chia|cập nhật|điều chỉnh|sửa|còn)\b[^\d]*$|(?:^|\s)[x×*]\s*$"
)
"""Words before a figure that speak of how many there are."""
_EXTREME = Spoken(r"\b(?:cao nhất|thấp nhất|nhiều nhất|ít nhất|lớn nhất|nhỏ nhất|đỉnh điểm)\b[^\d]*$")
_WAS = Spoken(r"\b(?:so với|cùng kỳ|(?:năm|kỳ) (?:trước|ngoái))\b[^.;()]*\($")
_IS = Spoken(r"^(?P<things>[^\d,;.:()]{0,40}?)\s*\b(?:là|đều là)\s+(?P<what>[^\d,;.()]{2,80})")
_RIGHT = Spoken(
    r"\b(?:đúng|chính xác|chính thức|thực tế|thực có|mới|mới nhất|cuối cùng|thật|cập nhật|sai|nhầm|lộn|năm nay|kỳ này|hiện nay)\b"
)
_SAYING = words("là số tổng các những của liệu lượng đơn vị sở cơ quan toàn bộ cả nhé ạ rồi này đó")
_AGAIN = re.compile(r"([^\d:;,.()]+):\s*(\d+)(?=\s*(?:$|[.;,)](?!\d)|[^\W\d_]))")
_LETTERS = re.compile(r"[^\W\d_]+")
_NEGATIVE = Spoken(r"\b(?:trễ|chậm|muộn|quá hạn|không|chưa|thiếu)\b")
_DONE = Spoken(
    r"\b(?:đã(?! (?:sửa|rà|kiểm|đối chiếu|cập nhật|điều chỉnh|xem|ghi|trừ|cộng|bổ sung|nhầm))|đủ|đầy đủ|đúng hạn|trước hạn|kịp thời)\b"
)
_RECEIVED = Spoken(
    r"\b(?:văn bản|vb|công văn|cv|số|tổng|lượng) (?:đến|nhận)(?! (?:nay|ngày|tháng|hết|cuối|thời điểm|năm|kỳ|khi|lúc)\b)[^\d;,.]*$"
)
_SENT = Spoken(r"\b(?:văn bản|vb|công văn|cv|số|tổng|lượng) (?:đi|gửi|phát hành)\b[^\d;,.]*$")
_ONLINE, _BY_HAND = Spoken(r"\b(?:trực tuyến|qua mạng)\b"), Spoken(r"\b(?:trực tiếp|bản giấy)\b")
_WAYS = (
    (Spoken(r"\bđi\b"), Spoken(r"\bđến\b"), _RECEIVED),
    (Spoken(r"\bđến\b"), Spoken(r"\b(?:đi|gửi)\b"), _SENT),
    (_ONLINE, _BY_HAND, Spoken(r"\b(?:trực tiếp|bản giấy)\b[^\d;,.]*$")),
    (_BY_HAND, _ONLINE, Spoken(r"\b(?:trực tuyến|qua mạng)\b[^\d;,.]*$")),
)
"""Of which way a question asks, of which it does not, and how what goes the other way is named."""
_THEIR_MEETINGS = Spoken(
    r"^(?:\w+ )?(?P<body>tổ|chi bộ|đảng bộ|công đoàn|chi đoàn|đoàn thanh niên|hội phụ nữ|hội cựu chiến binh)\b"
    r"[^\d:;,.()]*\bhọp\b[^\d:;,.()]*$"
)
_PRODUCTS = Spoken(r"\b(?:phần mềm|ứng dụng|thiết bị)\b")
_LISTED = 3
"""How many commas there are at least, with one more, in a list of products with their versions."""
_LEVEL = Spoken(r"\bmức(?: độ)? [1-4]\b")
_LEVELS = Spoken(r"\bmức(?: độ)? [1-4]\s*(?:và|,|\+|&|-)\s*(?:mức(?: độ)? )?[1-4]\b")


def is_explained_by_words(figure: Figure, question: Question) -> bool:
    """Return whether the words around a figure say that it is no answer: it stands outside, is left, the most or least, or named.

    >>> from ictscore.survey.remarks.figures import figures_in
    >>> held = Question("h", "Số cuộc họp", "count", measure="cuộc")
    >>> texts = ("không tính 24 cuộc giao ban", "24 cuộc giao ban là họp nội bộ", "24 cuộc là số đúng", "còn 24 cuộc")
    >>> [is_explained_by_words(figures_in(each)[0], held) for each in texts]
    [True, True, False, False]
    >>> sent = Question("v", "Tổng số văn bản đi", "count", measure="văn bản")
    >>> [is_explained_by_words(figures_in(each)[0], sent) for each in ("số đến: 5.120", "số đi: 5.120", "số đến nay 5.120")]
    [True, False, False]
    """
    clause = _CLAUSE.split(figure.before)[-1]
    is_outside = _OUTSIDE.search(clause) is not None or _EXTREME.search(clause) is not None or _WAS.search(figure.before) is not None
    is_listed = _PRODUCTS.search(question.folded_label) is not None and f"{figure.before},{figure.after}".count(",") >= _LISTED
    is_of_others = _is_of_the_other_way(clause, question) or _is_of_another_body(clause, question)
    return is_outside or is_listed or is_of_others or _LEFT_BEHIND.search(figure.after) is not None or _says_what(figure, question)


def _is_of_the_other_way(clause: str, question: Question) -> bool:
    """Return whether a figure is of what came in where a question asks for what went out, or by hand and not online; or turned round."""
    label = question.folded_label
    return any(asked.search(label) and not other.search(label) and named.search(clause) for asked, other, named in _WAYS)


def _is_of_another_body(clause: str, question: Question) -> bool:
    """Return whether a figure is of meetings of a body that the question does not name: “Tổ CNTT họp 12 lần”."""
    found = _THEIR_MEETINGS.search(clause.strip())
    return found is not None and not {*found["body"].split()} <= own_words(question)


def is_part_by_words(figure: Figure) -> bool:
    """Return whether the words before a figure say that it is a part of something, or what became of one.

    >>> from ictscore.survey.remarks.figures import figures_in
    >>> [is_part_by_words(figures_in(each)[0]) for each in ("mua mới 10 máy", "sổ sách ghi 66")]
    [True, False]
    """
    clause = _CLAUSE.split(figure.before)[-1]
    return _PART.search(clause) is not None or _NAMED.search(clause) is not None


def speaks_of_the_count(figure: Figure) -> bool:
    """Return whether the words before a figure speak of how many there are, and do not only name some: “sổ sách ghi 66”, but not “nữ 30”.

    >>> from ictscore.survey.remarks.figures import figures_in
    >>> texts = ("sổ sách ghi 66", "số liệu phòng tckt là 66", "nhân 10", "nữ 30", "dự án tài trợ 10 máy")
    >>> [speaks_of_the_count(figures_in(each)[0]) for each in texts]
    [True, True, True, False, False]
    """
    clause = _CLAUSE.split(figure.before)[-1]
    return _COUNTED.search(clause) is not None


def is_of_the_opposite(folded: str, question: Question) -> bool:
    """Return whether a text counts what was done where a question asks for what was late or not done.

    >>> late = Question("h", "Số hồ sơ trễ hạn", "count", measure="hồ sơ")
    >>> [is_of_the_opposite(each, late) for each in ("512 hồ sơ đều đúng hạn", "trễ 3 hồ sơ", "có 3 hồ sơ trễ hạn đã xin lỗi")]
    [True, False, False]
    """
    if _NEGATIVE.search(question.folded_label) is None:
        return False
    clauses = [each for each in _CLAUSE.split(folded) if any(map(str.isdigit, each))]
    return bool(clauses) and all(_DONE.search(each) and not _NEGATIVE.search(each) for each in clauses)


def counts_both_levels(folded: str, question: Question) -> bool:
    """Return whether a text counts two levels of services together where a question asks for one.

    >>> third = Question("t", "Số thủ tục mức độ 3", "count", measure="thủ tục")
    >>> counts_both_levels("mức 3 và 4: 23 thủ tục", third), counts_both_levels("mức 3: 23 thủ tục", third)
    (True, False)
    """
    is_of_one = _LEVEL.search(question.folded_label) is not None and _LEVELS.search(question.folded_label) is None
    return is_of_one and _LEVELS.search(folded) is not None


def names_the_answer(folded: str, question: Question, given: Fraction) -> bool:
    """Return whether a text gives the answer again behind words of the question and a colon: “không báo cáo: 0”.

    >>> silent = Question("s", "Số sự cố không báo cáo", "count", measure="sự cố")
    >>> [names_the_answer(each, silent, Fraction(0)) for each in ("2 sự cố nhỏ; không báo cáo: 0", "2 sự cố; hỏng: 0")]
    [True, False]
    """
    known = own_words(question) | _SAYING
    pairs = ((set(_LETTERS.findall(label)), number) for label, number in _AGAIN.findall(folded))
    return any(label and label <= known and Fraction(number) == given for label, number in pairs)


def _says_what(figure: Figure, question: Question) -> bool:
    """Return whether a text says of a figure what it is, and that is not what was asked for: “81 người là số người có hộp thư”."""
    found = _IS.search(figure.after)
    if found is None or _RIGHT.search(found["what"]):
        return False
    said = {*_LETTERS.findall(found["what"])}
    return bool(said - own_words(question) - _SAYING)
