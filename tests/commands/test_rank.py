"""``ictscore rank``: results of files and surveys, ranked."""

from __future__ import annotations

import csv
import json
import subprocess
import sys

import openpyxl
import pytest

from ictscore.cli import run
from ictscore.reports.recorded.digest import digest_of
from ictscore.reports.recorded.read_json_results import results_from

HEAD = ["unit", "group", "chinh_quyen_so", "kinh_te_so", "xa_hoi_so"]
FIRST = [["Bắc Ninh", "tinh", "0.4449", "0.3", "0.4"], ["Bắc Giang", "tinh", "0.2", "0.3", "0.4"]]
SECOND = [["Cà Mau", "tinh", "0.3", "0.3", "0.4"]]


@pytest.fixture(autouse=True)
def _files(tmp_path, monkeypatch, capsys):
    """Stand in a folder with two surveys and the results of both."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ICTSCORE_LANG", "en")
    for name, rows in (("a", FIRST), ("b", SECOND)):
        with (tmp_path / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([HEAD, *rows])
        run(["score", f"{name}.csv", "--rulebook", "vn-dti-2020", "--format", "json", "-o", f"{name}.results.xlsx"])
        (tmp_path / f"{name}.json").write_text(capsys.readouterr().out, encoding="utf-8")


def ranked(capsys, *arguments):
    """Return exit code and names of the units ranked as JSON."""
    code = run(["rank", *arguments, "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    return code, [(each["rank"], each["unit"]) for each in document["groups"][0]["units"]]


@pytest.mark.parametrize("source", ["a.results.xlsx", "a.json"])
def test_one_result(capsys, source):
    """A workbook and a JSON file say the same."""
    assert ranked(capsys, source) == (0, [(1, "Bắc Ninh"), (2, "Bắc Giang")])


def test_a_survey(capsys):
    """A survey is scored first, by the rulebook named."""
    assert ranked(capsys, "a.csv", "--rulebook", "vn-dti-2020") == (0, [(1, "Bắc Ninh"), (2, "Bắc Giang")])


@pytest.mark.parametrize("sources", [("a.results.xlsx", "b.json"), ("a.results.xlsx", "b.results.xlsx")])
def test_several_results_are_put_together(capsys, sources):
    """Cà Mau stands between the two others."""
    assert ranked(capsys, *sources) == (0, [(1, "Bắc Ninh"), (2, "Cà Mau"), (3, "Bắc Giang")])


def test_a_folder_of_results(capsys, tmp_path):
    """A folder means the results in it."""
    (tmp_path / "kq").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"{name}.results.xlsx").rename(tmp_path / "kq" / f"{name}.results.xlsx")
    assert ranked(capsys, "kq")[1] == [(1, "Bắc Ninh"), (2, "Cà Mau"), (3, "Bắc Giang")]


def test_a_folder_without_results_is_a_survey(capsys, tmp_path):
    """Where no results are, the survey files in the folder are scored."""
    (tmp_path / "nhan").mkdir()
    (tmp_path / "a.csv").rename(tmp_path / "nhan" / "a.csv")
    assert ranked(capsys, "nhan", "--rulebook", "vn-dti-2020")[0] == 0


def test_names_do_not_matter_in_a_folder(capsys, tmp_path):
    """Results under other names are read too, and whatever else lies there is named."""
    folder = tmp_path / "kq"
    folder.mkdir()
    (tmp_path / "a.results.xlsx").rename(folder / "ket-qua-a.xlsx")
    (tmp_path / "b.json").rename(folder / "B.JSON")
    (folder / "other.json").write_text("[1]", encoding="utf-8")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    (folder / "~$ket-qua-a.xlsx").write_bytes(b"x")
    (folder / "sub").mkdir()
    assert run(["rank", "kq"]) == 0
    told = capsys.readouterr()
    assert "Cà Mau" in told.out
    assert "Bắc Ninh" in told.out
    assert told.err.count("IO111") == 4
    for name in ("other.json", "notes.txt", "~$ket-qua-a.xlsx", "sub"):
        assert f"{name} — note" in told.err


def test_a_survey_in_a_folder_of_results_is_left_out_aloud(capsys, tmp_path):
    """A survey's workbook beside results is no result, and that is said; a folder of surveys beside results is refused."""
    (tmp_path / "kq").mkdir()
    (tmp_path / "nhan").mkdir()
    (tmp_path / "a.results.xlsx").rename(tmp_path / "kq" / "a.results.xlsx")
    (tmp_path / "a.csv").rename(tmp_path / "nhan" / "a.csv")
    openpyxl.Workbook().save(tmp_path / "kq" / "phieu.xlsx")
    assert run(["rank", "kq"]) == 0
    assert "phieu.xlsx — note IO111" in capsys.readouterr().err
    assert run(["rank", "kq", "nhan"]) == 2
    assert "nhan is no result" in capsys.readouterr().err


def test_a_result_given_twice_counts_once(capsys, tmp_path):
    """By the same path or by another that leads to the same file; a copy is refused."""
    (tmp_path / "link.json").symlink_to(tmp_path / "a.json")
    for second in ("a.json", "./a.json", "link.json"):
        assert run(["rank", "a.json", second, "--format", "json"]) == 0
        told = capsys.readouterr()
        assert len(json.loads(told.out)["groups"][0]["units"]) == 2
        assert "it was given twice" in told.err
    (tmp_path / "copy.json").write_bytes((tmp_path / "a.json").read_bytes())
    assert run(["rank", "a.json", "copy.json"]) == 2
    assert "SC206" in capsys.readouterr().err


def test_ranking_by_a_number(capsys):
    """A criterion's number does as well as its id; what nobody has is refused with the first names only."""
    assert ranked(capsys, "a.json", "--by", "1.1") == (0, [(1, "Bắc Ninh"), (2, "Bắc Giang")])
    assert run(["rank", "a.json", "--by", "9.9"]) == 2
    assert "SC203" in capsys.readouterr().err


def test_text_and_csv(capsys):
    """Text is a table, CSV one row per unit."""
    assert run(["rank", "a.json", "--by", "chinh_quyen_so"]) == 0
    assert "Bắc Ninh" in capsys.readouterr().out
    assert run(["rank", "a.json", "--format", "csv", "--group", "tinh"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_different_rulebooks_are_refused(capsys, tmp_path):
    """Results of two rulebooks have no common ranking."""
    document = json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))
    document["rulebook"]["id"] = "vn-dti-2022"
    document["digest"] = digest_of(results_from("b.json", document))
    (tmp_path / "b.json").write_text(json.dumps(document), encoding="utf-8")
    assert run(["rank", "a.json", "b.json"]) == 2
    assert "SC202" in capsys.readouterr().err


def test_another_rulebook_than_asked_for_is_refused(capsys):
    """--rulebook is held against what the results were scored by."""
    assert run(["rank", "a.json", "--rulebook", "vn-dti-2022"]) == 2
    assert "SC202" in capsys.readouterr().err


def test_surveys_and_results_do_not_mix(capsys):
    """A survey beside results is refused by name."""
    assert run(["rank", "a.json", "b.csv"]) == 2
    assert "b.csv" in capsys.readouterr().err


def test_errors_of_a_survey_make_the_answer_no(capsys, tmp_path):
    """Ranks of a survey with errors are shown with the errors, and the exit code is 1."""
    with (tmp_path / "c.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEAD, ["Bắc Ninh", "tinh", "một nửa", "0.3", "0.4"]])
    assert run(["rank", "c.csv", "--rulebook", "vn-dti-2020"]) == 1
    assert "error" in capsys.readouterr().err


def test_a_spoilt_workbook_is_refused(capsys, tmp_path):
    """A results workbook that lost its marks is refused, not guessed at."""
    book = openpyxl.load_workbook(tmp_path / "a.results.xlsx")
    del book[book.sheetnames[2]]
    book.save(tmp_path / "a.results.xlsx")
    assert run(["rank", "a.results.xlsx"]) == 2
    del book["_ictscore"]
    book.save(tmp_path / "a.results.xlsx")
    assert run(["rank", "a.results.xlsx"]) == 2
    assert capsys.readouterr().err.count("SC201") == 2


def test_ranking_results_does_not_load_what_writes_workbooks():
    """Results are read and ranked without the library that writes workbooks: it would cost more than the ranking."""
    code = "import sys; from ictscore.cli import run; run(['rank', 'a.results.xlsx']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "ictscore.reports.recorded.ranked" in done.stdout.split()
    assert "xlsxwriter" not in done.stdout.split()
