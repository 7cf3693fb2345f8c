"""Everything a rulebook says, as things with facts: what two rulebooks are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from pydantic import BaseModel

from ictscore.diff.change import Shown
from ictscore.diff.normal import normal_form
from ictscore.documents import Mapping
from ictscore.expr.nodes import Expr
from ictscore.expr.text import expression_text
from ictscore.formulas.formula import Formula
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.nodes import node_at
from ictscore.rulebook.sources import Source
from ictscore.rulebook.yaml_text import flow_text

Path = tuple[int | str, ...]
How = Literal["value", "set", "order", "formula"]

UNORDERED = frozenset(
    {"applies_to", "groups", "members", "unranked", "excluded", "includes", "excludes", "ask", "years", "unknowns", "choices"}
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said: what it is compared by, what is shown of it, where it stands, and what counts as a difference."""

    value: object
    shown: Shown
    path: Path
    how: How = "value"


def facts_of(model: BaseModel, path: Path, document: Mapping, leave_out: frozenset[str]) -> dict[str, Fact]:
    """Return what a part of a rulebook says, key by key; parts inside it are taken in as ``deadline/day``."""
    return dict(_facts(model, path, document, leave_out))


def _facts(model: BaseModel, path: Path, document: Mapping, leave_out: frozenset[str]) -> Iterator[tuple[str, Fact]]:
    for name, info in type(model).model_fields.items():
        key = info.alias or name
        value = getattr(model, name)
        here = (*path, key)
        if key in leave_out:
            continue
        if isinstance(value, Formula) and isinstance(model, Criterion):
            yield key, Fact(model, flow_text(node_at(document, here)), here, "formula")
            words = tuple(sorted(_words_in(value)))
            yield "formula_words", Fact(words, words, here)
        elif isinstance(value, BaseModel) and not isinstance(value, (Source, Formula)):
            for inner, fact in _facts(value, here, document, frozenset()):
                yield f"{key}/{inner}", fact
        elif key == "choices" and value:
            yield key, Fact(tuple(value), tuple(value), here, "set")
            for choice, label in value.items():
                yield f"{key}/{choice}", Fact(label, label, (*here, choice))
        else:
            how: How = "set" if key in UNORDERED and value is not None else "value"
            yield key, Fact(comparable(value), _shown(value, here, document), here, how)


def comparable(value: Any) -> object:
    """Return a value in a form in which equal means the same; types are kept apart, so that yes is not 1."""
    if isinstance(value, Expr):
        return normal_form(value)
    if isinstance(value, BaseModel):
        return tuple((name, _of_key(name, getattr(value, name))) for name in type(value).model_fields)
    if isinstance(value, tuple):
        return tuple(comparable(each) for each in value)
    if isinstance(value, dict):
        return tuple(sorted((key, comparable(each)) for key, each in value.items()))
    return (type(value).__name__, value) if isinstance(value, bool) else value


def comparable_parts(model: BaseModel, leave_out: Iterable[str]) -> object:
    """Return a model in the form of ``comparable``, without some of its keys."""
    left = frozenset(leave_out)
    return tuple((name, _of_key(name, getattr(model, name))) for name in type(model).model_fields if name not in left)


def canonical_text(fact: Fact) -> str:
    """Return the value of a fact as a text that no spelling changes."""
    if fact.how == "formula":
        assert isinstance(fact.value, Criterion)
        return repr(comparable(fact.value.formula))
    return repr(tuple(sorted(fact.value, key=repr)) if fact.how == "set" and isinstance(fact.value, tuple) else fact.value)


def _of_key(name: str, value: Any) -> object:
    return tuple(sorted(value)) if name in UNORDERED and isinstance(value, tuple) else comparable(value)


def _shown(value: Any, path: Path, document: Mapping) -> Shown:
    if isinstance(value, Source):
        where = ", ".join(each for each in (value.ref, value.where, value.archetype, value.reason) if each)
        return f"{value.basis} ({where})"
    if isinstance(value, Expr):
        return expression_text(value)
    if value is None or isinstance(value, (str, Fraction, bool, int, date)):
        return value
    if isinstance(value, tuple) and all(isinstance(each, (str, int)) for each in value):
        return tuple(str(each) for each in value)
    return flow_text(node_at(document, path))


def _words_in(formula: Formula) -> Iterator[str]:
    """Yield the texts in a formula that change no value: names of its parts, and where an imported value comes from."""
    if isinstance(origin := getattr(formula, "from_", None), str):
        yield origin
    for item in (*getattr(formula, "items", ()), *getattr(formula, "parts", ()), *getattr(formula, "cases", ())):
        if item.name is not None:
            yield item.name
        if isinstance(inner := getattr(item, "formula", None), Formula):
            yield from _words_in(inner)


def same_formula(old: Criterion, new: Criterion) -> bool:
    """Return whether two criteria count alike, their maxima aside: their formulas give the same expression under both maxima."""
    if old.formula is None or new.formula is None:
        return old.formula is new.formula
    if comparable(old.formula) == comparable(new.formula):
        return True
    both = {old.bounds, new.bounds}
    return all(normal_form(old.formula.to_expr(each)) == normal_form(new.formula.to_expr(each)) for each in both)
