"""Codes SV450, SV451 and SV471: what stands in a form for stages after the unit's own."""

from ictscore.codes.code import Code, error, note

STAGES: dict[str, Code] = {
    "SV450": error(
        "“{label}” ({answer}): “{read}” stands in the column of the stage “{stage}”, in a form that the unit sent; it was not taken.",
        "Clear the cell, if the unit wrote it. If the department or the council did, name the stage: --stage {option}.",
    ),
    "SV471": error(
        "“{read}” names the stage “{stage}”, which the rulebook does not have; nothing below it was read.",
        "Take the column away, or name a stage the rulebook has: {known}.",
    ),
    "SV451": note(
        "“{label}” ({answer}): “{read}” at the stage “{stage}” was passed over; the stage “{named}” was asked for.",
        "Nothing to do, if that stage is meant.",
    ),
}
