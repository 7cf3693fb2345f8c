"""Codes IO130–IO199 and IO240–IO259: what a file is beside a plain workbook, and texts in old fonts."""

from __future__ import annotations

from ictscore.codes.code import Code, error, note, warning

_LOOK = "Look at the comments in Excel, if they matter."
_UNPACK = "Unpack the archive and give the folder instead."

FORMATS: dict[str, Code] = {
    "IO130": error("There is no such file; did you mean “{known}”?", "Put a name with blanks between quotation marks."),
    "IO131": error("The archive holds no workbook or CSV file.", "Check the archive."),
    "IO132": error("This is an archive inside an archive; it was not opened.", "Unpack it and give its files beside the others."),
    "IO133": error("The file in the archive is locked with a password.", _UNPACK),
    "IO135": error("The archive unpacks to more than the limit of {limit}.", "Unpack it, remove what is no form, and give the folder."),
    "IO136": note("The same file was given a second time ({other}); it was read once.", "Nothing to do."),
    "IO137": error("The file is packed in an unknown way (method {method}).", _UNPACK),
    "IO139": error("Two files of this name are in the archive.", _UNPACK),
    "IO241": warning("The comments and tables of the sheet cannot be read; they were left out.", _LOOK),
    "IO242": note("The workbook counts days from 1904; its dates were read accordingly.", "Look at one of the dates."),
    "IO250": warning("The formula depends on the day, on chance or on another workbook.", "Replace the formula by its value."),
    "IO251": warning(
        "The formula's saved result is 0, which some programs write for what they have not calculated.",
        "Open the file, recalculate it (Ctrl+Shift+F9 in LibreOffice) and save it as .xlsx.",
    ),
    "IO246": note("“{read}” is in the font {font} and was read as {encoding}: “{meant}”.", "Look whether that is what the file shows."),
    "IO247": note("“{read}” is in the font {font} but typed in Unicode: it was taken as it stands.", "Nothing to do: the text needs another font to be seen."),
    "IO248": warning(
        "“{read}” is in the font {font} and was read as {encoding}: “{meant}”; without the font it reads as it stands.",
        "Look which of the two is meant; choose the font Times New Roman and type the text again.",
    ),
    "IO249": warning(
        "“{read}” is in the font {font}, which has no letter for {unknown}; it was read as “{meant}”.",
        "Look at the cell in Excel and type the text again in the font Times New Roman.",
    ),
}
