"""Promises about the rulebook that files are made for, where nobody names one: that of most files, and never without a word."""

from __future__ import annotations

import pytest

from ictscore.cli import run
from ictscore.errors import FileRefused
from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.form import write_form
from ictscore.survey.rulebook_named import rulebook_named
from ictscore.survey.submission import Submission

UNITS = ("Sở Y tế", "Sở Tài chính", "Sở Xây dựng", "Sở Tư pháp")


@pytest.fixture
def put(tmp_path):
    """Return what writes a form of a shipped rulebook into the folder of the survey."""
    folder = tmp_path / "nhan"
    folder.mkdir()

    def make(name, rulebook, unit=""):
        loaded = load_rulebook(rulebook)
        filled = Submission(unit or f"Sở {name.partition('.')[0]}", loaded.rulebook.groups[0].id, {})
        (folder / name).write_bytes(write_form(loaded, filled))
        return folder

    return make


def test_one_stray_form_does_not_choose_the_rulebook(put):
    """The first file by name is of the year before: the rulebook of the three others is taken, and the stray file is named."""
    put("1.xlsx", "binhthuan-2019")
    for name in ("2.xlsx", "3.xlsx", "4.xlsx"):
        folder = put(name, "binhthuan-2020")
    named = rulebook_named([folder])
    assert (named.id, named.count) == ("binhthuan-2020", 3)
    (told,) = named.findings
    assert told.code == "SV504"
    assert "binhthuan-2020: 3 of 4" in told.message
    assert "The others: binhthuan-2019 (nhan/1.xlsx)." in told.message


def test_a_copy_says_no_more_than_its_file(put):
    """Two copies of one stray form are one form: of it and the form of the round none is that of most."""
    put("a.xlsx", "binhthuan-2020")
    put("b.xlsx", "binhthuan-2019", "Sở Y tế")
    folder = put("b (1).xlsx", "binhthuan-2019", "Sở Y tế")
    with pytest.raises(FileRefused) as refusal:
        rulebook_named([folder])
    assert [each.code for each in refusal.value.findings] == ["SV509"]


def test_files_that_agree_need_no_note(put):
    """A file without a stamp beside them says nothing against it."""
    put("a.xlsx", "binhthuan-2020")
    folder = put("b.xlsx", "binhthuan-2020")
    (folder / "c.csv").write_text("Đơn vị,x\nSở A,1\n", encoding="utf-8")
    named = rulebook_named([folder])
    assert (named.id, named.count, named.findings) == ("binhthuan-2020", 2, ())


@pytest.mark.parametrize("more", [(), ("binhthuan-2020", "quangbinh-2018")])
def test_without_a_majority_nothing_is_taken(put, more):
    """One against one, and two of four: nobody chooses, and every rulebook is named with its files."""
    rulebooks = ("binhthuan-2019", "binhthuan-2020", *more)
    for number, rulebook in enumerate(rulebooks):
        folder = put(f"{number}.xlsx", rulebook)
    with pytest.raises(FileRefused) as refusal:
        rulebook_named([folder])
    (told,) = refusal.value.findings
    assert told.code == "SV509"
    assert all(f"nhan/{number}.xlsx" in told.message for number in range(len(rulebooks)))
    assert all(each in told.message for each in rulebooks)
    assert "--rulebook" in told.advice


def test_forms_saved_by_libreoffice_say_it_too(put, office):
    """As .ods, as .xls and as .xlsx."""
    folder = put("a.xlsx", "binhthuan-2019")
    saved = [office([folder / "a.xlsx"], kind)[0] for kind in ("ods", "xls", "xlsx")]
    assert [rulebook_named([each]).id for each in saved] == ["binhthuan-2019"] * 3


def test_evidence_does_not_choose_the_rulebook(put, tmp_path):
    """Old forms in the folder of the evidence are none of the survey."""
    folder = put("a.xlsx", "binhthuan-2020")
    aside = folder / "minh-chung"
    aside.mkdir()
    for name in ("cu.xlsx", "cu-nua.xlsx"):
        (aside / name).write_bytes(write_form(load_rulebook("binhthuan-2019"), Submission("Sở Y tế", "pl_i", {})))
    assert rulebook_named([folder], aside).id == "binhthuan-2020"


def test_commands_say_which_rulebook_was_taken(put, tmp_path, monkeypatch, capsys):
    """Checking, scoring and ranking: the rulebook by its id, and the file of another by its name."""
    monkeypatch.chdir(tmp_path)
    put("1.xlsx", "binhthuan-2019")
    for name, unit in zip(("2.xlsx", "3.xlsx", "4.xlsx"), UNITS[1:], strict=True):
        put(name, "binhthuan-2020", unit)
    for command in (["check", "nhan", "--no-files"], ["score", "nhan", "-o", "kq.xlsx"], ["rank", "nhan"]):
        assert run([*command, "--lang", "en"]) == 1
        told = capsys.readouterr().err
        assert "Rulebook: binhthuan-2020, as the files themselves say." in told
        assert "The others: binhthuan-2019 (nhan/1.xlsx)." in told


def test_a_rulebook_that_is_named_is_not_told_again(put, tmp_path, monkeypatch, capsys):
    """Who names it knows it."""
    monkeypatch.chdir(tmp_path)
    put("1.xlsx", "binhthuan-2020")
    run(["check", "nhan", "-r", "binhthuan-2020", "--no-files", "--lang", "en"])
    assert "as the files themselves say" not in capsys.readouterr().err
