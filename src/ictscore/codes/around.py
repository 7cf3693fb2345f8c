"""Codes SV530 to SV549: what stands around a form in its workbook, on other sheets, in names and page headers, and over its answers."""

from ictscore.codes.code import Code, error, warning

AROUND: dict[str, Code] = {
    "SV530": error(
        "“{label}” ({answer}): “{read}” stands on a sheet that was not read, and is not the answer given.",
        "Type the right answer into the cell of the answer, and take the sheet away.",
    ),
    "SV531": error(
        "“{read}” says that this sheet, which was not read, changes or adds to the answers.",
        "Type the right answers into their own cells, and take the sheet away.",
    ),
    "SV532": warning(
        "The sheet is no part of the form and was not read; it begins “{read}”.",
        "Read it: what changes an answer has to be typed into the cell of the answer.",
    ),
    "SV533": warning(
        "“{read}” says that this is a draft, or not the version that counts.",
        "Ask the unit for the final version; if this is it, take the word away.",
    ),
    "SV534": warning(
        "“{read}” names the year {named}; the data asked for are of {known}.",
        "Check that the answers are those of this round.",
    ),
    "SV535": warning(
        "The name of the file, “{read}”, says that the data are of a part of the year.",
        "Check that the answers are those of the whole round.",
    ),
    "SV536": warning(
        "A conditional format can cross out what stands in {names}, or show it as something else; what is there counts all the same.",
        "Clear the conditional formats and check whether it is meant to count.",
    ),
    "SV537": warning(
        "A line runs through {names}, as if what stands there were crossed out; it counts all the same.",
        "Take the line away, or clear the cells if what stands there does not count.",
    ),
    "SV538": warning(
        "A picture, cover or line lies over {names}; what stands in the cells counts all the same.",
        "Take it away and check whether what stands there is meant to count.",
    ),
}
