"""Codes IO130–IO199 and IO240–IO259: what a file is beside a plain workbook, and texts in old fonts."""

from __future__ import annotations

from ictscore.codes.code import Code, error, note, warning

_LOOK = "Look at the comments in Excel, if they matter."

FORMATS: dict[str, Code] = {
    "IO241": warning("The comments and tables of the sheet cannot be read; they were left out.", _LOOK),
}
