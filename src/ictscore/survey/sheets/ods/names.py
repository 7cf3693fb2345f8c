"""The names of OpenDocument's elements and attributes, as the parser gives them and as people write them."""

from __future__ import annotations

from functools import lru_cache

_ROOT = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT, STYLE, NUMBER, META, MANIFEST = (
    f"{_ROOT}{each}:1.0" for each in ("office", "table", "text", "style", "datastyle", "meta", "manifest")
)
FO, SVG = f"{_ROOT}xsl-fo-compatible:1.0", f"{_ROOT}svg-compatible:1.0"
EXTENSIONS = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

_PREFIXES = {OFFICE: "office", TABLE: "table", TEXT: "text", STYLE: "style", NUMBER: "number", META: "meta", MANIFEST: "manifest"} | {
    EXTENSIONS: "calcext"
}

VALUE_TYPE, VALUE, STRING_VALUE, DATE_VALUE, TIME_VALUE, BOOLEAN_VALUE = (
    f"{OFFICE} {each}" for each in ("value-type", "value", "string-value", "date-value", "time-value", "boolean-value")
)
EXTENDED_TYPE = f"{EXTENSIONS} value-type"


@lru_cache(maxsize=4096)
def short(name: str) -> str:
    """Return a name as people write it; one of another namespace has none.

    >>> short("urn:oasis:names:tc:opendocument:xmlns:table:1.0 table-cell"), short("urn:x table-cell")
    ('table:table-cell', '?:table-cell')
    """
    namespace, _, local = name.rpartition(" ")
    return f"{_PREFIXES.get(namespace, '?')}:{local}"
