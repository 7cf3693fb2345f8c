"""What the forms of a group have in common, worked out once however many units get one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ictscore.expr.excel_parts import ExcelAnswer
from ictscore.rulebook.load import LoadedRulebook
from ictscore.survey.blank.front import basis_line, in_language
from ictscore.survey.blank.guide import Line, guide_lines, rows_of_answers
from ictscore.survey.blank.live_points import LiveCriterion, LiveFormulas, live_criterion
from ictscore.survey.blank.questions import FormQuestion, Part, form_questions, has_parents, parts_of
from ictscore.survey.blank.text_limits import refuse_long_texts
from ictscore.survey.form_identity import FormIdentity, identity_of
from ictscore.survey.questions import Question, questions_of

_REMEMBERED = 32


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A group's questions, parts, guide and criteria; formulas are remembered by where their cells stand."""

    loaded: LoadedRulebook
    group: str
    questions: tuple[FormQuestion, ...]
    known: Mapping[str, Question]
    parts: tuple[Part, ...]
    guide: tuple[Line, ...]
    guide_rows: Mapping[str, int]
    """The rows of the guide sheet, counted from 1, that say what answers are for."""
    identity: FormIdentity
    live: Mapping[str, LiveCriterion]
    basis: str
    has_parents: bool
    formulas: dict[tuple[str, int, str], LiveFormulas | None] = field(default_factory=dict)

    @property
    def required(self) -> frozenset[str]:
        """Return the ids of the questions that everybody must answer."""
        return frozenset(each.id for each in self.questions if each.spec.required)

    def live_formulas(self, criterion: str, cells: Mapping[str, ExcelAnswer], head: int, state_cell: str) -> LiveFormulas | None:
        """Return the formulas of a criterion where the questions begin below row ``head``."""
        key = (criterion, head, state_cell)
        if key not in self.formulas:
            self.formulas[key] = self.live[criterion].formulas(cells, state_cell)
        return self.formulas[key]


def prepare(loaded: LoadedRulebook, group: str) -> Prepared:
    """Return what a group's forms have in common. Raises FileRefused for texts that Excel would cut."""
    return _prepared(_Key(loaded), group)


class _Key:
    """A rulebook as a key: the same text is the same rulebook."""

    def __init__(self, loaded: LoadedRulebook) -> None:
        self.loaded = loaded

    def __hash__(self) -> int:
        return hash(self.loaded.hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and (self.loaded.hash, self.loaded.path) == (other.loaded.hash, other.loaded.path)


@lru_cache(maxsize=_REMEMBERED)
def _prepared(key: _Key, group: str) -> Prepared:
    loaded = key.loaded
    rulebook = loaded.rulebook
    refuse_long_texts(loaded, group)
    with in_language(rulebook.language):
        guide = tuple(guide_lines(rulebook, group))
        return Prepared(
            loaded,
            group,
            questions=form_questions(rulebook, group),
            known=questions_of(rulebook),
            parts=parts_of(rulebook, group),
            guide=guide,
            guide_rows=rows_of_answers(guide),
            identity=identity_of(rulebook, group),
            live={each.id: live_criterion(each, group) for each in rulebook.criteria_of(group) if each.formula is not None},
            basis=basis_line(rulebook, group),
            has_parents=has_parents(rulebook, group),
        )
