"""The sheet of origin: rulebook, files with their hashes, program and command."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore import __version__
from ictscore.reports.checkbook.page import TITLE_ROWS, CheckPage, Draft
from ictscore.reports.workbook.page import height_of
from ictscore.words import tr

_WIDTHS = (34.0, 100.0)


def write_origin(draft: Draft, name: str, command: str) -> None:
    """Write the sheet."""
    page = CheckPage(draft, name, tr("Origin"))
    page.widths(_WIDTHS)
    row = TITLE_ROWS
    for field, value in _fields(draft, command):
        page.text(row, 0, field, "field")
        page.text(row, 1, value, "wrapped")
        page.sheet.set_row(row, height_of([(value, _WIDTHS[1])], 15))
        row += 1
    page.sheet.print_area(0, 0, row, 1)


def _fields(draft: Draft, command: str) -> Iterator[tuple[str, str]]:
    loaded, survey = draft.check.loaded, draft.check.survey
    yield tr("Rulebook"), loaded.rulebook.id
    yield tr("Title"), loaded.rulebook.title
    yield tr("Hash of the rulebook (SHA-256)"), loaded.hash
    for file in loaded.files:
        yield tr("File of the rulebook"), f"{'/'.join(file.name.replace(chr(92), '/').split('/')[-2:])}\nSHA-256 {file.sha256}"
    if draft.check.units is not None:
        yield tr("List of units"), f"{draft.check.units.name}\nSHA-256 {draft.check.units.sha256}"
    yield tr("Files read"), str(len(survey.files))
    for each in survey.files:
        yield tr("Survey file"), f"{each.name} ({each.size} byte)\nSHA-256 {each.sha256}"
    if survey.evidence is not None:
        listing = survey.evidence.listing
        yield tr("Folder of evidence"), tr("{folder} (files: {count})", folder=listing.folder, count=len(listing.files))
    yield tr("Program"), f"ictscore {__version__}"
    yield tr("Command"), command
