"""What is asked about unit names, and how the answers are written: the same words going out and coming back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.spelling import fold

ANSWERS_FILE = "unit-matches.xlsx"
KIND = "unit-matches"
COLUMNS = ("#file", "#place", "#read", "#candidates", "#answer")
"""The marks of the columns, in a hidden row; the row below it is their heading."""
NOT_CLEAR = ("UN121", "UN122")

# Fixed here and not in the catalogues: what is read back must not hang on a translator's choice.
_NOBODY = {"vi": "(không có trong danh sách)", "en": "(not in the list)"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One spelling that is not clear: what was read where, and the units it may mean."""

    read: str
    place: Place
    candidates: tuple[str, ...]


def answers_file_of(rulebook: str) -> str:
    """Return how the file of answers is called where that of another rulebook stands beside it.

    >>> answers_file_of("khanhhoa-2018")
    'unit-matches.khanhhoa-2018.xlsx'
    """
    return f"unit-matches.{rulebook}.xlsx"


def asked_among(findings: Iterable[Finding]) -> tuple[Asked, ...]:
    """Return what is asked about unit names among the findings of a survey, each spelling of a file once."""
    return tuple({(each.place.file, fold(each.read)): each for each in reversed(tuple(_asked(findings)))}.values())[::-1]


def _asked(findings: Iterable[Finding]) -> Iterator[Asked]:
    for each in findings:
        known = each.values.get("known", ())
        if each.code in NOT_CLEAR and isinstance(known, tuple):
            yield Asked(str(each.values["read"]), each.place, tuple(map(str, known)))


def kept_name(file: str) -> str:
    """Return how a file is known in questions and answers: its name and its folder's, wherever the folder lies."""
    return "/".join(file.replace("\\", "/").split("/")[-2:])


def is_file(known: str, file: str) -> bool:
    """Return whether a file is the one an answer is about; a name without folder stands for the file in any.

    >>> is_file("nhan/so-a.xlsx", "/tmp/2020/nhan/so-a.xlsx"), is_file("so-a.xlsx", "nhan/so-a.xlsx"), is_file("a/p.xlsx", "b/p.xlsx")
    (True, True, False)
    """
    one, other = known, kept_name(file)
    return one == other or one.endswith(f"/{other}") or other.endswith(f"/{one}")


def nobody(language: str) -> str:
    """Return how people answer that a name stands for no unit of the list."""
    return _NOBODY[language]


def is_nobody(text: str) -> bool:
    """Return whether an answer says that the name stands for no unit of the list."""
    return fold(text) in {fold(each) for each in _NOBODY.values()}


def option_of(unit: UnitSpec, units: UnitList) -> str:
    """Return how a unit is offered: its name, with that of its parent or its group where the name alone is not enough."""
    alike = [each for each in units.units if fold(each.name) == fold(unit.name)]
    if len(alike) == 1:
        return unit.name
    return f"{unit.name} – {units.parent_name(unit) or unit.group}"
