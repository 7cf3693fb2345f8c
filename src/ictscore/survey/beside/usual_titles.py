"""Titles of forms, tables, sections and annexes: made of a closed list of words, so that whatever is put into one is seen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from ictscore.spelling import words_of
from ictscore.survey.labels.loose_labels import plain

_PAPERS = (
    "phiếu", "mẫu phiếu", "biểu mẫu", "mẫu biểu", "biểu", "mẫu", "bảng", "báo cáo", "bộ câu hỏi", "phụ lục", "tờ khai", "kết quả",
    "bảng hỏi", "tổng hợp", "survey", "form", "table", "sheet", "trang",
)  # fmt: skip
_DOING = (
    "khảo sát", "thu thập", "cung cấp", "điều tra", "tự đánh giá", "đánh giá", "tự chấm điểm", "chấm điểm", "tự chấm", "xếp hạng",
    "thống kê", "kê khai", "rà soát", "hiện trạng", "thực trạng", "tình hình", "hoạt động", "triển khai", "xây dựng", "phát triển",
    "sử dụng",
)  # fmt: skip
_ABOUT = (
    "số liệu", "dữ liệu", "thông tin", "thông tin chung", "thông tin liên hệ", "thông tin đơn vị", "thông tin về đơn vị", "mức độ",
    "ứng dụng", "công nghệ thông tin", "cntt", "cntt-tt", "công nghệ thông tin và truyền thông", "chuyển đổi số",
    "chính quyền điện tử", "chính quyền số", "hạ tầng", "hạ tầng kỹ thuật", "kỹ thuật", "nhân lực", "nguồn nhân lực",
    "an toàn thông tin", "an ninh thông tin", "an toàn, an ninh thông tin", "môi trường pháp lý", "cơ chế chính sách", "cơ chế",
    "chính sách", "tổ chức", "dịch vụ công", "dịch vụ công trực tuyến", "trang thông tin điện tử", "cổng thông tin điện tử", "đầu tư",
    "kinh phí", "máy tính", "cán bộ", "thiết bị", "trang thiết bị", "mạng", "phần mềm", "cơ sở dữ liệu", "văn bản điện tử",
    "chữ ký số", "nội dung", "nội dung khảo sát", "câu hỏi", "nội bộ", "cơ quan", "đơn vị", "cơ quan, đơn vị", "các cơ quan, đơn vị",
    "cơ quan nhà nước", "các cơ quan nhà nước", "ý kiến", "kiến nghị, đề xuất", "đề xuất", "kiến nghị", "ghi chú", "bonus points",
    "deductions",
)  # fmt: skip
_BETWEEN = ("của", "về", "việc", "về việc", "v/v", "và", "phục vụ", "trong", "tại", "cho", "dùng cho", "of", "the", "and")
_LEADS = ("phần", "mục", "tiêu chí", "phụ lục", "mẫu", "mẫu biểu", "biểu mẫu", "biểu", "bảng", "trang", "chương")
_ORDINAL = re.compile(r"\d{1,2}[a-dđ]?|[ivx]{1,5}|[a-hđ]")
_OF_SEVERAL = re.compile(r"\d\s*/\s*\d")
"""“Phần 2/3”: where the others are, nobody knows."""
COUNTED = re.compile(r"\s*\d+\s+[^\W\d_]")
"""“66 máy tính” counts, “6. Máy tính” numbers a part."""
_MARKS = frozenset(" \t,.:;()[]-–—/“”\"'*_…|&•+·")
_LONGEST = 300
_YEAR, _NUMBER = words_of("năm số")
_SAMPLE, _PAGE = words_of("mẫu"), words_of("trang")
"""“Mẫu phiếu khảo sát” is a form, “Phiếu khảo sát mẫu” may be one filled in to show how."""
_A_YEAR = re.compile(r"(?:19|20)\d\d")


class UsualTitles:
    """What titles of one round are made of: the words everybody uses, and what the rulebook calls itself and its parts."""

    def __init__(self, own: Iterable[str], years: Collection[str]) -> None:
        """Take the rulebook's ``own`` names, and the ``years`` of the round."""
        self._names = frozenset(map(words_of, own)) - {()}
        self._said = frozenset(map(words_of, (*_PAPERS, *_DOING, *_ABOUT)))
        self._between = frozenset(map(words_of, _BETWEEN))
        self._leads = frozenset(map(words_of, _LEADS))
        self._years = frozenset(years)
        self._most = max(map(len, (*self._names, *self._said)), default=0)

    def holds(self, text: str, *, any_year: bool = False) -> bool:
        """Return whether a line is a title and says nothing more: of what, for whom in the rulebook's words, and the year.

        ``any_year`` says that it may be any, for nobody knows that of the round.
        """
        line = plain(text)
        if len(line) > _LONGEST or any(not each.isalnum() and each not in _MARKS for each in line):
            return False
        words = words_of(line)
        if _OF_SEVERAL.search(line) and words[:1] != _PAGE:
            return False
        at = self._numbered(words) if not COUNTED.match(line) else 0
        says = at > 0 and not _ORDINAL.fullmatch(words[0])
        while at < len(words):
            size, is_said = self._next(words, at, any_year=any_year)
            if not size:
                return False
            at, says = at + size, says or is_said
        return says

    def _numbered(self, words: tuple[str, ...]) -> int:
        """Return how many words number a part, with what the part is called: “II”, “Mẫu số 01”, “Phần 2”."""
        lead = max((len(each) for each in self._leads if words[: len(each)] == each), default=0)
        begin = lead + 1 if lead and words[lead : lead + 1] == (_NUMBER,) else lead
        end = begin
        while end < len(words) and _ORDINAL.fullmatch(words[end]):
            end += 1
        return end if end > begin else 0

    def _next(self, words: tuple[str, ...], at: int, *, any_year: bool) -> tuple[int, bool]:
        """Return how many words from one on are known together, and whether they say what the title is of."""
        behind = words[at + 1] if words[at] == _YEAR and at + 1 < len(words) else ""
        if behind and (behind in self._years or (any_year and _A_YEAR.fullmatch(behind))):
            return 2, False
        for size in range(min(self._most, len(words) - at), 0, -1):
            part = words[at : at + size]
            if part in self._names or (part in self._said and not (part == _SAMPLE and at)):
                return size, True
            if part in self._between:
                return size, False
        return 0, False
