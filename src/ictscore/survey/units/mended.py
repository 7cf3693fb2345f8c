"""Forms sent back and mended: each takes the place of all the files of its unit for which it was sent back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.survey.drafts import Draft, Said
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import SHORT_HASH
from ictscore.survey.matching.names import Names
from ictscore.survey.matching.questions import kept_name
from ictscore.survey.noting import Notes
from ictscore.survey.submission import InputRecord
from ictscore.survey.units.by_file_name import unit_of_name
from ictscore.survey.units.names_typed import clean_name

Same = Callable[[str, str], bool]


def without_mended(drafts: Sequence[Draft], notes: Notes, names: Names | None = None) -> list[Draft]:
    """Return the entries without those for which the mended form came too; a note says so, and what was found in them is dropped.

    The form answers the files that its stamp names by their hashes: that from which it was made, and those that came beside it. In them it
    answers the entry of its unit. Whatever the unit sent later is still asked about, and so is a form made for another unit until it is
    said whose figures it holds.
    """
    same = names.is_same if names is not None else _same
    in_file = Counter(each.origin.place.file for each in drafts)
    returned = _sent_back(drafts)
    past: dict[int, Draft] = {}
    for each in drafts:
        alone = in_file[each.origin.place.file] == 1
        forms = [mended for mended in returned if _is_made_from(mended, each) and _is_its_unit(mended, each, same, alone=alone)]
        for mended in _settling(forms, each, same, notes) if forms and _is_astray(each, same) else forms:
            past[id(each)] = each
            notes.add("UN150", _place(mended), _place(each), file=kept_name(each.origin.place.file), unit=_name(mended))
    left = [each for each in drafts if id(each) not in past]
    if past:
        notes.left = [each for each in notes.left if each.place.file not in {one.origin.place.file for one in past.values()} - _files(left)]
        notes.forget(_Past(list(past.values()), left))
    return left


def without_answered(files: Iterable[InputRecord], drafts: Sequence[Draft], notes: Notes, names: Names | None = None) -> list[InputRecord]:
    """Return the files that could not be read and for which no form was sent back and came; a note says so of the others.

    Files of several units may have the same bytes (none at all, say): a form answers those that bear the name of its unit.
    """
    if names is None:
        return [*files]
    answered: dict[str, Draft] = {}
    left = []
    for file in files:
        mended = next((each for each in _sent_back(drafts) if _answers_unread(each, file, names)), None)
        if mended is None:
            left.append(file)
        else:
            answered[file.name] = mended
    if answered:
        notes.forget(lambda found: found.place.file in answered)
    for name, mended in answered.items():
        notes.add("UN156", Place(name), _place(mended), unit=_name(mended))
    return left


def _answers_unread(mended: Draft, file: InputRecord, names: Names) -> bool:
    owner = unit_of_name(file.name, names) if _answers(mended, file.sha256) else None
    return owner is not None and names.is_same(_name(mended), owner.name) and _is_of_its_stamp(mended, names.is_same)


def _sent_back(drafts: Sequence[Draft]) -> list[Draft]:
    return [each for each in drafts if each.origin.kind == "form" and each.origin.stamp.returned_from]


def _answers(mended: Draft, digest: str) -> bool:
    """Return whether a form was sent back for a file: its stamp has the hash, or the beginning of it."""
    return bool(digest) and any(digest.startswith(each) for each in mended.origin.stamp.returned_from.split() if len(each) >= SHORT_HASH)


def _is_made_from(mended: Draft, entry: Draft) -> bool:
    return entry is not mended and _answers(mended, entry.origin.stamp.file_hash)


def _is_astray(entry: Draft, same: Same) -> bool:
    """Return whether an entry is a form made for another unit than it names, on which nobody says whose figures it holds."""
    written, stamped = clean_name(entry.unit.text), clean_name(entry.origin.stamp.unit)
    is_other = entry.origin.kind == "form" and bool(written) and bool(stamped) and not same(stamped, written)
    answer = clean_name(entry.confirmed.text)
    return is_other and not (answer and (same(stamped, answer) or same(written, answer)))


def _settling(forms: Sequence[Draft], entry: Draft, same: Same, notes: Notes) -> list[Draft]:
    """Return which of the forms that were sent back for a form gone astray take its place: those that answer whose figures it holds.

    The form that went back for that very one has its stamp, and asks it itself. The form of the unit that it names asks it too: where the
    answer is the unit it was made for, the entry is that unit's. Forms that answer it differently answer nothing.
    """
    written, stamped = clean_name(entry.unit.text), clean_name(entry.origin.stamp.unit)
    if own := [each for each in forms if same(stamped, clean_name(each.origin.stamp.unit))]:
        return own
    answers = [(each, clean_name(each.confirmed.text)) for each in forms if each.confirmed.text]
    as_made = [each for each, answer in answers if same(stamped, answer)]
    as_named = [each for each, answer in answers if same(written, answer)]
    if as_made and not as_named:
        place = entry.unit.place
        entry.unit = Said(stamped, place)
        notes.add("SV527", as_made[0].confirmed.place, place, file=kept_name(place.file), written=written, unit=stamped)
    return as_named if not as_made else []


def _files(drafts: Iterable[Draft]) -> set[str]:
    return {each.origin.place.file for each in drafts}


def _is_its_unit(mended: Draft, entry: Draft, same: Same, *, alone: bool) -> bool:
    """Return whether a mended form is of the unit of this entry; an entry alone in its file may have written its name in any way.

    A form that one unit got back and another filled in answers nothing of the first.
    """
    pairs = [(mine, theirs) for mine in _names(mended) for theirs in _names(entry)]
    if any(same(mine, theirs) for mine, theirs in pairs):
        return True
    return alone and _is_of_its_stamp(mended, same)


def _is_of_its_stamp(mended: Draft, same: Same) -> bool:
    """Return whether the unit for which a form was made filled it in."""
    written, stamped = clean_name(mended.unit.text), clean_name(mended.origin.stamp.unit)
    return not written or same(written, stamped)


def _names(draft: Draft) -> list[str]:
    """Return what an entry is called: as it says, and as its form's stamp says."""
    stamped = draft.origin.stamp.unit if draft.origin.kind == "form" else ""
    return [name for name in (clean_name(draft.unit.text), clean_name(stamped)) if name]


def _same(mine: str, theirs: str) -> bool:
    return fold_name(mine) == fold_name(theirs)


def _place(draft: Draft) -> Place:
    """Return where an entry says whose it is, else where it stands."""
    return draft.unit.place if draft.unit.place.file else draft.origin.place


def _name(draft: Draft) -> str:
    return clean_name(draft.unit.text) or clean_name(draft.origin.stamp.unit)


class _Past:
    """Says which findings belong only to entries that are left out: their file, their sheet, or their row of a table."""

    def __init__(self, past: Sequence[Draft], left: Sequence[Draft]) -> None:
        kept = {each.origin.place.file for each in left}
        kept_sheets = {_sheet(each.origin.place) for each in left}
        self._files = {each.origin.place.file for each in past} - kept
        self._sheets = {_sheet(each.origin.place) for each in past} - kept_sheets
        self._rows = {(*_sheet(each.origin.place), each.row) for each in past if each.row}

    def __call__(self, found: Finding) -> bool:
        if found.code in ("UN150", "UN156"):
            return False
        place = found.place
        row = _row(place.cell)
        return place.file in self._files or _sheet(place) in self._sheets or (row is not None and (*_sheet(place), row) in self._rows)


def _sheet(place: Place) -> tuple[str, str]:
    return place.file, place.sheet


def _row(cell: str) -> int | None:
    """Return the row of a cell."""
    digits = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isdecimal() else None
