"""Promises of ictscore.survey.sheets.format_codes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.survey.sheets.format_codes import nought_as_dash, plainly_shown, sections_of, shown_by

ACCOUNTS = '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)'


@pytest.mark.parametrize(
    "code",
    ["0", "#,##0.00", "General", "@", "#,##0;[Red]-#,##0", "#,##0_);(#,##0)", "_-* #,##0_-;-* #,##0_-", ACCOUNTS, "0.00E+00", "# ?/?"],
)
def test_usual_formats_show_the_number_as_it_is(code):
    """What Excel offers for numbers, accounts, percentages and powers adds nothing and hides nothing."""
    assert plainly_shown(code)


@pytest.mark.parametrize(
    "code", ['0" tỷ đồng"', '"-"0', "-0", "0;0", '0"00"', ";;;", "0;-0;;@", "#,###", "#\\.##0", "[$₫-42A]#,##0", "*90", '[>=1]0,"k";0']
)
def test_formats_that_add_or_hide_something_need_a_closer_look(code):
    """Words, signs, digits, torn digits, money, hidden noughts and conditions are noticed."""
    assert not plainly_shown(code)


@pytest.mark.parametrize(
    ("code", "value", "before", "after", "hides_sign"),
    [
        ('0" tỷ đồng"', 5, "", "tỷ đồng", False),
        ('0" tỷ đồng"', -5, "", "tỷ đồng", False),
        ("0\\ \\m\\á\\y", 5, "", "máy", False),
        ("#,##0 [$₫-42A]", 5, "", "₫", False),
        ('"khoảng "0', 5, "khoảng", "", False),
        ("0;0", -5, "", "", True),
        ("0;-0", -5, "", "", False),
        (ACCOUNTS, -5, "", "", False),
        ('[>=1000]0,"k";0" máy"', 2000, "", "k", False),
        ('[>=1000]0,"k";0" máy"', 20, "", "máy", False),
        ('0;-0;"không"', 0, "không", "", False),
    ],
)
def test_each_number_is_shown_by_its_own_section(code, value, before, after, hides_sign):
    """Numbers above, below and at zero, and those that meet a condition, have sections of their own."""
    shown = shown_by(code, Fraction(value))
    assert (shown.section.before, shown.section.after, shown.hides_sign) == (before, after, hides_sign)


def test_a_section_tells_how_it_shows_the_digits():
    """Decimals and thousands are those of the section itself."""
    first, second = sections_of('[>=1000000]0.0,,"tr";0.00')
    assert [(each.places, each.thousands) for each in (first, second)] == [(1, 2), (2, 0)]


def test_a_dash_for_a_nought_is_how_accountants_write_it():
    """A dash is a nought in the section for zero; nothing at all is a hidden one."""
    assert nought_as_dash(shown_by(ACCOUNTS, Fraction(0)).section)
    assert not nought_as_dash(shown_by("0;-0;", Fraction(0)).section)


@given(st.text(alphabet='0#?.,%;"\\_*[]$->=<@eEaR tỷ1', max_size=30), st.fractions())
def test_any_code_can_be_looked_at(code, value):
    """No format code, however broken, stops the reading."""
    plainly_shown(code)
    assert shown_by(code, value).section.thousands <= len(code)
    assert 1 <= len(sections_of(code)) <= 3


@pytest.mark.parametrize(
    ("code", "least"),
    [("0", 1), ("000", 3), ("#,##0.00", 1), ("0E+00", 1), ("# ?/?", 0), ("00/00", 0), ("#", 0), ("0%", 1), (".00", 0)],
)
def test_noughts_before_a_short_number_are_counted(code, least):
    """So many digits stand before the decimal sign at least; those of a power or a fraction are none of them."""
    assert sections_of(code)[0].least_digits == least
