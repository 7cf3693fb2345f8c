"""Texts typed for old Vietnamese fonts, which show other letters than the file holds: told by the font, read by its table."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal, NamedTuple

Encoding = Literal["TCVN3", "VNI"]

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_HATS = "\u0302\u0306\u031b"

# What ordinary fonts show for each code; a font whose name ends in H shows the capitals of all of them.
_TCVN3 = str.maketrans(
    "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
)
_TCVN3_MARKS = {"°": "\u0300", "±": "\u0309", "²": "\u0303", "³": "\u0301", "´": "\u0323"}  # after a capital, which has no code of its own

_VNI = dict(zip("ôöñîíìæóòÔÖÑÎÍÌÆÓÒ", "ơưđỵíìỉĩịƠƯĐỴÍÌỈĨỊ", strict=True))
_VNI_MARKS = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_MARKS |= {"â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323"}
_VNI_MARKS |= {"ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323"}
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
    r"(?:uyê|uya|oai|oay|oeo|uây|uôi|ươi|ươu|iêu|yêu|iê|yê|uô|ươ|ia|ya|ua|ưa|oa|oă|oe|oo|uâ|uê|uy|uơ"
    r"|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_WORD = re.compile(r"[^\W\d_]+")


class Conversion(NamedTuple):
    """A text as its font shows it, and the characters for which the font has no letter."""

    text: str
    unknown: str


@cache
def encoding_of(font: str) -> Encoding | None:
    """Return the encoding texts in a font are typed in, or None for a font of our days.

    >>> encoding_of(".VnTimeH"), encoding_of("VNI-Times"), encoding_of("Times New Roman")
    ('TCVN3', 'VNI', None)
    """
    lowered = font.strip().lower()
    if lowered.startswith(".vn"):
        return "TCVN3"
    return "VNI" if lowered.startswith("vni-") else None


def convert(text: str, font: str) -> Conversion:
    """Return what a text in an old font shows, composed.

    >>> convert("Së Tµi chÝnh", ".VnTime").text, convert("së tµi chÝnh", ".VnTimeH").text, convert("Sôû Taøi chính", "VNI-Times").text
    ('Sở Tài chính', 'SỞ TÀI CHÍNH', 'Sở Tài chính')
    """
    if encoding_of(font) == "VNI":
        return _from_vni(text)
    conversion = _from_tcvn3(text)
    return conversion._replace(text=conversion.text.upper()) if font.strip().endswith("H") and not text.isascii() else conversion


def is_unicode(text: str) -> bool:
    """Return whether a text has Vietnamese letters no old font has a code for: it is what it looks like, whatever the font."""
    return any(char > "\u00ff" and (char in _letters() or char in _TONES or char in _HATS) for char in text)


def could_be_unicode(text: str) -> bool:
    """Return whether a text makes Vietnamese syllables as it stands.

    >>> could_be_unicode("tháng"), could_be_unicode("Kh«ng"), could_be_unicode("Coâng")
    (True, False, False)
    """
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    return all(char.isascii() or char in _letters() for char in text) and all(_SYLLABLE.fullmatch(_toneless(word)) for word in marked)


def _from_tcvn3(text: str) -> Conversion:
    shown: list[str] = []
    unknown: list[str] = []
    for char in text:
        mark = _TCVN3_MARKS.get(char)
        if mark is not None:
            letter = unicodedata.normalize("NFC", f"{shown[-1]}{mark}") if shown else ""
            if letter in _letters():
                shown[-1] = letter
                continue
        letter = char.translate(_TCVN3)
        shown.append(letter)
        if ord(char) not in _TCVN3 and _is_code(char):
            unknown.append(char)
    return Conversion("".join(shown), "".join(dict.fromkeys(unknown)))


def _from_vni(text: str) -> Conversion:
    shown: list[str] = []
    unknown: list[str] = []
    marked = False
    for char in text:
        marks = _VNI_MARKS.get(char.lower())
        letter = _VNI.get(char, char)
        if marks is not None and shown and not marked:
            letter = _marked(shown[-1], marks)
            if letter:
                shown[-1], marked = letter, True
                continue
            letter = char
        shown.append(letter)
        marked = False
        if char not in _VNI and char.isalpha() and _is_code(char):
            unknown.append(char)
    return Conversion("".join(shown), "".join(dict.fromkeys(unknown)))


def _marked(base: str, marks: str) -> str:
    """Return a letter with the marks of VNI's second character, or nothing where there is no such letter."""
    letter = unicodedata.normalize("NFC", f"{base}{marks}")
    return letter if letter in _letters() else ""


def _is_code(char: str) -> bool:
    """Return whether an old font would show a character by a code of its own."""
    return "\u0080" <= char <= "\u00ff" and char != "\u00a0"


@cache
def _letters() -> frozenset[str]:
    """Return the 134 letters of Vietnamese that are not in ASCII."""
    small = {unicodedata.normalize("NFC", f"{vowel}{tone}") for vowel in "aăâeêioôơuưy" for tone in _TONES} | set("ăâđêôơư")
    return frozenset(small | {each.upper() for each in small})


def _toneless(word: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFD", word.lower()) if char not in _TONES)
    return unicodedata.normalize("NFC", bare)
