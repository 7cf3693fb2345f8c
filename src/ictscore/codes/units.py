"""Codes UN…: what can be found in units."""

from ictscore.codes.code import Code, error, note, warning

UNITS: dict[str, Code] = {
}
