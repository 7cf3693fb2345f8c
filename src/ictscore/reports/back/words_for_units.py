"""How things found are worded for the unit that gets its form back: no ids, no cells or paths of the department, nothing it cannot do."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from ictscore.findings import Finding
from ictscore.reports.back.unit_wordings import FOR_UNITS, SHAPES_REFUSED
from ictscore.reports.checked.belonging import POINTS
from ictscore.rulebook.model import Rulebook
from ictscore.words import Phrase, tr

_NAMES = re.compile(r"\w+(?:\.\w+)*")
_NAMED_TWICE = re.compile(r"“([^“”]*)” \(\1\)")
_WITH_IDS = frozenset({"answer", "label", "of", "over", "read", "visible", "marked"})


def sentence(rulebook: Rulebook, found: Finding, *, is_all: bool = False) -> str:
    """Return what is the matter and what to do, in words for the unit: questions go by their text, not by their ids.

    ``is_all`` says that for this nothing of the file was read: the unit is told what the department is.
    """
    skipped = {"read"} if found.code != "SV406" else set()
    values = {name: value if name in skipped else _labelled(rulebook, value, name) for name, value in found.values.items()}
    if found.code in FOR_UNITS and not (is_all and found.code in SHAPES_REFUSED):
        message, advice = FOR_UNITS[found.code]
        return _upper(f"{tr(message, **values)} {tr(advice)}")
    worded = Finding(found.code, values=values)
    return f"{_without_the_question(worded.message, str(values.get('label', '')))} {worded.advice}"


def _without_the_question(text: str, label: str) -> str:
    """Return a message without the question at its beginning: the sentence stands beside it."""
    once = _NAMED_TWICE.sub(r"“\1”", text)
    start = f"“{label}”: "
    return _upper(once.removeprefix(start)) if label else once


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _named(rulebook: Rulebook, value: object) -> object:
    """Return what the form calls an answer whose id, or whose ids, a reason names."""
    if isinstance(value, (tuple, list)):
        return tuple(_named(rulebook, each) for each in value)
    spec = rulebook.answers.get(value) if isinstance(value, str) else None
    return f"“{spec.label}”" if spec is not None else value


def _labelled(rulebook: Rulebook, value: object, name: str) -> object:
    """Return a text in which the ids of answers and criteria are replaced by what the form calls them."""
    if isinstance(value, Phrase):
        return replace(value, values={key: _named(rulebook, each) for key, each in value.values.items()})
    if name == "counted":
        return PurePath(str(value)).name
    if not isinstance(value, str) or name not in _WITH_IDS:
        return value
    labels = {key: spec.label for key, spec in rulebook.answers.items()}
    points = {each.id: tr("points for “{criterion}”", criterion=each.name) for each in rulebook.all_criteria()}
    if name == "read":
        known = {key: f"“{label}”" for key, label in labels.items()} | {f"{POINTS}{key}": text for key, text in points.items()}
        return known.get(value, value)
    whole = labels.get(value) or points.get(value)
    if whole or name in {"label", "visible", "marked"}:
        return whole or value
    return _NAMES.sub(lambda found: f"“{labels[found[0]]}”" if found[0] in labels else found[0], value)
