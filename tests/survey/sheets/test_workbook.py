"""Promises of ictscore.survey.sheets.workbook and package: how sheets are found, in which order, and what refuses a workbook."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ictscore.errors import FileRefused
from ictscore.places import Place
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.limits import LIMITS
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.sheets.workbook import read_workbook

RELATIONS = "xl/_rels/workbook.xml.rels"


def changed(books, part, old, new):
    """Return the minimal workbook with ``old`` replaced in one part."""
    content = books.minimal_parts()[part]
    assert old in content
    return books.with_parts({part: content.replace(old, new)})


def test_a_minimal_workbook_is_read(books):
    """Sheets have their names and cells, and a cell knows its place."""
    book = read_workbook(books.with_parts({}))
    [sheet] = book.sheets
    assert (sheet.name, sheet.hidden, book.findings) == ("Phiếu", False, ())
    assert sheet.place(sheet.cells[1, 1]) == Place("phieu.xlsx", sheet="Phiếu", cell="A1")
    assert str(sheet.place_at(14, 4)) == "phieu.xlsx › Phiếu!D14"


@pytest.mark.parametrize(
    "part", ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", RELATIONS, "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"]
)
def test_a_missing_part_is_refused(books, refusal, part):
    """A part that is named but not there refuses the workbook."""
    assert refusal(read_workbook, books.with_parts({part: None})) == "IO201"


def test_missing_styles_are_a_warning(books):
    """Without styles the numbers are still the numbers."""
    part = books.worksheet('<row r="1"><c r="A1" s="3"><v>5</v></c></row>')
    book = read_workbook(books.with_parts({"xl/styles.xml": None, "xl/worksheets/sheet1.xml": part}))
    assert ([each.code for each in book.findings], book.sheets[0].cells[1, 1].text) == (["IO213"], "5")


def test_a_workbook_without_a_table_of_texts_is_read(books):
    """A workbook of numbers needs no texts; a cell that points to one is at fault."""
    relations = books.minimal_parts()[RELATIONS].replace("/sharedStrings", "/other")
    rows = '<row r="1"><c r="A1"><v>5</v></c><c r="B1" t="s"><v>0</v></c></row>'
    book = read_workbook(books.with_parts({RELATIONS: relations, "xl/worksheets/sheet1.xml": books.worksheet(rows)}))
    assert [(each.code, each.place.cell) for each in book.findings] == [("IO306", "B1")]


@pytest.mark.parametrize("part", ["worksheets/sheet1.xml", "sharedStrings.xml", "styles.xml"])
@pytest.mark.parametrize("target", ["../../../etc/passwd", "http://localhost/a.xml", "file:///etc/passwd", "..\\a.xml"])
def test_a_target_outside_the_file_is_refused(books, refusal, part, target):
    """A part that is to be fetched from elsewhere is not fetched."""
    assert refusal(read_workbook, changed(books, RELATIONS, f'"{part}"', f'"{target}"')) == "IO207"


def test_an_external_target_is_refused(books, refusal):
    """A target marked as external is refused even when its name is harmless."""
    assert refusal(read_workbook, changed(books, RELATIONS, '"styles.xml"', '"styles.xml" TargetMode="External"')) == "IO207"


def test_an_absolute_target_is_a_part_of_the_file(books):
    """Targets may start at the top of the package."""
    assert len(read_workbook(changed(books, RELATIONS, '"worksheets/', '"/xl/./x/../worksheets/')).sheets) == 1


def test_a_relationship_id_twice_is_refused(books, refusal):
    """Two pointers of one name are refused."""
    assert refusal(read_workbook, changed(books, RELATIONS, 'Id="rId2"', 'Id="rId1"')) == "IO208"


def test_two_tables_of_texts_are_refused(books, refusal):
    """There is one table of texts, or nobody knows which one is meant."""
    assert refusal(read_workbook, changed(books, RELATIONS, "/styles", "/sharedStrings")) == "IO208"


def test_a_sheet_that_points_nowhere_is_refused(books, refusal):
    """A sheet without a part would be lost without a word."""
    assert refusal(read_workbook, changed(books, RELATIONS, 'Id="rId1"', 'Id="rId9"')) == "IO201"


def test_a_package_without_a_workbook_is_refused(books, refusal):
    """A package that names no main part is refused."""
    assert refusal(read_workbook, changed(books, "_rels/.rels", '/officeDocument"', '/other"')) == "IO208"


def test_a_main_part_that_is_no_workbook_is_refused(books, refusal):
    """The main part must be a workbook."""
    assert refusal(read_workbook, changed(books, "xl/workbook.xml", "workbook", "document")) == "IO208"


def test_a_workbook_without_sheets_is_refused(books, refusal):
    """No sheet at all is never an empty survey."""
    assert refusal(read_workbook, books.with_parts({"xl/workbook.xml": f'<workbook xmlns="{books.MAIN}"/>'})) == "IO209"


def test_two_sheets_of_one_name_are_refused(books, refusal):
    """Sheet names are told apart without capitals."""
    second = '<sheet name="PHIẾU" sheetId="2" r:id="rId1"/></sheets>'
    assert refusal(read_workbook, changed(books, "xl/workbook.xml", "</sheets>", second)) == "IO210"


def test_two_sheets_of_one_part_are_refused(books, refusal):
    """One part behind many sheets would count the same answers many times."""
    second = '<sheet name="B" sheetId="2" r:id="rId1"/></sheets>'
    assert refusal(read_workbook, changed(books, "xl/workbook.xml", "</sheets>", second)) == "IO211"


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_are_read_and_marked(books, state):
    """A hidden sheet is a sheet that people do not see."""
    [sheet] = read_workbook(changed(books, "xl/workbook.xml", 'sheetId="1"', f'sheetId="1" state="{state}"')).sheets
    assert (sheet.hidden, len(sheet.cells)) == (True, 1)


def test_rows_and_values_are_counted_over_all_sheets(books, refusal):
    """A workbook cannot pass a limit by spreading its cells over many sheets."""
    parts = {
        "xl/workbook.xml": books.minimal_parts()["xl/workbook.xml"].replace("</sheets>", '<sheet name="B" r:id="rId8"/></sheets>'),
        RELATIONS: books.minimal_parts()[RELATIONS].replace(
            "</Relationships>", '<Relationship Id="rId8" Type="x/worksheet" Target="b.xml"/></Relationships>'
        ),
        "xl/b.xml": books.minimal_parts()["xl/worksheets/sheet1.xml"],
    }
    assert [len(sheet.cells) for sheet in read_workbook(books.with_parts(parts)).sheets] == [1, 1]
    for limit in ("rows", "cells"):
        limits = replace(LIMITS, **{limit: 1})
        assert refusal(read_workbook, books.with_parts(parts), limits) == "IO206"


def test_strict_workbooks_are_read(books):
    """A workbook of the strict dialect has the same sheets, texts and formats."""
    strict = {
        books.MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
        books.LINKS: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    parts = {}
    for name, content in books.minimal_parts().items():
        for old, new in strict.items():
            content = content.replace(old, new)  # noqa: PLW2901
        parts[name] = content.replace('<c r="A1">', '<c r="A1" s="1">')
    [sheet] = read_workbook(books.with_parts(parts)).sheets
    assert (sheet.cells[1, 1].kind, sheet.cells[1, 1].text) == ("date", "5")


@pytest.mark.parametrize("setting", ['fullCalcOnLoad="1"', 'calcMode="manual"'])
def test_values_of_formulas_that_may_be_stale_are_warned_of_once(books, setting):
    """Where formulas were not calculated, the first one with a value is named; without formulas there is no warning."""
    book = books.minimal_parts()["xl/workbook.xml"].replace("</workbook>", f"<calcPr {setting}/></workbook>")
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c><c r="C1"><f>A1</f><v>1</v></c></row>'
    with_formulas = read_workbook(books.with_parts({"xl/workbook.xml": book, "xl/worksheets/sheet1.xml": books.worksheet(rows)}))
    assert [(each.code, each.place.cell) for each in with_formulas.findings] == [("IO214", "B1")]
    assert read_workbook(books.with_parts({"xl/workbook.xml": book})).findings == ()


def test_charts_are_left_out_and_sheets_keep_their_order(tmp_path):
    """A chart sheet is passed over with a note; the others stand as in the workbook."""
    book = openpyxl.Workbook()
    book.active.title = "Một"
    book.active["A1"] = 1
    book.create_chartsheet("Biểu đồ")
    book.create_sheet("Hai", 0)["A1"] = 2
    book.save(tmp_path / "a.xlsx")
    read = read_workbook(read_input(tmp_path / "a.xlsx"))
    assert [sheet.name for sheet in read.sheets] == ["Hai", "Một"]
    assert [(each.code, each.place.sheet) for each in read.findings] == [("IO212", "Biểu đồ")]


def test_custom_properties_are_read(tmp_path):
    """The stamp of a form comes back as text."""
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    book.add_worksheet()
    book.set_custom_property("rulebook", "bình-thuận-1867")
    book.set_custom_property("version", 3)
    book.close()
    assert read_workbook(read_input(tmp_path / "a.xlsx")).properties == {"rulebook": "bình-thuận-1867", "version": "3"}


def test_broken_properties_are_a_warning(books):
    """Properties that cannot be read take nothing from the cells."""
    link = '<Relationship Id="rId7" Type="x/custom-properties" Target="docProps/custom.xml"/></Relationships>'
    rels = books.minimal_parts()["_rels/.rels"].replace("</Relationships>", link)
    book = read_workbook(books.with_parts({"_rels/.rels": rels, "docProps/custom.xml": "<a"}))
    assert ([each.code for each in book.findings], book.properties, len(book.sheets)) == (["IO215"], {}, 1)


def test_a_formula_of_xlsxwriter_without_a_value_is_warned_of(tmp_path):
    """A program that writes zero for what it has not calculated says so, and so do we."""
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    book.add_worksheet().write_formula("A1", "=1+1")
    book.close()
    assert [each.code for each in read_workbook(read_input(tmp_path / "a.xlsx")).findings] == ["IO214"]


def test_the_garbage_collector_is_as_before(books):
    """Reading pauses the garbage collector and lets it go on, also after a refusal."""
    read_workbook(books.with_parts({}))
    with pytest.raises(FileRefused):
        read_workbook(books.input_file(b"PK"))
    assert gc.isenabled()
    gc.disable()
    try:
        read_workbook(books.with_parts({}))
        assert not gc.isenabled()
    finally:
        gc.enable()


values = st.one_of(
    st.integers(-(10**14), 10**14),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e100, max_value=1e100).filter(lambda x: x == 0 or abs(x) > 1e-100),
    st.booleans(),
    st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), min_size=1, max_size=20).filter(
        lambda text: not text.startswith(("=", "#")) and "_x" not in text
    ),
    st.dates(date(1901, 1, 1), date(2100, 1, 1)),
)


def plain(cell):
    """Return the Python value openpyxl gives for what ``cell`` holds."""
    if cell.kind == "number":
        return float(cell.text)
    if cell.kind == "date":
        return openpyxl.utils.datetime.from_excel(float(cell.text))
    return cell.text == "1" if cell.kind == "yes_no" else cell.text


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.tuples(st.integers(1, 30), st.integers(1, 800)), values, max_size=15))
def test_ordinary_workbooks_are_read_as_openpyxl_reads_them(tmp_path, content):
    """For what spreadsheets ordinarily hold, the other reader sees the same values at the same places."""
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    for (row, column), value in content.items():
        book.active.cell(row, column, value)
    book.save(path)
    theirs = {}
    for row in openpyxl.load_workbook(path).active.iter_rows():
        for cell in row:
            if cell.value is not None:
                theirs[cell.row, cell.column] = float(cell.value) if type(cell.value) is int else cell.value
    read = read_workbook(read_input(path))
    assert read.findings == ()
    assert {key: plain(cell) for key, cell in read.sheets[0].cells.items()} == theirs


def test_formulas_of_openpyxl_have_no_value(tmp_path):
    """A formula that nobody has calculated is neither blank nor zero."""
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"
    book.save(tmp_path / "a.xlsx")
    assert [cell.kind for cell in read_workbook(read_input(tmp_path / "a.xlsx")).sheets[0].cells.values()] == ["formula_without_value"]


def refused_or_read(data, name="a.xlsx"):
    """Open ``data``; anything but a workbook or a refusal is a fault of ours."""
    from ictscore.survey.sheets.inputs import InputFile

    try:
        book = open_survey_file(InputFile(Path(name), name, data, "", len(data)))
    except FileRefused as refused:
        findings, sheets = refused.findings, ()
    else:
        findings, sheets = book.findings, book.sheets
    assert all(each.message and each.advice for each in findings)
    assert all(cell.address and isinstance(cell.text, str) for sheet in sheets for cell in sheet.cells.values())


@settings(deadline=None, max_examples=300)
@given(
    st.binary(max_size=400),
    st.sampled_from(["a.xlsx", "a.csv"]),
    st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"a;b\n"]),
)
def test_any_bytes_are_read_or_refused(data, name, start):
    """Whatever the bytes are, the answer is a workbook or a refusal that says why."""
    refused_or_read(start + data, name)


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_is_read_or_refused(books, data):
    """A workbook with any of its bytes changed is read or refused."""
    packed = bytearray(books.pack(books.minimal_parts()))
    for _ in range(data.draw(st.integers(1, 6))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    refused_or_read(bytes(packed))


PIECES = [
    *("<row>", '<row r="1">', '<row r="2">', "</row>", "<c>", '<c r="A1">', '<c r="B1" t="s">', '<c r="A2" t="inlineStr">', "<c/>", "</c>"),
    *("<v>", "</v>", "<v>1</v>", "<f>A1</f>", "<is>", "<t>", "</t>", "</is>", "1", "x", "<!-- -->", "<![CDATA[1]]>", "&#49;"),
    '<row r="3"><c r="A3"><v>1</v></c></row>',
]


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_any_markup_is_read_or_refused(books, pieces):
    """A sheet of any pieces in any order is read or refused."""
    refused_or_read(books.with_rows("".join(pieces)).data)


def test_dates_that_count_from_1904_are_moved(books):
    """Day 42490 is 1 May 2020 where days count from 1904; numbers and dates spelt out stay as they are."""
    row = '<row r="1"><c r="A1" s="1"><v>42490</v></c><c r="B1"><v>42490</v></c><c r="C1" t="d"><v>2020-05-01</v></c></row>'
    book = books.minimal_parts()["xl/workbook.xml"].replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    read = read_workbook(books.with_parts({"xl/workbook.xml": book, "xl/worksheets/sheet1.xml": books.worksheet(row)}))
    assert [cell.text for cell in read.sheets[0].cells.values()] == ["43952", "42490", "2020-05-01"]
    assert [(each.code, each.place.cell) for each in read.findings] == [("IO242", "A1")]


def test_macros_are_told(books):
    """A workbook with macros is read, and a note says that they were not run."""
    assert [each.code for each in read_workbook(books.with_parts({"xl/vbaProject.bin": b""})).findings] == ["IO138"]
