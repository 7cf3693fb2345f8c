"""Headings over headings: all that stands above a column, and what it means together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_label, fold_name
from ictscore.survey.layouts.lines import Lines, text_of
from ictscore.survey.layouts.qualifying import is_of_another_time, is_plain, qualifies, section_names
from ictscore.survey.layouts.vocabulary import Heading, Meaning, Vocabulary
from ictscore.survey.sheets.addresses import parse_range

ASKING = ("answer", "points")
_MOST_MERGED = 20_000
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])\)?(?:\s*=\s*[\d()+\-*/: ]+)?")


class Doubt(NamedTuple):
    """A column whose heading stands over a text that nobody knows: what both say, and what the heading alone would mean."""

    read: str
    below: str
    meaning: Meaning


class Text(NamedTuple):
    """A text above a column; ``wide`` where it is merged over several columns, ``spans`` where its row has headings of parts."""

    text: str
    wide: bool
    spans: bool = False


class Stacks:
    """The texts above each column of a sheet."""

    def __init__(self, lines: Lines, merged: Sequence[str], vocabulary: Vocabulary) -> None:
        """Look at the rows of a sheet, and at the cells merged there."""
        self._lines, self._merged, self._vocabulary = lines, merged, vocabulary
        self._own_stage = {fold_label(stage.name) for stage in vocabulary.rulebook.stages if stage.id == "self"}
        self._wide_rows: set[int] = set()
        self._sections = section_names(vocabulary.rulebook)
        self._anchors: dict[tuple[int, int], tuple[int, int, bool]] | None = None

    def columns(self, rows: Sequence[int]) -> list[int]:
        """Return the columns that have a text in these rows."""
        own = {column for row in rows for column in self._lines.get(row, ())}
        if len(rows) > 1:
            own |= {column for row, column in self._merges() if row in rows}
        return sorted(own)

    def above(self, rows: Sequence[int], column: int) -> list[Text]:
        """Return the texts above a column, those of merged cells in each of their columns."""
        if len(rows) == 1:
            text = text_of(self._lines[rows[0]].get(column))
            return [Text(text, wide=False)] if self._says_something(text) else []
        texts = []
        for row in rows:
            cell, anchor = self._lines.get(row, {}).get(column), self._merges().get((row, column))
            if cell is None and anchor is not None and anchor[0] == row:
                cell = self._lines.get(anchor[0], {}).get(anchor[1])
            text = text_of(cell)
            if self._says_something(text):
                is_wide = anchor is not None and anchor[2]
                texts.append(Text(text, is_wide, row != rows[-1] and self._spans(row, rows[-1])))
        return texts

    def _spans(self, row: int, below: int) -> bool:
        """Return whether some text of a row stands over several columns: merged, or with nothing to its right where there is a column."""
        line, lowest = self._lines.get(row, {}), self._lines.get(below, {})
        self._merges()
        if row in self._wide_rows:
            return True
        filled = (column for column, cell in line.items() if text_of(cell) and column in lowest)
        return any(column + 1 in lowest and not text_of(line.get(column + 1)) for column in filled)

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
                self._wide_rows |= {area.top} if area.right > area.left else set()
                for row in range(area.top, area.bottom + 1):
                    for column in range(area.left, area.right + 1):
                        self._anchors[row, column] = (area.top, area.left, area.right > area.left)
        return self._anchors

    def meaning(self, stack: list[Text]) -> Heading | Doubt | None:
        """Return what a column's texts mean together."""
        if len(stack) > 1:
            above = self.meaning(stack[:-1])
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
            if found.meaning.kind not in ASKING:
                return None if any(each.wide for each in stack[:end]) else found
            return Doubt(stack[end - 1].text, stack[end].text, found.meaning)
        return None

    def _against(self, above: list[Text], found: Heading, text: str) -> Heading | Doubt:
        """Return what a text means, unless the column's own heading above it says something else."""
        for each in above:
            other = self._vocabulary.heading(each.text) if not each.wide else None
            if other is not None and other.meaning.kind in ASKING and other.meaning[:2] != found.meaning[:2]:
                return Doubt(each.text, text, other.meaning)
        return found

    def narrowed(self, stack: list[Text], meaning: Meaning) -> Doubt | None:
        """Return the text above a question's heading that may say that the column holds something else than is asked."""
        for start in range(len(stack)):
            end = len(stack) - (start + 1 < len(stack) and self._is_measure(stack[-1].text, meaning))
            found = self._joined([each.text for each in stack[start:end]])
            if found is not None and found.meaning[:2] == meaning[:2]:
                above = next((each for each in stack[:start] if self._narrows(each)), None)
                return Doubt(above.text, stack[start].text, meaning) if above is not None else None
        return None

    def _narrows(self, above: Text) -> bool:
        if above.wide:
            return is_of_another_time(above.text)
        return qualifies(above.text) if above.spans else not is_plain(above.text, self._sections)

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
