"""Six hundred forms checked in one run, against openpyxl loading the same files one after another: time as a ratio, memory as it was.

Run ``python bench/forms.py [FORMS]`` (default 600). All are whole processes, run in turn (up to 100 forms the median of three, beyond
once); memory is that of the process and its workers together, shared pages counted once (Linux only).
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

from run import CRITERIA, rulebook_text

FORMS, FEW, ROUNDS, EVERY = 600, 100, 3, 0.05

PEER = """
import sys, openpyxl
from pathlib import Path
count = 0
for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    book = openpyxl.load_workbook(path, read_only={read_only}, data_only=True)
    count += sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for _ in row)
    book.close()
print(count)
"""


def write_forms(folder: Path, rulebook: Path, forms: int) -> None:
    """Write filled forms of sixty questions, each for a unit of its own."""
    from ictscore.rulebook.load import load_rulebook  # noqa: PLC0415 - loaded once the arguments are known
    from ictscore.survey.blank.form import write_form  # noqa: PLC0415
    from ictscore.survey.submission import Answer, Submission  # noqa: PLC0415

    loaded = load_rulebook(str(rulebook))
    chance = random.Random(forms)  # noqa: S311 - a benchmark wants the same numbers each time
    for number in range(forms):
        answers: dict[str, Answer] = {}
        for index in range(CRITERIA // 3):
            whole = chance.randint(20, 100)
            answers[f"a{index}"] = Answer(Fraction(whole))
            answers[f"b{index}"] = Answer(Fraction(chance.randint(0, whole)))
            answers[f"c{index}"] = Answer(chance.random() < 0.5)
        filled = Submission(f"Đơn vị số {number:03}", "g", {"self": answers})
        (folder / f"{number:03}.xlsx").write_bytes(write_form(loaded, filled))


def run(command: list[str]) -> tuple[float, int]:
    """Run a command; return its seconds and the most kilobytes that it and its workers held at once."""
    begin, most = time.perf_counter(), 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, sum(_held(each) for each in _family(process.pid)))
            time.sleep(EVERY)
    return time.perf_counter() - begin, most


def _family(parent: int) -> list[int]:
    found = [parent]
    for each in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = each.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(each.parent.name))
    return found


def _held(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def main() -> None:
    """Measure and print."""
    forms = int(sys.argv[1]) if len(sys.argv) > 1 else FORMS
    with tempfile.TemporaryDirectory() as name:
        rulebook, folder = Path(name) / "rulebook.yaml", Path(name) / "forms"
        rulebook.write_text(rulebook_text(), encoding="utf-8")
        folder.mkdir()
        begin = time.perf_counter()
        write_forms(folder, rulebook, forms)
        print(f"{forms} forms of {CRITERIA} questions written in {time.perf_counter() - begin:.1f} s")
        commands: dict[str, list[Any]] = {
            "openpyxl": [sys.executable, "-c", PEER.format(read_only=False), str(folder)],
            "openpyxl, read-only": [sys.executable, "-c", PEER.format(read_only=True), str(folder)],
            "ictscore check": [sys.executable, "-m", "ictscore", "check", str(folder), "--rulebook", str(rulebook)],
            "ictscore check --workers 1": [
                *(sys.executable, "-m", "ictscore", "check", str(folder), "--rulebook", str(rulebook), "--workers", "1")
            ],
        }
        seconds: dict[str, list[float]] = {each: [] for each in commands}
        memory = dict.fromkeys(commands, 0)
        for _ in range(ROUNDS if forms <= FEW else 1):
            for title, command in commands.items():
                took, held = run(command)
                seconds[title].append(took)
                memory[title] = max(memory[title], held)
        peer = statistics.median(seconds["openpyxl"])
        for title in commands:
            took = statistics.median(seconds[title])
            print(f"{title:28} {took / peer:5.2f} × openpyxl ({took:5.1f} s)   {memory[title] / 1000:4.0f} MB")


if __name__ == "__main__":
    main()
