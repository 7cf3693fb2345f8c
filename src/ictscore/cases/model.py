"""Worked cases as they are written: answers, and what must come out."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ictscore.documents import Node, read_document
from ictscore.errors import FileRefused
from ictscore.exact import NotANumber, parse_number
from ictscore.expr.values import Value, missing, not_applicable
from ictscore.findings import Finding, finding
from ictscore.formulas.fields import DottedId, Number, Part, Truth, Whole, Words
from ictscore.places import Place
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.procedure import StageId
from ictscore.rulebook.shipped import shown_name
from ictscore.rulebook.typed import read_model
from ictscore.system_reasons import system_reason


class Expectation(Part):
    """What a unit's result must be; what is left out is not looked at."""

    points: dict[DottedId, Words] = {}
    sections: dict[DottedId, Number] = {}
    total: Number | None = None
    percent: Number | None = None
    max_points: Number | None = None
    grade: Words | None = None
    rank: Words | None = None
    awards: tuple[DottedId, ...] | None = None
    undecided: tuple[DottedId, ...] | None = None


class CaseUnit(Part):
    """One unit of a case."""

    unit: Words = "–"
    group: DottedId | None = None
    parent: Words | None = None
    answers: dict[str, str] = {}
    points: dict[StageId, dict[DottedId, Number]] = {}
    stage_answers: dict[StageId, dict[str, str]] = {}
    expect: Expectation | None = None


class Case(CaseUnit):
    """One worked case: a single unit, or several that are ranked together.

    ``confirmed: false`` marks a case whose expectations its author has yet to work out; it is listed and never counts as passed.
    """

    id: Words
    name: Words | None = None
    base: Words | None = None
    note: Words | None = None
    units: tuple[CaseUnit, ...] = ()
    year: Whole | None = None
    confirmed: Truth = True


class CaseFile(Part):
    """A file of cases."""

    cases: Annotated[tuple[Case, ...], Field(min_length=1)]


def read_cases(path: Path) -> tuple[CaseFile | None, Node | None, tuple[Finding, ...]]:
    """Return the cases in a file with their document, or None with what is wrong. Raises RulebookRefused when it is no YAML."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileRefused(finding("IO103", Place(shown_name(path)), reason=system_reason(error))) from None
    document = read_document(data, shown_name(path))
    file, findings = read_model(CaseFile, document)
    return file, document, findings


def plain_value(name: str, text: str, spec: AnswerSpec) -> Value | None:
    """Return the value of an answer as cases write it (``n/a``, ``yes``, plain decimals, a choice's key), or None when it is none."""
    if text in {"n/a", ""}:
        return not_applicable(name) if text else missing(name)
    match spec.type:
        case "yes_no":
            return {"yes": True, "no": False}.get(text)
        case "choice":
            return text if text in (spec.choices or {}) else None
        case "text" | "date":
            return text
        case _:
            return _plain_number(text, spec)


def _plain_number(text: str, spec: AnswerSpec) -> Fraction | None:
    """Return a number that the question allows; ``85%`` would have two readings for a percentage and has none here."""
    try:
        number = parse_number(text)
    except NotANumber:
        return None
    low = spec.min if spec.min is not None else Fraction(0) if spec.type in {"count", "percent"} else None
    high = spec.max if spec.max is not None else Fraction(100) if spec.type == "percent" else None
    fits = (low is None or number >= low) and (high is None or number <= high) and not text.endswith("%")
    return number if fits and (spec.type != "count" or number.denominator == 1) else None
