"""Codes SV229, SV232 to SV299: what stands in a cell, as people type it."""

from ictscore.codes.code import Code, error, note, warning

_IF_MEANT = "Nothing to do, if that is meant."
_DATE_AGAIN = "Type the date again as day/month/year, for example 05/01/2021."

_NUMBERS: dict[str, Code] = {
    "SV229": error(
        "“{label}” ({answer}): “{read}” can be the one number {value}, or several numbers of three digits each.",
        "Type the one number that is right, without blanks.",
    ),
    "SV232": note("“{label}” ({answer}): “{read}” was read as the share {value}.", _IF_MEANT),
    "SV233": error("“{label}” ({answer}): “{read}” is a percentage; {expected} was expected.", "Type the number itself, not its share."),
    "SV234": note("“{label}” ({answer}): “{read}” was read as {value}, without the apostrophe before it.", _IF_MEANT),
    "SV235": note(
        "“{label}” ({answer}): “{read}” was read as {value}; it has characters that do not show or are wider than usual ({odd}).",
        _IF_MEANT,
    ),
    "SV236": error(
        "“{label}” ({answer}): “{read}” has letters where digits belong; {value} is probably meant.",
        "Type the number again with the digits 1 and 0, not the letters l, I and O.",
    ),
    "SV237": error(
        "“{label}” ({answer}): “{read}” is a number cut short, about {value}; its last digits may have been lost when it was copied.",
        "Type all its digits.",
    ),
    "SV238": note("“{label}” ({answer}): “{read}” was read as {value}, without the nought before it.", _IF_MEANT),
    "SV239": error(
        "“{label}” ({answer}): “{read}” can be 0, or no answer.",
        "Type 0 if there is none; {unknown}.",
    ),
    "SV240": error(
        "“{label}” ({answer}): “{read}” was read. It is {what}; one exact number is needed.", "Type the one number that is right."
    ),
    "SV241": error(
        "“{label}” ({answer}): “{read}” can be {first} or {second}.",
        "Type the number without brackets or dashes; if it is below zero, with the minus sign right before it.",
    ),
    "SV242": note("“{label}” ({answer}): “{read}” was read as {value}; the words with it fit the question.", _IF_MEANT),
    "SV243": error(
        "“{label}” ({answer}): “{read}” counts single things (“{words}”); “{measure}” was asked for.",
        "Type the number of “{measure}” alone, without words.",
    ),
    "SV244": error(
        "“{label}” ({answer}): “{read}” is not given in the measure asked for; in it, it would be {value} {measure}.",
        "Type the number itself, in the measure asked for and without words.",
    ),
    "SV245": error(
        "“{label}” ({answer}): “{read}” is given in “{words}”; “{measure}” was asked for.", "Type the number of “{measure}”, without words."
    ),
    "SV246": error(
        "“{label}” ({answer}): “{read}” has the words “{words}” behind the number, and no measure was asked for.",
        "Type the number alone, {value}, if that is what was counted.",
    ),
    "SV247": error(
        "“{label}” ({answer}): {read} is more than {high}, the most possible; if {read} % is meant, that is {value}.",
        "Type the share as a number up to {high}, or with the sign %.",
    ),
    "SV585": warning(
        "“{label}” ({answer}): {read} was read. Under the number format of the cell a date typed there ({day}) is kept as just this number.",
        "If a date was typed, type the number instead; if not, nothing to do.",
    ),
    "SV248": note(
        "“{label}” ({answer}): 0 was read, and counts as 0; it does not say that the question does not apply.",
        "Nothing to do, if there is none of it; if the question does not apply to the unit, write “Không áp dụng”.",
    ),
    "SV249": error(
        "“{label}” ({answer}): “{read}” has more than 15 digits, more than any spreadsheet keeps.",
        "Check whether it is a number at all, or a code; type the number.",
    ),
}

_DATES: dict[str, Code] = {
    "SV250": note("“{label}” ({answer}): “{read}” was read with the day first, as {day}.", _IF_MEANT),
    "SV251": note("“{label}” ({answer}): “{read}” was read as {day}.", _IF_MEANT),
    "SV252": note("“{label}” ({answer}): “{read}” was read as {day}: two digits up to 29 are a year of this century.", _IF_MEANT),
    "SV253": error("“{label}” ({answer}): the year of “{read}” can be {first} or {second}.", "Type the year with four digits."),
    "SV254": error("“{label}” ({answer}): “{read}” does not name the day.", _DATE_AGAIN),
    "SV255": error("“{label}” ({answer}): “{read}” is no date between 1900 and 2099: {what}.", _DATE_AGAIN),
    "SV256": error(
        "“{label}” ({answer}): the number {read} was read; a date was expected. In most workbooks it is the number of {day}.",
        "Format the cell as a date, see whether it is the right one, or type the date again.",
    ),
    "SV257": note("“{label}” ({answer}): “{read}” has a time; only {day} counts.", "Nothing to do."),
    "SV258": error(
        "“{label}” ({answer}): the cell holds {day}, but its format does not show day, month and year; “1/2021” is stored as such a day too.",
        _DATE_AGAIN,
    ),
    "SV259": error(
        "“{label}” ({answer}): the cell holds {day}; its format shows all of the date in one edition of Excel and a part of it in another.",
        _DATE_AGAIN,
    ),
}

_WORDS: dict[str, Code] = {
    "SV260": error(
        "“{label}” ({answer}): “{read}” is neither yes nor no: {meaning}.", "Write Có or Không, and anything else in the notes."
    ),
    "SV262": note("“{label}” ({answer}): “{read}”{odd} was taken for “{choice}”.", _IF_MEANT),
    "SV263": error(
        "“{label}” ({answer}): in “{read}” the number or letter in front and the words are of two different choices.",
        "Write one of these, without a number: {known}.",
    ),
    "SV264": note(
        "“{label}” ({answer}): “{read}” has characters that do not show or look like others ({odd}); it counts as it is.", _IF_MEANT
    ),
    "SV265": note(
        "“{label}” ({answer}): the cell holds a number where a text was expected; it counts as the text “{value}”.",
        "Nothing to do, unless noughts in front were lost, as in a code or a telephone number.",
    ),
    "SV266": note("“{label}” ({answer}): the cell holds {kind} where a text was expected; it counts as the text “{value}”.", _IF_MEANT),
}

_NOT_APPLICABLE: dict[str, Code] = {
    "SV267": error(
        "“{label}” ({answer}): “{read}” can mean that the question does not apply, or that there are no data.",
        "Write “Không áp dụng” if the question does not apply to the unit; leave the cell blank if there are no data.",
    ),
    "SV273": error(
        "“{label}” ({answer}): “{read}” begins with “Không áp dụng” (not applicable) and goes on; what follows can take it back.",
        "Write only “Không áp dụng” in the cell if the question does not apply to the unit, and the reason in the notes; else the answer.",
    ),
    "SV271": note("“{label}” ({answer}): “{read}” was read as {day}, without the apostrophe before it.", _IF_MEANT),
    "SV272": note(
        "“{label}” ({answer}): “{read}” holds neither a letter nor a digit; it counts as no answer.",
        "Nothing to do, if nothing is meant; else write it in words.",
    ),
    "SV268": note("“{label}” ({answer}): “{read}” was taken for “Không áp dụng” (not applicable).", _IF_MEANT),
}

_CROSSED_OUT: dict[str, Code] = {
    "SV270": error(
        "“{label}” ({answer}): “{read}” is crossed out, all of it or some; whether it still counts is not clear.",
        "Type the answer again without crossing anything out; clear the cell if there is none.",
    ),
    "SV274": error(
        "“{label}” ({answer}): the cell repeats what stands in it as far as it is wide and shows “{shown}”; it holds “{read}”. It is not clear which is meant.",
        "Align the cell to the left or the right, and type the answer again.",
    ),
    "SV275": error(
        "“{label}” ({answer}): the cell holds “{read}” in the font {font}, which shows other signs in its place; it is not clear what is meant.",
        "Type the answer again in a usual font, such as Times New Roman.",
    ),
}

_RECALCULATED: dict[str, Code] = {
    "SV280": error(
        "“{label}” ({answer}): the formula has {stored} stored; calculated again it gives {fresh}.",
        "Open the file in Excel, let it calculate, check the number and save it; or type the number in place of the formula.",
    ),
    "SV281": note("“{label}” ({answer}): the formula had no value stored; calculated, it gives {fresh}, which counts.", _IF_MEANT),
    "SV282": error(
        "The formulas were not calculated again: LibreOffice, which does it, was not found.",
        "Install LibreOffice, or leave out --recalculate.",
    ),
    "SV283": error(
        "The formulas were not calculated again: {reason}.",
        "Open the file in Excel, let it calculate and save it; or leave out --recalculate.",
    ),
}

VALUES: dict[str, Code] = {**_NUMBERS, **_DATES, **_WORDS, **_NOT_APPLICABLE, **_CROSSED_OUT, **_RECALCULATED}
