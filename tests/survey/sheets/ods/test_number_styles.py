"""Promises of ictscore.survey.sheets.ods.number_styles."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from fractions import Fraction

import pytest

from ictscore.survey.sheets.format_codes import plainly_shown, sections_of, shown_by
from ictscore.survey.sheets.ods.names import NUMBER, STYLE, short
from ictscore.survey.sheets.ods.number_styles import NumberStyle
from ictscore.survey.sheets.styles import Format, understand

SPACES = f'xmlns:number="{NUMBER}" xmlns:style="{STYLE}"'
WHOLE = '<number:number number:decimal-places="0" number:min-integer-digits="1"/>'


def styles_of(text: str) -> dict[str, NumberStyle]:
    """Return the number styles written in XML, by name."""
    found = {}
    for element in ET.fromstring(f"<all {SPACES}>{text}</all>"):
        attributes = {key[1:].replace("}", " "): value for key, value in element.attrib.items()}
        style = found[attributes.get(f"{STYLE} name", "N")] = NumberStyle(short(element.tag[1:].replace("}", " ")), attributes)
        _take(style, element)
    return found


def _take(style: NumberStyle, element: ET.Element) -> None:
    for child in element:
        name = short(child.tag[1:].replace("}", " "))
        style.start(name, {key[1:].replace("}", " "): value for key, value in child.attrib.items()})
        for piece in child.text or "":  # a parser may hand over a text in pieces
            style.characters(piece)
        _take(style, child)
        style.end(name)


def code_of(inside: str, kind: str = "number", said: str = "") -> str:
    """Return the format code of one style."""
    [style] = styles_of(f"<number:{kind}-style {said}>{inside}</number:{kind}-style>").values()
    return style.code({}.get)


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        (WHOLE, "0"),
        ('<number:number number:min-integer-digits="1"/>', "General"),
        ('<number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/>', "#,##0.00"),
        ('<number:number number:decimal-places="2" number:min-decimal-places="1" number:min-integer-digits="1"/>', "0.0#"),
        ('<number:number number:decimal-places="2" number:decimal-replacement="" number:min-integer-digits="1"/>', "0.##"),
        ('<number:number number:decimal-places="0" number:min-integer-digits="0" number:grouping="true"/>', "#,###"),
        ('<number:number number:decimal-places="0" number:min-integer-digits="4"/>', "0000"),
        ('<number:number number:decimal-places="1" number:display-factor="1000"/>', "0.0,"),
        ('<number:number number:decimal-places="0" number:display-factor="1000000"/>', "0,,"),
        (f"{WHOLE}<number:text> máy</number:text>", '0" máy"'),
        (f"<number:text>-</number:text>{WHOLE}", "\\-0"),
        (f'<number:text>"</number:text>{WHOLE}<number:text>"a</number:text>', '\\"0\\"\\a'),
        (f"{WHOLE}<number:text> </number:text><number:currency-symbol>₫</number:currency-symbol>", "0\\ \\₫"),
        (f"<number:fill-character> </number:fill-character>{WHOLE}", "* 0"),
        ('<number:scientific-number number:decimal-places="2"/>', "0.00E+00"),
        ("<number:fraction/>", "# ?/?"),
        ("<number:text></number:text>", '""'),
        ("", ""),
    ],
)
def test_numbers_are_spelt_as_format_codes(inside, code):
    """Digits, decimals, separators, divisors and words are written as other programs write them."""
    assert code_of(inside) == code


@pytest.mark.parametrize(
    ("embedded", "code", "is_plain"),
    [
        ([(3, ".")], "#\\.##0", False),
        ([(3, " "), (6, " ")], "#\\ ###\\ ##0", True),
        ([(0, "đ")], "0\\đ", False),
    ],
)
def test_texts_between_digits_stand_where_they_are_shown(embedded, code, is_plain):
    """A text between digits stands so many digits before the point as the style says; blanks only part thousands."""
    inside = "".join(f'<number:embedded-text number:position="{at}">{text}</number:embedded-text>' for at, text in embedded)
    number = f'<number:number number:decimal-places="0" number:min-integer-digits="1">{inside}</number:number>'
    assert code_of(number) == code
    assert plainly_shown(code) == is_plain


def test_a_divisor_that_no_code_can_tell_is_written_out():
    """A number shown divided by ten is asked about, not taken for what is seen."""
    code = code_of('<number:number number:decimal-places="0" number:display-factor="10"/>')
    assert shown_by(code, Fraction(50)).section.after == "÷ 10"


@pytest.mark.parametrize(
    ("inside", "code", "kind"),
    [
        (f"{WHOLE}<number:text>%</number:text>", "0%", "percent"),
        (f"{WHOLE}<number:text> % hồ sơ</number:text>", '0\\ %" hồ sơ"', "percent"),
        (WHOLE, '0"(%)"', "number"),
    ],
)
def test_a_percentage_has_its_sign(inside, code, kind):
    """With its sign it is shown a hundredfold; what it is without one is not clear, and is asked about as words in a format are."""
    assert (code_of(inside, "percentage"), understand(code).kind, bool(understand(code).shown_by)) == (code, kind, code != "0%")


def test_a_percent_sign_that_is_only_a_text_is_one():
    """A plain number with the text “%” is not shown a hundredfold."""
    assert understand(code_of(f"{WHOLE}<number:text>%</number:text>")) == Format("number", 0, 0, "0\\%")


LONG = {"dd": "day", "mm": "month", "yyyy": "year", "MM": "minutes"}
SHORT = {"d": "day", "m": "month", "yy": "year", "ddd": "day-of-week", "q": "quarter", "h": "hours", "M": "minutes", "AM/PM": "am-pm"}


def part_of_date(text: str) -> str:
    """Return the element of a date style for a part of a code; what is none is a text. “M” are minutes, to tell them from months."""
    if text in ("mmm", "mmmm"):
        style = "long" if text == "mmmm" else "short"
        return f'<number:month number:textual="true" number:style="{style}"/>'
    if text in LONG:
        return f'<number:{LONG[text]} number:style="long"/>'
    return f"<number:{SHORT[text]}/>" if text in SHORT else f"<number:text>{text}</number:text>"


@pytest.mark.parametrize(
    ("parts", "is_whole"),
    [
        ("dd|/|mm|/|yyyy", True),
        ("d|-|mmm|-|yy", True),
        ("d|/|m|/|yy| |h|:|MM| |AM/PM", True),
        ("mm|/|yyyy", False),
        ("mmmm| |yyyy", False),
        ("yyyy", False),
        ("ddd| |m|/|yy", False),
        ("q| |yy", False),
        ("d| |h|:|MM", False),
    ],
)
def test_dates_without_day_month_or_year_are_told(parts, is_whole):
    """A date’s code names its parts; one without a day, a month or a year says so."""
    found = code_of("".join(map(part_of_date, parts.split("|"))), "date")
    assert found == parts.replace("|", "").replace("q", '"…"').replace("MM", "mm")
    assert (understand(found).kind, not understand(found).shown_by) == ("date", is_whole)


def test_hours_that_run_on_are_told():
    """A time that goes on after 24 hours is no day."""
    found = code_of("<number:hours/><number:text>:</number:text><number:minutes/>", "time", 'number:truncate-on-overflow="false"')
    assert (found, understand(found).shown_by) == ("[h]:m", "[h]:m")


MAPPED = """
<number:number-style style:name="P">{plus}</number:number-style>
<number:number-style style:name="M">{minus}</number:number-style>
<number:number-style style:name="Z">{nought}</number:number-style>
<number:{kind}-style style:name="N">{own}{maps}</number:{kind}-style>
"""


def mapped(*maps: tuple[str, str], own: str = WHOLE, kind: str = "number") -> str:
    """Return the code of a style that names others for some numbers."""
    made = "".join(f'<style:map style:condition="value(){when}" style:apply-style-name="{name}"/>' for when, name in maps)
    minus, nought = f"<number:text>âm </number:text>{WHOLE}", "<number:text>không</number:text>"
    styles = styles_of(MAPPED.format(plus=WHOLE, minus=minus, nought=nought, own=own, maps=made, kind=kind))
    return styles["N"].code(styles.get)


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        (mapped(("&gt;=0", "P")), "0;0"),
        (mapped(("&gt;0", "P"), ("&lt;0", "M"), own="<number:text>không</number:text>"), '0;"âm "0;"không"'),
        (
            mapped(("&gt;0", "P"), ("&lt;0", "M"), ("=0", "Z"), own="<number:text-content/>", kind="text"),
            '0;"âm "0;"không";@',
        ),
        (mapped(("&gt;=100", "P"), own=f"{WHOLE}<number:text> nhỏ</number:text>"), '[>=100]0;0" nhỏ"'),
        (mapped((" != 5", "P")), "[<>5]0;0"),
        (mapped(("&gt;=0", "lost")), "0"),
    ],
)
def test_styles_for_some_numbers_are_sections(code, wanted):
    """What is shown above, below and at zero is told by the order of the sections; other conditions are written out."""
    assert code == wanted
    assert sections_of(code)


def test_a_text_without_end_is_cut():
    """The words of a format are kept as far as a message has room for them."""
    code = code_of(f"{WHOLE}<number:text>{'a' * 5000}</number:text>")
    assert len(code) < 70
    assert understand(code).shown_by == code
