"""Codes SV6…: what can be found when forms go back to the units."""

from ictscore.codes.code import Code, error

RETURNS: dict[str, Code] = {
    "SV600": error(
        "{name} would lie inside the survey that is checked; the next check would read it as answers.",
        "Give a place outside the folder of the survey.",
    ),
    "SV601": error(
        "A file of this name is there already, and it is not what would be written now.", "Move it away, or overwrite it with --force."
    ),
}
