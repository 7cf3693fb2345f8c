"""``ictscore diff-rulebooks``: what it prints, and its exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ictscore.cli import run

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "diff" / "golden" / "binhthuan-2019-2020.txt"
EDITIONS = ["rulebooks/binhthuan-2019", "rulebooks/binhthuan-2020"]


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Places are relative to where the command is run."""
    monkeypatch.chdir(ROOT)


def test_the_two_editions_of_binh_thuan(capsys) -> None:
    """1867 and 1944 differ as was read and checked by eye (renew the file with this very command, and read it again)."""
    assert run(["diff-rulebooks", *EDITIONS, "--lang", "en"]) == 0
    assert capsys.readouterr().out == GOLDEN.read_text(encoding="utf-8")


def test_the_exit_code_is_asked_for(capsys) -> None:
    """With --exit-code a difference gives 1, in every format; none gives 0."""
    for how in ("text", "json"):
        assert run(["diff-rulebooks", *EDITIONS, "--exit-code", "--format", how]) == 1
        assert run(["diff-rulebooks", EDITIONS[0], EDITIONS[0], "--exit-code", "--format", how]) == 0
    assert run(["diff-rulebooks", EDITIONS[0], "khong-co"]) == 2
    capsys.readouterr()


def test_nothing_differs_from_itself(capsys) -> None:
    """A rulebook against itself is one sentence."""
    assert run(["diff-rulebooks", EDITIONS[0], EDITIONS[0], "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "No difference in meaning."


def test_json_is_exact(capsys) -> None:
    """JSON has both rulebooks with their hashes, exact numbers, codes, both places, and sums that add up."""
    run(["diff-rulebooks", *EDITIONS, "--format", "json", "--lang", "en"])
    document = json.loads(capsys.readouterr().out)
    assert document["schema_version"] == "1"
    assert (document["old"]["id"], document["new"]["id"]) == ("binhthuan-2019", "binhthuan-2020")
    assert document["summary"]["changes"] == len(document["changes"]) == sum(document["summary"]["by_matter"].values())
    change = next(each for each in document["changes"] if each["path"].endswith("i.to_chuc.hop/max_points"))
    assert (change["code"], change["old"]["value"], change["new"]["value"], change["delta"]) == (
        "criterion.max_points.changed",
        "4",
        "3",
        "-1",
    )
    assert change["old"]["at"]["file"] == "rulebooks/binhthuan-2019/rulebook.yaml"
    assert change["new"]["place"].startswith("rulebooks/binhthuan-2020/rulebook.yaml:")
    award = next(each for each in document["changes"] if each["code"] == "award.added")
    assert award["old"] is None
    assert [(each["group"], each["old_count"], each["new_count"]) for each in document["groups"]] == [
        ("pl_i", 28, 29),
        ("pl_ii", 22, 24),
        ("pl_iii", 22, 23),
        ("pl_iv", 29, 31),
    ]
