"""Texts packed so that every program reads them as they were written, LibreOffice too.

LibreOffice takes an underscore, x, one hexadecimal digit and an underscore for a control character, though the standard wants four digits:
the id ``hoat_dong_xa_hoi`` would come back from it with a line end in the middle.
"""

from __future__ import annotations

import re

from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings

_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9a-fA-F]_)")


class PlainPackager(Packager):  # type: ignore[misc]  # the library has no types
    """Packs a workbook; the texts its cells share are escaped for LibreOffice too."""

    def _write_shared_strings_file(self) -> None:
        if self.workbook.str_table.count:
            texts = _Texts()
            texts.string_table = self.workbook.str_table
            texts._set_xml_writer(self._filename("xl/sharedStrings.xml"))  # noqa: SLF001 - as the library's own packager does
            texts._assemble_xml_file()  # noqa: SLF001


class _Texts(SharedStrings):  # type: ignore[misc]  # the library has no types
    """The texts that cells share."""

    @staticmethod
    def _escape_control_characters(data: str) -> str:
        return _LIKE_AN_ESCAPE.sub("_x005F_", str(SharedStrings._escape_control_characters(data)))  # noqa: SLF001
