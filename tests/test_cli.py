"""The door: exit codes, streams, languages, and what is imported before anything is done."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from ictscore.cli import COMMANDS, group, run
from ictscore.words import speak

ROOT = Path(__file__).resolve().parents[1]
SURVEY = ROOT / "samples" / "binhthuan-2020" / "survey.xlsx"
SCORE = ("score", str(SURVEY), "--rulebook", "binhthuan-2020")
RULEBOOK = [("rulebook", each) for each in ("list", "show", "resolve", "schema")]
HELP = [(), *((each,) for each in COMMANDS), *RULEBOOK]
"""The words before ``--help``: every command there is."""
CLICK_SAYS = ("Usage", "Options", "OPTIONS", "COMMAND", "ARGS", "Show ", "default", "required", "Error", "Try ")
USAGE_ERRORS = [
    (("score",), "Missing argument 'SURVEY…'.", "Thiếu tham số 'KHẢO_SÁT…'."),
    (("form", "x"), "Missing option '-o' / '--output'.", "Thiếu tùy chọn '-o' / '--output'."),
    (("lint", "--colour", "x"), "No such option", "Không có tùy chọn"),
    (
        ("lint", "--format", "xml", "x"),
        "'xml' is not one of 'text', 'json', 'github', 'gitlab', 'junit', 'sarif'.",
        "'xml' không thuộc các giá trị 'text', 'json', 'github', 'gitlab', 'junit', 'sarif'.",
    ),
    (("compare", "a", "b", "c"), "Got unexpected extra argument (c)", "Thừa tham số (c)"),
    (("compare", "a", "b", "c", "d"), "Got unexpected extra arguments (c d)", "Thừa các tham số (c d)"),
    (("lint", "x", "--format"), "Option '--format' requires an argument.", "Tùy chọn '--format' cần có giá trị."),
    (("lint", "--strict=1", "x"), "Option '--strict' does not take a value.", "Tùy chọn '--strict' không nhận giá trị."),
    (("scrore",), "No such command 'scrore'", "Không có lệnh 'scrore'"),
    (("rulebook", "lst"), "No such command 'lst'", "Không có lệnh 'lst'"),
]


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


@pytest.fixture
def english_afterwards():
    """Leave English behind, whatever was spoken."""
    yield
    speak("en")


@pytest.mark.usefixtures("english_afterwards")
@pytest.mark.parametrize("words", HELP, ids=" ".join)
def test_help_is_wholly_vietnamese(words, monkeypatch, capsys):
    """Neither click's own words nor an English sentence of ours is left in the help of any command."""
    monkeypatch.setenv("ICTSCORE_LANG", "vi")
    assert run([*words, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Cách dùng: ictscore")
    assert "Tùy chọn:" in said
    assert [each for each in CLICK_SAYS if each in said] == []
    flat = " ".join(said.split())
    assert [each for each in _written(words) if each in flat] == []


def _written(words):
    """Return what was written in English for a command: the first sentence of its help, and the help of its options."""
    speak("en")
    command = group
    for word in words:
        command = command.get_command(click.Context(command), word)
    return [" ".join(command.help.split(".")[0].split()), *(each.help for each in command.params if isinstance(each, click.Option))]


@pytest.mark.usefixtures("english_afterwards")
def test_help_is_english_again_after_vietnamese(capsys):
    """Commands are shown in words, not changed: the next one may ask for another language."""
    for language, usage in (("vi", "Cách dùng"), ("en", "Usage"), ("vi", "Cách dùng")):
        assert run(["rulebook", "show", "--help", "--lang", language]) == 0
        assert capsys.readouterr().out.startswith(f"{usage}: ictscore rulebook show")


@pytest.mark.usefixtures("english_afterwards")
@pytest.mark.parametrize(("words", "english", "vietnamese"), USAGE_ERRORS, ids=[" ".join(each[0]) for each in USAGE_ERRORS])
def test_usage_errors_are_in_the_language_asked_for(words, english, vietnamese, capsys):
    """A wrong command line ends with 2 and is told in the language of --lang, wherever that stands."""
    assert run(["--lang", "en", *words]) == 2
    said = capsys.readouterr().err
    assert english in said
    assert "Error: " in said
    assert run(["--lang", "vi", *words]) == 2
    said = capsys.readouterr().err
    assert vietnamese in said
    assert "Lỗi: " in said
    assert [each for each in CLICK_SAYS if each in said] == []


def test_click_speaks_our_language_only_while_we_run(monkeypatch, capsys):
    """The process’s own gettext domain and LANGUAGE are as before once a command line has run."""
    import gettext

    before = gettext.textdomain()
    monkeypatch.setenv("LANGUAGE", "de")
    run(["--help", "--lang", "en"])
    assert capsys.readouterr().out.startswith("Usage: ictscore [OPTIONS] COMMAND [ARGS]...")
    assert (gettext.textdomain(), os.environ["LANGUAGE"]) == (before, "de")


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

    def interrupted(path):
        raise KeyboardInterrupt

    monkeypatch.setattr(ictscore.commands.lint, "rulebooks_under", interrupted)
    assert run(["lint", "x"]) == 130
    assert "Interrupted" in capsys.readouterr().err


def test_a_fault_of_ours_is_a_sentence(tmp_path, monkeypatch, capsys):
    """An exception nobody foresaw ends with 3, a sentence and a report file; no traceback is shown."""
    import ictscore.commands.lint

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(ictscore.commands.lint, "rulebooks_under", lambda path: [1 / 0])
    assert run(["lint", "x"]) == 3
    said = capsys.readouterr().err
    assert "ictscore made a mistake" in said
    assert "Traceback" not in said
