"""The sound rulebook, and the faults that are put into it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

FIXTURES = Path(__file__).with_name("fixtures")
SOUND = FIXTURES / "sound" / "rulebook.yaml"


@dataclass(frozen=True)
class Seed:
    """One fault: the texts it replaces, and what must be found where."""

    it: str
    changes: tuple[tuple[str, str], ...]
    code: str
    at: str
    where: str
    also: frozenset[str]
    column: bool

    def put_into(self, text: str) -> str:
        """Return the rulebook with the fault in it."""
        for old, new in self.changes:
            assert text.count(old) == 1, f"{self.it}: “{old}” stands {text.count(old)} times"
            text = text.replace(old, new)
        return text

    def line(self, text: str) -> int:
        """Return the line the finding must name: that of ``where``, else the one where the first change begins."""
        sign = self.where or self.changes[0][1].split("\n")[-1]
        return text[: text.index(sign)].count("\n") + 1


def seeds() -> list[Seed]:
    """Return all faults."""
    raw = yaml.safe_load((FIXTURES / "seeds.yaml").read_text(encoding="utf-8"))["seeds"]
    found = []
    for each in raw:
        pairs = tuple((each[f"old{n}"], each[f"new{n}"]) for n in ("", "_2", "_3") if f"old{n}" in each)
        also = frozenset(each.get("also", ()))
        found.append(Seed(each["it"], pairs, each["code"], each["at"], each.get("where", ""), also, each.get("column", False)))
    return found
