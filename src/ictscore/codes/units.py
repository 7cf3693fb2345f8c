"""Codes UN…: what can be found about who was assessed."""

from ictscore.codes.code import Code, error, note, warning

UNITS: dict[str, Code] = {
    "UN101": error("There is no unit’s name here{looked}.", "Write the name of the unit{how}."),
    "UN102": error(
        "“{unit}” stands twice in group “{group}”: at {first} and at {second}.", "Keep the row or form that holds, and take the other away."
    ),
    "UN103": error(
        "“{unit}” does not belong to group “{group}”{nearest}.", "The group is a closed list: {known}. Correct the name or the group."
    ),
    "UN104": error(
        "“{unit}” of group “{group}” is missing from the survey.",
        "Ask for what is missing, and score with --provisional until then; whoever is not to be assessed comes off the list of units (--units).",
    ),
    "UN105": error("There is no group “{read}”{nearest}.", "Write one of: {known}."),
    "UN106": error(
        "Which group “{unit}” belongs to is not said.",
        "Name the group in a column “{column}”, on the form, or in the sheet’s name: {known}.",
    ),
    "UN107": warning("“{parent}”, to which “{unit}” is said to belong, is not in the survey.", "Correct the name of the parent unit."),
    "UN108": note("“{unit}” is excluded from assessment in group “{group}” and was left out.", "Nothing to do."),
    "UN109": error("There is no unit “{read}” in the survey{nearest}.", "Write one of: {known}."),
    "UN110": warning("Units in group “{group}”: {found}; its regulation names {expected}.", "Check who is missing or too many."),
    "UN111": warning("The unit’s name “{unit}” has characters that look like others or do not show: {odd}.", "Type the name again."),
    "UN112": error("“{read}” cannot be a unit’s name: {reason}.", "Write the unit’s name."),
    "UN113": warning("“{unit}” stands in group “{group}” and in group “{other}”.", "Check to which of them it belongs."),
    "UN114": warning(
        "To which parent unit “{unit}” belongs is not said, and group “{group}” is ranked within it.", "Fill in the column “{column}”."
    ),
    "UN115": error(
        "“{unit}” reads like a total, an average or an extreme; its row would be ranked as a unit.",
        "Take the row away; if it is a unit, write its name so that it begins otherwise.",
    ),
    # Names held against the list of units.
    "UN120": note("“{read}” was taken for “{unit}” ({how}).", "Nothing to do, if that is meant; else write the name as the list has it."),
    "UN121": error(
        "It is not clear which unit “{read}” is. It may be: {known}.",
        "Write the name in full, or answer in unit-matches.xlsx (ictscore units match … -o unit-matches.xlsx).",
    ),
    "UN122": error(
        "“{read}” is no name as it stands: its letters were typed for an old font, or read in a wrong encoding ({odd}). It may be: {known}.",
        "Type the name again with a Unicode keyboard, or answer in unit-matches.xlsx (ictscore units match … -o unit-matches.xlsx).",
    ),
    "UN123": warning(
        "“{unit}” is not in the list of units ({list}); it is taken as it stands, in group “{group}”.",
        "If it is a unit of the list, write its name as the list has it; if it is to be assessed, add it to the list.",
    ),
    "UN124": error(
        "“{unit}” stands in group “{read}” here, but the list has it in group “{expected}”.",
        "Correct the group here, or the list of units (--units).",
    ),
    "UN125": error(
        "“{unit}” sent {count} files: {files}. The newest by its own time is {newest}; until you decide, {counted} is read (score --provisional counts it).",
        "Keep the file that holds and take the others out of the folder; a form made by check --return takes the place of all these files by itself once it is sent back.",
    ),
    "UN126": note("“{read}” was taken for “{unit}”, as answered in {file}.", "Nothing to do, if that is still meant."),
    "UN127": error("“{read}” is not in the list of units{nearest}.", "Choose a name from the drop-down list of this cell."),
    "UN128": error("“{read}” is answered in two ways for the same file: “{unit}” and “{other}”.", "Keep one of the two answers."),
    "UN129": error(
        "“{unit}” is said to belong to “{read}” here, but to “{expected}” in the list.",
        "Correct the parent unit here, or the list of units (--units).",
    ),
    "UN130": warning(
        "By the list, “{unit}” is no unit of the period of this survey ({start} – {end}).", "Check whether it is to be assessed."
    ),
    "UN131": error(
        "The answers about unit names were given for rulebook {read}; {expected} is being used.",
        "Give the file made for this rulebook (--matches).",
    ),
    "UN132": error("There are answers about unit names in two files.", "Say with --matches which file holds, or take the other one away."),
    "UN133": error("This is no file of answers about unit names.", "Make one with ictscore units match … -o unit-matches.xlsx."),
    "UN134": error("The rulebook {rulebook} has no list of units.", "Put a units.yaml beside it, or give one with --units."),
    "UN135": note(
        "These answers about unit names are for rulebook {read}; they are left alone, for {expected} is being used.",
        "Nothing to do: names that are not clear are asked in a file of their own beside it.",
    ),
    "UN150": note("“{unit}”: the mended form came, and {file}, for which it was sent back, is left out.", "Nothing to do."),
    "UN152": note(
        "The form is taken for that of “{unit}”, because “{read}” stands above its questions.", "Nothing to do, if that is meant."
    ),
    "UN155": note(
        "By its name this file, of which nothing could be read, is that of “{unit}”.",
        "If it is another unit’s, name it otherwise; a form made by check --return for the unit takes its place by itself.",
    ),
    "UN158": warning("The form names “{unit}”, but {reason}.", "Check that its answers are those of “{unit}”."),
    "UN157": note(
        "By its name this file, which nobody could open, is that of “{unit}”.",
        "Make it one that can be read, or take it out of the folder; no form that is sent back takes its place by itself.",
    ),
    "UN156": note(
        "“{unit}”: the mended form came, and this file, which could not be read, is left out: the form was sent back for it too.",
        "Nothing to do.",
    ),
    "UN153": error(
        "Above the questions of this form stand the names of several units, and nothing says which of them answers: {known}.",
        "Write the name of the unit that answers beside “Đơn vị” above the questions.",
    ),
    "UN154": error(
        "“{read}” stands above the questions of this form, but whether it is the form of “{unit}” is not clear: {reason}.",
        "Write the name of the unit that answers beside “Đơn vị” above the questions.",
    ),
    "UN160": error(
        "Which unit of the list ({list}) “{read}” is, is not clear. Did you mean: {known}?",
        "Write the name as the list has it (ictscore units list); a unit that the list lacks is added to it first.",
    ),
    "UN161": error(
        "By the list, “{unit}” is of the group “{expected}”, not of “{read}”.",
        "Leave out the group, or name that one (--group {group}).",
    ),
    # The list itself.
    "UN140": error(
        "“{unit}” and “{other}” are one name in the same group under the same parent unit.", "Take one of the two out, or correct its name."
    ),
    "UN141": warning(
        "“{name}” is a name of “{unit}” and of “{other}”; whoever writes it will be asked.", "Take it out where it is not the usual name."
    ),
    "UN142": error("“{unit}” ends on {end}, before it begins on {start}.", "Correct valid_from or valid_to."),
    "UN143": error("The list is for rulebook {read}; {expected} is being used.", "Give the list of this rulebook."),
    "UN144": error("“{unit}” stands above itself: its parent units form a circle.", "Correct the parent."),
    "UN145": error("The rulebook’s closed list of group {group} has “{unit}”, which this list lacks.", "Add the unit."),
    "UN146": error(
        "“{unit}” is not in the rulebook’s closed list of group {group}{nearest}.",
        "The rulebook names: {known}. Correct the name or the group.",
    ),
    "UN147": warning("The list has {found} units in group {group}; the regulation names {expected}.", "Check who is missing or too many."),
}
