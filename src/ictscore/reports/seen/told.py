"""Words for what people see otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from ictscore.words import N_, Phrase, phrase

PROPERTIES = {
    "font": N_("another font"), "size": N_("another size"), "bold": N_("bold"), "italic": N_("italic"), "underline": N_("underlined"),
    "strike": N_("crossed out"), "colour": N_("another colour of the text"), "fill": N_("another colour of the cell"),
    "align": N_("aligned otherwise"), "wrap": N_("wrapped otherwise"), "rotation": N_("turned"),
    "others": N_("set so that it reads otherwise"),
}  # fmt: skip
"""What differs in a look, in words."""

ADDED = {
    "conditionalFormatting": N_("a conditional format"), "dataValidations": N_("a check on what is typed, with its message"),
    "picture": N_("a picture behind the cells"), "oleObjects": N_("an object"), "controls": N_("a control"),
    "tableParts": N_("a table"),
    "legacyDrawingHF": N_("a picture at the head or foot of the page"), "filterColumn": N_("a filter"),
    "customSheetViews": N_("a view of its own"),
}  # fmt: skip
"""Elements of a worksheet that ours never have, in words; the others are told by their names."""

VIEWS = {
    "showFormulas": N_("formulas in the place of values"), "showZeros": N_("nothing in the place of 0"),
    "rightToLeft": N_("columns from right to left"),
}  # fmt: skip
"""What a sheet is set to show, in words."""


def properties(names: Iterable[str]) -> tuple[Phrase, ...]:
    """Return the words for what differs in a look."""
    return tuple(phrase(PROPERTIES[name]) for name in names)


def added(element: str) -> Phrase:
    """Return the words for an element that was added."""
    return phrase(ADDED[element]) if element in ADDED else phrase(N_("a part of the kind {kind}"), kind=element.lstrip("?")[:60])
