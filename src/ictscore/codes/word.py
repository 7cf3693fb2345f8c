"""Codes IO150–IO169: forms as Word documents."""

from __future__ import annotations

from ictscore.codes.code import Code, error, note, warning

_TYPE = "Delete what stands in the cell and type the answer as plain text."
_ROW = "Write the answer into its cell of a fresh form."

WORD: dict[str, Code] = {
    "IO150": error(
        "This is {what}; of Word documents only our own form (.docx) is read.",
        "Ask the unit for the form it was sent, filled in and saved as .docx or .xlsx.",
    ),
    "IO151": error(
        "“{label}”: a tracked change waits for a decision: accepted, the answer is “{accepted}”; rejected, it is “{rejected}”.",
        "Write down the answer that holds; in the Word form accept or reject the change first (Review › Changes).",
    ),
    "IO152": error("“{label}”: hidden text stands in the answer: “{read}”.", _TYPE),
    "IO153": error("“{label}”: the answer’s cell holds {what}, which cannot be read; the text beside it: “{read}”.", _TYPE),
    "IO154": error(
        "“{label}”: Word itself puts a number or a sign of a list before “{read}”: nobody can tell whether it belongs to the answer.",
        "Type the answer as plain text; in Word take the list away first (Home › Numbering or Bullets).",
    ),
    "IO155": error(
        "“{label}”: Word fills in the answer by itself ({field}) and shows “{read}”, which may be out of date.",
        "Type the answer as plain text in place of the field.",
    ),
    "IO156": error("“{label}”: the row has {count} cells, its table {columns}: nobody can tell which of them holds the answer.", _ROW),
    "IO157": error("“{label}”: the cells {read} are merged, that of an answer among them.", "Write each answer into a cell of its own."),
    "IO158": note(
        "Cells beside the answers have tracked changes that nobody has decided ({count}); they were read as if accepted.", "Nothing to do."
    ),
    "IO159": note("The table has no head of its own and was read with that of the table before.", "Look whether its columns are the same."),
    "IO160": error(
        "“{label}”: the row is a tracked change that nobody has decided: it was put in or deleted.",
        "Write down the answer that holds; in the Word form accept or reject the change first (Review › Changes).",
    ),
    "IO161": error("“{label}”: “{read}” stands in the list, but the list says that nothing was chosen.", "Choose from the list again."),
    "IO163": error("Several columns are marked as that of the answers: {columns}.", "Delete the columns that were put in, in Word."),
    "IO164": warning(
        "“{read}” stands in a text box, which was not read.",
        "If it is an answer, type it into its cell; if it says what the answers mean, read it.",
    ),
    "IO165": note("The header or footer of the document says “{read}”; it was not read.", "Read it: it may say what the answers mean."),
    "IO166": note(
        "A comment, footnote or endnote outside the questions says “{read}”; it was not read.",
        "Read it: it may say that an answer does not hold.",
    ),
    "IO162": warning(
        "The table is none of the form’s and was not read; it begins “{read}”.",
        "Look whether it holds answers; they belong into the form’s table.",
    ),
}
