"""Promises about findings printed under their files: nothing but notes is drawn together, and every place keeps its sentence."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.findings_by_file import MOST_CELLS, MOST_MESSAGES, print_by_file
from ictscore.words import speak


@pytest.fixture(autouse=True)
def _english():
    speak("en")


def printed(*findings):
    """Return the lines that are printed."""
    stream = io.StringIO()
    print_by_file(Console(file=stream, width=400, color_system=None), findings)
    return stream.getvalue().splitlines()


def at(cell, sheet="Phiếu", file="a.xlsx"):
    """Return a place."""
    return Place(file, sheet=sheet, cell=cell)


def taken(cell, read="Có ạ", **where):
    """Return the note that a word was taken for yes."""
    return finding("SV225", at(cell, **where), read=read, value="yes", odd="", label="Có mạng", answer="co_mang")


def test_notes_that_say_the_same_are_one_line_with_their_cells():
    """The sheet is named once, the sentence once, and what to do once."""
    lines = printed(taken("E4"), taken("E7"), taken("E9"), taken("B2", sheet="Hai"))
    assert lines[0] == "a.xlsx (errors: 0, warnings: 0, notes: 4)"
    assert lines[1] == "Phiếu!E4, E7, E9, Hai!B2 — note SV225"
    assert len(lines) == 4


def test_notes_that_say_different_things_keep_their_cells():
    """Each sentence stands behind the cells it is about."""
    lines = printed(taken("E4"), taken("E5", "x"), taken("E6"))
    assert lines[1] == "Phiếu — note SV225"
    assert [line.partition(": ")[0] for line in lines[2:4]] == ["  E4, E6", "  E5"]
    assert ["“Có ạ”" in lines[2], "“x”" in lines[3], lines[4][:4], len(lines)] == [True, True, "  → ", 5]


def test_of_very_many_the_rest_is_counted():
    """More cells or sentences than can be taken in are counted; no note is lost from the counts."""
    same = printed(*(taken(f"E{row}") for row in range(1, MOST_CELLS + 4)))
    assert same[1].endswith(f"E{MOST_CELLS} and 3 more — note SV225")
    differing = printed(*(taken(f"E{row}", str(row)) for row in range(1, MOST_MESSAGES + 3)))
    assert len(differing) == 1 + 1 + MOST_MESSAGES + 1 + 1
    assert differing[-2] == "  and 2 more notes of this kind"


def test_what_somebody_has_to_read_is_never_left_out():
    """A comment may say that its answer does not hold: each is printed, however many a file has."""
    said = [finding("SV427", at(f"E{row}"), read=f"ý kiến {row}") for row in range(1, 21)]
    lines = printed(*said)
    assert all(any(f"“ý kiến {row}”" in line for line in lines) for row in range(1, 21))


def test_notes_told_together_count_once_among_a_hundred():
    """Fifty files with eight notes each all have their line; of a hundred and one files the last is counted with its notes."""
    lines = printed(*(taken(f"E{row}", file=f"{name:03}.xlsx") for name in range(50) for row in range(8)))
    assert sum("— note SV225" in line for line in lines) == 50
    lines = printed(*(taken(f"E{row}", file=f"{name:03}.xlsx") for name in range(101) for row in range(8)))
    assert (sum("— note SV225" in line for line in lines), lines[-1]) == (100, "SV225: and 8 more of this kind.")


def test_what_to_do_about_a_kind_of_note_is_said_once():
    """In the next file the note stands without it; errors and warnings always say what to do."""
    lines = printed(taken("E4"), taken("E4", file="b.xlsx"), *(finding("SV413", Place(name)) for name in ("c.xlsx", "d.xlsx")))
    assert sum(line.startswith("  → ") for line in lines) == 3
    assert lines.count("b.xlsx (errors: 0, warnings: 0, notes: 1)") == 1


def test_errors_and_warnings_are_never_drawn_together():
    """Each has to be mended at its cell."""
    asked = [finding("SV437", at(f"{letter}:{letter}"), column=letter) for letter in "CD"]
    lines = printed(*asked)
    assert [line for line in lines if "SV437" in line] == ["Phiếu!C:C — warning SV437", "Phiếu!D:D — warning SV437"]


def test_the_order_of_other_findings_stays():
    """Notes move up to the first of their kind, nothing else moves."""
    lines = printed(taken("E1"), finding("SV437", at("C:C"), column="C"), taken("E3"))
    assert [line.rpartition(" — ")[2] for line in lines if " — " in line] == ["note SV225", "warning SV437"]


def test_files_with_errors_come_first():
    """What goes back is seen before what is only to be known."""
    lines = printed(taken("E1"), finding("SV413", Place("z.xlsx")))
    assert next(line for line in lines if "errors: " in line).startswith("z.xlsx")
