"""Codes CS…: what can be found in cases."""

from ictscore.codes.code import Code, error, note, warning

CASES: dict[str, Code] = {
}
