"""Codes UN…: what can be found about who was assessed."""

from ictscore.codes.code import Code, error, note, warning

UNITS: dict[str, Code] = {
    "UN101": error("There is no unit’s name here.", "Write the name of the unit."),
    "UN102": error("“{unit}” stands twice in group {group}.", "Keep the row or form that holds, and take the other away."),
    "UN103": error(
        "“{unit}” does not belong to group {group}{nearest}.", "The group is a closed list: {known}. Correct the name or the group."
    ),
    "UN104": warning("“{unit}” of group {group} is missing from the survey.", "Ask for its form, or score without it."),
    "UN105": error("There is no group “{read}”{nearest}.", "Write one of: {known}."),
    "UN106": error(
        "Which group “{unit}” belongs to is not said.",
        "Name the group in a column “{column}”, on the form, or in the sheet’s name: {known}.",
    ),
    "UN107": warning("“{parent}”, to which “{unit}” is said to belong, is not in the survey.", "Correct the name of the parent unit."),
    "UN108": note("“{unit}” is excluded from assessment in group {group} and was left out.", "Nothing to do."),
    "UN109": error("There is no unit “{read}” in the survey{nearest}.", "Write one of: {known}."),
    "UN110": warning("Units in group {group}: {found}; its regulation names {expected}.", "Check who is missing or too many."),
    "UN111": warning("The unit’s name “{unit}” has characters that look like others or do not show: {odd}.", "Type the name again."),
    "UN112": error("“{read}” cannot be a unit’s name: {reason}.", "Write the unit’s name."),
    "UN113": warning("“{unit}” stands in group {group} and in group {other}.", "Check to which of them it belongs."),
    "UN114": warning(
        "To which parent unit “{unit}” belongs is not said, and group {group} is ranked within it.", "Fill in the column “{column}”."
    ),
    "UN115": error(
        "“{unit}” reads like a total, an average or an extreme; its row would be ranked as a unit.",
        "Take the row away; if it is a unit, write its name so that it begins otherwise.",
    ),
}
