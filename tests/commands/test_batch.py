"""``ictscore batch``: jobs run by themselves, one summary, the worst exit code."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from ictscore import batch
from ictscore.cli import run
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
