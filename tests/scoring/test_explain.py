"""Promises about explanations: the books opened again show what was computed, and from what."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.expr.nodes import GroupExtreme
from ictscore.scoring.assess import assess
from ictscore.scoring.explain import Books
from ictscore.survey.submission import Answer, Submission, Survey

RULES = """
groups: [{id: huyen, max_points: 26}, {id: xa, max_points: 10}]
answers: {a: count, v: {type: count, ask: [huyen]}}
scale: {max_points: 26}
sections:
  - {id: s, applies_to: [xa], criteria: [{id: s.a, max_points: 10, formula: {kind: count, of: a, each: 1}}]}
  - id: t
    applies_to: [huyen]
    criteria:
      - {id: t.xa, max_points: 10, formula: {kind: of_members, of: total, group: xa, how: mean, over: 10, when_no_members: zero}}
      - {id: t.v, max_points: 10, formula: {kind: relative, of: v, scale: to_best, among: ranked, when_all_zero: zero}}
      - {id: t.p, max_points: 6, parts: [{id: t.p.1, max_points: 6, formula: {kind: formula, expr: points(t.v) / 2 + 1}}]}
ranking: {tie_breaks: [points(t.v)]}
"""


@pytest.fixture
def opened(rules):
    """Return the books of a district's round with its communes, and its units by name."""

    def submission(name: str, group: str, parent: str | None = None, **answers: int) -> Submission:
        return Submission(name, group, {"self": {key: Answer(Fraction(value)) for key, value in answers.items()}}, parent=parent)

    survey = Survey(
        (
            submission("A", "huyen", v=5),
            submission("B", "huyen", v=10),
            submission("a1", "xa", "A", a=4),
            submission("a2", "xa", "A", a=9),
        )
    )
    rulebook = rules(RULES).rulebook
    assessment = assess(rulebook, survey)
    return Books(rulebook, survey, assessment), {each.unit: each for each in assessment.units()}


def test_every_derivation_comes_to_the_points_scored(opened):
    """What explains a criterion is what was scored, for members, extremes and points of other criteria too."""
    books, units = opened
    for unit in units.values():
        for each in books.explain(unit):
            if each.derivation is not None:
                assert each.derivation.value == each.raw.points == each.score.points


def test_points_are_as_worked_by_hand(opened):
    """The mean of 4 and 9 on a scale of 10; half of the best; and half of that and 1."""
    _, units = opened
    assert [each.points for each in units["A"].criteria] == [Fraction(13, 2), 5, Fraction(7, 2), Fraction(7, 2)]


def test_a_criterion_with_parts_is_explained_by_its_parts(opened):
    """It has no formula of its own."""
    books, units = opened
    whole = next(each for each in books.explain(units["A"]) if each.score.criterion.id == "t.p")
    assert (whole.leaf, whole.raw, whole.derivation) == (None, None, None)


def test_an_explanation_names_the_answers_looked_at(opened):
    """The answers a formula can look at come with it."""
    books, units = opened
    found = next(each for each in books.explain(units["B"]) if each.score.criterion.id == "t.v")
    assert [(name, answer.value) for name, answer in found.answers] == [("v", 10)]


def test_the_key_of_a_rank_can_be_asked(opened):
    """The total comes first, then the tie-breaks."""
    books, units = opened
    assert books.key(units["A"]) == ((True, Fraction(15)), (True, Fraction(5)))


def test_who_sets_the_measure_can_be_asked(opened):
    """The holders of an extreme are named, the same each time."""
    books, units = opened
    node = next(each for each in books.plan(units["A"]).leaves[1].expr.walk() if isinstance(each, GroupExtreme))
    assert books.holders(units["A"], node) == books.holders(units["B"], node) == ("B",)
