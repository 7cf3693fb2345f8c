"""Codes SV…: what can be found in surveys."""

from ictscore.codes.code import Code, error, note, warning

_TYPE_AGAIN = "Type the answer again as {expected}."

_MISSING: dict[str, Code] = {
    "SV101": warning("“{unit}” gave no answer to “{label}” ({answer}).", "Ask the unit; until then the rulebook says what counts."),
    "SV102": error("“{unit}” gave no answer at all.", "Ask the unit for its answers."),
    "SV103": error("The row names “{unit}” and holds no answer at all.", "Fill the row in, or remove it if it is no unit."),
}

_CELLS: dict[str, Code] = {
    "SV201": error("“{label}” ({answer}): “{read}” was read; {expected} was expected{odd}.", _TYPE_AGAIN),
    "SV202": error(
        "“{label}” ({answer}): “{read}” can be {first} or {second}.",
        "Type the number without separators of thousands, or as a number, not a text.",
    ),
    "SV203": error("“{label}” ({answer}): the cell holds the error {read}.", "Mend the formula or type the answer."),
    "SV204": error(
        "“{label}” ({answer}): the cell holds a formula whose value was never stored.",
        "Open the file in Excel, let it calculate and save it.",
    ),
    "SV205": error("“{label}” ({answer}): TRUE or FALSE was read; {expected} was expected.", _TYPE_AGAIN),
    "SV206": error(
        "“{label}” ({answer}): the cell holds a date or is formatted as one; {expected} was expected.",
        "Format the cell as a number and type the answer again.",
    ),
    "SV207": error("“{label}” ({answer}): {read} is less than {low}, the least possible.", "Correct the answer."),
    "SV208": error("“{label}” ({answer}): {read} is more than {high}, the most possible.", "Correct the answer."),
    "SV209": error("“{label}” ({answer}): {read} is no whole number.", "Things are counted here: type a whole number."),
    "SV210": error("“{label}” ({answer}): “{read}” is none of the choices{nearest}.", "Write one of: {known}."),
    "SV211": error(
        "“{label}” ({answer}): “{read}” was given, but this question applies to everybody.",
        "Type the answer; where there is none of it, type 0 or no.",
    ),
    "SV212": error(
        "“{label}” ({answer}): {read} can be {first} % or {second} %.",
        "Type the percentage as a number, 95 for 95 %; only up to 1 % type it with its sign, as 0.5 %.",
    ),
    "SV213": error(
        "“{label}” ({answer}): the cell shows {shown} % and holds {read}; it is not clear which of the two is meant.",
        "Format the cell as a plain number and type it again.",
    ),
    "SV215": error(
        "“{label}” ({answer}): the number format of the cell shows “{shown}”, and the cell holds {read}; “{measure}” was asked for.",
        "Format the cell as a plain number and type the number of “{measure}”.",
    ),
    "SV216": error(
        "“{label}” ({answer}): the number format of the cell shows “{shown}”, and the cell holds {read}; it is not clear which is meant.",
        "Format the cell as a plain number and type the number that is meant.",
    ),
    "SV217": warning(
        "“{label}” ({answer}): the cell looks blank and holds {read}, which counts: its number format hides a nought.",
        "If there is none, nothing to do; if the number is not known, clear the cell.",
    ),
    "SV218": error(
        "“{label}” ({answer}): the cell looks blank and holds {read}: its number format hides the number.",
        "Format the cell as a plain number; keep the number if it is the answer, or clear the cell.",
    ),
    "SV219": error(
        "“{label}” ({answer}): the number format of the cell shows “{shown}”, and the cell holds {read}; the two are not one answer.",
        "Format the cell as a text and type the answer itself.",
    ),
    "SV220": note("“{label}” ({answer}): the number {value} is stored as a text.", "Nothing to do."),
    "SV221": note("“{label}” ({answer}): “{read}” was read with a decimal comma, as {value}.", "Nothing to do, if that is meant."),
    "SV222": note("“{label}” ({answer}): “{read}” was read with separators of thousands, as {value}.", "Nothing to do, if that is meant."),
    "SV223": note("“{label}” ({answer}): “{read}” was read as {value}, without its measure.", "Nothing to do, if that is meant."),
    "SV224": note("“{label}” ({answer}): “{read}” was read as {value} percent.", "Nothing to do, if that is meant."),
    "SV225": note("“{label}” ({answer}): “{read}”{odd} was read as {value}.", "Nothing to do, if that is meant."),
    "SV226": note(
        "“{label}” ({answer}): the number format of the cell shows “{shown}”, and the cell holds {read}; it was read as {value}.",
        "Nothing to do, if that is meant.",
    ),
    "SV230": warning("“{label}” ({answer}): {read} has more than 15 digits; only 15 are kept.", "Check the number."),
    "SV497": warning(
        "“{label}” ({answer}): {read} {measure} are {billions} billion đồng, more than a province spends in a year; were đồng meant?",
        "Give the number in {measure}; if it is meant, nothing has to be done.",
    ),
    "SV231": warning("“{label}” ({answer}): the cell shows {shown} and holds {read}, which counts.", "Type the number that is meant."),
}

_CONSISTENCY: dict[str, Code] = {
    "SV301": error(
        "“{unit}”{at}: “{part_label}” ({of}) is {part}, more than “{whole_label}” ({over}), which is {whole}; "
        "it should be a part of it (criterion {criterion}).",
        "Correct one of the two answers.",
    ),
    "SV302": warning(
        "“{unit}”{at}: “{part_label}” ({of}) is {part}, more than “{whole_label}” ({over}), which is {whole} (criterion {criterion}); "
        "for this the criterion gives no more than its maximum.",
        "Check the two answers.",
    ),
    "SV304": error(
        "“{unit}”{at}: “{whole_label}” ({over}) was declared not applicable, but “{part_label}” ({of}) is {part} (criterion {criterion}).",
        "Correct one of the two answers: where there is no whole, there is no part of it either.",
    ),
    "SV303": warning(
        "“{unit}”{at}: “{part_label}” ({of}) is {part}, more than “{whole_label}” ({over}), which is {whole} (criterion {criterion}); "
        "later answers settle it.",
        "Nothing to do, unless this earlier stage is scored.",
    ),
}

_STRUCTURE: dict[str, Code] = {
    "SV401": error(
        "Neither a form nor a table was found: no sheet has the marks of a form, or a row of headers such as “{unit}” and “{answer}”.",
        "Use the form or table that ictscore form writes, or name the columns by the ids or labels of the answers.",
    ),
    "SV402": note("The sheet was not read: it holds neither a form nor a table.", "Nothing to do, unless it holds answers."),
    "SV403": warning("The column “{read}” is not known and was not read{nearest}.", "Correct the header, if the column holds answers."),
    "SV404": warning(
        "The row “{read}” is not known and was not read{nearest}.", "Use the form of this rulebook, if the row holds an answer."
    ),
    "SV405": error(
        "There is no column for “{label}” ({answer}), which group “{group}” is asked{nearest}.", "Add the column, or mend its header."
    ),
    "SV406": error(
        "“{read}” stands in two columns or rows: at {first} and at {second}.", "Keep the one that holds, and take the other away."
    ),
    "SV594": error(
        "A second table answers {count} questions again: from {first} on for the first time, from {second} on for the second. The first was taken.",
        "Keep the table that holds, and take the other away.",
    ),
    "SV407": note("The row was left out: {reason}.", "Nothing to do, unless it holds a unit’s answers."),
    "SV618": warning("{what}; what is there does not count.", "Show it and check whether it is meant to count."),
    "SV617": error(
        "“{label}” ({answer}) stands in a hidden row, which was skipped, as asked for: “{unit}” has no answer to it.",
        "Show the row, or read hidden rows too (without --skip-hidden).",
    ),
    "SV408": warning("{what}; what is there counts all the same.", "Show it and check whether it is meant to count."),
    "SV409": error("The cells {read} are merged over several answers or units.", "Unmerge them in Excel and fill in each cell."),
    "SV410": error("The table has no column of the units’ names.", "Name the column “{unit}”."),
    "SV411": error(
        "The form has no row for “{label}” ({answer}), which group “{group}” is asked{nearest}.",
        "Use a fresh form, or restore the row.",
    ),
    "SV412": warning("The table has a header and no unit below it.", "Ask the sender for the filled table, if the group has units."),
    "SV413": error("The survey holds no unit at all.", "Give the files that hold the answers."),
    "SV414": error(
        "The hidden id says {marked}; the visible text “{read}” says {visible}. Answers are read by the hidden id.",
        "Move hidden ids together with what is visible: put both back as they belong, or use a fresh form.",
    ),
    "SV415": warning(
        "“{read}” is not how the form words “{label}” ({answer}), for which the hidden id takes it.",
        "Check that the answers were given to the question of the rulebook, and in its measure.",
    ),
    "SV416": warning(
        "“{label}” ({answer}): the measure “{read}” is printed; the rulebook’s is “{expected}”, and answers count as given in it.",
        "Check in which measure the answer was given.",
    ),
    "SV452": error(
        "“{label}” ({answer}): the measure “{read}” is printed; the rulebook’s is “{expected}”. Its answers were not read.",
        "Give the answers in the rulebook’s measure and correct what is printed, or use a fresh form; numbers are never converted.",
    ),
    "SV417": note(
        "The hidden id beside “{read}” is missing; by the visible text it was read as {visible}.", "Nothing to do, if that is meant."
    ),
    "SV418": note(
        "“{unit}” gives itself points (criteria: {count}); such claims are kept beside the computed points and do not count.",
        "Nothing to do.",
    ),
}

_STAMP: dict[str, Code] = {
    "SV501": error(
        "The file was made for rulebook {read}; {expected} is being used{same}.",
        "Use the form of this rulebook (ictscore form … --carry-over FILE takes over what still means the same), or its own rulebook.",
    ),
    "SV502": warning("The file was made from an earlier or other text of rulebook {read}.", "Check that its questions are still the same."),
    "SV503": error(
        "No file says for which rulebook it was made.", "Name the rulebook with --rulebook, by its folder or as one of: {known}."
    ),
    "SV504": note(
        "By most of the files the rulebook is {id}: {count} of {total} that say for which they were made. The others: {others}.",
        "Take the others out of the folder, if that is meant; else name the rulebook with --rulebook.",
    ),
    "SV509": error(
        "The files were made for different rulebooks, and none is that of most: {known}.",
        "Name the rulebook with --rulebook, and take the files of the others out of the folder.",
    ),
    "SV505": error("The form was made for “{stamped}”, but “{unit}” filled it in.", "Ask who filled it in; give each unit its own form."),
    "SV525": note(
        "The form was made for “{stamped}” and names “{written}”; by the answer on it the figures are those of “{unit}”.", "Nothing to do."
    ),
    "SV527": note(
        "{file} was made for “{unit}” and names “{written}”; by the answer here its figures are those of “{unit}”.", "Nothing to do."
    ),
    "SV528": error("“{read}” was answered to whose figures these are; expected: {expected}.", "Choose one of these units in this cell."),
    "SV526": note("The form names no unit; it was made for “{unit}” and is taken as its.", "Nothing to do, if that is meant."),
    "SV506": error("The form was made for group “{stamped}”, but names “{read}”.", "Give the unit the form of its group."),
    "SV507": error("The file is for {read}; the others are for {expected}.", "Score one round at a time."),
    "SV508": error(
        "The file was made from another text of the rulebook and asks “{read}”, which this one does not{nearest}.", "Use a fresh form."
    ),
}

SURVEYS: dict[str, Code] = {**_MISSING, **_CELLS, **_CONSISTENCY, **_STRUCTURE, **_STAMP}
