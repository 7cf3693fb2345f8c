"""From a survey to what is told of it: scored, checked against itself, opened for explanations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from ictscore import __version__
from ictscore.errors import RulebookRefused, SelfCheckFailed
from ictscore.findings import Finding, errors_among, finding
from ictscore.places import Place
from ictscore.reports.checked.claims import about_claims, claims_in
from ictscore.reports.checked.evidence_told import about_unshown, unshown_in
from ictscore.reports.doubtful_forms import without_doubtful
from ictscore.reports.explained.told import Explainer
from ictscore.reports.listed import listed
from ictscore.reports.told import Origin, Told, tell
from ictscore.rulebook.basis import basis_of_rulebook, modelled_rules
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.procedure import StageId
from ictscore.scoring.assess import assess
from ictscore.scoring.explain import Books
from ictscore.scoring.records import Assessment
from ictscore.survey.submission import Survey

RAISED_BY_STRICT_NEVER = frozenset({"RB605"})
"""What says which rulebook this is, not what is wrong with the survey."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A scored survey: what is told, and who explains it."""

    survey: Survey
    books: Books
    told: Told
    explainer: Explainer

    @property
    def stands(self) -> bool:
        """Return whether no error stands against the result."""
        return not errors_among(self.told.findings)


def score_survey(  # noqa: PLR0913 - all but two are named and have a default
    loaded: LoadedRulebook,
    survey: Survey,
    *,
    command: str,
    stage: StageId | None = None,
    strict: bool = False,
    provisional: bool = False,
    asked: Mapping[str, bool] = MappingProxyType({}),
    progress: Callable[[int], None] = lambda _: None,
) -> Outcome:
    """Return the outcome of a survey; figures of which nobody knows whose they are count for nobody, and the unit they name is missing.

    ``strict`` makes errors of notes and warnings; ``provisional`` marks the result where errors stand; ``asked`` are further flags the
    result was asked for with, for the record.
    """
    survey = without_doubtful(loaded.rulebook, survey)
    assessment = assess(loaded.rulebook, survey, stage, progress)
    check_all_scored(survey, assessment)
    books = Books(loaded.rulebook, survey, assessment)
    findings = (*survey.findings, *assessment.findings, *_beside_points(loaded, survey, assessment), *_about_basis(loaded))
    if strict:
        findings = tuple(replace(each, raised=each.code not in RAISED_BY_STRICT_NEVER) for each in findings)
    marked = provisional and bool(errors_among(findings))
    flags = {"strict": strict, "provisional": provisional, **asked}
    origin = replace(_origin(loaded, survey, assessment.stage, command), options=tuple(sorted(flags.items())))
    told = tell(loaded, books, origin, findings, provisional=marked)
    return Outcome(survey, books, told, Explainer(loaded, books))


def refuse_unofficial(loaded: LoadedRulebook) -> None:
    """Raise RulebookRefused where a rulebook is not the regulation's own: modelled in parts, or incomplete."""
    rulebook, findings = loaded.rulebook, []
    place = Place(loaded.files[0].name)
    modelled = modelled_rules(rulebook)
    if modelled:
        findings.append(finding("RB603", place, count=len(modelled), names=listed(each.path for each in modelled)))
    if not rulebook.complete:
        findings.append(finding("RB606", place))
    if findings:
        raise RulebookRefused(*findings)


def check_all_scored(survey: Survey, assessment: Assessment) -> None:
    """Raise SelfCheckFailed where a unit of the survey is neither scored nor excluded."""
    scored = len(assessment.units())
    excluded = sum(len(group.excluded) for group in assessment.groups)
    if scored + excluded != len(survey.submissions):
        reason = f"{len(survey.submissions)} ≠ {scored} + {excluded}"
        raise SelfCheckFailed(finding("SC204", reason=reason))


def _beside_points(loaded: LoadedRulebook, survey: Survey, assessment: Assessment) -> Iterator[Finding]:
    """Yield what is to be said of the evidence for points, and of the points that units give themselves."""
    yield from about_unshown(loaded.rulebook, unshown_in(loaded.rulebook, survey, assessment))
    yield from about_claims(claims_in(loaded.rulebook, survey, assessment))


def _about_basis(loaded: LoadedRulebook) -> tuple[Finding, ...]:
    points = basis_of_rulebook(loaded.rulebook).points
    if not points.modelled:
        return ()
    return (finding("RB605", Place(loaded.files[0].name), points=points.modelled, total=points.total),)


def _origin(loaded: LoadedRulebook, survey: Survey, stage: StageId, command: str) -> Origin:
    return Origin(
        rulebook=loaded.rulebook.id,
        title=loaded.rulebook.title,
        hash=loaded.hash,
        rulebook_files=tuple((_last_two(each.name), each.sha256) for each in loaded.files),
        inputs=survey.files,
        refused=survey.refused,
        version=__version__,
        command=command,
        stage=stage,
        period=survey.period,
        lists=tuple((_last_two(name), digest) for name, digest in survey.lists),
        mapping=survey.mapping,
        evidence=survey.evidence.listing if survey.evidence is not None else None,
    )


def _last_two(name: str) -> str:
    """Return a rulebook file's name with its folder: enough to know it, and the same on every machine."""
    return "/".join(name.replace("\\", "/").split("/")[-2:])
