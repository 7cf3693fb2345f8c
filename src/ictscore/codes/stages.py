"""Codes SV450, SV451, SV471 and SV472: what stands in a form for stages after the unit's own."""

from ictscore.codes.code import Code, error, note

STAGES: dict[str, Code] = {
    "SV450": error(
        "“{label}” ({answer}): “{read}” stands in the column of the stage “{stage}”, in a form that the unit sent; it was not taken.",
        "Clear the cell, if the unit wrote it. If the department or the council did, name the stage: --stage {option}.",
    ),
    "SV472": error(
        "“{read}” is written like a column of points or of a later stage, and is none; nothing below it was read{nearest}.",
        "Write points:CRITERION@STAGE or ANSWER@STAGE with the ids of the rulebook and one of its stages ({known}), or take the column away.",
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
