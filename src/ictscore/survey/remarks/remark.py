"""What one remark says: figures, years, parts of a year, a correction, doubts, a denial; what only names something is taken away first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.remarks.citations import CITED, without_citations
from ictscore.survey.remarks.figures import Figure, figures_in, in_digits
from ictscore.survey.remarks.spoken import Spoken
from ictscore.survey.remarks.times import (
    DATA,
    NO_YEAR,
    day_until,
    is_of_each_month,
    says_part_of_year,
    says_year_before,
    without_day_until,
    years_of_source,
    years_said,
)

_LONGEST = 1000
_DOUBTS = (
    r"(?:ghi nhầm|nhập nhầm|nhầm lẫn|nhầm|lộn|sai sót|sai số|sai|không đúng|chưa đúng|(?:không|chưa|ko) chính xác|(?:xem|kiểm tra"
    r"|kiểm|rà soát|đối chiếu"
    r"|tính|hỏi|xác minh|kiểm đếm) lại|(?:chưa|không|ko) (?:chắc chắn|chắc|rõ|kiểm tra|xác minh|rà soát|đối chiếu|thống nhất|khớp"
    r"|chốt|chính thức"
    r"|duyệt)|chờ (?:xác minh|kiểm tra|rà soát|đối chiếu|chốt)|ước (?:tính|thực hiện|đạt|chừng|lượng)|ước|dự kiến"
    r"|dự tính|tạm tính|tạm ghi"
    r"|tạm|khoảng chừng|khoảng|áng chừng|chừng|số kế hoạch|số dự toán|số giao|nháp)"
)
_CHECKED = r"(?:đã|có) (?:rà soát|kiểm tra|đối chiếu|xác minh|xem|kiểm)(?: lại)?"
_CHECKED_CLAUSE = Spoken(rf"^{_CHECKED}(?: số liệu| số)?\s*[:,;–-]\s*|\s*[,;–(-]\s*{_CHECKED}(?: số liệu| số)?\)?\.?$")
"""In front of a number, or behind it, it says that the number is the right one."""
_FIGURE_ALONE = re.compile(r"\d+(?:[.,]\d+)*(?: [^\W\d_]+){0,2}[.\s]*")
_FILLERS = (
    r"(?:số liệu|con số|số|liệu|câu trả lời|trả lời|câu|ô|mục|dòng|này|trên|các|những|đều|phần|là|lại|rồi|đã|bị|cần|nên|phải"
    r"|đề nghị|xin|sẽ|đang|vì|do"
    r"|còn|có thể|cả|năm|thực hiện|đạt|hiện|mới|chỉ|và|với|anh|chị|phòng|ghi|nhập|gõ|đánh|điền|tính|thấy|hình như|chắc|theo|của"
    r"|đơn vị|sau|nay|tại"
    r"|(?:19|20)\d\d)"
)
_DOUBT = Spoken(rf"(?<!\w){_DOUBTS}(?!\w)")
_NOT_DOUBT = Spoken(rf"(?<!\w){_CHECKED}(?!\w)")
_FILLER = Spoken(rf"(?<!\w){_FILLERS}(?!\w)")
_DOUBTED = Spoken(
    r"^(?:của |các |những )?(?:số liệu|con số|số)\b.{0,20}?(?<!\w)(?:là |đều |chỉ |còn )*(?:số )?(?:ước|dự kiến|tạm tính"
    r"|chưa chốt|chưa chính thức)\b"
)
_APPROXIMATE = Spoken(r"(?:khoảng|chừng|ước|ước tính|ước đạt|gần|xấp xỉ|dự kiến|tạm tính|cỡ|độ)(?: là| có)?$|[~≈]$")
_NOT_OF_A_DOCUMENT = "".join(f"(?<!{each} )" for each in ("quyết định", "công văn", "văn bản", "thông báo", "nghị quyết"))
_CORRECTS = Spoken(
    rf"{_NOT_OF_A_DOCUMENT}đính chính|(?:số|số liệu|con số|giá trị) (?:đúng|chính xác|thực tế)(?: phải)? là|đúng (?:phải )?là"
    rf"|chính xác (?:phải )?là|số (?:liệu )?đúng\b(?! chung)|phải là"
    r"|(?:sửa|điều chỉnh|thay|đổi)(?: lại)?(?: số liệu| số)? (?:thành|là|bằng)(?!\s*§)|(?:nhập|ghi|gõ|đánh|điền) (?:nhầm|sai|lộn)|sửa lại"
    r"|(?:sửa|điều chỉnh|đính chính|đổi)(?: lại)? (?:từ )?\d[\d.,]*(?: [^\W\d_]+){0,2} (?:thành|xuống|lên|sang) (?=\d)"
    r"|(?<=\d) (?:[^\W\d_]+ ){0,2}(?:là|mới) (?:số )?đúng(?!\w| (?:hạn|quy|chuẩn|với|theo|như))"
    r"|mới (?:là )?đúng|mới (?:là )?chính xác|\bthực tế(?: là| có)? (?=\d)|\b(?:đến|tới) nay là (?=\d)"
    r"|\bcorrection\b|\bshould (?:be|read)\b|\bcorrected to\b|\bcorrect (?:number|figure|value)\b"
)
_QUESTIONED = re.compile(r"[\d\s]*\?+[\s?!]*")
_TELLS = Spoken(rf"^\(?(?:theo |lấy |dùng |sử dụng |là |đây là )*(?:{DATA}|0?[369]t(?!\w)|0?\d ?tháng|qu[ýí])(?! \d{{4}})")
_MONTHS, _WHICH = Spoken(r"^tháng\b|^t$"), Spoken(r"\b(?:qu[ýí]|tháng)$")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Remark:
    """What a remark says: ``folded`` is all of it, ``bare`` is without what only names something.

    ``of_each_month`` are those of its figures that it says are of one month, week or quarter;
    ``doubts`` where it says nothing but that a figure is in doubt, ``corrects`` where it says that one is wrong.
    """

    folded: str
    bare: str
    figures: tuple[Figure, ...]
    of_each_month: frozenset[Fraction]
    years: frozenset[int]
    of_year_before: bool
    of_part: bool
    until: date | None
    corrects: bool
    doubts: bool

    @property
    def cites(self) -> bool:
        """Return whether it names a document, a day or something else by its number."""
        return CITED in self.bare

    @property
    def tells_of_data(self) -> bool:
        """Return whether it begins by saying of which data it speaks: “số liệu năm 2019”, but not “số 2019”."""
        is_day_alone = self.until is not None and not _LETTER_OR_DIGIT.search(self.bare)
        return not self.cites and (is_day_alone or _TELLS.search(self.bare) is not None)

    @property
    def names_year_of_day(self) -> bool:
        """Return whether it says of which year the day is up to which its figures were counted."""
        return self.until is not None and self.until.year != NO_YEAR

    def is_about(self, given: Fraction | None) -> bool:
        """Return whether it speaks of the answer itself: it names no figure, or the answer among them."""
        figures = [each for each in self.figures if not each.may_be_year]
        return not figures or given is None or any(given in each.values for each in figures)


@lru_cache(maxsize=4096)
def read_remark(text: str) -> Remark:
    """Return what a remark says; a very long one is read as far as people read it.

    >>> [int(each.value) for each in read_remark("QĐ 12/QĐ-UBND ngày 5/2/2020: 88 người").figures]
    [88]
    >>> read_remark("xem lại").doubts, read_remark("đã xem lại").doubts, read_remark("ghi nhầm, sẽ báo cáo sau").corrects
    (True, False, True)
    """
    folded = fold_name(plain(text[:_LONGEST]))
    until = day_until(folded)
    bare = in_digits(without_citations(text[:_LONGEST] if until is None else without_day_until(folded)))
    checked = _CHECKED_CLAUSE.sub("", bare).strip()
    is_checked = checked != bare and _FIGURE_ALONE.fullmatch(checked) is not None
    bare = checked if is_checked else bare
    found = figures_in(bare)
    return Remark(
        folded=folded,
        bare=bare,
        figures=tuple(each for each in found if not _is_of_months(each)),
        of_each_month=frozenset(each.value for each in found if is_of_each_month(each.after)),
        years=years_said(bare, until) | years_of_source(folded),
        of_year_before=says_year_before(bare),
        of_part=says_part_of_year(bare),
        until=until,
        corrects=is_checked or _CORRECTS.search(bare) is not None,
        doubts=_says_doubt(bare),
    )


def _is_of_months(figure: Figure) -> bool:
    """Return whether a figure only says how many months, or which quarter or month."""
    return _MONTHS.search(figure.noun) is not None or _WHICH.search(figure.lead) is not None


def is_approximate(lead: str) -> bool:
    """Return whether the words before a figure say that it is only about so many.

    >>> is_approximate("khoảng"), is_approximate("ước đạt"), is_approximate("hiện có")
    (True, True, False)
    """
    return _APPROXIMATE.search(lead) is not None


def _says_doubt(bare: str) -> bool:
    if _QUESTIONED.fullmatch(bare) or _DOUBTED.search(bare):
        return True
    text = _NOT_DOUBT.sub("", bare)
    rest = _DOUBT.sub(" ", text)
    return rest != text and _LETTER_OR_DIGIT.search(_FILLER.sub(" ", rest)) is None
