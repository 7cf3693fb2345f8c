"""``ictscore check``: what it prints, and its exit code."""

from __future__ import annotations

import csv
import json

import pytest

from ictscore.cli import run

HEAD = ["unit", "group", "chinh_quyen_so", "kinh_te_so", "xa_hoi_so"]


@pytest.fixture
def table(tmp_path):
    """Return what writes a table of one unit with this first answer."""

    def make(value):
        path = tmp_path / "khao-sat.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([HEAD, ["Bắc Ninh", "tinh", value, "0.3", "0.4"]])
        return str(path)

    return make


def test_a_sound_survey_passes(table, capsys):
    """Counts go to standard error, and warnings do not make the answer no."""
    assert run(["check", table("0.4449"), "--rulebook", "vn-dti-2020", "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert "units of tinh: 1" in told.err
    assert "3 given, 0 missing, 0 not applicable, 0 unreadable" in told.err
    assert "Files checked: 1; errors: 0, warnings: 1, notes: 0." in told.err
    assert "UN110" in told.out


def test_strict_raises_warnings(table, capsys):
    """Under --strict a warning is an error."""
    assert run(["check", table("0.4449"), "--rulebook", "vn-dti-2020", "--strict", "--lang", "en"]) == 1
    assert "error UN110" in capsys.readouterr().out


def test_an_error_makes_the_answer_no(table, capsys):
    """An unreadable answer is printed with its cell, and the exit code is 1 whatever the format."""
    path = table("khá")
    for how in ("text", "json", "github"):
        assert run(["check", path, "--rulebook", "vn-dti-2020", "--format", how, "--lang", "en"]) == 1
        assert "SV201" in capsys.readouterr().out


def test_json_counts_files_units_and_answers(table, capsys):
    """The JSON document holds the counts, and findings in the order of their places."""
    run(["check", table(""), "--rulebook", "vn-dti-2020", "--format", "json", "--lang", "en"])
    document = json.loads(capsys.readouterr().out)
    assert document["units"] == {"tinh": 1}
    assert document["answers"] == {"given": 2, "missing": 1, "not_applicable": 0, "unreadable": 0}
    assert [each["code"] for each in document["findings"]] == ["UN110", "SV101"]
    assert document["findings"][1]["at"]["cell"] == "C2"


def test_without_a_stamp_the_rulebook_must_be_named(table, capsys):
    """A CSV file has no stamp: without --rulebook nothing can be checked."""
    assert run(["check", table("0.4"), "--lang", "en"]) == 2
    assert "SV503" in capsys.readouterr().err
