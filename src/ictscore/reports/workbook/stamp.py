"""The hidden sheet by which a results workbook is known and read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ictscore.reports.json_results import told_digest
from ictscore.reports.recorded.manifest import manifest_text
from ictscore.reports.recorded.seal import CHUNK, pack, pack_data, sealed_text
from ictscore.reports.recorded.stamp_keys import (
    HIDDEN_KEY,
    KIND,
    MANIFEST_KEY,
    MATRIX_KEY,
    NUMBER_KEY,
    RANKING_KEY,
    SEAL_DIGEST,
    SEAL_KEY,
    SEEN_DIGEST,
    SEEN_KEY,
)
from ictscore.reports.recorded.still_seen import hidden_text
from ictscore.reports.seen.record import record_data
from ictscore.reports.workbook.page import Draft
from ictscore.survey.blank.writing import Sheet, put
from ictscore.survey.layout import STAMP_SHEET


def write_stamp(draft: Draft, sheets: Mapping[str, tuple[str, str]]) -> None:
    """Add the very hidden sheet with the seal; ``sheets`` names the ranking and the criterion sheet of every group."""
    told = draft.told
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
    values[HIDDEN_KEY] = hidden_text(draft.hidden)
    values[SEEN_DIGEST], seen = pack_data(record_data(draft.record))
    text = manifest_text(told)
    values |= {f"{MANIFEST_KEY}{start // CHUNK}": text[start : start + CHUNK] for start in range(0, len(text), CHUNK)}
    sheet = draft.book.add_worksheet(STAMP_SHEET)
    _write(sheet, values)
    for row, pair in enumerate(values.items()):
        for column, text in enumerate(pair):
            if text:
                draft.note(STAMP_SHEET, row, column, sealed_text(text))
    digest, chunks = pack(draft.written)
    _write(sheet, {**_in_cells(SEEN_KEY, seen), SEAL_DIGEST: digest, **_in_cells(SEAL_KEY, chunks)}, len(values))
    sheet.very_hidden()


def _in_cells(key: str, chunks: Sequence[str]) -> dict[str, str]:
    return {f"{key}{number}": chunk for number, chunk in enumerate(chunks)}


def _write(sheet: Sheet, values: Mapping[str, str], first: int = 0) -> None:
    """Write keys and values, a row each, from the row ``first``."""
    for row, (key, value) in enumerate(values.items(), first):
        put(sheet, row, 0, key)
        put(sheet, row, 1, value)
