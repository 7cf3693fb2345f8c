"""``ictscore batch``: jobs run by themselves, one summary, the worst exit code."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import click
import openpyxl
import pytest

from ictscore import batch
from ictscore.cli import run
from ictscore.commands import score
from ictscore.errors import SelfCheckFailed
from ictscore.findings import finding

HEAD = ["unit", "group", "chinh_quyen_so", "kinh_te_so", "xa_hoi_so"]


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a sound survey, a faulty one, and what writes a file of jobs."""
    for name, value in (("good.csv", "0.4449"), ("other.csv", "0.5"), ("bad.csv", "khá")):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([HEAD, ["Bắc Ninh", "tinh", value, "0.3", "0.4"]])
    return tmp_path


def jobs(folder: Path, *rows: str) -> str:
    """Write a file of jobs and return its path."""
    path = folder / "jobs.yaml"
    path.write_text("jobs:\n" + "".join(f"  - {{rulebook: vn-dti-2020, {row}}}\n" for row in rows), encoding="utf-8")
    return str(path)


def records(capsys) -> dict[str, dict]:
    """Return what was printed as JSON, by the names of the jobs."""
    return {each["name"]: each for each in json.loads(capsys.readouterr().out)["jobs"]}


def test_one_bad_job_hides_no_other(folder, capsys) -> None:
    """A job with errors and one that cannot be done stand beside those that were done; the exit code is the worst."""
    path = jobs(folder, "survey: bad.csv, output: a.xlsx", "survey: nowhere.csv, output: b.xlsx", "survey: [good.csv], output: c.xlsx")
    assert run(["batch", path, "--format", "json"]) == 2
    found = records(capsys)
    assert {name: each["result"] for name, each in found.items()} == {"a.xlsx": "no", "b.xlsx": "cannot", "c.xlsx": "done"}
    assert [(folder / name).exists() for name in found] == [False, False, True]
    assert "SV201" in {each["code"] for each in found["a.xlsx"]["findings"]}
    assert found["c.xlsx"]["units"] == 1


@pytest.mark.parametrize(
    ("row", "code"), [("survey: good.csv, output: a.xlsx", 0), ("survey: bad.csv, output: a.xlsx, provisional: true", 1)]
)
def test_the_exit_code_never_depends_on_the_format(folder, capsys, row: str, code: int) -> None:
    """Done is 0, errors that stand are 1 (a provisional workbook is written all the same)."""
    for how in ("text", "json"):
        assert run(["batch", jobs(folder, row), "--format", how]) == code
    assert (folder / "a.xlsx").exists()
    capsys.readouterr()


def test_a_job_gives_what_a_single_run_gives(folder, capsys, monkeypatch) -> None:
    """The workbook of a job is byte for byte that of the single run."""
    monkeypatch.chdir(folder)
    assert run(["batch", Path(jobs(folder, "survey: good.csv, output: a.xlsx", "survey: other.csv, output: b.xlsx")).name]) == 0
    assert run(["score", "good.csv", "--rulebook", "vn-dti-2020", "--output", "single.xlsx"]) == 0
    assert (folder / "a.xlsx").read_bytes() == (folder / "single.xlsx").read_bytes()
    capsys.readouterr()


def test_two_jobs_never_share_an_output(folder, capsys) -> None:
    """The same output twice, in other letters too, is refused with both places before anything is run."""
    path = jobs(folder, "survey: good.csv, output: Kết-quả.xlsx", "survey: other.csv, output: ./kết-QUẢ.xlsx")
    assert run(["batch", path, "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert "BA101" in told
    assert "jobs.yaml:3:" in told
    assert "see also" in told
    assert not list(folder.glob("*.xlsx"))


def test_an_output_is_no_other_jobs_survey(folder, capsys) -> None:
    """A job that would write over the survey of another one is refused."""
    assert run(["batch", jobs(folder, "survey: good.csv, output: other.csv", "survey: other.csv, output: b.xlsx")]) == 2
    assert "BA102" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "code"),
    [("jobs: []\n", "RB104"), ("jobs: [{survey: a.csv}]\n", "RB102"), ("jobs: [{outptu: a}]\n", "RB101"), ("- a\n", "RB102")],
)
def test_a_file_of_jobs_is_checked(folder, capsys, text: str, code: str) -> None:
    """What is wrong with a file of jobs is said at its line, and nothing is run."""
    path = folder / "jobs.yaml"
    path.write_text(text, encoding="utf-8")
    assert run(["batch", str(path)]) == 2
    assert code in capsys.readouterr().err


def test_our_own_mistake_is_told_and_contained(folder, capsys, monkeypatch) -> None:
    """A failed self-check, or a mistake of ours, in one job gives 3; the other jobs are done."""
    faults = {"bad.csv": SelfCheckFailed(finding("SC204", reason="?")), "other.csv": ZeroDivisionError("oh")}
    run_job = batch.run_job

    def failing(job, watch):
        fault = faults.get(job.paths[0].name)
        if fault is not None:
            raise fault
        return run_job(job, watch)

    monkeypatch.setattr(batch, "run_job", failing)
    path = jobs(folder, "survey: bad.csv, output: a.xlsx", "survey: other.csv, output: b.xlsx", "survey: good.csv, output: c.xlsx")
    assert run(["batch", path, "--format", "json"]) == 3
    found = records(capsys)
    assert [each["findings"][0]["code"] for each in found.values()][:2] == ["SC204", "BA103"]
    assert found["c.xlsx"]["result"] == "done"


def test_a_rulebook_beside_the_jobs_comes_first(folder, capsys) -> None:
    """A rulebook may be given by its path, relative to the file of jobs; names of jobs are shown in the table."""
    (folder / "rb").mkdir()
    source = Path(__file__).resolve().parents[2] / "rulebooks" / "vn-dti-2020" / "rulebook.yaml"
    (folder / "rb" / "rulebook.yaml").write_bytes(source.read_bytes())
    path = folder / "jobs.yaml"
    path.write_text("jobs: [{name: Năm 2020, rulebook: rb, survey: good.csv, output: a.xlsx}]\n", encoding="utf-8")
    assert run(["batch", str(path), "--lang", "en"]) == 0
    assert "Năm 2020" in capsys.readouterr().out


def test_a_job_knows_every_option_of_score() -> None:
    """What the command line of score can say, a job can say under the same name, but for what is printed and in which language."""
    options = {each.name for each in score.command.params if isinstance(each, click.Option)}
    named = {each.removesuffix("_from") if each != "password_from" else each for each in options}
    assert named - {"how"} - {"lang"} == {*batch.JobSpec.model_fields} - {"name", "survey"}


def test_a_job_reads_with_what_it_names(folder, capsys, monkeypatch) -> None:
    """Mapping, list of units and evidence lie beside the file of jobs; the workbook is that of the single run with the same options."""
    monkeypatch.chdir(folder)
    shutil.copy(Path(__file__).parents[2] / "docs" / "examples" / "exports" / "kobo.xlsx", folder)
    (folder / "minh-chung").mkdir()
    (folder / "minh-chung" / "a.pdf").write_bytes(b"%PDF-1.4")
    assert run(["mapping", "kobo.xlsx", "--rulebook", "quangbinh-2018", "-o", "bang.yaml"]) == 0
    given = "survey: kobo.xlsx, output: a.xlsx, mapping: bang.yaml, evidence: minh-chung, units: none, live: song.xlsx, workers: 1"
    (folder / "jobs.yaml").write_text(f"jobs: [{{rulebook: quangbinh-2018, {given}}}]", encoding="utf-8")
    single = ["--mapping", "bang.yaml", "--evidence", "minh-chung", "--units", "none", "--live", "song-2.xlsx"]
    assert run(["batch", "jobs.yaml"]) == 0
    assert run(["score", "kobo.xlsx", "--rulebook", "quangbinh-2018", "-o", "single.xlsx", *single]) == 0
    assert (folder / "a.xlsx").read_bytes() == (folder / "single.xlsx").read_bytes()
    assert (folder / "song.xlsx").exists()
    capsys.readouterr()


def test_a_job_skips_what_is_hidden_where_it_says_so(folder, capsys) -> None:
    """A hidden row counts with a warning, or is left out, as the job says."""
    book = openpyxl.Workbook()
    for row in (HEAD, ["Bắc Ninh", "tinh", 0.4449, 0.3, 0.4], ["Bắc Giang", "tinh", 0.5, 0.3, 0.4]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.save(folder / "hidden.xlsx")
    read, skipped = (f"survey: hidden.xlsx, output: {name}.xlsx, provisional: true" for name in "ab")
    run(["batch", jobs(folder, read, f"{skipped}, skip_hidden: true"), "--format", "json"])
    found = records(capsys)
    assert [found["a.xlsx"]["units"], found["b.xlsx"]["units"]] == [2, 1]


@pytest.mark.parametrize(
    ("key", "code", "says"),
    [
        ("maping: a", "RB101", "mapping"),
        ("evidense: a", "RB101", "evidence"),
        ("skip-hidden: true", "RB101", "skip_hidden"),
        ("workers: 0", "RB104", "0 was found"),
        ("workers: many", "RB108", "many"),
        ("skip_hidden: maybe", "RB103", "maybe"),
    ],
)
def test_a_misspelt_key_or_value_of_a_job_is_named(folder, capsys, key: str, code: str, says: str) -> None:
    """A key that is nearly one is told with the one that was perhaps meant, a value with what was expected; nothing is run."""
    assert run(["batch", jobs(folder, f"survey: good.csv, output: a.xlsx, {key}"), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert code in told
    assert says in told
    assert not list(folder.glob("*.xlsx"))


def test_a_live_workbook_is_no_other_output(folder, capsys) -> None:
    """A live workbook under the name of the results, or over a survey, is refused at its line before anything is run."""
    row = "survey: good.csv, output: a.xlsx, live: A.xlsx"
    assert run(["batch", jobs(folder, row), "--lang", "en"]) == 2
    assert "BA101" in capsys.readouterr().err
    assert run(["batch", jobs(folder, "survey: good.csv, output: a.xlsx, live: other.csv", "survey: other.csv, output: b.xlsx")]) == 2
    assert "BA102" in capsys.readouterr().err
