"""The hidden sheet by which a results workbook is known and read back."""

from __future__ import annotations

from collections.abc import Mapping

from ictscore.reports.json_results import told_digest
from ictscore.reports.told import Told
from ictscore.survey.blank.writing import Book, put
from ictscore.survey.layout import STAMP_SHEET

KIND = "results"
RANKING_KEY, MATRIX_KEY, NUMBER_KEY = "ranking:", "matrix:", "number:"


def write_stamp(book: Book, told: Told, sheets: Mapping[str, tuple[str, str]]) -> None:
    """Add the very hidden sheet; ``sheets`` names the ranking and the criterion sheet of every group."""
    ranking = told.rulebook.ranking
    values = {
        "kind": KIND,
        "rulebook": told.rulebook.id,
        "hash": told.loaded.hash,
        "version": told.origin.version,
        "period": told.origin.period,
        "stage": told.origin.stage,
        "provisional": "yes" if told.provisional else "no",
        "on": ranking.on,
        "style": ranking.style,
        "unranked_units": ranking.unranked_units,
        "digest": told_digest(told),
    }
    for group in told.groups:
        values[f"name:{group.group.id}"] = group.group.name
        values[f"within:{group.group.id}"] = group.group.ranked_within or ""
        values[f"max_points:{group.group.id}"] = str(group.max_points)
        for criterion in group.criteria:
            if criterion.number:
                values[f"{NUMBER_KEY}{group.group.id}:{criterion.id}"] = criterion.number
    for identifier, (ranking_sheet, matrix_sheet) in sheets.items():
        values[f"{RANKING_KEY}{identifier}"] = ranking_sheet
        values[f"{MATRIX_KEY}{identifier}"] = matrix_sheet
    sheet = book.add_worksheet(STAMP_SHEET)
    for row, (key, value) in enumerate(values.items()):
        put(sheet, row, 0, key)
        put(sheet, row, 1, value)
    sheet.very_hidden()
