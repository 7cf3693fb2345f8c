"""Cells that a conditional format crosses out, shows as something else, or paints in the colour they stand on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.colours import WHITE, alike
from ictscore.survey.sheets.conditional import Look, Rule, holds
from ictscore.survey.sheets.styles import Format, understand

Keys = frozenset[tuple[int, int]]


class Painted(NamedTuple):
    """The cells that may look blank, and those that may look otherwise than they are."""

    blank: Keys = frozenset()
    otherwise: Keys = frozenset()


def settle_looks(cells: dict[tuple[int, int], Cell], rules: Sequence[tuple[Rule, Look]]) -> Painted:
    """Give cells the look of the rules that surely hold for them; return those that a rule may hide, or may change."""
    blank: set[tuple[int, int]] = set()
    otherwise: set[tuple[int, int]] = set()
    known = [(rule, look, understand(look.code)) for rule, look in rules]
    for key, cell in cells.items() if known else ():
        for rule, look, shown in known:
            is_held = holds(rule, cell)
            if is_held is False:
                continue
            if look.font and alike(look.font, cell.ground or WHITE):
                blank.add(key)
            changed = _changed(cells[key], look, shown)
            if is_held and shown.kind != "date":
                cells[key] = changed
            elif changed != cells[key]:
                otherwise.add(key)
    return Painted(frozenset(blank), frozenset(otherwise))


def _changed(cell: Cell, look: Look, shown: Format) -> Cell:
    """Return a cell as a look shows it; number formats that show the same number leave it alone."""
    if look.struck:
        cell = cell._replace(struck=True)
    is_said = shown.shown_by if cell.kind == "text" else shown.shown_by or shown.thousands or shown.kind in ("percent", "date")
    if not is_said or cell.kind not in ("text", "number"):
        return cell
    return cell._replace(number_format=shown.kind, shown_places=shown.places, shown_thousands=shown.thousands, shown_by=shown.shown_by)
