"""When a typed name and a file's name are the same: with or without its ending, its marks, and what stands between its words."""

from __future__ import annotations

from ictscore.spelling import bare, may_lack_marks, words_of
from ictscore.survey.labels.unit_names import fold_name

_GROUPS = (
    "pdf", "doc docx docm rtf", "xls xlsx xlsm xlsb", "ppt pptx", "odt", "ods", "odp", "txt", "csv", "jpg jpeg", "png", "gif", "bmp",
    "webp", "heic", "tif tiff", "zip", "rar", "7z", "msg", "eml", "htm html mht", "xml", "json", "mp3", "mp4", "mov", "avi", "p7s", "sig",
)  # fmt: skip
ENDINGS: dict[str, str] = {each: group.split()[0] for group in _GROUPS for each in group.split()}
"""The endings by which a text plainly is a file's name; those that one program writes either way lead to one of them."""

SAME, MARKED, UNENDING, BARE = range(4)
"""How alike two names are: what the eye and Windows call the same; parted or toned otherwise; with one ending left out; marks left out."""


def ending_of(name: str) -> str:
    """Return the ending of a name that plainly is a file's, without its point; else nothing.

    >>> ending_of("MC 3.2.PDF"), ending_of("Điều 8.2"), ending_of("ban ký.docx ")
    ('pdf', '', 'docx')
    """
    ending = name.rpartition(".")[2].strip().casefold() if "." in name else ""
    return ending if ending in ENDINGS else ""


def stem_of(name: str) -> str:
    """Return a name without its ending."""
    return name.rpartition(".")[0] if ending_of(name) else name


def key_of(name: str) -> str:
    """Return what all spellings of a name have in common.

    >>> key_of("Báo_cáo  CNTT 3.2.pdf") == key_of("bao cao cntt - 3.2")
    True
    """
    return " ".join(map(bare, words_of(stem_of(name))))


def likeness(typed: str, name: str) -> int | None:
    """Return how alike a typed name and a file's name of the same key are, the smaller the more; None where they are not the same.

    >>> likeness("MC1.PDF", "mc1.pdf"), likeness("mc_1.pdf", "MC 1.pdf"), likeness("MC1", "MC1.pdf"), likeness("MC1.doc", "MC1.pdf")
    (0, 1, 2, None)
    """
    if fold_name(typed) == fold_name(name):
        return SAME
    endings = ending_of(typed), ending_of(name)
    if endings[0] and ENDINGS[endings[0]] != ENDINGS.get(endings[1]):
        return None
    mine, theirs = words_of(stem_of(typed)), words_of(stem_of(name))
    if mine == theirs:
        return MARKED if endings[0] else UNENDING
    lacks = len(mine) == len(theirs) and (all(map(may_lack_marks, mine, theirs)) or all(map(may_lack_marks, theirs, mine)))
    return BARE if lacks else None
