"""Whose files are of which nothing could be read: known by their names alone, where one is that of one unit of the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from ictscore.places import Place
from ictscore.rulebook.unit_list import UnitSpec
from ictscore.survey.matching.names import Names
from ictscore.survey.noting import Notes
from ictscore.survey.submission import InputRecord, Submission

_JOINTS = re.compile(r"[-_.\s]+")
_ENDING = re.compile(r"\.(?:xls[xmb]?|xlt[xm]|f?ods|csv|tsv|doc[xm])$", re.IGNORECASE)
"""An ending behind which another was put: “So-Noi-vu.xlsx.tmp”."""
_COPY = re.compile(r"\s*(?:\(\d+\)|\bcopy\b|\bbản sao\b)\s*$", re.IGNORECASE)
"""What a second download or copy adds to a name."""


def owners_by_name(files: Iterable[InputRecord], names: Names | None, notes: Notes) -> Iterator[Submission]:
    """Yield for each file named like one unit of the round that this unit sent something that cannot be read; a note says by what.

    A file without a hash could not even be opened: no form can be sent back for it.
    """
    if names is None:
        return
    for file in files:
        unit = unit_of_name(file.name, names)
        if unit is not None:
            notes.add("UN155" if file.sha256 else "UN157", Place(file.name), unit=unit.name)
            yield Submission(unit.name, unit.group, {}, parent=names.units.parent_name(unit), place=Place(file.name))


def unit_of_name(file: str, names: Names) -> UnitSpec | None:
    """Return the unit whose whole name a file bears: “So-Tai-chinh.xlsx”, “Phiếu Sở Tài chính (1).xlsx”."""
    stem = _COPY.sub("", _ENDING.sub("", PurePath(file.replace("\\", "/")).stem))
    for text in dict.fromkeys((stem, _JOINTS.sub(" ", stem))):
        unit = names.whole.unit(text)
        if unit is not None and names.is_of_the_round(unit):
            return unit
    return None
