"""``ictscore reproduce``: what was published comes from the inputs, cell by cell, or it is said where not."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from ictscore.cli import run

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def round_(tmp_path, monkeypatch):
    """Score a sample in a folder of its own, with a file that is left out beside it, and return the folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ICTSCORE_LANG", "en")
    (tmp_path / "nhan").mkdir()
    shutil.copy(SAMPLES / "quangbinh-2018" / "survey.xlsx", tmp_path / "nhan" / "phieu.xlsx")
    (tmp_path / "nhan" / "Thumbs.db").write_bytes(b"x")
    assert run(["score", "nhan", "--rulebook", "quangbinh-2018", "-o", "kq.xlsx"]) == 0
    return tmp_path


def made_again(capsys, *more):
    """Return the exit code, the codes found and how many cells were compared."""
    capsys.readouterr()
    code = run(["reproduce", "kq.xlsx", *(more or ("--inputs", "nhan")), "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    return code, [each["code"] for each in document["findings"]], document["cells"]


def test_the_same_inputs_give_every_cell(round_, capsys):
    """From the same files nothing differs, and it is said how much was compared."""
    code, found, cells = made_again(capsys)
    assert (code, found) == (0, [])
    assert cells > 1000
    assert run(["reproduce", "kq.xlsx", "--inputs", "nhan"]) == 0
    assert f"All {cells} published cells are made again by the inputs." in capsys.readouterr().err


def test_files_are_known_by_their_hashes(round_, capsys):
    """Renamed and moved, the inputs are the same; another file beside them is not read."""
    (round_ / "kho" / "2018").mkdir(parents=True)
    (round_ / "nhan" / "phieu.xlsx").rename(round_ / "kho" / "2018" / "bản lưu.xlsx")
    shutil.copy(SAMPLES / "khanhhoa-2018" / "survey.xlsx", round_ / "kho" / "khac.xlsx")
    assert made_again(capsys, "--inputs", "kho")[:2] == (0, [])


def test_a_renamed_table_is_the_same(tmp_path, monkeypatch, capsys):
    """The sheet of a CSV file is called as the file was called then, whatever it is called now."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLES / "quangbinh-2018" / "survey.xlsx", "a.xlsx")
    book = openpyxl.load_workbook("a.xlsx", data_only=True)
    table = next(sheet for sheet in book if sheet.sheet_state == "visible")
    with Path("phieu.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["" if each is None else each for each in row] for row in table.iter_rows(values_only=True)])
    assert run(["score", "phieu.csv", "--rulebook", "quangbinh-2018", "-o", "kq.xlsx"]) == 0
    Path("phieu.csv").rename("bản lưu.csv")
    code, found, _ = made_again(capsys, "--inputs", "bản lưu.csv")
    assert (code, found) == (0, [])


def test_an_edited_cell_is_named(round_, capsys):
    """A total changed in the published workbook is not what the inputs give, even with the seal taken out."""
    book = openpyxl.load_workbook("kq.xlsx")
    sheet = next(each for each in book if each.title.startswith("Xếp hạng"))
    column = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == "#total")
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == 1)
    sheet.cell(row, column).value += 1
    book.save("kq.xlsx")
    assert run(["reproduce", "kq.xlsx", "--inputs", "nhan"]) == 1
    said = capsys.readouterr().out
    assert f"{sheet.title}!{sheet.cell(row, column).coordinate} — error SC217" in said


@pytest.mark.parametrize(
    ("change", "found", "code"),
    [
        ({"fill": PatternFill("solid", fgColor="FFFF00")}, "SC273", 0),
        ({"font": Font(name="Times New Roman", sz=11, b=True, strike=True)}, "SC272", 1),
        ({"number_format": '"95,00"'}, "SC218", 1),
        ({}, "SC219", 0),
    ],
    ids=["marked", "crossed out", "shows another number", "hidden"],
)
def test_where_only_looks_differ_it_exits_as_verify_does(round_, capsys, change, found, code):
    """The first total crossed out or showing another number: 1. Only marked, or its row hidden: told as a warning, and 0."""
    book = openpyxl.load_workbook("kq.xlsx")
    sheet = next(each for each in book if each.title.startswith("Xếp hạng"))
    column = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == "#total")
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == 1)
    for name, value in change.items():
        setattr(sheet.cell(row, column), name, value)
    sheet.row_dimensions[row].hidden = not change
    book.save("kq.xlsx")
    assert (run(["verify", "kq.xlsx"]), found in capsys.readouterr().out) == (code, True)
    assert (run(["reproduce", "kq.xlsx", "--inputs", "nhan"]), found in capsys.readouterr().out) == (code, True)


def test_a_changed_input_is_another_file(round_, capsys):
    """One byte more, and the input of then is missing: it is named with its hash, and nothing is compared."""
    with (round_ / "nhan" / "phieu.xlsx").open("ab") as stream:
        stream.write(b" ")
    assert run(["reproduce", "kq.xlsx", "--inputs", "nhan"]) == 2
    assert "The input nhan/phieu.xlsx (SHA-256 " in capsys.readouterr().err


def test_another_text_of_the_rulebook_is_refused(round_, capsys):
    """A rulebook that was changed since cannot vouch for the result: both hashes are told."""
    text = (SAMPLES.parent / "rulebooks" / "quangbinh-2018" / "rulebook.yaml").read_text(encoding="utf-8")
    (round_ / "quangbinh-2018").mkdir()
    changed = text.replace("title: ", "title: Khác, ", 1)
    (round_ / "quangbinh-2018" / "rulebook.yaml").write_text(changed, encoding="utf-8")
    assert run(["reproduce", "kq.xlsx", "--inputs", "nhan", "--rulebook", "quangbinh-2018"]) == 2
    assert "SC291" in capsys.readouterr().err


def test_the_flags_of_then_are_used(tmp_path, monkeypatch, capsys):
    """A provisional, strict result over a table with a hidden row left out is made again in the same way."""
    monkeypatch.chdir(tmp_path)
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as stream:
        head = ["unit", "group", "chinh_quyen_so", "kinh_te_so", "xa_hoi_so"]
        csv.writer(stream).writerows([head, ["Bắc Ninh", "tinh", "0.4449", "", "0.4"]])
    words = ["score", "a.csv", "--rulebook", "vn-dti-2020", "--provisional", "--strict", "--skip-hidden", "-o", "kq.xlsx"]
    assert run(words) == 1
    assert made_again(capsys, "--inputs", "a.csv")[:2] == (0, [])


def test_the_answers_about_names_are_inputs_too(tmp_path, monkeypatch, capsys):
    """A result in which “SNV” was answered needs that answer: without it, it is missing; with it, all is the same."""
    monkeypatch.chdir(tmp_path)
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["unit", "group", "can_bo"], ["SNV", "pl_i", "10"]])
    rulebook = ["--rulebook", "binhthuan-2020"]
    run(["check", "a.csv", *rulebook, "--ask", "unit-matches.xlsx"])
    book = openpyxl.load_workbook("unit-matches.xlsx")
    next(row[4] for row in book.worksheets[0].iter_rows() if row[2].value == "SNV").value = "Sở Nội vụ"
    book.save("unit-matches.xlsx")
    run(["score", "a.csv", *rulebook, "--provisional", "-o", "kq.xlsx"])
    assert run(["reproduce", "kq.xlsx", "--inputs", "a.csv"]) == 2
    assert "unit-matches.xlsx" in capsys.readouterr().err
    assert made_again(capsys, "--inputs", "a.csv", "--inputs", "unit-matches.xlsx")[:2] == (0, [])


def test_what_holds_no_result_is_refused(capsys):
    """A survey has no manifest."""
    survey = str(SAMPLES / "quangbinh-2018" / "survey.xlsx")
    assert run(["reproduce", survey, "--inputs", survey]) == 2
    assert "SC214" in capsys.readouterr().err
