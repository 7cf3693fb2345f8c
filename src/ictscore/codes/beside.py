"""Codes SV480 to SV490, SV580, SV604 and SV605: figures and names of other things beside the answers."""

from ictscore.codes.code import Code, error, note, warning

BESIDE: dict[str, Code] = {
    "SV481": warning(
        "Figures stand beside the answers, in column {column}, and were not read: {read}{more}.",
        "Check which are the answers: only those in the column of the answers count.",
    ),
    "SV482": error(
        "Figures stand beside the answers, in column {column}, headed “{heading}”: {read}{more}. It is not clear which of the two are the answers.",
        "Type the answers that hold into the column of the answers, and take the others away.",
    ),
    "SV548": note(
        "Figures stand beside the answers, in column {column}, headed “{heading}”: {read}{more}. They were not read.",
        "Nothing to do, if they are there to be compared.",
    ),
    "SV483": error(
        "“{read}” says that the data are of {named}; the form was made for {known}.",
        "Fill in the form of the round with its data, and change or clear the words that say otherwise; if these are its data, only the words.",
    ),
    "SV484": error(
        "“{unit}” is not in the list of units ({list}) and does not begin like the name of an office; its row would be ranked as a unit of group “{group}”.",
        "Take the row away; if it is a unit, write its full name, or add it to the list.",
    ),
    "SV486": warning(
        "A conditional format can hide what stands in {names} from whoever looks at it; what is there counts all the same.",
        "Clear the conditional formats and check whether it is meant to count.",
    ),
    "SV487": error(
        "“{read}” is crossed out, all of it or some; whether the answers that belong to it still count is not clear.",
        "Take the answers away if they do not count; else type the text again without crossing anything out.",
    ),
    "SV488": warning(
        "“{read}” stands in a box or shape drawn over the sheet; it was not read.",
        "If it is an answer, type it into its cell; if it says what the answers mean, read it.",
    ),
    "SV489": error(
        "The row of the example was filled in: “{read}” stands in place of {example}. What stands there is no answer to any question.",
        "Type it at the question it belongs to; the row of the example may be left blank.",
    ),
    "SV490": error(
        "“{read}” says that the data are of a part of the year; those of the whole round are asked for.",
        "Give the answers for the whole round, and change or clear the words that say otherwise; if these are its data, only the words.",
    ),
    "SV580": error(
        "“{read}” says that the data are planned or estimated; what was really done in the round is asked for.",
        "Give what was really done, and change or clear the words that say otherwise; if that is what was given, only the words.",
    ),
    "SV604": error(
        "“{read}” may mean that the data are of the last part of the year alone, or of all the year up to its end; those of the whole round are "
        "asked for.",
        "Give the answers for the whole round; if these are its data, write that they are of the whole year, or clear the words.",
    ),
    "SV605": error(
        "“{read}” says that the data are not final: a draft, preliminary or unfinished; those that hold are asked for.",
        "Give the answers that hold, and change or clear the words that say otherwise; if these hold already, only the words.",
    ),
    "SV485": error(
        "The letters of this file were not decoded: “{read}” is probably “{meant}”. Nothing was read.",
        "Save the file again as .xlsx, or as CSV in UTF-8, from the program it was made in; retype texts in an old font (TCVN3, VNI) in Unicode.",
    ),
}
