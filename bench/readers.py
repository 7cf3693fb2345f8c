"""Reading workbooks: our guarded reader against openpyxl and python-calamine on the same file, as ratios in one run."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import python_calamine
import xlsxwriter

from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.workbook import read_workbook

ROWS, COLUMNS, ROUNDS = 5_000, 60, 3


def write_file(path: Path) -> None:
    """Write a sheet of numbers."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    for row in range(ROWS):
        for column in range(COLUMNS):
            sheet.write_number(row, column, row * column / 4)
    book.close()


def median_seconds(work: Callable[[], object]) -> float:
    """Return the median processor time of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times)


def by_cells(path: Path) -> int:
    """Look at every cell with openpyxl, read-only."""
    book = openpyxl.load_workbook(path, read_only=True)
    return sum(1 for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)


def by_values(path: Path) -> int:
    """Look at every value with openpyxl, read-only."""
    book = openpyxl.load_workbook(path, read_only=True)
    return sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value is not None)


def by_calamine(path: Path) -> int:
    """Look at every value with python-calamine."""
    book = python_calamine.CalamineWorkbook.from_path(path)
    return sum(len(row) for row in book.get_sheet_by_index(0).to_python(skip_empty_area=False))


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "numbers.xlsx"
        write_file(path)
        ours = median_seconds(lambda: read_workbook(read_input(path)))
        for peer, work in (("openpyxl by cells", by_cells), ("openpyxl by values", by_values), ("python-calamine", by_calamine)):
            print(f"reading {ROWS} × {COLUMNS}: ours {ours / median_seconds(lambda work=work: work(path)):.2f} × {peer}")


if __name__ == "__main__":
    main()
