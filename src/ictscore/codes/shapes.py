"""Codes SV419 to SV449, and SV540 on: what can be found about the shape of what came back."""

from ictscore.codes.code import Code, error, note, warning

SHAPES: dict[str, Code] = {
    "SV419": note("The heading “{read}” was taken for {visible}.", "Nothing to do, if that is meant."),
    "SV420": note(
        "{what}. Questions recognised by what is printed: {count}; column {column}{heading} was read as the answers.",
        "Check that the answers are those meant. A form that ictscore form writes is read by its ids.",
    ),
    "SV421": error(
        "Columns {columns} could each hold the answers{by}; none was read.",
        "Name the column of the answers “{heading}”, and take the others away{keep}.",
    ),
    "SV422": error(
        "Questions are printed here ({count}), but no column of answers was found beside them.",
        "Use a fresh form, and type the answers into it.",
    ),
    "SV423": error(
        "The table lies on its side: questions go down and units across ({read}). It was not read.",
        "Copy it, paste it with Paste Special › Transpose, and send that; or use the table that ictscore form --table writes.",
    ),
    "SV592": error(
        "Several columns answer the same questions, by period or by part ({read}); which of them counts is not clear, and none was read.",
        "Write what counts for the round into one column “{heading}”, and take the others away{keep}.",
    ),
    "SV593": note(
        "The answers stand in two columns ({columns}), in each row in one of them; they were taken together.",
        "Nothing to do, if that is meant.",
    ),
    "SV611": note(
        "Columns {columns} were taken together as the answers: a mark below yes or no is that answer, and “Có” beside a figure says no more.",
        "Nothing to do, if that is meant.",
    ),
    "SV614": note(
        "Columns {columns} hold the same answer in every row; the first of them was read.",
        "Nothing to do, if that is meant; what is written twice can be taken away.",
    ),
    "SV612": error(
        "What answers “{label}” ({answer}) does not agree: {told}. None of it was read.",
        "Leave the one answer that holds, and clear the rest of the row.",
    ),
    "SV613": note(
        "What stands here was not understood, and nothing was made of it: {read}{more}.",
        "Read it: it may say of what time, of which kind or of whom the answers are.",
    ),
    "SV616": warning(
        "“{label}” ({answer}) is answered “{read}”, and nothing beside it says why.",
        "Write the reason in the note beside it; if there is none of it, the answer is 0 or no.",
    ),
    "SV424": warning(
        "Another table seems to begin here (“{read}”); rows {rows} were not read.",
        "Move it to a sheet of its own. If units stand there, give it the header of the survey’s table.",
    ),
    "SV425": note("{what}; this was skipped, as asked for.", "Nothing to do, unless it holds answers that count."),
    "SV426": warning(
        "Rows are hidden by a filter ({names}); what is there counts all the same.",
        "Clear the filter and check whether they are meant to count.",
    ),
    "SV427": note(
        "The cell has a comment: “{read}”. Comments are not read as answers.", "Read it: it may say that the answer does not hold."
    ),
    "SV428": note("“{read}” in the merged cells {range} was taken for each of their rows.", "Nothing to do, if that is meant."),
    "SV429": note(
        "Text stands beside the answers, in column {column}, and was not read: “{read}”{more}.",
        "Read it: it may say that an answer does not hold.",
    ),
    "SV430": error(
        "The heading “{read}” stands over “{below}”; whether this column holds {visible} is not clear, and it was not read.",
        "Give the column that holds the answers the label of its question, as the rulebook words it.",
    ),
    "SV431": error(
        "The workbook holds the forms of several units, and this sheet does not say whose it is; it was not read.",
        "Write the unit’s name on the sheet, or send the form of each unit in a file of its own.",
    ),
    "SV432": error(
        "The same questions are printed in columns {columns}: it is not clear which of them is the form. It was not read.",
        "Keep one form on the sheet.",
    ),
    "SV433": note("Another table with a header of its own begins here; it was read as well.", "Nothing to do, if its rows are units too."),
    "SV434": error(
        "A header with other columns begins here (“{read}”); rows {rows} were not read.",
        "Name every column of answers below it as in the survey’s table, or move the other table to a sheet of its own.",
    ),
    "SV435": note(
        "“{unit}” answers on several sheets of the workbook, and no question twice; they were taken together.",
        "Nothing to do, if that is meant.",
    ),
    "SV436": note(
        "The hidden id “{read}” is not known; by what is printed beside it the row was read as {visible}.",
        "Nothing to do, if that is meant.",
    ),
    "SV437": warning("Column {column} has no heading and was not read.", "Give it its heading, if it holds answers."),
    "SV439": warning(
        "“{read}” is not known as a heading of answers; column {column} was read because {why}.",
        "Check that the answers stand there; name the column “{heading}”.",
    ),
    "SV440": error(
        "“{read}” names another measure than the rulebook: “{label}” is asked in {measure}.",
        "Give the answers in {measure}, and change or clear the words that say otherwise; numbers are never converted.",
    ),
    "SV441": error(
        "“{read}” says that the data are of {named}; the rulebook is for {known}.",
        "Send the data of the round, and change or clear the words that say otherwise; if these are its data, only the words.",
    ),
    "SV442": error(
        "“{read}” says that the data are of {named}; another part of the file says {other}.",
        "Leave only the data of the round in the file.",
    ),
    "SV443": error(
        "“{read}” stands beyond the last heading, and an answer of the row is blank ({blank}): the row seems to have slipped to the right.",
        "Check every answer of the row, and put each below its heading.",
    ),
    "SV444": error(
        "“{unit}” is numbered “{read}” as groups of units are, and its numbers are not the sums of the units below or above it.",
        "Take the row away; if it is a unit, number it as the others are.",
    ),
    "SV445": warning(
        "The heading “{read}” is merged with the first row below it ({range}); that row has no answer there.",
        "Undo the merged cells, and put the answer where it belongs.",
    ),
    "SV446": error(
        "The sheet was not read: it has no header, but its rows look like units of the table before (from “{read}” on; rows that look so: {count}).",
        "Repeat the header on this sheet, or put the rows below the others.",
    ),
    "SV447": error(
        "“{unit}” does not read like the name of a unit, but like a heading, a note, an example, a part of one, a target, a period or a comparison.",
        "Take the row away; if it is a unit, write its full name.",
    ),
    "SV448": note(
        "The table has no column for optional questions of group “{group}”: {questions}{more}. Nothing counts as given to them.",
        "Nothing to do, if they were left out on purpose; else add the columns, or mend their headers.",
    ),
    "SV449": error(
        "“{read}” names several years ({named}); of which of them the answers below it are is not clear.",
        "Give the answers of {known} alone, and name only that in the heading.",
    ),
    "SV540": error(
        "“{read}” stands over the answers: it says that they are planned, estimated or of an earlier time; those of the round are asked for.",
        "Give what was really done in the round, and name column {column} “{heading}”.",
    ),
    "SV541": error(
        "“{read}” was typed above the questions, where the form counts what is left blank. It is no answer to any question.",
        "Type it at the question it belongs to; what the form counts by itself needs nothing.",
    ),
    "SV542": error(
        "In rows {first} to {last} the texts and answers stand {where} than their hidden ids, by {by}: a row was put in or taken out without column A. "
        "Their answers were not read (questions: {count}).",
        "Put the ids of column A beside their questions again, or type the answers into a fresh form; rows may only be put in as whole rows.",
    ),
    "SV543": error(
        "The answers in {cells} do not fit their questions, but they fit those right above: "
        "from row {first} to row {last} at least the answers seem to stand one question lower than they belong.",
        "Check every answer of these rows, not only those told as errors, and put each beside its question.",
    ),
}
