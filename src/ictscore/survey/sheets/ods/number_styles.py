"""Number styles of an OpenDocument spreadsheet, spelt as the format codes of other workbooks, so that both are understood alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ictscore.survey.sheets.ods.names import NUMBER, STYLE

NUMBER_STYLES = frozenset(f"number:{each}-style" for each in ("number", "currency", "percentage", "date", "time", "text", "boolean"))

_WITH_TEXT = frozenset({"number:text", "number:currency-symbol", "number:fill-character", "number:embedded-text"})
_THOUSANDS = {"1": "", "1000": ",", "1000000": ",,", "1000000000": ",,,"}
_MOST_DIGITS = 30
_LONGEST_TEXT = 60
_BETWEEN_PARTS_OF_DATES = frozenset(" /:-.,")
_PARTS = {
    "number:day": "d",
    "number:month": "m",
    "number:year": "yy",
    "number:era": "g",
    "number:day-of-week": "ddd",
    "number:hours": "h",
    "number:minutes": "m",
    "number:seconds": "s",
}
_OTHERS = {
    "number:fraction": "# ?/?",
    "number:text-content": "@",
    "number:boolean": "General",
    "number:am-pm": "AM/PM",
    "number:quarter": '"…"',
    "number:week-of-year": '"…"',
}
_LONG = {"yy": "yyyy", "ddd": "dddd", "mmm": "mmmm"}
_SIGNS: tuple[tuple[str, ...], ...] = ((">=0",), (">0", "<0"), (">0", "<0", "=0"))
"""The conditions that stand for numbers above, below and at zero: format codes tell these by the order of their sections."""

Find = Callable[[str], "NumberStyle | None"]


class NumberStyle:
    """Takes the elements of one number style and spells it as a format code."""

    __slots__ = ("_bracket", "_code", "_dates", "_embedded", "_maps", "_number", "_percentage", "_text")

    def __init__(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin with what the element of the style itself says."""
        self._dates = name in ("number:date-style", "number:time-style")
        self._percentage = name == "number:percentage-style"
        self._bracket = attributes.get(f"{NUMBER} truncate-on-overflow") == "false"
        self._code: list[str] = []
        self._maps: list[tuple[str, str]] = []
        self._embedded: list[tuple[int, str]] = []
        self._number: Mapping[str, str] = {}
        self._text: str | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element, under its short name."""
        if name in _WITH_TEXT:
            self._text = ""
            if name == "number:embedded-text":
                self._embedded.append((_count(attributes, "position", 0), ""))
        elif name == "number:number":
            self._number, self._embedded = attributes, []
        elif name == "style:map":
            condition = attributes.get(f"{STYLE} condition", "").replace(" ", "").removeprefix("value()").replace("!=", "<>")
            self._maps.append((condition, attributes.get(f"{STYLE} apply-style-name", "")))
        else:
            self._code.append(self._part(name, attributes))

    def characters(self, data: str) -> None:
        """Take what is written inside an element."""
        if self._text is not None and len(self._text) < _LONGEST_TEXT:
            self._text = (self._text + data)[:_LONGEST_TEXT]

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name == "number:number":
            self._code.append(_digits(self._number, self._embedded))
        if self._text is None or name not in _WITH_TEXT:
            return
        text, self._text = self._text, None
        if name == "number:embedded-text":
            self._embedded[-1] = self._embedded[-1][0], _written(text)
        elif name == "number:fill-character":
            self._code.append(f"*{text[0]}" if text else "")
        else:
            self._code.append(self._words(text))

    def code(self, find: Find) -> str:
        """Return the format code; ``find`` gives the styles that this one names for some numbers."""
        own = self._own()
        named = [(condition, style._own()) for condition, name in self._maps if (style := find(name)) is not None]  # noqa: SLF001
        if not named:
            return own
        by_sign = tuple(condition for condition, _ in named) in _SIGNS
        sections = [code if by_sign else f"[{condition}]{code}" for condition, code in named]
        return ";".join((*sections, own))

    def _own(self) -> str:
        """Return the code of this style alone.

        A percentage without its sign is shown a hundredfold by some programs and not by others: a sign in brackets has it asked about.
        """
        code = "".join(self._code)
        if not code and self._code:  # nothing but an empty text: nothing is seen
            return '""'
        return f'{code}"(%)"' if self._percentage and "%" not in code else code

    def _words(self, text: str) -> str:
        if self._dates and set(text) <= _BETWEEN_PARTS_OF_DATES:
            return text
        if self._percentage and "%" in text:
            before, _, after = text.partition("%")
            return f"{_written(before)}%{_written(after)}"
        return _written(text)

    def _part(self, name: str, attributes: Mapping[str, str]) -> str:
        """Return the code of an element that writes a number, or a part of a date."""
        if name == "number:scientific-number":
            return f"0{_decimals(attributes)}E+00"
        return _OTHERS.get(name) or self._part_of_date(name, attributes)

    def _part_of_date(self, name: str, attributes: Mapping[str, str]) -> str:
        part = _PARTS.get(name, "")
        if name == "number:month" and attributes.get(f"{NUMBER} textual") == "true":
            part = "mmm"
        if part and attributes.get(f"{NUMBER} style") == "long":
            part = _LONG.get(part, part * 2)
        if part and self._bracket:
            self._bracket = False
            return f"[{part}]"
        return part


def _digits(attributes: Mapping[str, str], embedded: list[tuple[int, str]]) -> str:
    """Return the code of a number's digits."""
    factor = attributes.get(f"{NUMBER} display-factor", "1")
    if f"{NUMBER} decimal-places" not in attributes and not embedded:
        return "General" if factor == "1" else f"0.{'#' * _MOST_DIGITS}{_scaled(factor)}"
    whole = "0" * _count(attributes, "min-integer-digits", 1) or "#"
    if embedded:
        whole = _torn(whole, embedded)
    elif attributes.get(f"{NUMBER} grouping") == "true":
        whole = whole.rjust(4, "#")
        whole = f"{whole[:-3]},{whole[-3:]}"
    return whole + _decimals(attributes) + _scaled(factor)


def _torn(whole: str, embedded: list[tuple[int, str]]) -> str:
    """Return digits with texts between them, each so many digits before the point."""
    digits = whole.rjust(max(position for position, _ in embedded) + 1, "#")
    before = {len(digits) - position: text for position, text in embedded}
    return "".join(before.get(at, "") + digit for at, digit in enumerate(digits)) + before.get(len(digits), "")


def _decimals(attributes: Mapping[str, str]) -> str:
    places = _count(attributes, "decimal-places", 0)
    least = 0 if attributes.get(f"{NUMBER} decimal-replacement") == "" else _count(attributes, "min-decimal-places", places)
    return f".{'0' * min(least, places)}{'#' * (places - least)}" if places else ""


def _scaled(factor: str) -> str:
    """Return the code that divides by a factor; one that no code can tell is written out, so that it is asked about."""
    return _THOUSANDS[factor] if factor in _THOUSANDS else _written(f"÷ {factor}"[:_LONGEST_TEXT])


def _written(text: str) -> str:
    """Return a text as format codes write it."""
    if len(text) > 1 and '"' not in text:
        return f'"{text}"'
    return "".join(f"\\{each}" for each in text)


def _count(attributes: Mapping[str, str], name: str, otherwise: int) -> int:
    text = attributes.get(f"{NUMBER} {name}", "")
    return min(int(text), _MOST_DIGITS) if text.isascii() and text.isdecimal() and len(text) < 5 else otherwise  # noqa: PLR2004
