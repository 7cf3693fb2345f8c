"""Promises about what stands in a Word form outside the cells of its tables."""

from __future__ import annotations

import pytest
from messy_docx import form, packed, para, question, unpacked
from messy_word import box, with_margins

from ictscore.survey.sheets.word.document import read_word


def found(books, data: bytes) -> list[tuple[str, str]]:
    """Return what is said of a document: codes and texts."""
    return [(each.code, str(each.values.get("read", ""))) for each in read_word(books.input_file(data, "a.docx")).findings]


PLAIN = form(question("can_bo", "20"))


def test_a_form_as_we_wrote_it_says_nothing(books):
    """Our own footer, page numbers and blank lines are no news."""
    assert found(books, PLAIN) == []
    assert found(books, with_margins(PLAIN, para(""), para("lon-xon · phiếu 1a2b") + para("1/2") + para("12"))) == []


def test_lines_in_margins_are_told_once(books):
    """Each line of a header or footer that somebody wrote is told, those in tables and boxes too."""
    header = para("SỞ A") + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>SỞ A</w:t></w:r></w:p></w:tc></w:tr></w:tbl>" + para(box("Mật"))
    assert found(books, with_margins(PLAIN, header, para("Số liệu ước"))) == [("IO165", "SỞ A"), ("IO165", "Mật"), ("IO165", "Số liệu ước")]


@pytest.mark.parametrize("behind", [" Số liệu ước", " Sở Y tế", " Câu 16: số đúng là 140", " 140"])
def test_what_is_put_into_our_own_footer_is_told(books, behind):
    """Ours is the rulebook, the version of the form, the unit and the number of the page, in one paragraph."""
    ours = "lon-xon · phiếu 1a2b3c4d Sở A 1/2"
    assert found(books, with_margins(PLAIN, para(""), para(ours))) == []
    assert found(books, with_margins(PLAIN, para(""), para(ours + behind))) == [("IO165", ours + behind)]


def test_a_watermark_is_told(books):
    """It is a shape in the header that has its words in an attribute."""
    mark = '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="BẢN NHÁP"/></v:shape></w:pict></w:r>'
    assert found(books, with_margins(PLAIN, para(mark), para(""))) == [("IO165", "BẢN NHÁP")]
    assert found(books, form(question("can_bo", "20"), below=para(mark))) == [("IO164", "BẢN NHÁP")]


def test_a_margin_that_is_not_there_is_passed_over(books):
    """A document may name a header it has lost."""
    files = unpacked(with_margins(PLAIN, para("SỞ A"), para("")))
    del files["word/header1.xml"]
    assert found(books, packed(files)) == []


@pytest.mark.parametrize("below", [para(box("80")), para(box("80")) + para(box("80"))])
def test_a_box_between_the_tables_is_told_once(books, below):
    """What Word writes twice, for itself and for older programs, is one text."""
    assert found(books, form(question("can_bo", "20"), below=below)) == [("IO164", "80")]


def test_notes_outside_the_questions_are_told(books):
    """A footnote to a paragraph is told here, one to a question at its cell, and one that nothing points to as well."""
    notes = "".join(f'<w:footnote w:id="{number}">{para(text)}</w:footnote>' for number, text in ((1, "ở câu"), (2, "ở dưới"), (3, "")))
    at = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    data = form(question("can_bo", para("20", at.format(1))), below=para("x", at.format(2)), parts={"footnotes": notes})
    assert found(books, data) == [("IO166", "ở dưới")]
