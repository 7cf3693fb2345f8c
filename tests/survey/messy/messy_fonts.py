"""Messy fonts: texts typed for the Vietnamese fonts of the nineties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from messy_book import Styled, workbook
from messy_containers import kept


def typed(text: str, font: str) -> Styled:
    """Return a text in a font."""
    return Styled(text, {"font_name": font})


def tcvn3_rows() -> list[list[Any]]:
    """Return a table typed for .VnTime and .VnArialH: the headings, the unit and “Có”; numbers are numbers."""
    head = ["Tªn ®¬n vÞ", "Tæng sè c¸n bé", "Sè m¸y tÝnh", "Cã m¹ng néi bé"]
    return [
        [typed(text, ".VnTime") for text in head],
        [typed("së tµi chÝnh", ".VnArialH"), Styled(20, {"font_name": ".VnTime"}), 12, typed("Kh«ng", ".VnTime")],
    ]


def tcvn3() -> bytes:
    """Make the table in TCVN3."""
    return workbook(tcvn3_rows())


def vni() -> bytes:
    """Make the table in VNI; its last row is typed in Unicode, whatever its font: the name can be told, the answer has two readings."""
    head = ["Teân ñôn vò", "Toång soá caùn boä", "Soá maùy tính", "Coù maïng noäi boä"]
    return workbook(
        [
            [typed(text, "VNI-Times") for text in head],
            [typed("Sôû Taøi chính", "VNI-Times"), 20, 12, typed("Khoâng", "VNI-Times")],
            [typed("Sở Y tế", "VNI-Times"), 20, 12, typed("Không", "VNI-Times")],
        ]
    )


FILES: dict[str, Callable[[], bytes]] = {
    "tcvn3.xlsx": tcvn3,
    "vni.xlsx": vni,
    # tcvn3.xlsx, saved by LibreOffice: soffice --headless --convert-to xls (ods) tcvn3.xlsx; vni.xlsx as well
    "tcvn3.xls": kept("tcvn3.xls"),
    "tcvn3.ods": kept("tcvn3.ods"),
    "vni.xls": kept("vni.xls"),
}
