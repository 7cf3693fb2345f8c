"""Workbooks made by hand, part by part, so that every fault can be put into one."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from survey.small_surveys import cell, formula, found, listed, loaded, read, shown_as, staged, write

from ictscore.survey.sheets.cells import Sheet
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.office import find_office
from ictscore.survey.sheets.workbook import read_workbook

__all__ = ["cell", "formula", "found", "listed", "loaded", "read", "shown_as", "staged", "write"]
"""Fixtures of the small surveys, for all tests of this folder."""

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

Parts = dict[str, str | bytes]


def minimal_parts() -> Parts:
    """Return the parts of a workbook with one sheet, in which A1 holds 5."""
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="Phiếu" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{LINKS}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId3" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        ),
        "xl/styles.xml": (
            f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="49"/><xf numFmtId="2"/></cellXfs></styleSheet>'
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>Sở Nội vụ</t></si><si><t>Sở Y tế</t></si></sst>',
        "xl/worksheets/sheet1.xml": worksheet('<row r="1"><c r="A1"><v>5</v></c></row>'),
    }


def worksheet(rows: str, before: str = "", after: str = "") -> str:
    """Return a worksheet part with ``rows``."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def pack(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the zip archive of ``parts``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


def input_file(data: bytes, name: str = "phieu.xlsx") -> InputFile:
    """Return ``data`` as a file that has been read."""
    return InputFile(Path(name), name, data, hashlib.sha256(data).hexdigest(), len(data))


class Books:
    """What tests make workbooks with."""

    MAIN = MAIN
    LINKS = LINKS
    worksheet = staticmethod(worksheet)
    minimal_parts = staticmethod(minimal_parts)
    pack = staticmethod(pack)
    input_file = staticmethod(input_file)

    @staticmethod
    def with_parts(changes: Mapping[str, str | bytes | None]) -> InputFile:
        """Return the minimal workbook with parts changed, or taken away where None."""
        parts: dict[str, str | bytes | None] = {**minimal_parts(), **changes}
        return input_file(pack({name: content for name, content in parts.items() if content is not None}))

    @classmethod
    def with_rows(cls, rows: str, before: str = "", after: str = "") -> InputFile:
        """Return the minimal workbook with other rows."""
        return cls.with_parts({"xl/worksheets/sheet1.xml": worksheet(rows, before, after)})

    @classmethod
    def sheet(cls, rows: str, before: str = "", after: str = "") -> Sheet:
        """Return the one sheet of a workbook with ``rows``, in which nothing is found."""
        book = read_workbook(cls.with_rows(rows, before, after))
        assert book.findings == ()
        return book.sheets[0]

    @classmethod
    def found(cls, rows: str, before: str = "", after: str = "") -> list[tuple[str, str]]:
        """Return what is found in a workbook with ``rows``: codes and cells."""
        return [(each.code, each.place.cell) for each in read_workbook(cls.with_rows(rows, before, after)).findings]


@pytest.fixture
def books() -> type[Books]:
    """Give tests what they make workbooks with."""
    return Books


@pytest.fixture
def refusal() -> Callable[..., str]:
    """Give a function that returns the code with which a call is refused."""
    from ictscore.errors import FileRefused

    def code(function: Callable[..., object], *arguments: object, **options: object) -> str:
        with pytest.raises(FileRefused) as caught:
            function(*arguments, **options)
        [each] = caught.value.findings
        assert each.severity == "error"
        assert each.message
        assert each.advice
        assert "{" not in each.message
        return each.code

    return code


@pytest.fixture
def office_program() -> Path:
    """Return the program of LibreOffice; a test that needs it is skipped where there is none, unless CI says that there must be."""
    found = find_office()
    if found is None:
        assert "ICTSCORE_NEEDS_LIBREOFFICE" not in os.environ, "LibreOffice is needed here"
        pytest.skip("LibreOffice is not installed")
    return found
