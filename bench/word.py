"""Word forms read by our own guarded reader and by python-docx: time to import, size on disk, time per form, what is seen of messy ones.

Run: python bench/word.py
"""

from __future__ import annotations

import subprocess
import sys
import time
from importlib.metadata import files
from io import BytesIO
from pathlib import Path

import docx

from ictscore.errors import FileRefused
from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.word.form import write_word_form
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.word.document import read_word
from ictscore.survey.submission import Submission

MESSY = Path(__file__).parents[1] / "tests" / "survey" / "messy" / "files"
NAMES = ("tracked", "chosen", "placeholder", "struck", "fields", "numbered", "remarks", "merged", "cell-deleted", "entities")
RUNS = 5


def import_time(module: str, before: str) -> float:
    """Return how many seconds a module takes to import after another one."""
    return max(_fastest(f"import {before}, {module}") - _fastest(f"import {before}"), 0.0)


def _fastest(code: str) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def size_of(package: str) -> float:
    """Return the size of a distribution in megabytes."""
    return sum(path.stat().st_size for each in files(package) or () if (path := Path(str(each.locate()))).is_file()) / 1e6


def ours(path: Path) -> str:
    """Return what our reader says of the first answers of a form."""
    try:
        book = read_word(read_input(path))
    except FileRefused as refusal:
        return f"refused: {', '.join(each.code for each in refusal.findings)}"
    answers = [cell.text or cell.kind for cell in book.sheets[-1].cells.values() if cell.column == 4 and cell.row > 1]
    return f"{answers} {sorted({each.code for each in book.findings})}"


def theirs(path: Path) -> str:
    """Return what python-docx sees in the column of answers."""
    try:
        return str([row.cells[3].text for row in docx.Document(str(path)).tables[-1].rows][1:])
    except Exception as problem:  # noqa: BLE001 - whatever it raises is the answer
        return f"{type(problem).__name__}: {problem}"


def main() -> None:
    """Print the comparison."""
    before = "ictscore.survey.sheets.opening, ictscore.survey.layout"
    print(
        f"import: docx {import_time('docx', before):.3f} s, our reader {import_time('ictscore.survey.sheets.word.document', before):.3f} s"
    )
    print(f"on disk: python-docx {size_of('python-docx'):.1f} MB, lxml {size_of('lxml'):.1f} MB")
    loaded = load_rulebook("binhthuan-2020")
    data = write_word_form(loaded, Submission("Sở Y tế", "pl_i", {}))
    path = Path(sys.argv[0]).with_suffix(".docx")
    path.write_bytes(data)
    start = time.perf_counter()
    read_word(read_input(path))
    middle = time.perf_counter()
    [cell.text for table in docx.Document(BytesIO(data)).tables for row in table.rows for cell in row.cells]
    end = time.perf_counter()
    path.unlink()
    print(f"a form of {len(data) / 1000:.0f} kB: ours {middle - start:.3f} s, python-docx {end - middle:.3f} s")
    for name in NAMES:
        path = MESSY / f"word-{name}.docx"
        print(f"{name}\n  ours   {ours(path)}\n  theirs {theirs(path)}")


if __name__ == "__main__":
    main()
