"""Messy containers: one table in every kind of file people send it in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from messy_book import workbook

FILES_HERE = Path(__file__).resolve().parent / "files"

HEAD = ["Tên đơn vị", "Tổng số cán bộ", "Số máy tính", "Kinh phí"]
TABLE = [HEAD, ["Sở A", 20, 12, 12.5], ["Sở B", 40, 30, 1234]]
TEXTS = [HEAD, ["Sở A", "20", "12", "12,5"], ["Sở B", "40", "30", "1234"]]

_NAMESPACES = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a zip archive, the same bytes every time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def strict() -> bytes:
    """Make a workbook of the strict dialect, as Excel saves “Strict Open XML Spreadsheet”."""
    parts = parts_of(workbook(TABLE))
    for name, content in parts.items():
        for loose, own in _NAMESPACES.items():
            content = content.replace(loose.encode(), own.encode())  # noqa: PLW2901 - one after the other
        parts[name] = content
    return packed(parts)


def macros() -> bytes:
    """Make a workbook with macros beside the sheets."""
    parts = parts_of(workbook(TABLE))
    types = parts["[Content_Types].xml"]
    plain, with_macros = b"officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
    assert plain in types
    types = types.replace(b"vnd.openxmlformats-" + plain, b"vnd." + with_macros)
    types = types.replace(b"</Types>", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>')
    return packed({**parts, "[Content_Types].xml": types, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macros"})


def cut_off() -> bytes:
    """Make a download that ended too early."""
    return workbook(TABLE)[:2500]


def web_page() -> bytes:
    """Make what many systems export as “Excel”: a web page."""
    return "<html><body><table><tr><td>Tên đơn vị</td></tr></table></body></html>".encode()


def xml_2003() -> bytes:
    """Make an XML spreadsheet of Excel 2003."""
    head = b'<?xml version="1.0"?>'
    return head + b'\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'


def days_from_1904() -> bytes:
    """Make a workbook that counts days from 1904, as Excel for the Mac did: 5 January 2021."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "date_1904": True})
    book.set_properties({"created": datetime(1980, 1, 1)})  # noqa: DTZ001 - a workbook's times have no zone
    sheet = book.add_worksheet("Bảng")
    sheet.write_row(0, 0, ["Tên đơn vị", "Tổng số cán bộ", "Số máy tính", "Ngày báo cáo"])
    sheet.write_row(1, 0, ["Sở A", 20, 12])
    sheet.write_datetime(1, 3, datetime(2021, 1, 5), book.add_format({"num_format": "dd/mm/yyyy"}))  # noqa: DTZ001 - as above
    book.close()
    return stream.getvalue()


def forms() -> bytes:
    """Make an archive of two tables with what else lies about in folders: a lock file, what a Mac adds, an archive, the same file again."""
    first, second = (workbook([HEAD, row]) for row in TABLE[1:])
    return packed(
        {
            "So_A.xlsx": first,
            "Sở B.xlsx": second,
            "So_A (2).xlsx": first,
            "~$So_A.xlsx": b"\x05Admin",
            "__MACOSX/._So_A.xlsx": b"\0",
            "thêm.zip": packed({"So_C.xlsx": first}),
        }
    )


def spelt(separator: str, rows: list[Any]) -> str:
    """Return rows as lines of text."""
    return "".join(separator.join(row) + "\r\n" for row in rows)


_TONES = {"ở": "ơ\u0309", "ổ": "ô\u0309", "ố": "ô\u0301", "ộ": "ô\u0323", "ị": "i\u0323", "á": "a\u0301", "ý": "y\u0301", "í": "i\u0301"}


def windows_1258() -> bytes:
    """Make a text as Windows-1258 has it: letters with hats, and tones as characters of their own."""
    return "".join(_TONES.get(char, char) for char in spelt(";", TEXTS)).encode("cp1258")


def kept(name: str) -> Callable[[], bytes]:
    """Return what gives back the committed bytes of a file only another program can make."""
    return (FILES_HERE / name).read_bytes


FILES: dict[str, Callable[[], bytes]] = {
    "strict.xlsx": strict,
    "macros.xlsm": macros,
    "cut-off.xlsx": cut_off,
    "web-page.xls": web_page,
    "xml-2003.xls": xml_2003,
    "days-from-1904.xlsx": days_from_1904,
    "forms.zip": forms,
    # The workbook of TABLE, saved by LibreOffice: soffice --headless --convert-to xls (ods) TABLE.xlsx
    "excel-97.xls": kept("excel-97.xls"),
    "open-document.ods": kept("open-document.ods"),
    # The workbook of TABLE, locked by msoffcrypto-tool: OOXMLFile(…).encrypt("mat-khau", …)
    "password.xlsx": kept("password.xlsx"),
    "comma.csv": '"Tên đơn vị",Tổng số cán bộ,Số máy tính,Kinh phí\r\nSở A,20,12,"12,5"\r\nSở B,40,30,1234\r\n'.encode,
    "semicolon-marked.csv": lambda: spelt(";", TEXTS).encode("utf-8-sig"),
    "tabs-utf-16.csv": lambda: spelt("\t", TEXTS).encode("utf-16"),
    "tabs-utf-16-be.csv": lambda: b"\xfe\xff" + spelt("\t", TEXTS).encode("utf-16-be"),
    "windows-1258.csv": windows_1258,
    "letters-lost.csv": lambda: spelt(";", TEXTS).encode("cp1252", "replace"),
}
