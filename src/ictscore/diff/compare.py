"""What differs between two rulebooks: structure only, no judgement and no sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import get_args

from ictscore.diff.balance import balances
from ictscore.diff.change import Change, Comparison, Side, Subject, Verb
from ictscore.diff.facts import Fact, canonical_text, comparable_parts, same_formula
from ictscore.diff.things import Thing, by_key, id_path, things_of
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.nodes import innermost, node_at, place_at
from ictscore.rulebook.yaml_text import flow_text, without_keys

_SUBJECTS: tuple[Subject, ...] = get_args(Subject)
_PLACE_IN_ORDER = {subject: _SUBJECTS.index("section" if subject == "criterion" else subject) for subject in _SUBJECTS}
_TOLD_APART = ("id", "name", "label", "title", "text", "step", "number", "source", "criteria", "parts")


def compare(old: LoadedRulebook, new: LoadedRulebook) -> Comparison:
    """Return everything that differs by meaning: order, comments, quoting and the spelling of numbers do not count."""
    before, after = by_key(things_of(old)), by_key(things_of(new))
    changes: list[Change] = []
    for key, thing in after.items():
        changes += _changed(before[key], thing, old, new) if key in before else [_whole("added", thing, new)]
    changes += [_whole("removed", thing, old) for key, thing in before.items() if key not in after]
    changes.sort(key=lambda each: _PLACE_IN_ORDER[each.subject])
    return Comparison(old, new, tuple(changes), balances(old.rulebook, new.rulebook))


def _whole(verb: Verb, thing: Thing, loaded: LoadedRulebook) -> Change:
    node = without_keys(node_at(loaded.document, thing.path), *_TOLD_APART)
    canonical = repr(comparable_parts(thing.model, _TOLD_APART))
    side = Side(flow_text(node), place_at(loaded.document, thing.path), id_path(loaded.document, thing.path), canonical)
    delta = thing.model.max_points if isinstance(thing.model, Criterion) else None
    if verb == "added":
        return Change(verb, thing.subject, thing.id, thing.name, "", Side(), side, delta)
    return Change(verb, thing.subject, thing.id, thing.name, "", side, Side(), None if delta is None else -delta)


def _changed(before: Thing, after: Thing, old: LoadedRulebook, new: LoadedRulebook) -> Iterator[Change]:
    names = dict.fromkeys([*before.facts, *after.facts])
    differing = [name for name in names if _differ(before.facts.get(name), after.facts.get(name))]
    for name in differing:
        if name == "formula_words" and "formula" in differing:
            continue
        if name.startswith("choices/") and not (name in before.facts and name in after.facts):
            continue
        first, second = before.facts.get(name), after.facts.get(name)
        sides = _narrowed(_side(first, before, old), _side(second, after, new), (first, old), (second, new))
        yield Change("changed", after.subject, after.id, after.name, name, *sides, _delta(first, second))


def _differ(old: Fact | None, new: Fact | None) -> bool:
    if old is None or new is None:
        only = old or new
        return only is not None and only.value is not None and only.value != ()
    if old.how == "formula" and new.how == "formula":
        assert isinstance(old.value, Criterion)
        assert isinstance(new.value, Criterion)
        return not same_formula(old.value, new.value)
    if old.how == "set":
        return set(_many(old.value)) != set(_many(new.value))
    if old.how == "order":
        common = set(_many(old.value)) & set(_many(new.value))
        return [each for each in _many(old.value) if each in common] != [each for each in _many(new.value) if each in common]
    return old.value != new.value


def _many(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _side(fact: Fact | None, thing: Thing, loaded: LoadedRulebook) -> Side:
    path = thing.path if fact is None else fact.path
    shown, canonical = (None, "") if fact is None else (fact.shown, canonical_text(fact))
    return Side(shown, place_at(loaded.document, path), id_path(loaded.document, path), canonical)


def _narrowed(
    older: Side, newer: Side, old: tuple[Fact | None, LoadedRulebook], new: tuple[Fact | None, LoadedRulebook]
) -> tuple[Side, Side]:
    """Return both sides with the places of the innermost part in which they differ, where it is only one."""
    if old[0] is None or new[0] is None:
        return older, newer
    first, second = innermost(node_at(old[1].document, old[0].path), node_at(new[1].document, new[0].path))
    return replace(older, place=first.place), replace(newer, place=second.place)


def _delta(old: Fact | None, new: Fact | None) -> Fraction | None:
    if old is None or new is None or not isinstance(old.shown, Fraction) or not isinstance(new.shown, Fraction):
        return None
    return new.shown - old.shown
