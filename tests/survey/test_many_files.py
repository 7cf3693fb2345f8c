"""Promises about reading many files: who reads them, and in how many processes, changes nothing."""

from __future__ import annotations

import os

import pytest

from ictscore.survey import many_files
from ictscore.survey.many_files import read_files, worker_count
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey


@pytest.fixture
def folder(write, tmp_path):
    """Return a folder of five forms' worth of tables: one of them has an ambiguous number, one cannot be read."""
    for number in range(4):
        rows = [["unit", "group", "can_bo", "may_tinh"], [f"Sở {number}", "a", 10 + number, "1.234" if number == 2 else number]]
        write(rows, name=f"{number}.xlsx")
    (tmp_path / "4.xlsx").write_bytes(b"PK\x03\x04 and nothing else")
    return tmp_path


def test_the_number_of_processes_changes_nothing(folder, loaded):
    """One process and three give the same survey: units, answers, places, findings, in the same order."""
    alone, shared = (read_survey([folder], loaded.rulebook, loaded.hash, options=ReadOptions(workers=count)) for count in (1, 3))
    assert alone == shared
    assert [each.unit for each in alone.submissions] == ["Sở 0", "Sở 1", "Sở 2", "Sở 3"]
    assert {each.code for each in alone.findings} >= {"SV202", "IO120"}


def test_a_worker_leaves_a_broken_file_to_the_others(folder, loaded):
    """A file that cannot be read is refused by itself; the files around it are read."""
    paths = sorted(folder.iterdir())
    read = list(read_files(paths, loaded.rulebook, loaded.hash, ReadOptions(workers=2)))
    assert [bool(each.drafts) for each in read] == [True, True, True, True, False]
    assert all(each.record is not None for each in read)  # what cannot be read is recorded too, with its hash
    assert [found.code for found in read[-1].refused] == ["IO120"]


def _dies(path):
    """Read the first file, and end the worker at the second as a guard of the machine would."""
    if path.name == "1.xlsx":
        os._exit(1)
    return many_files._reader.read(path)


@pytest.mark.parametrize("breaks", ["a worker dies", "no worker starts", "no pool"])
def test_workers_that_a_machine_does_not_let_live_change_nothing(folder, loaded, monkeypatch, breaks):
    """Where processes are refused or ended, this one reads what they left: every file once, in the same order."""
    alone = read_survey([folder], loaded.rulebook, loaded.hash, options=ReadOptions(workers=1))
    if breaks == "a worker dies":
        monkeypatch.setattr(many_files, "_AT_ONCE", 1)
        monkeypatch.setattr(many_files, "_read", _dies)
    elif breaks == "no worker starts":
        monkeypatch.setattr("multiprocessing.process.BaseProcess.start", _refused)
    else:
        monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", _refused)
    assert read_survey([folder], loaded.rulebook, loaded.hash, options=ReadOptions(workers=2)) == alone


def _refused(*_arguments, **_named):
    raise PermissionError(13, "Access is denied")


def test_few_files_are_read_without_a_second_process():
    """What is read faster alone is read alone, whatever the machine."""
    assert worker_count(24, None) == 1
