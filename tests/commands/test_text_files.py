"""Promises about texts that are sent into a file: on Windows they begin with the sign of UTF-8, and what machines read never does."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest

from ictscore.cli import run
from ictscore.reports import console
from ictscore.streams import begin_text

SURVEY = str(Path(__file__).parents[2] / "samples" / "binhthuan-2020" / "survey.xlsx")
TEXTS = {
    "rank": ["rank", SURVEY],
    "explain": ["explain", SURVEY, "Sở Nội vụ", "1.1"],
    "check": ["check", SURVEY],
    "robustness": ["robustness", SURVEY, "--group", "pl_ii", "--draws", "10"],
    "diff-rulebooks": ["diff-rulebooks", "binhthuan-2019", "binhthuan-2020"],
    "rulebook list": ["rulebook", "list"],
    "rulebook blame": ["rulebook", "blame", "binhthuan-2020", "title"],
    "units list": ["units", "list", "binhthuan-2020"],
}
SIGN = b"\xef\xbb\xbf"


@pytest.fixture
def sent(tmp_path, monkeypatch):
    """Return what runs a command on a make-believe Windows with its output sent into a file, and gives the file's bytes."""
    monkeypatch.setattr(console, "begin_text", partial(begin_text, platform="win32"))

    def make(words):
        path = tmp_path / "out.txt"
        with path.open("w", encoding="utf-8") as stream, monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", stream)
            run([*words, "--lang", "vi"])
        return path.read_bytes()

    return make


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_for_people_begins_with_the_sign(sent, name):
    """Once, before everything else; after it stands the text."""
    data = sent(TEXTS[name])
    assert data.startswith(SIGN)
    assert data.count(SIGN) == 1
    assert len(data) > len(SIGN)


@pytest.mark.parametrize("name", sorted(set(TEXTS) - {"rulebook blame"}))
def test_json_never_begins_with_it(sent, name):
    """Programs that read JSON stumble over the sign."""
    assert sent([*TEXTS[name], "--format", "json"])[:1] in {b"{", b"["}
