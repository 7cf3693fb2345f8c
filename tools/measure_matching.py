"""Measure how names of units are recognised: lists worked out by hand; with ``--edits`` every single edit, with ``--slips`` random ones."""

from __future__ import annotations

import importlib
import random
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ictscore.documents import read_document
from ictscore.rulebook.typed import read_model
from ictscore.rulebook.unit_list import UnitFile, UnitList
from ictscore.spelling import bare, fold
from ictscore.survey.matching import near
from ictscore.survey.matching.matcher import Matcher

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "tests" / "survey" / "matching"
RULEBOOKS = ROOT / "rulebooks"
PROVINCE = "Tỉnh Bình Thuận"
LETTERS = "abcdeghiklmnopqrstuvxyđăâêôơưàáảãạịếồ "
ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
ROUNDS = 60
PART_SPOILT_AGAIN = 0.3
SURE, LEAD = 90, 8


class Spellings(NamedTuple):
    """Spellings held against one list: what each means, which must be asked, and which are nobody of the list."""

    units: UnitList
    province: str
    means: list[tuple[str, str]]
    ambiguous: list[str]
    strangers: list[str]


def main() -> int:
    """Print what comes of the lists of spellings; with ``--edits`` of every single edit, with ``--slips`` of random ones and rapidfuzz."""
    lists = [(name, [spellings(HERE / "units.yaml", PROVINCE, read(name))]) for name in ("spellings", "held_out")]
    later = [(name, [of_rulebook(*each) for each in read(name).items()]) for name in ("third", "fourth")]
    for name, several in (*lists, *later):
        tell_spellings(name, several)
    if "--edits" in sys.argv[1:]:
        for each in (*lists[0][1], *later[0][1]):
            tell_edits(each)
    if "--slips" in sys.argv[1:]:
        tell_more([(name, several[0].means) for name, several in lists], lists[0][1][0].units)
    return 0


def tell_spellings(what: str, several: list[Spellings]) -> None:
    """Print how the spellings of a list came out: those that mean a unit in percent of themselves, the others apart."""
    counts, wrong = Counter[str](), list[str]()
    for each in several:
        matcher = Matcher(each.units, each.province)
        for spelt, name in each.means:
            found = matcher.match(spelt).unit
            counts["asked" if found is None else "right" if found.name == name else "wrong"] += 1
            wrong += [f"{spelt} → {found.name}, not {name}"] if found is not None and found.name != name else []
        counts["taken"] += sum(matcher.match(spelt).unit is not None for spelt in (*each.ambiguous, *each.strangers))
    count, others = sum(len(each.means) for each in several), sum(len(each.ambiguous) + len(each.strangers) for each in several)
    share = f"{counts['asked'] / count:.1%}"
    print(f"{what}: {count}, wrong {counts['wrong']}, asked {counts['asked']} ({share}), right {counts['right']} {wrong}")
    print(f"{what}, to be asked or of nobody: {others}, taken for a unit {counts['taken']}")


def tell_edits(each: Spellings) -> None:
    """Print how often one edit of a name makes another unit of its list, whose very name it is not; this takes some minutes."""
    matcher, count, wrong = Matcher(each.units, each.province), 0, list[str]()
    for unit in each.units.units:
        for typed in {edit for name in unit.names for edit in edits(name)}:
            found = matcher.match(typed).unit
            count += 1
            if found is not None and found.name != unit.name and fold(typed) not in map(fold, found.names):
                wrong.append(f"{typed} → {found.name}, not {unit.name}")
    print(f"one edit, {each.province}, {len(each.units.units)} units: {count}, wrong {len(wrong)} {wrong}")


def edits(name: str) -> Iterator[str]:
    """Yield a name with each letter lost, exchanged with the next, and another one or with other marks, and with one or all marks lost."""
    for at, letter in enumerate(name):
        yield name[:at] + name[at + 1 :]
        yield name[:at] + name[at + 1 : at + 2] + letter + name[at + 2 :]
        yield from (name[:at] + other + name[at + 1 :] for other in others(letter))
    decomposed = unicodedata.normalize("NFD", name)
    for at, mark in enumerate(decomposed):
        if unicodedata.combining(mark):
            yield unicodedata.normalize("NFC", decomposed[:at] + decomposed[at + 1 :])
    yield bare(fold(name))


def others(letter: str) -> Iterator[str]:
    """Yield the letters of the alphabet, and a vowel's own with all other marks."""
    if letter.isalpha():
        yield from ALPHABET
        yield from (each for each in VOWELS if bare(each) == bare(letter.lower()))


def tell_more(lists: list[tuple[str, list[tuple[str, str]]]], units: UnitList) -> None:
    """Print what comes of random slips, and of the lists with rapidfuzz, if it is there."""
    tell("random slips", units, list(slips(units)))
    try:
        fuzz = importlib.import_module("rapidfuzz.fuzz")
    except ImportError:
        print("rapidfuzz is not installed; nothing to compare with")
        return
    for name, pairs in lists:
        compare(name, units, pairs, fuzz)
    plain = vars(near)["_alike"]
    vars(near)["_alike"] = lambda one, other: fuzz.ratio(one, other) / 100
    near.ratio.cache_clear()
    for name, pairs in lists:
        tell(f"{name}, rapidfuzz in step 4", units, pairs)
    vars(near)["_alike"] = plain


def read(name: str) -> dict[str, Any]:
    """Return a list of spellings."""
    read: dict[str, Any] = yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    return read


def spellings(units: Path, province: str, listed: dict[str, Any]) -> Spellings:
    """Return spellings with the list of units they are held against."""
    file, _ = read_model(UnitFile, read_document(units.read_bytes(), units.name))
    assert file is not None
    means = [(each, unit) for unit, several in listed["means"].items() for each in several]
    return Spellings(UnitList(units.name, "", file.units), province, means, listed["ambiguous"], listed["strangers"])


def of_rulebook(rulebook: str, listed: dict[str, Any]) -> Spellings:
    """Return spellings held against the list of units of a rulebook."""
    beside = RULEBOOKS / rulebook
    return spellings(beside / "units.yaml", province_of(beside / "rulebook.yaml"), listed)


def province_of(rulebook: Path) -> str:
    """Return the jurisdiction of a rulebook."""
    return str(yaml.safe_load(rulebook.read_text(encoding="utf-8"))["jurisdiction"])


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
    matcher, counts, wrong = Matcher(units, PROVINCE), Counter[str](), []
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
