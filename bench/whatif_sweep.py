"""How long the smallest change takes, and whether it is proved, for every target that a unit of the shipped samples has not reached.

Run ``python bench/whatif_sweep.py [COUNT|all]`` (default: 150 of them, drawn with a seed, about two minutes): every unit is asked for each
grade with a lower bound, each award of its group and the first place. The seconds are those of this process, on this machine.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.model import applies
from ictscore.scoring.assess import assess
from ictscore.scoring.explain import Books
from ictscore.scoring.records import UnitScore
from ictscore.survey.reading import read_survey
from ictscore.whatif.domains import domains_of
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.smallest import Smallest, smallest
from ictscore.whatif.targets import Target, reached

SAMPLES = Path(__file__).parents[1] / "samples"
SEED, DRAWN = 5, 150
BOUNDS = (1, 5, 10)


@dataclass(frozen=True)
class Job:
    """One unit that is asked for one target."""

    sample: str
    books: Books
    unit: UnitScore
    target: Target


def jobs() -> Iterator[Job]:
    """Yield every unit of every sample with every target that it has not reached."""
    for path in sorted(SAMPLES.glob("*/survey*.*")):
        loaded = load_rulebook(path.parent.name)
        survey = read_survey([path], loaded.rulebook, loaded.hash)
        books = Books(loaded.rulebook, survey, assess(loaded.rulebook, survey))
        for unit in books.assessment.units():
            wanted = (each for each in targets_of(books, unit) if not reached(each, loaded.rulebook, unit))
            yield from (Job(path.parent.name, books, unit, each) for each in wanted)


def targets_of(books: Books, unit: UnitScore) -> Iterator[Target]:
    """Yield what a unit can be asked for."""
    rulebook = books.rulebook
    if rulebook.grades is not None:
        yield from (Target("grade", each.name) for each in rulebook.grades.bands if each.lower is not None)
    if Rescorer(books, unit).is_counted:
        yield from (Target("award", each.id) for each in rulebook.awards if applies(each.groups, unit.group))
        yield Target("rank", 1)


def timed(job: Job) -> tuple[float, Smallest]:
    """Return how long the search took, in seconds of this process, and what it found."""
    begin = time.process_time()
    rescorer = Rescorer(job.books, job.unit)
    found = smallest(rescorer, job.target, domains_of(rescorer))
    return time.process_time() - begin, found


def main(count: str) -> None:
    """Search and print."""
    every = list(jobs())
    drawn = every if count == "all" else random.Random(SEED).sample(every, min(int(count), len(every)))  # noqa: S311 - the same ones each time
    results = [(each, *timed(each)) for each in drawn]
    print(f"{len(drawn)} of {len(every)} targets that units of the samples have not reached:")
    for kind in ("grade", "award", "rank", ""):
        some = [(seconds, found.is_proved) for job, seconds, found in results if kind in {"", job.target.kind}]
        print(f"  {kind or 'all':6}", "  ".join(columns(some)))
    whys = Counter(doubt.why for _, _, found in results for doubt in found.doubts)
    print("  left open:", ", ".join(f"{why} {times}" for why, times in whys.most_common()) or "nothing")
    print("the longest:")
    for job, seconds, found in sorted(results, key=lambda each: -each[1])[:10]:
        said = f"{len(found.changes)} answers" if found.reached else "none"
        print(f"  {seconds:5.1f} s  {job.sample}  {job.unit.unit}  {job.target.kind}:{job.target.value}  {said}", end="")
        print("" if found.is_proved else f", proved below {found.below}")


def columns(some: list[tuple[float, bool]]) -> Iterator[str]:
    """Yield how many took less than so many seconds, and how many were not proved."""
    for bound in BOUNDS:
        yield f"under {bound:2} s: {sum(seconds < bound for seconds, _ in some):4}"
    yield f"more: {sum(seconds >= BOUNDS[-1] for seconds, _ in some):3}   proved: {sum(proved for _, proved in some)} of {len(some)}"


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(DRAWN))
