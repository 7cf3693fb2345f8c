"""Lines that everybody writes around answers and that say nothing of them; whatever is put into one, or behind it, makes it another."""

from __future__ import annotations

import re
from typing import NamedTuple
from weakref import WeakKeyDictionary

from ictscore.rulebook.groups import Group
from ictscore.survey.beside.closing_lines import is_day_of, is_thanks
from ictscore.survey.beside.contact_lines import is_contact
from ictscore.survey.beside.header_times import times_said
from ictscore.survey.beside.letter_lines import is_of_letter
from ictscore.survey.beside.usual_titles import COUNTED, UsualTitles
from ictscore.survey.labels.loose_labels import loosened, plain
from ictscore.survey.labels.unit_names import fold_label, fold_name
from ictscore.survey.layout import MEND_SIGN
from ictscore.survey.layouts.printed_words import names_stage, plain_part_of
from ictscore.survey.layouts.signatures import is_place_and_day
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.remarks.spoken import Spoken

_PROVINCE = Spoken(
    r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân) (?:tỉnh|thành phố)|tỉnh ủy|tỉnh uỷ|thành ủy|tỉnh|thành phố) "
    r"((?:[^\W\d_]+[ \-–]*){1,5})"
)
_OF_PROVINCE = re.compile(r"(?<!\w)tỉnh ([^\W\d_]+ [^\W\d_]+)")
_MEASURE = Spoken(r"\(?(?:đơn vị tính|đvt|đơn vị)\s*:\s*(.{1,40}?)\)?")
_DECISION = re.compile(r"(?:quyết định|qđ)(?: số\s*:?)?\s*(\d{1,5})\s*/")
_COUNTS = re.compile(r"\d+")
_BEFORE_A_NAME, _BEHIND_A_NAME = re.compile(r"^(?:Điểm|Points):\s*"), re.compile(r" – (?:Minh chứng|Evidence)$")
"""What a mark says that concerns points, or evidence."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OF_YEAR = r"\s*[,(–-]*\s*(?:năm|kỳ)?\s*({years})\)?|\s*\(?(?:tính )?(?:đến|tới)(?: hết)?(?: ngày)? 31/12/({years})\)?"
_ORDINAL = re.compile(r"\(?\d{1,3}(?:\.\d{1,3}){0,4}\)?[.)]?|\(?[IVX]{1,5}\)?[.)]?|\(?[a-hA-HđĐ]\)?[.)]?")
_PAGE = Spoken(r"…|(?<!\w)(?:trang|page|of)(?!\w)|[/\-–|.:]")
_END_OF_YEAR = (12, 31)
_LONGEST = 1_000
"""Longer texts are never usual ones."""
_REMEMBERED = 2_000
_PIECES = re.compile(r"[\n|]|\s{3,}")
_DRAWN = " \t\n\xa0*•+-–—_=.…:;,|/\\()[]“”\"'·"
"""What lines are drawn with; other signs may say something (“≈”, “✓”)."""


class UsualLines:
    """What may stand around the answers of one round's forms and tables without saying anything of them."""

    def __init__(self, vocabulary: Vocabulary, years: frozenset[int], period: str) -> None:
        """Begin for the ``years`` of the round, and the ``period`` as its forms name it."""
        self._vocabulary, self._years = vocabulary, years
        self._held: dict[tuple[str, bool], bool] = {}
        self._own = _own_of(vocabulary, frozenset({period, *map(str, years)} - {""}))
        told = "|".join(map(str, sorted(years))) or r"(?!)"
        self._of_year = re.compile(f"(?:{_OF_YEAR.format(years=told)})$")

    def holds(self, text: str, *, is_above: bool = False) -> bool:
        """Return whether a text, each of its lines, is one of those that everybody writes or that our forms print.

        ``is_above`` says that it stands above the answers, where a year is noted by itself if nobody knows that of the round.
        """
        if len(text) > _LONGEST:
            return False
        key = text, is_above
        if key not in self._held:
            if len(self._held) >= _REMEMBERED:
                self._held.clear()
            self._held[key] = self.is_own(text) or not self.unusual(text, is_above=is_above)
        return self._held[key]

    def unusual(self, text: str, *, is_above: bool = False) -> tuple[str, ...]:
        """Return the lines of a text that are not usual."""
        if "\n" not in text and self._is_usual(text, is_above=is_above):
            return ()
        pieces = [each for each in _PIECES.split(text) if each.strip(_DRAWN)]
        return tuple(each for each in pieces if not self._is_usual(each, is_above=is_above))

    def is_of_pages(self, text: str) -> bool:
        """Return whether a text in the header or footer of pages only counts them, or names the form and its rulebook."""
        folded = fold_name(text)
        return not _PAGE.sub("", folded).strip() or folded.startswith(self._vocabulary.rulebook.id) or self.holds(text)

    def heads(self, text: str) -> bool:
        """Return whether a text heads a column and says no more of it than what it holds, or that it is of the round."""
        bare = self._of_year.sub("", fold_name(plain(text)).rstrip(" :.*"))
        return plain_part_of(text) is not None or plain_part_of(bare) is not None or names_stage(text) or self._is_name_of_ours(text)

    def heads_own_row(self, text: str) -> bool:
        """Return whether a text begins a row of ours that no answer is read from: the worked example, or the count of blanks."""
        return fold_name(text) in self._own.rows

    def heads_own_column(self, heading: str) -> bool:
        """Return whether a column of ours has this heading that is only computed or printed, and never read."""
        return fold_name(heading) in self._own.columns

    def is_measure(self, text: str) -> bool:
        """Return whether a text is nothing but a measure of some question."""
        return fold_name(text) in self._own.measures

    def numbers_a_row(self, text: str) -> bool:
        """Return whether a text numbers a row: “1.2”, “II”, “a)”, or as the rulebook numbers a criterion."""
        return _ORDINAL.fullmatch(text) is not None or text.strip("().") in self._own.numbers

    def is_own(self, text: str) -> bool:
        """Return whether our forms and tables print a text."""
        folded = fold_name(text)
        own = self._own.texts
        if any(each.fullmatch(folded) for each in self._own.questions):
            return True
        return folded in own or _COUNTS.sub("0", folded) in own or (text.startswith(MEND_SIGN) and self._is_marked(text))

    def _is_marked(self, text: str) -> bool:
        """Return whether our sign for what is to be mended stands before a number or name of ours, and nothing more."""
        rest = text.removeprefix(MEND_SIGN).strip()
        named = _BEHIND_A_NAME.sub("", _BEFORE_A_NAME.sub("", rest))
        return (
            not rest or self.numbers_a_row(rest) or any(self.is_own(each) or self._is_name_of_ours(plain(each)) for each in (rest, named))
        )

    def asks(self, text: str) -> bool:
        """Return whether a text is what a question is called."""
        found = self._vocabulary.heading(" ".join(text.split()))
        return found is not None and found.meaning.kind == "answer"

    def group_of(self, text: str) -> str:
        """Return the group that a text is the name or the annex of, and nothing more; blank where it is none’s, or several’s."""
        folded = fold_label(plain(text).strip(" ()"))
        groups = {each.id for each in self._vocabulary.rulebook.groups if folded in _names_of(each)}
        return groups.pop() if len(groups) == 1 else ""

    def names_a_part(self, text: str) -> bool:
        """Return whether a text is what a section, a criterion or a question is called, numbered or not."""
        return self._is_name_of_ours(plain(text))

    def _is_usual(self, text: str, *, is_above: bool) -> bool:
        line = plain(text).strip(_DRAWN)
        if not line:
            return not text.strip(_DRAWN)
        folded = fold_name(line)
        if folded in self._own.texts or self._is_of_letter(text) or self._is_day(text) or is_thanks(text) or is_contact(text):
            return True
        if self._is_name_of_ours(line) or self._is_measure(folded) or self._is_province(folded):
            return True
        return self._own.titles.holds(text, any_year=is_above and not self._years) or self._says_time(line, is_above=is_above)

    def _is_of_letter(self, text: str) -> bool:
        """Return whether a line belongs to a letter, and names no other province, decision or time than the rulebook’s."""
        if not self._is_of_now(text):
            return False
        own = fold_name(self._vocabulary.rulebook.jurisdiction or "").removeprefix("tỉnh ")
        named = _OF_PROVINCE.findall(fold_name(plain(text)))
        return is_of_letter(text) and all(not own or f"{each} ".startswith(f"{own} ") or f"{own} ".startswith(f"{each} ") for each in named)

    def _is_day(self, text: str) -> bool:
        """Return whether a line is the day of a letter; a day alone may be that of the data, and is one only near the round."""
        if not is_place_and_day(text):
            return is_day_of(text) and self._is_of_now(text)
        years = {int(each) for each in _YEAR.findall(text)}
        is_alone = not any(map(str.isalpha, text))
        return not is_alone or bool(years & {each + later for each in self._years for later in (0, 1)})

    def _is_of_now(self, text: str) -> bool:
        """Return whether the decision that a line names is the rulebook’s, and its days are of the round or the year after, if any are."""
        rulebook = self._vocabulary.rulebook
        named, own = _DECISION.findall(fold_name(plain(text))), re.match(r"\d+", rulebook.decision.number or "")
        if named and own is not None:
            return own[0] in named
        years = {int(each) for each in _YEAR.findall(text)}
        return not years or not self._years or bool(years & {each + later for each in self._years for later in (0, 1)})

    def _says_time(self, line: str, *, is_above: bool) -> bool:
        """Return whether a line says that the answers are of the round."""
        times = times_said(line)
        if times is None or times.is_part or times.is_planned or times.is_open or times.is_of_before or times.is_over_years:
            return False
        if times.last is not None and (times.last.month, times.last.day) != _END_OF_YEAR and not (is_above and self._years):
            return False  # above the answers of a known round it was held against that
        if not self._years:
            return is_above and len(times.years) == 1
        is_later = times.is_made_later and max(times.years, default=0) == max(self._years) + 1
        if times.years - {each + later for each in self._years for later in (0, 1)}:
            return False  # several years, of which one is the round's
        return bool(times.years & self._years) or is_later

    def _is_province(self, folded: str) -> bool:
        """Return whether a line names the people’s committee or council of the province; any, where the rulebook is of none."""
        found = _PROVINCE.fullmatch(folded)
        own = fold_name(self._vocabulary.rulebook.jurisdiction or "").removeprefix("tỉnh ")
        return found is not None and (not own or found[1] == own)

    def _is_measure(self, folded: str) -> bool:
        """Return whether a line says in what is counted, as the rulebook does for some question; another measure is asked about."""
        found = _MEASURE.fullmatch(folded)
        return found is not None and self.is_measure(found[1])

    def _is_name_of_ours(self, line: str) -> bool:
        """Return whether a line is what a section, a criterion, a question or a column is called, numbered or not."""
        if COUNTED.match(line):
            return False
        return self._vocabulary.heading(line) is not None or any(fold_label(each) in self._own.labels for each in loosened(line))


def _names_of(group: Group) -> set[str]:
    return {fold_label(group.name), *({fold_label(f"Phụ lục {group.annex}")} if group.annex else ())}


class _Own(NamedTuple):
    """What our forms print, folded: whole texts, what labels begin numbered, titles, and headings of what is never read."""

    texts: frozenset[str]
    labels: frozenset[str]
    titles: UsualTitles
    rows: frozenset[str]
    columns: frozenset[str]
    measures: frozenset[str]
    numbers: frozenset[str]
    questions: tuple[re.Pattern[str], ...]


_remembered: WeakKeyDictionary[Vocabulary, dict[frozenset[str], _Own]] = WeakKeyDictionary()


def _own_of(vocabulary: Vocabulary, periods: frozenset[str]) -> _Own:
    """Return what the forms of a rulebook print; worked out once for all files of a round."""
    from ictscore.survey.blank.own_texts import ANY, own_columns, own_questions, own_rows, own_texts  # noqa: PLC0415 - what writes forms is read by then only

    remembered = _remembered.setdefault(vocabulary, {})
    if periods not in remembered:
        rulebook = vocabulary.rulebook
        texts = own_texts(rulebook, periods)
        names = [each.name for each in rulebook.all_criteria()]
        titles = (rulebook.title, rulebook.jurisdiction or "", *(each.name for each in rulebook.groups))
        remembered[periods] = _Own(
            frozenset(map(fold_name, texts)),
            frozenset(fold_label(bare) for each in (*texts, *names) for bare in loosened(each)) - {""},
            UsualTitles(titles, periods),
            frozenset(map(fold_name, own_rows())),
            frozenset(map(fold_name, own_columns())),
            frozenset(fold_name(each.measure) for each in rulebook.answers.values() if each.measure),
            frozenset(each.number for each in rulebook.all_criteria() if each.number),
            tuple(re.compile(re.escape(fold_name(each)).replace(re.escape(ANY), ".{1,200}")) for each in own_questions()),
        )
    return remembered[periods]
