"""The stamp of a workbook of ours: for which rulebook, group, unit and period it was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ictscore import __version__
from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import NOWHERE, Place
from ictscore.rulebook.model import Rulebook
from ictscore.survey.carried_face import carried_on_face
from ictscore.survey.foreign_forms import is_foreign
from ictscore.survey.form_identity import difference, identity_of, mark_of, marks_in
from ictscore.survey.layout import ASTRAY_KEY, CARRIED_KEY, STAMP_KEYS, STAMP_SHEET
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Workbook
from ictscore.words import N_, Phrase, phrase

NO_SURVEYS = {"results": "IO114", "check": "IO172"}
"""The kinds of workbooks that are no surveys but were made from one, and what is said of them."""
_KEYS = (*STAMP_KEYS, CARRIED_KEY, ASTRAY_KEY)
_PROPERTY = "ictscore "
"""What the names of the document's properties begin with, where the stamp stands a second time."""
PROPERTY_OF_RULEBOOK = f"{_PROPERTY}rulebook"
_FIELDS = {"type": N_("the kind of answer"), "measure": N_("the measure"), "choices": N_("the choices"), "label": N_("the wording")}


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the stamp says; everything is blank where there is none."""

    kind: str = ""
    rulebook: str = ""
    hash: str = ""
    version: str = ""
    group: str = ""
    unit: str = ""
    period: str = ""
    unit_id: str = ""
    returned_from: str = ""
    form: str = ""
    questions: str = ""
    place: Place = NOWHERE
    changed: bool = False
    """Whether the rulebook's text has changed since."""
    is_of_now: bool = False
    """Whether it was made from the very rulebook in use, by this version of us: what it prints is known."""
    is_foreign: bool = False
    """Whether it was made for quite another rulebook: its rows are none of ours."""
    modified: str = ""
    """When the file says it was saved last."""
    file_hash: str = ""
    """The hash of the file it stands in."""
    carried_from: str = ""
    """The round from which its answers were carried over, where that is another one."""
    asked_of: str = ""
    """The unit for which another form was made, where this one asks whose figures that holds."""


def read_stamp(book: Workbook) -> Stamp:
    """Return the stamp of a workbook; raise FileRefused for one that holds results or a check."""
    sheet = next((each for each in book.sheets if each.name == STAMP_SHEET), None)
    values: dict[str, str] = {}
    if sheet is not None:
        for row, cells in sheet.rows():
            key, value = cells[0].text.strip(), sheet.cells.get((row, cells[0].column + 1))
            if key in _KEYS and value is not None:
                values[key] = value.text.strip()
    place = Place(book.file.name, sheet=STAMP_SHEET) if values else Place(book.file.name)
    values = values or stamp_in(book.properties)
    kind, rulebook, digest, version, group, unit, period, unit_id, returned, form, questions = (values.get(key, "") for key in STAMP_KEYS)
    stamp = Stamp(kind, rulebook, digest, version, group, unit, period, unit_id, returned, form, questions, place)
    if stamp.kind in NO_SURVEYS:
        raise FileRefused(finding(NO_SURVEYS[stamp.kind], Place(book.file.name)))
    carried = values.get(CARRIED_KEY, "") if any(values.values()) else carried_on_face(book)
    return replace(stamp, modified=book.modified, carried_from=carried, asked_of=values.get(ASTRAY_KEY, ""))


def stamp_in(properties: Mapping[str, str]) -> dict[str, str]:
    """Return the keys and values of the stamp among the properties of a document; all blank where there is none."""
    return {key: properties.get(f"{_PROPERTY}{key}", "").strip() for key in _KEYS}


def check_stamp(stamp: Stamp, rulebook: Rulebook, rulebook_hash: str, notes: Notes) -> Stamp:
    """Hold a stamp against the rulebook in use; return it with whether what is asked has changed since."""
    if stamp.rulebook and stamp.rulebook != rulebook.id:
        notes.add("SV501", stamp.place, read=stamp.rulebook, expected=rulebook.id, same=_in_common(stamp, rulebook))
        return replace(stamp, is_foreign=is_foreign(stamp.rulebook, stamp.questions, rulebook))
    if not (stamp.hash and rulebook_hash and stamp.hash != rulebook_hash):
        return replace(stamp, is_of_now=bool(stamp.hash and rulebook_hash) and stamp.version == __version__)
    if not stamp.form or stamp.group not in {each.id for each in rulebook.groups}:
        notes.add("SV502", stamp.place, read=stamp.rulebook)
        return replace(stamp, changed=True)
    return _hold_form(stamp, rulebook, notes)


def _in_common(stamp: Stamp, rulebook: Rulebook) -> Phrase | str:
    """Return how many questions of another rulebook's form this one asks just so; nothing where the stamp does not list them."""
    then = marks_in(stamp.questions)
    now = {name: mark_of(spec) for name, spec in rulebook.answers.items()}
    same = len(difference(then, now).same)
    return phrase(N_("; its questions that are the same here: {same} of {total}"), same=same, total=len(then)) if then else ""


def _hold_form(stamp: Stamp, rulebook: Rulebook, notes: Notes) -> Stamp:
    """Say by which questions an older form differs; a form that asks the same is not old, whatever else was changed in the rulebook."""
    now = identity_of(rulebook, stamp.group)
    if now.version == stamp.form:
        return stamp
    differs = difference(marks_in(stamp.questions), now.questions)
    counts = {"changed": len(differs.changed), "gone": len(differs.gone), "new": len(differs.new)}
    same = {"same": len(differs.same), "total": len(now.questions)}
    notes.add("SV510", stamp.place, read=stamp.form, expected=now.version, **same, **counts)
    for name, fields in differs.changed.items():
        if {"type", "choices"} & set(fields):
            notes.add("SV511", stamp.place, answer=name, label=rulebook.answers[name].label, what=told_fields(fields))
    return replace(stamp, changed=True)


def told_fields(fields: Sequence[str]) -> tuple[Phrase, ...]:
    """Return in words in what two questions differ."""
    return tuple(phrase(_FIELDS[each]) for each in fields)
