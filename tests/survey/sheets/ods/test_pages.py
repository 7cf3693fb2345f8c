"""Promises about headers and footers of the pages of an OpenDocument spreadsheet."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.ods.names import STYLE
from ictscore.survey.sheets.ods.pages import Pages


@pytest.fixture
def printed():
    """Say what is printed on pages of a kind of which these elements are the headers and footers."""

    def say(*elements, kind="Mpm1"):
        pages = Pages()
        pages.start("style:master-page", {f"{STYLE} name": "Mpm1"})
        for each in elements:
            if each.startswith("/"):
                pages.end(each[1:])
            elif ":" in each:
                name, _, hidden = each.partition(" ")
                pages.start(name, {f"{STYLE} display": "false"} if hidden else {})
            else:
                pages.characters(each)
        return pages.texts_of(kind)

    return say


def test_each_part_of_a_header_is_a_text(printed):
    """The left, the middle and the right, and what stands in no such part; paragraphs and pieces of one are one text, once."""
    left = ("style:region-left", "text:p", "SỐ LIỆU", "/text:p", "text:p", "năm ", "text:span", "2019", "/text:span", "/text:p")
    right = ("style:region-right", "text:p", "Dự", "text:s", "/text:s", "thảo", "/text:p", "/style:region-right")
    plain = ("style:footer", "text:p", "Sở A", "/text:p", "/style:footer")
    told = ("SỐ LIỆU năm 2019", "Dự thảo", "Sở A")
    assert printed("style:header", *left, "/style:region-left", *right, "/style:header", *plain, *plain) == told


def test_numbers_of_pages_and_names_are_left_open(printed):
    """What LibreOffice prints on its own: the name of the sheet above, “Page 1” below."""
    above = ("style:header", "text:p", "text:sheet-name", "???", "/text:sheet-name", "/text:p", "/style:header")
    below = ("style:footer", "text:p", "Page ", "text:page-number", "1", "/text:page-number", "/text:p", "/style:footer")
    assert printed(*above, *below) == ("…", "Page …")


def test_headers_that_are_not_printed_say_nothing(printed):
    """LibreOffice keeps the texts of those for the left page and the first one; nobody sees them."""
    assert printed("style:header-left false", "text:p", "NHÁP", "/text:p", "/style:header-left") == ()
    assert printed("style:header", "text:p", "NHÁP", "/text:p", "/style:header", kind="Another") == ()
