"""A result read back from the JSON that ``score`` printed: every value is held against what is expected at its path."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NoReturn

from ictscore.exact import NotANumber, parse_number
from ictscore.reports.recorded.edited import as_written
from ictscore.reports.recorded.read_results import (
    NOT_OURS,
    ON,
    STYLES,
    UNRANKED,
    ReadGroup,
    ReadResults,
    ReadUnit,
    exact_fraction,
    no_results,
)
from ictscore.rulebook.procedure import STAGES
from ictscore.survey.sheets.inputs import InputFile
from ictscore.words import N_, Phrase, phrase

KIND = "results"
LONGEST_SHOWN = 40


def looks_like_json(file: InputFile) -> bool:
    """Return whether a file can only be JSON."""
    return file.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


@dataclass(frozen=True, slots=True)
class Spot:
    """A value of a document, and the path to it."""

    file: str
    path: str
    value: Any

    def at(self, key: str) -> Spot:
        """Return what stands under a key."""
        if not isinstance(self.value, dict):
            self.refuse(N_("keys and values"))
        path = f"{self.path}.{key}" if self.path else key
        if key not in self.value:
            raise no_results(self.file, phrase("{path} is missing", path=path))
        return Spot(self.file, path, self.value[key])

    def items(self) -> Iterator[Spot]:
        """Yield the items of a list."""
        if not isinstance(self.value, list):
            self.refuse(N_("a list"))
        for index, value in enumerate(self.value):
            yield Spot(self.file, f"{self.path}[{index}]", value)

    def text(self) -> str:
        """Return a text."""
        return self.value if isinstance(self.value, str) else self.refuse(N_("a text"))

    def text_or_none(self) -> str | None:
        """Return a text, or None where null stands."""
        return None if self.value is None else self.text()

    def one_of(self, known: Sequence[str]) -> str:
        """Return a text that is one of ``known``."""
        return (
            self.value if isinstance(self.value, str) and self.value in known else self.refuse(phrase("one of {known}", known=tuple(known)))
        )

    def truth(self) -> bool:
        """Return true or false."""
        return self.value if isinstance(self.value, bool) else self.refuse(N_("true or false"))

    def rank(self) -> int | None:
        """Return a rank, or None where null stands."""
        return self.value if self.value is None or type(self.value) is int else self.refuse(N_("a whole number or null"))

    def decimal(self) -> Fraction:
        """Return a number that was published."""
        try:
            return parse_number(self.text())
        except NotANumber:
            self.refuse(N_("a decimal number as text"))

    def exact(self) -> Fraction:
        """Return an exact number."""
        try:
            return exact_fraction(self.text())
        except NotANumber:
            self.refuse(N_("a fraction as text"))

    def refuse(self, expected: Phrase | str) -> NoReturn:
        """Raise FileRefused: something else is expected here."""
        shown = json.dumps(self.value, ensure_ascii=False)
        shown = shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN]}…"
        wanted = phrase(expected) if isinstance(expected, str) else expected
        raise no_results(self.file, phrase("{path} is {read}; expected: {expected}", path=self.path, read=shown, expected=wanted))


def says_results(file: InputFile) -> bool:
    """Return whether a JSON file says that it holds results. Raises FileRefused when it cannot be read."""
    document = _document(file)
    return isinstance(document, dict) and document.get("kind") == KIND


def _document(file: InputFile) -> Any:
    try:
        return json.loads(file.data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        where = {"line": str(error.lineno), "column": str(error.colno)}
        raise no_results(file.name, phrase("it is no JSON from line {line}, column {column}", **where)) from None
    except (ValueError, RecursionError):  # what is no UTF-8, numbers and nesting beyond all measure
        raise no_results(file.name, phrase("it is no JSON that can be read")) from None


def read_json_results(file: InputFile) -> ReadResults:
    """Return the result in a JSON file. Raises FileRefused when it is none, or when it was edited since it was written."""
    document = _document(file)
    if not isinstance(document, dict) or document.get("kind") != KIND:
        raise no_results(file.name, phrase(NOT_OURS))
    digest = document.get("digest")
    return as_written(results_from(file.name, document), digest if isinstance(digest, str) else "")


def results_from(name: str, document: Mapping[str, Any]) -> ReadResults:
    """Return the result in a record as ``json_results`` makes it. Raises FileRefused where the record is another."""
    top = Spot(name, "", document)
    ranking = top.at("ranking")
    return ReadResults(
        file=name,
        rulebook=top.at("rulebook").at("id").text(),
        hash=top.at("rulebook").at("hash").text(),
        stage=top.at("stage").one_of(STAGES),
        provisional=top.at("provisional").truth(),
        on=ranking.at("on").one_of(ON),
        style=ranking.at("style").one_of(STYLES),
        unranked_units=ranking.at("unranked_units").one_of(UNRANKED),
        groups=tuple(_group(each) for each in top.at("groups").items()),
    )


def _group(group: Spot) -> ReadGroup:
    numbers = {each.at("id").text(): each.at("number").text_or_none() for each in group.at("criteria").items()}
    return ReadGroup(
        id=group.at("id").text(),
        name=group.at("name").text(),
        within_parent=group.at("ranked_within").value == "parent",
        units=tuple(_unit(each) for each in group.at("units").items()),
        numbers={identifier: number for identifier, number in numbers.items() if number},
    )


def _unit(unit: Spot) -> ReadUnit:
    awards = [(each.at("id").text(), each.at("name").text(), each.at("undecided").truth()) for each in unit.at("awards").items()]
    return ReadUnit(
        unit=unit.at("unit").text(),
        parent=unit.at("parent").text_or_none(),
        rank=unit.at("rank").rank(),
        tied=unit.at("tied").truth(),
        ranked=unit.at("ranked").truth(),
        total=unit.at("total").decimal(),
        exact=unit.at("total_exact").exact(),
        max_points=unit.at("max_points").decimal(),
        percent=unit.at("percent").decimal(),
        grade=unit.at("grade").text_or_none(),
        awards=tuple(f"{identifier}{'?' if is_open else ''}" for identifier, _, is_open in awards),
        award_text="; ".join(f"{name}{' ?' if is_open else ''}" for _, name, is_open in awards),
        sections=_points(unit.at("sections")),
        criteria=_points(unit.at("criteria")),
        key=tuple((each.value is not None, Fraction(0) if each.value is None else each.exact()) for each in unit.at("ranking_key").items()),
        exact_criteria={each.at("id").text(): each.at("exact").exact() for each in unit.at("criteria").items()},
    )


def _points(listed: Spot) -> dict[str, Fraction]:
    return {each.at("id").text(): each.at("points").decimal() for each in listed.items()}
