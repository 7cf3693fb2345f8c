"""Two versions of a rulebook, one of which cannot be read, compared line by line as git would without us."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.reports.console import plain, results
from ictscore.words import tr


def print_line_diff(old: Path, new: Path, path: str) -> None:
    """Print that a version cannot be read as a rulebook, and what differs between the lines of both."""
    console = results()
    console.print(plain(tr("{path}: not both versions can be read as rulebooks; compared line by line.", path=path)), soft_wrap=True)
    for line in difflib.unified_diff(lines_in(old), lines_in(new), f"a/{path}", f"b/{path}", lineterm=""):
        console.print(plain(line), soft_wrap=True)


def lines_in(path: Path) -> tuple[str, ...]:
    """Return the lines of a file, whatever it holds; bytes that are no text are shown as such."""
    return tuple(path.read_bytes().decode("utf-8", errors="backslashreplace").splitlines())


def with_names(found: Finding, names: Mapping[str, str]) -> Finding:
    """Return a finding that names files as their owner knows them, wherever it speaks of temporary ones."""
    values = {key: _renamed(value, names) for key, value in found.values.items()}
    related = tuple(_at(each, names) for each in found.related)
    return replace(found, place=_at(found.place, names), values=values, related=related)


def _renamed(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, Place):
        return _at(value, names)
    return _text(value, names) if isinstance(value, str) else value


def _at(place: Place, names: Mapping[str, str]) -> Place:
    return replace(place, file=_text(place.file, names))


def _text(text: str, names: Mapping[str, str]) -> str:
    for temporary, name in names.items():
        text = text.replace(temporary, name)
    return text
