"""Measure how names of units are recognised: spellings worked out by hand, random slips, and rapidfuzz beside it, if it is there."""

from __future__ import annotations

import importlib
import random
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from ictscore.documents import read_document
from ictscore.rulebook.typed import read_model
from ictscore.rulebook.unit_list import UnitFile, UnitList
from ictscore.spelling import bare, fold
from ictscore.survey.matching import near
from ictscore.survey.matching.matcher import Matcher

HERE = Path(__file__).resolve().parents[1] / "tests" / "survey" / "matching"
LETTERS = "abcdeghiklmnopqrstuvxyđăâêôơưàáảãạịếồ "
ROUNDS = 60
PART_SPOILT_AGAIN = 0.3
SURE, LEAD = 90, 8


def main() -> int:
    """Print all measurements."""
    file, _ = read_model(UnitFile, read_document((HERE / "units.yaml").read_bytes(), "units.yaml"))
    assert file is not None
    units = UnitList("units.yaml", "", file.units)
    tell("random slips", units, list(slips(units)))
    lists = [(name, list(spellings(name))) for name in ("spellings", "held_out")]
    for name, pairs in lists:
        tell(name, units, pairs)
    try:
        fuzz = importlib.import_module("rapidfuzz.fuzz")
    except ImportError:
        print("rapidfuzz is not installed; nothing to compare with")
        return 0
    for name, pairs in lists:
        compare(name, units, pairs, fuzz)
    plain = vars(near)["_alike"]
    vars(near)["_alike"] = lambda one, other: fuzz.ratio(one, other) / 100
    near.ratio.cache_clear()
    for name, pairs in lists:
        tell(f"{name}, rapidfuzz in step 4", units, pairs)
    vars(near)["_alike"] = plain
    return 0


def spellings(name: str) -> Iterator[tuple[str, str]]:
    """Yield the spellings of a list, each with the name of its unit."""
    listed = yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    yield from ((each, unit) for unit, several in listed["means"].items() for each in several)


def slips(units: UnitList) -> Iterator[tuple[str, str]]:
    """Yield every name spoilt many times, the same in every run."""
    chance = random.Random(5)  # noqa: S311 - no secret
    for _ in range(ROUNDS):
        for unit in units.units:
            for name in unit.names:
                spoilt = slip(name, chance)
                spoilt = slip(spoilt, chance) if chance.random() < PART_SPOILT_AGAIN else spoilt
                shorter = spoilt.replace("UBND huyện ", "H. ").replace("UBND ", "")
                yield (shorter if chance.random() < PART_SPOILT_AGAIN else spoilt), unit.name


def slip(name: str, chance: random.Random) -> str:
    """Return a name with a letter lost, put in, changed or exchanged, a mark lost, or all marks lost."""
    at = chance.randrange(len(name))
    decomposed = unicodedata.normalize("NFD", name)
    marks = [index for index, each in enumerate(decomposed) if unicodedata.combining(each)]
    lost = chance.choice(marks) if marks else len(decomposed)
    ways: list[Callable[[], str]] = [
        lambda: name[:at] + name[at + 1 :],
        lambda: name[:at] + chance.choice(LETTERS) + name[at:],
        lambda: name[:at] + chance.choice(LETTERS) + name[at + 1 :],
        lambda: name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
        lambda: unicodedata.normalize("NFC", decomposed[:lost] + decomposed[lost + 1 :]),
        lambda: bare(name.lower()),
    ]
    return chance.choice(ways)()


def tell(what: str, units: UnitList, pairs: list[tuple[str, str]]) -> None:
    """Print how many names came out right, asked or unknown, and wrong."""
    matcher, counts, wrong = Matcher(units, "Tỉnh Bình Thuận"), Counter[str](), []
    began = time.perf_counter()
    for spelt, name in pairs:
        found = matcher.match(spelt).unit
        counts["asked" if found is None else "right" if found.name == name else "wrong"] += 1
        wrong += [f"{spelt} → {found.name}, not {name}"] if found is not None and found.name != name else []
    each = (time.perf_counter() - began) / len(pairs) * 1000
    print(f"{what}: {len(pairs)}, wrong {counts['wrong']}, asked {counts['asked']}, right {counts['right']}; {each:.1f} ms each {wrong}")


def compare(what: str, units: UnitList, pairs: list[tuple[str, str]], fuzz: Any) -> None:
    """Print what one similarity over all names would have made of the same spellings."""
    utils = importlib.import_module("rapidfuzz.utils")
    names = [(name, unit.name) for unit in units.units for name in unit.names]
    for label, guarded in (("WRatio, the best", False), (f"token_sort_ratio ≥ {SURE} with a lead of {LEAD}", True)):
        counts = Counter[str]()
        for spelt, name in pairs:
            best: dict[str, float] = {}
            for known, unit in names:
                loose = fuzz.WRatio(spelt, known, processor=utils.default_process)
                alike = fuzz.token_sort_ratio(fold(spelt), fold(known)) if guarded else loose
                best[unit] = max(best.get(unit, 0), alike)
            (first, top), (_, second) = sorted(best.items(), key=lambda pair: -pair[1])[:2]
            sure = not guarded or (top >= SURE and top - second >= LEAD)
            counts["asked" if not sure else "right" if first == name else "wrong"] += 1
        print(f"{what}, {label}: wrong {counts['wrong']}, asked {counts['asked']}, right {counts['right']}")


if __name__ == "__main__":
    sys.exit(main())
