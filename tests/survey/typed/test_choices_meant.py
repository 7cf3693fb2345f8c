"""Promises about choices that are spelt otherwise than the rulebook spells them."""

from __future__ import annotations

import pytest

from ictscore.expr.values import unreadable
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.shipped import shipped_ids
from ictscore.survey.labels.folding import fold_answer
from ictscore.survey.labels.loose_labels import toneless
from ictscore.survey.questions import Question, agreed, questions_of
from ictscore.survey.typed.choices_meant import choice_meant


def asked(**labels: str) -> Question:
    """Return a question with these choices."""
    return Question("q", "Câu hỏi", "choice", loose=agreed([(fold_answer(label), key) for key, label in labels.items()]))


BACKUPS = asked(ngay="Hằng ngày", tuan="Hàng tuần", khong="Không sao lưu")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Hàng ngày", "ngay"),
        ("HẰNG NGÀY.", "ngay"),
        ("hằng tuần", "tuan"),
        ("Hàng tuần", "tuan"),
        ("hang ngay", "ngay"),
        ("Hang tuan", "tuan"),
        ("khong sao luu", "khong"),
        ("Hàng hóa", None),
        ("Hàng tháng", None),
        ("hằng ngay", None),
        ("hang", None),
        ("sao luu", None),
    ],
)
def test_both_spellings_of_every_and_no_tone_marks_are_understood(text, key):
    """Hàng ngày is hằng ngày, and a text without any mark is the choice that has its letters; a part of a choice is none."""
    assert choice_meant(BACKUPS, text) == key


def test_letters_that_two_choices_share_are_neither():
    """Without marks, Dùng and Đúng are the same letters; Khác is not."""
    question = asked(a="Dùng", b="Đúng", c="Khác")
    assert choice_meant(question, "dung") is None
    assert choice_meant(question, "khac") == "c"


@pytest.mark.parametrize(
    ("value", "key", "codes"),
    [
        ("cap pho", "pho", ("SV262",)),
        ("2. Cap pho", "pho", ("SV262",)),
        ("1. Cap pho", unreadable("vai_tro"), ("SV263",)),
        ("nguoi", unreadable("vai_tro"), ("SV210",)),
    ],
)
def test_what_is_understood_is_noted(cell, value, key, codes):
    """As for a choice with something around it."""
    assert cell("vai_tro", value) == (key, codes)


@pytest.mark.parametrize("identifier", shipped_ids())
def test_choices_of_shipped_rulebooks_can_be_typed_without_marks(identifier):
    """Each of them is still that choice."""
    for each in questions_of(load_rulebook(identifier).rulebook).values():
        for key, label in zip(each.keys, each.labels, strict=True):
            assert choice_meant(each, toneless(label)) == choice_meant(each, label) == key
