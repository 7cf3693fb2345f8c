"""Files that came twice, byte for byte: one is read, and a note at the other says which."""

from __future__ import annotations

from collections.abc import Sequence

from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.survey.drafts import Draft
from ictscore.survey.file_read import FileRead
from ictscore.survey.units.names_typed import clean_name

GIVEN_TWICE = "IO136"
"""Said of a file whose very bytes were read under another name."""


def without_copies(reads: Sequence[FileRead]) -> tuple[list[FileRead], list[Finding]]:
    """Return what was read without files that have the very bytes of another, and a note for each; the shortest name stays.

    Whose the files are they have to say themselves: blank forms without a name may come from several units, and so may files that cannot
    be read (with no bytes at all, say).
    """
    firsts: dict[str, FileRead] = {}
    for each in sorted(filter(_says_whose, reads), key=_plainness):
        assert each.record is not None
        firsts.setdefault(each.record.sha256, each)
    left, told = [], []
    for each in reads:
        first = firsts.get(each.record.sha256) if each.record is not None and _says_whose(each) else None
        if each.record is None or first is None or first is each or first.record is None:
            left.append(each)
        else:
            told.append(finding(GIVEN_TWICE, Place(each.record.name), other=first.record.name))
    return left, told


def _plainness(read: FileRead) -> tuple[int, str]:
    name = read.record.name if read.record is not None else ""
    return len(name), name


def _says_whose(read: FileRead) -> bool:
    return read.record is not None and read.notes is not None and bool(read.drafts) and all(map(_names_its_unit, read.drafts))


def _names_its_unit(draft: Draft) -> bool:
    return bool(clean_name(draft.unit.text) or (draft.origin.kind == "form" and clean_name(draft.origin.stamp.unit)))
