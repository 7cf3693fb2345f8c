"""``ictscore form``: which workbook is written, and when none is."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from ictscore.cli import run
from ictscore.rulebook.load import load_rulebook
from ictscore.survey.layout import STAMP_SHEET
from ictscore.survey.reading import read_survey

HERE = "binhthuan-2020"


def stamp_of(path):
    """Return what the stamp of a workbook says."""
    return {row[0].value: row[1].value or "" for row in load_workbook(path)[STAMP_SHEET].iter_rows()}


def test_a_form_for_a_unit(tmp_path, capsys):
    """The form bears the unit, the group and the period, its name is printed, and it reads back as that unit's."""
    path = tmp_path / "phieu.xlsx"
    assert run(["form", HERE, "--group", "pl_i", "--unit", "Sở Tài chính", "--period", "2020", "-o", str(path)]) == 0
    assert capsys.readouterr().out.strip() == str(path)
    stamp = stamp_of(path)
    assert [stamp[key] for key in ("kind", "rulebook", "group", "unit", "period")] == ["form", HERE, "pl_i", "Sở Tài chính", "2020"]
    loaded = load_rulebook(HERE)
    (found,) = read_survey([path], loaded.rulebook, loaded.hash).submissions
    assert (found.unit, found.group) == ("Sở Tài chính", "pl_i")


def test_several_groups_are_listed(tmp_path, capsys):
    """Without --group a rulebook of several groups gives no form, but a list of its groups."""
    assert run(["form", HERE, "-o", str(tmp_path / "a.xlsx")]) == 2
    told = capsys.readouterr().err
    assert all(group in told for group in ("pl_i", "pl_ii", "pl_iii", "pl_iv"))
    assert not list(tmp_path.iterdir())


def test_one_group_needs_no_choice(tmp_path):
    """A rulebook of one group has one form."""
    assert run(["form", "quangbinh-2018", "-o", str(tmp_path / "a.xlsx")]) == 0
    assert stamp_of(tmp_path / "a.xlsx")["group"] == "cap_so"


def test_an_unknown_group_is_refused_with_the_nearest(tmp_path, capsys):
    """A group that does not exist is refused by name, and the nearest one is offered."""
    assert run(["form", HERE, "-g", "pl_v", "-o", str(tmp_path / "a.xlsx")]) == 2
    assert "UN105" in capsys.readouterr().err


@pytest.mark.parametrize(("more", "sheets"), [([], 4), (["--group", "pl_iii"], 1)])
def test_a_table(tmp_path, more, sheets):
    """A table has a sheet for each group, or for the one asked for."""
    assert run(["form", HERE, "--table", *more, "-o", str(tmp_path / "bang.xlsx")]) == 0
    book = load_workbook(tmp_path / "bang.xlsx")
    assert sum(sheet.sheet_state == "visible" for sheet in book.worksheets) == sheets


@pytest.mark.parametrize("more", [["--table", "--unit", "Sở Y tế", "-o", "a.xlsx"], ["--table", "-o", "a.csv"]])
def test_what_does_not_go_together(tmp_path, monkeypatch, more):
    """A unit for a table, and an output that is no workbook, are refused before anything is written."""
    monkeypatch.chdir(tmp_path)
    assert run(["form", HERE, *more]) == 2
    assert not list(tmp_path.iterdir())


def test_a_filled_form_is_not_written_over(tmp_path, capsys):
    """A blank form may be made again; once somebody has saved it, only --force writes over it."""
    path = str(tmp_path / "phieu.xlsx")
    command = ["form", "quangbinh-2018", "-o", path]
    assert run(command) == 0
    assert run(command) == 0
    book = load_workbook(path)
    book.properties.lastModifiedBy = "Nguyễn Văn A"
    book.save(path)
    assert run(command) == 2
    assert "IO401" in capsys.readouterr().err
    assert run([*command, "--force"]) == 0


def test_the_rulebook_itself_is_no_target(tmp_path, capsys):
    """The rulebook is an input: it is not written over whatever it is called."""
    folder = tmp_path / "r"
    folder.mkdir()
    text = load_rulebook("quangbinh-2018").path.read_text(encoding="utf-8")
    (folder / "rulebook.xlsx").write_text(text, encoding="utf-8")
    assert run(["form", str(folder / "rulebook.xlsx"), "--force", "-o", str(folder / "rulebook.xlsx")]) == 2
    assert "IO402" in capsys.readouterr().err
    assert (folder / "rulebook.xlsx").read_text(encoding="utf-8") == text
