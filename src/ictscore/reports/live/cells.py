"""What expressions ask of a unit, as cells of a live workbook: answers, points, sections, sums, its group and its members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ictscore.expr.excel import translate
from ictscore.expr.excel_parts import ExcelAnswer, ExcelValue, NotInExcel, gravest_of
from ictscore.expr.nodes import GroupExtreme, Measure, OfMembers, PointsOf, SectionPoints
from ictscore.expr.text import extreme_key
from ictscore.reports.live.answers import AnswerColumns
from ictscore.reports.live.steps import Ref, Steps, Term
from ictscore.rulebook.model import Rulebook
from ictscore.survey.blank.answer_states import excel_answer

FAULT = ExcelValue("0", ("5",))
_FAR = "1E+15"


@dataclass(frozen=True, slots=True)
class MemberCells:
    """A group whose units belong to others, as those see it: the cells that name the unit each belongs to, and its steps."""

    parents: str
    steps: Steps
    answers: Mapping[str, AnswerColumns]
    total: Ref

    def aggregate(self, node: OfMembers, unit: str) -> ExcelValue:
        """Return an aggregate over the units that belong to ``unit``; a blank among their values decides."""
        own = f"({self.parents}={unit})"
        count = f"SUMPRODUCT(--{own})"
        if node.how == "count":
            return ExcelValue(count)
        values, states = self._asked(node)
        worst = f"SUMPRODUCT(MAX({own}*{states}))" if states else "0"
        found = {
            "sum": f"SUMPRODUCT({own}*{values})",
            "mean": f"(SUMPRODUCT({own}*{values})/{count})",
            "least": f"SUMPRODUCT(MIN({values}+(1-{own})*{_FAR}))",
            "greatest": f"SUMPRODUCT(MAX({values}-(1-{own})*{_FAR}))",
        }
        return ExcelValue(found[node.how], (f"IF({count}=0,5,{worst})",))

    def _asked(self, node: OfMembers) -> tuple[str, str]:
        if node.of == "total":
            return self.steps.all_outside(self.total), ""
        answer = self.answers.get(node.of)
        if answer is None or answer.spec.value_type != "number":
            raise NotInExcel(node)
        return self.steps.all_outside(answer.value), self.steps.all_outside(answer.state)


@dataclass(slots=True)
class LiveCells:
    """One unit's row as expressions see it; what is not known yet is a fault, as it is while units are scored."""

    rulebook: Rulebook
    unit: str
    answers: Mapping[str, AnswerColumns]
    members: Mapping[str, MemberCells]
    points: dict[str, Term] = field(default_factory=dict)
    sections: dict[str, Term] = field(default_factory=dict)
    measures: dict[str, Term] = field(default_factory=dict)
    extremes: dict[str, tuple[Ref, Ref]] = field(default_factory=dict)

    def answer(self, identifier: str) -> ExcelAnswer:
        """Return where an answer stands; one that the group is not asked is missing."""
        found = self.answers.get(identifier)
        if found is not None:
            return found.excel(self.rulebook.language)
        return excel_answer(self.rulebook.answers[identifier], "0", "2", self.rulebook.language)

    def asked(self, node: PointsOf | SectionPoints | Measure | GroupExtreme | OfMembers) -> ExcelValue:
        """Return what is asked of the unit, its group or its members."""
        if isinstance(node, GroupExtreme):
            return self._extreme(node)
        if isinstance(node, OfMembers):
            if node.group not in self.members:
                return ExcelValue("0") if node.how == "count" else FAULT
            return self.members[node.group].aggregate(node, self.unit)
        if isinstance(node, PointsOf):
            found = self.points.get(node.id)
        else:
            found = self.sections.get(node.id) if isinstance(node, SectionPoints) else self.measures.get(node.name)
        return FAULT if found is None else ExcelValue(found.text)

    def _extreme(self, node: GroupExtreme) -> ExcelValue:
        """Return the extreme, or where nobody has a value the blank of the unit's own, else a fault."""
        known = self.extremes.get(extreme_key(node))
        if known is not None:
            return ExcelValue(known[0].text, (known[1].text,))
        own = gravest_of(translate(node.of, self).states)
        return ExcelValue("0", (f"IF({own}>0,{own},5)",))
