"""The points that units give themselves, beside those that their answers give: told where the two differ, the largest difference first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import round_fraction
from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.records import Assessment, CriterionScore
from ictscore.survey.submission import Submission, Survey
from ictscore.words import N_, Phrase, phrase

_MOST_NAMED = 6
_USUAL_PLACES = 2
"""So many decimals of provisional points stand on a form, where the rulebook does not round them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The points that a unit gives itself for one criterion, and those that its answers give, both as a form shows them."""

    criterion: Criterion
    claimed: Fraction
    computed: Fraction
    place: Place

    @property
    def difference(self) -> Fraction:
        """Return how much more the unit gives itself."""
        return self.claimed - self.computed


@dataclass(frozen=True, slots=True)
class UnitClaims:
    """What one unit claims: how many of its points could be compared, and those that differ, the largest difference first."""

    submission: Submission
    compared: int
    differing: tuple[Claim, ...]


def claims_in(rulebook: Rulebook, survey: Survey, assessment: Assessment) -> tuple[UnitClaims, ...]:
    """Return what the units claim that claim anything, in the order of the survey."""
    scores = {(each.group, each.who): {score.criterion.id: score for score in each.criteria} for each in assessment.units()}
    found = []
    for each in survey.submissions:
        claims = list(_claims(rulebook, each, scores.get((each.group, each.who), {})))
        if claims:
            differing = sorted((claim for claim in claims if claim.difference), key=lambda claim: -abs(claim.difference))
            found.append(UnitClaims(each, len(claims), tuple(differing)))
    return tuple(found)


def _claims(rulebook: Rulebook, submission: Submission, scores: dict[str, CriterionScore]) -> Iterator[Claim]:
    places = rulebook.rounding.criterion if rulebook.rounding.criterion is not None else _USUAL_PLACES
    for name, given in submission.points.get("self", {}).items():
        computed = _computed(scores[name]) if name in scores else None
        if computed is not None and isinstance(given.value, Fraction):
            claimed, shown = (round_fraction(value, places, rulebook.rounding.mode) for value in (given.value, computed))
            yield Claim(scores[name].criterion, claimed, shown, given.place)


def _computed(score: CriterionScore) -> Fraction | None:
    """Return the points that the answers give, on the criterion's own scale; None where they give none that could be compared.

    What was raised because other criteria do not apply is taken back: a form shows a criterion’s points out of its own maximum.
    """
    if score.status in {"error", "not_applicable"}:
        return None
    if score.given_by is not None:
        return score.computed
    own = score.criterion.max_points
    return score.points if score.max_points in {own, 0} else score.points * own / score.max_points


def about_claims(claims: tuple[UnitClaims, ...]) -> Iterator[Finding]:
    """Yield one note for each unit whose own points differ from what its answers give, at the largest difference."""
    for each in claims:
        if each.differing:
            first, *rest = each.differing
            counts = {"count": len(each.differing), "compared": each.compared}
            yield Finding("SC110", first.place, {"unit": each.submission.unit, **counts, "points": _named(each.differing)}, _places(rest))


def _places(claims: Iterable[Claim]) -> tuple[Place, ...]:
    return tuple(each.place for each in claims)


def _named(claims: tuple[Claim, ...]) -> Phrase:
    text: Phrase = _one(claims[0])
    for claim in claims[1:_MOST_NAMED]:
        text = phrase(N_("{first}; {second}"), first=text, second=_one(claim))
    more = len(claims) - _MOST_NAMED
    return phrase(N_("{names} and {count} more"), names=text, count=more) if more > 0 else text


def _one(claim: Claim) -> Phrase:
    number = claim.criterion.number or claim.criterion.id
    told = {"criterion": f"{number} {claim.criterion.name}", "claimed": claim.claimed, "computed": claim.computed}
    return phrase(N_("{criterion}: {claimed} instead of {computed}"), **told)
