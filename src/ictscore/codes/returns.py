"""Codes SV6… and SV570: what can be found when forms go back to the units, and come from them again."""

from ictscore.codes.code import Code, error

RETURNS: dict[str, Code] = {
    "SV600": error(
        "{name} would lie inside the survey that is checked; the next check would read it as answers.",
        "Give a place outside the folder of the survey.",
    ),
    "SV570": error(
        "The folder holds what goes back under the rulebook {read}; this check is made under {expected}.",
        "Name another folder, or overwrite what is there with --force.",
    ),
    "SV601": error(
        "This file was edited since, or somebody else wrote it; it stays as it is, and so does the other file of this unit.",
        "Move it away, or overwrite both with --force.",
    ),
    "SV602": error(
        "“{label}” ({answer}): “{read}” still stands there as when the form was sent back, with its sign.",
        "Type the answer in place of all that stands in the cell.",
    ),
    "SV603": error(
        "The form was sent back for what concerns it as a whole, and nobody has said on it that it was looked through.",
        "Look all answers through, and choose “{word}” in this cell.",
    ),
}
