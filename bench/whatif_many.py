"""The smallest change for one of 600 units × 60 criteria, and the margins of all lines, against one plain ``score`` in the same process.

Run ``python bench/whatif_many.py [UNITS]``: once without and once with four criteria that measure the units by each other. Asked for the
best grade, for one of ten places of an award and for the first place are the units of rank 16, 101, 301 and the last.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from run import rulebook_text, write_table
from whatif import timed

from ictscore.rulebook.load import load_rulebook
from ictscore.scoring.assess import assess
from ictscore.scoring.explain import Books
from ictscore.survey.reading import read_survey
from ictscore.whatif.margins import Closeness, margins_of
from ictscore.whatif.targets import Target

UNITS, MEASURED = 600, 4
PLACES = (15, 100, 300, -1)
TARGETS = (Target("grade", "A"), Target("award", "w"), Target("rank", 1))
SOURCE = "source: {ref: m, basis: modelled, archetype: K2}"
RESULTS = f"""
grades: {{bands: [{{name: A, from: 60, {SOURCE}}}, {{name: B, from: 50, {SOURCE}}}, {{name: C, {SOURCE}}}]}}
ranking: {{on: total, style: competition, {SOURCE}}}
awards: [{{id: w, name: W, positions: 10, ties: all, {SOURCE}}}]
"""


def measured_text(count: int) -> str:
    """Return the rulebook of the other benchmarks with grades and an award, so many of its criteria measuring units by each other."""
    text = rulebook_text()
    for index in range(count):
        scale = ("to_best", "min_max")[index % 2]
        formula = f"{{kind: relative, of: b{index}, among: ranked, scale: {scale}, when_all_zero: zero}}"
        text = text.replace(f"{{kind: yes_no, of: c{index}}}", formula, 1).replace(f"  c{index}: {{label: C{index}, type: yes_no}}\n", "")
    return text + RESULTS


def main(units: int, measured: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "rulebook.yaml").write_text(measured_text(measured), encoding="utf-8")
        write_table(folder / "survey.xlsx", units)
        loaded = load_rulebook(str(folder / "rulebook.yaml"))
        survey = read_survey([folder / "survey.xlsx"], loaded.rulebook, loaded.hash)
    begin = time.process_time()
    assessment = assess(loaded.rulebook, survey)
    plain = time.process_time() - begin
    books = Books(loaded.rulebook, survey, assessment)
    ordered = sorted(assessment.units(), key=lambda each: each.rank or 0)
    print(f"{units} units × 60 criteria, {measured} of them by comparison, one scoring = 1 ({plain:.2f} s):")
    for target in TARGETS:
        found = [timed(books, ordered[place], target) for place in PLACES]
        told = "  ".join(f"{seconds / plain:.0f}" + ("" if is_proved else " (not proved)") for seconds, is_proved in found)
        print(f"  {target.kind}:{target.value}  {told}  (longest {max(seconds for seconds, _ in found):.1f} s)")
    begin = time.process_time()
    lines = [each for group in assessment.groups for each in margins_of(books, group, Closeness())]
    taken = time.process_time() - begin
    print(f"  margins of {len(lines)} lines, {sum(len(each.near) for each in lines)} units near them  {taken / plain:.0f}  ({taken:.1f} s)")


if __name__ == "__main__":
    for each in (0, MEASURED):
        main(int(sys.argv[1]) if len(sys.argv) > 1 else UNITS, each)
