"""Sentences several reports share: how much is modelled, at which stage, how far provisional."""

from __future__ import annotations

from ictscore.reports.listed import MORE_UNITS, UNIT_MISSING, listed
from ictscore.reports.published import published
from ictscore.reports.told import Told, ToldUnit
from ictscore.rulebook.basis import BasisCount
from ictscore.scoring.doubts import STAGE_NAMES
from ictscore.words import say_decimal, tr


def basis_sentence(basis: BasisCount) -> str:
    """Return how many of the points rest on rules that are not the regulation's."""
    points = basis.points
    values = {"modelled": say_decimal(published(points.modelled, None)), "total": say_decimal(published(points.total, None))}
    if not points.modelled:
        return tr("All {total} points follow rules that the sources state or imply", **values)
    return tr("{modelled}/{total} points follow model rules, not those of the decision", **values)


def stage_name(told: Told) -> str:
    """Return what the rulebook calls the stage scored, else its plain name."""
    stage = told.origin.stage
    return next((each.name for each in told.rulebook.stages if each.id == stage), tr(STAGE_NAMES[stage]))


def stage_sentence(told: Told) -> str:
    """Return the sentence that says which stage was scored."""
    return tr("Stage scored: {stage}.", stage=stage_name(told))


def provisional_sentence(told: Told) -> str:
    """Return the warning every page of a provisional result bears."""
    warning = provisional_warning(told)
    missing = listed((str(each.values["unit"]) for each in told.findings if each.code == UNIT_MISSING), MORE_UNITS)
    return f"{warning} {tr('Missing from the survey: {units}.', units=missing)}" if missing else warning


def provisional_warning(told: Told) -> str:
    """Return the warning alone, for where the missing units have been named."""
    errors = sum(1 for each in told.findings if each.severity == "error")
    return tr("PROVISIONAL: errors stand ({count}), so this is not a result to be published.", count=errors)


def group_heading(name: str, *, provisional: bool) -> str:
    """Return what heads the ranking of a group; a provisional one says so itself, since people copy it alone."""
    return f"{name} – {tr('PROVISIONAL')}" if provisional else name


def unit_note(told: Told, unit: ToldUnit) -> str:
    """Return what is special about a unit: what knocked it out, or that it is not ranked."""
    knocked = [each.name for each in told.rulebook.knockouts if each.id in unit.score.knocked_out]
    outside = [] if unit.score.ranked else [tr("not ranked")]
    return "; ".join((*outside, *knocked))
