"""Laws of numbers in texts: however a number is spelt, it reads back as that number or is asked about, never as another."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ictscore.expr.values import Blank
from ictscore.places import Place
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.answers import Typist

NUMBER = Question("so", "Số", "number")
COUNT = Question("may", "Số máy tính", "count", Fraction(0), measure="máy", printed_measure="máy")
PERCENT = Question("ty_le", "Tỷ lệ", "percent", Fraction(0), Fraction(100))
SHARE = Question("chi_so", "Chỉ số", "number", Fraction(0), Fraction(1))
BLANKS = " \u00a0\u202f\u2009\u3000"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
AROUND = st.text(BLANKS + UNSEEN, max_size=3)
SEVERAL = re.compile(r"(?<![0-9])[0-9０-９]{3} [1-9１-９]", re.ASCII)
WIDE = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}


def read(question: Question, text: str):
    """Return what a text is taken for under a question, and the severities of what is said."""
    notes = Notes()
    value = Typist(notes).type(question, Cell(2, 2, "text", text), Place("f", sheet="s", cell="B2"))
    return value, {each.severity for each in notes.findings()}


def is_asked(value: object, severities: set[str]) -> bool:
    """Return whether an answer is unreadable and somebody is told."""
    return isinstance(value, Blank) and value.kind == "unreadable" and "error" in severities


def spelt(value: Fraction, draw: st.DrawFn) -> str:
    """Return one of the ways in which people write a number that ends."""
    digits = f"{abs(value.numerator) * 10**6 // value.denominator:07}"
    whole, decimals = digits[:-6], digits[-6:].rstrip("0")
    thousands, point = draw(st.sampled_from([("", ","), ("", "."), (".", ","), (",", "."), (" ", ","), ("\u00a0", ","), (" ", ".")]))
    if thousands:
        whole = f"{int(whole):,}".replace(",", thousands)
    sign = draw(st.sampled_from("-\u2212\u2013")) if value < 0 else draw(st.sampled_from(["", "", "+"]))
    text = sign + whole + (point + decimals if decimals else "")
    text = draw(st.sampled_from([text, text, text.translate(WIDE), "'" + text]))
    return draw(AROUND) + text + draw(AROUND)


@st.composite
def spellings(draw: st.DrawFn) -> tuple[Fraction, str]:
    """Draw a number of at most fifteen digits and a way to write it."""
    value = Fraction(draw(st.integers(-(10**8), 10**8)), 10 ** draw(st.integers(0, 6)))
    return value, spelt(value, draw)


@given(spellings())
def test_every_spelling_of_a_number_is_that_number_or_a_question(drawn):
    """Signs, separators, widths of digits, blanks and what does not show: the number comes back, or somebody is asked."""
    number, text = drawn
    value, severities = read(NUMBER, text)
    assert value == number or is_asked(value, severities), (text, value)


@given(spellings())
def test_only_one_separator_before_three_digits_is_doubtful(drawn):
    """A spelling with more than one kind of reading is one separator before three digits, or a plain blank between two times three."""
    number, text = drawn
    value, severities = read(NUMBER, text)
    if is_asked(value, severities) and not SEVERAL.search(text):
        bare = "".join(each for each in text if each in ".,")
        assert len(bare) == 1, (text, number)


@given(st.integers(0, 10**9), AROUND, AROUND, st.sampled_from(["", " máy", "máy", " Máy.", " máy tính", " cái", " chiếc máy"]))
def test_blanks_and_the_measure_never_change_a_count(number, before, after, measure):
    """Whatever stands around a count, other than digits, leaves it as it is."""
    assert read(COUNT, f"{before}{number}{measure}{after}") == (Fraction(number), {"note"})


@given(
    st.integers(1, 10**6),  # nought is the same in thousands
    st.sampled_from([" người", " bộ", " nghìn", "k", " triệu", "/2", "-3", "+", "?", "e2", "l", "²", "\n5", " (2)", "%"]),
)
def test_a_count_with_anything_else_behind_it_is_asked_about(number, more):
    """No tail that can change what was counted is ever dropped."""
    assert is_asked(*read(COUNT, f"{number}{more}"))


@given(st.text(max_size=12).filter(lambda text: not any(each.isdigit() for each in text)), st.sampled_from([NUMBER, COUNT, PERCENT, SHARE]))
def test_a_text_without_digits_is_never_a_number(text, question):
    """A text never becomes 0, or any other number."""
    value, _ = read(question, text)
    assert isinstance(value, Blank)


@given(st.text(BLANKS + UNSEEN + "\t\n", max_size=6), st.sampled_from([NUMBER, COUNT, PERCENT, SHARE]))
def test_what_looks_blank_is_missing(text, question):
    """Blanks of any kind and characters without width are no answer, and nothing is said at the cell."""
    value, severities = read(question, text)
    assert (isinstance(value, Blank) and value.kind, severities) == ("missing", set())


@given(st.integers(0, 1000), st.sampled_from(["%", " %", "\u00a0%", " phần trăm"]))
def test_a_percentage_is_the_same_in_both_measures(tenths, sign):
    """95,5 % is 95.5 where a percentage is asked for and 0.955 where a share is."""
    text = f"{tenths // 10},{tenths % 10}{sign}"
    assert read(PERCENT, text)[0] == Fraction(tenths, 10)
    assert read(SHARE, text)[0] == Fraction(tenths, 1000)


@given(st.text("0123456789lIOo|.,-– ()'%xX+/~kmáy", min_size=1, max_size=8))
def test_letters_and_signs_never_pass_for_digits(text):
    """A text that is understood has no digits but those it shows, in their order."""
    value, severities = read(COUNT, text)
    if isinstance(value, Fraction):
        shown = "".join(each for each in text if each in "0123456789")
        assume(shown)
        assert str(value) == shown.lstrip("0") or (value == 0 and not shown.strip("0")) or "," in text or "." in text, text
        assert "note" in severities


@pytest.mark.parametrize("text", ["0", "00", "-0", "0,0", "0 máy"])
def test_nought_is_nought(text):
    """0 in its spellings is 0, and counts."""
    assert read(COUNT, text)[0] == 0


@given(st.lists(st.integers(100, 999), min_size=2, max_size=4), st.sampled_from(["", " máy", ",5"]))
def test_numbers_of_three_digits_each_are_asked_about(numbers, tail):
    """Between numbers of three digits each a plain blank may part thousands, or counts; one that does not break parts thousands."""
    text = " ".join(map(str, numbers))
    question = NUMBER if tail == ",5" else COUNT
    assert is_asked(*read(question, text + tail))
    assert read(COUNT, text.replace(" ", "\u00a0")) == (Fraction(text.replace(" ", "")), {"note"})


@given(st.integers(1, 999), st.integers(100, 999), st.sampled_from(["\n", "\t", "  ", "\r\n", " \u00a0", "\u2028"]))
def test_two_numbers_are_never_made_one(first, second, between):
    """A line break, a tab or two blanks part numbers, whatever stands behind them; only one blank can part thousands."""
    for question, tail in ((COUNT, ""), (COUNT, " máy"), (PERCENT, " %"), (SHARE, "%"), (NUMBER, "")):
        assert is_asked(*read(question, f"{first}{between}{second}{tail}")), (question, tail)


def test_a_percent_sign_may_be_the_measure():
    """A number that is asked for in % is taken as it stands, not as a share."""
    question = Question("tang", "Mức tăng", "number", measure="%", printed_measure="%")
    assert read(question, "120,5 %") == (Fraction("120.5"), {"note"})
