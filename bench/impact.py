"""The impact of ten changes on 600 units × 60 criteria, as a ratio to one ``ictscore score`` of the same survey; both are whole commands.

Run ``make bench`` or ``python bench/impact.py [UNITS]``. Absolute times say little elsewhere; the ratio holds.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from run import rulebook_text, write_table

UNITS = 600
ROUNDS = 3
CHANGES = (
    ("id: k0_0, name: K, max_points: 5/3", "id: k0_0, name: K, max_points: 4/3"),
    ("id: k1_0, name: K, max_points: 5/3", "id: k1_0, name: K, max_points: 2"),
    ("id: k2_1, name: K, max_points: 5/3", "id: k2_1, name: K, max_points: 1"),
    ("id: k3_1, name: K, max_points: 5/3", "id: k3_1, name: K, max_points: 7/3"),
    ("of: b4, over: a4, when_denominator_zero: zero", "of: b4, over: a4, zero_below: 50%, when_denominator_zero: zero"),
    ("of: b5, over: a5, when_denominator_zero: zero", "of: b5, over: a5, target: 80%, when_denominator_zero: zero"),
    ("on: b6, steps: [{from: 60, share: 1}", "on: b6, steps: [{from: 70, share: 1}"),
    ("on: b7, steps: [{from: 60, share: 1}, {from: 30, share: 1/2}]", "on: b7, steps: [{from: 60, share: 1}, {from: 40, share: 1/4}]"),
    ("on: b8, steps: [{from: 60, share: 1}", "on: b8, steps: [{from: 50, share: 1}"),
    ("kind: yes_no, of: c9}", "kind: yes_no, of: c9 or c10}"),
)


def changed(text: str) -> str:
    """Return the rulebook of the other benchmarks with ten changes, its maxima still adding up."""
    for old, new in CHANGES:
        if old not in text:
            raise SystemExit(old)
        text = text.replace(old, new, 1)
    return text.replace("id: bench\n", "id: bench-2\n", 1)


def timed(arguments: list[str]) -> float:
    """Return the median of how long a command takes, in seconds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "ictscore", *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def main() -> None:
    """Print the ratio."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else UNITS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for sub, text in (("old", rulebook_text()), ("new", changed(rulebook_text()))):
            (folder / sub).mkdir()
            (folder / sub / "rulebook.yaml").write_text(text, encoding="utf-8")
        survey = folder / "survey.xlsx"
        write_table(survey, units)
        old, new = str(folder / "old"), str(folder / "new")
        score = timed(["score", str(survey), "-r", old, "-o", str(folder / "results.xlsx"), "--force"])
        impact = timed(["diff-rulebooks", old, new, "--survey", str(survey), "--format", "json"])
        text = timed(["diff-rulebooks", old, new, "--survey", str(survey), "--all-units"])
    head = f"{units} units × 60 criteria, {len(CHANGES)} changes, one score = 1 ({score:.2f} s)"
    print(f"{head}:  diff with impact as JSON {impact / score:.2f}, as text with every unit explained {text / score:.2f}")


if __name__ == "__main__":
    main()
