"""What the attributes of an OpenDocument cell mean: its type and value, turned into the kind and text of a cell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.ods.names import BOOLEAN_VALUE, DATE_VALUE, EXTENDED_TYPE, STRING_VALUE, TIME_VALUE, VALUE
from ictscore.survey.sheets.ods.serials import serial_of_date, serial_of_time
from ictscore.survey.sheets.stored import Meaning, meaning_of

_NUMBERS = frozenset({"float", "currency", "percentage"})
_ERROR = re.compile(r"#[A-Z]+[/0-9A-Z]*[!?]?|#N/A|Err:[0-9]{3}")
_TRUTHS = {"of:=TRUE()": "1", "of:=FALSE()": "0"}  # how LibreOffice writes what was typed as a truth value


def meaning_of_cell(kind: str, attributes: Mapping[str, str], text: str, formula: str | None, limits: Limits) -> Meaning:
    """Return what a cell of a type holds; ``text`` is what it shows."""
    if kind in _NUMBERS:
        truth = _TRUTHS.get(formula or "")
        return Meaning("yes_no", truth) if truth else meaning_of("n", attributes.get(VALUE, ""), [], limits)
    if kind == "boolean":
        return meaning_of("b", attributes.get(BOOLEAN_VALUE, ""), [], limits)
    if kind in ("date", "time"):
        return _date(attributes.get(DATE_VALUE if kind == "date" else TIME_VALUE, ""), kind)
    if kind != "string":
        return Meaning("unreadable", code="IO307", read=shown(kind))
    if formula is not None and _is_error(attributes, text):
        return Meaning("error", shown(text))
    return meaning_of("inlineStr", attributes.get(STRING_VALUE, text), [], limits)


def _date(stored: str, kind: str) -> Meaning:
    serial = serial_of_date(stored) if kind == "date" else serial_of_time(stored)
    return Meaning("date", serial) if serial else Meaning("unreadable", code="IO308", read=shown(stored))


def _is_error(attributes: Mapping[str, str], text: str) -> bool:
    """Return whether a formula's text is an error: by LibreOffice's own word for it, else by its spelling where it has no value."""
    said = attributes.get(EXTENDED_TYPE)
    return said == "error" or (said is None and not attributes.get(STRING_VALUE) and _ERROR.fullmatch(text) is not None)
