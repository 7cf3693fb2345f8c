"""Promises about cells of evidence taken apart: names, addresses, words, page numbers and lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.survey.evidence.cell_words import said_in
from ictscore.survey.evidence.spelt import likeness

FILES = ("MC1.pdf", "MC 2.pdf", "QĐ 12, 13.pdf", "Kế hoạch và kết quả.pdf", "ảnh (1).jpg", "Trang 3.pdf")


def _fits(text: str) -> bool:
    return any(likeness(text, each) is not None for each in FILES)


def said(text):
    """Return what a cell says as pairs of kind and text."""
    return [(each.kind, each.text) for each in said_in(text, _fits)]


@pytest.mark.parametrize(
    "text",
    [
        "MC1.pdf; MC 2.pdf",
        "MC1.pdf, MC 2.pdf",
        "MC1.pdf\nMC 2.pdf",
        "MC1.pdf và MC 2.pdf",
        "MC1.pdf & MC 2.pdf",
        "MC1.pdf MC 2.pdf",
        "- “MC1.pdf”\n- “MC 2.pdf”.",
        "1. MC1.pdf\n2. MC 2.pdf",
        "a) MC1.pdf\nb) MC 2.pdf",
        "MC1.pdf (trang 3), MC 2.pdf tr. 5-7",
        "MC1.pdf, trang 3, 5 và 7; MC 2.pdf (Tr.12)",
        "MC1.pdf p. 3; MC 2.pdf pages 4 to 6",
        "Xem MC1.pdf; đính kèm: MC 2.pdf",
    ],
)
def test_several_names_in_one_cell(text):
    """Names are divided by ;, commas, lines, “và”, “&” or a blank behind an ending; bullets, quotation marks and pages do not count."""
    found = [name for kind, name in said(text) if kind == "name"]
    assert len(found) == len(said(text)) == 2
    assert all(likeness(name.lstrip("-0123456789.ab) “").rstrip("”."), each) is not None for name, each in zip(found, FILES, strict=False))


@pytest.mark.parametrize("text", ["QĐ 12, 13.pdf", "Kế hoạch và kết quả.pdf", "Kế hoạch và kết quả", "ảnh (1).jpg", "Trang 3.pdf"])
def test_a_name_keeps_its_commas(text):
    """A comma, “và”, brackets or “trang” that are part of a file's name do not divide it."""
    assert said(text) == [("name", text)]


def test_the_longest_name_that_fits_is_taken():
    """In a list, a name with a comma in it is still one name, and what follows another."""
    assert said("QĐ 12, 13.pdf, MC1.pdf") == [("name", "QĐ 12, 13.pdf"), ("name", "MC1.pdf")]


def test_what_plainly_is_a_file_is_a_name_though_none_fits():
    """A text with a file's ending names a file; “và” in it stays, for nobody knows where it ends."""
    assert said("Kế hoạch và báo cáo năm.docx") == [("name", "Kế hoạch và báo cáo năm.docx")]
    assert said("MC9.pdf; MC1") == [("name", "MC9.pdf"), ("name", "MC1")]


def test_words_before_a_name_are_words():
    """What stands before a name that fits is no part of it, and is not taken for a missing file."""
    assert said("Quyết định 5 và MC1.pdf") == [("words", "Quyết định 5"), ("name", "MC1.pdf")]


@pytest.mark.parametrize("text", ["Quyết định số 12/QĐ-UBND", "Biên bản họp ngày 05/01/2020", "Điều 8.2 Quy chế", "x", "stttt@tinh.gov.vn"])
def test_words_are_words(text):
    """A decision's number, a date, an article or an address of mail is no file's name."""
    assert said(text) == [("words", text)]


@pytest.mark.parametrize("text", ["", " ", "-", "…", "Không", "không có.", "Ko", "Chưa có", "KHONG CO"])
def test_nothing_is_nothing(text):
    """A dash, dots, and the words for none name nothing."""
    assert said(text) == []


def test_addresses_are_set_aside():
    """Addresses on the web are links, whatever signs they hold; a file beside them is still found."""
    assert said("https://drive.google.com/x?a=1;b=2,3 MC1.pdf") == [("link", "https://drive.google.com/x?a=1;b=2,3"), ("name", "MC1.pdf")]
    assert said("sonoivu.tinh.gov.vn/bao-cao") == [("link", "sonoivu.tinh.gov.vn/bao-cao")]
    assert said("www.tinh.vn.") == [("link", "www.tinh.vn")]


@given(st.text(max_size=300))
def test_any_text_can_be_taken_apart(text):
    """Whatever is written, something or nothing is said, and never a blank name."""
    assert all(each.text.strip() for each in said_in(text, lambda _: False))
    assert all(each.kind != "words" for each in said_in(text, lambda _: True))
