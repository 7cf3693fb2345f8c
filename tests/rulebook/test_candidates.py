"""Promises of the answers worth trying."""

from __future__ import annotations

from datetime import date

from ictscore.expr.nodes import Given
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.candidates import values_to_try


def test_a_date_is_tried_with_a_date():
    """What is tried for a date is one, in the form that scoring takes it: a counter-example can be typed in and scored."""
    specs = {"ngay": AnswerSpec(label="Ngày", type="date"), "so": AnswerSpec(label="Số", type="text")}
    tried = values_to_try(specs, Given("ngay"), Given("so"))
    assert [date.fromisoformat(str(each)).isoformat() for each in tried["ngay"]] == list(tried["ngay"])
    assert tried["so"] == ("x",)
