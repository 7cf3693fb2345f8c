"""XML parts of a workbook, parsed under guard: no DOCTYPE, bounded depth, attributes and number of elements."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NoReturn
from xml.parsers import expat

from ictscore.errors import FileRefused
from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.limits import LIMITS, Limits

MAIN_NAMESPACES = ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")

Path = tuple[str, ...]
Start = Callable[[Path, Mapping[str, str]], None]
End = Callable[[Path, str], None]

_DOCTYPE = "<!DOCTYPE"
_DOCTYPES = tuple(_DOCTYPE.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_ENCODINGS = re.compile(r"utf-?8|utf-?16(le|be)?|us-ascii|iso-8859-1", re.IGNORECASE)


def refuse(part: Part, code: str, **values: object) -> NoReturn:
    """Refuse the file because of ``part``."""
    raise FileRefused(Finding(code, Place(part.file), {"part": shown(part.name), **values}))


def local_name(name: str) -> str:
    """Return a name without its namespace.

    >>> local_name("http://example.org/main sheet")
    'sheet'
    """
    return name.rpartition(" ")[2]


def check_attributes(part: Part, attributes: Mapping[str, str], limits: Limits) -> None:
    """Refuse an attribute that is longer than the limit."""
    for value in attributes.values():
        if len(value) > limits.attribute:
            refuse(part, "IO205", limit=limits.attribute)


def guarded_parser(part: Part) -> expat.XMLParserType:
    """Return a parser that writes a name as its namespace, a blank and the local name; refuse a part with a DOCTYPE.

    The bytes are searched, because expat runs on to the end after an exception and would expand entities on its way; no encoding
    is allowed in which a DOCTYPE could look otherwise.
    """

    def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and not _ENCODINGS.fullmatch(encoding):
            refuse(part, "IO202", line=1, reason=f"encoding {shown(encoding)}")

    if any(mark in part.data for mark in _DOCTYPES):
        refuse(part, "IO203")
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 65_536
    parser.XmlDeclHandler = declaration
    return parser


def run(parser: expat.XMLParserType, part: Part) -> None:
    """Parse ``part`` in one go (fed in pieces, long tokens take quadratic time); refuse the file when it is not well-formed."""
    try:
        parser.Parse(part.data, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as problem:
        refuse(part, "IO202", line=problem.lineno, reason=expat.ErrorString(problem.code))


def main_name(name: str) -> str:
    """Return a name without its namespace where that is the one of workbooks, else marked as a stranger's.

    >>> main_name("http://example.org/main sheet")
    '?sheet'
    """
    namespace, _, local = name.rpartition(" ")
    return local if namespace in MAIN_NAMESPACES else f"?{local}"


def walk(part: Part, start: Start, end: End | None = None, limits: Limits = LIMITS, named: Callable[[str], str] = local_name) -> None:
    """Call ``start`` with the path of names and the attributes of each element, and ``end`` with its path and own text.

    ``named`` tells names apart where somebody may have put a stranger's element beside the one that counts.
    """
    path: list[str] = []
    texts: list[list[str]] = [[]]
    elements = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal elements
        elements += 1
        path.append(named(name))
        if len(path) > limits.depth:
            refuse(part, "IO204", limit=limits.depth)
        if elements > limits.elements:
            refuse(part, "IO206", limit=limits.elements, what="elements")
        check_attributes(part, attributes, limits)
        texts.append([])
        start(tuple(path), attributes)

    def closed(_name: str) -> None:
        text = "".join(texts.pop())
        if end is not None:
            end(tuple(path), text)
        path.pop()

    def characters(data: str) -> None:
        texts[-1].append(data)

    parser = guarded_parser(part)
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    if end is not None:
        parser.CharacterDataHandler = characters
    run(parser, part)
