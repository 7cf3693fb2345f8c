"""Links from a workbook to the cells of the files it speaks of: relative ones, that hold while both are moved together."""

from __future__ import annotations

import os
from pathlib import Path

from ictscore.places import Place
from ictscore.reports.cell_text import fitting
from ictscore.reports.checkbook.page import CheckPage

LONGEST = 1000
MOST = 60_000
"""Excel keeps no more than 65 530 links of a sheet."""
_READ_BY_EXCEL = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")


def link_to(page: CheckPage, at: tuple[int, int], place: Place, shown: str, look: str = "file_link") -> None:
    """Write at a row and column a text that leads to a place; without a link where there is nothing a link can lead to."""
    row, column = at
    address = address_of(place, page.draft.path) if row < MOST else ""
    if address:
        page.sheet.write_url(row, column, address, page.style(look), fitting(shown))
    else:
        page.text(row, column, shown, "top" if look == "cell_link" else "text")


def address_of(place: Place, workbook: Path) -> str:
    """Return the address of a place as seen from a workbook, or nothing where there is none."""
    file = Path(place.file)
    if not place.file or not file.is_file() or not place.file.isprintable():
        return ""
    try:
        relative = os.path.relpath(file.resolve(), workbook.resolve().parent)
    except ValueError:  # another drive
        relative = str(file.resolve())
    path = relative.replace(os.sep, "/").replace("%", "%25").replace("#", "%23")
    spot = f"#'{place.sheet.replace(chr(39), chr(39) * 2)}'!{place.cell or 'A1'}" if _has_sheets(place) else ""
    address = f"external:{path}{spot}"
    return address if len(address) <= LONGEST else ""


def _has_sheets(place: Place) -> bool:
    return bool(place.sheet) and "#" not in place.sheet and place.sheet.isprintable() and place.file.lower().endswith(_READ_BY_EXCEL)
