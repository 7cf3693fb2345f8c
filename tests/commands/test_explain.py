"""``ictscore explain``: one unit, number by number."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ictscore.cli import run

HEAD = ["unit", "group", "chinh_quyen_so", "kinh_te_so", "xa_hoi_so"]
RULEBOOK = ["--rulebook", "vn-dti-2020"]


@pytest.fixture(autouse=True)
def _survey(tmp_path, monkeypatch):
    """Stand in a folder with a survey of two units."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ICTSCORE_LANG", "en")
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEAD, ["Bắc Ninh", "tinh", "0.4449", "0.3", "0.4"], ["Bắc Giang", "tinh", "0.2", "0.3", "0.4"]])


def test_all_criteria_of_a_unit(capsys):
    """Capitals and blanks in the name do not count; every criterion is told with its cell."""
    assert run(["explain", "a.csv", "bắc  ninh", *RULEBOOK]) == 0
    out = capsys.readouterr().out
    assert "Bắc Ninh" in out
    assert "chinh_quyen_so = 0.4449" in out
    assert "a.csv" in out


@pytest.mark.parametrize("wanted", ["1.1", "chinh_quyen_so"])
def test_one_criterion_by_number_or_section(capsys, wanted):
    """A criterion's number or id, and a section's id, narrow it down."""
    assert run(["explain", "a.csv", "Bắc Ninh", wanted, *RULEBOOK, "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [each["number"] for each in document["units"][0]["criteria"]] == ["1.1"]


def test_an_unknown_unit_names_the_nearest(capsys):
    """A misspelt name is answered with the one that was probably meant."""
    assert run(["explain", "a.csv", "Bắc Nin", *RULEBOOK]) == 2
    assert "Bắc Ninh" in capsys.readouterr().err


def test_an_unknown_criterion_is_refused(capsys):
    """So is a criterion nobody has."""
    assert run(["explain", "a.csv", "Bắc Ninh", "9.9", *RULEBOOK]) == 2
    assert "SC203" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["khong-co.csv", "Bắc Ninh"], ["a.csv"], ["a.csv", "x", "y", "z"], ["khong-co.csv"]])
def test_words_that_are_no_question(capsys, words):
    """A missing file, a missing unit or a word too many is told in a sentence."""
    assert run(["explain", *words, *RULEBOOK]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_folder_with_the_unit_s_name_is_no_survey(capsys, tmp_path):
    """Where a folder is called like the unit, the words are still survey, unit, criterion."""
    (tmp_path / "Bắc Ninh").mkdir()
    for words in (["Bắc Ninh"], ["Bắc Ninh", "1.1"]):
        assert run(["explain", "a.csv", *words, *RULEBOOK]) == 0
        assert "Bắc Ninh –" in capsys.readouterr().out


def test_two_surveys_and_a_unit(capsys, tmp_path):
    """Two files before the unit are both the survey."""
    with (tmp_path / "b.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEAD, ["Cà Mau", "tinh", "0.3", "0.3", "0.4"]])
    assert run(["explain", "a.csv", "b.csv", "Cà Mau", *RULEBOOK]) == 0
    assert "Cà Mau –" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["x" * 300, "ă" * 200])
def test_a_word_too_long_for_a_file_is_a_unit(capsys, word):
    """No file system has such a name, so it is a unit, and an unknown one."""
    assert run(["explain", "a.csv", word, *RULEBOOK]) == 2
    assert "UN109" in capsys.readouterr().err


def test_progress_is_shown_on_a_terminal_only(monkeypatch):
    """A long count draws a bar where somebody watches, and nothing elsewhere."""
    import io

    from rich.console import Console

    from ictscore.commands import progress

    stream = io.StringIO()
    monkeypatch.setattr(progress, "talk", lambda: Console(file=stream, force_terminal=True, width=80))
    with progress.counting("Scoring", 500) as done:
        done(500)
    assert "Scoring" in stream.getvalue()
    drawn = stream.getvalue()
    with progress.counting("Scoring", 5) as done:
        done(5)
    assert stream.getvalue() == drawn


def test_an_explanation_with_errors_standing_is_no_result(tmp_path, monkeypatch, capsys):
    """Where errors stand in the survey, explain tells them, says that nothing of it may be published, and ends with 1."""
    import openpyxl

    survey = tmp_path / "survey.xlsx"
    book = openpyxl.load_workbook(Path(__file__).parents[2] / "samples" / "binhthuan-2020" / "survey.xlsx")
    sheet = book["Phụ lục II"]
    column = next(cell.column for cell in sheet[1] if cell.value == "can_bo_co_may")
    row = next(cell.row for cell in sheet["B"] if cell.value == "Thanh tra tỉnh")
    sheet.cell(row, column).value = "mười"
    book.save(survey)
    monkeypatch.chdir(tmp_path)
    assert run(["explain", "survey.xlsx", "--rulebook", "binhthuan-2020", "Văn phòng UBND tỉnh", "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert "SV2" in said.err
    assert "provisional" in said.err
    assert said.out.startswith("Văn phòng UBND tỉnh – Nhóm áp dụng Phụ lục II – PROVISIONAL\n")
    assert run(["explain", "survey.xlsx", "--rulebook", "binhthuan-2020", "Văn phòng UBND tỉnh", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["provisional"] is True


def test_missing_units_are_named_in_one_line(small_round, capsys):
    """Of a group that is not complete an explanation names the units once, as a score does, and not with three lines for each."""
    small_round.fill("noi-vu", "Sở Nội vụ", nguoi=40, may=38, mang=True)
    assert run(["explain", str(small_round.folder), "Sở Nội vụ", "-r", small_round.rulebook, "--lang", "en"]) == 1
    err = capsys.readouterr().err
    assert "UN104" not in err
    assert err.count("is not complete; missing: ") == len({line for line in err.splitlines() if "missing: " in line})
    assert "Sở Tài chính" in err


def test_a_page_is_written_once(capsys):
    """A page goes into the file named, is not overwritten without being asked, and is in the rulebook's language."""
    assert run(["explain", "a.csv", "Bắc Ninh", *RULEBOOK, "--format", "html", "-o", "bac-ninh.html"]) == 0
    page = Path("bac-ninh.html").read_text(encoding="utf-8")
    assert "DIỄN GIẢI ĐIỂM CỦA Bắc Ninh" in page
    assert run(["explain", "a.csv", "Bắc Giang", *RULEBOOK, "--format", "html", "-o", "bac-ninh.html"]) == 2
    assert "IO401" in capsys.readouterr().err
    assert Path("bac-ninh.html").read_text(encoding="utf-8") == page
    assert run(["explain", "a.csv", "Bắc Giang", *RULEBOOK, "--format", "html", "-o", "bac-ninh.html", "--force"]) == 0
    assert "Bắc Giang" in Path("bac-ninh.html").read_text(encoding="utf-8")


def test_a_page_never_overwrites_the_survey(capsys):
    """The survey is no place for a page, even by force."""
    before = Path("a.csv").read_bytes()
    assert run(["explain", "a.csv", "Bắc Ninh", *RULEBOOK, "--format", "markdown", "-o", "a.csv", "--force"]) == 2
    assert "IO402" in capsys.readouterr().err
    assert Path("a.csv").read_bytes() == before


def test_text_has_no_file(capsys):
    """-o is for pages; text goes to the terminal or through the shell."""
    assert run(["explain", "a.csv", "Bắc Ninh", *RULEBOOK, "-o", "x.txt"]) == 2
    assert not Path("x.txt").exists()


def test_json_tells_rule_and_lost_points(capsys):
    """0.2 of 400, 0.3 of 300 and 0.4 of 300 leave 320, 210 and 180 lost; every criterion has its rule in words."""
    assert run(["explain", "a.csv", "Bắc Giang", *RULEBOOK, "--format", "json"]) == 0
    unit = json.loads(capsys.readouterr().out)["units"][0]
    assert [each["points"] for each in unit["lost"]] == ["320", "210", "180"]
    assert all(each["rule"] for each in unit["criteria"])


def test_every_unit_gets_its_letter(capsys):
    """One page a unit, named after it, in the rulebook's language; nothing is overwritten unasked."""
    assert run(["explain", "a.csv", *RULEBOOK, "--all", "-o", "thu"]) == 0
    assert "Letters written into thu: 2." in capsys.readouterr().out
    assert sorted(each.name for each in Path("thu").iterdir()) == ["Bac-Giang.html", "Bac-Ninh.html"]
    assert "DIỄN GIẢI ĐIỂM CỦA Bắc Giang" in Path("thu/Bac-Giang.html").read_text(encoding="utf-8")
    assert run(["explain", "a.csv", *RULEBOOK, "--all", "-o", "thu"]) == 2
    assert run(["explain", "a.csv", *RULEBOOK, "--all", "-o", "thu", "--format", "markdown"]) == 0
    assert Path("thu/Bac-Ninh.md").exists()


def test_letters_of_a_round_with_errors_say_that_they_are_provisional(capsys):
    """An answer nobody can read makes every letter provisional, on its face."""
    Path("a.csv").write_text(Path("a.csv").read_text(encoding="utf-8").replace("0.4449", "khá"), encoding="utf-8")
    assert run(["explain", "a.csv", *RULEBOOK, "--all", "-o", "thu"]) == 1
    assert 'class="warning"' in Path("thu/Bac-Giang.html").read_text(encoding="utf-8")
    assert "TẠM TÍNH" in Path("thu/Bac-Giang.html").read_text(encoding="utf-8")


def test_letters_want_a_folder(capsys):
    """--all without -o is a question of usage."""
    assert run(["explain", "a.csv", *RULEBOOK, "--all"]) == 2
    assert "-o FOLDER" in capsys.readouterr().err


def test_a_survey_without_a_unit_is_told_what_is_missing(tmp_path, capsys):
    """A file alone does not say what is to be explained."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK")
    assert run(["explain", str(path), "--lang", "en"]) == 2
    assert "Name a unit behind the survey" in capsys.readouterr().err


def test_results_are_not_explained_but_say_where_they_are(tmp_path, small_round, capsys):
    """Who gives the results workbook learns that it says itself how points came about, and which file explain wants."""
    small_round.usual()
    path = tmp_path / "kq.xlsx"
    run(["score", str(small_round.folder), "-r", small_round.rulebook, "--provisional", "-o", str(path), "--lang", "en"])
    capsys.readouterr()
    assert run(["explain", str(path), "Sở Nội vụ", "--lang", "en"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "Give the survey it was made from: the sheet “Xuất xứ” names it." in told
    names = load_workbook(path).sheetnames
    assert "Xuất xứ" in names
    assert any(each.startswith("Diễn giải") for each in names)
