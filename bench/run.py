"""Timings in one run, as ratios: start-up against an empty Python, and every stage of scoring against openpyxl reading the same file.

Run ``make bench`` or ``python bench/run.py [UNITS …]`` (default 100 1000 10000). Absolute times say little elsewhere; the ratios hold.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter

CRITERIA = 60
REPEATS_OF_START = 15
FEW = 1_000


def rulebook_text() -> str:
    """Return a rulebook of 60 criteria over 60 answers, a mix of the common kinds."""
    answers, criteria = [], []
    for index in range(CRITERIA // 3):
        answers += [f"  a{index}: {{label: A{index}, type: count, min: 1}}", f"  b{index}: {{label: B{index}, type: count}}"]
        answers.append(f"  c{index}: {{label: C{index}, type: yes_no}}")
        formulas = (
            f"{{kind: ratio, of: b{index}, over: a{index}, when_denominator_zero: zero}}",
            f"{{kind: yes_no, of: c{index}}}",
            f"{{kind: steps, on: b{index}, steps: [{{from: 60, share: 1}}, {{from: 30, share: 1/2}}], otherwise: 0}}",
        )
        for part, formula in enumerate(formulas):
            source = "source: {ref: m, basis: modelled, archetype: C02}"
            criteria.append(f"      - {{id: k{index}_{part}, name: K, max_points: 5/3, formula: {formula}, {source}}}")
    lines = ["id: bench", "title: Bench", "decision: {subject: Bench, source: {ref: m, basis: modelled, archetype: A01}}"]
    lines += ["sources: {m: {title: Model}}", "answers:", *answers]
    lines += ["groups: [{id: g, name: G, source: {ref: m, basis: modelled, archetype: R4}}]", "scale:", "  max_points: 100"]
    lines += ["  source: {ref: m, basis: modelled, archetype: A02}", "sections:", "  - id: s", "    name: S"]
    lines += ["    source: {ref: m, basis: modelled, archetype: A01}", "    criteria:", *criteria]
    return "\n".join(lines) + "\n"


def write_table(path: Path, units: int) -> None:
    """Write a survey table: one row a unit, sixty answers."""
    chance = random.Random(units)  # noqa: S311 - a benchmark wants the same numbers each time
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("g")
    names = [f"{letter}{index}" for index in range(CRITERIA // 3) for letter in "abc"]
    sheet.write_row(0, 0, ["unit", "group", *names])
    for row in range(1, units + 1):
        values: list[Any] = []
        for _ in range(CRITERIA // 3):
            whole = chance.randint(20, 100)
            values += [whole, chance.randint(0, whole), chance.choice(["Có", "Không"])]
        sheet.write_row(row, 0, [f"Đơn vị {row:05}", "g", *values])
    book.close()


def timed(work: Callable[[], Any], rounds: int = 1) -> tuple[float, Any]:
    """Return the median of how long ``work`` took, in seconds of this process, and what it gave."""
    times, result = [], None
    for _ in range(rounds):
        begin = time.process_time()
        result = work()
        times.append(time.process_time() - begin)
    return statistics.median(times), result


def with_openpyxl(path: Path) -> int:
    """Read every cell the way people read workbooks with openpyxl, read-only; return how many there are."""
    import openpyxl  # noqa: PLC0415 - the peer is loaded by itself

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    count = sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for _ in row)
    book.close()
    return count


def bench_start() -> None:
    """Print how start-up compares with an empty Python."""
    commands = {"python -c pass": ["-c", "pass"], "--version": ["-m", "ictscore", "--version"], "--help": ["-m", "ictscore", "--help"]}
    medians = {}
    for name, arguments in commands.items():
        times = []
        for _ in range(REPEATS_OF_START):
            begin = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
            times.append(time.perf_counter() - begin)
        medians[name] = statistics.median(times)
    for name in ("--version", "--help"):
        print(f"start-up of ictscore {name:10} {medians[name] / medians['python -c pass']:6.2f} × python -c pass")


def bench_units(folder: Path, units: int) -> None:
    """Print every stage for so many units as a ratio to openpyxl reading the same file."""
    from ictscore.reports.outcome import score_survey  # noqa: PLC0415
    from ictscore.reports.workbook.build import results_workbook  # noqa: PLC0415
    from ictscore.rulebook.load import load_rulebook  # noqa: PLC0415
    from ictscore.scoring.assess import assess  # noqa: PLC0415
    from ictscore.scoring.ranking import rank_units  # noqa: PLC0415
    from ictscore.survey.reading import read_survey  # noqa: PLC0415

    path = folder / f"survey-{units}.xlsx"
    write_table(path, units)
    rounds = 5 if units <= FEW else 1
    peer, _ = timed(lambda: with_openpyxl(path), rounds)
    loaded = load_rulebook(str(folder / "rulebook.yaml"))
    read, survey = timed(lambda: read_survey([path], loaded.rulebook, loaded.hash), rounds)
    score, assessment = timed(lambda: assess(loaded.rulebook, survey), rounds)
    scores = list(assessment.groups[0].units)
    keys = {each.who: ((True, each.total),) for each in scores}
    rank, _ = timed(lambda: rank_units(loaded.rulebook.ranking, scores, keys))
    outcome = score_survey(loaded, survey, command="bench")
    write, _ = timed(lambda: results_workbook(outcome.told, outcome.explainer))
    stages = {"read": read, "score and rank": score, "(rank alone)": rank, "write": write}
    ratios = "  ".join(f"{name} {seconds / peer:.2f}" for name, seconds in stages.items())
    print(f"{units:6} units × {CRITERIA} criteria, openpyxl reading = 1 ({peer:.2f} s):  {ratios}")


def main() -> None:
    """Run all benchmarks."""
    sizes = [int(each) for each in sys.argv[1:]] or [100, 1_000, 10_000]
    bench_start()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "rulebook.yaml").write_text(rulebook_text(), encoding="utf-8")
        for units in sizes:
            bench_units(folder, units)


if __name__ == "__main__":
    main()
