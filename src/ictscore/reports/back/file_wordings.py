"""The wording for the unit of files of which nothing could be read: what is the matter with them, and what to do."""

from __future__ import annotations

from ictscore.words import N_

_SEND_AGAIN = N_("If its answers are to count, please put them on this form, or send the file again so that it opens.")
_SAVE_ANEW = N_("If its answers are to count, please put them on this form, or open the file in Excel, save it as .xlsx and send that.")
_MADE_STRANGELY = (N_("The file sent in was made by a program in a way that cannot be read."), _SAVE_ANEW)
_TOO_LARGE = (N_("The file sent in is far larger than a form, and was not read."), _SAVE_ANEW)

OF_FILES: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("IO120", "IO129", "IO201", "IO202", "IO208"), (N_("The file sent in is cut off or damaged."), _SEND_AGAIN)),
    **dict.fromkeys(("IO122", "IO123", "IO125", "IO203", "IO204", "IO205", "IO207", "IO210", "IO211"), _MADE_STRANGELY),
    **dict.fromkeys(("IO104", "IO121", "IO126", "IO127", "IO128", "IO206"), _TOO_LARGE),
    **dict.fromkeys(
        ("IO108", "IO124"),
        (
            N_("The file sent in is locked with a password."),
            N_("If its answers are to count, please put them on this form, or send the file again without the password."),
        ),
    ),
    "IO103": (N_("The file sent in could not be opened where it was received."), _SEND_AGAIN),
    "IO105": (N_("The file sent in is empty."), _SEND_AGAIN),
    "IO106": (N_("The file sent in is no workbook: it is {what}."), _SAVE_ANEW),
    "IO107": (N_("The file sent in is a workbook of a very old version of Excel, which cannot be read."), _SAVE_ANEW),
    "IO109": (N_("The file sent in is called a workbook ({suffix}), but holds nothing but plain text."), _SAVE_ANEW),
    "IO209": (N_("The workbook sent in has no sheet with cells."), _SEND_AGAIN),
    "IO231": (N_("The letters of the text file sent in cannot be read."), _SAVE_ANEW),
    "IO232": (N_("In the text file sent in it cannot be told where one column ends and the next begins."), _SAVE_ANEW),
    "IO233": (N_("In the text file sent in a quotation mark is missing or too many near row {row}."), _SAVE_ANEW),
    "IO239": (
        N_("When the file sent in was saved, letters were lost: question marks stand for them, as in “{read}”. It cannot be read right."),
        N_("If its answers are to count, please put them on this form, or send the original, or save it again from there as .xlsx."),
    ),
}
