"""By what columns differ that could each hold the answers, as their headings say it, and which of them is of the round."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from ictscore.rulebook.model import Rulebook
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layouts.odd_headings import is_not_of_what_was_done
from ictscore.words import N_, Phrase, phrase

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PART = re.compile(
    r"\b\d{1,2} tháng\b|\btháng \d|\bquý (?:\d|[ivx]+\b)|\bnửa (?:đầu |cuối )?năm\b|\b(?:đầu|cuối) năm\b|\b(?:six|\d) months\b|\bhalf\b"
)
_FORMER = re.compile(r"\b(?:năm|kỳ) (?:trước|ngoái)\b|\bcùng kỳ\b|\bprevious\b|\blast year\b")


class Differ(NamedTuple):
    """By what columns differ, and how the one to keep is described; both blank where the headings do not say it."""

    by: Phrase | str = ""
    keep: Phrase | str = ""


def differ(columns: Sequence[int], texts: Mapping[int, str], named: Mapping[int, str], rulebook: Rulebook) -> Differ:
    """Return by what two or more columns with these headings differ; ``named`` is how messages call them."""
    said = {column: fold_name(texts.get(column, "")) for column in columns}
    years = {column: {int(each) for each in _YEAR.findall(text)} for column, text in said.items()}
    rounds = {*(rulebook.rounds.years if rulebook.rounds is not None else ())}
    if all(years.values()) and len({frozenset(each) for each in years.values()}) > 1:
        kept = [column for column in columns if years[column] <= rounds]
        is_one = len(kept) == 1 and not any(years[column] & rounds for column in columns if column not in kept)
        round_ = tuple(str(each) for each in sorted(rounds))
        keep = (
            phrase(N_("; the column of the round ({known}) is {column}"), known=round_, column=named[kept[0]])
            if is_one
            else _of_the_round(round_)
        )
        return Differ(phrase(N_(" (they differ by the year)")), keep)
    for by, keep, is_other in _WAYS:
        others = [column for column in columns if is_other(said[column])]
        rest = [column for column in columns if column not in others]
        if others and len(rest) == 1 and said[rest[0]]:
            return Differ(phrase(by), phrase(keep, column=named[rest[0]]))
    return Differ()


def _of_the_round(known: tuple[str, ...]) -> Phrase | str:
    return phrase(N_("; keep the figures of the round ({known})"), known=known) if known else ""


def _is_part(text: str) -> bool:
    return _PART.search(text) is not None and "12 tháng" not in text


def _is_former(text: str) -> bool:
    return _FORMER.search(text) is not None


_WAYS: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    (N_(" (one is of this time, the other of an earlier one)"), N_("; the column of this time is {column}"), _is_former),
    (
        N_(" (one says what was planned or estimated, the other what was done)"),
        N_("; the column of what was done is {column}"),
        is_not_of_what_was_done,
    ),
    (N_(" (one is of a part of the year, the other of all of it)"), N_("; the column of the whole year is {column}"), _is_part),
)
"""What may set one column apart from the others: what is said of that, of the column to keep, and whether a heading says it."""
