"""``ictscore units``: what it lists, what names are taken for, and the workbook that asks."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from ictscore.cli import run

RULEBOOK = "binhthuan-2020"


def test_the_list_is_shown_by_group(capsys):
    """Units stand under their group with their other names and how we know of them; counts go to standard error."""
    assert run(["units", "list", RULEBOOK, "--group", "pl_iv", "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert "pl_iv (units: 10)" in told.out
    assert "formerly UBND thị xã Phan Thiết" in told.out
    assert "Sở Nội vụ" not in told.out
    assert "Units: 10 (from rulebooks/binhthuan-2020/units.yaml)." in told.err


def test_the_list_as_json_and_csv(capsys):
    """Programs get every key of every unit; CSV has what spreadsheets open, a row for each."""
    assert run(["units", "list", "tuyenquang-2019", "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["schema_version"], record["kind"], len(record["units"])) == ("1", "units", 45)
    commune = next(each for each in record["units"] if each["id"] == "xa-binh-an")
    assert (commune["parent"], commune["basis"], commune["valid_to"]) == ("ubnd-huyen-lam-binh", "inferred", None)
    assert run(["units", "list", "tuyenquang-2019", "--format", "csv", "--lang", "en"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff"))))
    assert (len(rows), rows[0]["name"]) == (45, "Sở Nội vụ")


def test_a_group_nobody_knows_and_a_rulebook_without_a_list(capsys):
    """Both are refused with what to do."""
    assert run(["units", "list", RULEBOOK, "--group", "pl_v", "--lang", "en"]) == 2
    assert "UN105" in capsys.readouterr().err
    assert run(["units", "list", "vn-dti-2022", "--lang", "en"]) == 2
    assert "The rulebook vn-dti-2022 has no list of units." in capsys.readouterr().err


def test_names_are_tried_on_the_list(capsys, tmp_path):
    """Each name is shown with what it is taken for and by which step; the exit code is 1 where one is not clear."""
    assert run(["units", "match", RULEBOOK, "TP Phan Thiết", "--lang", "en"]) == 0
    assert "UBND thành phố Phan Thiết" in capsys.readouterr().out
    names = tmp_path / "ten.txt"
    names.write_text("SNV\n\nso tai chinh\n", encoding="utf-8")
    assert run(["units", "match", RULEBOOK, "--from", str(names), "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert "Sở Nội vụ; Sở Ngoại vụ" in told.out
    assert "Names: 2; understood: 1; not clear or not in the list: 1." in told.err


@pytest.mark.parametrize("how", ["json", "csv"])
def test_matches_for_programs(capsys, how):
    """The same in JSON and CSV: kind, step, unit and candidates."""
    assert run(["units", "match", RULEBOOK, "SNV", "Sở KH&ĐT", "Kho bạc", "--format", how, "--lang", "en"]) == 1
    out = capsys.readouterr().out
    found = json.loads(out)["matches"] if how == "json" else list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert [each["kind"] for each in found] == ["asked", "understood", "unknown"]
    assert found[1]["unit"] == "Sở Kế hoạch và Đầu tư"
    assert found[0]["candidates"] in (["Sở Nội vụ", "Sở Ngoại vụ"], "Sở Nội vụ | Sở Ngoại vụ")


def test_names_are_wanted(capsys):
    """Without names there is nothing to match."""
    assert run(["units", "match", RULEBOOK, "--lang", "en"]) == 2
    assert "--from" in capsys.readouterr().err


@pytest.fixture
def survey(tmp_path):
    """Return a folder with a table in which one name is not clear."""
    folder = tmp_path / "nhan"
    folder.mkdir()
    (folder / "bang.csv").write_text("unit,group,so_cuoc_hop\nSNV,pl_i,3\nSở Y tế,pl_i,2\n", encoding="utf-8")
    return folder


def test_what_is_asked_is_answered_and_remembered(survey, tmp_path, monkeypatch, capsys):
    """The workbook asks; the answer in it holds from then on; when nothing is left to ask nothing is written."""
    monkeypatch.chdir(tmp_path)
    assert run(["units", "match", "nhan", "-r", RULEBOOK, "-o", "unit-matches.xlsx", "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert told.out.strip() == "unit-matches.xlsx"
    assert "Names noted as understood: 0; to be asked: 1." in told.err
    book = openpyxl.load_workbook("unit-matches.xlsx")
    assert [cell.value for cell in book.worksheets[0][5]][:3] == ["nhan/bang.csv", "bang!A2", "SNV"]
    book.worksheets[0]["E5"] = "Sở Nội vụ"
    book.save("unit-matches.xlsx")
    assert run(["units", "match", "nhan", "-r", RULEBOOK, "-o", "again.xlsx", "--lang", "en"]) == 0
    assert "Nothing is to be asked" in capsys.readouterr().err
    assert not (tmp_path / "again.xlsx").exists()
    run(["check", "nhan", "-r", RULEBOOK, "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert "UN121" not in {each["code"] for each in findings}
    assert [each["at"]["cell"] for each in findings if each["code"] == "UN126"] == ["A2"]


def test_answers_are_carried_over_and_nothing_else_is_overwritten_unasked(survey, tmp_path, monkeypatch, capsys):
    """New questions stand below the answers that were given; a workbook in which somebody wrote more stays, unless --force is given."""
    monkeypatch.chdir(tmp_path)
    (survey / "bang2.csv").write_text("unit,group,so_cuoc_hop\nsnv,pl_i,3\n", encoding="utf-8")
    command = ["units", "match", "nhan", "-r", RULEBOOK, "-o", "unit-matches.xlsx", "--lang", "en"]
    assert run(command) == 1
    book = openpyxl.load_workbook("unit-matches.xlsx")
    book.worksheets[0]["E5"] = "Sở Nội vụ"
    book.save("unit-matches.xlsx")
    assert run(command) == 1
    rows = [[cell.value for cell in row][2:5:2] for row in openpyxl.load_workbook("unit-matches.xlsx").worksheets[0].iter_rows(min_row=5)]
    assert rows == [["SNV", "Sở Nội vụ"], ["snv", None]]
    for cell, odd in (("E6", "Sở Nội Vịt"), ("G5", "đã hỏi chị Hoa")):
        book = openpyxl.load_workbook("unit-matches.xlsx")
        book.worksheets[0][cell] = odd
        book.save("khac.xlsx")
        Path("unit-matches.xlsx").write_bytes(Path("khac.xlsx").read_bytes())
        assert run(command) == 2
        assert run([*command, "--force"]) == 1
    capsys.readouterr()


def test_the_output_is_a_workbook_and_the_rulebook_has_a_list(survey, capsys):
    """Another ending and a rulebook without a list are refused."""
    assert run(["units", "match", str(survey), "-r", RULEBOOK, "-o", "x.csv", "--lang", "en"]) == 2
    assert run(["units", "match", str(survey), "-r", RULEBOOK, "--units", "none", "-o", "x.xlsx", "--lang", "en"]) == 2
    assert "UN134" in capsys.readouterr().err


def test_lint_checks_the_list_beside_a_rulebook(tmp_path, capsys, rules):
    """What is wrong in units.yaml is told with the rulebook, at its line."""
    criterion = "{id: c, max_points: 10, formula: {kind: count, of: x, each: 1}}"
    loaded = rules(f"{{id: thu, answers: {{x: {{label: Số, type: count}}}}, groups: [{{id: g}}], criteria: [{criterion}]}}")
    (loaded.path.parent / "units.yaml").write_text("units:\n- {id: a, name: Một, group: khac}\n", encoding="utf-8")
    assert run(["lint", str(loaded.path), "--lang", "en"]) == 1
    assert "units.yaml:2:29" in capsys.readouterr().out


def test_the_list_to_choose_from_is_in_the_order_of_the_alphabet(survey, tmp_path, monkeypatch):
    """As people look names up: Đ behind D, letters before tones; who is in no list comes last."""
    monkeypatch.chdir(tmp_path)
    assert run(["units", "match", "nhan", "-r", RULEBOOK, "-o", "unit-matches.xlsx"]) == 1
    listed = [row[0].value for row in openpyxl.load_workbook("unit-matches.xlsx")["_lists"].iter_rows()]
    ordered = ["Ban Dân tộc", "Đài Phát thanh - Truyền hình", "Sở Kế hoạch và Đầu tư", "Sở Khoa học và Công nghệ", "Sở Nội vụ"]
    ordered += ["Sở Nông nghiệp và Phát triển nông thôn", "UBND huyện Đức Linh", "Văn phòng UBND tỉnh"]
    places = [listed.index(each) for each in ordered]
    assert places == sorted(places)
    assert listed[-1].startswith("(")
