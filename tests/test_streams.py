"""Promises about the streams: whatever a console or a redirection says, nothing crashes and what comes out is UTF-8."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ictscore.streams import begin_text, can_show, encoding_before, prepare_streams

ROOT = Path(__file__).resolve().parents[1]
FORMS = ROOT / "samples" / "binhthuan-2020" / "forms"
NARROW = [{"PYTHONIOENCODING": name} for name in ("cp1258", "cp437", "cp1252", "ascii")] + [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
]
COMMANDS = [
    (("check", "phieu", "-r", "binhthuan-2020"), 1, "đơn vị: "),
    (("score", "phieu", "-r", "binhthuan-2020", "-o", "kq.xlsx"), 1, "Chưa chấm"),
    (("doctor",), 0, "Bộ tiêu chí"),
    (("--help",), 0, "Cách dùng"),
    (("check", "--help"), 0, "Cách dùng"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with two forms and a file that is none, so that check and score have something to say."""
    made = tmp_path_factory.mktemp("luong")
    (made / "phieu").mkdir()
    for name in ("so-noi-vu", "so-ngoai-vu"):
        (made / "phieu" / f"{name}.xlsx").write_bytes((FORMS / f"{name}.xlsx").read_bytes())
    (made / "phieu" / "Tệp hỏng ✗.xlsx").write_text("không phải Excel", encoding="utf-8")
    return made


def _environment(narrow):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return {**kept, "ICTSCORE_LANG": "vi", **narrow}


@pytest.mark.parametrize("narrow", NARROW, ids=lambda each: next(iter(each.values())))
@pytest.mark.parametrize(("words", "code", "said"), COMMANDS, ids=lambda each: " ".join(each) if isinstance(each, tuple) else None)
def test_vietnamese_through_pipes_and_into_files(folder, tmp_path, narrow, words, code, said):
    """In every narrow encoding, through a pipe and into a file alike, the exit code is right and the output is valid UTF-8."""
    command, environment = [sys.executable, "-m", "ictscore", *words], _environment(narrow)
    with (tmp_path / "out").open("wb") as out:
        done = subprocess.run(command, cwd=folder, env=environment, stdout=out, stderr=subprocess.PIPE, check=False)
    assert done.returncode == code
    text = (tmp_path / "out").read_bytes().decode("utf-8") + done.stderr.decode("utf-8")
    assert said in text
    assert "Traceback" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("encoding", "lines"), [("cp437", "─"), ("ascii", "---"), ("utf-8", "─")])
def test_a_console_that_cannot_show_lines_gets_plain_ones(folder, encoding, lines):
    """On a terminal whose encoding has no box characters, tables are drawn in ASCII."""
    import pty

    main, side = pty.openpty()
    command = [sys.executable, "-m", "ictscore", "rulebook", "list"]
    environment = {**_environment({"PYTHONIOENCODING": encoding}), "COLUMNS": "200"}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=side, stderr=subprocess.DEVNULL)
    os.close(side)
    shown = b""
    while part := _read(main):
        shown += part
    os.close(main)
    assert process.wait(timeout=60) == 0
    assert lines in shown.decode("utf-8", "replace")


def _read(descriptor):
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other end was closed
        return b""


def test_what_a_stream_was_is_remembered(monkeypatch):
    """After it was prepared a stream is UTF-8, and what it was before is still known."""
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="cp1258")
    monkeypatch.setattr(sys, "stdout", narrow)
    monkeypatch.setattr("ictscore.streams._before", {})
    prepare_streams()
    assert narrow.encoding == "utf-8"
    assert encoding_before(narrow) == "cp1258"
    narrow.write("ậ✓")
    narrow.flush()


def test_a_stream_of_nobody_is_what_it_says():
    """Of a stream that is neither output nor messages the encoding it has is told."""
    assert encoding_before(io.TextIOWrapper(io.BytesIO(), encoding="cp437")) == "cp437"
    assert encoding_before(object()) == ""


def test_what_is_no_terminal_shows_everything():
    """A file or a pipe takes every sign."""
    assert can_show(io.StringIO(), "✓")


@pytest.mark.parametrize(("platform", "start"), [("win32", b"\xef\xbb\xbf"), ("linux", b"")])
def test_a_new_file_on_windows_begins_with_the_sign_of_utf8(tmp_path, platform, start):
    """Notepad and Excel know such a file for UTF-8; elsewhere nothing is put before the text."""
    path = tmp_path / "kq.txt"
    with path.open("w", encoding="utf-8", newline="") as stream:
        begin_text(stream, platform)
        stream.write("số")
    assert path.read_bytes() == start + "số".encode()


def test_a_file_that_goes_on_gets_no_sign_inside(tmp_path):
    """Appending to a file puts nothing between."""
    path = tmp_path / "kq.txt"
    path.write_bytes(b"x\n")
    with path.open("a", encoding="utf-8", newline="") as stream:
        begin_text(stream, "win32")
    assert path.read_bytes() == b"x\n"


def test_what_is_no_file_gets_no_sign():
    """A pipe and a stream in memory are left as they are."""
    stream = io.StringIO()
    begin_text(stream, "win32")
    assert stream.getvalue() == ""
    readable, writable = os.pipe()
    with os.fdopen(writable, "w", encoding="utf-8") as pipe:
        begin_text(pipe, "win32")
    assert os.read(readable, 10) == b""
    os.close(readable)
