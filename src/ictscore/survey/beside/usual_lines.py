"""Lines that everybody writes around answers and that say nothing of them: state, unit and number of a letter, title, day, whom to ask."""

from __future__ import annotations

import re
from typing import NamedTuple
from weakref import WeakKeyDictionary

from ictscore.survey.beside.closing_lines import is_closing
from ictscore.survey.beside.header_times import times_said
from ictscore.survey.blank.own_texts import own_columns, own_rows, own_texts
from ictscore.survey.carried_face import says_carried
from ictscore.survey.labels.body_names import begins_like_a_body
from ictscore.survey.labels.loose_labels import loosened, plain
from ictscore.survey.labels.unit_names import fold_label, fold_name
from ictscore.survey.layout import MEND_SIGN
from ictscore.survey.layouts.printed_words import part_of
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.remarks.spoken import Spoken

_STATE = frozenset(
    map(
        fold_label,
        (
            "cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc", "độc lập – tự do – hạnh phúc", "đảng cộng sản việt nam",
            "độc lập tự do hạnh phúc",
        ),
    )
)  # fmt: skip
_DATE = r"(?:ngày)?\s*[\d….\s_]{0,4}\s*(?:/|-|\.|tháng)[\d….\s_]{0,4}\s*(?:/|-|\.|,? ?năm)\s*(?:(?:19|20)\d\d|[….\s_]{0,6}|20[….\s_]{1,4})"
_SYMBOL = r"[\d….\s_]{0,12}[a-zđ]?(?:\s*[/\-–]\s*[a-zđ\d&.]{1,12}){1,5}"
_PAPER = r"(?:quyết định|công văn|kế hoạch|thông tư|nghị định|văn bản|tờ trình|hướng dẫn|thông báo|quy định|qđ|cv|kh|tt)"
_PROMULGATED = (
    rf"(?:\(\s*)?(?:(?:ban hành |gửi )?kèm theo|theo|căn cứ) {_PAPER}(?: số)?\s*:?\s*(?:{_SYMBOL}|\d{{1,5}}|[….\s_/]+)?"
    r"(?:\s*năm (?:19|20)\d\d)?"
    rf"(?:,?\s*{_DATE})?(?:,?\s*(?:của|do) (?P<body>[^\d():;]+))?(?:\s*\))?\.?"
)
_GRAMMARS = tuple(
    map(
        Spoken,
        (
            rf"số\s*:?\s*{_SYMBOL}",
            r"(?:phụ lục|mẫu|biểu mẫu|biểu|bảng|phiếu|trang|tờ)(?: số)?\s*:?\s*(?:\d{1,3}|[ivx]{1,5})[a-dđ]?(?:\s*/\s*\d{1,3})?",
            rf"(?:(?:[^\W\d]+\s+){{0,4}}[^\W\d]+,\s*)?(?:ngày|(?=\d)){_DATE}\s*\.?",
            _PROMULGATED,
            r"(?:đồng )?kính gửi\s*:?\s*(?P<body>[^\d():;]+)",
            r"(?:đơn vị tính|đvt|đơn vị)\s*:\s*(?:theo (?:từng )?(?:chỉ tiêu|câu hỏi|cột|dòng|mục)|như (?:cột|trong cột) .{1,20})",
            r"(?:(?:[ivx]{1,4}|[a-c]|\d)[.)]?\s*)?thông tin (?:chung|liên hệ|đơn vị|về đơn vị)",
        ),
    )
)  # fmt: skip
_PAPERS = frozenset((
    "phiếu", "biểu", "mẫu", "bảng", "báo", "bộ", "phụ", "tờ", "khảo", "kết", "tổng", "thông", "survey", "form", "table",
))  # fmt: skip
"""With what the title of a form, table or report begins."""
_TITLE_WORDS = frozenset((
    "phiếu", "biểu", "mẫu", "bảng", "báo", "cáo", "bộ", "câu", "hỏi", "phụ", "lục", "tờ", "khai", "khảo", "sát", "thu", "thập", "số",
    "liệu", "dữ", "thông", "tin", "điều", "tra", "đánh", "giá", "tự", "chấm", "điểm", "xếp", "hạng", "mức", "độ", "ứng", "dụng", "công",
    "nghệ", "cntt", "chuyển", "đổi", "chính", "quyền", "điện", "tử", "của", "các", "cơ", "quan", "đơn", "vị", "và", "về", "trong",
    "việc", "tình", "thống", "kê", "hình", "kết", "quả", "tổng", "hợp", "phục", "vụ", "năm", "dùng", "cho", "sở", "ban", "ngành",
    "huyện", "xã", "tỉnh", "thành", "phố", "nhà", "nước", "i", "ii", "iii", "iv", "v", "vi", "nhóm", "khối", "survey", "form", "table",
    "sheet", "the", "of",
))  # fmt: skip
"""What such a title is made of, besides what the rulebook itself and its groups are called, and the year of the round."""
_PROVINCE = Spoken(
    r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân) (?:tỉnh|thành phố)|tỉnh ủy|tỉnh uỷ|thành ủy|tỉnh|thành phố) "
    r"((?:[^\W\d_]+[ \-–]*){1,5})"
)
_MEASURE = Spoken(r"\(?(?:đơn vị tính|đvt|đơn vị)\s*:\s*(.{1,40}?)\)?")
_WORD = re.compile(r"[^\W_]+")
_COUNTS = re.compile(r"\d+")
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_MAKER = Spoken(
    r"(?:người|cán bộ|lãnh đạo|thủ trưởng|đầu mối|chuyên viên)"
    r"(?: (?:lập|báo cáo|tổng hợp|kiểm tra|cung cấp|phụ trách|điền|khai|nhập|soát xét|duyệt|đầu mối|đơn vị))?"
    r"(?: (?:biểu|phiếu|số liệu|thông tin))?"
)
_MOST_WORDS_OF_A_NAME = 6
_ABOUT = Spoken(r"^(?:v/v|về việc)\s*:?\s*")
_PAGE = Spoken(r"…|(?<!\w)(?:trang|page|of)(?!\w)|[/\-–|.:]")
_LONGEST = 1_000
"""Longer texts are never usual ones."""
_REMEMBERED = 2_000
_PIECES = re.compile(r"[\n|]|\s{3,}")
_AROUND = " \t*•+-–—_=.…:;,|“”\"'"


class UsualLines:
    """What may stand around the answers of one round's forms and tables without saying anything of them."""

    def __init__(self, vocabulary: Vocabulary, years: frozenset[int], period: str) -> None:
        """Begin for the ``years`` of the round, and the ``period`` as its forms name it."""
        self._vocabulary, self._years = vocabulary, frozenset(map(str, years))
        self._held: dict[str, bool] = {}
        self._own = _own_of(vocabulary, frozenset({period, *self._years} - {""}))

    def holds(self, text: str) -> bool:
        """Return whether a text, each of its lines, is one of those that everybody writes or that our forms print."""
        if len(text) > _LONGEST:
            return False
        if text not in self._held:
            if len(self._held) >= _REMEMBERED:
                self._held.clear()
            self._held[text] = self._holds(text)
        return self._held[text]

    def _holds(self, text: str) -> bool:
        if self.is_own(text) or ("\n" not in text and self._is_usual(text)):
            return True
        pieces = [each for each in _PIECES.split(text) if each.strip(_AROUND)]
        return not pieces or (len(pieces) > 1 and all(map(self._is_usual, pieces)))

    def is_of_pages(self, text: str) -> bool:
        """Return whether a text in the header or footer of pages only counts them, or names the form and its rulebook."""
        folded = fold_name(text)
        return not _PAGE.sub("", folded).strip() or folded.startswith(self._vocabulary.rulebook.id) or self.holds(text)

    def heads_own_row(self, text: str) -> bool:
        """Return whether a text begins a row of ours that no answer is read from: the worked example, or the count of blanks."""
        return fold_name(text) in self._own.rows

    def heads_own_column(self, heading: str) -> bool:
        """Return whether a column of ours has this heading that is only computed or printed, and never read."""
        return fold_name(heading) in self._own.columns

    def is_own(self, text: str) -> bool:
        """Return whether our forms and tables print a text."""
        folded = fold_name(text)
        own = self._own.texts
        return folded in own or _COUNTS.sub("0", folded) in own or text.startswith(MEND_SIGN) or says_carried(text)

    def _is_usual(self, text: str) -> bool:
        line = plain(text).strip(_AROUND)
        folded = fold_name(line)
        if (
            folded in self._own.texts
            or fold_label(line) in _STATE
            or part_of(line) is not None
            or is_closing(text)
            or _names_somebody(line)
        ):
            return True
        if self._is_name_of_ours(line) or self._is_measure(folded) or self._is_province(folded):
            return True
        return _is_grammatical(folded) or self._is_title(_ABOUT.sub("", folded)) or self._says_time(line)

    def _says_time(self, line: str) -> bool:
        """Return whether a line says that the answers are of the round; of a year that nobody knows, a note is made by itself."""
        times = times_said(line)
        if times is None or times.is_part or times.is_planned or times.is_open or times.is_of_before or times.is_over_years:
            return False
        if not self._years:
            return len(times.years) <= 1
        known = {int(each) for each in self._years}
        return not times.years or bool(times.years & known) or (times.is_made_later and max(times.years) == max(known) + 1)

    def _is_province(self, folded: str) -> bool:
        """Return whether a line names the people’s committee or council of the province; any, where the rulebook is of none."""
        found = _PROVINCE.fullmatch(folded)
        own = fold_name(self._vocabulary.rulebook.jurisdiction or "").removeprefix("tỉnh ")
        return found is not None and (not own or found[1] == own)

    def _is_measure(self, folded: str) -> bool:
        """Return whether a line says in what is counted, as the rulebook does for some question; another measure is asked about."""
        found = _MEASURE.fullmatch(folded)
        return (folded if found is None else fold_name(found[1])) in self._own.measures

    def _is_name_of_ours(self, line: str) -> bool:
        """Return whether a line is what a section, a criterion, a question or a column is called, numbered or not."""
        return self._vocabulary.heading(line) is not None or any(fold_label(each) in self._own.labels for each in loosened(line))

    def _is_title(self, folded: str) -> bool:
        """Return whether a line is called a form, table or report, and says nothing more than of what, for whom and of which year."""
        for own in self._own.phrases:
            folded = folded.replace(own, " ")
        words = _WORD.findall(folded)
        if not words or words[0] not in _PAPERS:
            return not words
        return all(each in _TITLE_WORDS or each in self._years or (not self._years and _A_YEAR.fullmatch(each)) for each in words)


def _is_grammatical(folded: str) -> bool:
    found = next((each for grammar in _GRAMMARS if (each := grammar.fullmatch(folded)) is not None), None)
    body = found.groupdict().get("body") if found is not None else None
    return found is not None and (not body or begins_like_a_body(body))


def _names_somebody(line: str) -> bool:
    """Return whether a line says who made or sent a form: “Người lập: Nguyễn Văn An”."""
    label, colon, name = line.partition(":")
    words = name.split()
    is_name = bool(words) and len(words) <= _MOST_WORDS_OF_A_NAME and all(each[:1].isupper() and each.isalpha() for each in words)
    return bool(colon) and is_name and _MAKER.fullmatch(fold_name(label)) is not None


class _Own(NamedTuple):
    """What our forms print, folded: whole texts, what labels begin numbered, and what titles are made of, the longest first."""

    texts: frozenset[str]
    labels: frozenset[str]
    phrases: tuple[str, ...]
    rows: frozenset[str]
    columns: frozenset[str]
    measures: frozenset[str]


_remembered: WeakKeyDictionary[Vocabulary, dict[frozenset[str], _Own]] = WeakKeyDictionary()


def _own_of(vocabulary: Vocabulary, periods: frozenset[str]) -> _Own:
    """Return what the forms of a rulebook print; worked out once for all files of a round."""
    remembered = _remembered.setdefault(vocabulary, {})
    if periods not in remembered:
        rulebook = vocabulary.rulebook
        texts = own_texts(rulebook, periods)
        names = [each.name for each in rulebook.all_criteria()]
        phrases = (rulebook.title, rulebook.jurisdiction or "", *(each.name for each in rulebook.groups))
        remembered[periods] = _Own(
            frozenset(map(fold_name, texts)),
            frozenset(fold_label(bare) for each in (*texts, *names) for bare in loosened(each)),
            tuple(sorted(filter(None, map(fold_name, phrases)), key=len, reverse=True)),
            frozenset(map(fold_name, own_rows())),
            frozenset(map(fold_name, own_columns())),
            frozenset(fold_name(each.measure) for each in rulebook.answers.values() if each.measure),
        )
    return remembered[periods]
