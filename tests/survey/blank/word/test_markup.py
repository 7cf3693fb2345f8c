"""Markup of Word documents: well-formed whatever the texts, and within what Word accepts."""

from __future__ import annotations

from word_forms import element

from ictscore.survey.blank.word.markup import Look, cell, drop_down, hidden, paragraph, row, run, table


def test_texts_cannot_break_the_markup():
    """Signs of markup are escaped, breaks are breaks, characters that no XML holds are left out."""
    (found,) = element(run("a<&>\x01\nb"))
    assert [each.tag for each in found] == ["t", "br", "t"]
    assert [each.text for each in found if each.tag == "t"] == ["a<&>", "b"]


def test_hidden_text_is_hidden_and_none_is_nothing():
    """A hidden run says so; without a text there is no run, for programs drop blank ones."""
    assert element(hidden("so")).find("r/rPr/vanish") is not None
    assert hidden("") == ""


def test_a_list_has_each_word_once_and_a_short_title():
    """Word refuses lists with a word twice, and titles of more than 64 characters."""
    (found,) = element(drop_down(3, "x" * 100, ("Có", "Không", "Có"), "", "chọn …"))
    assert [each.get("displayText") for each in found.iter("listItem")] == ["Có", "Không"]
    assert len(found.find("sdtPr/alias").get("val")) == 60
    assert found.find("sdtPr/showingPlcHdr") is not None
    assert element(drop_down(3, "x", ("Có",), "Có", "")).find(".//showingPlcHdr") is None


def test_cells_always_hold_a_paragraph():
    """Word calls a document damaged where a cell holds none."""
    assert element(cell(100)).find("tc/p") is not None


def test_rows_and_tables_say_how_wide_they_are():
    """A table’s columns keep their widths, a head is repeated, a cell may go over several columns."""
    markup = table((100, 200), [row(cell(300, paragraph("x"), look=Look("FFFFFF", thick=True, span=2)), is_head=True, height=5)])
    found = element(markup)
    assert [each.get("w") for each in found.iter("gridCol")] == ["100", "200"]
    assert found.find(".//tblHeader") is not None
    assert found.find(".//gridSpan").get("val") == "2"
