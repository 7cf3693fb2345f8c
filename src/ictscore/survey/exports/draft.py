"""A draft of a mapping: what each column of an export holds as far as its title says it, and what people have to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ictscore.expr.values import Blank
from ictscore.places import Place, column_letters
from ictscore.survey.exports.mapping import title_key
from ictscore.survey.exports.meanings import as_written
from ictscore.survey.exports.recognise import Recogniser
from ictscore.survey.exports.titles import titles_of
from ictscore.survey.exports.tools import is_of_the_tool, submitted_among
from ictscore.survey.exports.typist import word_of
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import STAMP_SHEET
from ictscore.survey.layouts.lines import Lines, lines_of, text_of
from ictscore.survey.layouts.vocabulary import WHO_KINDS, Kind, Meaning, Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Cell, Workbook
from ictscore.survey.typed.answers import Typist

_ROWS_LOOKED_AT = 20
_MOST_WORDS = 30
_MOST_UNITS = 5
_IN_WORDS = ("yes_no", "choice")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the export: its letters and title; ``slip`` is the label that its title is a slip away from."""

    letters: str
    title: str
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A column that people have to decide about, with the questions it may hold; ``is_twice`` where another has the same title."""

    column: Column
    candidates: tuple[str, ...] = ()
    is_twice: bool = False


@dataclass(slots=True)
class MappingDraft:
    """What was recognised; ``units`` are columns that may hold the units where none does for certain.

    ``by_values`` says that the units' column is known by the names in it. ``words`` are those of answers that are not understood, with how
    often they stand; ``understood`` those that would be noted cell by cell, with what they are taken for.
    """

    who: dict[Kind, Column] = field(default_factory=dict)
    by_values: bool = False
    units: list[Column] = field(default_factory=list)
    submitted: Column | None = None
    columns: dict[str, Column] = field(default_factory=dict)
    doubtful: list[Doubtful] = field(default_factory=list)
    ignored: list[Column] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    words: dict[str, Counter[str]] = field(default_factory=dict)
    understood: dict[str, dict[str, str]] = field(default_factory=dict)
    is_enough: bool = False
    """Whether some group has a column for every answer it has to give."""

    @property
    def is_complete(self) -> bool:
        """Return whether nothing is left to decide."""
        return "unit" in self.who and not self.doubtful and not self.words and self.is_enough


def draft_mapping(book: Workbook, vocabulary: Vocabulary, listed: frozenset[str]) -> MappingDraft:
    """Return a draft for an export; ``listed`` are the names of the list of units, folded."""
    recogniser = Recogniser(vocabulary)
    sheets = [lines_of(each) for each in book.sheets if each.name != STAMP_SHEET]
    rows = [(known, -at, row, lines) for at, lines in enumerate(sheets) for known, row in [_best_row(lines, recogniser)] if row]
    if not rows:
        return MappingDraft()
    _, _, row, lines = max(rows, key=lambda each: each[:2])
    return _Drafter(lines, row, recogniser, vocabulary, listed).draft()


def _best_row(lines: Lines, recogniser: Recogniser) -> tuple[int, int]:
    """Return how many titles are known in the row of a sheet that has most of them, and that row; else the first that has two."""
    best = (0, next((row for row, line in lines.items() if len(titles_of(line)) > 1), 0))
    for row in list(lines)[:_ROWS_LOOKED_AT]:
        known = sum(1 for each in titles_of(lines[row]).values() if is_of_the_tool(each) or recogniser.recognise(each) is not None)
        if known > max(best[0], 1):
            best = (known, row)
    return best


class _Drafter:
    """Drafts the mapping of one sheet."""

    def __init__(self, lines: Lines, row: int, recogniser: Recogniser, vocabulary: Vocabulary, listed: frozenset[str]) -> None:
        self._recogniser, self._vocabulary, self._listed = recogniser, vocabulary, listed
        self._titles = titles_of(lines[row])
        self._below = [line for other, line in lines.items() if other > row]
        keys = Counter(map(title_key, self._titles.values()))
        self._twice = {column for column, text in self._titles.items() if keys[title_key(text)] > 1}
        self._left = {column: text for column, text in self._titles.items() if column not in self._twice}
        self._made = MappingDraft()

    def draft(self) -> MappingDraft:
        made = self._made
        self._take_known()
        if "unit" not in made.who:
            self._look_for_units()
        tools = [column for column, text in self._left.items() if is_of_the_tool(text)]
        time = submitted_among([self._left[column] for column in tools])
        for column in tools:
            if made.submitted is None and self._left[column] == time:
                made.submitted = self._column(column)
            else:
                made.ignored.append(self._column(column))
            del self._left[column]
        for column, text in self._titles.items():
            if column in self._left or column in self._twice:
                self._doubt(column, text)
        self._take_words()
        self._count()
        return made

    def _column(self, column: int, slip: str = "") -> Column:
        return Column(column_letters(column), self._titles[column], slip)

    def _take_known(self) -> None:
        """Take the columns whose titles mean something, each thing where only one column holds it; slips stand behind all others."""
        found = {column: each for column, text in self._left.items() if (each := self._recogniser.recognise(text)) is not None}
        claimed: set[Meaning] = set()
        for is_near in (False, True):
            ranked = {column: each for column, each in found.items() if bool(each.slip or each.heading.weak) is is_near}
            counts = Counter(each.heading.meaning for each in ranked.values())
            for column, each in ranked.items():
                meaning = each.heading.meaning
                if counts[meaning] > 1 or meaning in claimed or (meaning.kind == "answer" and meaning.stage != "self"):
                    continue
                if meaning.kind in WHO_KINDS and meaning.kind not in self._made.who:
                    self._made.who[meaning.kind] = self._column(column)
                elif meaning.kind == "answer" and meaning.id not in self._made.columns:
                    self._made.columns[meaning.id] = self._column(column, each.slip)
                else:
                    continue
                del self._left[column]
            claimed |= counts.keys()

    def _look_for_units(self) -> None:
        """Look for the column in which the names of the list of units stand."""
        texts = {column: [text for line in self._below if (text := text_of(line.get(column)))] for column in self._left}
        named = [column for column, each in texts.items() if each and 2 * sum(fold_name(text) in self._listed for text in each) > len(each)]
        if len(named) == 1:
            self._made.who["unit"] = self._column(named[0])
            self._made.by_values = True
            del self._left[named[0]]
            return
        distinct = [column for column, each in texts.items() if len({*each}) > 1 and any(map(str.isalpha, "".join(each)))]
        chosen = named or [column for column in distinct if not is_of_the_tool(self._left[column])]
        self._made.units = [self._column(column) for column in chosen[:_MOST_UNITS]]

    def _doubt(self, column: int, text: str) -> None:
        known = self._recogniser.recognise(text)
        own = (known.heading.meaning.id,) if known is not None and known.heading.meaning.kind == "answer" else ()
        candidates = dict.fromkeys((*own, *self._recogniser.candidates(text)))
        self._made.doubtful.append(Doubtful(self._column(column), tuple(candidates), column in self._twice))

    def _take_words(self) -> None:
        """Collect the words of yes-no answers and choices that are not understood, and those that are understood with a note."""
        numbers = {each: number for number, each in ((number, column_letters(number)) for number in self._titles)}
        for name, column in self._made.columns.items():
            question, notes = self._vocabulary.questions[name], Notes()
            typist = Typist(notes, from_csv=True)
            if question.type not in _IN_WORDS:
                continue
            words: Counter[str] = Counter()
            understood: dict[str, str] = {}
            for cell in self._cells(numbers[column.letters]):
                before, value = notes.total, typist.type(question, cell, Place())
                if isinstance(value, Blank) and value.kind == "unreadable":
                    words[word_of(cell)] += 1
                elif notes.total > before:
                    understood[word_of(cell)] = as_written(question, value)
            if understood:
                self._made.understood[name] = dict(sorted(understood.items())[:_MOST_WORDS])
            if words:
                self._made.words[name] = Counter(dict(words.most_common(_MOST_WORDS)))

    def _cells(self, column: int) -> Iterator[Cell]:
        return (cell for line in self._below if (cell := line.get(column)) is not None and cell.kind in ("text", "number", "yes_no"))

    def _count(self) -> None:
        """Say which answers that have to be given have no column."""
        questions, made = self._vocabulary.questions, self._made
        made.lacking = [name for name, each in questions.items() if each.required and name not in made.columns]
        groups = [self._vocabulary.asked(group.id) for group in self._vocabulary.rulebook.groups]
        made.is_enough = any(not {*made.lacking}.intersection(asked) for asked in groups if asked)
