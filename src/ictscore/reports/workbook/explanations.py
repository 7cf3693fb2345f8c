"""The explanation sheet of a group: for every unit and criterion the arithmetic, the answers, and the clause."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.places import Place
from ictscore.reports.explained.notes import BASIS_WORDS, STATUS_WORDS
from ictscore.reports.explained.told import Explainer, ToldAnswer, ToldCriterion
from ictscore.reports.published import published_value
from ictscore.reports.told import ToldGroup, ToldUnit
from ictscore.reports.workbook.looks import format_for
from ictscore.reports.workbook.page import TITLE_ROWS, Draft, Page, height_of
from ictscore.survey.blank.formula_words import spoken_expression
from ictscore.words import N_, say_decimal, tr

FIRST_ROW = TITLE_ROWS + 1
MOST_UNITS = 600
MOST_ROWS = 60_000

_HEADINGS = (
    N_("Unit"), N_("No."), N_("Criterion"), N_("Points"), N_("Maximum"), N_("Status"), N_("Arithmetic"), N_("Answers and where they stand"),
    N_("Remarks"), N_("Source and basis"),
)  # fmt: skip
_WIDTHS = (18, 6, 26, 8, 8, 10, 30, 44, 28, 26)
_LINE, _LETTERS = 12.5, 1.25
ARITHMETIC = 6


def write_explanations(draft: Draft, name: str, group: ToldGroup, explainer: Explainer, *, everything: bool) -> None:
    """Write the sheet; where there are too many units (not ``everything``), only what was not simply scored, and it says so."""
    page = Page(draft, name, f"{tr('Explanations')} – {group.group.name}", group.basis)
    if not everything:
        page.text(TITLE_ROWS - 1, 0, _limits(), "remark")
    for column, heading in enumerate(_HEADINGS):
        page.text(TITLE_ROWS, column, tr(heading), "head")
    page.widths(_WIDTHS)
    places = draft.told.rulebook.rounding.criterion
    row = FIRST_ROW
    for unit, told in _rows(group, explainer, everything=everything):
        if row >= FIRST_ROW + MOST_ROWS:
            page.text(row, 0, tr("More than {count} rows: the rest was left out.", count=MOST_ROWS), "remark")
            break
        _row(page, row, unit, told, places)
        row += 1
    if row > FIRST_ROW:
        page.filtered(TITLE_ROWS, row - 1, len(_HEADINGS) - 1)
    page.table(FIRST_ROW, len(_HEADINGS), frozen_columns=3)


def _limits() -> str:
    values = {"count": MOST_UNITS, "command": "ictscore explain"}
    return tr("More than {count} units: only criteria that were not simply scored are listed. Ask for others with {command}.", **values)


def _rows(group: ToldGroup, explainer: Explainer, *, everything: bool) -> Iterator[tuple[ToldUnit, ToldCriterion]]:
    for unit in group.units:
        if everything or any(each.status != "scored" for each in unit.score.criteria):
            for told in explainer.unit(unit.score):
                if everything or told.score.status != "scored":
                    yield unit, told


def _row(page: Page, row: int, unit: ToldUnit, told: ToldCriterion, places: int | None) -> None:
    criterion = told.score.criterion
    points = published_value(told.score.points, places)
    source = "; ".join(part for part in (told.clause, told.source) if part)
    texts = {
        0: unit.score.unit,
        1: criterion.number or "",
        2: criterion.name,
        5: tr(STATUS_WORDS[told.score.status]),
        6: spoken_expression(f"{told.arithmetic}\n= {told.result}" if told.arithmetic != told.result else told.result),
        7: "\n".join(answer_line(each, one_file=len(page.draft.told.origin.inputs) == 1) for each in told.answers),
        8: "\n".join((*told.notes, *told.group)),
        9: f"{source} ({tr(BASIS_WORDS[told.basis])})",
    }
    for column, text in texts.items():
        page.text(row, column, text, {1: "top_centre", 5: "top_centre", ARITHMETIC: "code"}.get(column, "top"))
    page.number(row, 3, points, "top_total", format_for(0 if places is None and points.denominator == 1 else places))
    most = published_value(told.score.max_points, None)
    page.number(row, 4, most, "top_number", format_for(0 if most.denominator == 1 else None))
    page.height(row, height_of([(text, _WIDTHS[column] * _LETTERS) for column, text in texts.items()], _LINE))


def answer_line(answer: ToldAnswer, *, one_file: bool) -> str:
    """Return one answer with its question and the cell it stands in; the file is named where there are several."""
    where = spot(answer.place, one_file=one_file)
    is_number = answer.value[:1].isdigit() or answer.value[:2] in {"(-", "(0"}
    raw = f" “{answer.raw}”" if answer.raw and answer.raw != answer.value else ""
    said = f"{say_decimal(answer.value)}{raw}" if is_number or not answer.raw else answer.raw
    return f"{answer.label}: {said}" + (f" ← {where}" if where else "")


def spot(place: Place, *, one_file: bool) -> str:
    """Return a place without the folders its file lies in, or without the file."""
    file = "" if one_file and place.cell else place.file.replace("\\", "/").rpartition("/")[2]
    return str(Place(file, place.line, place.column, place.sheet, place.cell))
