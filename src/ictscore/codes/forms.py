"""Codes SV51… and IO41…: what can be found about forms, older ones and those that are being made."""

from ictscore.codes.code import Code, error, note, warning

_CARRY = "Make a fresh form that takes over what still means the same: ictscore form … --carry-over FILE."

FORMS: dict[str, Code] = {
    "SV510": warning(
        "The form is of version {read}, today’s is {expected}: {same}/{total} questions match; changed: {changed}, gone: {gone}, new: {new}.",
        _CARRY,
    ),
    "SV511": warning(
        "“{label}” ({answer}) is another question on this form: {what} changed since.",
        "Check the answer, or make a fresh form with --carry-over.",
    ),
    "SV512": warning(
        "“{read}”, the old answer to “{label}” ({answer}), was not carried over: {what} changed.",
        "Answer the question anew on the new form.",
    ),
    "SV513": warning(
        "“{read}”, the old answer to “{label}” ({answer}), was not carried over: the question is no longer asked.", "Nothing to do."
    ),
    "SV514": warning(
        "“{read}”, the old answer to “{label}” ({answer}), was not carried over: it cannot be read as an answer.",
        "Answer the question anew on the new form.",
    ),
    "SV515": error("The file is no form: no sheet has the marks of one.", "Give a form that ictscore made."),
    "SV516": error("For which group the form was made is not known here ({read}).", "Name the group with --group: {known}."),
    "SV517": note("Carried over: {carried}, left out: {left}, new questions: {new}.", "Fill in what is still blank."),
    "SV518": warning(
        "“{read}”, the old answer to “{label}” ({answer}), was not carried over; a check says of it: {why}",
        "Answer the question anew on the new form.",
    ),
    "SV590": warning(
        "The answers carried over ({carried}) are of {then}; the new form is for {now}. Each is marked on it, and it asks whether all were looked through.",
        "Tell the unit to confirm each answer or write it anew; until it says so on the form, a check reports it (SV591).",
    ),
    "SV591": error(
        "The answers on this form were carried over from {read}, and nobody has said on it that they were looked through.",
        "Confirm each answer or write it anew, and choose “{word}” where the form asks for that.",
    ),
    "SV610": error(
        "Whether this form was looked through is asked here ({cause}), and “{read}” was typed: {meaning}.",
        "Look all answers through, confirm each or write it anew, and choose “{word}” here; “Có” or x will do too.",
    ),
    "SV519": warning(
        "“{unit}” sent {count} older forms, and a fresh one is made of each: {files}.",
        "Send the unit the one that holds; check tells which was saved last.",
    ),
    "IO410": error(
        "The {what} of “{answer}” has {length} characters where the form shows it; Excel shows at most {limit}.",
        "Shorten it in the rulebook.",
    ),
    "IO411": error("There is no list of units for rulebook {read}.", "Write {file} beside the rulebook, or name a list with --units FILE."),
    "IO412": error("The list of units names nobody for {read}.", "Check the group, or add its units to the list."),
    "IO417": error("“{read}” is no period: it names no year.", "Give --period the year that is assessed{such}."),
    "IO418": error(
        "The period “{read}” is not one of those this rulebook governs: {known}.",
        "Give --period one of these, or choose the rulebook of that year.",
    ),
    "IO413": error("The output must be a folder: several forms are written.", "Name a folder with -o."),
}
