"""Promises about conditional formats of the kind that Excel 2010 added."""

from __future__ import annotations

import pytest

from ictscore.survey.sheets.addresses import Range
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.conditional import Look
from ictscore.survey.sheets.conditional_extended import ExtendedConditionals

CELLS = (Cell(2, 2, "number", "0"), Cell(3, 2, "number", "5"))
WHITE, BLACK = {"rgb": "FFFFFFFF"}, {"rgb": "FF000000"}


def told(*elements, sqref="B2:B3 nowhere"):
    """Return which cells may look blank, and the rules that change something, by elements with their attributes or text."""
    found, parts = ExtendedConditionals(), ["95"]
    found.start("?conditionalFormatting", {}, parts)
    for name, said in (*elements, ("?sqref", sqref), ("?conditionalFormatting", {})):
        found.start(name, said if isinstance(said, dict) else {}, parts)
        parts += [said] if isinstance(said, str) else []
    return sorted(found.cells_among(CELLS, parts)), found.changing()


def rule(kind, operator="", *formulas):
    """Return a rule with its formulas."""
    return ("?cfRule", {"type": kind, "operator": operator}), *(("?f", each) for each in formulas)


LETTERS = (("?dxf", {}), ("font", {}), ("color", WHITE))


@pytest.mark.parametrize(
    ("elements", "cells"),
    [
        ((*rule("cellIs", "equal", "0"), *LETTERS), [(2, 2)]),
        ((*rule("cellIs", "between", "3", "9"), *LETTERS), [(3, 2)]),
        ((*rule("expression", "", "Hai!$A$1>2"), *LETTERS), [(2, 2), (3, 2)]),
        ((*rule("expression", "", "Hai!$A$1>2"), ("?dxf", {}), ("font", {}), ("border", {}), ("color", WHITE)), []),
        ((*rule("expression", "", "1"), ("?dxf", {}), ("font", {}), ("color", BLACK)), []),
        ((*rule("expression", "", "1"), ("?dxf", {}), ("fill", {}), ("patternFill", {}), ("bgColor", BLACK)), [(2, 2), (3, 2)]),
        ((*rule("iconSet"), ("?iconSet", {"showValue": "0"}), ("?cfvo", {}), ("?f", "3")), [(2, 2), (3, 2)]),
        ((*rule("dataBar"), ("?dataBar", {})), []),
        ((("?dxf", {}), ("font", {}), ("color", WHITE)), []),
    ],
)
def test_the_cells_that_may_look_blank_are_told(elements, cells):
    """White letters, a black ground, signs in place of numbers; the lines of a border have colours of their own."""
    assert told(*elements)[0] == cells


def test_looks_of_rules_for_the_same_cells_are_kept_apart():
    """Each rule has its own; one that paints the ground alone changes nothing that is read."""
    first = (*rule("expression", "", "A1"), ("?dxf", {}), ("font", {}), ("strike", {}))
    second = (*rule("expression", "", "A2"), ("?dxf", {}), ("numFmt", {"formatCode": '"88"'}))
    third = (*rule("expression", "", "A3"), ("?dxf", {}), ("fill", {}), ("bgColor", {"rgb": "FFFFFF00"}))
    _, changing = told(*first, *second, *third)
    assert [(each.formula, each.areas, look) for each, look in changing] == [
        ("A1", (Range(2, 2, 3, 2),), Look(struck=True)),
        ("A2", (Range(2, 2, 3, 2),), Look(code='"88"')),
    ]


def test_without_such_formats_nothing_is_said():
    """Most sheets have none, and other things at their end."""
    found = ExtendedConditionals()
    found.start("?dataValidation", {}, [])
    assert (found.cells_among(CELLS, []), found.changing()) == (frozenset(), [])
