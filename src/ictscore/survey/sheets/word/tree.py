"""A part of a Word document as a tree, parsed under guard: main elements by their local names, all others with a question mark before."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder

from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.markup import check_attributes, guarded_parser, refuse, run
from ictscore.words import phrase

__all__ = ["Element", "read_tree"]

MAIN = frozenset({"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"})
_MOST_ELEMENTS = 300_000
"""A form of a hundred questions has some ten thousand; a tree of more would take memory."""


def read_tree(part: Part, root: str, limits: Limits = LIMITS) -> Element:
    """Return the tree of a part whose root is the main element ``root``; attributes go by their local names."""
    builder = TreeBuilder()
    depth = elements = 0
    most = min(_MOST_ELEMENTS, limits.elements)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > limits.depth:
            refuse(part, "IO204", limit=limits.depth)
        if elements > most:
            refuse(part, "IO206", limit=most, what=phrase("elements"))
        check_attributes(part, attributes, limits)
        builder.start(_name(name), {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_name(name))

    parser = guarded_parser(part)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    run(parser, part)
    tree = builder.close()
    if tree.tag != root:
        refuse(part, "IO208", reason=phrase("it is no part of a Word document"))
    return tree


def _name(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return local if space in MAIN else f"?{local}"
