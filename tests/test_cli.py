"""The door: exit codes, streams, languages, and what is imported before anything is done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SURVEY = ROOT / "samples" / "binhthuan-2020" / "survey.xlsx"
SCORE = ("score", str(SURVEY), "--rulebook", "binhthuan-2020")


def _run(*arguments, cwd, stdout=subprocess.PIPE, **environment):
    return subprocess.run(
        [sys.executable, "-m", "ictscore", *arguments],
        cwd=cwd,
        env={**os.environ, "ICTSCORE_LANG": "en", **environment},
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("flag", ["--version", "--help"])
def test_asking_what_it_is_loads_no_machinery(flag, tmp_path):
    """--version and --help import neither pydantic nor openpyxl nor the reader and writer of workbooks."""
    code = f"import sys; from ictscore.cli import run; run(['{flag}']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert not loaded & {"pydantic", "openpyxl", "xlsxwriter", "yaml", "lark", "rich", "ictscore.rulebook", "ictscore.survey"}


def test_an_unknown_command_is_a_usage_error(tmp_path):
    """A command that is not there ends with exit code 2 and no traceback."""
    done = _run("scrore", cwd=tmp_path)
    assert done.returncode == 2
    assert "scrore" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_speaks_the_language_asked_for(tmp_path):
    """With --lang vi the list of commands is Vietnamese, though help comes before everything else."""
    assert "Chấm điểm" in _run("--help", "--lang", "vi", cwd=tmp_path).stdout


def test_the_surroundings_choose_the_language(tmp_path):
    """ICTSCORE_LANG decides, and English holds where nothing says otherwise."""
    assert "Không có bộ tiêu chí" in _run("lint", "nope", cwd=tmp_path, ICTSCORE_LANG="vi").stderr
    assert "There is no rulebook" in _run("lint", "nope", cwd=tmp_path, ICTSCORE_LANG="", LC_ALL="C", LANG="").stderr


@pytest.mark.parametrize("encoding", ["cp1258", "cp437", "ascii"])
def test_narrow_streams_carry_vietnamese(encoding, tmp_path):
    """Where the console's own encoding knows no Vietnamese, output is UTF-8 and nothing crashes."""
    done = _run("rulebook", "list", cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert "Tỉnh Bình Thuận" in done.stdout


def test_a_reader_that_stops_reading_is_no_fault(tmp_path):
    """With nobody at the other end of the pipe the exit code is 141 and nothing is said."""
    command = [sys.executable, "-m", "ictscore", "rulebook", "resolve", "binhthuan-2020"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 141
    assert said == b""


def test_a_full_stream_is_said_and_the_workbook_stands(tmp_path):
    """Printing into a full device ends with 2 and one sentence; the results workbook was written all the same."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = _run(*SCORE, "-o", "r.xlsx", cwd=tmp_path, stdout=full)
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "r.xlsx").is_file()


def test_a_closed_output_is_no_fault(tmp_path):
    """Started with standard output closed, scoring still writes its workbook and ends with 0."""
    command = f'"{sys.executable}" -m ictscore score "{SURVEY}" --rulebook binhthuan-2020 -o r.xlsx >&- 2>err'
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, check=False)
    assert done.returncode == 0
    assert (tmp_path / "r.xlsx").is_file()


def test_interrupting_is_said(monkeypatch, capsys):
    """Ctrl-C ends with 130 and a sentence."""
    import ictscore.commands.lint
    from ictscore.cli import run

    def interrupted(path):
        raise KeyboardInterrupt

    monkeypatch.setattr(ictscore.commands.lint, "rulebooks_under", interrupted)
    assert run(["lint", "x"]) == 130
    assert "Interrupted" in capsys.readouterr().err


def test_a_fault_of_ours_is_a_sentence(tmp_path, monkeypatch, capsys):
    """An exception nobody foresaw ends with 3, a sentence and a report file; no traceback is shown."""
    import ictscore.commands.lint
    from ictscore.cli import run

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(ictscore.commands.lint, "rulebooks_under", lambda path: [1 / 0])
    assert run(["lint", "x"]) == 3
    said = capsys.readouterr().err
    assert "ictscore made a mistake" in said
    assert "Traceback" not in said
