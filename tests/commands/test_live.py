"""``score --live`` and ``verify`` of live workbooks, as people type them."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from ictscore.cli import run

SURVEY = Path(__file__).parents[2] / "samples" / "bttt-phu-luc-1b" / "survey.xlsx"
RULEBOOK = "bttt-phu-luc-1b"


@pytest.fixture
def live(tmp_path, monkeypatch):
    """Return a live workbook that the command wrote."""
    monkeypatch.chdir(tmp_path)
    assert run(["score", str(SURVEY), "--rulebook", RULEBOOK, "--units", "none", "-o", "ket-qua.xlsx", "--live", "cong-thuc.xlsx"]) == 0
    return tmp_path / "cong-thuc.xlsx"


def test_both_workbooks_are_written(live, capsys):
    """The results workbook stands beside the live one, and the command says where both are; what was made before is replaced."""
    written = live.read_bytes()
    assert run(["score", str(SURVEY), "--rulebook", RULEBOOK, "--units", "none", "-o", "ket-qua.xlsx", "--live", "cong-thuc.xlsx"]) == 0
    said = capsys.readouterr()
    assert live.read_bytes() == written
    assert live.with_name("ket-qua.xlsx").exists()
    assert "Live workbook: cong-thuc.xlsx" in said.err


def test_verify_says_how_many_cells_agree(live, capsys):
    """As written everything agrees, in both languages, and the exit code is 0."""
    assert run(["verify", str(live)]) == 0
    assert "cells agree with the engine" in capsys.readouterr().err
    assert run(["verify", str(live), "--lang", "vi"]) == 0
    assert "đều khớp với kết quả chấm" in capsys.readouterr().err


@pytest.mark.usefixtures("office")
def test_recalculate_names_what_differs(live, capsys):
    """LibreOffice agrees with what was written; a rank typed over its formula is named with its cell, and the exit code is 1."""
    assert run(["verify", str(live), "--recalculate"]) == 0
    book = openpyxl.load_workbook(live)
    book["Xếp hạng"]["C7"] = 9
    book.save(live)
    capsys.readouterr()
    assert run(["verify", str(live), "--recalculate", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(each["code"], each["at"]["cell"]) for each in found] == [("SC265", "C7")]


def test_recalculate_is_for_live_workbooks(live, capsys):
    """A results workbook has no formulas to calculate: that is refused by name."""
    assert run(["verify", str(live.with_name("ket-qua.xlsx")), "--recalculate"]) == 2
    assert "SC269" in capsys.readouterr().err


def test_without_libreoffice(live, capsys, monkeypatch):
    """Without LibreOffice the command says what is missing and what to do, and exits with 2."""
    monkeypatch.setattr("ictscore.reports.live.verified.find_office", lambda: None)
    assert run(["verify", str(live), "--recalculate", "--lang", "en"]) == 2
    assert "Install LibreOffice" in capsys.readouterr().err


def test_a_live_workbook_is_scored_like_a_survey(live):
    """The answers in a live workbook are a survey of their own: scored again they give the same result."""
    assert run(["score", str(live), "--units", "none", "-o", "lai.xlsx"]) == 0
    first, second = (openpyxl.load_workbook(live.with_name(name)).worksheets[1] for name in ("ket-qua.xlsx", "lai.xlsx"))
    rows = [[[cell.value for cell in row][:8] for row in sheet.iter_rows(min_row=6)] for sheet in (first, second)]
    assert rows[0] == rows[1]


def test_another_rulebook_is_noticed(live, capsys):
    """Held against a rulebook with another text, the workbook is refused as made by another."""
    assert run(["verify", str(live), "--rulebook", "vn-ict-2017"]) != 0
    assert "SC268" in "".join(capsys.readouterr())
