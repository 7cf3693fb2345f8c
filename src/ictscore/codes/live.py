"""Codes SC260–SC279: what can be found in live workbooks."""

from ictscore.codes.code import Code, error, note, warning

LIVE: dict[str, Code] = {
    "SC260": note(
        "{group}: {count} values of {units} stand exactly on a bound or tie with endless decimals; the formulas of the live workbook round them.",
        "Nothing to do; the places are named on its first sheet.",
    ),
    "SC261": warning(
        "{unit}: {what} is {value}, too near to {bound} for the formulas of the live workbook to tell apart.",
        "Go by the results workbook there; it is exact.",
    ),
    "SC262": warning(
        "{group}: “{what}” cannot be said as a formula; the live workbook holds what ictscore computed.",
        "Score again when its answers change.",
    ),
    "SC263": error(
        "“{what}” is {read} here; the answers of this workbook give {made}.",
        "Where an answer is refused, correct it first; else ask who changed the formulas, or score again.",
    ),
    "SC264": warning("“{what}” is {read} here; exact arithmetic gives {made}. The place was named as doubtful.", "Go by the exact number."),
    "SC265": error("A formula stood here; now “{read}” does.", "Ask who put it there, or score again."),
    "SC266": error(
        "LibreOffice, which recalculates workbooks, is not on this machine.", "Install LibreOffice, or go without --recalculate."
    ),
    "SC267": error("The workbook could not be recalculated: {reason}.", "Open it in LibreOffice and save it again, or score again."),
    "SC268": error(
        "The workbook was made by rulebook {read} with another text than {expected}.", "Name the rulebook it was made by, or score again."
    ),
    "SC269": error("--recalculate is for live workbooks; this one holds no formulas.", "Give a workbook that ictscore score --live wrote."),
}
