"""Awards that go by places, beside the draws: who is proposed today, and that draws tell of ranks only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ictscore.reports.robust.share_text import percent
from ictscore.robustness.perturb import RankSpread
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.results import Award
from ictscore.scoring.records import GroupScore
from ictscore.words import N_, Phrase, phrase, tr


@dataclass(frozen=True, slots=True)
class Places:
    """An award for the first so many: the units proposed for it (``undecided`` where a tie leaves it open), and what else it hangs on."""

    name: str
    positions: int
    holders: tuple[str, ...]
    undecided: tuple[str, ...]
    more: tuple[Phrase, ...]


def places_of(rulebook: Rulebook, group: GroupScore) -> tuple[Places, ...]:
    """Return the awards of a group that go by places."""
    return tuple(_places(each, group) for each in rulebook.awards if each.positions and applies(each.groups, group.group.id))


def _places(award: Award, group: GroupScore) -> Places:
    given = [(unit.unit, each.undecided) for unit in group.units for each in unit.awards if each.award.id == award.id]
    holders, undecided = (tuple(unit for unit, is_open in given if is_open == wanted) for wanted in (False, True))
    return Places(award.name, award.positions or 0, holders, undecided, tuple(_more(award)))


def _more(award: Award) -> Iterator[Phrase]:
    if award.grade is not None:
        yield phrase(N_("the grade {grade} or better"), grade=award.grade)
    if award.minimum is not None:
        yield phrase(N_("at least {minimum} points"), minimum=award.minimum)
    if award.requires is not None:
        yield phrase(N_("a condition of its own"))
    if award.passes_down:
        yield phrase(N_("places that pass down to the next"))
    if award.quota is not None:
        yield phrase(N_("a quota of {quota}"), quota=award.quota)
    if award.ties == "none":
        yield phrase(N_("no award where units tie across the last place"))


def about_award(award: Places, spreads: Sequence[RankSpread]) -> Iterator[str]:
    """Yield who is proposed for an award today, what it hangs on, and how firmly units are among the first."""
    yield _today(award)
    if award.more:
        yield tr("“{award}” hangs on more than ranks: {more}. Of the draws only ranks are told, not who would get it.", **_named(award))
    for spread in spreads:
        within = spread.share_within(award.positions)
        values = {"unit": spread.unit, "rank": spread.rank, "positions": award.positions, "share": percent(within)}
        if spread.rank <= award.positions and within < 1:
            yield tr("{unit} (rank {rank}) stays among the first {positions} in {share} of the draws.", **values)
        elif spread.rank > award.positions and within > 0:
            yield tr("{unit} (rank {rank}) comes among the first {positions} in {share} of the draws.", **values)


def _today(award: Places) -> str:
    named = {**_named(award), "units": award.holders, "tied": award.undecided}
    if award.undecided and award.holders:
        return tr("Proposed for “{award}” today: {units}; a tie leaves open: {tied}.", **named)
    if award.undecided:
        return tr("Proposed for “{award}” today: nobody for certain; a tie leaves open: {tied}.", **named)
    if award.holders:
        return tr("Proposed for “{award}” today: {units}.", **named)
    return tr("Proposed for “{award}” today: nobody.", **named)


def _named(award: Places) -> dict[str, object]:
    return {"award": award.name, "more": award.more}
