"""What changes cost, as a file says: so much for a change, so much for each unit of measure; and which answers stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ictscore.documents import Mapping as Keys
from ictscore.documents import read_document
from ictscore.errors import FileRefused
from ictscore.exact import ZERO
from ictscore.expr.values import Blank, Value
from ictscore.findings import errors_among, finding
from ictscore.formulas.fields import AnswerId, Number, Part
from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.typed import read_model
from ictscore.whatif.asking import known_answer
from ictscore.whatif.rescoring import Changes


class Cost(Part):
    """What one answer costs: to be changed at all, and for each unit of measure it moves."""

    change: Number = Fraction(0)
    each: Number | None = None


class CostFile(Part):
    """A file of costs; ``others`` is what a change of any other answer costs, or that they stay."""

    costs: dict[AnswerId, Cost] = {}
    fixed: tuple[AnswerId, ...] = ()
    others: Number | Literal["fixed"] = "fixed"


@dataclass(frozen=True, slots=True)
class Costs:
    """The costs of changes."""

    costs: Mapping[str, Cost]
    others: Fraction
    fixed: frozenset[str]

    def of_set(self, answers: tuple[str, ...]) -> Fraction | None:
        """Return what it costs to change these answers, or None where that depends on how far."""
        if any(self._of(each).each is not None for each in answers):
            return None
        return sum((self._of(each).change for each in answers), ZERO)

    def of_changes(self, before: Mapping[str, Value], changes: Changes) -> Fraction:
        """Return what changes cost; an answer that was blank moves from 0."""
        return sum((self._of_change(name, before.get(name), value) for name, value in changes.items()), ZERO)

    def _of_change(self, name: str, before: Value | None, value: Value) -> Fraction:
        cost = self._of(name)
        if cost.each is None or not isinstance(value, Fraction):
            return cost.change
        start = before if isinstance(before, Fraction) and not isinstance(before, Blank) else ZERO
        return cost.change + cost.each * abs(value - start)

    def _of(self, name: str) -> Cost:
        return self.costs.get(name) or Cost(change=self.others)


def read_costs(data: bytes, name: str, rulebook: Rulebook, group: str) -> Costs:
    """Return the costs in a file. Raises FileRefused where it is none, or speaks of answers that the group is not asked."""
    document = read_document(data, name)
    if not isinstance(document, Keys):
        raise FileRefused(finding("SC238", Place(name)))
    read, findings = read_model(CostFile, document)
    if read is None or errors_among(findings):
        raise FileRefused(*findings)
    for answer in (*read.costs, *read.fixed):
        known_answer(rulebook, group, answer)
    for answer, cost in read.costs.items():
        _check(rulebook, answer, cost, Place(name))
    if isinstance(read.others, Fraction):
        _check_sign("others", read.others, Place(name))
        return Costs(read.costs, read.others, frozenset(read.fixed))
    unnamed = frozenset(rulebook.answers) - read.costs.keys()
    return Costs(read.costs, ZERO, unnamed | frozenset(read.fixed))


def _check(rulebook: Rulebook, answer: str, cost: Cost, place: Place) -> None:
    if not cost.model_fields_set:
        raise FileRefused(finding("SC239", place, answer=answer))
    if cost.each is not None and rulebook.answers[answer].value_type != "number":
        raise FileRefused(finding("SC240", place, answer=answer))
    for number in (cost.change, cost.each or ZERO):
        _check_sign(answer, number, place)


def _check_sign(answer: str, number: Fraction, place: Place) -> None:
    if number < 0:
        raise FileRefused(finding("SC242", place, answer=answer, read=number))
