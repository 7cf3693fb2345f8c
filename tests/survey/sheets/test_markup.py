"""Promises of ictscore.survey.sheets.markup, kept by every part of a workbook."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.limits import LIMITS
from ictscore.survey.sheets.markup import walk
from ictscore.survey.sheets.strings import read_strings
from ictscore.survey.sheets.workbook import read_workbook

EVERY_PART = [
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "xl/worksheets/sheet1.xml",
]

LAUGHS = '<!DOCTYPE a [<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10)
) + "]>"  # fmt: skip


def walked(data, **limits):
    """Return the paths and texts of ``data`` in the order in which its elements end."""
    ends = []
    walk(Part("f", "p", data), lambda *_: None, lambda path, text: ends.append((path, text)), replace(LIMITS, **limits))
    return ends


def test_elements_come_with_their_path_and_own_text():
    """Each element is told with the local names that lead to it and the text directly inside."""
    assert walked(b"<x:a xmlns:x='u'>1<b>2</b>3</x:a>") == [(("a", "b"), "2"), (("a",), "13")]


@pytest.mark.parametrize("part", EVERY_PART)
@pytest.mark.parametrize(
    "doctype",
    ["<!DOCTYPE a>", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '<!DOCTYPE a SYSTEM "http://localhost/x">', LAUGHS],
)
def test_a_doctype_is_refused_in_every_part(books, refusal, part, doctype):
    """A DOCTYPE is refused wherever it stands, at once, and nothing it names is opened."""
    content = books.minimal_parts()[part]
    head, _, rest = content.rpartition("?>\n")
    begun = time.monotonic()
    assert refusal(read_workbook, books.with_parts({part: (head + "?>\n" if head else "") + doctype + rest})) == "IO203"
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_doctype_in_utf_16_is_refused(books, refusal, encoding):
    """A DOCTYPE cannot hide in another encoding."""
    text = '\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>' if encoding != "utf-16" else "<!DOCTYPE a><a/>"
    assert refusal(read_workbook, books.with_parts({"xl/worksheets/sheet1.xml": text.encode(encoding)})) == "IO203"


@pytest.mark.parametrize("encoding", ["cp037", "utf-7", "no-such-encoding", "cp1258"])
def test_other_encodings_are_refused(books, refusal, encoding):
    """A workbook's parts are UTF-8 or UTF-16; anything else may hide something."""
    assert refusal(read_workbook, books.with_parts({"xl/styles.xml": f'<?xml version="1.0" encoding="{encoding}"?><a/>'})) == "IO202"


@pytest.mark.parametrize("part", EVERY_PART)
def test_broken_markup_is_refused_in_every_part(books, refusal, part):
    """A part that is cut off is refused, whichever it is."""
    assert refusal(read_workbook, books.with_parts({part: books.minimal_parts()[part][:-1]})) == "IO202"


@pytest.mark.parametrize("bad", [b"\xff\xfe\xfa", b"\x01", b"&none;", b"<x:a/>", b"<a b='1' b='2'/>"])
def test_what_is_not_xml_is_refused(books, refusal, bad):
    """Bad UTF-8, control characters, unknown entities and prefixes, an attribute twice: none is XML."""
    data = books.worksheet("").encode().replace(b"<sheetData>", b"<sheetData>" + bad)
    assert refusal(read_workbook, books.with_parts({"xl/worksheets/sheet1.xml": data})) == "IO202"


def test_the_line_of_the_fault_is_told(books):
    """The message names the part and the line, also when rows before it were read by the short cut."""
    from ictscore.errors import FileRefused

    rows = '<row r="1"><c r="A1"><v>1</v></c></row>\n<row r="2"><c r="A2"><v>2</v></c></row>\n<row r="3"><c></row>'
    with pytest.raises(FileRefused) as caught:
        read_workbook(books.with_rows(rows))
    [finding] = caught.value.findings
    assert (finding.code, finding.values["part"], finding.values["line"]) == ("IO202", "xl/worksheets/sheet1.xml", 4)


@pytest.mark.parametrize("part", EVERY_PART)
def test_deep_nesting_is_refused_in_every_part(books, refusal, part):
    """A hundred thousand open elements do not end the program."""
    content = books.minimal_parts()[part]
    at = content.rindex("</")
    assert refusal(read_workbook, books.with_parts({part: content[:at] + "<e>" * 100_000 + "</e>" * 100_000 + content[at:]})) == "IO204"


@pytest.mark.parametrize("part", EVERY_PART)
def test_a_huge_attribute_is_refused_in_every_part(books, refusal, part):
    """An attribute of more than 64 kB is refused."""
    content = books.minimal_parts()[part]
    at = content.rindex("</")
    assert refusal(read_workbook, books.with_parts({part: content[:at] + f'<e a="{"x" * 70_000}"/>' + content[at:]})) == "IO205"


@pytest.mark.parametrize("where", ['<row r="1" x="{}"/>', '<row r="1"><c x="{}"/></row>', '<row r="1"><c r="A1"><v x="{}">1</v></c></row>'])
def test_a_huge_attribute_of_a_cell_is_refused(books, refusal, where):
    """Rows, cells and values are guarded like everything else."""
    assert refusal(read_workbook, books.with_rows(where.format("x" * 70_000))) == "IO205"


def test_a_huge_token_takes_no_time(books, refusal):
    """A comment of 4 MB is passed over at once."""
    begun = time.monotonic()
    part = books.worksheet('<row r="1"><c r="A1"><v>1</v></c></row>' + "<!--" + "x" * 4_000_000 + "-->")
    assert len(read_workbook(books.with_parts({"xl/worksheets/sheet1.xml": part})).sheets[0].cells) == 1
    assert time.monotonic() - begun < 3


def test_too_many_elements_are_refused(refusal):
    """The number of elements is limited, in parts that are walked and in the table of texts."""
    assert refusal(walked, b"<a><b/><b/></a>", elements=2) == "IO206"
    part = Part("f", "p", b"<sst><si/><si/><si/></sst>")
    assert refusal(read_strings, part, replace(LIMITS, strings=2)) == "IO206"
    assert refusal(read_strings, Part("f", "p", b"<sst><x/><x/></sst>"), replace(LIMITS, strings=0, elements=2)) == "IO206"


def test_too_many_elements_of_a_sheet_are_refused(books, refusal):
    """What stands around the rows of a sheet is counted too."""
    assert refusal(read_workbook, books.with_rows("", after="<x/>" * 30), replace(LIMITS, elements=29)) == "IO206"
