"""Codes SC…: what can be found in scoring."""

from ictscore.codes.code import Code, error, note, warning

SCORING: dict[str, Code] = {
}
