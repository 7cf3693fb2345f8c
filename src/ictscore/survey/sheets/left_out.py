"""Which files of a folder or an archive are read, and why others are left out."""

from __future__ import annotations

import re
from pathlib import PurePath

from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.words import N_, Phrase, phrase

READ_IN_FOLDERS = frozenset(
    {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".fods", ".csv", ".tsv", ".zip", ".docx", ".docm"}
)
RESULTS_SUFFIX = ".results.xlsx"

_ABOUT_UNITS = re.compile(r"unit-matches(?:\.[\w-]+)?\.xlsx")
"""How the answers about unit names are called, for whichever rulebook they were given."""
_ARCHIVES = frozenset({".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz"})
_OTHERS = {
    **dict.fromkeys((".numbers", ".et", ".ett", ".gsheet", ".sxc", ".wk1", ".wks", ".123", ".dbf"), N_("a table of another program")),
    **dict.fromkeys((".eml", ".msg"), N_("a message, perhaps with a form attached")),
    **dict.fromkeys((".crdownload", ".part", ".partial", ".download"), N_("a download that was not finished")),
}

_SHOWN = {
    ".pdf": N_("a PDF"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp"), N_("a picture")),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), N_("a presentation")),
    **dict.fromkeys((".doc", ".dot", ".rtf", ".odt", ".wps", ".pages"), N_("a document of another kind than .docx")),
    **dict.fromkeys((".htm", ".html", ".mht", ".mhtml"), N_("a web page")),
}
"""What may be evidence, and may be a form that somebody scanned or saved as something else."""

_NEVER_READ = frozenset({"thumbs.db", ".ds_store", "desktop.ini"})


_NEITHER = phrase("it is no workbook, no form of ours, and not named as a CSV file (.csv)")
_HIDDEN = phrase("it is hidden (its name begins with a dot)")


def told(path: PurePath, place: Place, reason: Phrase) -> Finding:
    """Return what is said of a file that is left out."""
    if reason != _NEITHER:
        return finding("IO111", place, reason=reason)
    what = may_hold_forms(path)
    if what is not None:
        return finding("IO170", place, what=what)
    shows = _SHOWN.get(path.suffix.lower())
    return finding("IO111", place, reason=reason) if shows is None else finding("IO171", place, what=phrase(shows))


def says_nothing(path: PurePath, reason: Phrase | None) -> bool:
    """Return whether a file is left out only because its ending is none of those that say what a file is."""
    ending = path.suffix.lower()
    return reason == _NEITHER and may_hold_forms(path) is None and ending not in _SHOWN


def may_hold_forms(path: PurePath) -> Phrase | None:
    """Return what a file is that is not opened, and in which forms may lie; None for any other."""
    ending = path.suffix.lower()
    if ending in _ARCHIVES:
        return phrase(N_("an archive of another kind than .zip"))
    return phrase(_OTHERS[ending]) if ending in _OTHERS else None


def why_left_out(path: PurePath, *, in_folder: bool) -> Phrase | None:
    """Return why a file is not read, or None."""
    name = path.name.lower()
    if name.startswith(("~$", ".~lock.")):
        return phrase("Excel keeps it while the workbook is open")
    if name in _NEVER_READ or name.startswith("._"):
        return phrase("the system made it")
    if name.endswith(RESULTS_SUFFIX):
        return phrase("it holds results")
    if in_folder and _ABOUT_UNITS.fullmatch(name):
        return phrase("it holds answers about unit names")
    if in_folder and name.startswith("."):
        return _HIDDEN
    return _NEITHER if in_folder and path.suffix.lower() not in READ_IN_FOLDERS else None
