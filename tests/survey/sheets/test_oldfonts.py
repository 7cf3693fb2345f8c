"""Promises of ictscore.survey.sheets.oldfonts: every letter of both old encodings is read, and nothing is taken for one that is none."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.survey.sheets.oldfonts import convert, could_be_unicode, encoding_of, is_unicode

# TCVN 5712:1993, VN3: the codes of the letters, in hexadecimal.
TCVN3 = """
à B5 ả B6 ã B7 á B8 ạ B9 ă A8 ằ BB ẳ BC ẵ BD ắ BE ặ C6 â A9 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB đ AE è CC ẻ CE ẽ CF é D0 ẹ D1
ê AA ề D2 ể D3 ễ D4 ế D5 ệ D6 ì D7 ỉ D8 ĩ DC í DD ị DE ò DF ỏ E1 õ E2 ó E3 ọ E4 ô AB ồ E5 ổ E6 ỗ E7 ố E8 ộ E9
ơ AC ờ EA ở EB ỡ EC ớ ED ợ EE ù EF ủ F1 ũ F2 ú F3 ụ F4 ư AD ừ F5 ử F6 ữ F7 ứ F8 ự F9 ỳ FA ỷ FB ỹ FC ý FD ỵ FE
"""
TCVN3_CAPITALS = "Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 Ư A6 Đ A7"

# VNI for Windows, as its keyboard cards print it.
VNI = """
á aù à aø ả aû ã aõ ạ aï ă aê ắ aé ằ aè ẳ aú ẵ aü ặ aë â aâ ấ aá ầ aà ẩ aå ẫ aã ậ aä đ ñ
é eù è eø ẻ eû ẽ eõ ẹ eï ê eâ ế eá ề eà ể eå ễ eã ệ eä í í ì ì ỉ æ ĩ ó ị ò
ó où ò oø ỏ oû õ oõ ọ oï ô oâ ố oá ồ oà ổ oå ỗ oã ộ oä ơ ô ớ ôù ờ ôø ở ôû ỡ ôõ ợ ôï
ú uù ù uø ủ uû ũ uõ ụ uï ư ö ứ öù ừ öø ử öû ữ öõ ự öï ý yù ỳ yø ỷ yû ỹ yõ ỵ î
"""


def pairs(table):
    """Return the letters of a table by their codes."""
    words = table.split()
    return dict(zip(words[1::2], words[::2], strict=True))


PAIRS = {
    ".VnTime": {bytes.fromhex(code).decode("latin-1"): letter for code, letter in pairs(TCVN3).items()},
    ".VnArial": {bytes.fromhex(code).decode("latin-1"): letter for code, letter in pairs(TCVN3_CAPITALS).items()},
    "VNI-Times": pairs(VNI),
    "VNI-Helve": {code.upper(): letter.upper() for code, letter in pairs(VNI).items()},
}
ALL = [(font, code, letter) for font, table in PAIRS.items() for code, letter in table.items()]


def test_the_tables_are_complete():
    """There are 67 small letters beyond ASCII, and as many capitals."""
    assert [len(table) for table in PAIRS.values()] == [67, 7, 67, 67]
    assert all(unicodedata.is_normalized("NFC", letter) and len(letter) == 1 for *_, letter in ALL)


@pytest.mark.parametrize(("font", "code", "letter"), ALL)
def test_every_letter_is_read(font, code, letter):
    """A code of the table gives its letter and nothing else, alone and in a word."""
    assert convert(code, font) == (letter, "")
    assert convert(f"th{code}ng 5", font) == (f"th{letter}ng 5", "")


@pytest.mark.parametrize("font", PAIRS)
@given(data=st.data())
def test_words_of_letters_go_both_ways(font, data):
    """What is spelt by the table, with plain letters between, is read back letter by letter."""
    codes = {letter: code for code, letter in PAIRS[font].items()}
    word = data.draw(st.lists(st.sampled_from([*codes, "t", "N", " ", "1", "."]), max_size=12))
    assert convert("".join(codes.get(each, each) for each in word), font) == ("".join(word), "")


def test_a_font_of_capitals_shows_capitals():
    """In a font whose name ends in H every letter is a capital, those of ASCII too."""
    for code, letter in PAIRS[".VnTime"].items():
        assert convert(f"x{code}", ".VnTimeH").text == f"X{letter.upper()}"


def test_capitals_with_a_tone_are_put_together():
    """TCVN3 has no codes for capitals with a tone: the tone follows the letter."""
    assert convert("A°B¢³", ".VnTime") == ("ÀBẤ", "")
    assert convert("°", ".VnTime").unknown == "°"


def test_small_and_capital_marks_of_vni_are_one():
    """The letter decides whether it is a capital, not its mark."""
    assert convert("UÛy, Uûy", "VNI-Times").text == "Ủy, Ủy"


@pytest.mark.parametrize(("font", "text", "unknown"), [(".VnTime", "aÿ", "ÿ"), ("VNI-Times", "bâ", "â"), ("VNI-Times", "aââ", "â")])
def test_what_makes_no_letter_is_named(font, text, unknown):
    """A code without a letter stays as it is and is named."""
    assert convert(text, font).unknown == unknown


def test_old_fonts_are_told_by_name():
    """Only fonts named .Vn… and VNI-… are old ones, in capitals or small letters."""
    assert [encoding_of(font) for font in (".VnTime", ".VNARIALH", "VNI-Times", "vni-helve")] == ["TCVN3", "TCVN3", "VNI", "VNI"]
    assert [encoding_of(font) for font in ("Times New Roman", "", "VnTime", "VNI", "Arial")] == [None] * 5


def test_unicode_is_told():
    """A letter no old font has a code for is Unicode; a text of such codes that makes no syllable is not."""
    assert (is_unicode("Sở"), is_unicode("Së"), is_unicode("á")) == (True, False, False)
    assert is_unicode(unicodedata.normalize("NFD", "tháng"))
    assert [could_be_unicode(text) for text in ("tháng", "Có", "Cã", "Kh«ng", "Coâng", "Së")] == [True, True, True, False, False, False]
