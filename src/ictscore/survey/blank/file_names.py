"""Names for the files of many units: readable, safe on every system, and no two alike even where capitals and accents do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

LONGEST = 80
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})


class Named(NamedTuple):
    """What a file's name is made of: the unit, what tells it from another of the same name, and what certainly does (its id)."""

    unit: str
    beside: str = ""
    id: str = ""


def plain_name(text: str) -> str:
    """Return a text as a file is called everywhere: letters without accents, digits, single hyphens.

    Accents go because archives and mail programs of Windows still mangle them, and because two files must differ without them.

    >>> plain_name("UBND thị xã La Gi"), plain_name("Sở TT&TT: “Đ/c”")
    ('UBND-thi-xa-La-Gi', 'So-TT-TT-D-c')
    """
    bare = unicodedata.normalize("NFKD", text.replace("Đ", "D").replace("đ", "d"))
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    name = re.sub(r"[^A-Za-z0-9]+", "-", letters).strip("-")[:LONGEST].rstrip("-") or "phieu"
    return f"phieu-{name}" if name.casefold() in _RESERVED else name


def file_names(units: Sequence[Named], ending: str = ".xlsx") -> tuple[str, ...]:
    """Return a file name for each unit; where names are alike, what stands beside the unit is added, else its id, else a number.

    >>> file_names([Named("Xã Sơn Mỹ", "Hàm Tân"), Named("Xã Sơn Mỹ", "La Gi"), Named("Sở Y tế")])
    ('Xa-Son-My_Ham-Tan.xlsx', 'Xa-Son-My_La-Gi.xlsx', 'So-Y-te.xlsx')
    """
    chosen = [plain_name(each.unit) for each in units]
    for more in ("beside", "id"):
        twice = _alike(chosen)
        for index, each in enumerate(units):
            extra = getattr(each, more)
            if index in twice and extra:
                chosen[index] = f"{plain_name(each.unit)[: LONGEST // 2]}_{plain_name(extra)[: LONGEST // 2]}"
    taken: set[str] = set()
    names = []
    for name in chosen:
        free, number = name, 1
        while free.casefold() in taken:
            number += 1
            free = f"{name}_{number}"
        taken.add(free.casefold())
        names.append(free + ending)
    return tuple(names)


def _alike(names: Sequence[str]) -> set[int]:
    folded = [name.casefold() for name in names]
    return {index for index, name in enumerate(folded) if folded.count(name) > 1}
