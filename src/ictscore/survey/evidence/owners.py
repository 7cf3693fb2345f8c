"""Whose a folder of evidence is: by the unit's name, short name or id, as the list of units or the survey itself knows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from ictscore.rulebook.unit_list import UnitSpec
from ictscore.spelling import bare, fold
from ictscore.survey.labels.unit_names import Who, who
from ictscore.survey.matching.matcher import Matcher, Step
from ictscore.survey.submission import Submission

_BEFORE = re.compile(
    r"^[\W\d_]+|^(?:minh chứng|minh chung|tài liệu kiểm chứng|tài liệu|tai lieu|hồ sơ|ho so|phiếu|phieu|mc)(?:\s+(?:của|cua))?(?!\w)[\W_]*",
    re.IGNORECASE,
)
"""What stands before a unit's name: a running number, and what the folder holds."""
_BEHIND = re.compile(r"\s*\([^()]*\)\s*$")
"""What stands behind it: a remark in brackets."""
_STEPS: tuple[Step, ...] = ("exact", "former", "kind", "letters")


class Owner(NamedTuple):
    """The unit a folder belongs to; ``is_sure`` where the folder bears its whole name, and not a part of it that may be a topic as well."""

    unit: Who
    is_sure: bool


class Owners:
    """Tells whose a folder is; nobody's where its name may mean two units, or none."""

    def __init__(self, submissions: Sequence[Submission], matcher: Matcher | None = None) -> None:
        """Know the units that came, by their names and their files, and those of the list."""
        self._matcher = matcher
        self._known: dict[str, set[Who]] = {}
        for each in submissions:
            for name in (each.unit, PurePath(each.place.file.replace("\\", "/")).stem):
                self._note(fold(name), each.who)
        for unit in matcher.units.units if matcher is not None else ():
            self._note(fold(unit.id), self._who(unit))
        self._of_folders: dict[str, Owner | None] = {"": None}

    def _note(self, key: str, owner: Who) -> None:
        for each in {key, bare(key)} - {""}:
            self._known.setdefault(each, set()).add(owner)

    def of(self, folder: str) -> Owner | None:
        """Return whose a folder is: its own name says so, else that of the folder it lies in.

        In a unit’s folder only those of units that belong to it are not its own: “Kế hoạch” holds its plans there, and not what the
        department of planning sent.
        """
        if folder not in self._of_folders:
            above, _, name = folder.rpartition("/")
            outer = self.of(above)
            own = self._named(name, outer)
            self._of_folders[folder] = own if own is not None and (outer is None or own.unit[1] == outer.unit[0]) else outer
        return self._of_folders[folder]

    def _named(self, name: str, outer: Owner | None) -> Owner | None:
        text = unicodedata.normalize("NFC", name)
        for each in dict.fromkeys((text, _plain(text), _BEHIND.sub("", _plain(text)))):
            found = self._known.get(fold(each)) or self._known.get(bare(fold(each)), set())
            found = {unit for unit in found if outer is not None and unit[1] == outer.unit[0]} or found
            if len(found) == 1:
                return Owner(next(iter(found)), is_sure=True)
            if (owner := self._listed(each, outer)) is not None:
                return owner
        return None

    def _listed(self, name: str, outer: Owner | None) -> Owner | None:
        """Return the unit of the list that a name means: by a whole name of it, or by what may be one."""
        if self._matcher is None or not fold(name):
            return None
        found = self._matcher.match(name, lambda unit: outer is not None and self._who(unit)[1] == outer.unit[0])
        if found.unit is None or found.step not in _STEPS:
            return None
        whole = {bare(fold(each)) for each in found.unit.names}
        return Owner(self._who(found.unit), is_sure=bare(fold(name)) in whole)

    def _who(self, unit: UnitSpec) -> Who:
        units = self._matcher.units if self._matcher is not None else None
        return who(unit.name, units.parent_name(unit) if units is not None else None)


def _plain(name: str) -> str:
    """Return a folder's name without what stands before a unit's name.

    >>> _plain("01. Minh chứng của Sở Nội vụ"), _plain("Sở_Tài_chính")
    ('Sở Nội vụ', 'Sở Tài chính')
    """
    text, before = name.replace("_", " "), ""
    while text != before:
        before, text = text, _BEFORE.sub("", text).strip()
    return text


def is_of(owner: Who, unit: Who) -> bool:
    """Return whether an owner is a unit: of one name, and of one parent where both say theirs."""
    return owner[0] == unit[0] and (not owner[1] or not unit[1] or owner[1] == unit[1])
