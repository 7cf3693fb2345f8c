"""Invented but plausible answers: parts within their wholes, values within their bounds, better units with better answers."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from ictscore.expr.nodes import AnswerTo, Expr
from ictscore.expr.values import Blank, Value, not_applicable
from ictscore.formulas.graded import Graded
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.assess import assess
from ictscore.scoring.records import UnitScore
from ictscore.survey.asked import asked_of
from ictscore.survey.blank.validations import bounds_of
from ictscore.survey.submission import Answer, Submission, Survey

SIZES: dict[str, tuple[int, int]] = {
    "can_bo_cntt": (2, 5),
    "can_bo": (28, 150),
    "may_tinh": (30, 165),
    "van_ban_di": (700, 5200),
    "vb_di": (700, 5200),
    "nhiem_vu_ke_hoach": (10, 26),
    "nhiem_vu_giao": (60, 380),
    "nhiem_vu": (60, 380),
    "thu_tuc": (24, 130),
    "tthc": (24, 130),
    "ho_so_cong_viec": (120, 900),
    "ho_so": (350, 7800),
    "so_xa": (7, 17),
    "xa": (7, 17),
    "dv_su_nghiep": (6, 18),
    "muc_du_lieu": (500, 6000),
    "cau_hoi": (12, 80),
    "kinh_phi": (180, 2400),
    "bang_thong": (60, 300),
    "luot_khai_thac": (120, 2800),
    "tin_bai": (30, 320),
    "gio_khac_phuc": (2, 24),
}
"""About how many there are of what, by how the answer's id begins."""

FEW = (0, 6)


@dataclass
class GroupMaker:
    """Makes answers for the units of one group."""

    rulebook: Rulebook
    group: str
    directions: dict[str, int] = field(default_factory=dict)
    orders: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find out by trying what each answer is good for, and which choice is worth how much."""
        for quality in (0.5, 0.0, 1.0):
            middle = self.answers("-", quality)
            tried = [(name, value) for name in self.specs if not self.directions.get(name) for value in self._tries(name, middle)]
            worth: dict[str, list[tuple[Fraction, Value]]] = {}
            for (name, value), total in zip(tried, self.totals([{**middle, name: value} for name, value in tried]), strict=True):
                worth.setdefault(name, []).append((total, value))
            for name, found in worth.items():
                self.directions[name] = (found[-1][0] > found[0][0]) - (found[-1][0] < found[0][0])
                if self.specs[name].choices:
                    self.orders[name] = [str(value) for _, value in sorted(found, key=lambda each: each[0])]
                    self.directions[name] = 1

    @cached_property
    def specs(self) -> dict[str, AnswerSpec]:
        """Return what the group is asked."""
        return {name: self.rulebook.answers[name] for name in asked_of(self.rulebook, self.group)}

    @cached_property
    def shares(self) -> tuple[tuple[set[str], set[str]], ...]:
        """Return every part and whole among the group's formulas, as the answers in them."""
        formulas = (each.formula for each in self.rulebook.criteria_of(self.group) if each.formula is not None)
        pairs = ((_names(share.of), _names(share.over)) for formula in formulas for share in formula.shares_of())
        return tuple((of - over, over) for of, over in pairs if over)

    @cached_property
    def steps(self) -> dict[str, Fraction]:
        """Return the smallest step of points that people give."""
        formulas = (each.formula for each in self.rulebook.criteria_of(self.group))
        return {name: each.every for each in formulas if isinstance(each, Graded) and each.every for name in _names(each.of)}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Return the answers so that a whole comes before its parts."""
        above = {name: set[str]().union(*(wholes for parts, wholes in self.shares if name in parts)) for name in self.specs}
        ordered: list[str] = []
        while len(ordered) < len(above):
            ordered += [name for name in above if name not in ordered and above[name] <= set(ordered)]
        return tuple(ordered)

    def answers(self, unit: str, quality: float) -> dict[str, Value]:
        """Return the answers of a unit of this quality (0 to 1); the same unit and quality give the same answers."""
        made: dict[str, Value] = {}
        size = random.Random(f"{self.rulebook.id}/{unit}").random()  # noqa: S311 - no secret
        for name in self.order:
            chance = random.Random(f"{self.rulebook.id}/{self.group}/{unit}/{name}")  # noqa: S311 - no secret
            level = min(max(quality + chance.uniform(-0.22, 0.22), 0.0), 1.0)
            is_size = any(name in wholes for _, wholes in self.shares) and self._room(name, made) is None
            made[name] = self._size(name, 0.8 * size + 0.2 * chance.random()) if is_size else self._answer(name, level, chance, made)
        return made

    def scores(self, many: Sequence[Mapping[str, Value]]) -> list[UnitScore]:
        """Return the scores of many sets of answers, as if each were a unit of one large group."""
        survey = Survey(tuple(self.submission(str(index), answers) for index, answers in enumerate(many)))
        group = next(each for each in assess(self.rulebook, survey, "self").groups if each.group.id == self.group)
        return sorted(group.units, key=lambda unit: int(unit.unit))

    def totals(self, many: Sequence[Mapping[str, Value]]) -> list[Fraction]:
        """Return the exact totals of many sets of answers."""
        return [each.exact_total for each in self.scores(many)]

    def submission(self, unit: str, answers: Mapping[str, Value], parent: str | None = None) -> Submission:
        """Return the answers as a submission."""
        return Submission(unit, self.group, {"self": {name: Answer(value) for name, value in answers.items()}}, parent=parent)

    def without_what_does_not_apply(self, answers: Mapping[str, Value], seed: str) -> dict[str, Value]:
        """Return the answers with one family of questions declared not applicable, where every rule that uses them allows for it."""
        families = [family for family in self._families() if all(self.specs[name].not_applicable for name in family)]
        random.Random(seed).shuffle(families)  # noqa: S311 - no secret
        changed = [{**answers, **{name: not_applicable(name) for name in family}} for family in families]
        return next((each for each, score in zip(changed, self.scores(changed), strict=True) if is_sound(score)), dict(answers))

    def _families(self) -> list[tuple[str, ...]]:
        """Return answers that belong together: a whole with its parts, or one alone."""
        families = []
        for whole in {name for _, wholes in self.shares for name in wholes}:
            parts = [name for parts, wholes in self.shares if whole in wholes for name in sorted(parts)]
            families.append(tuple(dict.fromkeys((whole, *parts))))
        alone = [(name,) for name in self.specs if not any(name in family for family in families)]
        return sorted(families) + alone

    def _answer(self, name: str, level: float, chance: random.Random, made: Mapping[str, Value]) -> Value:
        spec, direction = self.specs[name], self.directions.get(name, 0)
        good = level if direction >= 0 else 1 - level
        if spec.type == "yes_no":
            return bool(direction and good > 0.1 + 0.6 * chance.random())
        if spec.choices:
            keys = self.orders.get(name, list(spec.choices))
            return keys[min(int(level * len(keys)), len(keys) - 1)]
        if spec.type in {"text", "date"}:
            return "2020-06-30" if spec.type == "date" else "mẫu"
        low, high = self._range(name, made, direction)
        return _stepped(low + (high - low) * Fraction(round(good * 1000), 1000), self._step(name), low)

    def _size(self, name: str, level: float) -> Value:
        """Return how much there is of something that is counted against: large units have more of it, good ones not."""
        low, high = self._range(name, {}, 0)
        return _stepped(low + (high - low) * Fraction(round(level * 1000), 1000), self._step(name), low)

    def _range(self, name: str, made: Mapping[str, Value], direction: int) -> tuple[Fraction, Fraction]:
        """Return between which numbers an answer lies."""
        spec = self.specs[name]
        room = self._room(name, made)
        low, high = bounds_of(spec)
        if room is not None:
            floor = Fraction(low or 0)
            return floor, max(floor, room if direction >= 0 else room * Fraction(35, 100))
        if spec.type in {"percent", "points"}:
            return (low or Fraction(0)), (high if high is not None else Fraction(10))
        least, most = next((size for prefix, size in SIZES.items() if name.startswith(prefix)), FEW)
        if any(name in wholes for _, wholes in self.shares) and most == FEW[1]:
            least, most = 6, 20
        return max(Fraction(least), low or Fraction(0)), min(Fraction(most), high) if high is not None else Fraction(most)

    def _room(self, name: str, made: Mapping[str, Value]) -> Fraction | None:
        """Return how much of its wholes is left for a part, or None where it is no part."""
        rooms = [_sum_of(wholes, made) - _sum_of(parts & set(made), made) for parts, wholes in self.shares if name in parts]
        return max(min(rooms), Fraction(0)) if rooms else None

    def _step(self, name: str) -> Fraction:
        usual = {"count": Fraction(1), "percent": Fraction(1, 10)}
        return self.steps.get(name, usual.get(self.specs[name].type, Fraction(1, 2)))

    def _tries(self, name: str, middle: Mapping[str, Value]) -> tuple[Value, ...]:
        """Return what an answer may be beside the others: every choice, or its least and its greatest value."""
        spec, value = self.specs[name], middle[name]
        if spec.type == "yes_no":
            return False, True
        if spec.choices:
            return tuple(spec.choices)
        if not isinstance(value, Fraction):
            return (value,)
        low, high = self._range(name, {key: each for key, each in middle.items() if key != name}, 0)
        return _stepped(low, self._step(name), low), _stepped(high, self._step(name), low)


def is_sound(score: UnitScore) -> bool:
    """Return whether every criterion has a value or does not apply."""
    return all(each.status in {"scored", "not_applicable"} for each in score.criteria)


def _names(expr: Expr) -> set[str]:
    return {node.id for node in expr.walk() if isinstance(node, AnswerTo)}


def _sum_of(names: set[str], made: Mapping[str, Value]) -> Fraction:
    return sum((_number(made[each]) for each in names), Fraction(0))


def _number(value: Value) -> Fraction:
    return value if isinstance(value, Fraction) and not isinstance(value, Blank) else Fraction(0)


def _stepped(value: Fraction, step: Fraction, low: Fraction) -> Fraction:
    """Return the multiple of ``step`` at or below a value, but not below the least."""
    stepped = value // step * step
    return stepped if stepped >= low else -(-low // step) * step
