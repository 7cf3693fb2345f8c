"""Promises of ictscore.survey.sheets.plainrows: the short cut sees what the XML parser sees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ictscore.errors import FileRefused
from ictscore.survey.sheets.collecting import Collector
from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.grid import Grid
from ictscore.survey.sheets.keeping import Shared
from ictscore.survey.sheets.limits import LIMITS
from ictscore.survey.sheets.plainrows import take_plain_rows
from ictscore.survey.sheets.styles import GENERAL, Format
from ictscore.survey.sheets.worksheet import parse_worksheet, read_worksheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def part_of(rows):
    """Return a worksheet part with ``rows``."""
    return Part("f", "p", f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode())


def shared():
    """Return what the sheets of a small workbook share."""
    return Shared(["Sở Y tế", "", "x"], (GENERAL, Format("date", None), Format("percent", 0)), Collector("f", 100), LIMITS)


def outcome(read, part):
    """Return everything that is known after reading, or the code of the refusal."""
    common = shared()
    try:
        grid = read(part, common)
    except FileRefused as refused:
        return refused.findings[0].code
    found = sorted((each.code, each.place, str(each.values)) for each in common.found.findings())
    return grid.cells, grid.rows, grid.hidden_rows, grid.count, found


def with_short_cut(part, common):
    """Read as the program does."""
    return read_worksheet(part, "s", common)


def without(part, common):
    """Read with the XML parser alone."""
    grid = Grid(part, "s", common)
    parse_worksheet(part, grid)
    return grid


PLAIN = [
    '<row r="1"><c r="A1"><v>5</v></c></row>',
    '<row r="1" spans="1:3" x14ac:dyDescent="0.25" hidden="1"><c r="A1" s="1"><v>5.50</v></c><c r="C1" s="2" t="n"><v>-1E-5</v></c></row>',
    '<row r="7"><c r="A7" t="s"><v>0</v></c><c r="B7" t="b"><v>1</v></c><c r="C7" t="s"><v>1</v></c><c r="Z7" s="0"/><c r="AA7"></c></row>',
    '<row r="1048576"><c r="ZZ1048576"><f>SUM(A1:A3)</f><v>2</v></c></row>',
    '<row r="3"><c r="A3" t="str"><f>IF(Phiếu!E5="","thiếu","")</f><v>thiếu số liệu</v></c><c r="B3" t="str"><f>A1</f><v></v></c></row>',
    '<row r="4"><c r="A4" t="str"><v> Sở Y tế </v></c><c r="B4"><f>Điểm!A1*2</f><v>4</v></c><c r="C4" t="str"><v>a_x000D_b</v></c></row>',
    '<row r="2"/>',
]


@pytest.mark.parametrize("row", PLAIN)
def test_plain_rows_are_taken(row):
    """Rows as Excel and its neighbours write them never reach the XML parser."""
    grid = Grid(part_of(row), "s", shared())
    assert take_plain_rows(part_of(row), grid).data == part_of("").data
    assert len(grid.rows) == 1


LEFT = [
    '<row r="1"><c r="A2"><v>5</v></c></row>',
    '<row r="1"><c r="A1"><v>5</v></c><c r="A1"><v>6</v></c></row>',
    '<row r="1"><c r="B1"><v>5</v></c><c r="A1"><v>6</v></c></row>',
    '<row r="1"><c r="A1" s="9"><v>5</v></c></row>',
    '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
    '<row r="1"><c r="A1" t="b"><v>7</v></c></row>',
    '<row r="1"><c r="A1"><f>NOW()</f><v>5</v></c></row>',
    '<row r="1"><c r="A1"><f>1+1</f></c></row>',
    '<row r="1"><c r="A1"><v>1E+400</v></c></row>',
    '<row r="1"><c r="A1" t="str"><v>x &amp; y</v></c></row>',
    '<row r="1"><c t="s" r="A1"><v>0</v></c></row>',
    '<row r="1" r="2"><c r="A1"><v>1</v></c></row>',
    '<row spans="1:2" r="1"><c r="A1"><v>1</v></c></row>',
    '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
    "<row><c><v>1</v></c></row>",
]


@pytest.mark.parametrize("row", LEFT)
def test_rows_that_need_a_closer_look_are_left(row):
    """A row with anything unusual about it is left whole to the XML parser, with none of its cells taken."""
    grid = Grid(part_of(row), "s", shared())
    assert take_plain_rows(part_of(row), grid).data == part_of(row).data
    assert (grid.cells, grid.rows) == ({}, set())


@pytest.mark.parametrize(
    ("prolog", "encoding"),
    [("<?xml version='1.0' encoding='ISO-8859-1'?>", "iso-8859-1"), ('<?xml version="1.0" encoding="UTF-8"?>', "utf-8"), ("", "utf-8")],
)
@pytest.mark.parametrize("text", ["thấy", "Ã©té", "\ufffe", "é"])
def test_letters_are_those_of_the_declared_encoding(prolog, encoding, text):
    """Texts of formulas are read as the part declares them, and what is no letter there is refused both ways."""
    row = f'<row r="1"><c r="A1" t="str"><f>"{text}"</f><v>{text}</v></c></row>'
    data = f'{prolog}<worksheet xmlns="{MAIN}"><sheetData>{row}</sheetData></worksheet>'.encode(encoding, "replace")
    assert outcome(with_short_cut, Part("f", "p", data)) == outcome(without, Part("f", "p", data))


def test_a_row_left_does_not_stop_the_short_cut():
    """Plain rows after an unusual one are taken all the same."""
    grid = Grid(part_of(""), "s", shared())
    assert (
        take_plain_rows(part_of(LEFT[0] + '<row r="3"/>\n' + LEFT[9] + '<row r="4"/>'), grid).data == part_of(LEFT[0] + "\n" + LEFT[9]).data
    )


ELSEWHERE = [
    '<!--<row r="1"><c r="A1"><v>5</v></c></row>-->',
    '<![CDATA[<row r="1"><c r="A1"><v>5</v></c></row>]]>',
    '<?x <row r="1"><c r="A1"><v>5</v></c></row>?>',
    '<row r="9"><c r="A9" t="inlineStr"><is><t><row r="1"><c r="A1"><v>5</v></c></row></t></is></c></row>',
    '<row r="9" x="</row><row r=&quot;1&quot;/>"/>',
    '<row r="9"><c x="</row><row r="1"><c r="A1"><v>5</v></c></row>"/></row>',
]


@pytest.mark.parametrize("rows", [*PLAIN, *LEFT, *ELSEWHERE])
def test_both_ways_see_the_same(rows):
    """Cells, rows, findings and refusals are the same with and without the short cut."""
    declared = rows.replace(' x14ac:dyDescent="0.25"', "")  # its prefix is declared in real files only
    assert outcome(with_short_cut, part_of(declared)) == outcome(without, part_of(declared))


cells = st.builds(
    lambda column, row, style, kind, content: f'<c r="{column}{row}"{style}{kind}{content}',
    st.sampled_from(["A", "B", "C", "D", "XFD", "AAA"]),
    st.sampled_from(["1", "2", "3"]),
    st.sampled_from(["", ' s="0"', ' s="1"', ' s="7"']),
    st.sampled_from(["", "", ' t="n"', ' t="s"', ' t="b"', ' t="e"', ' t="str"']),
    st.sampled_from(
        [
            "/>",
            "></c>",
            "><v>1</v></c>",
            "><v>0</v></c>",
            "><v>12.5</v></c>",
            "><v></v></c>",
            "><f>A1</f><v></v></c>",
            "><v>đủ</v></c>",
            "><f>A1</f><v>2</v></c>",
            "><f>A1</f></c>",
            "><v>1e5</v></c>",
        ]
    ),
)
rows = st.builds(
    lambda row, attributes, content: f'<row r="{row}"{attributes}>{"".join(content)}</row>',
    st.sampled_from(["1", "2", "3"]),
    st.sampled_from(["", ' hidden="1"', ' spans="1:2"', ' hidden="0"']),
    st.lists(cells, max_size=4),
)


@settings(deadline=None, max_examples=500)
@given(
    st.lists(
        st.one_of(rows, rows, st.sampled_from(["<row/>", "\n", "<!-- -->", "<row><c><v>3</v></c></row>", "</row>", "<x/>"])), max_size=5
    )
)
def test_both_ways_see_the_same_in_any_sheet(pieces):
    """Whatever rows a sheet has, the short cut changes neither cells nor refusals, nor whether anything is found."""
    one, other = (outcome(way, part_of("".join(pieces))) for way in (with_short_cut, without))
    if isinstance(one, str) or isinstance(other, str):
        assert one == other
    else:
        assert bool(one[4]) == bool(other[4])
        assert one[4] or one[:4] == other[:4]
