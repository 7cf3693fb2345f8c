"""Codes SV530 to SV549 and SV571: what stands around a form in its workbook, on other sheets, in names and page headers, and over its answers."""

from ictscore.codes.code import Code, error, note, warning

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
        "The name “{read}” of the file or its folder says that the data are of a part of the year.",
        "Check that the answers are those of the whole round.",
    ),
    "SV615": warning(
        "The name “{read}” says that the data are planned, estimated or not final.",
        "Ask the unit for the final answers; if these are they, take the word out of the name.",
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
    "SV619": note(
        "Pictures stand beside the answers ({names}); nothing in them was read.",
        "Look whether they say anything of the answers beside them.",
    ),
    "SV544": error(
        "“{read}” says that the data are of {named}; the other files were made for {known}.",
        "Send the data of the round; if these are, correct the year.",
    ),
    "SV545": error(
        "“{read}” says that the data are of {named}; other files say {other}.",
        "Send the data of one round only; if these are of it, correct the year.",
    ),
    "SV546": warning(
        "“{read}” says that the data are of {named} (files that say so: {count}); "
        "neither the rulebook nor a form made for the round says whether that is the year asked for.",
        "Check that it is; forms made with ictscore form --period are held against the year they were made for.",
    ),
    "SV571": warning(
        "“{read}” names the year {named}; what the file or the other files say is {other}.",
        "Check that the answers are those of this round.",
    ),
    "SV547": error(
        "“{read}” says that the data are of the year or round before; those of the round are asked for.",
        "Give the answer for the round; if it is, take the text away.",
    ),
}
