"""Headers that people wrote: one row or several, headings over headings, each column with all that stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ictscore.survey.lines import Line, Lines, text_of
from ictscore.survey.loose_labels import plain
from ictscore.survey.sheets.addresses import parse_range
from ictscore.survey.text_numbers import read_number
from ictscore.survey.unit_names import fold_label, fold_name
from ictscore.survey.vocabulary import Heading, Meaning, Vocabulary, is_district

FIRST_ROWS = 500
"""In how many rows that hold something the first header is looked for: front pages are long, title blocks are not."""
_DEEPEST = 3
_MOST_SUBHEADERS = 2
_MOST_MERGED = 20_000
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])\)?(?:\s*=\s*[\d()+\-*/: ]+)?")
_ASKING = ("answer", "points")


class Doubt(NamedTuple):
    """A column whose heading stands over a text that nobody knows: what both say, and what the heading alone would mean."""

    read: str
    below: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of a header, and what they say of each column; ``taken`` are headings not worded as the rulebook words them."""

    top: int
    bottom: int
    columns: dict[int, Meaning]
    taken: dict[int, str]
    doubtful: dict[int, Doubt]
    unknown: dict[int, str]

    @property
    def score(self) -> int:
        """Return how many different things it has columns of."""
        return len({*self.columns.values()})

    def is_enough(self) -> bool:
        """Return whether it may be the header of a table: it has columns of two things, and one of them is asked."""
        return self.score > 1 and any(each.kind in _ASKING for each in self.columns.values())

    def has_units(self) -> bool:
        """Return whether a column holds the names of units."""
        return any(each.kind == "unit" for each in self.columns.values())


class _Text(NamedTuple):
    """A text of a header; ``wide`` where it is merged over several columns."""

    text: str
    wide: bool


class HeaderFinder:
    """Finds the headers of one sheet."""

    def __init__(self, lines: Lines, merged: Sequence[str], vocabulary: Vocabulary) -> None:
        """Look at the rows of a sheet, and at the cells merged there."""
        self._lines, self._vocabulary = lines, vocabulary
        self._rows = list(lines)
        self._merged = merged
        self._own_stage = {fold_label(stage.name) for stage in vocabulary.rulebook.stages if stage.id == "self"}
        self._anchors: dict[tuple[int, int], tuple[int, int, bool]] | None = None

    def find(self) -> list[Header]:
        """Return the headers from top to bottom: all that have a column of units, else the one that knows most columns."""
        found: list[Header] = []
        index = 0
        while index < len(self._rows) and (found or index < FIRST_ROWS):
            header = self._best_from(index)
            if header is None:
                index += 1
                continue
            header = self._with_subheaders(header)
            found.append(header)
            while index < len(self._rows) and self._rows[index] <= header.bottom:
                index += 1
        with_units = [each for each in found if each.has_units()]
        return with_units or sorted(found, key=lambda each: -each.score)[:1]

    def summaries(self, first: int, last: int) -> Iterator[Header]:
        """Yield the headers without a column of units that stand between two rows."""
        for index, row in enumerate(self._rows):
            if first <= row <= last:
                header = self._best_from(index)
                if header is not None and header.top == row and not header.has_units():
                    yield header

    def _best_from(self, index: int) -> Header | None:
        """Return the header that knows most columns, in as few rows as do, of those that begin with a row or within its own rows."""
        best = self._at(index)
        if best is None:
            return None
        last = min(index + _DEEPEST, len(self._rows))
        later = (self._at(other) for other in range(index + 1, last) if self._rows[other] <= best.bottom)
        return max((best, *filter(None, later)), key=lambda each: (each.score, each.top - each.bottom))

    def _at(self, index: int) -> Header | None:
        """Return the header that begins with a row and knows most columns, in as few rows as do."""
        line = self._lines[self._rows[index]]
        heading = self._vocabulary.heading
        known = sum(1 for cell in line.values() if cell.kind == "text" and heading(cell.text) is not None)
        is_text = _holds_texts_only(line)
        best = self._compose((self._rows[index],)) if known > 1 else None
        if best is not None and not best.is_enough():
            best = None
        if not is_text or len(line) < 2:  # noqa: PLR2004 - a single text is a title
            return best
        for depth in range(2, _DEEPEST + 1):
            rows = self._rows[index : index + depth]
            if len(rows) < depth or rows[-1] - rows[0] != depth - 1 or not _holds_texts_only(self._lines[rows[-1]]):
                break
            deeper = self._compose(rows)
            if deeper.is_enough() and (best is None or deeper.score > best.score):
                best = deeper
        return best

    def _with_subheaders(self, header: Header) -> Header:
        """Return a header with the rows below it in which no unit stands, but texts below its headings."""
        units = [column for column, meaning in header.columns.items() if meaning.kind == "unit"]
        asking = {column for column, meaning in header.columns.items() if meaning.kind in _ASKING} | {*header.doubtful, *header.unknown}
        for _ in range(_MOST_SUBHEADERS):
            row = header.bottom + 1
            line = self._lines.get(row)
            if not units or line is None or not _holds_texts_only(line) or any(text_of(line.get(column)) for column in units):
                return header
            if not any(column in line for column in asking):
                return header
            header = self._compose(range(header.top, row + 1))
        return header

    def _compose(self, rows: Sequence[int]) -> Header:
        """Read the rows as one header."""
        found: dict[int, Heading] = {}
        texts: dict[int, str] = {}
        doubtful: dict[int, Doubt] = {}
        unknown: dict[int, str] = {}
        for column in self._columns(rows):
            stack = self._stack(rows, column)
            if not stack:
                continue
            texts[column] = " / ".join(" ".join(each.text.split()) for each in stack)
            said = self._resolve(stack)
            if isinstance(said, Doubt):
                doubtful[column] = said
            elif said is None:
                unknown[column] = texts[column]
            else:
                found[column] = said
        districts = {column for column, each in found.items() if each.weak and is_district(self._stack(rows, column)[-1].text)}
        columns, loose = self._settle(found, districts)
        unknown |= {column: texts[column] for column in found if column not in columns}
        known = {*columns.values()}
        unknown |= {column: texts[column] for column, doubt in doubtful.items() if doubt.meaning in known}
        doubtful = {column: doubt for column, doubt in doubtful.items() if doubt.meaning not in known}
        taken = {column: texts[column] for column in columns if column in loose}
        return Header(rows[0], rows[-1], columns, taken, doubtful, unknown)

    def _settle(self, found: dict[int, Heading], districts: set[int]) -> tuple[dict[int, Meaning], set[int]]:
        """Return what the columns hold and which were read loosely; other words for units hold only where no column says it plainly."""
        strong = {column: each for column, each in found.items() if not each.weak}
        columns = {column: each.meaning for column, each in strong.items()}
        kinds = {each.kind for each in columns.values()}
        smaller = [column for column, each in found.items() if each.weak and column not in districts]
        if "unit" not in kinds:
            columns |= {column: Meaning("unit") for column in (smaller or districts)}
        if "parent" not in kinds and len(districts) == 1 and not districts & columns.keys() and self._parents_count():
            columns |= {column: Meaning("parent") for column in districts}
        return columns, {column for column in columns if found[column].loose}

    def _parents_count(self) -> bool:
        return any(group.ranked_within == "parent" for group in self._vocabulary.rulebook.groups)

    def _columns(self, rows: Sequence[int]) -> list[int]:
        own = {column for row in rows for column in self._lines.get(row, ())}
        if len(rows) > 1:
            own |= {column for row, column in self._merges() if row in rows}
        return sorted(own)

    def _stack(self, rows: Sequence[int], column: int) -> list[_Text]:
        """Return the texts above a column, those of merged cells in each of their columns."""
        if len(rows) == 1:
            text = text_of(self._lines[rows[0]].get(column))
            return [_Text(text, wide=False)] if self._says_something(text) else []
        texts = []
        for row in rows:
            cell, anchor = self._lines.get(row, {}).get(column), self._merges().get((row, column))
            if cell is None and anchor is not None and anchor[0] == row:
                cell = self._lines.get(anchor[0], {}).get(anchor[1])
            text = text_of(cell)
            if self._says_something(text):
                texts.append(_Text(text, wide=anchor is not None and anchor[2]))
        return texts

    def _says_something(self, text: str) -> bool:
        return bool(text) and (not _COLUMN_NUMBER.fullmatch(text) or self._vocabulary.heading(text) is not None)

    def _merges(self) -> dict[tuple[int, int], tuple[int, int, bool]]:
        """Return for every merged cell the row and column of its text, and whether it goes over several columns."""
        if self._anchors is None:
            self._anchors = {}
            for text in self._merged:
                area = parse_range(text)
                if area is None or area.size > _MOST_MERGED or len(self._anchors) > _MOST_MERGED:
                    continue
                for row in range(area.top, area.bottom + 1):
                    for column in range(area.left, area.right + 1):
                        self._anchors[row, column] = (area.top, area.left, area.right > area.left)
        return self._anchors

    def _resolve(self, stack: list[_Text]) -> Heading | Doubt | None:
        """Return what a column's texts mean together."""
        if len(stack) > 1:
            above = self._resolve(stack[:-1])
            if isinstance(above, Heading) and self._is_measure(stack[-1].text, above.meaning):
                return above
        for start in range(len(stack)):
            found = self._joined([each.text for each in stack[start:]])
            if found is not None:
                return self._against(stack[:start], found, stack[start].text)
        for end in range(len(stack) - 1, 0, -1):
            found = next((each for start in range(end) if (each := self._joined([text.text for text in stack[start:end]]))), None)
            if found is None:
                continue
            if found.meaning.kind not in _ASKING:
                return None if any(each.wide for each in stack[:end]) else found
            return Doubt(stack[end - 1].text, stack[end].text, found.meaning)
        return None

    def _against(self, above: list[_Text], found: Heading, text: str) -> Heading | Doubt:
        """Return what a text means, unless the column's own heading above it says something else."""
        for each in above:
            other = self._vocabulary.heading(each.text) if not each.wide else None
            if other is not None and other.meaning.kind in _ASKING and other.meaning[:2] != found.meaning[:2]:
                return Doubt(each.text, text, other.meaning)
        return found

    def _joined(self, texts: list[str]) -> Heading | None:
        """Return what texts below each other mean when they are read as one."""
        heading = self._vocabulary.heading
        if len(texts) == 1:
            return heading(texts[0])
        if fold_label(texts[-1]) in self._own_stage:
            return self._joined(texts[:-1])
        for between in (" ", " – ", ", ", ": "):
            found = heading(between.join(texts))
            if found is not None:
                return found._replace(loose=found.loose or between == " ")
        return None

    def _is_measure(self, text: str, meaning: Meaning) -> bool:
        """Return whether a text below a heading is only the measure of its question."""
        if meaning.kind != "answer":
            return False
        spec = self._vocabulary.rulebook.answers[meaning.id]
        bare = plain(text).strip("()[] ")
        told, _, measure = bare.rpartition(":")
        said = measure if fold_name(told) in ("đvt", "đơn vị tính", "đơn vị") else bare
        return fold_label(said) == fold_label(spec.measure or ("%" if spec.type == "percent" else "\0"))


def _holds_texts_only(line: Line) -> bool:
    """Return whether a row holds texts, and nothing that reads as a number."""
    return all(cell.kind == "text" and (not cell.text[:1].isdigit() or read_number(cell.text) is None) for cell in line.values())
