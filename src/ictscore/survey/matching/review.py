"""The workbook in which what is not clear about unit names is asked, with a list to choose each answer from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.units import UnitList
from ictscore.survey.blank.front import in_language
from ictscore.survey.blank.looks import Styles, height_for
from ictscore.survey.blank.validations import Lists
from ictscore.survey.blank.writing import Book, Sheet, put, span, workbook_bytes
from ictscore.survey.layout import STAMP_SHEET
from ictscore.survey.matching.alphabet import in_order
from ictscore.survey.matching.answers import Answers
from ictscore.survey.matching.questions import COLUMNS, KIND, Asked, kept_name, nobody, option_of
from ictscore.words import tr

_WIDTHS = (30.0, 20.0, 34.0, 46.0, 46.0)
_TITLE, _GUIDE, _MARKS, _HEAD, _FIRST = range(5)
_ANSWER = COLUMNS.index("#answer")


def review_workbook(asked: Sequence[Asked], loaded: LoadedRulebook, units: UnitList, answers: Answers | None = None) -> bytes:
    """Return the workbook that asks which unit each spelling means, in the rulebook's language; it has earlier ``answers`` filled in."""
    with in_language(loaded.rulebook.language):
        review = _Review((*_answered(answers, units, loaded.rulebook.language), *((each, "") for each in asked)), loaded, units)
        return workbook_bytes(tr("Which unit is meant?"), loaded.rulebook.title, review.build)


def _answered(answers: Answers | None, units: UnitList, language: str) -> Iterator[tuple[Asked, str]]:
    """Yield earlier answers as questions with their answer."""
    for each in answers.answered if answers is not None else ():
        told = option_of(each.unit, units) if each.unit is not None else nobody(language)
        yield Asked(each.read, Place(each.file), ()), told


class _Review:
    """The pages of one workbook of questions."""

    def __init__(self, asked: Sequence[tuple[Asked, str]], loaded: LoadedRulebook, units: UnitList) -> None:
        self._asked, self._loaded = asked, loaded
        options = sorted((option_of(each, units) for each in units.units), key=in_order)
        self._options = (*options, nobody(loaded.rulebook.language))
        self._lists = Lists()

    def build(self, book: Book) -> None:
        sheet = book.add_worksheet(tr("Unit names"))
        styles = Styles(book)
        for column, (mark, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            put(sheet, _MARKS, column, mark)
        sheet.set_row(_MARKS, None, None, {"hidden": True})
        self._head(sheet, styles)
        for offset, (each, answer) in enumerate(self._asked):
            self._row(sheet, styles, _FIRST + offset, each, answer)
        sheet.freeze_panes(_FIRST, 0)
        sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD)
        self._lists.write(book)
        self._stamp(book)

    def _head(self, sheet: Sheet, styles: Styles) -> None:
        columns = (0, len(COLUMNS) - 1)
        guide = tr(
            "Choose in the yellow column the unit each name means; choose “{nobody}” for one that is in no list. Save the file as"
            " unit-matches.xlsx beside the folder of the survey: the answers are remembered.",
            nobody=self._options[-1],
        )
        span(sheet, _TITLE, columns, tr("Which unit is meant?"), styles.get("title"))
        span(sheet, _GUIDE, columns, guide, styles.get("guide"))
        sheet.set_row(_GUIDE, height_for([(guide, sum(_WIDTHS))]))
        for column, text in enumerate((tr("File"), tr("Place"), tr("Name read"), tr("It may be"), tr("It is (choose)"))):
            put(sheet, _HEAD, column, text, styles.get("head"))

    def _row(self, sheet: Sheet, styles: Styles, row: int, asked: Asked, answer: str) -> None:
        place = asked.place
        spot = f"{place.sheet}!{place.cell}" if place.cell else place.sheet
        texts = (kept_name(place.file), spot, asked.read, "\n".join(asked.candidates))
        for column, text in enumerate(texts):
            put(sheet, row, column, text, styles.get("cell"))
        put(sheet, row, _ANSWER, answer, styles.get("name"))
        sheet.data_validation(
            row,
            _ANSWER,
            row,
            _ANSWER,
            {
                "validate": "list",
                "source": self._lists.range_of(self._options),
                "error_title": tr("This is not accepted"),
                "error_message": tr("Choose from the list."),
            },
        )
        sheet.set_row(row, height_for(zip(texts, _WIDTHS, strict=False)))

    def _stamp(self, book: Book) -> None:
        sheet = book.add_worksheet(STAMP_SHEET)
        for row, pair in enumerate((("kind", KIND), ("rulebook", self._loaded.rulebook.id), ("hash", self._loaded.hash))):
            for column, text in enumerate(pair):
                put(sheet, row, column, text)
        sheet.very_hidden()
