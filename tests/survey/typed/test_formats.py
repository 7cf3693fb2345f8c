"""Promises of ictscore.survey.typed.formats."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from ictscore.expr.values import Blank
from ictscore.places import Place
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.styles import understand
from ictscore.survey.typed.answers import Typist

MACHINES = Question("may", "Số máy tính", "count", low=Fraction(0), measure="máy", printed_measure="máy")
MONEY = Question("tien", "Kinh phí", "number", measure="triệu đồng", printed_measure="triệu đồng")
BARE = Question("ho_so", "Số hồ sơ", "count", low=Fraction(0))
PERCENT = Question("ty_le", "Tỷ lệ", "percent", low=Fraction(0), high=Fraction(100))


def read(question: Question, code: str, stored: str):
    """Return what a number cell with a format gives, None where it cannot be read, and the codes of what was found."""
    notes = Notes()
    kind, *rest = understand(code)
    value = Typist(notes).type(question, Cell(1, 1, "number", stored, False, kind, *rest), Place("f"))
    return None if isinstance(value, Blank) else value, [each.code for each in notes.findings()]


@pytest.mark.parametrize(
    ("question", "code", "stored"),
    [
        (MACHINES, '0" máy"', "5"),
        (MACHINES, '#,##0" chiếc máy"', "5"),
        (MACHINES, '0" nghìn"', "0"),
        (BARE, '0" hồ sơ"', "5"),
        (MONEY, '#,##0.0" triệu đồng"', "12.5"),
        (MONEY, '"triệu đồng" 0', "12"),
        (PERCENT, '0"%"', "95"),
        (MONEY, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "0"),
    ],
)
def test_words_that_are_the_measure_are_welcome(question, code, stored):
    """A format that names what is asked for changes nothing and earns no word."""
    assert read(question, code, stored) == (Fraction(stored), [])


@pytest.mark.parametrize(
    ("question", "code", "stored", "found"),
    [
        (MACHINES, '0" tỷ đồng"', "5", "SV215"),
        (MACHINES, '0" người"', "5", "SV215"),
        (MONEY, '0" tỷ"', "3", "SV215"),
        (MONEY, '0,," triệu đồng"', "3000000", "SV215"),
        (MONEY, '"từ "0" triệu"', "3", "SV216"),
        (BARE, '0" thủ tục"', "5", "SV216"),
        (MACHINES, '0"%"', "5", "SV216"),
        (MONEY, '"-"0', "5", "SV216"),
        (MONEY, "0;0", "-5", "SV216"),
        (MONEY, '0"00"', "5", "SV216"),
        (MONEY, ";;;", "5", "SV218"),
        (MONEY, '"có"', "5", "SV216"),
        (MONEY, '0;-0;"không"', "0", "SV216"),
    ],
)
def test_a_format_that_says_something_else_is_asked_about(question, code, stored, found):
    """What is seen and what is held are two readings, unless they come to the same number."""
    assert read(question, code, stored) == (None, [found])


def test_a_percentage_with_words_is_told_as_it_is_seen():
    """The message shows the hundredfold that people see, with its sign and the words behind it."""
    notes = Notes()
    kind, *rest = understand('0% "hồ sơ"')
    Typist(notes).type(PERCENT, Cell(1, 1, "number", "0.95", False, kind, *rest), Place("f"))
    [told] = notes.findings()
    assert (told.code, str(told.values["shown"])) == ("SV216", "95 % hồ sơ")


def test_a_thousand_in_words_that_comes_to_the_same_counts():
    """“5k” for 5000 holds what it shows; that it is shown divided is told as ever."""
    assert read(MACHINES, '0,"k"', "5000") == (Fraction(5000), ["SV231"])


@pytest.mark.parametrize("code", ["#,###", "0;-0;;@"])
def test_a_nought_that_is_not_seen_counts_with_a_warning(code):
    """A cell that looks blank and holds 0 is told to people; the same format says nothing of other numbers."""
    assert read(MONEY, code, "0") == (Fraction(0), ["SV217"])
    assert read(MONEY, code, "7") == (Fraction(7), [])


def test_a_format_does_not_change_what_other_cells_hold():
    """Two cells of the same number and another format are read each for itself."""
    notes, plain = Notes(), Cell(1, 1, "number", "5")
    typist = Typist(notes)
    assert typist.type(MACHINES, plain, Place("f")) == 5
    assert isinstance(typist.type(replace(MACHINES), plain._replace(shown_by='0" tỷ"'), Place("f")), Blank)
