"""The smallest change for units, and the margins of all lines, against one plain ``score`` of the same survey in the same process.

Run ``python bench/whatif.py [RULEBOOK…]`` (default: both Bình Thuận rulebooks): each unit of the shipped survey that is below the best
grade is asked for it, then ten of 150 units in one group.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.assess import assess
from ictscore.scoring.explain import Books
from ictscore.scoring.records import UnitScore
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission, Survey
from ictscore.whatif.domains import domains_of
from ictscore.whatif.margins import Closeness, margins_of
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target, reached

SAMPLES = Path(__file__).parents[1] / "samples"
UNITS, MIXED = 150, 6


def main(name: str) -> None:
    """Measure and print for one rulebook."""
    loaded = load_rulebook(name)
    survey = read_survey([SAMPLES / name / "survey.xlsx"], loaded.rulebook, loaded.hash)
    print(f"{name}:")
    compare(loaded.rulebook, survey, tries=len(survey.submissions))
    compare(loaded.rulebook, many(survey), tries=10)


def compare(rulebook: Rulebook, survey: Survey, tries: int) -> None:
    """Print what the search takes for so many units, and margins for all lines, as multiples of one plain scoring."""
    begin = time.process_time()
    assessment = assess(rulebook, survey)
    plain = time.process_time() - begin
    books = Books(rulebook, survey, assessment)
    assert rulebook.grades is not None
    best = Target("grade", rulebook.grades.bands[0].name)
    asked = [each for each in assessment.units() if not reached(best, rulebook, each)]
    times, proved = zip(*(timed(books, each, best) for each in asked[:: max(1, len(asked) // tries)]), strict=True)
    units, median, longest = len(assessment.units()), statistics.median(times), max(times)
    print(f"  scoring {units} units takes {plain * 1000:.0f} ms")
    print(f"    smallest change to {best.value} for {len(times)} units: median {median:.2f} s, longest {longest:.2f} s", end="")
    print(f" ({median / plain:.0f} × and {longest / plain:.0f} × the scoring); proved: {sum(proved)} of {len(times)}")
    begin = time.process_time()
    lines = [each for group in assessment.groups for each in margins_of(books, group, Closeness())]
    taken, near = time.process_time() - begin, sum(len(each.near) for each in lines)
    print(f"    margins of {len(lines)} lines, {near} units near them: {taken:.2f} s ({taken / plain:.0f} × the scoring)")


def many(survey: Survey) -> Survey:
    """Return a survey of 150 units in the largest group: copies of its units, each with a few answers taken from another."""
    chance = random.Random(20201944)  # noqa: S311 - the same units every time, no secret
    sizes = Counter(each.group for each in survey.submissions)
    models = [each for each in survey.submissions if each.group == sizes.most_common(1)[0][0]]
    return Survey(tuple(_mixed(chance, models, number) for number in range(UNITS)))


def _mixed(chance: random.Random, models: Sequence[Submission], number: int) -> Submission:
    model, other = chance.sample(models, 2)
    names = chance.sample(sorted(model.answers["self"]), MIXED)
    answers = {**model.answers["self"], **{each: other.answers["self"][each] for each in names}}
    return replace(model, unit=f"Đơn vị {number + 1}", answers={"self": answers})


def timed(books: Books, unit: UnitScore, target: Target) -> tuple[float, bool]:
    """Return how long the search took, in seconds of this process, and whether it is proved."""
    begin = time.process_time()
    rescorer = Rescorer(books, unit)
    found = smallest(rescorer, target, domains_of(rescorer))
    return time.process_time() - begin, found.is_proved


if __name__ == "__main__":
    for each in sys.argv[1:] or ("binhthuan-2019", "binhthuan-2020"):
        main(each)
