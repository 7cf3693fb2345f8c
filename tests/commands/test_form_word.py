"""``ictscore form`` and Word: forms are written as documents, and everything that takes a form takes them."""

from __future__ import annotations

import pytest
from word_forms import typed

from ictscore.cli import run

HERE = "binhthuan-2020"


@pytest.fixture
def form(tmp_path):
    """Return a Word form for Sở Tài chính."""
    path = tmp_path / "phieu.docx"
    assert run(["form", HERE, "-g", "pl_i", "-u", "Sở Tài chính", "--period", "2020", "-o", str(path)]) == 0
    return path


def test_the_ending_decides(form, capsys):
    """A name that ends in .docx gives a Word document; it may be made again in its place, but nothing else is written over."""
    again = ["form", HERE, "-g", "pl_i", "-u", "Sở Tài chính", "--period", "2020", "-o"]
    assert run([*again, str(form)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(form)
    assert form.read_bytes().startswith(b"PK")
    letter = form.with_name("thu.docx")
    letter.write_bytes(b"not ours")
    assert run([*again, str(letter)]) == 2
    assert letter.read_bytes() == b"not ours"


def test_all_units_in_word(tmp_path, capsys):
    """With --word a folder gets a document for every unit, named as the workbooks are."""
    assert run(["form", HERE, "--all-units", "-g", "pl_ii", "--word", "--period", "2020", "-o", str(tmp_path / "p")]) == 0
    assert {path.suffix for path in (tmp_path / "p").iterdir()} == {".docx"}
    assert run(["check", str(tmp_path / "p"), "--rulebook", HERE]) == 1
    assert "0 not received" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--table", "-o", "t.docx"], "A table is a workbook"),
        (["--table", "--word", "-o", "t.xlsx"], "A table is a workbook"),
        (["--word", "-g", "pl_i", "-o", "t.xlsx"], "no name of a Word document"),
        (["-g", "pl_i", "-o", "t.odt"], "must end in .xlsx or .docx"),
    ],
)
def test_names_that_do_not_fit_are_refused(tmp_path, monkeypatch, capsys, more, said):
    """What cannot be written under a name is refused before anything is made."""
    monkeypatch.chdir(tmp_path)
    assert run(["form", HERE, *more]) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_word_form_is_checked_scored_explained_and_carried_over(form, tmp_path, capsys):
    """One filled form goes through every command that takes a workbook, and its answer is found at its cell."""
    form.write_bytes(typed(form.read_bytes(), {"so_cuoc_hop": "4", "nhiem_vu_ke_hoach": "1.250"}))
    assert run(["check", str(form), "--rulebook", HERE, "--return", str(tmp_path / "tra")]) == 1
    assert "“1.250” can be 1.25 or 1250" in capsys.readouterr().out
    assert sorted(path.suffix for path in (tmp_path / "tra").iterdir()) == [".json", ".txt", ".xlsx"]
    assert run(["score", str(form), "--rulebook", HERE, "--provisional", "-o", str(tmp_path / "r.xlsx")]) == 1
    capsys.readouterr()
    assert run(["explain", str(form), "--rulebook", HERE, "Sở Tài chính", "1.2"]) == 1
    assert "phieu.docx › Bảng 2!D" in capsys.readouterr().out
    assert run(["form", HERE, "--carry-over", str(form), "-o", str(tmp_path / "moi.docx")]) == 0
    assert "Carried over: 1" in capsys.readouterr().err
    assert run(["check", str(tmp_path / "moi.docx"), "--rulebook", HERE]) == 1
    assert "1 given, 52 missing" in capsys.readouterr().err
