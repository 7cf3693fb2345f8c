"""Fonts that show other signs for letters and digits, and the ticks, crosses and boxes that people choose from them."""

from __future__ import annotations

_SIGNS: dict[str, dict[str, str]] = {
    "wingdings": {"\xfc": "✓", "\xfb": "✗", "\xfe": "☑", "\xfd": "☒", "o": "☐", "\xa8": "☐", "x": "☒"},
    "wingdings 2": {"P": "✓", "O": "✗", "R": "☑", "S": "☒", "\xa3": "☐", "T": "☒", "Q": "☒"},
    "wingdings 3": {},
    "webdings": {"a": "✓", "r": "✗", "c": "☐"},
    "marlett": {"a": "✓", "b": "✓", "r": "✗"},
    "symbol": {},
}
_PRIVATE = range(0xF000, 0xF100)
"""Where programs keep the signs of such fonts besides: U+F0FC is the sign that the font has for U+00FC."""
_ALIKE = frozenset("0123456789.,+-/()% ")
"""What the font Symbol shows as other fonts do."""


def is_of_signs(font: str) -> bool:
    """Return whether a font shows other signs for letters.

    >>> is_of_signs("Wingdings"), is_of_signs("Times New Roman")
    (True, False)
    """
    return font.strip().casefold() in _SIGNS


def signs_of(text: str, font: str) -> str | None:
    r"""Return what people see of a text in a font of signs, None where that is nothing an answer could be read from.

    >>> signs_of("\xfc", "Wingdings"), signs_of("\uf0fe", "Wingdings"), signs_of("85", "Wingdings"), signs_of("85", "Symbol")
    ('✓', '☑', None, '85')
    """
    name = font.strip().casefold()
    bare = "".join(chr(ord(each) - _PRIVATE.start) if ord(each) in _PRIVATE else each for each in text.strip())
    if name == "symbol" and set(bare) <= _ALIKE:
        return bare
    return _SIGNS[name].get(bare)
