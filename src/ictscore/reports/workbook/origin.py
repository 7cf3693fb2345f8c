"""The sheet of origin: rulebook, inputs, program and command, and how far the rules are the regulation's own."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.reports.published import published_value
from ictscore.reports.sentences import stage_name
from ictscore.reports.workbook.page import TITLE_ROWS, Draft, Page, height_of
from ictscore.rulebook.basis import BasisCount, modelled_rules
from ictscore.words import tr

VALUE_WIDTH = 80.0


def write_origin(draft: Draft, name: str) -> None:
    """Write the sheet."""
    page = Page(draft, name, tr("Origin"))
    page.widths([34, VALUE_WIDTH, 14, 16, 14])
    page.freeze(TITLE_ROWS, 0)
    page.repeat_rows(0, TITLE_ROWS - 1)
    row = TITLE_ROWS
    for field, value in _fields(draft):
        page.text(row, 0, field, "field")
        page.text(row, 1, value, "wrapped")
        page.height(row, height_of([(value, VALUE_WIDTH)], 15))
        row += 1
    row = _basis(page, row + 1)
    modelled = modelled_rules(draft.told.rulebook)
    if modelled:
        page.text(row + 1, 0, tr("Modelled rules ({count})", count=len(modelled)), "subtitle")
        for offset, rule in enumerate(modelled, start=2):
            page.text(row + offset, 0, rule.what, "plain")
            page.text(row + offset, 1, rule.path, "plain")
    page.print_area(row + len(modelled) + 2, 4)


def _fields(draft: Draft) -> Iterator[tuple[str, str]]:
    told, origin = draft.told, draft.told.origin
    yield tr("Rulebook"), origin.rulebook
    yield tr("Title"), origin.title
    yield tr("Hash of the rulebook (SHA-256)"), origin.hash
    for name, digest in origin.rulebook_files:
        yield tr("File of the rulebook"), f"{name}\nSHA-256 {digest}"
    for name, digest in origin.lists:
        yield tr("Names of units"), f"{name}\nSHA-256 {digest}"
    if origin.mapping is not None:
        yield tr("Mapping of the export"), f"{origin.mapping[0]}\nSHA-256 {origin.mapping[1]}"
    for each in origin.inputs:
        yield tr("Survey file"), f"{each.name} ({each.size} byte)\nSHA-256 {each.sha256}"
    if origin.evidence is not None:
        yield tr("Folder of evidence"), tr("{folder} (files: {count})", folder=origin.evidence.folder, count=len(origin.evidence.files))
    yield tr("Stage"), stage_name(told)
    yield tr("Program"), f"ictscore {origin.version}"
    yield tr("Command"), origin.command
    for unknown in told.rulebook.unknowns:
        yield tr("What no source says"), unknown


def _basis(page: Page, row: int) -> int:
    told = page.draft.told
    for column, heading in enumerate((tr("Points by basis"), "", tr("stated"), tr("inferred"), tr("modelled"))):
        page.text(row, column, heading, "head")
    bases: list[tuple[str, BasisCount]] = [(tr("Whole rulebook"), told.basis)]
    bases += [(group.group.name, group.basis) for group in told.groups]
    for offset, (name, basis) in enumerate(bases, start=1):
        page.text(row + offset, 0, name, "text")
        page.text(row + offset, 1, "", "text")
        for column, value in enumerate((basis.points.stated, basis.points.inferred, basis.points.modelled), start=2):
            page.number(row + offset, column, published_value(value, None), "number", "0.######" if value.denominator > 1 else "0")
    return row + len(bases) + 1
