"""Codes SV453 to SV459, SV495 and SV496: what people write beside and below the answers, and questions turned round."""

from ictscore.codes.code import Code, error, note, warning

REMARKS: dict[str, Code] = {
    "SV453": error(
        "“{read}” stands outside the cells of answers and names a number that is not the one given.",
        "Type the right number into the cell of its answer, and take the text away.",
    ),
    "SV454": error(
        "“{label}” ({answer}): the answer is blank, and “{read}” stands beside it.",
        "If that is the answer, type it into the cell of the answer.",
    ),
    "SV455": warning(
        "“{read}” stands outside the cells of answers and may say that one of them is wrong.",
        "Check the answers; type what is right into their cells, and take the text away.",
    ),
    "SV457": error(
        "“{label}” ({answer}): the answer is blank, and over its row lies {what}. What is drawn or pasted over cells is not read.",
        "Type the answer into the cell.",
    ),
    "SV458": warning(
        "Boxes to tick or to choose from lie over the sheet ({names}); they were not read.",
        "If one of them is an answer, type it into its cell.",
    ),
    "SV459": error(
        "“{read}” asks the opposite of “{label}” ({answer}); which of the two was answered is not clear.",
        "Ask the unit; use a fresh form, or put the question back as it was and answer it.",
    ),
    "SV495": warning(
        "“{read}” names a figure that is not the answer to “{label}” ({answer}): {given}.",
        "Check which of the two holds: type it into the cell of the answer, or write what the other figure counts.",
    ),
    "SV496": error(
        "“{read}” says that the data are of the year or round before; those of {known} are asked for.",
        "Give the answer for {known}, and change or clear the words that say otherwise; if it is that already, only the words.",
    ),
    "SV456": note("Text stands below the form and was not read: “{read}”{more}.", "Read it: it may say that an answer does not hold."),
}
