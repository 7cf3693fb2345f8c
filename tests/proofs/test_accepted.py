"""Acceptances beside a rulebook: they silence what they name, and nothing else; idle ones are errors."""

from __future__ import annotations

import json

import pytest
from seeded_faults import SOUND, seeds

from ictscore.cli import run

FAULT = next(each for each in seeds() if each.it == "silence that pays")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Write a rulebook with one fault, and return its folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rulebook.yaml").write_text(FAULT.put_into(SOUND.read_text(encoding="utf-8")), encoding="utf-8")
    return tmp_path


def lint(*more):
    """Lint the rulebook in the current folder and return the exit code."""
    return run(["lint", "rulebook.yaml", "--prove", "--incentives", "--strict", *more])


def test_without_acceptance_a_finding_stands(folder, capsys):
    """Under --strict a warning stands as an error."""
    assert lint() == 1
    assert "RB734" in capsys.readouterr().out


def test_an_acceptance_with_a_reason_settles_it(folder, capsys):
    """What is accepted is counted with its file, and in JSON it stands with its reason; the answer is yes."""
    (folder / "accepted.yaml").write_text("accepted:\n  - {code: RB734, at: ke_hoach, reason: Sở hỏi lại}\n", encoding="utf-8")
    assert lint() == 0
    assert "findings accepted with reasons in " in capsys.readouterr().err
    assert lint("--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert [(each["code"], each["about"], each["reason"]) for each in document["accepted"]] == [("RB734", "ke_hoach", "Sở hỏi lại")]
    assert document["findings"] == []


def test_an_idle_acceptance_is_an_error_at_its_place(folder, capsys):
    """An acceptance that hits nothing is told at the line that names it."""
    text = "accepted:\n  - {code: RB734, at: ke_hoach, reason: a}\n  - code: RB701\n    at: [lop]\n    reason: b\n"
    (folder / "accepted.yaml").write_text(text, encoding="utf-8")
    assert lint() == 1
    out = capsys.readouterr().out
    assert "accepted.yaml:4:10 — error RB741" in out
    assert "RB701 is not found at lop" in out


def test_what_did_not_run_is_not_judged(folder, capsys):
    """Without --incentives an acceptance of an incentive is neither hit nor missed."""
    (folder / "accepted.yaml").write_text("accepted:\n  - {code: RB734, at: ke_hoach, reason: a}\n", encoding="utf-8")
    assert run(["lint", "rulebook.yaml", "--prove", "--strict"]) == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("accepted:\n  - {code: RB301, at: lop, reason: a}\n", "RB742"),
        ("accepted:\n  - {code: RB734, at: ke_hoach}\n", "RB102"),
        ("accepted:\n  - {code: RB734, at: ke_hoach, reson: a}\n", "RB101"),
    ],
)
def test_an_acceptance_that_cannot_be_meant_is_refused(folder, capsys, text, code):
    """Only findings of proofs can be accepted, each needs a reason, and unknown keys are told."""
    (folder / "accepted.yaml").write_text(text, encoding="utf-8")
    assert lint() in {1, 2}
    out, err = capsys.readouterr()
    assert code in out + err


def test_the_hash_does_not_look_at_acceptances(folder, capsys):
    """The rulebook's hash is the same with and without the file: an acceptance changes no points."""
    from ictscore.rulebook.load import load_rulebook

    before = load_rulebook("rulebook.yaml").hash
    (folder / "accepted.yaml").write_text("accepted:\n  - {code: RB734, at: ke_hoach, reason: a}\n", encoding="utf-8")
    assert load_rulebook("rulebook.yaml").hash == before
