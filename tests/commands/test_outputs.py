"""Promises about where reports go: pairs of --format and -o, one run for all of them."""

from __future__ import annotations

import json

import pytest

from ictscore.cli import run
from ictscore.commands.outputs import file_bytes, is_report


@pytest.fixture
def checked(small_round, capsys):
    """Return what runs a check of the usual round and gives exit code, output and messages."""
    folder = small_round.usual()

    def make(*options):
        code = run(["check", str(folder), "-r", small_round.rulebook, "--lang", "en", *options])
        told = capsys.readouterr()
        return code, told.out, told.err

    return make


def test_every_file_gets_the_format_before_it(checked, tmp_path):
    """One run writes all formats, each where it was asked for, and text goes to the screen."""
    names = {how: tmp_path / how for how in ("gitlab", "junit", "json", "sarif", "github", "text")}
    options = [word for how, path in names.items() for word in ("--format", how, "-o", str(path))]
    code, out, err = checked(*options)
    assert code == 1
    assert out.startswith("4 units: 1 in order · 2 to be mended · 1 not received\n")
    assert json.loads(names["json"].read_text(encoding="utf-8"))["kind"] == "check"
    assert isinstance(json.loads(names["gitlab"].read_text(encoding="utf-8")), list)
    assert names["junit"].read_text(encoding="utf-8").startswith("<?xml")
    assert '"2.1.0"' in names["sarif"].read_text(encoding="utf-8")
    assert names["github"].read_text(encoding="utf-8").startswith("errors: ")
    assert names["text"].read_text(encoding="utf-8") == out
    assert err.count("Written: ") == 6


def test_the_order_says_which_format_goes_where(checked, tmp_path):
    """A format without a file of its own goes to standard output, wherever it stands."""
    code, out, _ = checked("--format", "json", "--format", "junit", "-o", str(tmp_path / "j.xml"))
    assert code == 1
    assert json.loads(out)["kind"] == "check"
    assert (tmp_path / "j.xml").read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    "options",
    [("-o", "x.json"), ("--format", "json", "-o", "x.json", "-o", "y.json"), ("--format", "json", "--format", "sarif")],
)
def test_what_does_not_pair_is_a_usage_error(checked, options):
    """A file without a format, two files for one format, two formats for one screen: exit code 2, and nothing is read."""
    code, out, err = checked(*options)
    assert (code, out) == (2, "")
    assert "Error: " in err


@pytest.mark.parametrize("how", ["text", "json", "github", "gitlab", "junit", "sarif"])
def test_the_exit_code_hangs_on_no_format(checked, how):
    """With errors the answer is no in every format."""
    assert checked("--format", how)[0] == 1


def test_reports_replace_reports_and_nothing_else(checked, tmp_path):
    """A report of ours is replaced by the next; another file only with --force."""
    path = tmp_path / "kq.json"
    assert checked("--format", "json", "-o", str(path))[0] == 1
    assert checked("--format", "json", "-o", str(path))[0] == 1
    path.write_text("thư của tôi", encoding="utf-8")
    assert checked("--format", "json", "-o", str(path))[0] == 2
    assert path.read_text(encoding="utf-8") == "thư của tôi"
    assert checked("--format", "json", "-o", str(path), "--force")[0] == 1


def test_an_empty_report_is_one_too(tmp_path):
    """GitLab's report without issues is an empty list, and known for ours; what is not there is not."""
    (tmp_path / "gl.json").write_bytes(b"[]\n")
    assert is_report(tmp_path / "gl.json")
    assert not is_report(tmp_path / "gone.json")


def test_a_survey_is_never_overwritten(small_round, capsys):
    """A report into one of the forms is refused, with --force too."""
    path = small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    before = path.read_bytes()
    options = ["--format", "json", "-o", str(path), "--force", "--lang", "en"]
    assert run(["check", str(path), "-r", small_round.rulebook, *options]) == 2
    assert "IO402" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_texts_for_people_fit_their_platform():
    """On Windows a text file has the sign of UTF-8 and its own line ends."""
    assert file_bytes("số\n", "win32") == b"\xef\xbb\xbfs\xe1\xbb\x91\r\n"
    assert file_bytes("số\n", "linux") == b"s\xe1\xbb\x91\n"
