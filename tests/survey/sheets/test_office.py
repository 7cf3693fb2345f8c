"""Promises about LibreOffice as a helper: a copy is calculated, off the network, without macros, in bounded time."""

from __future__ import annotations

import os
import socket
import threading
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from ictscore.survey.sheets import office as room
from ictscore.survey.sheets.office import OfficeFailed, find_office, recalculate
from ictscore.survey.sheets.workbook import read_workbook


def book(*formulas: tuple[str, object]) -> bytes:
    """Return a workbook with formulas and their stored values in column A."""
    stream = BytesIO()
    made = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = made.add_worksheet("Bảng")
    for row, (text, value) in enumerate(formulas):
        sheet.write_formula(row, 0, text, None, value)
    made.close()
    return stream.getvalue()


def script(folder: Path, text: str) -> Path:
    """Return a program that runs a shell script in place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_every_formula_is_calculated_again(office_program, books):
    """Stored values are not trusted, whatever program is said to have written them."""
    data = recalculate(office_program, book(("=10+10", 19), ("=A1/2", "")), ".xlsx")
    cells = read_workbook(books.input_file(data)).sheets[0].cells
    assert [(cell.text, cell.is_formula) for cell in cells.values()] == [("20", True), ("10", True)]


def test_nothing_is_asked_of_the_network(office_program):
    """A formula that would fetch a page fetches nothing."""
    knocks: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        stop = threading.Event()

        def listen() -> None:
            while not stop.is_set():
                try:
                    knocks.append(server.accept())
                except TimeoutError:
                    continue

        listener = threading.Thread(target=listen)
        listener.start()
        recalculate(office_program, book((f'=_xlfn.WEBSERVICE("http://127.0.0.1:{server.getsockname()[1]}/")', 1)), ".xlsx")
        stop.set()
        listener.join()
    assert knocks == []


def test_what_is_no_workbook_fails(office_program):
    """A file LibreOffice cannot make a workbook of is a failure with a reason."""
    with pytest.raises(OfficeFailed):
        recalculate(office_program, b"PK\x03\x04 and no more", ".xlsx")


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for LibreOffice")
def test_one_that_hangs_is_ended(tmp_path, monkeypatch):
    """Patience has an end, and what LibreOffice started ends with it."""
    monkeypatch.setattr(room, "_PATIENCE", 0.2)
    with pytest.raises(OfficeFailed) as caught:
        recalculate(script(tmp_path, "sleep 60 & sleep 60"), b"x", ".xlsx")
    assert str(caught.value.reason) == "LibreOffice took longer than 0.2 seconds"


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for LibreOffice")
def test_what_it_writes_is_bounded(tmp_path, monkeypatch):
    """A workbook that grew past what we read is not taken."""
    monkeypatch.setattr(room, "LIMITS", room.LIMITS.__class__(file_bytes=3))
    for_each = 'while [ "$1" != --outdir ]; do shift; done; mkdir "$2"; echo "%s" > "$2/survey.xlsx"'
    with pytest.raises(OfficeFailed) as caught:
        recalculate(script(tmp_path, for_each % "abcdef"), b"x", ".xlsx")
    assert str(caught.value.reason) == "what LibreOffice wrote is too large"


def test_a_program_that_is_none_fails(tmp_path):
    """A path that cannot be started is a failure with the reason of the system."""
    with pytest.raises(OfficeFailed) as caught:
        recalculate(tmp_path / "nothing", b"x", ".xlsx")
    assert "cannot be started" in str(caught.value.reason)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for LibreOffice")
def test_it_is_found_by_name_or_where_it_usually_stands(tmp_path, monkeypatch):
    """The path comes first, then the usual places; None where it is not installed."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(room, "_USUAL_PLACES", (str(tmp_path / "usual"),))
    assert find_office() is None
    (tmp_path / "usual").touch()
    assert find_office() == tmp_path / "usual"
    assert find_office() != script(tmp_path, "true")
    assert find_office() == tmp_path / "soffice"
