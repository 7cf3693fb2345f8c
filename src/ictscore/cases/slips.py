"""The slips a drafter makes, one at a time: a last digit, a bound with or without its end, a cap forgotten, another policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, get_args

from ictscore.exact import NotANumber, RoundingMode, parse_number
from ictscore.expr.errors import ExpressionError
from ictscore.expr.parse import parse_expression
from ictscore.formulas.fields import Policy
from ictscore.rulebook.criteria import Consequence
from ictscore.words import say_number

Kind = Literal["number", "comparison", "cap", "policy"]
Path = tuple[int | str, ...]

_PARTS = ("sections", "bonus", "deductions", "knockouts", "grades", "ranking", "awards", "rounding", "scale")
_PASSED_OVER = frozenset({"source", "details", "id", "name", "number", "note", "evidence", "applies_to", "groups", "label", "kind"})
_POLICIES = get_args(Policy)
_WORDS: dict[str, tuple[str, ...]] = {
    "when_denominator_zero": _POLICIES,
    "when_all_zero": _POLICIES,
    "when_no_members": _POLICIES,
    "then": get_args(Consequence),
    "on_missing": ("zero", "error"),
    "above_one": ("error", "cap"),
    "best": ("highest", "lowest"),
    "among": ("ranked", "assessed"),
    "how": ("mean", "sum", "least", "greatest"),
    "mode": get_args(RoundingMode),
    "unranked_units": ("skip", "leave_hole"),
    "between_bounds": ("lower_bound", "round_first"),
    "above_maximum": ("true", "false"),
    "passes_down": ("true", "false"),
    "unranked": ("true", "false"),
    "declared": ("true", "false"),
}
_WORDS_BY_OWNER: dict[tuple[str, str], tuple[str, ...]] = {
    ("relative", "scale"): ("to_best", "min_max"),
    ("grades", "on"): ("total", "percent"),
    ("ranking", "on"): ("total", "exact", "percent"),
    ("scale", "result"): ("points", "percent"),
    ("awards", "ties"): ("ask", "all", "none"),
    ("quota", "ties"): ("in", "out"),
}
_CAPS = ("cap", "zero_below", "target", "floor", "positions", "quota", "minimum", "requires", "max_points")
_BOUNDS = {"from": "above", "above": "from", "to": "below", "below": "to", "equals": "from"}
_EXPRESSIONS = frozenset({"of", "over", "on", "when", "expr", "requires"})
_TOKEN = re.compile(r'"[^"]*"|>=|<=|!=|[≠≤≥<>=+*/×÷−-]|\b(?:and|or|min|max|floor|ceil)\b|(?<![\w.])[0-9]+(?:\.[0-9]+)?')
_ONE = re.compile(r"\s*0*1(?:\.0+)?(?![\w.%])")
"""The number 1 as a factor or divisor: times it and by it are the same."""
_OTHER_SIGNS = {
    ">=": (">",), "≥": (">",), "<=": ("<",), "≤": ("<",), ">": (">=",), "<": ("<=",), "=": ("!=",), "!=": ("=",), "≠": ("=",),
    "+": ("-",), "-": ("+",), "−": ("+",), "*": ("/",), "×": ("/",), "/": ("*",), "÷": ("*",), "and": ("or",), "or": ("and",),
    "min": ("max",), "max": ("min",), "floor": ("ceil",), "ceil": ("floor",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slip:
    """One change: where, what stood there and what stands there now (None: it is left out), and the key it renames, if it does."""

    path: Path
    kind: Kind
    was: str
    now: str | None
    key: str | None = None

    def applied(self, plain: Any) -> Any:
        """Return a document's plain form with this change; the original stays as it is."""
        return _changed(plain, self.path, self)

    @property
    def said(self) -> tuple[str, str]:
        """Return what stood there and what stands there now, as the file writes it."""
        name = str(self.path[-1])
        if self.key is not None:
            return f"{name}: {self.was}", f"{self.key}: {self.was}"
        shown = f"{name}: " if isinstance(self.path[-1], str) else ""
        return f"{shown}{self.was}", f"{shown}{self.now}" if self.now is not None else "–"


def slips_in(plain: Any) -> Iterator[Slip]:
    """Yield every slip for the plain form of a rulebook, in the order of its parts.

    What only describes (sources, names, printed upper bounds of grades), what the survey accepts, and sums that the loader checks by
    themselves are left alone.
    """
    for part in _PARTS:
        if part in plain:
            yield from _in(plain[part], (part,), part)


def _in(value: Any, path: Path, owner: str) -> Iterator[Slip]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _in(item, (*path, index), owner)
    elif isinstance(value, dict):
        own = value.get("kind", owner) if isinstance(value.get("kind"), str) else owner
        for key, inner in value.items():
            if key in _PASSED_OVER or (key == "to" and "bands" in path):
                continue
            yield from _of_key(key, inner, (*path, key), own, value)
    elif owner == "tie_breaks":
        yield Slip(path, "policy", value, None)


def _of_key(key: str, inner: Any, path: Path, owner: str, beside: dict[str, Any]) -> Iterator[Slip]:
    if isinstance(inner, (list, dict)):
        yield from _in(inner, path, key if key in {"quota", "tie_breaks", "grades", "ranking", "awards"} else owner)
        if key in _CAPS and isinstance(inner, dict):
            yield Slip(path, "cap", "…", None)
        return
    if key == "style":
        # 1-1-3 and 1-2-3 give the same ranks; they differ in what is reported of ties.
        yield Slip(path, "policy", inner, "competition" if inner == "dense" else "dense")
        return
    words = _WORDS_BY_OWNER.get((owner, key)) or _WORDS.get(key)
    if words is not None:
        yield from (Slip(path, "policy", inner, each) for each in words if each != inner)
        return
    number = _number(inner)
    if number is not None and not _is_name(key, owner):
        yield from (Slip(path, "number", inner, each) for each in _beside(inner))
        if key in _BOUNDS and ("steps" in path or "bands" in path):
            yield Slip(path, "comparison", inner, inner, key=_BOUNDS[key])
        yield from _without_cap(key, inner, path)
    elif key in _EXPRESSIONS and not (owner in {"choice", "of_members"} and key == "of") and owner != "quota":
        yield from _in_expression(inner, path)
    del beside


def _without_cap(key: str, text: str, path: Path) -> Iterator[Slip]:
    """Yield a limit left out, where it is one: the maxima of sections only repeat what their criteria add up to."""
    if key == "floor":
        yield Slip(path, "cap", text, "none")
    elif key in _CAPS and (key != "max_points" or path[:-1] in {("bonus",), ("deductions",)}):
        yield Slip(path, "cap", text, None)


def _is_name(key: str, owner: str) -> bool:
    """Return whether a key holds a text that only looks like a number: what an imported value is, the grade a quota is taken from."""
    return (owner == "imported" and key == "from") or (owner == "quota" and key == "of")


def _number(text: Any) -> Fraction | None:
    try:
        return parse_number(text)
    except (NotANumber, TypeError):
        return None


def _beside(text: str) -> tuple[str, str]:
    """Return the number one more and one less in its last written place: 60% gives 61% and 59%, 0.25 gives 0.26 and 0.24."""
    if "/" in text:
        above, below = text.split("/")
        return f"{int(above) + 1}/{below}", f"{int(above) - 1}/{below}"
    sign = "%" if text.endswith("%") else ""
    digits = text.rstrip("%")
    places = len(digits.partition(".")[2])
    one = Fraction(1, 10**places)
    return tuple(_plain(Fraction(digits) + by, sign) for by in (one, -one))  # type: ignore[return-value]


def _plain(value: Fraction, sign: str) -> str:
    return say_number(value).replace(",", ".") + sign


def _in_expression(text: str, path: Path) -> Iterator[Slip]:
    """Yield an expression with one sign or number changed, where it still can be read."""
    for token in _TOKEN.finditer(text):
        read = token.group()
        others = _OTHER_SIGNS.get(read) or (_beside(read) if read[0].isdigit() else ())
        if read in "*×/÷" and _ONE.match(text, token.end()):
            continue
        for other in others:
            changed = text[: token.start()] + other + text[token.end() :]
            if _can_be_read(changed):
                kind: Kind = "number" if read[0].isdigit() else "comparison"
                yield Slip(path, kind, text, changed)


def _can_be_read(text: str) -> bool:
    try:
        parse_expression(text)
    except ExpressionError:
        return False
    return True


def _changed(value: Any, path: Path, slip: Slip) -> Any:
    step, rest = path[0], path[1:]
    if isinstance(value, list):
        assert isinstance(step, int)
        if not rest and slip.now is None:
            return [*value[:step], *value[step + 1 :]]
        changed = _changed(value[step], rest, slip) if rest else slip.now
        return [*value[:step], changed, *value[step + 1 :]]
    if rest:
        return {**value, step: _changed(value[step], rest, slip)}
    if slip.key is not None:
        return {slip.key if key == step else key: inner for key, inner in value.items()}
    if slip.now is None:
        return {key: inner for key, inner in value.items() if key != step}
    return {**value, step: slip.now}
