"""``ictscore lock`` and ``--locked``: scored is what was agreed on, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from ictscore.cli import run

SURVEY = Path(__file__).parents[2] / "samples" / "vn-dti-2020" / "survey.csv"


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ICTSCORE_LANG", "en")


def test_locked_and_scored(capsys):
    """A lock of today lets today's rulebook through, by its usual name or another."""
    assert run(["lock", "vn-dti-2020"]) == 0
    assert capsys.readouterr().out == "ictscore.lock\n"
    assert run(["score", str(SURVEY), "--rulebook", "vn-dti-2020", "--locked", "--provisional"]) in {0, 1}
    Path("ictscore.lock").rename("khoa.yaml")
    assert run(["score", str(SURVEY), "--rulebook", "vn-dti-2020", "--locked", "khoa.yaml", "--provisional", "-o", "b.xlsx"]) in {0, 1}
    assert Path("b.xlsx").exists()


def test_another_text_is_not_scored(capsys):
    """With another hash in the lock nothing is read, scored or written."""
    run(["lock", "vn-dti-2020"])
    lock = Path("ictscore.lock")
    text = lock.read_text(encoding="utf-8")
    at = text.index("hash: ") + 6
    lock.write_text(f"{text[:at]}{'0' * 64}{text[at + 64 :]}", encoding="utf-8")
    assert run(["score", str(SURVEY), "--rulebook", "vn-dti-2020", "--locked"]) == 2
    assert "RB610" in capsys.readouterr().err
    assert [each.name for each in Path().iterdir()] == ["ictscore.lock"]


def test_without_a_lock_nothing_is_scored(capsys):
    """--locked where there is no lock is refused."""
    assert run(["score", str(SURVEY), "--rulebook", "vn-dti-2020", "--locked"]) == 2
    assert "RB612" in capsys.readouterr().err


def test_a_lock_is_renewed_but_no_other_file_overwritten(capsys):
    """A lock takes the place of a lock, and of nothing else."""
    assert run(["lock", "vn-dti-2020"]) == run(["lock"]) == 0
    assert Path("ictscore.lock").read_text(encoding="utf-8").count("- id: ") > 5
    Path("thu.txt").write_text("của tôi", encoding="utf-8")
    assert run(["lock", "-o", "thu.txt"]) == 2
    assert Path("thu.txt").read_text(encoding="utf-8") == "của tôi"
