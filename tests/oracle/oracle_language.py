"""The expression language a second time: text is read and computed in one pass, every branch looked at, in fractions."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

_TOKEN = re.compile(r'\s*(?:\d+(?:\.\d+)?|"[^"]*"|[^\W\d]\w*(?:\.\w+)*|<=|>=|!=|[-+*/()<>=,−×÷≠≤≥])')
_PLAIN = {"−": "-", "×": "*", "÷": "/", "≠": "!=", "≤": "<=", "≥": ">="}
_GRAVITY = ("not_applicable", "missing", "error")


@dataclass(frozen=True)
class Nothing:
    """No value: not_applicable, missing or error."""

    kind: str


ERROR = Nothing("error")
Outcome = Fraction | bool | str | Nothing


@dataclass
class Surroundings:
    """What an expression may ask; it remembers which answers were asked for and whether anything was divided by 0."""

    answer: Callable[[str], Outcome]
    points: Callable[[str], Outcome] = lambda _: ERROR
    section: Callable[[str], Outcome] = lambda _: ERROR
    measures: dict[str, Outcome] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    divided_by_zero: bool = False


def to_number(text: str) -> Fraction:
    """Return the number written as ``0.75``, ``1/3`` or ``80%``."""
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def worst(values: list[Outcome]) -> Nothing | None:
    """Return the gravest of the missing values, or None when there is none."""
    kinds = [value.kind for value in values if isinstance(value, Nothing)]
    return Nothing(max(kinds, key=_GRAVITY.index)) if kinds else None


def compute(text: str, around: Surroundings) -> Outcome:
    """Return what an expression comes to."""
    reader = _Reader(text, around)
    value = reader.whole()
    if reader.peek():
        raise ValueError(text)
    return value


def answers_used(formula: dict[str, Any]) -> set[str]:
    """Return the answers a formula and its parts ask of the unit itself."""
    around = Surroundings(lambda _: Nothing("missing"))
    _walk(formula, around)
    return around.asked


def _walk(part: Any, around: Surroundings) -> None:
    if isinstance(part, list):
        for item in part:
            _walk(item, around)
    elif isinstance(part, dict) and part.get("kind") != "of_members":
        for key, value in part.items():
            if key in {"of", "over", "on", "when", "expr"} and not (key == "over" and part.get("kind") == "imported"):
                compute(value, around)
            elif key in {"parts", "cases", "items", "each", "weights", "formula"}:
                _walk(value, around)


class _Reader:
    """A recursive descent over the tokens of one text."""

    def __init__(self, text: str, around: Surroundings) -> None:
        self.tokens: list[str] = []
        position = 0
        while text[position:].strip():
            found = _TOKEN.match(text, position)
            if found is None:
                raise ValueError(text)
            self.tokens.append(_PLAIN.get(found[0].strip(), found[0].strip()))
            position = found.end()
        self.at = 0
        self.around = around

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, *wanted: str) -> str:
        token = self.peek()
        if wanted and token not in wanted:
            return ""
        self.at += 1
        return token

    def whole(self) -> Outcome:
        if self.take("if"):
            condition = self.whole()
            self.take("then")
            yes = self.whole()
            self.take("else")
            no = self.whole()
            return condition if isinstance(condition, Nothing) else (yes if condition else no)
        return self.joined("or", deciding=True, below=lambda: self.joined("and", deciding=False, below=self.negation))

    def joined(self, word: str, *, deciding: bool, below: Callable[[], Outcome]) -> Outcome:
        values = [below()]
        while self.take(word):
            values.append(below())
        if len(values) == 1:
            return values[0]
        return deciding if deciding in [value for value in values if isinstance(value, bool)] else (worst(values) or (not deciding))

    def negation(self) -> Outcome:
        if self.take("not"):
            value = self.negation()
            return value if isinstance(value, Nothing) else not value
        return self.comparison()

    def comparison(self) -> Outcome:
        left = self.chain(("+", "-"), lambda: self.chain(("*", "/"), self.factor))
        sign = self.take("=", "!=", "<", "<=", ">", ">=")
        if not sign:
            return left
        right = self.chain(("+", "-"), lambda: self.chain(("*", "/"), self.factor))
        if blank := worst([left, right]):
            return blank
        if sign in {"=", "!="}:
            return (left == right) is (sign == "=")
        assert isinstance(left, Fraction)
        assert isinstance(right, Fraction)
        return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[sign]

    def chain(self, signs: tuple[str, str], below: Callable[[], Outcome]) -> Outcome:
        left = below()
        while sign := self.take(*signs):
            left = self.apply(sign, left, below())
        return left

    def apply(self, sign: str, left: Outcome, right: Outcome) -> Outcome:
        if sign == "/" and right == 0:
            self.around.divided_by_zero = True
        if blank := worst([left, right]):
            return blank
        assert isinstance(left, Fraction)
        assert isinstance(right, Fraction)
        if sign == "/":
            return left / right if right else ERROR
        return left + right if sign == "+" else left - right if sign == "-" else left * right

    def factor(self) -> Outcome:
        if self.take("-"):
            value = self.factor()
            return -value if isinstance(value, Fraction) else value
        if self.take("("):
            value = self.whole()
            self.take(")")
            return value
        token = self.take()
        if token[0].isdigit():
            return Fraction(token)
        if token.startswith('"'):
            return token[1:-1]
        return self.call(token) if self.take("(") else self.name(token)

    def name(self, token: str) -> Outcome:
        if token in {"yes", "no"}:
            return token == "yes"
        if token in self.around.measures:
            return self.around.measures[token]
        self.around.asked.add(token)
        return self.around.answer(token)

    def call(self, function: str) -> Outcome:
        if function in {"points", "section", "given"}:
            token = self.take()
            self.take(")")
            if function == "given":
                self.around.asked.add(token)
                return not isinstance(self.around.answer(token), Nothing)
            return self.around.points(token) if function == "points" else self.around.section(token)
        values = [self.whole()]
        while self.take(","):
            values.append(self.whole())
        self.take(")")
        return worst(values) or _function(function, values)


def _function(name: str, values: list[Outcome]) -> Outcome:
    numbers = [Fraction(value) for value in values if isinstance(value, (Fraction, bool))]
    first = numbers[0]
    if name == "round":
        scale = 10 ** int(numbers[1]) if len(numbers) > 1 else 1
        away = Fraction(math.floor(abs(first) * scale + Fraction(1, 2)), scale)
        return away if first >= 0 else -away
    if name in {"floor", "ceil"}:
        return Fraction(math.floor(first) if name == "floor" else math.ceil(first))
    total = sum(numbers, Fraction(0))
    return {"min": min(numbers), "max": max(numbers), "mean": total / len(numbers)}.get(name, total)
