"""What a command that only reports has found, as every format of it needs it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from ictscore.findings import Finding
from ictscore.rulebook.groups import SaidGroup
from ictscore.words import Phrase


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that was looked at and can fail: a unit, or a file by itself; ``skipped`` says why nothing could be looked at."""

    name: str
    findings: tuple[Finding, ...] = ()
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    """The cases of one file, or of the units nothing came from."""

    name: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """What was found.

    ``record`` holds the further keys of the JSON document, ``hashes`` the SHA-256 of files; ``subject`` says what a finding is about.
    """

    kind: str
    findings: tuple[Finding, ...]
    files: tuple[str, ...] = ()
    suites: tuple[Suite, ...] = ()
    record: Mapping[str, object] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)
    subject: Callable[[Finding], str] = lambda _: ""

    def fingerprints(self) -> tuple[str, ...]:
        """Return for each finding a hash that stays when lines and rows move, and no two alike.

        It is made of the code, the file and what the finding is about: the unit and question, else its values. Of several alike the
        second and further ones are counted.
        """
        seen: dict[str, int] = {}
        return tuple(_numbered(key, seen) for key in map(self._key, self.findings))

    def _key(self, found: Finding) -> str:
        about = self.subject(found) or _canonical(found.values)
        return json.dumps([found.code, portable(found.place.file), about], ensure_ascii=True)


def _numbered(key: str, seen: dict[str, int]) -> str:
    seen[key] = number = seen.get(key, 0) + 1
    return hashlib.sha256(f"{key}#{number}".encode("ascii")).hexdigest()


def _canonical(values: Mapping[str, object]) -> str:
    """Return the values of a finding as a text that does not hang on the spoken language."""
    return json.dumps({name: _plain(value) for name, value in values.items()}, sort_keys=True)


def _plain(value: object) -> Any:
    if isinstance(value, Phrase):
        return [value.text, {name: _plain(each) for name, each in value.values.items()}]
    if isinstance(value, SaidGroup):
        return value.id
    if isinstance(value, Fraction):
        return str(value)
    return [_plain(each) for each in value] if isinstance(value, (tuple, list)) else str(value)


def portable(file: str, separator: str = os.sep) -> str:
    r"""Return a file's name as machines write it: with slashes, whatever system it comes from.

    >>> portable(".\\nhan\\a.xlsx", separator="\\"), portable("./nhan/a.xlsx")
    ('nhan/a.xlsx', 'nhan/a.xlsx')
    """
    return file.replace(separator, "/").removeprefix("./")


def suites_by_file(files: Iterable[str], findings: Sequence[Finding]) -> Iterator[Suite]:
    """Yield a suite of one case for each file: rulebooks are looked at as wholes."""
    for file in dict.fromkeys([*files, *(each.place.file for each in findings)]):
        name = file or "–"
        yield Suite(name, (Case(name, tuple(each for each in findings if each.place.file == file)),))
