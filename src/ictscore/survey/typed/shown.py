"""Number cells under questions for words: what their number format shows, held against the number they hold."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal
from fractions import Fraction

from ictscore.exact import round_fraction
from ictscore.expr.values import Value
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.format_codes import Section, Shown, shown_by
from ictscore.survey.typed.cell_asked import Asked
from ictscore.survey.typed.text_numbers import plain_digits, read_number, stored_number

_PLAIN = Shown(Section(None, "", "", "", "0"), hides_sign=False)
_LONGEST = 400


def seen_in(cell: Cell) -> str | None:
    """Return what people see in a number cell where it is anything but the number: words, noughts before it, another number, nothing."""
    value = stored_number(cell.text)
    shown = shown_by(cell.shown_by, value) if cell.shown_by else _PLAIN
    section = shown.section
    if section.between:  # digits torn apart: the code says it best
        return cell.shown_by
    if not section.digits:
        return section.before
    number = _number_seen(cell, value, shown)
    percent = "%" if cell.number_format == "percent" else ""
    if number == value and not (section.before or section.after or percent) and section.least_digits <= len(str(abs(int(value)))):
        return None
    before = f"{section.before} " if section.before[-1:].isalpha() else section.before
    after = section.after if not section.after or section.after[0].isdigit() else f" {section.after}"
    return f"{before}{_digits(number, section.least_digits)}{percent}{after}"


def _number_seen(cell: Cell, value: Fraction, shown: Shown) -> Fraction:
    """Return the number that is seen: a hundredfold, divided, rounded or without its sign, as the format says."""
    plain = not cell.shown_by
    places = cell.shown_places if plain else shown.section.places
    thousands = cell.shown_thousands if plain else shown.section.thousands
    number = value * (100 if cell.number_format == "percent" else 1) / 1000**thousands
    number = abs(number) if shown.hides_sign else number
    return number if places is None else round_fraction(number, places)


def _digits(number: Fraction, least: int) -> str:
    """Return the digits of a number, at least so many before the point."""
    text = f"{Context(prec=_LONGEST).divide(Decimal(abs(number.numerator)), Decimal(number.denominator)):f}"
    whole, point, decimals = text.partition(".")
    return ("-" if number < 0 else "") + whole.rjust(least, "0") + (point + decimals).rstrip("0").rstrip(".")


def agreed(asked: Asked, seen: str, read: Callable[[str], Value | None], told: Callable[[Value], object]) -> Value:
    """Return the answer that a number and what its format shows come to; where they are not one answer, ask.

    Words that stand around the number itself may say what the number alone does not, as in “Mức 2”.
    """
    digits = plain_digits(asked.cell.text)
    if not seen:
        return asked.refuse("SV218", read=digits)
    held, shown = read(digits), read(seen)
    number = read_number(seen)
    if shown is None and number is not None and number.value == stored_number(asked.cell.text):
        shown = held
    if shown is None or (held != shown and (held is not None or digits not in seen)):
        return asked.refuse("SV219", shown=seen, read=digits)
    asked.say("SV226", shown=seen, read=digits, value=told(shown))
    return shown
