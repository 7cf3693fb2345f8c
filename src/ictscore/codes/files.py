"""Codes IO…: what can be found in files."""

from __future__ import annotations

from ictscore.codes.code import Code, error, note, warning

_DAMAGED = "Open the file in Excel or Word and save it again; if it cannot be opened there either, ask the sender for it again."
_MADE_STRANGELY = "Open the file in Excel or Word, save it as a new .xlsx or .docx and read that one."
_SAVE_AS = "Open it in Excel and save it as Excel Workbook (.xlsx)."

_INPUTS: dict[str, Code] = {
    "IO101": error("There is no such file.", "Check the path."),
    "IO102": error("This is {what}; a regular file was expected.", "Give the path of a workbook or CSV file."),
    "IO103": error("The file cannot be read: {reason}.", "Close it in other programs and check who may read it."),
    "IO104": error(
        "The file is larger than the limit of {limit}.", "Remove pictures and unused sheets, or send what is in it as several files."
    ),
    "IO105": error("The file is empty.", "Ask the sender for the file again."),
    "IO106": error(
        "This is {what}; a workbook (.xlsx) or CSV file was expected.",
        "Where Excel opens it as a table (a web page), save it there as .xlsx; else ask the sender for the workbook.",
    ),
    "IO107": error("This is a workbook of Excel 4 or older (.xls); .xlsx was expected.", _SAVE_AS),
    "IO108": error(
        "The file is locked with a password.",
        "Open it in the program it was made in, remove the password and save it; where a survey is read, --password-from with the environment variable that holds the password will do.",
    ),
    "IO109": error(
        "The file is named {suffix} but holds plain text.", "If it is a CSV file, name it .csv; else ask the sender for the workbook."
    ),
    "IO110": warning(
        "The file has changed since it was read.", "Run again if the change matters: the results are those of the file first read."
    ),
    "IO111": note("Left out: {reason}.", "Nothing to do, unless it holds answers."),
    "IO170": warning(
        "Not opened: it is {what}.",
        "If forms are in it, take them out (unpack, save as .xlsx, download again) and put them beside the others.",
    ),
    "IO171": note(
        "Not read: it is {what}.",
        "If it shows a filled-in form, ask for the form itself, as .xlsx or .docx; evidence may stay where it is.",
    ),
    "IO112": error("The folder holds no workbook or CSV file.", "Check the folder."),
    "IO113": note("The file is named {suffix} but holds a workbook; it was read as one.", "Name it .xlsx."),
    "IO116": note(
        "Its name does not say it, but by its first bytes the file is {what}: it was not left out.",
        "Name it by its kind (.xlsx, .xls, .ods, .docx); a copy that is not to count comes out of the folder.",
    ),
    "IO114": error(
        "This is a result, not a survey.",
        "Give the survey it was made from: the sheet “Xuất xứ” names it. Results themselves are read by ictscore rank, compare, verify and reproduce, "
        "and how points came about stands on their sheets “Diễn giải”.",
    ),
    "IO172": error("This is the workbook of a check, not a survey.", "Give the survey that was checked: the workbook names its files."),
    "IO115": error(
        "The file is named {name}: it is neither a workbook nor a CSV file.", "Give the survey; if this is a CSV file, name it .csv."
    ),
}

_CONTAINER: dict[str, Code] = {
    "IO120": error("The file is cut off or damaged: {reason}.", "Download or copy it again; ask the sender if that does not help."),
    "IO121": error("The file holds more than {limit} parts.", _MADE_STRANGELY),
    "IO122": error("The part {part} is in the file twice.", _MADE_STRANGELY),
    "IO123": error("The part {part} overlaps another part of the file.", _MADE_STRANGELY),
    "IO124": error("The part {part} is encrypted.", "Remove the password in Excel and save the file."),
    "IO125": error("The part {part} is packed in an unknown way (method {method}).", _MADE_STRANGELY),
    "IO126": error(
        "The part {part} unpacks to more than the limit of {limit}.", "Remove unused rows and sheets in Excel, or raise the limit."
    ),
    "IO127": error(
        "The file unpacks to more than the limit of {limit} (at part {part}).", "Remove unused sheets in Excel, or raise the limit."
    ),
    "IO128": error(
        "The part {part} unpacks to more than {limit} times its packed size.", "Remove unused rows and sheets in Excel, or raise the limit."
    ),
    "IO129": error("The part {part} is damaged: {reason}.", "Download or copy the file again; ask the sender if that does not help."),
}

_WORKBOOK: dict[str, Code] = {
    "IO201": error("The part {part} is missing from the file.", _DAMAGED),
    "IO202": error("The part {part} is not well-formed XML at line {line}: {reason}.", _DAMAGED),
    "IO203": error(
        "The part {part} has a DOCTYPE, which is not allowed in such a file.", "Do not use this file; ask the sender where it comes from."
    ),
    "IO204": error("The part {part} is nested more than {limit} levels deep.", _MADE_STRANGELY),
    "IO205": error("The part {part} has an attribute of more than {limit} characters.", _MADE_STRANGELY),
    "IO206": error("The part {part} has more than {limit} {what}.", "Remove unused rows, styles and sheets in Excel, or raise the limit."),
    "IO207": error("The file points outside itself for one of its parts ({target}).", _MADE_STRANGELY),
    "IO208": error("The part {part} is not what was expected: {reason}.", _DAMAGED),
    "IO209": error("The workbook has no worksheet.", _DAMAGED),
    "IO210": error("Two sheets are named {name}.", "Rename one of them."),
    "IO211": error("The sheets {first} and {second} share the part {part}.", _MADE_STRANGELY),
    "IO212": note("The sheet was not read: it is {what}.", "Nothing to do, unless it should hold answers."),
    "IO213": warning("The workbook has no styles: dates and percentages cannot be told from other numbers.", _MADE_STRANGELY),
    "IO214": warning("The values of formulas may be out of date: {reason}.", "Open the file in Excel, let it calculate (F9) and save it."),
    "IO215": warning("The document properties cannot be read; they were left out.", "Nothing to do, unless the form's stamp is missed."),
}

_CSV: dict[str, Code] = {
    "IO230": warning(
        "The text is not UTF-8; it was read as Windows-1258 (Vietnamese).", "Check a few names; save the file as CSV UTF-8 to be certain."
    ),
    "IO231": error("The text is neither UTF-8 nor Windows-1258 (Vietnamese).", "Save the file as CSV UTF-8."),
    "IO239": error(
        "Letters were lost when this file was saved: in {count} words question marks stand for them, as in “{read}”. It cannot be read right, and was not read.",
        "Send the original, or save it again from there as .xlsx or as “CSV UTF-8”.",
    ),
    "IO232": error(
        "The header can be split at {first} as well as at {second}.", "Save the file with one separator, or put sep=; into the first line."
    ),
    "IO233": error("The quotation marks do not pair up near row {row}: {reason}.", "Save the file as CSV again from Excel."),
    "IO234": error(
        "The row has a value beyond the header's last column ({columns} columns): {read}.", "Put numbers with a comma into quotation marks."
    ),
    "IO237": note("{read} is how CSV files keep a text from being changed; it was read as “{text}”.", "Nothing to do, if that is meant."),
    "IO236": error(
        "The row has {count} values, the last of them blank, and the header {columns}: a comma in a number may have moved the others on. They were read as: {read}.",
        "Put numbers with a comma into quotation marks; take away separators too many.",
    ),
    "IO238": error(
        "The text goes on over the end of the line as if a quotation mark were missing or too many, and may hold other rows: {read}.",
        "Take the quotation mark away, or save the file as CSV again from Excel; a text of several lines may have no such separators.",
    ),
    "IO235": warning("Values in the row: {read}; in the header: {columns}.", "Check that no value stands in a wrong column."),
}

_CELLS: dict[str, Code] = {
    "IO301": error("The cell is stored twice.", _DAMAGED),
    "IO302": error("The row is stored twice.", _DAMAGED),
    "IO303": error("The address {read} was read; an address such as D14 was expected.", _DAMAGED),
    "IO304": error("The cell {read} is stored in row {row}.", _DAMAGED),
    "IO305": error("The address {read} lies outside the sheet, which ends at XFD1048576.", _DAMAGED),
    "IO306": error("The cell points to text {read}, but the workbook has {count} texts.", _DAMAGED),
    "IO307": error("The cell's type is {read}, which is not a type of cell.", _DAMAGED),
    "IO308": error("The stored number is {read}, which is not a number.", "Type the number again."),
    "IO309": error("The stored number is {read}, which is beyond the numbers of a spreadsheet.", "Type the number again."),
    "IO310": error("The stored truth value is {read}; 1 or 0 was expected.", "Type the answer again."),
    "IO311": error("The cell uses style {read}, but the workbook has {count} styles.", _DAMAGED),
    "IO312": error("The text is longer than {limit} characters.", "Shorten it."),
    "IO313": error("The cell holds something that does not belong there: {read}.", _DAMAGED),
    "IO314": error("The text holds half a character (a lone surrogate).", "Type the text again."),
    "IO315": warning("The formula {read} depends on the day, on chance or on another workbook.", "Replace the formula by its value."),
    "IO316": error("The merged range {read} is not a range of this sheet.", _DAMAGED),
    "IO317": error("The merged range overlaps another merged range.", "Unmerge the cells in Excel and save the file."),
    "IO318": error("The merged ranges cover more than {limit} cells.", "Unmerge the cells in Excel and save the file."),
    "IO319": warning(
        "The value is covered by the merged range {read}, where nobody sees it.", "Unmerge the cells and look which value is meant."
    ),
    "IO399": note("Further findings of the kind {kind} were left out: {count}.", "Correct the first ones and run again."),
}

_OUTPUTS: dict[str, Code] = {
    "IO401": error(
        "The file exists, and it cannot be told that ictscore made it and nobody changed it since.{others}",
        "Choose another name or folder; --force overwrites what is there.",
    ),
    "IO416": error(
        "The file was made by ictscore and changed since: somebody filled it in, or another program saved it.{others}",
        "Choose another name or folder. --force would destroy what was typed there: only where none of it is needed.",
    ),
    "IO402": error("The output is one of the inputs.", "Choose another name for the output."),
    "IO403": error("The file cannot be written: {reason}.", "Check that the folder exists, may be written to and has room."),
    "IO404": error(
        "The file is open in another program; the finished file was kept as {kept}.", "Close the file there, then rename the kept one."
    ),
    "IO414": warning(
        "The file is open in another program; what was to stand there stands in {kept}.",
        "Close it there before the next run, or use the other file.",
    ),
    "IO405": error(
        "What was written is not what was computed: {read} was read back, {wanted} expected.",
        "This is our fault: please report it with the file.",
    ),
    "IO407": error("The output is a device or a pipe; a file was expected.", "Give the name of a file."),
    "IO408": error("The output {name} is no name of a workbook.", "Give it a name that ends in .xlsx."),
    "IO406": error("The workbook cannot be made: {reason}.", "Shorten that text in the rulebook."),
}

FILES: dict[str, Code] = {**_INPUTS, **_CONTAINER, **_WORKBOOK, **_CSV, **_CELLS, **_OUTPUTS}
