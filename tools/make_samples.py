"""Write the sample surveys: invented figures for every rulebook that has a list of sample units, the same in every run."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sample_answers import GroupMaker, is_sound

from ictscore.expr.values import Blank, Value
from ictscore.rulebook.load import LoadedRulebook, load_rulebook
from ictscore.rulebook.shipped import shipped_folder, shipped_ids
from ictscore.rulebook.units import UNITS_FILE, UnitList, load_units
from ictscore.scoring.assess import assess
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.front import SAMPLE_REMARKS
from ictscore.survey.blank.table import write_table
from ictscore.survey.submission import Submission, Survey

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
WITH_FORMS = ("binhthuan-2019", "binhthuan-2020")
FORMS = 10
TIED = {"binhthuan-2020": ("pl_iv", 3), "binhthuan-2019": ("pl_i", 5), "khanhhoa-2018": ("nhom_2", 4)}
"""Where two units are made to tie, at which place: in Bình Thuận 2020 at the last place that earns an award."""

BEST, WORST, SMALL = 98, 47, 3
STEPS = 30
EVERY_SEVENTH = 7
_REASON = "Ngoài chức năng, nhiệm vụ của đơn vị"


def main() -> int:
    """Write the samples of the rulebooks named, or of all."""
    wanted = sys.argv[1:] or [each for each in shipped_ids() if any(path.is_file() for path in lists_of(each))]
    for identifier in wanted:
        loaded = load_rulebook(identifier)
        submissions = tuple(made(loaded))
        folder = SAMPLES / identifier
        remark = SAMPLE_REMARKS[loaded.rulebook.language]
        (folder / "survey.xlsx").write_bytes(write_table(loaded, submissions, remark=remark))
        if identifier in WITH_FORMS:
            write_forms(loaded, submissions, folder / "forms", remark)
        print(f"{identifier}: {len(submissions)} units")
        tell(loaded, submissions)
    return 0


def lists_of(identifier: str) -> tuple[Path, Path]:
    """Return where the units of a sample may be listed: beside the rulebook, else (made-up ministries, say) beside the sample."""
    return shipped_folder("rulebooks") / identifier / UNITS_FILE, SAMPLES / identifier / UNITS_FILE


def listed_units(loaded: LoadedRulebook) -> UnitList:
    """Return the units of a sample."""
    units = load_units(loaded, next(path for path in lists_of(loaded.rulebook.id) if path.is_file()))
    assert units is not None
    return units


def made(loaded: LoadedRulebook) -> Iterator[Submission]:
    """Yield the submissions of all units of the sample, in the order of their list."""
    listed = listed_units(loaded)
    for group in dict.fromkeys(each.group for each in listed.units):
        units = listed.of(group)
        maker = GroupMaker(loaded.rulebook, group)
        submissions = []
        for index, (each, answers) in enumerate(zip(units, at_targets(maker, [each.name for each in units]), strict=True)):
            some = maker.without_what_does_not_apply(answers, each.name) if index % EVERY_SEVENTH == EVERY_SEVENTH - 1 else answers
            submissions.append(maker.submission(each.name, some, listed.parent_name(each)))
        yield from tied(loaded, group, submissions)


def target(index: int, count: int) -> float:
    """Return the percentage the unit at this place of the list is to reach: spread evenly, in an order that looks like none."""
    step = next(each for each in (5, 7, 11, 3) if count % each)
    place = (index * step + count // 2) % count
    return BEST - (BEST - WORST) * place / max(count - 1, SMALL)


def at_targets(maker: GroupMaker, units: list[str]) -> list[dict[str, Value]]:
    """Return for each unit the answers whose points come nearest to its percentage of the maximum."""
    tried = [(unit, maker.answers(unit, step / STEPS)) for unit in units for step in range(STEPS + 1)]
    scored = list(zip(tried, maker.scores([answers for _, answers in tried]), strict=True))
    chosen = []
    for index, unit in enumerate(units):
        wanted = target(index, len(units))
        mine = [(abs(float(score.percent) - wanted), answers) for (name, answers), score in scored if name == unit and is_sound(score)]
        chosen.append(min(mine, key=lambda each: each[0])[1])
    return chosen


def tied(loaded: LoadedRulebook, group: str, submissions: list[Submission]) -> list[Submission]:
    """Return the submissions, two of them with the same answers where the sample is to have a tie."""
    wanted, place = TIED.get(loaded.rulebook.id, ("", 0))
    if group != wanted:
        return submissions
    ranked = assess(loaded.rulebook, Survey(tuple(submissions)), "self")
    order = [unit.unit for unit in next(each for each in ranked.groups if each.group.id == group).units]
    by_unit = {each.unit: each for each in submissions}
    twin = by_unit[order[place - 1]]
    by_unit[order[place]] = replace(by_unit[order[place]], answers=twin.answers)
    return [by_unit[each.unit] for each in submissions]


def _with_reasons(filled: Submission) -> Submission:
    """Return a submission that says of each answer that does not apply why."""
    given = filled.answers.get("self", {})
    unasked = [name for name, each in given.items() if isinstance(each.value, Blank) and each.value.kind == "not_applicable"]
    return replace(filled, remarks={**filled.remarks, **dict.fromkeys(unasked, ("", _REASON))})


def write_forms(loaded: LoadedRulebook, submissions: tuple[Submission, ...], folder: Path, remark: str) -> None:
    """Write the forms of some units of every group."""
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.xlsx"):
        old.unlink()
    for each in submissions[:: max(len(submissions) // FORMS, 1)][:FORMS]:
        (folder / f"{slug(each.unit)}.xlsx").write_bytes(write_form(loaded, _with_reasons(each), remark=remark))


def slug(name: str) -> str:
    """Return a name as a file is called everywhere: ``so-noi-vu``."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")


def tell(loaded: LoadedRulebook, submissions: tuple[Submission, ...]) -> None:
    """Print how the units come out."""
    result = assess(loaded.rulebook, Survey(submissions))
    for group in result.groups:
        totals = [f"{float(unit.percent):.1f}{'=' if unit.tied else ''}" for unit in group.units]
        awards = sum(1 for unit in group.units for _ in unit.awards)
        grades = sorted({str(unit.grade) for unit in group.units})
        print(f"  {group.group.id}: {' '.join(totals)} | {', '.join(grades)} | {awards} awards")
    for found in result.findings:
        print(f"  {found.code} {found.message}")


if __name__ == "__main__":
    sys.exit(main())
