"""What a check and a score of a folder write by themselves, and what the commands after them find by themselves."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ictscore.cli import run


@pytest.fixture
def here(small_round, monkeypatch):
    """Return a small round, from the folder above that of its forms."""
    monkeypatch.chdir(small_round.folder.parent)
    small_round.usual()
    return small_round


def typed(capsys, *words):
    """Return exit code, output and messages of a command."""
    code = run([*map(str, words), "--lang", "en"])
    told = capsys.readouterr()
    return code, told.out, told.err


def check(here, capsys, *more):
    """Check the round's folder by its name, as one types it."""
    return typed(capsys, "check", here.folder.name, "-r", here.rulebook, *more)


def day():
    """Return the one folder of results there is."""
    [found] = Path("results").glob("????-??-??")
    return found


def left():
    """Return the names of what a check writes, as far as it is there."""
    return [each for each in ("check.xlsx", "returned", "unit-matches.xlsx") if Path(each).exists()]


def test_a_check_of_a_folder_leaves_what_belongs_to_it(here, capsys):
    """The workbook for the department and the forms that go back are written into the current folder, and named."""
    code, _, err = check(here, capsys)
    assert (code, left()) == (1, ["check.xlsx", "returned"])
    assert "Written: check.xlsx" in err
    assert sorted(each.name for each in Path("returned").glob("*.xlsx")) == ["Huyen-Ham-Tan.xlsx", "So-Tai-chinh.xlsx"]


@pytest.mark.parametrize("option", [["--no-files"], ["--format", "json"], ["--ask", "hoi.xlsx"]])
def test_whoever_says_what_to_write_gets_nothing_else(here, capsys, option):
    """A format or a file that is named, and --no-files, leave the folder as it was."""
    check(here, capsys, *option)
    assert left() == []


def test_a_check_of_a_file_writes_nothing(here, capsys):
    """Only a folder is a round."""
    typed(capsys, "check", here.folder / "noi-vu.xlsx", "-r", here.rulebook)
    assert left() == []


def test_nothing_is_written_where_the_next_check_would_read_it(here, capsys, monkeypatch):
    """Inside the folder of the survey nothing is written by itself, and that is said."""
    monkeypatch.chdir(here.folder)
    _, _, err = typed(capsys, "check", ".", "-r", here.rulebook)
    assert left() == []
    assert "Nothing is written by itself inside the folder of the survey" in err


def test_somebody_elses_file_stays(here, capsys):
    """A check.xlsx that we did not make is left alone, and that is said; forms go back all the same, and the answer is the same."""
    Path("check.xlsx").write_bytes(b"mine")
    code, _, err = check(here, capsys)
    assert Path("check.xlsx").read_bytes() == b"mine"
    assert code == 1
    assert "check.xlsx — error IO401" in err
    assert Path("returned/So-Tai-chinh.xlsx").is_file()


def test_a_second_check_replaces_what_the_first_wrote(here, capsys):
    """What nobody edited is replaced; the form of a unit that is in order now is taken away."""
    check(here, capsys)
    here.fill("tai-chinh", "Sở Tài chính", nguoi=17, may=5, mang=True)
    _, _, err = check(here, capsys)
    assert sorted(each.name for each in Path("returned").glob("*.xlsx")) == ["Huyen-Ham-Tan.xlsx"]
    assert "IO401" not in err


def test_another_rulebook_has_names_of_its_own(here, capsys):
    """A folder checked under two rulebooks leaves both checks, each under its names from then on; none goes over the other."""
    check(here, capsys)
    first = {each: each.read_bytes() for each in (Path("check.xlsx"), *Path("returned").iterdir())}
    other = Path("khac.yaml")
    other.write_text(Path(here.rulebook).read_text(encoding="utf-8").replace(here.loaded.rulebook.id, "khac", 1), encoding="utf-8")
    for _ in range(2):
        _, _, err = typed(capsys, "check", here.folder.name, "-r", other)
        assert "Written: check.khac.xlsx" in err
        assert Path("returned.khac/So-Tai-chinh.xlsx").is_file()
        assert {each: each.read_bytes() for each in first} == first
    _, _, err = check(here, capsys)
    assert "Written: check.xlsx" in err


def test_a_folder_of_another_rulebook_is_refused(here, capsys):
    """Where somebody names it, too: units would get forms of the wrong rulebook; --force goes over them."""
    check(here, capsys, "--return", "tra")
    other = Path("khac.yaml")
    other.write_text(Path(here.rulebook).read_text(encoding="utf-8").replace(here.loaded.rulebook.id, "khac", 1), encoding="utf-8")
    words = ("check", here.folder.name, "-r", other, "--return", "tra")
    code, _, err = typed(capsys, *words)
    assert (code, "error SV570" in err) == (2, True)
    assert typed(capsys, *words, "--force")[0] == 1


def test_a_score_of_a_folder_leaves_a_day_of_results(here, capsys):
    """Workbook, page, JSON and log stand side by side under the day, and which is the latest stands above."""
    assert typed(capsys, "score", here.folder.name, "-r", here.rulebook, "--provisional")[0] == 1
    stem = f"{here.folder.name}.{here.loaded.rulebook.id}"
    endings = [".log.jsonl", ".report.html", ".results.json", ".results.xlsx"]
    assert sorted(each.name for each in day().iterdir()) == [f"{stem}{each}" for each in endings]
    latest = json.loads(Path("results/latest.json").read_text(encoding="utf-8"))
    assert latest["results"] == f"{day().name}/{stem}.results.xlsx"


def test_the_same_day_again_replaces_what_nobody_edited(here, capsys):
    """A second score of the day replaces the first; a page somebody edited stays, and that is said."""
    words = ("score", here.folder.name, "-r", here.rulebook, "--provisional")
    typed(capsys, *words)
    assert typed(capsys, *words)[0] == 1
    [page] = day().glob("*.report.html")
    page.write_text("mine", encoding="utf-8")
    code, _, err = typed(capsys, *words)
    assert (code, page.read_text(encoding="utf-8")) == (2, "mine")
    assert "IO401" in err


def test_inside_the_survey_results_stay_one_file(here, capsys, monkeypatch):
    """A folder of results inside the survey would be read as a part of it."""
    monkeypatch.chdir(here.folder)
    typed(capsys, "score", ".", "-r", here.rulebook, "--provisional")
    assert not Path("results").exists()
    assert len(list(Path().glob("*.results.xlsx"))) == 1


def test_rank_and_explain_follow_the_latest(here, capsys):
    """Without results or survey they take what was scored last, say so, and give the same as with it."""
    typed(capsys, "score", here.folder.name, "-r", here.rulebook, "--provisional")
    [workbook] = day().glob("*.xlsx")
    _, ranked, err = typed(capsys, "rank")
    assert f"The latest results: {workbook}" in err
    assert ranked == typed(capsys, "rank", workbook)[1]
    _, explained, _ = typed(capsys, "explain", "Sở Nội vụ", "1.1", "-r", here.rulebook)
    # 38 máy / 40 người × 10 = 9,5
    assert "1.1 " in explained
    assert "9.5 / 10" in explained
    assert explained == typed(capsys, "explain", here.folder.name, "Sở Nội vụ", "1.1", "-r", here.rulebook)[1]


def test_a_folder_of_results_is_one_result(here, capsys):
    """The JSON beside the workbook says the same and is left out, with a note."""
    typed(capsys, "score", here.folder.name, "-r", here.rulebook, "--provisional")
    _, ranked, err = typed(capsys, "rank", day())
    assert ranked == typed(capsys, "rank")[1]
    assert "it holds the same result as" in err


def test_explain_refuses_a_form_that_was_changed_since(here, capsys):
    """The numbers of the latest results are explained from the very files they were made from, or not at all."""
    typed(capsys, "score", here.folder.name, "-r", here.rulebook, "--provisional")
    here.fill("noi-vu", "Sở Nội vụ", nguoi=40, may=40, mang=True)
    code, out, err = typed(capsys, "explain", "Sở Nội vụ", "-r", here.rulebook)
    assert (code, out) == (2, "")
    assert "SC292" in err
    assert "noi-vu.xlsx" in err


def test_the_latest_is_not_what_somebody_saved_over_it(here, capsys):
    """Results that are gone or were saved since are not ranked silently."""
    typed(capsys, "score", here.folder.name, "-r", here.rulebook, "--provisional")
    [workbook] = day().glob("*.xlsx")
    workbook.write_bytes(workbook.read_bytes() + b" ")
    assert "SC296" in typed(capsys, "rank")[2]
    workbook.unlink()
    assert "SC295" in typed(capsys, "rank")[2]


def test_without_results_rank_says_what_to_do(here, capsys):
    """Where nothing was scored yet there is nothing to rank."""
    code, _, err = typed(capsys, "rank")
    assert code == 2
    assert "results/latest.json — error SC294" in err


def test_a_stage_belongs_to_a_survey(here, capsys):
    """The latest results have a stage already."""
    typed(capsys, "score", here.folder.name, "-r", here.rulebook, "--provisional")
    code, _, err = typed(capsys, "explain", "Sở Nội vụ", "--stage", "self")
    assert code == 2
    assert "the latest results have the stage they were scored at" in err


def test_names_to_be_asked_about_are_asked_beside_the_folder(tmp_path, capsys, monkeypatch):
    """The workbook with unclear names stands where the next check looks for the answers; what is asked later is added below them."""
    monkeypatch.chdir(tmp_path)
    Path("nhan").mkdir()
    Path("nhan/bang.csv").write_text("unit,group,so_cuoc_hop\nSNV,pl_i,3\n", encoding="utf-8")
    words = ("check", "nhan", "-r", "binhthuan-2020")
    _, out, err = typed(capsys, *words)
    assert "UN121" in out
    assert "Written: unit-matches.xlsx" in err
    assert "--ask" not in err
    book = load_workbook("unit-matches.xlsx")
    book.worksheets[0]["E5"] = "Sở Nội vụ"
    book.save("unit-matches.xlsx")
    assert "UN121" not in typed(capsys, *words)[1]
    Path("nhan/bang2.csv").write_text("unit,group,so_cuoc_hop\nsnv,pl_i,3\n", encoding="utf-8")
    _, out, err = typed(capsys, *words)
    assert "UN121" in out
    assert "Written: unit-matches.xlsx" in err
    rows = [[cell.value for cell in row][2:5:2] for row in load_workbook("unit-matches.xlsx").worksheets[0].iter_rows(min_row=5)]
    assert rows == [["SNV", "Sở Nội vụ"], ["snv", None]]
    assert "UN126" in typed(capsys, *words)[1]


def test_force_holds_for_what_a_check_writes_by_itself(here, capsys):
    """What somebody saved since is kept and said; with --force it is written anew."""
    check(here, capsys)
    for path in ("check.xlsx", "returned/So-Tai-chinh.xlsx"):
        load_workbook(path).save(path)
    kept = Path("check.xlsx").read_bytes()
    assert "IO416" in check(here, capsys)[2]
    assert Path("check.xlsx").read_bytes() == kept
    _, _, err = check(here, capsys, "--force")
    assert "IO416" not in err
    assert "SV601" not in err
    assert Path("check.xlsx").read_bytes() != kept


def test_two_rulebooks_are_checked_side_by_side(tmp_path, capsys, monkeypatch):
    """What one check asked about does not stop the next of another rulebook; each has its own questions and heeds its own answers."""
    monkeypatch.chdir(tmp_path)
    for name, group, question in (("bt", "pl_i", "so_cuoc_hop"), ("kh", "nhom_1", "kinh_phi_cntt")):
        Path(name).mkdir()
        Path(name, "bang.csv").write_text(f"unit,group,{question}\nSNV,{group},3\n", encoding="utf-8")
    typed(capsys, "check", "bt", "-r", "binhthuan-2020")
    first = Path("unit-matches.xlsx").read_bytes()
    words = ("check", "kh", "-r", "khanhhoa-2018")
    code, out, err = typed(capsys, *words)
    assert code == 1
    assert "UN121" in out
    assert "unit-matches.xlsx — note UN135" in err
    assert err.count("UN135") == 1
    assert "Written: unit-matches.khanhhoa-2018.xlsx" in err
    assert Path("unit-matches.xlsx").read_bytes() == first
    book = load_workbook("unit-matches.khanhhoa-2018.xlsx")
    book.worksheets[0]["E5"] = "Sở Nội vụ"
    book.save("unit-matches.khanhhoa-2018.xlsx")
    assert "UN126" in typed(capsys, *words)[1]
    assert "UN135" in typed(capsys, "score", "kh", "-r", "khanhhoa-2018")[2]


def test_a_folder_from_elsewhere_is_not_asked_about_here(tmp_path, capsys, monkeypatch):
    """Answers that the next check would not look for are not asked for; how to ask is said instead."""
    (tmp_path / "nhan").mkdir()
    (tmp_path / "nhan" / "bang.csv").write_text("unit,group,so_cuoc_hop\nSNV,pl_i,3\n", encoding="utf-8")
    (tmp_path / "khac").mkdir()
    monkeypatch.chdir(tmp_path / "khac")
    _, _, err = typed(capsys, "check", "../nhan", "-r", "binhthuan-2020")
    assert "unit-matches.xlsx" not in left()
    assert "--ask unit-matches.xlsx" in err
