"""The things a rulebook is made of, each under a name that stays the same when other things come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from ictscore.diff.change import Subject
from ictscore.diff.facts import Fact, Path, comparable, facts_of
from ictscore.documents import Mapping, Node, Sequence
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.identity import ClaimedDate, Identity
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.nodes import id_of
from ictscore.rulebook.results import Extra
from ictscore.rulebook.robustness import Robustness

_OF_THE_RULEBOOK = frozenset(Identity.model_fields) - {"dates", "lineage", "links", "facts"}
_NAMES = ("name", "label", "title", "step", "text")


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing, what kind it is, its id, and what is said of it."""

    subject: Subject
    id: str
    name: str
    path: Path
    model: BaseModel
    facts: dict[str, Fact]

    @property
    def key(self) -> tuple[Subject, str]:
        """Return what it is matched by."""
        return self.subject, self.id


def things_of(loaded: LoadedRulebook) -> Iterator[Thing]:
    """Yield the things of a rulebook in the order in which people read about them."""
    return _Lister(loaded).things()


class _Lister:
    """Lists the things of one rulebook."""

    def __init__(self, loaded: LoadedRulebook) -> None:
        self.rulebook, self.document = loaded.rulebook, loaded.document
        self.groups = frozenset(group.id for group in self.rulebook.groups)

    def things(self) -> Iterator[Thing]:
        book = self.rulebook
        rest = frozenset(type(book).model_fields) - _OF_THE_RULEBOOK
        yield Thing("rulebook", "", book.title, (), book, facts_of(book, (), self.document, rest))
        yield from self._list("date", "dates", _claim)
        yield from self._list("lineage", "lineage", lambda each: f"{each.relation} {each.decision}")
        yield from self._list("link", "links", lambda each: each.to)
        yield from self._list("fact", "facts", lambda each: each.id)
        for subject, key in (("source", "sources"), ("answer", "answers")):
            for identifier, model in getattr(book, key).items():
                yield self._thing(subject, identifier, (key, identifier), model)  # type: ignore[arg-type]
        yield from self._list("group", "groups", lambda each: each.id)
        yield from self._criteria()
        yield from self._results()
        yield from self._list("step", "procedure", lambda each: each.number or each.step)
        yield from self._list("stage", "stages", lambda each: each.id)
        yield self._thing("robustness", "", ("robustness",), book.robustness or Robustness())

    def _results(self) -> Iterator[Thing]:
        book = self.rulebook
        yield self._thing("scale", "", ("scale",), book.scale)
        yield self._thing("rounding", "", ("rounding",), book.rounding)
        if book.grades is not None:
            thing = self._thing("grades", "", ("grades",), book.grades, "bands")
            names = tuple(band.name for band in book.grades.bands)
            yield replace(thing, facts={**thing.facts, "order": Fact(names, names, ("grades", "bands"), "order")})
            for index, band in enumerate(book.grades.bands):
                yield self._thing("grade", band.name, ("grades", "bands", index), band, "name")
        for index, knockout in enumerate(book.knockouts):
            yield self._limited(self._thing("knockout", knockout.id, ("knockouts", index), knockout), "applies_to", self.groups)
        yield self._thing("ranking", "", ("ranking",), book.ranking)
        for index, award in enumerate(book.awards):
            yield self._limited(self._thing("award", award.id, ("awards", index), award), "groups", self.groups)

    def _criteria(self) -> Iterator[Thing]:
        for index, section in enumerate(self.rulebook.sections):
            thing = self._thing("section", section.id, ("sections", index), section, "criteria")
            yield self._limited(thing, "applies_to", self.groups)
            scope = frozenset(section.applies_to) or self.groups
            yield from self._tree(section.criteria, ("sections", index, "criteria"), section.id, scope)
        for subject, extra in (("bonus", self.rulebook.bonus), ("deductions", self.rulebook.deductions)):
            if isinstance(extra, Extra):
                thing = self._thing(subject, "", (subject,), extra, "criteria")  # type: ignore[arg-type]
                yield self._limited(thing, "applies_to", self.groups)
                yield from self._tree(extra.criteria, (subject, "criteria"), subject, frozenset(extra.applies_to) or self.groups)

    def _tree(self, criteria: tuple[Criterion, ...], path: Path, within: str, scope: frozenset[str]) -> Iterator[Thing]:
        for index, criterion in enumerate(criteria):
            here = (*path, index)
            thing = self._limited(self._thing("criterion", criterion.id, here, criterion, "parts"), "applies_to", scope)
            yield replace(thing, facts={**thing.facts, "within": Fact(within, within, here)})
            inner = frozenset(criterion.applies_to) & scope or scope
            yield from self._tree(criterion.parts, (*here, "parts"), criterion.id, inner)

    def _limited(self, thing: Thing, key: str, scope: frozenset[str]) -> Thing:
        """Return ``thing`` with a limit to groups taken away where it leaves none of ``scope`` out."""
        fact = thing.facts[key]
        if not scope <= frozenset(getattr(thing.model, key)):
            return thing
        return replace(thing, facts={**thing.facts, key: replace(fact, value=(), shown=())})

    def _thing(self, subject: Subject, identifier: str, path: Path, model: BaseModel, *leave_out: str) -> Thing:
        facts = facts_of(model, path, self.document, frozenset({"id", *leave_out}))
        name = next((str(text) for each in _NAMES if (text := getattr(model, each, None))), "")
        return Thing(subject, identifier, name, path, model, facts)

    def _list(self, subject: Subject, key: str, identify: Callable[[Any], str]) -> Iterator[Thing]:
        """Yield the items of a list; those of the same name are numbered by what they say, not by where they stand."""
        items = list(enumerate(getattr(self.rulebook, key)))
        seen: Counter[str] = Counter()
        numbers: dict[int, str] = {}
        for index, item in sorted(items, key=lambda each: repr(comparable(each[1]))):
            name = identify(item)
            seen[name] += 1
            numbers[index] = name if seen[name] == 1 else f"{name} #{seen[name]}"
        for index, item in items:
            yield self._thing(subject, numbers[index], (key, index), item)


def _claim(date: ClaimedDate) -> str:
    """Return what a claimed date is known by: the event, who claims it, and whether it is disputed."""
    claimed_by = f" ({date.source.ref})" if date.source else ""
    return f"{date.event}{claimed_by}{' disputed' if date.standing == 'disputed' else ''}"


def by_key(things: Iterable[Thing]) -> dict[tuple[Subject, str], Thing]:
    """Return things under what they are matched by."""
    return {thing.key: thing for thing in things}


def id_path(document: Mapping, path: Path) -> str:
    """Return a path with the ids of list items instead of their positions, as amendments write it."""
    return "/".join(_segments(document, path))


def _segments(document: Mapping, path: Path) -> Iterator[str]:
    node: Node = document
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and (inner := node.get(step)) is not None:
            yield step
            node = inner
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
            yield id_of(node) or str(step + 1)
