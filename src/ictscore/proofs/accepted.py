"""Findings of proofs that the author of a rulebook accepts, each with a reason, in a file beside it.

The file is no part of the rulebook: it changes no points, and the rulebook's hash does not look at it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from ictscore.documents import Node, read_document
from ictscore.errors import FileRefused, RulebookRefused
from ictscore.findings import Finding, finding
from ictscore.formulas.fields import Part, Words
from ictscore.places import Place
from ictscore.proofs.doubt import Doubt
from ictscore.rulebook.nodes import place_at
from ictscore.rulebook.shipped import shown_name
from ictscore.rulebook.typed import read_model
from ictscore.system_reasons import system_reason

ACCEPTED_FILE = "accepted.yaml"
_INCENTIVES = ("RB731", "RB732", "RB733", "RB734")
_NEVER = ("RB741", "RB742", "RB799")


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Acceptance(Part):
    """One kind of finding accepted at one place or several, and why."""

    code: Words
    at: Annotated[tuple[Words, ...], BeforeValidator(_one_or_many), Field(min_length=1)]
    reason: Words


class _AcceptedFile(Part):
    """A file of acceptances."""

    accepted: Annotated[tuple[Acceptance, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Sifted:
    """Doubts that stand, doubts that were accepted with their reasons, and what is wrong with the acceptances."""

    standing: tuple[Doubt, ...]
    accepted: tuple[tuple[Doubt, str], ...] = ()
    findings: tuple[Finding, ...] = ()


def sift(rulebook_file: Path, doubts: tuple[Doubt, ...], *, proofs: bool, incentives: bool) -> Sifted:
    """Return the doubts held against the acceptances beside the rulebook.

    An acceptance that hits nothing is an error; those of checks that did not run are not judged.
    Raises RulebookRefused for a file that does not fit, FileRefused for one that cannot be read.
    """
    path = rulebook_file.with_name(ACCEPTED_FILE)
    if not path.is_file():
        return Sifted(doubts)
    file, document = _read(path)
    reasons = {(each.code, at): each.reason for each in file.accepted for at in each.at}
    standing = tuple(each for each in doubts if (each.finding.code, each.at) not in reasons)
    hit = tuple((each, reasons[each.finding.code, each.at]) for each in doubts if (each.finding.code, each.at) in reasons)
    found = tuple(_misses(file, document, {(each.finding.code, each.at) for each in doubts}, proofs=proofs, incentives=incentives))
    return Sifted(standing, hit, found)


def _read(path: Path) -> tuple[_AcceptedFile, Node]:
    name = shown_name(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileRefused(finding("IO103", Place(name), reason=system_reason(error))) from None
    document = read_document(data, name)
    file, misfits = read_model(_AcceptedFile, document)
    if file is None:
        raise RulebookRefused(*misfits)
    return file, document


def _misses(file: _AcceptedFile, document: Node, doubts: set[tuple[str, str]], *, proofs: bool, incentives: bool) -> Iterator[Finding]:
    for index, each in enumerate(file.accepted):
        path = ("accepted", index)
        if not each.code.startswith("RB7") or each.code in _NEVER:
            yield Finding("RB742", place_at(document, (*path, "code")), {"code": each.code})
        elif incentives if each.code in _INCENTIVES else proofs:
            for position, at in enumerate(each.at):
                if (each.code, at) not in doubts:
                    yield Finding("RB741", place_at(document, (*path, "at", position)), {"code": each.code, "at": at})
