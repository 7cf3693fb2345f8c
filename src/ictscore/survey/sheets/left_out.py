"""Which files of a folder or an archive are read, and why others are left out."""

from __future__ import annotations

from pathlib import PurePath

from ictscore.words import Phrase, phrase

READ_IN_FOLDERS = frozenset(
    {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".fods", ".csv", ".tsv", ".zip", ".docx", ".docm"}
)
RESULTS_SUFFIX = ".results.xlsx"
ANSWERS_ABOUT_UNITS = "unit-matches.xlsx"

_NEVER_READ = frozenset({"thumbs.db", ".ds_store", "desktop.ini"})


def why_left_out(path: PurePath, *, in_folder: bool) -> Phrase | None:
    """Return why a file is not read, or None."""
    name = path.name.lower()
    if name.startswith(("~$", ".~lock.")):
        return phrase("Excel keeps it while the workbook is open")
    if name in _NEVER_READ or name.startswith("._"):
        return phrase("the system made it")
    if name.endswith(RESULTS_SUFFIX):
        return phrase("it holds results")
    if in_folder and name == ANSWERS_ABOUT_UNITS:
        return phrase("it holds answers about unit names")
    if in_folder and path.suffix.lower() not in READ_IN_FOLDERS:
        return phrase("it is neither a workbook, a CSV file nor a form of ours")
    return None
