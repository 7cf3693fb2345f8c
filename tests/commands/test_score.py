"""``ictscore score``: what it prints where, what it writes, and its exit codes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from ictscore.cli import run

HEAD = ["unit", "group", "chinh_quyen_so", "kinh_te_so", "xa_hoi_so"]
GOOD = [["Bắc Ninh", "tinh", "0.4449", "0.3", "0.4"], ["Bắc Giang", "tinh", "0.2", "0.3", "0.4"]]
BAD = [["Bắc Ninh", "tinh", "khoảng một nửa", "0.3", "0.4"]]


@pytest.fixture
def survey(tmp_path, monkeypatch):
    """Stand in a new folder and return what writes a survey there and names it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ICTSCORE_LANG", "en")

    def make(rows, name="khao-sat.csv"):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([HEAD, *rows])
        return name

    return make


def score(*arguments):
    """Score by the index of 2020, in English."""
    return run(["score", *arguments, "--rulebook", "vn-dti-2020"])


def files():
    """Return what lies in the current folder."""
    return sorted(each.name for each in Path.cwd().iterdir())


def test_a_sound_survey_gives_a_workbook(survey, tmp_path, capsys):
    """Tables go to standard output, talk to standard error, the workbook into the current folder, and the answer is yes."""
    assert score(survey(GOOD)) == 0
    out, err = capsys.readouterr()
    assert "Bắc Ninh" in out
    assert "Results: khao-sat.vn-dti-2020.results.xlsx" in err
    assert "ictscore explain khao-sat.csv --rulebook vn-dti-2020 'Bắc Ninh'" in err
    assert (tmp_path / "khao-sat.vn-dti-2020.results.xlsx").is_file()
    assert files() == ["khao-sat.csv", "khao-sat.vn-dti-2020.results.xlsx"]


def test_results_that_are_open_in_excel_stand_beside(survey, tmp_path, capsys, monkeypatch):
    """What somebody has open is not written to; the results stand under the next name, one sentence says so, and the answer is yes."""
    plain = Path.replace

    def held(self, other):
        if Path(other).name == "khao-sat.vn-dti-2020.results.xlsx":
            raise PermissionError(13, "held")
        return plain(self, other)

    monkeypatch.setattr(Path, "replace", held)
    assert score(survey(GOOD)) == 0
    said = capsys.readouterr().err
    assert "warning IO414" in said
    assert "Results: khao-sat.vn-dti-2020.results_2.xlsx" in said
    assert files() == ["khao-sat.csv", "khao-sat.vn-dti-2020.results_2.xlsx"]


def test_a_folder_names_its_results(survey, tmp_path, capsys):
    """A folder of surveys is scored as one, and the results, in a folder of the day, are named after it."""
    (tmp_path / "nhan").mkdir()
    survey(GOOD[:1], "nhan/1.csv")
    survey(GOOD[1:], "nhan/2.csv")
    assert score("nhan") == 0
    assert len(list((tmp_path / "results").glob("????-??-??/nhan.vn-dti-2020.results.xlsx"))) == 1


def test_while_an_error_stands_nothing_is_written(survey, capsys):
    """The findings are printed, no file appears, and the answer is no."""
    assert score(survey(BAD)) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "khao-sat.csv" in err
    assert "Nothing was written" in err
    assert files() == ["khao-sat.csv"]


def test_a_refusal_as_json(survey, capsys):
    """Machines get the findings where they would have got the results."""
    assert score(survey(BAD), "--format", "json") == 1
    document = json.loads(capsys.readouterr().out)
    assert document["kind"] == "findings"
    assert document["summary"]["error"] >= 1


def test_provisional_results_are_marked_and_still_a_no(survey, tmp_path, capsys):
    """With --provisional the workbook is written and says on every sheet that it is; the exit code stays 1."""
    assert score(survey(BAD), "--provisional", "-o", "tam.xlsx") == 1
    told = capsys.readouterr()
    assert "PROVISIONAL" in told.err
    assert " – PROVISIONAL\n" in told.out
    book = openpyxl.load_workbook(tmp_path / "tam.xlsx")
    marked = [sheet["A4"].value for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert all(marked)
    assert len(set(marked)) == 1


def test_ranking_provisional_results_says_so_above_each_table(survey, capsys):
    """A ranking is copied without the warning below it: its heading says that it is provisional; that of a sound one says nothing."""
    score(survey(BAD), "--provisional", "-o", "tam.xlsx")
    score(survey(GOOD), "-o", "xong.xlsx")
    capsys.readouterr()
    assert run(["rank", "tam.xlsx"]) == 0
    assert " – PROVISIONAL\n" in capsys.readouterr().out
    assert run(["rank", "xong.xlsx"]) == 0
    assert "PROVISIONAL" not in capsys.readouterr().out


def test_json_on_standard_output(survey, capsys):
    """The whole result is one document, and the rank is in it."""
    assert score(survey(GOOD), "--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert [(each["unit"], each["rank"]) for each in document["groups"][0]["units"]] == [("Bắc Ninh", 1), ("Bắc Giang", 2)]
    assert document["origin"]["command"] == "ictscore score khao-sat.csv --rulebook vn-dti-2020"


def test_csv_on_standard_output(survey, capsys):
    """One row per unit after the headings; numbers with a comma where Vietnamese is spoken."""
    assert score(survey(GOOD), "--format", "csv", "--lang", "vi") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[1].split(";")[2] == "Bắc Ninh"


def test_a_stranger_s_file_is_not_overwritten(survey, tmp_path, capsys):
    """What ictscore did not make is kept, unless --force is given; its own results are replaced."""
    (tmp_path / "kq.xlsx").write_bytes(b"mine")
    assert score(survey(GOOD), "-o", "kq.xlsx") == 2
    assert (tmp_path / "kq.xlsx").read_bytes() == b"mine"
    assert score("khao-sat.csv", "-o", "kq.xlsx", "--force") == 0
    assert score("khao-sat.csv", "-o", "kq.xlsx") == 0


def test_an_input_is_never_the_output(survey, tmp_path, capsys):
    """Not even with --force."""
    before = (tmp_path / survey(GOOD)).read_bytes()
    assert score("khao-sat.csv", "-o", "khao-sat.csv", "--force") == 2
    assert (tmp_path / "khao-sat.csv").read_bytes() == before


def test_official_refuses_a_modelled_rulebook(survey, capsys):
    """--official names what is modelled and writes nothing."""
    survey(GOOD)
    assert run(["score", "khao-sat.csv", "--rulebook", "binhthuan-2020", "--official"]) == 2
    assert "RB603" in capsys.readouterr().err
    assert files() == ["khao-sat.csv"]


def test_strict_makes_a_no_of_a_warning(survey, capsys):
    """The survey has 2 of 63 provinces: a warning, and under --strict an error."""
    assert score(survey(GOOD), "--strict") == 1
    assert "error UN110" in capsys.readouterr().err


def test_notes_are_shown_or_it_is_said_where_they_are(survey, capsys):
    """What is counted can be found: notes on reading stand on a sheet of the workbook, or are shown by check."""
    rows = [[*GOOD[0][:2], "0,4449", *GOOD[0][3:]], GOOD[1], ["", "", "", "", ""], ["Tổng cộng", "", "", "", ""]]
    assert score(survey(rows)) == 0
    err = capsys.readouterr().err
    notes = int(err.rpartition("notes: ")[2].split()[0])
    assert f"Notes not shown here: {notes}. They stand on the sheet “" in err
    assert score(survey([*rows, *BAD])) == 1
    assert "See them with ictscore check khao-sat.csv --rulebook vn-dti-2020" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["khong-co.csv"], []])
def test_what_cannot_be_read_exits_2(survey, capsys, arguments):
    """A missing file and a missing argument are told in a sentence."""
    assert score(*arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_same_survey_gives_the_same_files(survey, tmp_path, capsys):
    """Twice the same input gives the same bytes."""
    name = survey(GOOD)
    for output in ("1.xlsx", "2.xlsx"):
        assert score(name, "-o", output) == 0
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()


@pytest.fixture
def incomplete(tmp_path, monkeypatch):
    """Stand in a new folder with a table of a province in which two listed units are missing."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ICTSCORE_LANG", "en")
    book = openpyxl.load_workbook(Path(__file__).parents[2] / "samples" / "quangbinh-2018" / "survey.xlsx")
    for sheet in book:
        for row in reversed(range(1, sheet.max_row + 1)):
            if sheet.cell(row, 2).value in ("Sở Y tế", "Ban Dân tộc"):
                sheet.delete_rows(row)
    book.save("bang.xlsx")
    return "bang.xlsx"


def test_an_incomplete_group_is_not_ranked(incomplete, capsys):
    """While a listed unit is missing nothing is written; who is missing is said by name, once for the group, with what to do."""
    assert run(["score", incomplete, "--rulebook", "quangbinh-2018"]) == 1
    err = capsys.readouterr().err
    assert "Group “Sở, ban, ngành cấp tỉnh” is not complete; missing: Sở Y tế; Ban Dân tộc.\n  → Ask for what is missing" in err
    assert err.count("Ban Dân tộc") == 1
    assert files() == [incomplete]


def test_a_provisional_result_names_who_is_missing_on_every_page(incomplete, capsys):
    """With --provisional every sheet is marked and names who is missing; so does the JSON."""
    assert run(["score", incomplete, "--rulebook", "quangbinh-2018", "--provisional", "--format", "json"]) == 1
    record = json.loads(capsys.readouterr().out)
    assert record["provisional"] is True
    assert [each["message"] for each in record["findings"] if each["code"] == "UN104"] == [
        "“Sở Y tế” of group “Sở, ban, ngành cấp tỉnh” is missing from the survey.",
        "“Ban Dân tộc” of group “Sở, ban, ngành cấp tỉnh” is missing from the survey.",
    ]
    book = openpyxl.load_workbook("bang.quangbinh-2018.results.xlsx")
    for sheet in book:
        if sheet.sheet_state == "visible":
            texts = [str(cell.value) for row in sheet.iter_rows(max_row=6) for cell in row]
            assert any(text.startswith("TẠM TÍNH") and "Sở Y tế, Ban Dân tộc" in text for text in texts), sheet.title


def test_without_a_list_nobody_is_missing(incomplete, capsys):
    """Whoever wants no list is told of nobody; the number the regulation names still warns."""
    assert run(["score", incomplete, "--rulebook", "quangbinh-2018", "--units", "none"]) == 0
    assert "UN110" in capsys.readouterr().err


def test_what_was_skipped_is_printed(survey, capsys):
    """A hidden row that was left out changes who is ranked: the note stands among what is printed, not only on a sheet."""
    book = openpyxl.Workbook()
    book.active.title = "Bảng"
    for row in [HEAD, *GOOD, ["Bắc Kạn", "tinh", "0.2", "0.3", "0.4"]]:
        book.active.append(row)
    book.active.row_dimensions[4].hidden = True
    book.save("khao-sat.xlsx")
    score("khao-sat.xlsx", "--provisional", "--skip-hidden")
    err = capsys.readouterr().err
    assert "Bảng!4:4 — note SV425" in err
    assert "Units stand in hidden rows only: “Bắc Kạn”; what is there does not count." in err
