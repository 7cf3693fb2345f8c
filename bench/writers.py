"""Writing workbooks: XlsxWriter against openpyxl on the same table, as a ratio in one run, and whether each gives the same bytes twice."""

from __future__ import annotations

import hashlib
import io
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime

import openpyxl
import xlsxwriter

ROWS, COLUMNS, ROUNDS = 2_000, 60, 3


def with_xlsxwriter() -> bytes:
    """Return the table as XlsxWriter writes it, its date fixed."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    sheet = book.add_worksheet()
    for row in range(ROWS):
        sheet.write_string(row, 0, f"Đơn vị {row}")
        for column in range(1, COLUMNS):
            sheet.write_number(row, column, row * column / 4)
    book.close()
    return out.getvalue()


def with_openpyxl() -> bytes:
    """Return the table as openpyxl writes it, write-only, its date fixed."""
    out = io.BytesIO()
    book = openpyxl.Workbook(write_only=True)
    book.properties.created = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    sheet = book.create_sheet()
    for row in range(ROWS):
        sheet.append([f"Đơn vị {row}", *(row * column / 4 for column in range(1, COLUMNS))])
    book.save(out)
    return out.getvalue()


def median_seconds(work: Callable[[], bytes]) -> float:
    """Return the median processor time of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times)


def same_twice(work: Callable[[], bytes]) -> bool:
    """Return whether two runs, more than two seconds apart, give the same bytes."""
    first = hashlib.sha256(work()).hexdigest()
    time.sleep(2.1)
    return hashlib.sha256(work()).hexdigest() == first


def main() -> None:
    """Print the ratio and the two answers."""
    ratio = median_seconds(with_xlsxwriter) / median_seconds(with_openpyxl)
    print(f"writing {ROWS} × {COLUMNS}: XlsxWriter {ratio:.2f} × openpyxl (write-only)")
    print(f"same bytes twice: XlsxWriter {same_twice(with_xlsxwriter)}, openpyxl {same_twice(with_openpyxl)}")


if __name__ == "__main__":
    main()
