"""Promises of ictscore.survey.sheets.ods: what is in an OpenDocument spreadsheet, element by element."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ictscore.errors import FileRefused
from ictscore.survey.sheets.limits import LIMITS
from ictscore.survey.sheets.opening import open_survey_file

ROOT = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{prefix}="{ROOT}{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "number": "datastyle",
        "meta": "meta",
        "manifest": "manifest",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "draw": "drawing",
    }.items()
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"


def content(rows, styles="", columns="", more=""):
    """Return a content part with one sheet."""
    table = f'<table:table table:name="Bảng">{columns}{rows}</table:table>{more}'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>{body}</office:document-content>"


def row(*cells, said=""):
    """Return a row."""
    return f"<table:table-row {said}>{''.join(cells)}</table:table-row>"


def cell(inside="", kind="", said="", text=None):
    """Return a cell."""
    kind = f'office:value-type="{kind}"' if kind else ""
    return f"<table:table-cell {kind} {said}>{inside or (f'<text:p>{text}</text:p>' if text is not None else '')}</table:table-cell>"


@pytest.fixture
def read(books):
    """Read a spreadsheet: its only sheet, its cells by address, and the codes of what was found."""

    def make(*rows, limits=LIMITS, parts=None, **how):
        made = {"mimetype": KIND, "content.xml": content("".join(rows), **how), "styles.xml": f"<office:document-styles {SPACES}/>"}
        book = open_survey_file(books.input_file(books.pack({**made, **(parts or {})}), "a.ods"), limits)
        [sheet] = book.sheets
        return sheet, {each.address: each for each in sheet.cells.values()}, [each.code for each in book.findings]

    return make


def refused(read, *rows, **how):
    """Return the code with which a spreadsheet is refused."""
    with pytest.raises(FileRefused) as caught:
        read(*rows, **how)
    return caught.value.findings[0].code


def test_each_type_of_value_is_told(read):
    """Numbers, dates, times, truth values and texts are what their attributes say, not what they show."""
    _, cells, found = read(
        row(
            cell(kind="float", said='office:value="274.66"', text="275"),
            cell(kind="percentage", said='office:value="0.95"', text="95%"),
            cell(kind="currency", said='office:value="12"', text="12 đ"),
            cell(kind="date", said='office:date-value="2020-05-01"', text="01/05/20"),
            cell(kind="date", said='office:date-value="2020-05-01T12:00:00"', text="x"),
            cell(kind="time", said='office:time-value="PT10H30M00S"', text="10:30"),
            cell(kind="boolean", said='office:boolean-value="true"', text="ĐÚNG"),
            cell(kind="string", text="Sở A"),
            cell(text="không nói kiểu"),
        )
    )
    assert [(each.kind, each.text) for each in cells.values()] == [
        ("number", "274.66"),
        ("number", "0.95"),
        ("number", "12"),
        ("date", "43952"),
        ("date", "43952.5"),
        ("date", "0.4375"),
        ("yes_no", "1"),
        ("text", "Sở A"),
        ("text", "không nói kiểu"),
    ]
    assert found == []


@pytest.mark.parametrize(
    ("kind", "said", "code"),
    [
        ("float", 'office:value="x"', "IO308"),
        ("float", "", "IO308"),
        ("float", 'office:value="1E400"', "IO309"),
        ("date", 'office:date-value="2020-13-01"', "IO308"),
        ("date", 'office:date-value="1850-01-01"', "IO308"),
        ("time", 'office:time-value="PT"', "IO308"),
        ("boolean", 'office:boolean-value="x"', "IO310"),
        ("other", "", "IO307"),
    ],
)
def test_values_that_cannot_be_are_unreadable(read, kind, said, code):
    """A value that is none is a cell nobody reads, with the reason."""
    _, cells, found = read(row(cell(kind=kind, said=said, text="12")))
    assert ([each.kind for each in cells.values()], found) == (["unreadable"], [code])


def test_formulas_have_what_they_gave(read):
    """The value of a formula is read, an error is an error, and a formula without a value is no blank."""
    formula = 'table:formula="of:=[.A1]*2"'
    _, cells, found = read(
        row(
            cell(kind="float", said=f'{formula} office:value="24"', text="24"),
            cell(kind="string", said=f'{formula} office:string-value="ab"', text="ab"),
            cell(kind="string", said=f'{formula} office:string-value=""', text="#DIV/0!"),
            cell(kind="string", said=formula, text="Err:502"),
            cell(said=formula),
            cell(kind="string", said=f'{formula} office:string-value=""', text=""),
            cell(kind="float", said='table:formula="of:=TRUE()" office:value="1"', text="ĐÚNG"),
            cell(kind="float", said='table:formula="of:=TODAY()" office:value="1"', text="1"),
            cell(kind="float", said="table:formula=\"of:='file:///a.ods'#$B.A1\" office:value='1'", text="1"),
            cell(kind="string", text="#DIV/0!"),
        )
    )
    assert [(each.kind, each.text, each.is_formula) for each in cells.values()] == [
        ("number", "24", True),
        ("text", "ab", True),
        ("error", "#DIV/0!", True),
        ("error", "Err:502", True),
        ("formula_without_value", "", True),
        ("text", "", True),
        ("yes_no", "1", True),
        ("number", "1", True),
        ("number", "1", True),
        ("text", "#DIV/0!", False),
    ]
    assert found == ["IO315", "IO315"]


def test_what_is_repeated_stands_everywhere(read):
    """A repeated cell and a repeated row hold the same everywhere; blanks cost nothing however many they are."""
    twice = 'table:number-columns-repeated="2"'
    blanks = cell(said='table:number-columns-repeated="16370"')
    sheet, cells, _ = read(
        row(cell(said=twice), cell(kind="float", said=f'office:value="7" {twice}'), blanks),
        row(cell(said='table:number-columns-repeated="16384"'), said='table:number-rows-repeated="1000000"'),
        row(cell(kind="string", text="x"), said='table:number-rows-repeated="2"'),
        row(cell(said='table:number-columns-repeated="16384"'), said='table:number-rows-repeated="48573" table:visibility="collapse"'),
    )
    assert (list(cells), sheet.hidden_rows) == (["C1", "D1", "A1000002", "A1000003"], frozenset())


def test_values_repeated_without_end_are_refused(read):
    """A value in every cell of a sheet is beyond any limit; so is one below the last row or beyond the last column."""
    everywhere = cell(kind="float", said='office:value="1" table:number-columns-repeated="16384"')
    assert refused(read, row(everywhere, said='table:number-rows-repeated="1048576"')) == "IO206"
    assert refused(read, row(cell(kind="float", said='office:value="1" table:number-columns-repeated="99999999"'))) == "IO206"
    assert refused(read, row(cell(kind="string", text="x"), said='table:number-rows-repeated="1048576"')) == "IO206"
    blank = row(cell(), said='table:number-rows-repeated="1048576"')
    assert read(blank, row(cell(kind="string", text="x")))[2] == ["IO305"]
    assert refused(read, row(cell(kind="string", text="x")), limits=replace(LIMITS, elements=1, cells=3)) == "IO206"
    assert refused(read, row(cell(kind="string", text="x")), limits=replace(LIMITS, depth=3)) == "IO204"


def test_texts_are_what_people_see(read):
    """Paragraphs are lines, counted blanks are blanks, tabs are tabs; comments and drawings are no part of a text."""
    comment = "<office:annotation><dc:date xmlns:dc='d'>2020</dc:date><text:p>Số cũ: 10</text:p></office:annotation>"
    drawing = "<draw:frame><text:p>hình</text:p></draw:frame>"
    lines = "<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>\n <text:p>\n  e</text:p>"
    sheet, cells, _ = read(
        row(
            cell(f"{comment}{lines}{drawing}", "string"),
            cell(f"{comment}<text:p>12</text:p>", "float", 'office:value="12"'),
        )
    )
    assert ([each.text for each in cells.values()], dict(sheet.comments)) == (
        ["a   b\tc\nd\ne", "12"],
        {(1, 1): "Số cũ: 10", (1, 2): "Số cũ: 10"},
    )


def test_merged_hidden_and_filtered_are_told(read):
    """Merged ranges, hidden columns and rows, and which rows a filter hides; a value under a merged cell is a warning."""
    covered = '<table:covered-table-cell office:value-type="float" office:value="1"/>'
    sheet, _, found = read(
        row(cell(kind="string", said='table:number-columns-spanned="2" table:number-rows-spanned="2"', text="x"), covered),
        row(cell(), said='table:visibility="collapse"'),
        row(cell(kind="string", text="y"), said='table:visibility="filter"'),
        columns='<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>',
    )
    assert (sheet.merged, sheet.hidden_columns, sheet.hidden_rows, sheet.filtered_rows) == (("A1:B2",), {2, 3}, {2, 3}, {3})
    assert found == ["IO319"]


STYLES = """
<style:font-face style:name="F1" svg:font-family="'.VnTime'"/>
<number:number-style style:name="N1"><number:number number:decimal-places="2" number:display-factor="1000"/></number:number-style>
<number:number-style style:name="N0"><number:number number:min-integer-digits="1"/></number:number-style>
<number:percentage-style style:name="N2"><number:number number:decimal-places="0"/><number:text>%</number:text></number:percentage-style>
<number:date-style style:name="N3"><number:day/></number:date-style>
<number:number-style style:name="N4"><number:scientific-number number:decimal-places="2"/></number:number-style>
<number:text-style style:name="N5"><number:text-content/></number:text-style>
<style:style style:name="base" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="c1" style:family="table-cell" style:parent-style-name="base"/>
<style:style style:name="c0" style:family="table-cell" style:data-style-name="N0"/>
<style:style style:name="c2" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="c3" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="c4" style:family="table-cell" style:data-style-name="N4"/>
<style:style style:name="c5" style:family="table-cell" style:data-style-name="N5"/>
<style:style style:name="old" style:family="table-cell"><style:text-properties style:font-name="F1"/></style:style>
<style:style style:name="vni" style:family="text"><style:text-properties fo:font-family="VNI-Times"/></style:style>
<style:style style:name="new" style:family="text"><style:text-properties fo:font-family="Arial"/></style:style>
"""


def test_formats_come_from_styles(read):
    """A style says how a number is shown, itself or the one it is based on; columns and rows have styles for their cells."""
    value = 'office:value="43952"'
    _, cells, _ = read(
        row(*(cell(kind="float", said=f'{value} table:style-name="c{each}"') for each in range(6)), cell(kind="float", said=value)),
        row(cell(kind="float", said=value), said='table:default-cell-style-name="c3"'),
        styles=STYLES,
        columns='<table:table-column table:number-columns-repeated="6"/><table:table-column table:default-cell-style-name="c2"/>',
    )
    assert [(each.kind, each.number_format, each.shown_places, each.shown_thousands) for each in cells.values()] == [
        ("number", "general", None, 0),
        ("number", "number", 2, 1),
        ("number", "percent", 0, 0),
        ("date", "date", None, 0),
        ("number", "number", None, 0),
        ("number", "text", None, 0),
        ("number", "percent", 0, 0),
        ("date", "date", None, 0),
    ]


def test_texts_in_old_fonts_are_read_by_their_fonts(read):
    """The style of the cell counts, and that of each piece before it."""
    vni = "<text:span text:style-name='vni'>teá</text:span>"
    pieces = f"<text:p>Së <text:span text:style-name='new'>Y é <text:span>à </text:span></text:span>{vni}</text:p>"
    _, cells, found = read(
        row(
            cell(kind="string", said='table:style-name="old"', text="Kh«ng"),
            cell(pieces, "string", 'table:style-name="old"'),
            cell("<text:p><text:span text:style-name='vni'>Khoâng</text:span></text:p>", "string"),
        ),
        styles=STYLES,
    )
    assert ([each.text for each in cells.values()], found) == (["Không", "Sở Y é à tế", "Không"], ["IO246"] * 3)


def test_hidden_sheets_are_told(books):
    """A sheet whose style is not displayed is hidden."""
    style = '<style:style style:name="t" style:family="table"><style:table-properties table:display="false"/></style:style>'
    part = content("", style).replace('table:name="Bảng"', 'table:name="Bảng" table:style-name="t"')
    assert open_survey_file(books.input_file(books.pack({"mimetype": KIND, "content.xml": part}), "a.ods")).sheets[0].hidden


def test_properties_are_read(books):
    """What a form of ours is stamped with stands among the properties people may give."""
    stamp = '<meta:user-defined meta:name="ictscore rulebook">r</meta:user-defined>'
    meta = f"<office:document-meta {SPACES}><office:meta>{stamp}</office:meta></office:document-meta>"
    parts = {"mimetype": KIND, "content.xml": content(""), "styles.xml": f"<office:document-styles {SPACES}/>"}
    book = open_survey_file(books.input_file(books.pack({**parts, "meta.xml": meta}), "a.ods"))
    assert (book.properties, book.findings) == ({"ictscore rulebook": "r"}, ())
    book = open_survey_file(books.input_file(books.pack({**parts, "meta.xml": "<x"}), "a.ods"))
    assert (book.properties, [each.code for each in book.findings]) == ({}, ["IO215"])


def test_missing_styles_and_macros_are_told(read):
    """Without styles dates cannot be told from numbers; macros never run."""
    assert read(row(), parts={"Basic/Standard/script.xml": ""})[2] == ["IO138"]


def test_a_locked_spreadsheet_is_refused(read):
    """A spreadsheet with a password is told as one."""
    manifest = f"<manifest:manifest {SPACES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    assert refused(read, row(), parts={"META-INF/manifest.xml": manifest}) == "IO108"


def test_two_sheets_of_one_name_and_none_at_all_are_refused(books, read):
    """Sheets are told by their names, and there is one."""
    assert refused(read, more='<table:table table:name="BẢNG"/>') == "IO210"
    part = content("").replace("table:table ", "table:other ").replace("table:table>", "table:other>")
    with pytest.raises(FileRefused) as caught:
        open_survey_file(books.input_file(books.pack({"mimetype": KIND, "content.xml": part}), "a.ods"))
    assert caught.value.findings[0].code == "IO209"


def test_a_spreadsheet_in_one_file_is_read(books):
    """The same in one XML file, without an archive."""
    part = content(row(cell(kind="string", text="x"))).replace("document-content", "document")
    part = part.replace(" xmlns", f' office:mimetype="{KIND}" xmlns', 1)
    book = open_survey_file(books.input_file(f'<?xml version="1.0"?>{part}'.encode(), "a.fods"))
    assert book.sheets[0].cells[1, 1].text == "x"


def test_a_doctype_is_refused(read):
    """No entity is ever expanded."""
    part = "<!DOCTYPE a [<!ENTITY b 'c'>]>" + content("")
    assert refused(read, parts={"content.xml": part}) == "IO203"


def test_the_example_among_the_messy_surveys_is_read(books):
    """What LibreOffice writes is read without a word."""
    path = Path(__file__).resolve().parent.parent.parent / "messy" / "files" / "open-document.ods"
    book = open_survey_file(books.input_file(path.read_bytes(), "a.ods"))
    assert (book.sheets[0].cells[2, 1].text, book.findings) == ("Sở A", ())


def test_conditions_of_styles_are_followed_to_what_they_show(read):
    """White on white, or a format that shows nothing, by a condition that the style of a cell names: told in every row it stands in."""
    looks = (
        '<style:style style:name="w" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>'
        '<number:number-style style:name="n"><number:text/></number:number-style>'
        '<style:style style:name="c" style:family="table-cell"><style:map style:condition="cell-content()=0" style:apply-style-name="w"/>'
        "</style:style>"
    )
    one = cell(kind="float", said='office:value="0" table:style-name="c" table:number-columns-repeated="2"', text="0")
    sheet, _, _ = read(row(one, said='table:number-rows-repeated="2"'), row(cell(kind="string", text="a")), styles=looks)
    assert sheet.may_look_blank == {(1, 1), (1, 2), (2, 1), (2, 2)}
