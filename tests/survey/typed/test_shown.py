"""Promises of ictscore.survey.typed.shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.expr.values import Blank
from ictscore.places import Place
from ictscore.survey.labels.folding import fold_answer
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.styles import understand
from ictscore.survey.typed.answers import Typist
from ictscore.survey.typed.shown import seen_in

LABELS = ("Mức 1", "Mức 2", "3")
LEVEL = Question(
    "muc",
    "Mức độ",
    "choice",
    words={fold_name(label): key for key, label in zip("abc", LABELS, strict=True)},
    labels=LABELS,
    loose={fold_answer(label): key for key, label in zip("abc", LABELS, strict=True)},
    keys=("a", "b", "c"),
)
NETWORK = Question("mang", "Có mạng", "yes_no")
REMARK = Question("ghi", "Lời ghi", "text")


def cell(code: str, stored: str) -> Cell:
    """Return a number cell with a format."""
    kind, *rest = understand(code)
    return Cell(1, 1, "number", stored, False, kind, *rest)


def read(question: Question, code: str, stored: str):
    """Return what a number cell with a format gives, None where it cannot be read, and the codes of what was found."""
    notes = Notes()
    value = Typist(notes).type(question, cell(code, stored), Place("f"))
    return None if isinstance(value, Blank) else value, [each.code for each in notes.findings()]


@pytest.mark.parametrize(
    ("code", "stored", "seen"),
    [
        ("General", "5", None),
        ("0", "5", None),
        ("#,##0", "1234", None),
        ("0.00", "1.5", None),
        ("0.0", "274.66", "274.7"),
        ("0,", "1234", "1"),
        ("0%", "0.95", "95%"),
        ('0" máy"', "5", "5 máy"),
        ('"QĐ-"0', "5", "QĐ-5"),
        ('"Mức"0', "2", "Mức 2"),
        ("000", "5", "005"),
        ("000", "1234", None),
        ("0;0", "-5", "5"),
        ("000", "-5", "-005"),
        (";;;", "5", ""),
        ("#", "0", ""),
        ('"có"', "1", "có"),
        ("0\\.0", "12", "0\\.0"),
        ("General", "1E+300", None),
    ],
)
def test_what_people_see_is_told_where_it_is_not_the_number(code, stored, seen):
    """Words, noughts, a percent sign, another number or nothing at all is seen; separators of thousands change nothing."""
    assert seen_in(cell(code, stored)) == seen


@pytest.mark.parametrize(
    ("code", "stored", "key", "codes"),
    [
        ('"Mức "0', "2", "b", ["SV226"]),
        ("0", "3", "c", []),
        ("00", "3", "c", ["SV226"]),
        ('"Mức "0', "3", None, ["SV219"]),
        ('"Mức 2"', "1", None, ["SV219"]),
        ('"Mức 1"', "3", None, ["SV219"]),
        ('"Loại "0', "2", None, ["SV219"]),
        ("0%", "3", None, ["SV219"]),
        (";;;", "3", None, ["SV218"]),
    ],
)
def test_a_choice_may_be_completed_by_words_around_its_number(code, stored, key, codes):
    """Words around the number may name the choice; where they name another than the number does, or stand instead of it, it is asked."""
    assert read(LEVEL, code, stored) == (key, codes)


@pytest.mark.parametrize(
    ("code", "stored", "value", "codes"),
    [
        ("0", "1", True, ["SV225"]),
        ('"không"', "0", False, ["SV226"]),
        ('"không"', "1", None, ["SV219"]),
        ("0.0", "0.04", None, ["SV219"]),
        ("0%", "1", None, ["SV201"]),
        ('_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "0", False, ["SV225"]),
    ],
)
def test_yes_and_no_must_be_held_and_seen(code, stored, value, codes):
    """A number and its words are taken where they agree; an accountant’s dash is a nought."""
    assert read(NETWORK, code, stored) == (value, codes)


@given(st.integers(-(10**9), 10**9), st.sampled_from(["General", "0", "#,##0", "0.00", "#,##0;-#,##0", "[Red]0;[Blue]-0"]))
def test_a_plain_format_never_changes_a_text(number, code):
    """A number under a plain format is the text of its digits, whatever its separators and decimals."""
    assert read(REMARK, code, str(number)) == (str(number), ["SV265"])
