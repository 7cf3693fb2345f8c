"""The smallest change for units of the shipped surveys, against one plain ``score`` of the same survey in the same process.

Run ``python bench/whatif.py [RULEBOOK…]`` (default: both Bình Thuận rulebooks): each unit below the best grade is asked for it.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from ictscore.rulebook.load import load_rulebook
from ictscore.scoring.assess import assess
from ictscore.scoring.explain import Books
from ictscore.scoring.records import UnitScore
from ictscore.survey.reading import read_survey
from ictscore.whatif.domains import domains_of
from ictscore.whatif.margins import Closeness, margins_of
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target, reached

SAMPLES = Path(__file__).parents[1] / "samples"


def main(name: str) -> None:
    """Measure and print for one rulebook."""
    loaded = load_rulebook(name)
    survey = read_survey([SAMPLES / name / "survey.xlsx"], loaded.rulebook, loaded.hash)
    begin = time.process_time()
    assessment = assess(loaded.rulebook, survey)
    plain = time.process_time() - begin
    books = Books(loaded.rulebook, survey, assessment)
    assert loaded.rulebook.grades is not None
    best = Target("grade", loaded.rulebook.grades.bands[0].name)
    asked = [each for each in assessment.units() if not reached(best, loaded.rulebook, each)]
    times, proved = zip(*(timed(books, each, best) for each in asked), strict=True)
    units, median, longest = len(assessment.units()), statistics.median(times), max(times)
    print(f"{name}: scoring {units} units takes {plain * 1000:.0f} ms")
    print(f"  smallest change to {best.value} for {len(asked)} units: median {median:.2f} s, longest {longest:.2f} s", end="")
    print(f" ({median / plain:.0f} × and {longest / plain:.0f} × the scoring); proved: {sum(proved)} of {len(asked)}")
    begin = time.process_time()
    lines = sum(len(list(margins_of(books, group, Closeness()))) for group in assessment.groups)
    taken = time.process_time() - begin
    print(f"  margins of {lines} lines: {taken:.2f} s ({taken / plain:.0f} × the scoring)")


def timed(books: Books, unit: UnitScore, target: Target) -> tuple[float, bool]:
    """Return how long the search took, in seconds of this process, and whether it is proved."""
    begin = time.process_time()
    rescorer = Rescorer(books, unit)
    found = smallest(rescorer, target, domains_of(rescorer))
    return time.process_time() - begin, found.is_proved


if __name__ == "__main__":
    for each in sys.argv[1:] or ("binhthuan-2019", "binhthuan-2020"):
        main(each)
