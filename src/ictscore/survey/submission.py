"""What came back: one unit's answers and points by stage, and all submissions of a round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ictscore.expr.values import Blank, Value, missing
from ictscore.findings import Finding
from ictscore.places import NOWHERE, Place
from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.survey.evidence.records import EvidenceCell, EvidenceRead
from ictscore.survey.labels.unit_names import Who, who


@dataclass(frozen=True, slots=True)
class Answer:
    """One value as it came back: what it is taken for, where it stands, and what stands there."""

    value: Value
    place: Place = NOWHERE
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """Everything one unit sent in, or reviewers added.

    ``answers`` and ``points`` go by stage and then by id: what the unit says (``self``), what reviewers accept, what the council decides.
    ``remarks`` are the evidence and the note written beside an answer (or beside points, by ``points:<criterion>``); they change no point.
    ``evidence`` are the cells where evidence is to be named, by the same ids, blank ones too, where the form has them.
    """

    unit: str
    group: str
    answers: Mapping[StageId, Mapping[str, Answer]]
    points: Mapping[StageId, Mapping[str, Answer]] = field(default_factory=dict)
    parent: str | None = None
    place: Place = NOWHERE
    remarks: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    evidence: Mapping[str, EvidenceCell] = field(default_factory=dict)
    is_doubtful: bool = False
    """Whether its form was made for another unit, and nobody has said whose figures it holds: they count for nobody."""

    @property
    def who(self) -> Who:
        """Return what tells the unit from the others of its group."""
        return who(self.unit, self.parent)

    def answer(self, identifier: str, stage: StageId) -> Answer:
        """Return the answer that holds at ``stage``: the latest one given up to then, or the blank of the first stage."""
        for each in _up_to(stage):
            found = self.answers.get(each, {}).get(identifier)
            if found is not None and not (isinstance(found.value, Blank) and found.value.kind == "missing"):
                return found
        first = self.answers.get("self", {}).get(identifier)
        return first if first is not None else Answer(missing(identifier), self.place)

    def values_at(self, stage: StageId) -> dict[str, Value]:
        """Return the values of all answers that hold at ``stage``, by id; what was never answered is left out."""
        values = {name: answer.value for name, answer in self.answers.get("self", {}).items()}
        for each in STAGES[1 : STAGES.index(stage) + 1]:
            for name, answer in self.answers.get(each, {}).items():
                if name not in values or not (isinstance(answer.value, Blank) and answer.value.kind == "missing"):
                    values[name] = answer.value
        return values

    def points_given(self, criterion: str, stage: StageId) -> tuple[StageId, Answer] | None:
        """Return the points a reviewer or the council gave for a criterion up to ``stage``, the latest of them.

        What the unit gives itself is a claim and never counts once the points can be computed; at stage ``self`` it is not taken either.
        """
        for each in _up_to(stage):
            found = self.points.get(each, {}).get(criterion)
            if each != "self" and found is not None and not isinstance(found.value, Blank):
                return each, found
        return None


def _up_to(stage: StageId) -> tuple[StageId, ...]:
    """Return the stages up to ``stage``, the latest first."""
    return tuple(reversed(STAGES[: STAGES.index(stage) + 1]))


@dataclass(frozen=True, slots=True)
class InputRecord:
    """A file that was read, for the record of origin."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Survey:
    """All submissions of a round, in the order read, and what was found on the way.

    ``lists`` are the names and hashes of the list of units and of the answers about names it was read with; ``refused`` are the files that
    could not be read; ``mapping`` is the name and hash of the mapping that exports were read by, where there is one; ``evidence`` is what
    came of looking for the evidence, where somebody asked for that. ``unreadable`` are the units whose file says whose it is and gave no
    answers: they count as not assessed, but sent something that goes back.
    """

    submissions: tuple[Submission, ...]
    files: tuple[InputRecord, ...] = ()
    findings: tuple[Finding, ...] = ()
    period: str = ""
    lists: tuple[tuple[str, str], ...] = ()
    refused: tuple[InputRecord, ...] = ()
    mapping: tuple[str, str] | None = None
    evidence: EvidenceRead | None = None
    unreadable: tuple[Submission, ...] = ()

    def latest_stage(self) -> StageId:
        """Return the last stage for which anything was recorded."""
        return next((stage for stage in reversed(STAGES) if self.has_stage(stage)), "self")

    def has_stage(self, stage: StageId) -> bool:
        """Return whether anything was recorded at a stage."""
        return any(each.answers.get(stage) or each.points.get(stage) for each in self.submissions)
