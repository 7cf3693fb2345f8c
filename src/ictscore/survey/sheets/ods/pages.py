"""What stands in the headers and footers of the pages of an OpenDocument spreadsheet, by the kind of page."""

from __future__ import annotations

from collections.abc import Mapping

from ictscore.survey.sheets.ods.names import STYLE

_PARTS = frozenset(f"style:{part}{which}" for part in ("header", "footer") for which in ("", "-left", "-first"))
_REGIONS = frozenset(f"style:region-{each}" for each in ("left", "center", "right"))
_BLANKS = frozenset({"text:s", "text:tab", "text:line-break"})
_WORDS = frozenset({"text:p", "text:h", "text:span", "text:a"}) | _BLANKS


class Pages:
    """Takes the kinds of pages and what is printed on them; numbers of pages, days and names are left open."""

    __slots__ = ("_field", "_is_seen", "_kind", "_pieces", "_texts")

    def __init__(self) -> None:
        """Begin without any."""
        self._texts: dict[str, list[str]] = {}
        self._kind = self._field = ""
        self._pieces: list[str] = []
        self._is_seen = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element among the styles."""
        if name == "style:master-page":
            self._kind = attributes.get(f"{STYLE} name", "")
            self._texts[self._kind] = []
        elif name in _PARTS or name in _REGIONS:
            self._is_seen = attributes.get(f"{STYLE} display") != "false" if name in _PARTS else self._is_seen
            self._take()
        elif name in _WORDS:
            self._pieces += [" "] if name in _BLANKS else []
        elif name.startswith("text:") and not self._field:
            self._field = name
            self._pieces.append("…")

    def characters(self, data: str) -> None:
        """Take what is written inside an element."""
        if self._is_seen and not self._field:
            self._pieces.append(data)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name == self._field:
            self._field = ""
        elif name in ("text:p", "text:h"):
            self._pieces.append(" ")
        elif name in _PARTS or name in _REGIONS:
            self._take()
            self._is_seen = self._is_seen and name in _REGIONS

    def texts_of(self, kind: str) -> tuple[str, ...]:
        """Return what is printed on pages of a kind, each text once."""
        return tuple(dict.fromkeys(self._texts.get(kind, ())))

    def _take(self) -> None:
        """Take what was said up to here."""
        said = " ".join("".join(self._pieces).split())
        self._pieces.clear()
        if said and self._is_seen and self._kind in self._texts:
            self._texts[self._kind].append(said)
