"""Promises of ictscore.survey.sheets.styles."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.styles import BY_EDITION, Format, format_of, understand


@pytest.mark.parametrize(
    "code",
    ["dd/mm/yyyy", "d-mmm-yy", "[$-1010000]d/m/yyyy;@", "h:mm AM/PM", "[h]:mm", "mm:ss.0", '"Ngày "d" tháng "m', "yyyy\\-mm\\-dd", "[ss]"],
)
def test_formats_of_days_and_times_are_dates(code):
    """A format that shows a day or a time makes a number a date."""
    assert understand(code).kind == "date"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("0", ("number", 0)),
        ("0.00", ("number", 2)),
        ("#,##0.0", ("number", 1)),
        ("#,##0.00;[Red]-#,##0.00", ("number", 2)),
        ('0" máy"', ("number", 0, 0, '0" máy"')),
        ("0\\m", ("number", 0, 0, "0\\m")),
        ("0.00E+00", ("number", None)),
        ("# ?/?", ("number", None)),
        ("_-* #,##0_-;-* #,##0_-", ("number", 0)),
        ("0%", ("percent", 0)),
        ("0.00%", ("percent", 2)),
        ("@", ("text", None)),
        ("General", ("general", None)),
        ('General" máy"', ("general", None, 0, 'General" máy"')),
        ("", ("general", None)),
    ],
)
def test_other_formats_tell_how_many_decimals_are_shown(code, expected):
    """Numbers, percentages and texts are told apart, whatever stands in quotes."""
    assert understand(code) == Format(*expected)


@pytest.mark.parametrize("code", ["mm/yyyy", "yyyy", "d-mmm", "mmm-yy", "[h]:mm", "h:mm AM/PM", "dddd, mm yyyy", "dd/yyyy hh:mm", "mm:ss"])
def test_dates_without_their_day_month_or_year_keep_their_format(code):
    """What is not seen cannot be meant: such a format goes with the cell, so that its date is asked about."""
    assert understand(code) == Format("date", None, 0, code)


@pytest.mark.parametrize(
    "code", ["dd/mm/yyyy", "d-mmm-yy", "[$-42A]dd mmmm yyyy;@", "dd/mm/yyyy hh:mm", "yyyy\\-mm\\-dd", '"Ngày "d" tháng "m" năm "yyyy']
)
def test_whole_dates_need_no_closer_look(code):
    """A format that shows day, month and year says all there is."""
    assert understand(code) == Format("date", None)


_TW, _JP = '[$-404]e"年"m"月"d"日"', '[$-411]ggge"年"m"月"d"日"'
_LATER, _LATER_SECONDS = '上午/下午hh"時"mm"分"', '上午/下午hh"時"mm"分"ss"秒"'
EDITIONS = {
    27: ("[$-404]e/m/d", 'yyyy"年"m"月"', "[$-411]ge.m.d", 'yyyy"年" mm"月" dd"日"'),
    28: (_TW, 'm"月"d"日"', _JP, "mm-dd"),
    29: (_TW, 'm"月"d"日"', _JP, "mm-dd"),
    30: ("m/d/yy", "m-d-yy", "m/d/yy", "mm-dd-yy"),
    31: ('yyyy"年"m"月"d"日"', 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"d"日"', 'yyyy"년" mm"월" dd"일"'),
    32: ('hh"時"mm"分"', 'h"时"mm"分"', 'h"時"mm"分"', 'h"시" mm"분"'),
    33: ('hh"時"mm"分"ss"秒"', 'h"时"mm"分"ss"秒"', 'h"時"mm"分"ss"秒"', 'h"시" mm"분" ss"초"'),
    34: (_LATER, _LATER, 'yyyy"年"m"月"', "yyyy-mm-dd"),
    35: (_LATER_SECONDS, _LATER_SECONDS, 'm"月"d"日"', "yyyy-mm-dd"),
    36: ("[$-404]e/m/d", 'yyyy"年"m"月"', "[$-411]ge.m.d", 'yyyy"年" mm"月" dd"日"'),
    50: ("[$-404]e/m/d", 'yyyy"年"m"月"', "[$-411]ge.m.d", 'yyyy"年" mm"月" dd"日"'),
    51: (_TW, 'm"月"d"日"', _JP, "mm-dd"),
    52: (_LATER, 'yyyy"年"m"月"', 'yyyy"年"m"月"', "yyyy-mm-dd"),
    53: (_LATER_SECONDS, 'm"月"d"日"', 'm"月"d"日"', "yyyy-mm-dd"),
    54: (_TW, 'm"月"d"日"', _JP, "mm-dd"),
    55: (_LATER, _LATER, 'yyyy"年"m"月"', "yyyy-mm-dd"),
    56: (_LATER_SECONDS, _LATER_SECONDS, 'm"月"d"日"', "yyyy-mm-dd"),
    57: ("[$-404]e/m/d", 'yyyy"年"m"月"', "[$-411]ge.m.d", 'yyyy"年" mm"月" dd"日"'),
    58: (_TW, 'm"月"d"日"', _JP, "mm-dd"),
}
"""ECMA-376 part 1, 18.8.30: what the numbers of formats mean in Chinese of Taiwan and of the mainland, Japanese and Korean."""


@pytest.mark.parametrize("number", EDITIONS)
def test_formats_that_hang_on_the_language_of_excel_are_told(number):
    """A number that is a whole date in every edition is one; one that is a whole date in some is asked about; a time is no date."""
    whole = {understand(code).shown_by == "" for code in EDITIONS[number]}
    found = format_of(number, {})
    assert found.kind == "date"
    assert (found.shown_by == "", found.shown_by in BY_EDITION) == (whole == {True}, whole == {True, False})


@pytest.mark.parametrize(
    ("thai", "like"),
    [
        *{59: 1, 60: 2, 61: 3, 62: 4, 67: 9, 68: 10, 69: 12, 70: 13, 71: 14, 72: 15, 73: 16, 74: 17, 75: 20, 76: 21, 77: 22}.items(),
        *{78: 45, 79: 46, 80: 47, 81: 14}.items(),
    ],
)
def test_formats_of_thai_are_like_those_of_others(thai, like):
    """ECMA-376 part 1, 18.8.30: t0 is 0 in Thai digits, ว/ด/ปปปป a day, a month and a year."""
    assert format_of(thai, {}) == format_of(like, {})


@pytest.mark.parametrize("number", [5, 6, 7, 8, 42, 44])
def test_formats_of_money_show_its_sign(number):
    """These write the sign of the money of whoever looks at them: what the file does not spell out is asked about, not passed over."""
    assert format_of(number, {}).shown_by.startswith('"$"')


def test_no_number_of_the_table_is_general_in_silence():
    """Of the numbers that the table knows only 0 is General."""
    known = {*range(1, 23), *range(27, 63), *range(67, 82)}
    assert [number for number in known if format_of(number, {}).kind == "general"] == []
