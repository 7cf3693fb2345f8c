"""Headers that people wrote: one row or several, headings over headings, each column with all that stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.layouts.qualifying import qualifies
from ictscore.survey.layouts.stacked import ASKING, Doubt, Stacks
from ictscore.survey.layouts.vocabulary import Heading, Meaning, Vocabulary, is_district
from ictscore.survey.typed.text_numbers import read_number

FIRST_ROWS = 500
"""In how many rows that hold something the first header is looked for: front pages are long, title blocks are not."""
_DEEPEST = 3
_MOST_NEAR = 300
_MOST_SUBHEADERS = 2


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of a header, and what they say of each column; ``taken`` are headings not worded as the rulebook words them."""

    top: int
    bottom: int
    columns: dict[int, Meaning]
    taken: dict[int, str]
    doubtful: dict[int, Doubt]
    unknown: dict[int, str]
    is_weak: bool = False
    """Whether the names of the units stand under a word that may mean something else, such as a measure."""

    @property
    def score(self) -> int:
        """Return how many different things it has columns of."""
        return len({*self.columns.values()})

    def is_enough(self) -> bool:
        """Return whether it may be the header of a table: it has columns of two things, and one of them is asked."""
        return self.score > 1 + self.is_weak and any(each.kind in ASKING for each in self.columns.values())

    def has_units(self) -> bool:
        """Return whether a column holds the names of units."""
        return any(each.kind == "unit" for each in self.columns.values())


class HeaderFinder:
    """Finds the headers of one sheet."""

    def __init__(self, lines: Lines, merged: Sequence[str], vocabulary: Vocabulary) -> None:
        """Look at the rows of a sheet, and at the cells merged there."""
        self._lines, self._vocabulary = lines, vocabulary
        self._rows = list(lines)
        self._stacks = Stacks(lines, merged, vocabulary)

    def find(self) -> list[Header]:
        """Return the headers from top to bottom: all that have a column of units, else the one that knows most columns."""
        found: list[Header] = []
        index = 0
        while index < len(self._rows) and (found or index < FIRST_ROWS):
            header = self._best_from(index)
            if header is None:
                index += 1
                continue
            header = self._narrowed(self._with_subheaders(header))
            found.append(header)
            while index < len(self._rows) and self._rows[index] <= header.bottom:
                index += 1
        with_units = [each for each in found if each.has_units()]
        return with_units or sorted(found, key=lambda each: -each.score)[:1]

    def nearly(self) -> list[Header]:
        """Return the first header that names the units and, instead of questions, has texts that look like some."""
        for row in self._rows[:FIRST_ROWS]:
            line = self._lines[row]
            if _MOST_NEAR >= len(line) > 1 and _holds_texts_only(line):
                header = self._compose((row,))
                if header.has_units() and not header.is_weak and any(map(self._vocabulary.nearest, header.unknown.values())):
                    return [header]
        return []

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
            known += sum(1 for cell in self._lines[rows[-1]].values() if heading(cell.text) is not None)
            if not known:
                continue
            deeper = self._compose(rows)
            if deeper.is_enough() and (best is None or deeper.score > best.score):
                best = deeper
        return best

    def _with_subheaders(self, header: Header) -> Header:
        """Return a header with the rows below it in which no unit stands, but texts below its headings."""
        units = [column for column, meaning in header.columns.items() if meaning.kind == "unit"]
        asking = {column for column, meaning in header.columns.items() if meaning.kind in ASKING} | {*header.doubtful, *header.unknown}
        for _ in range(_MOST_SUBHEADERS):
            row = header.bottom + 1
            line = self._lines.get(row)
            if not units or line is None or not _holds_texts_only(line) or any(text_of(line.get(column)) for column in units):
                return header
            if not any(column in line for column in asking):
                return header
            header = self._compose(range(header.top, row + 1))
        return header

    def _narrowed(self, header: Header) -> Header:
        """Return a header of which the columns are doubtful whose question a text above narrows."""
        asking = {column: each for column, each in header.columns.items() if each.kind in ASKING}
        above = header.top - 1
        line = self._lines.get(above, {})
        over = [text_of(line[column]) for column in asking if column in line] if _holds_texts_only(line) else []
        counts = len(over) > 1 or any(map(qualifies, over))
        rows = range(above if counts else header.top, header.bottom + 1)
        stacks = {column: self._stacks.above(rows, column) for column in asking} if len(rows) > 1 else {}
        found = {column: self._stacks.narrowed(stack, asking[column]) for column, stack in stacks.items()}
        doubtful = {column: doubt for column, doubt in found.items() if doubt is not None}
        columns = {column: each for column, each in header.columns.items() if column not in doubtful}
        return replace(header, columns=columns, doubtful=header.doubtful | doubtful) if doubtful else header

    def _compose(self, rows: Sequence[int]) -> Header:
        """Read the rows as one header."""
        found: dict[int, Heading] = {}
        texts: dict[int, str] = {}
        doubtful: dict[int, Doubt] = {}
        unknown: dict[int, str] = {}
        for column in self._stacks.columns(rows):
            stack = self._stacks.above(rows, column)
            if not stack:
                continue
            texts[column] = " / ".join(" ".join(each.text.split()) for each in stack)
            said = self._stacks.meaning(stack)
            if isinstance(said, Doubt):
                doubtful[column] = said
            elif said is None:
                unknown[column] = texts[column]
            else:
                found[column] = said
        districts = {column for column, each in found.items() if each.weak and is_district(self._stacks.above(rows, column)[-1].text)}
        columns, loose = self._settle(found, districts)
        unknown |= {column: texts[column] for column in found if column not in columns}
        known = {*columns.values()}
        unknown |= {column: texts[column] for column, doubt in doubtful.items() if doubt.meaning in known}
        doubtful = {column: doubt for column, doubt in doubtful.items() if doubt.meaning not in known}
        taken = {column: texts[column] for column in columns if column in loose}
        is_weak = any(found[column].weak for column, each in columns.items() if each.kind == "unit")
        return Header(rows[0], rows[-1], columns, taken, doubtful, unknown, is_weak)

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


def _holds_texts_only(line: Line) -> bool:
    """Return whether a row holds texts, and nothing that reads as a number."""
    return all(cell.kind == "text" and (not cell.text[:1].isdigit() or read_number(cell.text) is None) for cell in line.values())
