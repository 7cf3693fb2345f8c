"""Codes SV…: what can be found in surveys."""

from ictscore.codes.code import Code, error, note, warning

SURVEYS: dict[str, Code] = {
}
