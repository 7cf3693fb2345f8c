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
    told = capsys.readouterr().err
    assert "IO416" in told
    assert "--force would destroy what was typed there" in told
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


UNITS = """
units:
  - {id: so-tai-chinh, name: Sở Tài chính, group: pl_i}
  - {id: so-y-te, name: Sở Y tế, group: pl_i}
  - {id: phan-thiet, name: UBND thành phố Phan Thiết, group: pl_iv}
"""


@pytest.fixture
def units(tmp_path):
    """Return the path of a short list of units."""
    path = tmp_path / "units.yaml"
    path.write_text(UNITS, encoding="utf-8")
    return path


def test_a_form_for_every_unit_of_a_list(tmp_path, units, capsys):
    """Each unit gets a form of its group under a plain name with the period, its id stamped; counts and deadlines are told."""
    folder = tmp_path / "phieu"
    assert run(["form", HERE, "--units", str(units), "--period", "2020", "-o", str(folder)]) == 0
    names = ["So-Tai-chinh_2020.xlsx", "So-Y-te_2020.xlsx", "UBND-thanh-pho-Phan-Thiet_2020.xlsx"]
    assert sorted(each.name for each in folder.iterdir()) == names
    stamp = stamp_of(folder / names[2])
    assert [stamp[key] for key in ("group", "unit", "unit_id", "period")] == ["pl_iv", "UBND thành phố Phan Thiết", "phan-thiet", "2020"]
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"Forms made in {folder}: 3"
    assert [line.split(",")[0] for line in told[1:3]] == [
        "  pl_i “Nhóm áp dụng Phụ lục I”: 2",
        "  pl_iv “Nhóm áp dụng Phụ lục IV”: 1",
    ]
    assert [line.split(":")[0] for line in told[3:]] == ["  deadline before 30/9/2020", "  deadline before 10/11/2020"]


def test_one_group_of_a_list(tmp_path, units):
    """--group leaves the units of other groups out."""
    assert run(["form", HERE, "--units", str(units), "--group", "pl_iv", "-o", str(tmp_path / "p")]) == 0
    assert [each.name for each in (tmp_path / "p").iterdir()] == ["UBND-thanh-pho-Phan-Thiet.xlsx"]


def test_filled_forms_stop_all(tmp_path, units, capsys):
    """One form that somebody has filled in stops the making of all; nothing is overwritten and nothing is new."""
    folder, command = tmp_path / "phieu", ["form", HERE, "--units", str(units), "-o", str(tmp_path / "phieu")]
    assert run(command) == 0
    filled = folder / "So-Y-te.xlsx"
    book = load_workbook(filled)
    book.properties.lastModifiedBy = "Nguyễn Văn A"
    book.save(filled)
    (folder / "So-Tai-chinh.xlsx").unlink()
    before = filled.read_bytes()
    assert run(command) == 2
    assert "So-Y-te.xlsx" in capsys.readouterr().err
    assert filled.read_bytes() == before
    assert not (folder / "So-Tai-chinh.xlsx").exists()
    assert run([*command, "--force"]) == 0


def test_without_a_list_it_is_said_what_to_do(tmp_path, capsys):
    """A rulebook without a list of units gives no forms but the way to one; neither does a list without the group."""
    folder = tmp_path / "r"
    folder.mkdir()
    (folder / "rulebook.yaml").write_text(load_rulebook("quangbinh-2018").path.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(["form", str(folder), "--all-units", "-o", str(tmp_path / "p")]) == 2
    told = capsys.readouterr().err
    assert "IO411" in told
    assert "units.yaml" in told
    (folder / "units.yaml").write_text("units: [{id: a, name: Sở A, group: cap_so}]", encoding="utf-8")
    assert run(["form", str(folder), "--all-units", "-o", str(tmp_path / "p")]) == 0
    assert run(["form", HERE, "-g", "pl_i", "--units", str(folder / "units.yaml"), "-o", str(tmp_path / "q")]) == 2
    assert not (tmp_path / "q").exists()


def test_parents_are_filled_in(tmp_path):
    """A commune's form names the district it belongs to, by the list."""
    text = "units:\n  - {id: h, name: UBND huyện A, group: nhom_2}\n  - {id: x, name: UBND xã B, group: nhom_3, parent: h}\n"
    (tmp_path / "u.yaml").write_text(text, encoding="utf-8")
    assert run(["form", "khanhhoa-2018", "--units", str(tmp_path / "u.yaml"), "-o", str(tmp_path / "p")]) == 0
    loaded = load_rulebook("khanhhoa-2018")
    (found,) = read_survey([tmp_path / "p" / "UBND-xa-B.xlsx"], loaded.rulebook, loaded.hash).submissions
    assert found.parent == "UBND huyện A"


def test_answers_of_an_older_form_are_carried_over(tmp_path, capsys):
    """A form of the decision of 2019 gives its answers to one of 2020; what is left out is said at its cell."""
    source = load_rulebook("binhthuan-2019").path.parents[2] / "samples" / "binhthuan-2019" / "forms" / "so-noi-vu.xlsx"
    target = tmp_path / "moi.xlsx"
    assert run(["form", HERE, "--carry-over", str(source), "-o", str(target)]) == 0
    said = capsys.readouterr()
    assert said.out.strip() == str(target)
    assert "SV513" in said.err
    loaded, old = load_rulebook(HERE), load_rulebook("binhthuan-2019")
    (new,) = read_survey([target], loaded.rulebook, loaded.hash).submissions
    (before,) = read_survey([source], old.rulebook, old.hash).submissions
    assert new.unit == before.unit
    assert new.answers["self"]["can_bo"].value == before.answers["self"]["can_bo"].value


def test_a_folder_of_older_forms(tmp_path, capsys):
    """A folder gives a folder, with a form for each older one; a file's name is refused for it."""
    source = load_rulebook("binhthuan-2019").path.parents[2] / "samples" / "binhthuan-2019" / "forms"
    assert run(["form", HERE, "--carry-over", str(source), "-o", str(tmp_path / "moi")]) == 0
    assert len(list((tmp_path / "moi").iterdir())) == len(list(source.glob("*.xlsx")))
    assert "Forms made in" in capsys.readouterr().out
    assert run(["form", HERE, "--carry-over", str(source), "-o", str(tmp_path / "x.xlsx")]) == 2
    assert "IO413" in capsys.readouterr().err


def test_two_older_forms_of_one_unit_are_told(tmp_path, capsys):
    """Which of a unit's older forms holds nobody knows: both are carried over, and both are named."""
    source = load_rulebook("binhthuan-2019").path.parents[2] / "samples" / "binhthuan-2019" / "forms" / "so-noi-vu.xlsx"
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(source.read_bytes())
    assert run(["form", HERE, "--carry-over", str(tmp_path), "-o", str(tmp_path / "moi"), "--lang", "en"]) == 0
    told = " ".join(capsys.readouterr().err.split())
    assert "“Sở Nội vụ” sent 2 older forms" in told
    assert "SV519" in told


@pytest.mark.parametrize("more", [["--all-units", "--unit", "A"], ["--all-units", "--table"], ["--carry-over", "x.xlsx", "--unit", "A"]])
def test_ways_of_making_forms_do_not_mix(tmp_path, capsys, more):
    """A single unit, all units, older forms and a table are four different wishes."""
    assert run(["form", HERE, *more, "-o", str(tmp_path / "p")]) == 2
    assert not list(tmp_path.iterdir())
