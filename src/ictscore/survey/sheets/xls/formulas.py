"""Formulas of .xls workbooks, as far as they tell whether a saved zero is what they gave."""

from __future__ import annotations

_YEAR_OF_EXCEL_97 = 1996
_BUILD_OF_POI = 0x10D3

_ARITHMETIC = frozenset({3, 4, 5, 6, 7, 18, 19, 20})
"""Plus, minus, times, divided by, power, the signs, per cent."""
_FUNCTION, _FUNCTION_OF_MANY = frozenset({0x21, 0x41, 0x61}), frozenset({0x22, 0x42, 0x62})
_NUMERIC = frozenset({0, 4, 5, 6, 7, 24, 25, 27, 169, 183, 212, 213, 228, 345, 346, 347})
"""COUNT, SUM, AVERAGE, MIN, MAX, ABS, INT, ROUND, COUNTA, PRODUCT, ROUNDUP, ROUNDDOWN, SUMPRODUCT, SUMIF, COUNTIF, COUNTBLANK."""


def is_doubtful_zero(writer: tuple[int, int], tokens: bytes) -> bool:
    """Return whether a zero may stand for a result nobody has calculated; ``writer`` is the build and the year of the program.

    Programs that pass for Excel 97 do so: LibreOffice writes zero for a text it has not calculated, Apache POI for everything.
    """
    build, year = writer
    return year == _YEAR_OF_EXCEL_97 and (build == _BUILD_OF_POI or not gives_number(tokens))


def gives_number(tokens: bytes) -> bool:
    """Return whether the last step of a formula can only give a number (or an error)."""
    if not tokens:
        return False
    if tokens[-1] in _ARITHMETIC:
        return True
    if tokens[-4:-2] == b"\x19\x10":  # the short way to write a sum
        return True
    if len(tokens) > 3 and tokens[-4] in _FUNCTION_OF_MANY:  # noqa: PLR2004 - kind, count of arguments, number of the function
        return int.from_bytes(tokens[-2:], "little") in _NUMERIC
    return len(tokens) > 2 and tokens[-3] in _FUNCTION and int.from_bytes(tokens[-2:], "little") in _NUMERIC  # noqa: PLR2004
