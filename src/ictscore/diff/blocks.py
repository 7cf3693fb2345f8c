"""Criteria whose points simply add up stand in different blocks; which bundles of changes each block depends on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ictscore.diff.between import Between
from ictscore.diff.bundles import Bundle
from ictscore.diff.links import answers_in, expressions_of, points_in, sections_in
from ictscore.diff.switches import Placed, Switch, Within
from ictscore.expr.nodes import Expr, GroupExtreme
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook, applies

_REDISTRIBUTE = frozenset({"redistribute_equally", "redistribute_in_proportion"})
_OF_THE_WHOLE = frozenset({"above_maximum", "floor", "applies_to"})
"""Keys of bonus and deductions that decide how everything is put together."""


@dataclass(frozen=True, slots=True)
class Block:
    """Criteria by what they stand under, their ids, and the positions of the bundles they depend on."""

    tops: frozenset[Within]
    bundles: tuple[int, ...]
    criteria: frozenset[str]


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of two rulebooks, and the bundles that change how their points are put together."""

    blocks: tuple[Block, ...]
    whole: tuple[int, ...]

    def touched(self) -> frozenset[int]:
        """Return the bundles that can change a total."""
        return frozenset(self.whole).union(*(block.bundles for block in self.blocks))


def blocks_of(between: Between, bundles: Sequence[Bundle], group: str) -> Blocks:
    """Return the blocks of a group of units; those that no bundle touches are one block."""
    finder = _Finder(between, group)
    touched = [finder.touched_by(bundle) for bundle in bundles]
    by_top: dict[Within, set[int]] = {top: set() for top in finder.tops}
    for position, tops in enumerate(touched):
        for top in tops:
            by_top[finder.top(top)].add(position)
    blocks: dict[tuple[int, ...], list[Within]] = {}
    alone: list[Block] = []
    for top in sorted({finder.top(each) for each in finder.tops}):
        members = [each for each in finder.tops if finder.top(each) == top]
        positions = tuple(sorted(by_top[top]))
        if positions:
            alone.append(Block(frozenset(members), positions, finder.criteria_under(members)))
        else:
            blocks.setdefault((), []).extend(members)
    rest = [Block(frozenset(members), (), finder.criteria_under(members)) for members in blocks.values()]
    whole = tuple(position for position, bundle in enumerate(bundles) if _changes_the_whole(bundle))
    return Blocks((*rest, *alone), whole)


def _changes_the_whole(bundle: Bundle) -> bool:
    keys = [(each.subject, each.attribute.partition("/")[0]) for each in bundle.changes]
    return any(subject == "scale" or (subject in {"bonus", "deductions"} and key in _OF_THE_WHOLE) for subject, key in keys)


class _Finder:
    """Joins what stands under the same section where its points depend on each other, and what speaks of each other."""

    def __init__(self, between: Between, group: str) -> None:
        self.between, self.group = between, group
        self.books = (between.old, between.new)
        self.whole_sections = frozenset(_whole_sections(self.books))
        self.order = [each for each in between.order if self._concerns(("criterion", each))]
        self.tops_of = {identifier: self._tops(identifier) for identifier in self.order}
        self.tops = sorted({top for tops in self.tops_of.values() for top in tops})
        self._above = {top: top for top in self.tops}
        for identifier, tops in self.tops_of.items():
            self._join([*tops, *self._spoken_of(identifier)])

    def _concerns(self, item: Within) -> bool:
        """Return whether something can apply to the group on the way from one rulebook to the other."""
        kind, identifier = item
        if kind == "section":
            limits = [each.applies_to for book in self.books for each in book.sections if each.id == identifier]
            return any(applies(each, self.group) for each in limits)
        if kind != "criterion":
            extras = [getattr(book, kind) for book in self.books]
            return any(applies(each.applies_to, self.group) for each in extras if each is not None)
        sides = list(self._sides(identifier))
        is_meant = any(applies(each.criterion.applies_to, self.group) for each in sides)
        return is_meant and any(self._concerns(each.within) for each in sides)

    def top(self, item: Within) -> Within:
        """Return what stands for the block of an item."""
        while self._above[item] != item:
            item = self._above[item]
        return item

    def criteria_under(self, tops: Iterable[Within]) -> frozenset[str]:
        """Return the criteria that stand under these on either side."""
        under = set(tops)
        return frozenset(identifier for identifier, own in self.tops_of.items() if under & set(own))

    def _join(self, items: Sequence[Within]) -> None:
        for item in items[1:]:
            first, second = sorted((self.top(items[0]), self.top(item)))
            self._above[second] = first

    def _sides(self, identifier: str) -> Iterator[Placed]:
        yield from (side[identifier] for side in self.between.placed if identifier in side)

    def _tops(self, identifier: str) -> list[Within]:
        return [self._top_on(side, identifier) for side in self.between.placed if identifier in side]

    def _top_on(self, side: dict[str, Placed], identifier: str) -> Within:
        within = side[identifier].within
        while within[0] == "criterion":
            identifier, within = within[1], side[within[1]].within
        if within[0] == "section" and within[1] not in self.whole_sections:
            return ("criterion", identifier)
        return within

    def _exprs(self, identifier: str) -> tuple[Expr, ...]:
        return tuple(expr for each in self._sides(identifier) for expr in expressions_of(each.criterion))

    def _spoken_of(self, identifier: str) -> list[Within]:
        exprs = self._exprs(identifier)
        names = points_in(*exprs)
        found = [top for name in sorted(names) for top in self.tops_of.get(name, ())]
        return found + [top for section in sorted(sections_in(*exprs)) for top in self._in_section(section)]

    def _in_section(self, section: str) -> list[Within]:
        found = dict.fromkeys(
            top
            for side in self.between.placed
            for identifier, each in side.items()
            if each.within == ("section", section) and identifier in self.tops_of
            for top in self.tops_of[identifier]
        )
        return list(found)

    def touched_by(self, bundle: Bundle) -> set[Within]:
        """Return what depends on a bundle."""
        return {top for switch in bundle.switches for top in self._touched(switch, bundle)}

    def _touched(self, switch: Switch, bundle: Bundle) -> Iterable[Within]:
        if switch.subject == "criterion":
            return self.tops_of.get(switch.id, ())
        if switch.subject == "section":
            return self._in_section(switch.id)
        if switch.subject == "rounding":
            keys = {each.attribute for each in bundle.changes if each.subject == "rounding"}
            return self.tops if self._rounds_within(keys) else ()
        if switch.subject == "group":
            return self._where(lambda criterion: any(_has_extreme(criterion)))
        if switch.subject == "answer":
            return self._where(lambda criterion: switch.id in answers_in(*expressions_of(criterion)))
        return [top for top in self.tops if top[0] == switch.subject]

    def _rounds_within(self, keys: set[str]) -> bool:
        roundings = [book.rounding for book in self.books]
        is_on = any(each.section is not None or each.criterion is not None for each in roundings)
        return bool(keys & {"section", "criterion"}) or ("mode" in keys and is_on)

    def _where(self, holds: Callable[[Criterion], bool]) -> list[Within]:
        found: list[Within] = []
        for identifier in self.order:
            if any(holds(each.criterion) for each in self._sides(identifier)):
                found += self.tops_of[identifier]
        return found


def _has_extreme(criterion: Criterion) -> Iterator[bool]:
    return (isinstance(node, GroupExtreme) for expr in expressions_of(criterion) for node in expr.walk())


def _whole_sections(books: Iterable[Rulebook]) -> Iterator[str]:
    """Yield the sections whose criteria depend on each other: where points are redistributed, or the section is rounded."""
    books = tuple(books)
    rounds = any(book.rounding.section is not None for book in books)
    for book in books:
        for section in book.sections:
            criteria = [each for top in section.criteria for each in top.all()]
            if rounds or any(policy.then in _REDISTRIBUTE for each in criteria for policy in each.not_applicable):
                yield section.id
