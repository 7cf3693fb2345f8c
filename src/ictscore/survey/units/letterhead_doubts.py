"""What speaks against the unit that a letterhead names: the words around the name, the file, the sheet, another province."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ictscore.places import Place
from ictscore.rulebook.unit_list import UnitSpec
from ictscore.spelling import fold, words_of
from ictscore.survey.beside.aside_names import folder_of
from ictscore.survey.drafts import Draft, Said
from ictscore.survey.matching.names import Names
from ictscore.survey.sheets.addresses import parse_cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.units.by_file_name import unit_of_name
from ictscore.words import N_, Phrase, phrase

_LEADS = frozenset(map(fold, ("của", "tại", "cho", "với", "bởi", "theo", "hợp", "tới", "đến", "từ", "qua", "về")))
"""Words that go on with a name in the next line or cell: “Ban hành kèm theo công văn của”, “Đơn vị phối hợp”."""
_PROVINCES = tuple(map(fold, ("UBND tỉnh", "Ủy ban nhân dân tỉnh", "HĐND tỉnh", "Hội đồng nhân dân tỉnh", "Tỉnh ủy", "Tỉnh")))
_SHORTEST_NAME = 2


def doubt_about(unit: UnitSpec, at: Place, draft: Draft, names: Names, hosts: Collection[str]) -> Phrase | None:
    """Return why a unit named in the letterhead, ``at`` a cell, may not be the one that answers; None where nothing says so.

    The ``hosts`` run the round: their names stand on the papers of others and speak against nobody.
    """
    for line in draft.above:
        named = (each for each in names.units.units if _names(line, each))
        if any(is_another(each, unit, names, hosts) for each in named) or _is_elsewhere(line, names.matcher.province):
            return phrase(N_("above the questions it also says “{line}”"), line=shown(line.text))
    for line in _before(draft.above, at):
        if words_of(line.text)[-1:] and words_of(line.text)[-1] in _LEADS:
            return phrase(N_("before it stands “{line}”"), line=shown(line.text))
    return named_otherwise(unit, at, names, hosts)


def named_otherwise(unit: UnitSpec, at: Place, names: Names, hosts: Collection[str]) -> Phrase | None:
    """Return which other unit the name of the file or of the sheet is that of; None where it is nobody's, or the unit's own."""
    if (owner := unit_of_name(at.file, names)) is not None and is_another(owner, unit, names, hosts):
        return phrase(N_("by its name the file is that of “{unit}”"), unit=owner.name)
    folder = folder_of(at.file)
    if folder and (owner := unit_of_name(folder, names)) is not None and is_another(owner, unit, names, hosts):
        return phrase(N_("by its name the folder is that of “{unit}”"), unit=owner.name)
    found = names.whole.unit(at.sheet)
    if found is not None and is_another(found, unit, names, hosts):
        return phrase(N_("the sheet is called “{sheet}”"), sheet=shown(at.sheet))
    return None


def is_another(other: UnitSpec, unit: UnitSpec, names: Names, hosts: Collection[str]) -> bool:
    """Return whether another unit could be meant instead: none above it, and none whose name is a part of its own."""
    if other.id == unit.id or other.id in hosts:
        return False
    each = unit
    while each.parent is not None:
        if other.id == each.parent:
            return False
        each = names.units.unit(each.parent)
    return f" {fold(other.name)} " not in f" {fold(unit.name)} "


def _names(line: Said, unit: UnitSpec) -> bool:
    return f" {fold(unit.name)} " in f" {fold(line.text)} "


def _is_elsewhere(line: Said, province: tuple[str, ...]) -> bool:
    """Return whether a line names another province: “UBND TỈNH LÂM ĐỒNG”."""
    folded = f"{fold(line.text)} "
    lead = next((each for each in _PROVINCES if folded.startswith(f"{each} ")), None)
    if lead is None or not province:
        return False
    rest = folded.removeprefix(lead).split()
    return len(rest) >= _SHORTEST_NAME and " ".join(province) not in " ".join(rest)


def _before(lines: tuple[Said, ...], at: Place) -> Iterator[Said]:
    """Yield the line right above a cell, and those to the left of it."""
    row, column = parse_cell(at.cell) or (0, 0)
    places = [(each, parse_cell(each.place.cell) or (0, 0)) for each in lines if each.place.sheet == at.sheet]
    yield from (each for each, (own_row, own) in places if own_row == row and own < column)
    above = [(own_row, each) for each, (own_row, own) in places if own == column and own_row < row]
    yield from (each for own_row, each in above if own_row == max(found for found, _ in above))
