"""Names whose letters were never decoded: typed for an old font that is gone, or bytes of UTF-8 read as Windows letters."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.survey.sheets.oldfonts import convert, could_be_unicode, is_unicode

_FONTS = (".VnTime", "VNI-Times")
_LOST_BLANK = "\u00c3 "
_MOST_NAMED = 5


def decoded(text: str) -> tuple[str, ...]:
    """Return what a name may have been before its letters were spoilt; nothing for one whose letters are Vietnamese as they stand.

    >>> "Sở Nội vụ" in decoded("Së Néi vô"), "Sở Nội vụ" in decoded("Sá»Ÿ Ná»™i vá»¥"), decoded("Sở Nội vụ"), decoded("so noi vu")
    (True, True, (), ())
    """
    if text.isascii() or is_unicode(text):
        return ()
    shown = (convert(text, font).text for font in _FONTS)
    return tuple(dict.fromkeys(each for each in (*_from_bytes(text), *shown) if each != text))


def likely_meant(text: str) -> tuple[str, ...]:
    """Return what a name says that makes no Vietnamese words as it stands, and makes them decoded.

    >>> likely_meant("Chi côc Thñy lîi"), likely_meant("Sở Nội vụ"), likely_meant("Müller"), likely_meant("Chí Công")
    (('Chi cục Thủy lợi',), (), (), ())
    """
    if could_be_unicode(text):
        return ()
    return tuple(each for each in decoded(text) if is_unicode(each) and could_be_unicode(each))


def letters_by_code(text: str) -> tuple[str, ...]:
    """Return the letters of a text that are not plain, the first of them, with their code points.

    >>> letters_by_code("Së Néi")
    ('ë (U+00EB)', 'é (U+00E9)')
    """
    return tuple(f"{each} (U+{ord(each):04X})" for each in dict.fromkeys(text) if not each.isascii())[:_MOST_NAMED]


def _from_bytes(text: str) -> Iterator[str]:
    """Yield a text as UTF-8, if its letters are bytes; of these some may be lost, and a no-break blank have become a plain one."""
    for each in dict.fromkeys((text, text.replace(_LOST_BLANK, "\u00c3\u00a0"), text.replace(_LOST_BLANK, "\u00c3\u00a0 "))):
        try:
            read = b"".join(map(_byte, each)).decode("utf-8", "ignore")
        except UnicodeEncodeError:
            continue
        if not read.isascii() and could_be_unicode(read):
            yield read


def _byte(character: str) -> bytes:
    """Return the byte that Windows shows as a character; those it shows nothing for stay as they are."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
