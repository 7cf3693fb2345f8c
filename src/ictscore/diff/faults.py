"""Changes that leave a unit without points when only some of them are made: they belong together after all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from ictscore.diff.blocks import Block
from ictscore.diff.links import Link, answers_in, expressions_of
from ictscore.diff.shapley import MOST_EXACT
from ictscore.diff.tally import Tally
from ictscore.survey.labels.unit_names import Who


def links_by_faults(tally: Tally, units: Sequence[Who]) -> Iterator[Link]:
    """Yield links of the bundles of a block where some of them without the others give a fault that neither rulebook gives."""
    for block in tally.plan.blocks:
        if 1 < len(block.bundles) <= MOST_EXACT:
            for criterion in sorted(_fresh_faults(tally, block, units)):
                yield from _links(tally, block, criterion)


def _fresh_faults(tally: Tally, block: Block, units: Sequence[Who]) -> set[str]:
    neither = [tally.column(block, frozenset(chosen)) for chosen in ((), block.bundles)]
    found: set[str] = set()
    for chosen in chain.from_iterable(combinations(block.bundles, size) for size in range(1, len(block.bundles))):
        column = tally.column(block, frozenset(chosen))
        for unit in units:
            if column[unit].faults:
                found |= column[unit].faults - neither[0][unit].faults - neither[1][unit].faults
    return found


def _links(tally: Tally, block: Block, criterion: str) -> Iterator[Link]:
    """Yield links between all switches of a block that bear on a criterion: its own, and those of the questions it uses."""
    exprs = [expr for side in tally.between.placed if criterion in side for expr in expressions_of(side[criterion].criterion)]
    questions = answers_in(*exprs)
    switches = sorted(
        switch
        for position in block.bundles
        for switch in tally.bundles[position].switches
        if (switch.subject == "criterion" and switch.id == criterion) or (switch.subject == "answer" and switch.id in questions)
    )
    if len({position for position in block.bundles if tally.bundles[position].switches & set(switches)}) < 2:  # noqa: PLR2004 - two to join
        switches = sorted(switch for position in block.bundles for switch in tally.bundles[position].switches)
    yield from (Link(switches[0], each, "error") for each in switches[1:])
