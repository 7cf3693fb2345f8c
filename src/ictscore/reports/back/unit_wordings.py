"""The wording of every finding for the unit that gets its form back, by code: what is said of it, and what the unit is asked to do."""

from __future__ import annotations

from ictscore.codes.mappings import OF_THE_MAPPING
from ictscore.reports.back.file_wordings import OF_FILES
from ictscore.words import N_

_CHECK = N_("Please check the answer.")
_ANSWER = N_("Please type the answer here.")
_ANSWER_AGAIN = N_("Please type the answer again here.")
_CHECK_ALL = N_("Please check all answers on this form.")
_NOT_LIKE_THE_FORM = N_("A part of the file sent in is not laid out like the form and could not be read with certainty.")
_PUT_HERE = N_("Please see to it that all answers stand on this form.")
_HIDDEN = N_("This answer stood in hidden rows, columns or sheets of the file sent in.")
_MERGED = N_("In the file sent in, cells were merged over several answers, so that it is not clear which of them is answered.")
_OLD_RESULTS = N_("The file sent in calculates this answer by a formula, and its result may be old.")
_OLDER_FORM = N_("The form sent in is an older one; some questions have changed since.")
_FONT = N_("A text of the file sent in is written in an old font and may have been read wrongly.")
_OTHER_ROUND = N_("The form sent in was made for another round or other criteria, so its answers were not taken over.")
_IN_THIS_MEASURE = N_("Please type the answer in this measure.")
_SAID_IN_THIS_MEASURE = N_("Please type the answer in this measure, and change or clear the words that say otherwise.")
_SAID_OF_THE_ROUND = N_("Please see to it that only answers of this round stand here, and change or clear the words that say otherwise.")
_OF_THE_ROUND = N_("Please see to it that only answers of this round stand here.")
_ONLY_THE_ANSWER = N_("Please type the right answer into its own cell, and take the text away.")
_FILL_IN = N_("Please fill in this form.")

FOR_UNITS: dict[str, tuple[str, str]] = {
    **OF_FILES,
    **dict.fromkeys((f"IO{number}" for number in range(301, 315)), (N_("This cell of the file sent in is damaged."), _ANSWER)),
    "IO213": (N_("The file sent in has lost its formats: dates and percentages cannot be told from other numbers."), _CHECK_ALL),
    "IO214": (_OLD_RESULTS, _CHECK),
    "IO230": (_FONT, _CHECK_ALL),
    "IO234": (_NOT_LIKE_THE_FORM, _PUT_HERE),
    "IO235": (_NOT_LIKE_THE_FORM, _PUT_HERE),
    "IO236": (_NOT_LIKE_THE_FORM, _PUT_HERE),
    "IO248": (_FONT, _CHECK),
    "IO249": (_FONT, _CHECK),
    "IO250": (_OLD_RESULTS, _CHECK),
    "IO251": (_OLD_RESULTS, _CHECK),
    "SV101": (N_("This question was not answered."), N_("Please answer it.")),
    "SV102": (N_("No question was answered."), N_("Please fill in the form.")),
    "SV103": (N_("No question was answered."), N_("Please fill in the form.")),
    "SC101": (N_("From these answers no points can be computed for “{name}”: {reason}{read}."), _CHECK),
    "SC102": (N_("“{name}” counts 0 points, because an answer to it was not given."), N_("Please answer, if there is an answer.")),
    "SC103": (N_("By what was declared not applicable, no criterion applies to the unit."), _CHECK_ALL),
    "SV201": (N_("“{read}” was read; {expected} was expected{odd}."), _ANSWER_AGAIN),
    "SV203": (N_("In the file sent in, this cell holds the error {read}."), _ANSWER),
    "SV204": (N_("In the file sent in, this cell holds a formula without a result."), _ANSWER),
    "SV205": (N_("In the file sent in, this cell holds TRUE or FALSE; {expected} was expected."), _ANSWER_AGAIN),
    "SV206": (N_("In the file sent in, this cell holds a date; {expected} was expected."), _ANSWER_AGAIN),
    "SV213": (
        N_("In the file sent in, the cell shows {shown} % and holds {read}; it is not clear which of the two is meant."),
        _ANSWER_AGAIN,
    ),
    **dict.fromkeys(
        ("SV215", "SV216", "SV219"),
        (N_("In the file sent in, the cell shows “{shown}” and holds {read}; it is not clear which of the two is meant."), _ANSWER_AGAIN),
    ),
    "SV218": (N_("In the file sent in, the cell looks blank and holds {read}."), N_("Please type the answer here, if there is one.")),
    "SV240": (N_("“{read}” was read. It is {what}."), N_("Please type the one exact number here.")),
    "SV244": (
        N_("“{read}” is not given in the measure asked for; in it, it would be {value} {measure}."),
        N_("Please type the number alone, in this measure."),
    ),
    "SV270": (N_("In the file sent in, “{read}” is crossed out, all of it or some."), _ANSWER),
    "SV280": (N_("In the file sent in, a formula holds {stored}; calculated again it gives {fresh}."), _ANSWER),
    "SV301": (
        N_("{of} is {part}, more than {over}, which is {whole}; it should be a part of it."),
        N_("Please correct one of the two answers."),
    ),
    "SV302": (N_("{of} is {part}, more than {over}, which is {whole}."), N_("Please check the two answers.")),
    "SV304": (
        N_("“{over}” was declared not applicable, but “{of}” is {part}."),
        N_("Please correct one of the two answers: where there is no whole, there is no part of it either."),
    ),
    "SV403": (N_("The file sent in has a column “{read}” that is none of the questions and was not read."), _PUT_HERE),
    "SV404": (N_("The file sent in has a row “{read}” that is none of the questions and was not read."), _PUT_HERE),
    "SV405": (N_("There was no column for this question in the table sent in."), N_("Please answer it here.")),
    "SV406": (N_("In the file sent in, {read} stands there twice; the first answer was taken."), _CHECK),
    "SV408": (_HIDDEN, _CHECK),
    "SV618": (
        N_("A part of the file sent in is hidden and was not read."),
        N_("If figures for this form stand on it, please type them into their cells here."),
    ),
    "SV617": (N_("This question stood in a hidden row of the file sent in."), N_("Please answer it here.")),
    "SV409": (_MERGED, _CHECK),
    "SV594": (
        N_("In the file sent in, a second table answers {count} questions again; the answers of the first were taken."),
        N_("Please check that the right ones stand here."),
    ),
    "SV411": (N_("There was no row for this question in the form sent in."), N_("Please answer it here.")),
    "SV414": (
        N_("In the file sent in, the printed text and the hidden mark name different questions."),
        N_("Please check that the answer belongs to this question."),
    ),
    "SV415": (N_("In the file sent in, this question is worded “{read}”."), N_("Please check that the answer belongs to this question.")),
    "SV416": (N_("In the file sent in, the measure is “{read}”; on this form it is {expected}."), _CHECK),
    **dict.fromkeys(
        ("SV401", "SV421", "SV422", "SV423", "SV424", "SV430", "SV431", "SV432", "SV434", "SV437", "SV439", "SV592"),
        (_NOT_LIKE_THE_FORM, _PUT_HERE),
    ),
    "SV426": (_HIDDEN, _CHECK),
    "SV440": (N_("In the file sent in, “{read}” names another measure; here the answer is asked in {measure}."), _SAID_IN_THIS_MEASURE),
    "SV441": (N_("In the file sent in, “{read}” says that the data are of {named}; they are asked for {known}."), _SAID_OF_THE_ROUND),
    "SV442": (N_("In the file sent in, “{read}” says that the data are of {named}; another part of it says {other}."), _OF_THE_ROUND),
    "SV443": (_NOT_LIKE_THE_FORM, _CHECK_ALL),
    "SV444": (_NOT_LIKE_THE_FORM, _CHECK_ALL),
    "SV446": (_NOT_LIKE_THE_FORM, _PUT_HERE),
    "SV449": (N_("In the file sent in, “{read}” names several years ({named})."), _OF_THE_ROUND),
    "SV450": (
        N_("“{read}” stands in the column of the stage “{stage}”, which others fill in; it was not taken."),
        N_("Please clear that cell; the unit answers only in its own column."),
    ),
    "SV452": (N_("In the file sent in, the measure “{read}” is printed; here the answer is asked in {expected}."), _IN_THIS_MEASURE),
    "SV453": (N_("“{read}” was written outside the cells of answers and names a number that is not the one given."), _ONLY_THE_ANSWER),
    "SV454": (N_("The answer is blank, and “{read}” stands beside it."), N_("Please type the answer into its own cell.")),
    "SV455": (N_("“{read}” was written outside the cells of answers and may say that one of them is wrong."), _ONLY_THE_ANSWER),
    "SV459": (
        N_("In the file sent in, this question is worded “{read}”, the opposite of what is asked."),
        N_("Please check that the answer belongs to this question."),
    ),
    "SV461": (
        N_("The evidence “{read}” can be any of these files: {files}."),
        N_("Please write which of them is meant, with its folder."),
    ),
    "SV462": (
        N_("The evidence “{read}” was not found among the files sent in."),
        N_("Please send the file, or correct its name here."),
    ),
    "SV463": (N_("The file of evidence {files} came in empty."), N_("Please send it again.")),
    "SV488": (N_("In the file sent in, “{read}” stands in a box drawn over the sheet; it was not read."), _PUT_HERE),
    "SV489": (
        N_("In the file sent in, “{read}” stands in the row of the example, where it answers no question."),
        N_("Please type it at the question it belongs to."),
    ),
    "SV490": (
        N_("In the file sent in, “{read}” says that the data are of a part of the year."),
        N_("Please give the answers for the whole round, and change or clear the words that say otherwise."),
    ),
    "SV495": (
        N_("“{read}” names a figure that is not the answer, {given}."),
        N_("Please check which of the two holds, or write what the other figure counts."),
    ),
    "SV496": (
        N_("“{read}” says that the data are of the year or round before."),
        N_("Please give the answer for the round, and change or clear the words that say otherwise."),
    ),
    "SV497": (
        N_("{read} {measure} are {billions} billion đồng, more than a province spends in a year."),
        N_("Please give the number in {measure}."),
    ),
    "SV501": (_OTHER_ROUND, _FILL_IN),
    "SV502": (_OLDER_FORM, _CHECK_ALL),
    "SV505": (
        N_("The form was made for “{stamped}”, but “{unit}” filled it in."),
        N_("Please choose in this cell whose figures these are."),
    ),
    "SV528": (
        N_("“{read}” was answered to whose figures these are; expected: {expected}."),
        N_("Please choose in this cell whose figures these are."),
    ),
    "UN158": (N_("The form names “{unit}”, but {reason}."), N_("Please check that all answers are those of “{unit}”.")),
    "SV615": (
        N_("The name “{read}” says that the data are planned, estimated or not final."),
        N_("Please send the final answers, on this form."),
    ),
    "SV506": (
        N_("The form sent in was made for another group of units than the one named on it."),
        N_("Please say to which group the unit belongs."),
    ),
    "SV507": (_OTHER_ROUND, _FILL_IN),
    "SV508": (_OLDER_FORM, _CHECK_ALL),
    "SV510": (_OLDER_FORM, _CHECK_ALL),
    "SV511": (N_("On the form sent in this was another question: {what} has changed since."), _CHECK),
    "SV530": (N_("In the file sent in, “{read}” stands on another sheet and is not the answer given."), _ANSWER_AGAIN),
    "SV531": (N_("In the file sent in, “{read}” says that another sheet changes or adds to the answers."), _PUT_HERE),
    "SV532": (
        N_("The further sheet of the file sent in that begins “{read}” was not read."),
        N_("If figures for this form stand on it, please type them into their cells here."),
    ),
    "SV533": (N_("The file sent in says “{read}”."), N_("Please send the final answers, on this form.")),
    "SV534": (N_("In the file sent in, “{read}” names the year {named}; the data asked for are of {known}."), _OF_THE_ROUND),
    "SV544": (N_("In the file sent in, “{read}” says that the data are of {named}; they are asked for {known}."), _OF_THE_ROUND),
    "SV545": (N_("In the file sent in, “{read}” says that the data are of {named}."), _OF_THE_ROUND),
    "SV546": (N_("In the file sent in, “{read}” says that the data are of {named}."), _OF_THE_ROUND),
    "SV547": (N_("“{read}” says that the data are of the year or round before."), N_("Please give the answer for the round.")),
    "SV535": (
        N_("The name of the file sent in, “{read}”, says that the data are of a part of the year."),
        N_("Please give the answers for the whole round."),
    ),
    **dict.fromkeys(
        ("SV536", "SV537", "SV538"), (N_("In the file sent in, answers look crossed out, or as something else than they are."), _CHECK)
    ),
    "SV580": (
        N_("In the file sent in, “{read}” says that the data are planned or estimated."),
        N_("Please give what was really done in the round, and change or clear the words that say otherwise."),
    ),
    "SV604": (
        N_("In the file sent in, “{read}” may mean that the data are of the last part of the year alone."),
        N_("Please give the answers for the whole round, and write that they are of the whole year, or clear the words."),
    ),
    "SV605": (
        N_("In the file sent in, “{read}” says that the data are not final."),
        N_("Please give the answers that hold, and change or clear the words that say otherwise."),
    ),
    "SV602": (N_("The cell still holds what was written there when the form was sent back."), _ANSWER),
    "SV591": (
        N_("The answers on this form were taken from the form of {read}, and this cell was left blank."),
        N_("Please confirm each answer or write it anew, and choose from the list."),
    ),
    "SV610": (
        N_("In the form sent in, “{read}” was typed where it asks whether it was looked through ({cause}): {meaning}."),
        N_("Please look all answers through, and choose from the list."),
    ),
    "SV603": (
        N_("The form was sent back before for what concerns it as a whole, and this cell was left blank."),
        N_("Please look all answers through, and choose from the list."),
    ),
    "UN102": (
        N_("The answers of “{unit}” came in twice; this form holds those that came first."),
        N_("Please see to it that the right ones stand here."),
    ),
    "UN103": (N_("By the list of units, “{unit}” does not belong to the group this form is for."), N_("Please check the unit’s name.")),
    "UN107": (N_("“{parent}”, to which the unit is said to belong, is not known."), N_("Please check the parent unit’s name.")),
    "UN113": (N_("“{unit}” sent in answers for two groups."), N_("Please say to which group the unit belongs.")),
    "UN114": (N_("To which parent unit “{unit}” belongs is not said."), N_("Please write the parent unit’s name.")),
    "UN123": (N_("“{unit}” is not in the list of units."), N_("Please write the unit’s full name.")),
    "UN124": (N_("By the list of units, “{unit}” belongs to another group than the one named here."), N_("Please check the group.")),
    "UN129": (N_("By the list of units, “{unit}” belongs to “{expected}”, not to “{read}”."), N_("Please check the parent unit’s name.")),
    "SV723": (N_("“{label}” was answered twice: “{first}” and “{second}”."), N_("Please type the answer that holds.")),
    "UN151": (
        N_("From “{unit}” came several submissions; this form holds the answers of one of them."),
        N_("Please see to it that the right ones stand here."),
    ),
    "UN125": (
        N_("From “{unit}” came several files; this form holds the answers of {counted}."),
        N_("Please see to it that the right ones stand here."),
    ),
}
"""What is said to a unit where the usual words speak to those who collect the forms."""

NOT_FOR_UNITS = OF_THE_MAPPING | frozenset(
    {
        "IO215", "IO241", "IO399", "RB604", "SC104", "SC105", "SC106", "SC108", "SC109", "SV282", "SV283", "SV303", "SV402", "SV412",
        "SV725", "UN110", "UN130", "UN147",
    }
)  # fmt: skip
"""What no unit can do anything about."""
SHAPES_REFUSED = frozenset({"SV421", "SV422", "SV423", "SV432", "SV592"})
"""Why a whole sheet was not read: where nothing else came, a unit is told just that."""
LEFT_OUT = frozenset(
    {
        "SV403", "SV404", "SV406", "SV594", "SV411", "SV424", "SV430", "SV431", "SV434", "SV437", "SV446", "SV481", "SV482", "SV508",
        "SV542",
    }
)  # fmt: skip
"""What says that something sent in was not read: the form that goes back may lack answers."""
FRESH_START = frozenset({"SV501", "SV507"})
"""A form made for something else: its answers are not put on the fresh form."""
