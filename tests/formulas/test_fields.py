"""Promises about typed scalars and about what formulas say of themselves."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from pydantic import BaseModel, ValidationError

from ictscore.expr.nodes import AnswerTo
from ictscore.formulas.fields import (
    AnyExpression,
    Condition,
    Date,
    Number,
    Quantity,
    RulebookId,
    Truth,
    Whole,
    Words,
    is_rulebook_id,
    wanted_type,
)
from ictscore.formulas.formula import Bounds
from ictscore.formulas.kinds import AnyFormula


class Everything(BaseModel):
    """One field of each type."""

    number: Number | None = None
    whole: Whole | None = None
    truth: Truth | None = None
    day: Date | None = None
    words: Words | None = None
    id: RulebookId | None = None
    quantity: Quantity | None = None
    condition: Condition | None = None
    anything: AnyExpression | None = None
    list: tuple[AnyExpression, ...] = ()
    formula: AnyFormula | None = None


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("number", " 17.10 ", Fraction(171, 10)),
        ("number", Fraction(1, 3), Fraction(1, 3)),
        ("whole", "12", 12),
        ("whole", 12, 12),
        ("truth", "true", True),
        ("truth", False, False),
        ("day", "2019-07-23", date(2019, 7, 23)),
        ("day", "3/7/2019", date(2019, 7, 3)),
        ("day", date(2019, 7, 3), date(2019, 7, 3)),
        ("words", " Sở Nội vụ ", "Sở Nội vụ"),
        ("quantity", AnswerTo("a"), AnswerTo("a")),
        ("quantity", "a", AnswerTo("a")),
    ],
)
def test_texts_and_ready_values_are_taken(field, written, value):
    """A scalar is typed by its key; what is typed already stays."""
    assert getattr(Everything.model_validate({field: written}), field) == value


@pytest.mark.parametrize(
    ("field", "written", "code"),
    [
        ("number", "7,5", "RB108"),
        ("number", ["1"], "RB104"),
        ("whole", "1.5", "RB103"),
        ("truth", "yes", "RB103"),
        ("day", "30/2/2019", "RB109"),
        ("day", "2019", "RB109"),
        ("words", "", "RB103"),
        ("words", {"a": "b"}, "RB104"),
        ("id", "Bình-Thuận", "RB110"),
        ("quantity", "a +", "RB106"),
        ("quantity", ["a"], "RB104"),
    ],
)
def test_other_texts_are_refused_with_their_code(field, written, code):
    """Each type knows what to say of a text it cannot take."""
    with pytest.raises(ValidationError) as caught:
        Everything.model_validate({field: written})
    assert [each["type"] for each in caught.value.errors()] == [code]


@pytest.mark.parametrize(
    ("field", "kind"),
    [("quantity", "number"), ("condition", "condition"), ("anything", "unknown"), ("list", "unknown"), ("number", "unknown")],
)
def test_a_field_knows_the_type_its_expression_must_have(field, kind):
    """Quantities are numbers, conditions are true or not, and anything may be anything."""
    assert wanted_type(Everything.model_fields[field]) == kind


@pytest.mark.parametrize(
    ("text", "is_id"), [("binhthuan-2019", True), ("a", True), ("../a", False), ("A", False), ("a--b", False), ("", False), ("a/b", False)]
)
def test_an_id_of_a_rulebook_is_no_path(text, is_id):
    """Only lower-case letters, digits and single hyphens."""
    assert is_rulebook_id(text) is is_id


def test_an_expression_is_written_back_as_its_text():
    """What is dumped of a model can be read again."""
    model = Everything.model_validate({"quantity": "a+b*2", "number": "1/3"})
    assert (model.model_dump()["quantity"], model.model_dump()["number"]) == ("a + b * 2", "1/3")
    assert Everything.model_validate(model.model_dump(exclude_none=True)) == model


INNER = {"kind": "ratio", "of": "a", "over": "b", "when_denominator_zero": "zero", "above_one": "cap"}


@pytest.mark.parametrize(
    ("formula", "pairs"),
    [
        (INNER, [("a", "b", True)]),
        (
            {
                "kind": "steps",
                "of": "a",
                "over": "b",
                "when_denominator_zero": "zero",
                "steps": [{"from": "1", "points": "1"}],
                "otherwise": "0",
            },
            [("a", "b", True)],
        ),
        ({"kind": "steps", "on": "a", "steps": [{"from": "1", "points": "1"}], "otherwise": "0"}, []),
        ({"kind": "shares", "over": "b", "weights": [{"of": "a", "weight": "1"}], "when_denominator_zero": "zero"}, [("a", "b", False)]),
        ({"kind": "sum", "parts": [{"name": "x", "max_points": "1", "formula": INNER}]}, [("a", "b", True)]),
        ({"kind": "best_of", "cases": [{"name": "x", "max_points": "1", "formula": INNER}]}, [("a", "b", True)]),
        ({"kind": "yes_no", "of": "a"}, []),
    ],
)
def test_a_formula_names_the_parts_and_wholes_it_divides(formula, pairs):
    """Whoever checks a survey learns which answer is a part of which."""
    made = Everything.model_validate({"formula": formula}).formula
    assert [(share.of.id, share.over.id, share.capped) for share in made.shares_of()] == pairs


@pytest.mark.parametrize(
    ("formula", "points"),
    [
        ({"kind": "yes_no", "of": "a"}, [10, 0]),
        ({"kind": "choice", "of": "a", "shares": {"x": "1/2", "y": "0"}}, [5, 0]),
        ({"kind": "steps", "on": "a", "steps": [{"from": "1", "share": "0.1"}], "otherwise": "3"}, [1, 3]),
        ({"kind": "count", "of": "a", "each": "1"}, [10]),
        ({"kind": "count", "of": "a", "each": "1", "cap": "4"}, [4]),
        ({"kind": "deduct", "each": [{"of": "a", "points": "1"}], "floor": "2", "from": "7"}, [7, 2]),
        ({"kind": "deduct", "each": [{"of": "a", "points": "1"}], "floor": "none"}, [10]),
        ({"kind": "graded", "of": "a"}, []),
    ],
)
def test_a_formula_names_the_points_it_states(formula, points):
    """What a formula promises can be held against its criterion's bounds."""
    made = Everything.model_validate({"formula": formula}).formula
    assert list(made.stated_points(Bounds(Fraction(0), Fraction(10)))) == points
