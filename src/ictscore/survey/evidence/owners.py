"""Whose a folder of evidence is: by the unit's name, short name or id, as the list of units or the survey itself knows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePath

from ictscore.rulebook.unit_list import UnitSpec
from ictscore.spelling import bare, fold
from ictscore.survey.matching.matcher import Matcher, Step
from ictscore.survey.submission import Submission
from ictscore.survey.unit_names import Who, who

_ASIDE = re.compile(
    r"^[\W\d_]+|^(?:minh chứng|minh chung|tài liệu kiểm chứng|tài liệu|tai lieu|hồ sơ|ho so|phiếu|phieu|mc)(?:\s+(?:của|cua))?(?!\w)[\W_]*"
    r"|\s*\([^()]*\)\s*$",
    re.IGNORECASE,
)
"""What stands before and behind a unit's name: a running number, what the folder holds, a remark in brackets."""
_SURE: tuple[Step, ...] = ("exact", "former", "kind")
_SURE_ON_TOP: tuple[Step, ...] = (*_SURE, "letters")


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
        self._of_folders: dict[str, Who | None] = {"": None}

    def _note(self, key: str, owner: Who) -> None:
        for each in {key, bare(key)} - {""}:
            self._known.setdefault(each, set()).add(owner)

    def of(self, folder: str) -> Who | None:
        """Return whose a folder is, by its own name, else by that of the folder it lies in."""
        if folder not in self._of_folders:
            above, _, name = folder.rpartition("/")
            outer = self.of(above)
            self._of_folders[folder] = self._named(name, outer, on_top=not above) or outer
        return self._of_folders[folder]

    def _named(self, name: str, outer: Who | None, *, on_top: bool) -> Who | None:
        text = unicodedata.normalize("NFC", name)
        for each in dict.fromkeys((text, _plain(text))):
            found = self._known.get(fold(each)) or self._known.get(bare(fold(each)))
            if found is not None and len(found) == 1:
                return next(iter(found))
            if (unit := self._listed(each, outer, on_top=on_top)) is not None:
                return self._who(unit)
        return None

    def _listed(self, name: str, outer: Who | None, *, on_top: bool) -> UnitSpec | None:
        if self._matcher is None or not fold(name):
            return None
        found = self._matcher.match(name, lambda unit: outer is not None and self._who(unit)[1] == outer[0])
        return found.unit if found.step in (_SURE_ON_TOP if on_top else _SURE) else None

    def _who(self, unit: UnitSpec) -> Who:
        units = self._matcher.units if self._matcher is not None else None
        return who(unit.name, units.parent_name(unit) if units is not None else None)


def _plain(name: str) -> str:
    """Return a folder's name without what stands around a unit's name.

    >>> _plain("01. Minh chứng của Sở Nội vụ (bổ sung)"), _plain("Sở_Tài_chính")
    ('Sở Nội vụ', 'Sở Tài chính')
    """
    text, before = name.replace("_", " "), ""
    while text != before:
        before, text = text, _ASIDE.sub("", text).strip()
    return text


def is_of(owner: Who, unit: Who) -> bool:
    """Return whether an owner is a unit: of one name, and of one parent where both say theirs."""
    return owner[0] == unit[0] and (not owner[1] or not unit[1] or owner[1] == unit[1])
