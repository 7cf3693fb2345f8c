"""Codes SV460 to SV479: the evidence that forms name, held against a folder."""

from ictscore.codes.code import Code, error, note, warning

EVIDENCE: dict[str, Code] = {
    "SV460": note("“{label}” ({answer}): the evidence “{read}” was taken for {files}.", "Nothing to do, if that is meant."),
    "SV461": warning(
        "“{label}” ({answer}): the evidence “{read}” can be any of these files: {files}.",
        "Write the whole name of the file that is meant, with its folder.",
    ),
    "SV462": warning(
        "“{label}” ({answer}): the evidence “{read}” was named and not found in {folder}{nearest}.",
        "Send the file, or correct its name beside the answer.",
    ),
    "SV463": warning("“{label}” ({answer}): the evidence {files} is an empty file (0 bytes).", "Send the file again."),
    "SV464": note(
        "“{unit}” earns points and names no evidence where the rulebook wants some. Questions: {count} ({questions}).",
        "Ask the unit for it, if it is wanted; points do not hang on it.",
    ),
    "SV465": note("No form names these files: {count} ({files}).", "Look whether a unit forgot to name them, or misspelt their names."),
    "SV466": note(
        "{file} lies in no unit’s folder and is named by several units: {units}.", "Look whether it is the evidence of each of them."
    ),
    "SV467": warning(
        "These were not looked into: {count} ({files}); they are links, lie too deep, or may not be opened.",
        "Put the evidence into the folder itself, and check again.",
    ),
    "SV468": error("There is no such folder.", "Give the folder of the evidence, and put a name with blanks between quotation marks."),
    "SV469": error("The folder holds more than {limit} files.", "Give the folder that holds the evidence alone."),
    "SV470": warning(
        "Evidence was to be checked, but the survey has no column for it: tables have none, and forms only where it was kept.",
        "Check forms that ictscore form writes, or go without --evidence.",
    ),
}
