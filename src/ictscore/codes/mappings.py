"""Codes SV7…: what can be found in a mapping of an export’s columns, and in the export by it."""

from ictscore.codes.code import Code, error, note, warning

MAPPINGS: dict[str, Code] = {
    # The mapping by itself.
    "SV701": error(
        "The rulebook {rulebook} has no question “{read}”{nearest}.",
        "Write the id of a question (ictscore rulebook show {rulebook} lists them), or take the line away.",
    ),
    "SV702": error("The column “{title}” stands twice in the mapping: at {first} and at {second}.", "Keep the line that holds, and take the other away."),
    "SV703": error("The question “{read}” stands twice in the mapping: at {first} and at {second}.", "Write its columns in one list: {read}: [title, title]."),
    "SV704": error(
        "Words are given for “{read}”, which has no column in this mapping{nearest}.", "Give it a column under “columns”, or take its words away."
    ),
    "SV705": error(
        "“{label}” ({answer}): “{read}”, which “{word}” is to mean, is no answer to this question; {expected} was expected.",
        "Write an answer as it would be typed into the form{known}.",
    ),
    "SV706": error("“{word}” and “{other}” are one word, but they are to mean different things: {first} and {second}.", "Keep the line that holds."),
    "SV707": warning(
        "“{label}” ({answer}): “{word}” would be read as {read}, but the mapping has it mean {meant}.",
        "Check that the mapping is right: every cell with this word counts as {meant}.",
    ),
    "SV708": error("The mapping is for rulebook {read}; {expected} is being used.", "Give the mapping of this rulebook (--mapping)."),
    "SV709": note("Questions that need no answer and have no column: {names}.", "Nothing to do, unless the export has them."),
    "SV710": error(
        "This is no mapping: a text with keys such as unit and columns was expected.",
        "Draft one with ictscore mapping EXPORT --rulebook ID -o MAP.yaml.",
    ),
    # The mapping held against an export.
    "SV711": error(
        "The column “{title}” is not in the export: row {row} of {sheet} has no such title{nearest}.",
        "Copy the title from the export, or take the line away.",
    ),
    "SV712": note("The column “{title}” is not in the export; the answer is taken from {others}.", "Nothing to do."),
    "SV713": error(
        "The title “{title}” stands over two columns: {first} and {second}.",
        "Rename one of them in the export, or export with the names of the variables instead of the questions.",
    ),
    "SV714": error(
        "The column “{title}” is neither mapped nor ignored, and was not read{nearest}.",
        "Give it to its question under “columns”, or put it under “ignore” ({mapping}).",
    ),
    "SV715": error(
        "The question “{label}” ({answer}), which group “{group}” has to answer, has no column{nearest}.", "Write its column under “columns”."
    ),
    "SV716": error(
        "This file has no column “{title}”, in which the mapping says that the units stand{nearest}.",
        "Give the mapping that was made for this export; ictscore mapping writes one.",
    ),
    "SV717": note("Ignored, as the mapping says of all other columns: {names}.", "Check that none of them holds answers."),
    "SV718": note("“{title}”, which is to be ignored, is not in the export.", "Nothing to do."),
    "SV719": error(
        "This is a form or table made by ictscore; it needs no mapping.", "Give it to ictscore check or score as it is."
    ),
    # What stands in the cells.
    "SV721": note("“{title}”: as the mapping says, {pairs}.", "Nothing to do."),
    "SV722": note(
        "“{title}”: words that are not understood and that the mapping does not know: {words}.",
        "Say what they mean, in the mapping under “values”: {line}",
    ),
    "SV723": error(
        "“{label}” ({answer}) is answered twice in this row: “{first}” in {first_cell}, “{second}” in {second_cell}.",
        "Ask the unit which of them holds, and clear the other cell.",
    ),
    "SV724": note("“{label}” ({answer}) is answered twice in this row, both times alike: {first_cell}, {second_cell}.", "Nothing to do."),
    "SV725": warning(
        "“{read}” is no time that can be read: when this row was submitted is not known.",
        "Nothing to do, unless its unit sent several submissions.",
    ),
    "SV726": warning(
        "“{title}”: “{read}” has the month first, “{other}” the day; so none of its times are used.",
        "Export the times as real dates, as day/month/year or as year-month-day.",
    ),
    "SV727": warning(
        "“{title}”: some times say their time zone (“{read}”) and some do not (“{other}”); so none of them are used.",
        "Export all times in one way.",
    ),
    "SV728": note("“{title}”: the month comes first in these times (“{read}”), and they were read so.", "Nothing to do."),
    # Who sent what.
    "UN151": error(
        "“{unit}” sent {count} submissions: {entries}. The newest by the time it declares is {newest}; until you decide, {counted} is read "
        "(score --provisional counts it).",
        "Take the rows that do not hold out of a copy of the export; a form made by check --return takes the place of all of them by itself.",
    ),
}  # fmt: skip

OF_THE_MAPPING = frozenset(each for each in MAPPINGS if each not in {"SV723", "SV724", "SV725", "UN151"})
"""What whoever collects the answers has to mend, and no unit can."""
