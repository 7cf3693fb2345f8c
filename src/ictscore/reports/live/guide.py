"""The first sheet of a live workbook: what it is, what it cannot promise, and each place where it may differ from exact arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ictscore.reports.live.group import LiveGroup
from ictscore.reports.live.shown import LIVE_SIGN
from ictscore.reports.workbook.page import TITLE_ROWS, Draft, Page, height_of
from ictscore.words import tr

_WIDTH = 110.0
_MOST = 500


def write_guide(draft: Draft, name: str, groups: Sequence[LiveGroup], sheets: Mapping[str, Sequence[str]]) -> None:
    """Write the sheet."""
    page = Page(draft, name, tr("How to read this workbook"))
    page.widths([_WIDTH])
    row = TITLE_ROWS
    for text, look in [*((each, "wrapped") for each in _hints()), *_doubts(groups), *_constants(groups)]:
        page.text(row, 0, text, look)
        page.sheet.set_row(row, height_of([(text, _WIDTH)], 16))
        row += 1
    for names in sheets.values():
        for each in names:
            page.link(row, 0, each)
            row += 1
    page.sheet.print_area(0, 0, row, 0)


def _hints() -> tuple[str, ...]:
    return (
        tr("Change answers in the yellow and white cells of the sheets of answers: points, totals, ranks, grades and awards follow."),
        tr("Units keep their rows; the rank beside them moves. To add or leave out a unit, score again."),
        tr(
            "Percentages are typed with their sign (85%), numbers plainly (85, not 85 máy). A cell that no formula can read gives “!”, "
            "and so does a date where a number is asked; ictscore reads more spellings."
        ),
        tr(
            "Formulas compute with binary numbers, ictscore with exact fractions. The workbook rounds where the rulebook rounds and "
            "compares at nine decimals; where that might not be enough, the place is named below. "
            "What decides is the results workbook, not this one."
        ),
        tr(
            "On the sheets of steps: state 0 answered, 1 declared not to apply, 2 missing, 4 not readable, 5 in error; "
            "status 0 scored, 2 missing, 7 points given by a stage, from 10 on does not apply, else in error."
        ),
        tr("“–” does not apply and is left out of the maximum; “!” no points, something is in error; “?” tied at the cut."),
    )


def _doubts(groups: Sequence[LiveGroup]) -> list[tuple[str, str]]:
    lines = []
    for made in groups:
        units = made.making.units
        for doubt in list(dict.fromkeys(made.making.doubts.found))[:_MOST]:
            values = {"unit": units[doubt.unit].unit, "what": doubt.what, "value": doubt.value, "bound": doubt.bound}
            if doubt.nearness == "near":
                lines.append((tr("{unit}: {what}: {value} lies too near to {bound} for formulas to tell apart", **values), "error_text"))
            else:
                lines.append((tr("{unit}: {what}: exactly {bound}, whose decimals do not end", **values), "wrapped"))
    return [(tr("Doubtful places"), "subtitle"), *(lines or [(tr("None."), "wrapped")])]


def _constants(groups: Sequence[LiveGroup]) -> list[tuple[str, str]]:
    lines = [(f"{LIVE_SIGN} {made.making.plan.group.name}: {each}", "error_text") for made in groups for each in made.steps.fixed]
    explained = tr(
        "Columns marked {sign} hold what ictscore computed: no formula can say them, and they do not follow the answers.", sign=LIVE_SIGN
    )
    return [(tr("Constants"), "subtitle"), *([(explained, "wrapped"), *lines] if lines else [(tr("None."), "wrapped")])]
