"""What else is to be said of a criterion's points: given by a stage, missing, not applicable, redistributed, rounded."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.exact import RoundingMode
from ictscore.reports.explained.steps_to_total import say_exactly
from ictscore.rulebook.criteria import Consequence
from ictscore.rulebook.procedure import StageId
from ictscore.rulebook.results import Rounding
from ictscore.scoring.explain import Explanation
from ictscore.scoring.records import CriterionScore, Status
from ictscore.words import N_, tr

STATUS_WORDS: dict[Status, str] = {
    "scored": N_("scored"),
    "missing": N_("missing"),
    "not_applicable": N_("not applicable"),
    "error": N_("error"),
}

STAGE_WORDS: dict[StageId, str] = {"self": N_("self-assessed"), "appraised": N_("appraised"), "council": N_("decided by the council")}

BASIS_WORDS: dict[str, str] = {"stated": N_("stated"), "inferred": N_("inferred"), "modelled": N_("modelled")}

_CONSEQUENCES: dict[Consequence, str] = {
    "full": N_("it counts in full"),
    "drop": N_("it is left out of the maximum"),
    "redistribute_equally": N_("its maximum goes to the other criteria in equal parts"),
    "redistribute_in_proportion": N_("its maximum goes to the other criteria in proportion"),
    "zero": N_("it counts 0"),
}

_MODES: dict[RoundingMode, str] = {
    "half_up": N_("halves up"),
    "half_even": N_("halves to even"),
    "down": N_("always down"),
    "up": N_("always up"),
}


def notes_on(explanation: Explanation, rounding: Rounding) -> tuple[str, ...]:
    """Return the sentences about one criterion, in the order things happen."""
    return tuple(_notes(explanation, rounding))


def _notes(explanation: Explanation, rounding: Rounding) -> Iterator[str]:
    score = explanation.score
    if score.given_by is not None:
        yield from _about_given(score)
    if score.status == "missing":
        yield tr("Not answered, counts {points}: {reason}.", points=say_exactly(score.points), reason=_reason(score))
    elif score.status == "error":
        yield tr("No points: {reason}.", reason=_reason(score))
    elif score.status == "not_applicable" and score.consequence is not None:
        then = tr(_CONSEQUENCES[score.consequence])
        yield tr("Does not apply ({reason}): {consequence}.", reason=_reason(score), consequence=then)
    if explanation.raw is not None and score.status != "not_applicable" and score.max_points != score.criterion.max_points:
        numbers = {"old": score.criterion.max_points, "new": score.max_points, "before": explanation.raw.exact, "after": score.exact}
        raised = {name: say_exactly(value) for name, value in numbers.items()}
        yield tr("The maximum rose from {old} to {new} because other criteria do not apply: {before} × {new} ÷ {old} = {after}.", **raised)
    if score.points != score.exact and rounding.criterion is not None:
        how = {"places": str(rounding.criterion), "mode": tr(_MODES[rounding.mode])}
        yield tr("Rounded to {places} decimals ({mode}): {before} → {after}.", before=score.exact, after=score.points, **how)


def _reason(score: CriterionScore) -> str:
    return str(score.reason or "") or tr("no reason is given")


def _about_given(score: CriterionScore) -> Iterator[str]:
    assert score.given_by is not None
    stage = tr(STAGE_WORDS[score.given_by])
    if score.computed is None:
        yield tr("Points as {stage}: {points}.", stage=stage, points=say_exactly(score.exact))
    else:
        numbers = {"points": say_exactly(score.exact), "computed": say_exactly(score.computed)}
        yield tr("Points as {stage}: {points}; the formula gives {computed}.", stage=stage, **numbers)
