"""Many files read into one survey."""

from __future__ import annotations

import hashlib

import pytest

from ictscore.errors import FileRefused
from ictscore.survey.reading import read_survey
from ictscore.survey.rulebook_named import rulebook_named

HEAD = ["unit", "group", "can_bo", "may_tinh"]


def found_in(survey):
    """Return the codes and files of what was found, but for the note that the small tables here have no optional columns."""
    return [(each.code, each.place.file) for each in survey.findings if each.code != "SV448"]


def test_a_folder_of_mixed_files_is_one_survey(tmp_path, write, loaded):
    """Workbooks and CSV files of a folder are read in order, hashed, and told of as they are read."""
    write([HEAD, ["Sở A", "a", 4, 2]], name="1.xlsx")
    write([HEAD, ["Sở B", "a", 4, 2]], name="2.csv", delimiter=";")
    told = []
    survey = read_survey([tmp_path], loaded.rulebook, loaded.hash, progress=told.append)
    assert [each.unit for each in survey.submissions] == ["Sở A", "Sở B"]
    assert [each.sha256 for each in survey.files] == [
        hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in ("1.xlsx", "2.csv")
    ]
    assert (told, found_in(survey), survey.period) == ([1, 1], [], "2020")


def test_one_unreadable_file_does_not_hide_the_others(tmp_path, write, loaded):
    """A file that cannot be read is an error beside the others."""
    good = write([HEAD, ["Sở A", "a", 4, 2]])
    bad = tmp_path / "hong.xlsx"
    bad.write_bytes(b"PK\x03\x04")
    survey = read_survey([bad, good], loaded.rulebook, loaded.hash)
    assert found_in(survey) == [("IO120", str(bad))]
    assert len(survey.submissions) == 1


def test_a_survey_of_nobody_says_so_beside_what_is_wrong_with_its_files(tmp_path, write, loaded):
    """A damaged file, and a table with a header only: each is told, and at the end that there is no unit, at the only file or at none."""
    blank = write([HEAD])
    bad = tmp_path / "hong.xlsx"
    bad.write_bytes(b"PK\x03\x04")
    assert found_in(read_survey([bad, blank], loaded.rulebook, loaded.hash)) == [("SV412", str(blank)), ("IO120", str(bad)), ("SV413", "")]
    assert found_in(read_survey([blank], loaded.rulebook, loaded.hash)) == [("SV412", str(blank)), ("SV413", str(blank))]


def test_no_readable_file_at_all_is_refused(tmp_path, loaded):
    """Where nothing can be read there is no survey."""
    with pytest.raises(FileRefused) as refusal:
        read_survey([tmp_path / "khong-co.xlsx"], loaded.rulebook, loaded.hash)
    assert [each.code for each in refusal.value.findings] == ["IO101"]


def test_files_of_different_periods_do_not_mix(tmp_path, write, loaded):
    """One survey is one round."""
    for name, period in (("1.xlsx", "2020"), ("2.xlsx", "2021")):
        write([HEAD, [f"Sở {name}", "a", 4, 2]], name=name, stamp={"kind": "table", "rulebook": "thu", "period": period})
    survey = read_survey([tmp_path], loaded.rulebook, loaded.hash)
    assert found_in(survey) == [("SV507", str(tmp_path / "2.xlsx"))]


def test_the_stamp_names_the_rulebook(tmp_path, write):
    """The stamps of the files name the rulebook; without any it must be named."""
    plain = write([HEAD], name="1.xlsx")
    stamped = write([HEAD], name="2.xlsx", stamp={"kind": "table", "rulebook": "thu"})
    assert rulebook_named([plain, stamped]).id == "thu"
    with pytest.raises(FileRefused) as refusal:
        rulebook_named([plain])
    assert [each.code for each in refusal.value.findings] == ["SV503"]
    assert all(each in refusal.value.findings[0].advice for each in ("binhthuan-2020", "khanhhoa-2018"))


def test_a_missing_file_is_only_missing(tmp_path):
    """A path that does not exist says so, and nothing about stamps."""
    with pytest.raises(FileRefused) as refusal:
        rulebook_named([tmp_path / "khong-co.xlsx"])
    assert [each.code for each in refusal.value.findings] == ["IO101"]


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [("kq.xlsx", "results", "IO114"), ("kq.results.xlsx", "results", "IO114"), ("kiem-tra.xlsx", "check", "IO172")],
)
def test_results_are_no_survey(write, loaded, name, kind, code):
    """The workbook of results or of a check is refused as what it is, whatever its name, also where the stamp would name a rulebook."""
    path = write([HEAD, ["Sở A", "a", 4, 2]], name=name, stamp={"kind": kind, "rulebook": "thu"})
    for attempt in (lambda: rulebook_named([path]), lambda: read_survey([path], loaded.rulebook, loaded.hash)):
        with pytest.raises(FileRefused) as refusal:
            attempt()
        assert [(each.code, each.place.file) for each in refusal.value.findings] == [(code, str(path))]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("README.md", "# Đọc; trước, nhé\n\nmột, hai; ba\n", "IO115"),
        ("ghi-chu.txt", "một, hai; ba\nbốn, năm; sáu\n", "IO115"),
        ("a.json", '{"a": 1}', "IO115"),
        ("kq.json", '{\n  "schema_version": "1",\n  "kind": "results"}', "IO114"),
    ],
)
def test_other_texts_are_refused_as_what_they_are(tmp_path, loaded, name, text, code):
    """A text that is no CSV file is not asked how its header splits; results in JSON are called results."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(FileRefused) as refusal:
        read_survey([tmp_path / name], loaded.rulebook, loaded.hash)
    assert [each.code for each in refusal.value.findings] == [code]


def test_results_among_surveys_are_left_out(tmp_path, write, loaded):
    """Results that stand beside surveys, as ``*.xlsx`` names them, are left out with a note."""
    good = write([HEAD, ["Sở A", "a", 4, 2]], name="1.xlsx")
    results = write([HEAD], name="1.results.xlsx", stamp={"kind": "results"})
    assert found_in(read_survey([good, results], loaded.rulebook, loaded.hash)) == [("IO111", str(results))]
