"""Codes IO…: what can be found in files."""

from ictscore.codes.code import Code, error, note, warning

FILES: dict[str, Code] = {
}
