"""The log of a run: what stands in it, and how an edited one is known."""

import hashlib
import json

import pytest

from ictscore.reports.outcome import score_survey
from ictscore.reports.run_log import logged_files, run_log

RULES = """
answers: {x: {label: Số, type: count}}
criteria: [{id: c, max_points: 10, formula: {kind: count, of: x, each: 1}}]
"""


@pytest.fixture
def log(rules, make_survey, tmp_path):
    """Return the file of a log that says one file was written."""
    told = score_survey(rules(RULES), make_survey({"A": {"x": 3}}), command="ictscore score nhan", provisional=True).told
    path = tmp_path / "log.jsonl"
    path.write_text(run_log(told, {"a.json": b"{}"}), encoding="utf-8")
    return path


def steps(path):
    """Return the lines of a log."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_log_tells_the_run_from_beginning_to_end(log):
    """By what was scored comes first, then what came out and what was written; each line has the version of the schema."""
    lines = steps(log)
    assert {each["schema_version"] for each in lines} == {"1"}
    assert lines[0]["step"] == "begin"
    assert lines[0]["command"] == "ictscore score nhan"
    assert [each["step"] for each in lines[-3:]] == ["ranked", "written", "end"]
    assert (lines[-3]["units"], lines[-2]["name"]) == (1, "a.json")
    assert lines[-2]["sha256"] == hashlib.sha256(b"{}").hexdigest()


def test_a_whole_log_says_what_was_written(log):
    """The hashes by the names of the files."""
    assert logged_files(log) == {"a.json": hashlib.sha256(b"{}").hexdigest()}


@pytest.mark.parametrize(
    "edit", [lambda text: text.replace("nhan", "khac"), lambda text: text.rsplit("\n", 2)[0] + "\n", lambda _: "", lambda _: "[]"]
)
def test_an_edited_log_is_none(log, edit):
    """A log with a changed line, without its end, or with nothing in it says nothing."""
    log.write_text(edit(log.read_text(encoding="utf-8")), encoding="utf-8")
    assert logged_files(log) is None


def test_no_log_says_nothing(tmp_path):
    """Where no file is there is no log."""
    assert logged_files(tmp_path / "log.jsonl") is None
