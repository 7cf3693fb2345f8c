"""Codes IO130–IO149 and IO240–IO259: archives of forms, locked and old workbooks, texts in old fonts."""

from __future__ import annotations

from ictscore.codes.code import Code, error, note, warning

_UNPACK = "Unpack the archive and give the folder instead."
_TIMES = "Look which of the two is meant; choose the font Times New Roman and type the text again."

_FILES: dict[str, Code] = {
    "IO130": error("There is no such file; did you mean “{known}”?", "Put a name with blanks between quotation marks."),
    "IO131": error("The archive holds no workbook or CSV file.", "Check the archive."),
    "IO132": error("This is an archive inside an archive; it was not opened.", "Unpack it and give its files beside the others."),
    "IO133": error("The file in the archive is locked with a password.", _UNPACK),
    "IO135": error("The archive unpacks to more than the limit of {limit}.", "Unpack it, remove what is no form, and give the folder."),
    "IO136": note("The same file was given a second time ({other}); it was read once.", "Nothing to do."),
    "IO137": error("The file is packed in an unknown way (method {method}).", _UNPACK),
    "IO138": note(
        "The file has macros; they were not run.", "Nothing to do, unless answers hang on them: then save it without macros after they ran."
    ),
    "IO139": error("Two files of this name are in the archive.", _UNPACK),
    "IO140": error(
        "The workbook is locked with a password, and the helper that opens such files is not installed.",
        'Install it: pip install "ictscore[password]"; or remove the password in Excel.',
    ),
    "IO141": error("The password in {name} does not open the workbook.", "Check the password with the sender, or remove it in Excel."),
    "IO142": note("The workbook was opened with the password in {name}.", "Nothing to do."),
    "IO143": error(
        "The workbook is locked with a password, and {name} holds none.", "Set the environment variable {name} to the password."
    ),
}

_WORKBOOK: dict[str, Code] = {
    "IO241": warning(
        "The comments and tables of the sheet cannot be read; they were left out.", "Look at the comments in Excel, if they matter."
    ),
    "IO242": note("The workbook counts days from 1904; its dates were read accordingly.", "Look at one of the dates."),
    "IO250": warning("The formula depends on the day, on chance or on another workbook.", "Replace the formula by its value."),
    "IO251": warning(
        "The formula's saved result is 0, which some programs write for what they have not calculated.",
        "Open the file, calculate it anew (Ctrl+Shift+F9 in LibreOffice) and save it as .xlsx.",
    ),
}

_FONTS: dict[str, Code] = {
    "IO246": note("“{read}” is in the font {font} and was read as {encoding}: “{meant}”.", "Look whether that is what the file shows."),
    "IO247": note("“{read}” is in the font {font} but typed in Unicode: it was taken as it stands.", "Nothing to do."),
    "IO248": warning(
        "“{read}” is in the font {font} and was read as {encoding}: “{meant}”; without the font it reads as it stands.", _TIMES
    ),
    "IO249": warning(
        "“{read}” is in the font {font}, which has no letter for {unknown}; it was read as “{meant}”.",
        "Look at the cell in Excel and type the text again in the font Times New Roman.",
    ),
}

FORMATS: dict[str, Code] = {**_FILES, **_WORKBOOK, **_FONTS}
