"""What is told of evidence: what became of it, question by question, and where points are earned without any being named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ictscore.findings import Finding, finding
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.plan import Leaf, plan_group
from ictscore.scoring.records import Assessment, UnitScore
from ictscore.survey.evidence.records import STATES, CellState, EvidenceCell
from ictscore.survey.labels.unit_names import Who
from ictscore.survey.submission import Submission, Survey
from ictscore.words import N_, Phrase, phrase, tr

_MOST_NAMED = 6
_BECAME: dict[CellState, str] = {
    "found": N_("there"),
    "not_found": N_("not found"),
    "empty": N_("empty"),
    "asked": N_("several files fit the name"),
}


@dataclass(frozen=True, slots=True)
class Unshown:
    """A unit that earns points for questions (their ids) whose evidence the rulebook wants and the form names nowhere."""

    submission: Submission
    questions: tuple[str, ...]


def evidence_counts(survey: Survey) -> dict[CellState, int]:
    """Return how many cells of evidence come to what; those that name nothing count under ``none``."""
    states = Counter(cell.state for each in survey.submissions for cell in each.evidence.values())
    return {state: states[state] for state in STATES}


def evidence_words(cell: EvidenceCell | None) -> str:
    """Return what a cell of evidence names, in one line, with what became of it where it was looked for; nothing for a blank one."""
    text = " ".join(cell.text.split()) if cell is not None else ""
    if cell is None or not text:
        return ""
    became = _BECAME.get(cell.state, "")
    return f"{tr('evidence')}: {text}" + (f" ({tr(became)})" if became else "")


def unshown_in(rulebook: Rulebook, survey: Survey, assessment: Assessment) -> tuple[Unshown, ...]:
    """Return the units that earn points without the evidence that the rulebook wants; nobody, where evidence was not looked for."""
    if survey.evidence is None:
        return ()
    scores = {(each.group, each.who): each for each in assessment.units()}
    leaves = {group: plan_group(rulebook, rulebook.group(group)).leaves for group in {each.group for each in survey.submissions}}
    taken = frozenset(leaf.id for top in (rulebook.deductions.criteria if rulebook.deductions else ()) for leaf in top.all())
    found = []
    for each in survey.submissions:
        score = scores.get((each.group, each.who))
        if score is not None and each.evidence:
            wanted = set(_wanted(rulebook, each, score, [leaf for leaf in leaves[each.group] if leaf.criterion.id not in taken]))
            if wanted:
                found.append(Unshown(each, tuple(name for name in each.evidence if name in wanted)))
    return tuple(found)


def _wanted(rulebook: Rulebook, submission: Submission, score: UnitScore, leaves: list[Leaf]) -> Iterator[str]:
    """Yield the questions that earn points and show nothing.

    Where the criterion wants evidence, one of its questions has to name it; where a question does, it has to itself.
    """
    points = {each.criterion.id: each.points for each in score.criteria}
    cells = submission.evidence
    earning = [leaf for leaf in leaves if points.get(leaf.criterion.id, 0) > 0]
    for leaf in earning:
        yield from (name for name in leaf.answers if name in cells and not cells[name].named and rulebook.answers[name].evidence)
    for criterion in rulebook.criteria_of(submission.group):
        below = [leaf for leaf in leaves if criterion.id in (leaf.criterion.id, *leaf.above)] if criterion.evidence else []
        asked = [name for leaf in below for name in leaf.answers if name in cells]
        if asked and not any(cells[name].named for name in asked):
            yield from [name for leaf in below if leaf in earning for name in leaf.answers if name in cells][:1]


def about_unshown(rulebook: Rulebook, unshown: tuple[Unshown, ...]) -> Iterator[Finding]:
    """Yield one note for each unit, at the first of its blank cells."""
    for each in unshown:
        places = [each.submission.evidence[name].place for name in each.questions]
        labels = [rulebook.answers[name].label for name in each.questions]
        unit, count = each.submission.unit, len(labels)
        yield finding("SV464", places[0], related=places[1:], unit=unit, count=count, questions=_listed(labels))


def _listed(labels: list[str]) -> Phrase | str:
    text = "; ".join(labels[:_MOST_NAMED])
    more = len(labels) - _MOST_NAMED
    return phrase(N_("{names} and {count} more"), names=text, count=more) if more > 0 else text


def unshown_by_unit(unshown: tuple[Unshown, ...]) -> dict[tuple[str, Who], frozenset[str]]:
    """Return the questions of each unit, by its group and who it is."""
    return {(each.submission.group, each.submission.who): frozenset(each.questions) for each in unshown}
