"""Promises about the rulebook a result names: its hash says which text is meant, not what happens to be called so here."""

from __future__ import annotations

import pytest

from ictscore.cli import run
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.shipped import shipped_folder

NAME = "bttt-phu-luc-1b"
SURVEY = str(shipped_folder("samples") / NAME / "survey.xlsx")
TEXT = (shipped_folder("rulebooks") / NAME / "rulebook.yaml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _scored(tmp_path, monkeypatch):
    """Stand in a folder with a result and a live one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ICTSCORE_LANG", "en")
    assert run(["score", SURVEY, "--rulebook", NAME, "-o", "kq.xlsx", "--live", "song.xlsx"]) == 0


def beside(folder, text):
    """Put a rulebook into a folder called as the result's rulebook is."""
    (folder / NAME).mkdir()
    (folder / NAME / "rulebook.yaml").write_text(text, encoding="utf-8")


COMMANDS = (["reproduce", "kq.xlsx", "--inputs", SURVEY], ["verify", "song.xlsx"], ["compare", "kq.xlsx", "kq.xlsx"])


@pytest.mark.parametrize("text", [TEXT.replace("title: ", "title: Khác, ", 1), "id: x\n"], ids=["another", "broken"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each[0])
def test_a_folder_called_alike_is_not_taken(tmp_path, capsys, command, text):
    """The text with the recorded hash is used, though another one lies nearer."""
    beside(tmp_path, text)
    assert run(command) == 0
    told = capsys.readouterr()
    assert not {"SC291", "SC268", "DF107"} & set((told.out + told.err).split())


def test_a_text_of_ones_own_with_the_right_hash_is_taken(tmp_path, capsys):
    """What was scored by a text of one's own is made again by it, where it lies under its id."""
    own = TEXT.replace("title: ", "title: Khác, ", 1)
    beside(tmp_path, own)
    assert run(["score", SURVEY, "--rulebook", NAME, "-o", "rieng.xlsx"]) == 0
    assert run(["reproduce", "rieng.xlsx", "--inputs", SURVEY]) == 0
    assert load_rulebook(NAME).hash != load_rulebook(str(shipped_folder("rulebooks") / NAME)).hash


def test_where_no_text_has_the_hash_both_are_named(tmp_path, capsys):
    """The text there is, the result, and both hashes are told."""
    beside(tmp_path, TEXT.replace("title: ", "title: Khác, ", 1))
    assert run(["score", SURVEY, "--rulebook", NAME, "-o", "rieng.xlsx"]) == 0
    used = load_rulebook(NAME).hash
    (tmp_path / NAME / "rulebook.yaml").write_text(TEXT.replace("title: ", "title: Mới, ", 1), encoding="utf-8")
    now = load_rulebook(NAME).hash
    capsys.readouterr()
    assert run(["reproduce", "rieng.xlsx", "--inputs", SURVEY]) == 2
    said = capsys.readouterr().err
    assert all(each in said for each in (f"{NAME}/rulebook.yaml", "rieng.xlsx", used, now))
    run(["compare", "kq.xlsx", "rieng.xlsx"])
    said = capsys.readouterr().err
    assert all(each in said for each in (f"{NAME}/rulebook.yaml", "rieng.xlsx", used, now))


def test_a_result_cannot_name_a_path(tmp_path, capsys):
    """A rulebook is recorded by its id; a path written in its place opens nothing."""
    from ictscore.errors import RulebookRefused
    from ictscore.rulebook.load import load_recorded

    beside(tmp_path, TEXT)
    with pytest.raises(RulebookRefused) as refused:
        load_recorded(f"./{NAME}", "kq.xlsx")
    assert [each.code for each in refused.value.findings] == ["RB609"]
