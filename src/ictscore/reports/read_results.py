"""Results read back: the JSON and the workbooks that ``score`` wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ictscore.errors import FileRefused
from ictscore.exact import parse_number
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.scoring.ranking import Key
from ictscore.survey.sheets.inputs import InputFile
from ictscore.words import Phrase, phrase


@dataclass(frozen=True, slots=True)
class ReadUnit:
    """One unit as a result recorded it; ``awards`` are ids, with ``?`` behind those that are open, ``award_text`` is what people read."""

    unit: str
    parent: str | None
    rank: int | None
    tied: bool
    ranked: bool
    total: Fraction
    exact: Fraction
    max_points: Fraction
    percent: Fraction
    grade: str | None
    awards: tuple[str, ...]
    award_text: str
    sections: Mapping[str, Fraction]
    criteria: Mapping[str, Fraction]
    key: Key


@dataclass(frozen=True, slots=True)
class ReadGroup:
    """One group of a result, its units in the order recorded."""

    id: str
    name: str
    within_parent: bool
    units: tuple[ReadUnit, ...]


@dataclass(frozen=True, slots=True)
class ReadResults:
    """A result: what it was scored by, how it was ranked, and its groups."""

    file: str
    rulebook: str
    hash: str
    stage: str
    provisional: bool
    on: str
    style: str
    unranked_units: str
    groups: tuple[ReadGroup, ...]


def no_results(file: str, reason: Phrase | str) -> FileRefused:
    """Return the refusal of a file that is no result of ours."""
    return FileRefused(finding("SC201", Place(file), file=file, reason=reason))


def looks_like_json(file: InputFile) -> bool:
    """Return whether a file can only be JSON."""
    return file.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def read_json_results(file: InputFile) -> ReadResults:
    """Return the result in a JSON file. Raises FileRefused when it is none."""
    try:
        document = json.loads(file.data.decode("utf-8-sig"))
    except ValueError as error:  # also what is no UTF-8
        raise no_results(file.name, str(error)) from None
    if not isinstance(document, dict) or document.get("kind") != "results":
        raise no_results(file.name, phrase("it does not say that it holds results"))
    try:
        return results_from(file.name, document)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise no_results(file.name, phrase("something is missing or is not what it should be ({problem})", problem=repr(error))) from None


def results_from(name: str, document: dict[str, Any]) -> ReadResults:
    """Return the result in a record as ``json_results`` makes it; raises what Python raises where the record is another."""
    ranking = document["ranking"]
    return ReadResults(
        file=name,
        rulebook=str(document["rulebook"]["id"]),
        hash=str(document["rulebook"]["hash"]),
        stage=str(document["stage"]),
        provisional=document["provisional"] is True,
        on=str(ranking["on"]),
        style=str(ranking["style"]),
        unranked_units=str(ranking["unranked_units"]),
        groups=tuple(_group(each) for each in document["groups"]),
    )


def _group(group: dict[str, Any]) -> ReadGroup:
    return ReadGroup(str(group["id"]), str(group["name"]), group["ranked_within"] == "parent", tuple(_units(group["units"])))


def _units(units: list[dict[str, Any]]) -> Iterator[ReadUnit]:
    for each in units:
        yield ReadUnit(
            unit=each["unit"],
            parent=each["parent"],
            rank=each["rank"],
            tied=each["tied"],
            ranked=each["ranked"],
            total=parse_number(each["total"]),
            exact=Fraction(each["total_exact"]),
            max_points=parse_number(each["max_points"]),
            percent=parse_number(each["percent"]),
            grade=each["grade"],
            awards=tuple(f"{award['id']}{'?' if award['undecided'] else ''}" for award in each["awards"]),
            award_text="; ".join(f"{award['name']}{' ?' if award['undecided'] else ''}" for award in each["awards"]),
            sections={section["id"]: parse_number(section["points"]) for section in each["sections"]},
            criteria={criterion["id"]: parse_number(criterion["points"]) for criterion in each["criteria"]},
            key=tuple((value is not None, Fraction(value or 0)) for value in each["ranking_key"]),
        )
