"""What stands in a cell: runs, breaks, changes, fields, lists, placeholders, and what is no text."""

from __future__ import annotations

import pytest
from word_forms import element, run

from ictscore.survey.sheets.word.celltext import read_said
from ictscore.survey.sheets.word.looks import Styles


def said(markup, **how):
    """Return what a cell of this markup says."""
    return read_said(element(markup), Styles(), **how)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (f"<w:p>{run('1')}{run('2')}</w:p>", "12"),
        (f"<w:p>{run('1')}</w:p><w:p>{run('2')}</w:p>", "1\n2"),
        (f"<w:p/><w:p>{run('1')}</w:p><w:p/>", "1"),
        ("<w:p><w:r><w:t>1</w:t><w:br/><w:t>2</w:t><w:tab/><w:t>3</w:t><w:cr/><w:t>4</w:t></w:r></w:p>", "1\n2\t3\n4"),
        ("<w:p><w:r><w:noBreakHyphen/><w:t>5</w:t><w:softHyphen/><w:lastRenderedPageBreak/></w:r></w:p>", "-5"),
        (f"<w:p><w:hyperlink>{run('a')}</w:hyperlink><w:smartTag>{run('b')}</w:smartTag><w:bookmarkStart/></w:p>", "ab"),
        (f"<w:p><w:sdt><w:sdtContent>{run('12')}</w:sdtContent></w:sdt></w:p>", "12"),
        (f"<w:sdt><w:sdtContent><w:p>{run('12')}</w:p></w:sdtContent></w:sdt>", "12"),
        ("<w:p><w:sdt><w:sdtPr/></w:sdt></w:p>", ""),
        (f"<w:p>{run('10')}{run('3', chr(60) + 'w:vertAlign w:val=' + chr(34) + 'superscript' + chr(34) + '/>')}</w:p>", "10³"),
    ],
)
def test_the_text_is_what_people_see(markup, text):
    """Runs are joined, paragraphs and breaks are lines, and nothing keeps them from being read."""
    found = said(markup)
    assert (found.shown, found.before, found.problems) == (text, text, [])


@pytest.mark.parametrize(
    ("markup", "accepted", "rejected"),
    [
        (f"<w:p><w:ins>{run('25')}</w:ins><w:del><w:r><w:delText>20</w:delText></w:r></w:del></w:p>", "25", "20"),
        (f"<w:p><w:moveTo>{run('7')}</w:moveTo></w:p>", "7", ""),
        (f"<w:p><w:moveFrom>{run('7')}</w:moveFrom></w:p>", "", "7"),
        (f"<w:p><w:del><w:ins>{run('7')}</w:ins></w:del>{run('8')}</w:p>", "8", "78"),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('12')}</w:p><w:p>{run('5')}</w:p>", "125", "12\n5"),
        (f"<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>{run('12')}</w:p><w:p>{run('5')}</w:p>", "12\n5", "125"),
    ],
)
def test_changes_have_two_readings(markup, accepted, rejected):
    """What a tracked change put in or took out is in one reading only, the ends of paragraphs too."""
    found = said(markup)
    assert (found.shown, found.before, found.has_changes) == (accepted, rejected, True)


def test_changes_of_looks_are_none():
    """A tracked change of a font changes no answer."""
    assert not said(f"<w:p>{run('12', '<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>')}</w:p>").has_changes


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ("<w:p><w:r><w:drawing/></w:r></w:p>", "IO153"),
        ("<w:p><w:r><w:pict/></w:r></w:p>", "IO153"),
        ("<w:p><w:r><w:object/></w:r></w:p>", "IO153"),
        ('<w:p><w:r><w:sym w:char="F052"/></w:r></w:p>', "IO153"),
        ("<w:p><m:oMath/></w:p>", "IO153"),
        ("<w:tbl/>", "IO153"),
        (f'<w:p><w:fldSimple w:instr=" DATE ">{run("1/1/2020")}</w:fldSimple></w:p>', "IO155"),
        ('<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>', "IO154"),
    ],
)
def test_what_is_no_text_is_told(markup, code):
    """Pictures, signs, equations, tables, computed fields and numbers of lists are told."""
    assert [each.code for each in said(markup).problems] == [code]


def test_fields_inside_fields_end_where_they_should():
    """The codes of fields are no text, what they show is, and text behind them is read on."""

    def char(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = char("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + char("end")
    outer = char("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + inner + run("code") + char("separate") + run("12") + char("end")
    found = said(f"<w:p>{outer}{run('3')}{char('end')}{char('separate')}</w:p>")
    assert found.shown == "123"
    assert [each.code for each in found.problems] == ["IO155", "IO155"]


def test_form_fields_and_links_are_what_was_typed():
    """A text field of a form and a link show just their text."""
    for code in (" FORMTEXT ", 'HYPERLINK "x"'):
        found = said(f"<w:p><w:fldSimple w:instr='{code}'>{run('12')}</w:fldSimple></w:p>")
        assert (found.shown, found.problems) == ("12", [])


def test_our_help_is_no_part_of_a_question():
    """Paragraphs in the style of our help are left out where help may stand, and only there."""
    markup = f'<w:p>{run("Số máy")}</w:p><w:p><w:pPr><w:pStyle w:val="IctscoreHelp"/></w:pPr>{run("Ghi số")}</w:p>'
    assert (said(markup, helped=True).shown, said(markup).shown) == ("Số máy", "Số máy\nGhi số")


def test_remarks_hang_on_the_cell():
    """Comments and notes are known by kind and id, each once."""
    markup = '<w:p><w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/><w:endnoteReference w:id="2"/></w:r></w:p>'
    assert list(said(markup).remarks) == [("comment", "1"), ("endnote", "2")]
