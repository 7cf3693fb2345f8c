"""How sure a search for changes is, in words: what is proved, within which values, and where it stopped and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ictscore.whatif.domains import Domain
from ictscore.whatif.effort import BY_EFFORT, SMALL, Effort, Why
from ictscore.whatif.problem import Domains
from ictscore.whatif.smallest import Smallest
from ictscore.words import N_, tr

MOST_LIMITS = 6


def proof_that_it_is_least(found: Smallest, *, is_priced: bool) -> Iterator[str]:
    """Yield whether less would do than what was found."""
    count = len(found.changes)
    if not found.is_proved:
        yield from _proved_so_far(found, is_priced=is_priced)
        yield tr("Whether less would do could not be proved.")
    elif is_priced:
        yield within(found.limits, tr("Nothing cheaper reaches it: an exact search went through all other answers."))
    elif count == 1:
        yield tr("One answer is the least: without any change it is not reached.")
    else:
        yield within(found.limits, _no_fewer_than(count))


def proof_that_there_is_none(found: Smallest, *, is_priced: bool) -> Iterator[str]:
    """Yield whether nothing at all reaches the target."""
    if found.is_proved:
        yield within(found.limits, tr("That there is none is proved: even at their best, the answers that may change bring no more."))
    else:
        yield from _proved_so_far(found, is_priced=is_priced)
        yield tr("That there is none could not be proved.")


def _proved_so_far(found: Smallest, *, is_priced: bool) -> Iterator[str]:
    if is_priced and found.below > 0:
        claim = tr("Nothing that costs less than {cost} reaches it: an exact search went through all of that.", cost=found.below)
        yield within(found.limits, claim)
    if not is_priced and found.below > 1:
        yield within(found.limits, _no_fewer_than(int(found.below)))


def _no_fewer_than(count: int) -> str:
    return tr("No set of fewer than {count} answers reaches it: an exact search went through all of them.", count=count)


def open_ends(found: Smallest, effort: Effort, measured: Sequence[str]) -> Iterator[str]:
    """Yield where the search stopped, and what would take it further; ``measured`` are the answers by which others are measured."""
    whys = [each.why for each in found.doubts]
    yield from (_REASONS[each](effort) for each in whys)
    if BY_EFFORT.intersection(whys):
        yield tr("With --effort {times} it goes further, and takes longer.", times=effort.times * 10)
    if measured and not BY_EFFORT.issuperset(whys):
        said = N_("Others are measured by {answers}: with --not these stay as they are, and more can be proved of the rest.")
        yield tr(said, answers=measured)


_REASONS: Mapping[Why, Callable[[Effort], str]] = {
    "boxes": lambda effort: tr("The search stopped at its limit of {count} boxes of values for one set of answers.", count=effort.boxes),
    "tried": lambda effort: tr("The search stopped at its limit of {count} sets of answers that are scored.", count=effort.tried),
    "sets": lambda effort: tr(
        "More than {count} answers hang together; sets of more than {most} of them were not looked at.", count=SMALL, most=effort.together
    ),
    "values": lambda effort: tr("The search stopped at its limit of {count} values that are priced.", count=effort.priced),
    "cases": lambda effort: tr(
        "Points can pass from criteria to others in more than {count} ways, the limit of the search.", count=effort.cases
    ),
    "scoring": lambda _: tr("Sets of answers were left open of which only scoring tells what they bring, and it did not reach it."),
    "others": lambda _: tr("Other units can come to share a place, or leave the ranking, which no sum of points tells."),
}


def within(limits: Domains, claim: str) -> str:
    """Return a claim with the values within which it holds, where others could do it after all."""
    if not limits:
        return claim
    return tr("Within the values tried ({limits}) – {claim}", limits=limit_words(limits), claim=claim)


def limit_words(limits: Domains) -> str:
    """Return what was tried of some answers, the first few of them."""
    said = [_tried_words(name, each) for name, each in list(limits.items())[:MOST_LIMITS]]
    more = [tr("and {count} more answers", count=len(limits) - MOST_LIMITS)] * (len(limits) > MOST_LIMITS)
    return "; ".join((*said, *more))


def _tried_words(name: str, domain: Domain) -> str:
    if domain.stays:
        return tr("{answer} as it is", answer=name)
    if domain.words:
        return tr("{answer} kept applicable", answer=name)
    values = {"answer": name, "low": domain.low, "high": domain.high, "step": domain.step}
    return tr("{answer} {low} to {high} in steps of {step}", **values)
