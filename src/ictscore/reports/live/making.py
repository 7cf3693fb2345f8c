"""What is known while the steps of one group are made: its units in the order of their rows, and everything already in a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ictscore.exact import RoundingMode, round_fraction
from ictscore.expr.derivation import Derivation
from ictscore.expr.evaluate import evaluate
from ictscore.expr.excel import translate
from ictscore.expr.excel_parts import ExcelValue, gravest_of
from ictscore.expr.nodes import Expr
from ictscore.expr.values import Blank
from ictscore.reports.live.cells import LiveCells
from ictscore.reports.live.doubts import Doubts
from ictscore.reports.live.steps import Ref, Steps, Term, column_of
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import StageId
from ictscore.scoring.plan import GroupPlan
from ictscore.scoring.records import UnitScore
from ictscore.scoring.unit import UnitScope


@dataclass(slots=True)
class Making:
    """One group in the making; ``scopes`` stand in the order of the units."""

    rulebook: Rulebook
    plan: GroupPlan
    stage: StageId
    units: Sequence[UnitScore]
    scopes: Sequence[UnitScope]
    steps: Steps
    cells: LiveCells
    doubts: Doubts = field(default_factory=Doubts)

    def before(self) -> Sequence[UnitScope]:
        """Return the scopes as they are before any criterion is scored."""
        for scope in self.scopes:
            scope.criteria, scope.sections, scope.scored = {}, {}, None
        return self.scopes

    def after(self) -> Sequence[UnitScope]:
        """Return the scopes as they are once everything is scored."""
        for scope, unit in zip(self.scopes, self.units, strict=True):
            scope.criteria = {each.criterion.id: each.points for each in unit.criteria}
            scope.sections = {each.section.id: each.points for each in unit.sections}
            scope.scored = unit
        return self.scopes

    def derived(self, what: str, expr: Expr, scopes: Sequence[UnitScope]) -> list[Derivation]:
        """Return how an expression comes about for each unit, with its doubts noted."""
        found = [evaluate(expr, scope) for scope in scopes]
        for index, each in enumerate(found):
            self.doubts.derivation(index, what, each)
        return found

    def holds(self, what: str, condition: Expr) -> Ref:
        """Add a column that is 1 where a condition holds once everything is scored, 2 where that cannot be judged, else 0."""
        found = [each.value for each in self.derived(what, condition, self.after())]

        def formula() -> str:
            value = translate(condition, self.cells)
            state = gravest_of(value.states)
            holds = f"IF({value.value},1,0)"
            return f"IF({state}=0,{holds},IF({state}>=2,2,0))" if value.states else holds

        def compute(index: int) -> int:
            value = found[index]
            if isinstance(value, Blank):
                return 0 if value.kind == "not_applicable" else 2
            return int(value is True)

        return self.steps.add(what, formula, compute)


def guarded(value: ExcelValue, otherwise: str) -> str:
    """Return a value where it holds, else something else."""
    return f"IF({gravest_of(value.states)}=0,{value.value},{otherwise})" if value.states else value.value


def rounded(text: str, places: int, mode: str) -> str:
    """Return the formula that rounds a cell as the rulebook does; the noise of binary numbers is taken off first: a half stays one."""
    clean = f"ROUND({text},{max(10, places)})"
    if mode == "half_even":
        scaled = f"ROUND(ABS({text})*1E{places},{max(10 - places, 2)})"
        half = f"IF(ROUND({scaled}-INT({scaled})-0.5,9)=0,MOD(INT({scaled}),2),INT({scaled}-INT({scaled})+0.5))"
        return f"(SIGN({text})*(INT({scaled})+{half})/1E{places})"
    return f"{ {'half_up': 'ROUND', 'down': 'ROUNDDOWN', 'up': 'ROUNDUP'}[mode] }({clean},{places})"


def add_rounded(making: Making, name: str, term: Term, places: int, mode: RoundingMode) -> Ref:
    """Add a column of rounded numbers, and note those that are too near to where rounding turns."""
    exact = column_of(making.steps, name, term)
    for index in range(making.steps.count):
        making.doubts.rounding(index, name, exact.number(index), places, mode)
    return making.steps.add(name, rounded(exact.text, places, mode), lambda index: round_fraction(exact.number(index), places, mode))
