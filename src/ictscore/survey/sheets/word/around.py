"""What stands in a Word form outside the cells of its tables: never read, always told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ictscore.survey.sheets.collecting import Collector, shown
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.package import Relationship, target_of
from ictscore.survey.sheets.word.celltext import read_said
from ictscore.survey.sheets.word.looks import Styles
from ictscore.survey.sheets.word.said import Said
from ictscore.survey.sheets.word.tables import Paragraph, WordTable
from ictscore.survey.sheets.word.tree import Element, read_tree

_MARGINS = {"header": "hdr", "footer": "ftr"}
_VERSION = re.compile(r"^\w+ [0-9a-f]+\s*")
_PAGES = re.compile(r"\s*\d*\s*/?\s*\d*\s*")
_LONGEST_UNIT = 120
_BETWEEN = " · "
"""What stands in our own footer behind the name of the rulebook."""


class Told(NamedTuple):
    """What is known of a document: its styles, its comments and notes by kind and id, the rulebook and the unit of its stamp."""

    styles: Styles
    remarks: Mapping[tuple[str, str], str]
    rulebook: str
    unit: str = ""

    def is_our_footer(self, text: str) -> bool:
        """Return whether a line is our footer and nothing more: the rulebook, the version of the form, the unit, the numbers of pages."""
        if not self.rulebook or not text.startswith(f"{self.rulebook}{_BETWEEN}"):
            return False
        rest = _VERSION.sub("", text.removeprefix(f"{self.rulebook}{_BETWEEN}"), count=1)
        unit = " ".join(self.unit[:_LONGEST_UNIT].split())
        return _PAGES.fullmatch(rest.replace(unit, "", 1) if unit else rest) is not None


def tell_around(  # noqa: PLR0913, PLR0917
    container: Container,
    pointers: tuple[Relationship, ...],
    content: Sequence[WordTable | Paragraph],
    told: Told,
    found: Collector,
    limits: Limits,
) -> None:
    """Report what stands outside the cells of the tables."""
    outside = [each.said for each in content if isinstance(each, Paragraph)]
    for text in dict.fromkeys(text for said in outside for text in said.boxes):
        found.add("IO164", read=shown(text))
    for text in dict.fromkeys(_in_margins(container, pointers, told, limits)):
        found.add("IO165", read=shown(text))
    at_answers = {key for said in _of_questions(content) for key in said.remarks}
    for key, text in told.remarks.items():
        if text and key not in at_answers:
            found.add("IO166", read=shown(" ".join(text.split())))


def _of_questions(content: Sequence[WordTable | Paragraph]) -> Iterator[Said]:
    """Yield the cells in rows that ask something: what hangs on them is told there."""
    for table in content:
        for row in table.rows if isinstance(table, WordTable) else ():
            if row.mark:
                yield from (each.said for each in row.cells)


def _in_margins(container: Container, pointers: tuple[Relationship, ...], told: Told, limits: Limits) -> Iterator[str]:
    """Yield the lines in headers and footers that are not ours, page numbers left out."""
    for pointer in pointers:
        if pointer.kind not in _MARGINS or (part := target_of(container, pointer)) not in container:
            continue
        for line in _lines(read_tree(container.read(part), _MARGINS[pointer.kind], limits)):
            said = read_said([line], told.styles)
            text = " ".join(" ".join([said.shown, *said.boxes]).split())
            if any(map(str.isalpha, text)) and not told.is_our_footer(text):
                yield text


def _lines(margin: Element) -> Iterator[Element]:
    """Yield the paragraphs of a header or footer, those in tables too; those in boxes belong to the paragraph they hang on."""
    for each in margin:
        if each.tag == "p":
            yield each
        elif each.tag != "txbxContent":
            yield from _lines(each)
