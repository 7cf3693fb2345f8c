"""``ictscore robustness``: the same telling as text, JSON and a page, and nothing of it changes a result."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ictscore.cli import run

SURVEY = str(Path(__file__).parents[2] / "samples" / "binhthuan-2020" / "survey.xlsx")
WORDS = ["robustness", SURVEY, "--rulebook", "binhthuan-2020", "--group", "pl_iv", "--draws", "200"]


def test_text_names_the_draws_and_who_declared_them(capsys):
    """The settings stand above the table, with whether the rulebook says so; every unit has its row."""
    assert run([*WORDS, "--seed", "7", "--spread", "10%", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Weights up to 10 % more or less, 200 draws from seed 7; the rulebook sets none." in said
    assert said.count(" 3= ") == 2
    assert said.count("UBND ") >= 10
    assert "Units that keep their rank in at least 90 % of the draws: " in said
    assert "Where a criterion is left out, points of the others are stretched to the full maximum" in said


def test_the_same_seed_gives_the_same_page(capsys):
    """Twice the same bytes; another seed, other numbers."""
    pages = []
    for seed in ("1", "1", "2"):
        assert run([*WORDS, "--seed", seed, "--format", "json"]) == 0
        pages.append(capsys.readouterr().out)
    assert pages[0] == pages[1] != pages[2]


def test_json_counts_every_draw(capsys):
    """The ranks of each unit add up to all draws, and equal units have equal ranks."""
    assert run([*WORDS, "--format", "json"]) == 0
    (group,) = json.loads(capsys.readouterr().out)["groups"]
    assert group["settings"] == {"draws": 200, "spread": "1/5", "seed": 1, "declared": False}
    assert all(sum(each["ranks"].values()) == 200 for each in group["units"])
    by_name = {each["unit"]: each["ranks"] for each in group["units"]}
    assert by_name["UBND huyện Hàm Thuận Bắc"] == by_name["UBND thị xã La Gi"]


def test_the_page_draws_a_plot_and_loads_nothing(capsys):
    """An SVG with a group for each unit, in the rulebook's language, and no address in it."""
    assert run([*WORDS, "--format", "html", "--lang", "en"]) == 0
    page = capsys.readouterr().out
    assert '<html lang="vi">' in page
    assert page.count("<g>") == 10
    assert "http" not in page


@pytest.mark.parametrize("wrong", [["--group", "pl_v"], ["--spread", "0"], ["--spread", "nhiều"], ["--draws", "0"]])
def test_what_cannot_be_tried_is_refused(capsys, wrong):
    """A group that is not there, a spread of nothing, no draws: told in a sentence."""
    assert run(["robustness", SURVEY, "--rulebook", "binhthuan-2020", *wrong]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_rulebook_declares_its_own_draws(tmp_path, capsys):
    """What the rulebook declares is used and said; it changes no points."""
    base = Path("rulebooks/vn-dti-2020/rulebook.yaml")
    text = (Path(__file__).parents[2] / base).read_text(encoding="utf-8")
    folder = tmp_path / "vn-dti-2020"
    folder.mkdir()
    (folder / "rulebook.yaml").write_text(text + "robustness: {draws: 30, spread: 5%, seed: 42}\n", encoding="utf-8")
    survey = str(Path(__file__).parents[2] / "samples" / "vn-dti-2020" / "survey.csv")
    run(["robustness", survey, "--rulebook", str(folder), "--lang", "en"])
    assert "Weights up to 5 % more or less, 30 draws from seed 42, as the rulebook declares." in capsys.readouterr().out


def test_where_nobody_or_only_one_stands_that_is_said(tmp_path, monkeypatch, capsys):
    """A survey without units is refused as such; of one ranked unit there is no order, and that is said instead of nothing."""
    monkeypatch.chdir(tmp_path)
    heading = "unit,group,"
    (tmp_path / "none.csv").write_text(f"{heading}chinh_quyen_so\n", encoding="utf-8")
    assert run(["robustness", "none.csv", "--rulebook", "vn-dti-2020", "--lang", "en"]) == 2
    assert "The survey holds no unit at all." in capsys.readouterr().err
    survey = Path(__file__).parents[2] / "samples" / "vn-dti-2020" / "survey.csv"
    lines = survey.read_text(encoding="utf-8").splitlines()
    (tmp_path / "one.csv").write_text("\n".join(lines[:-1]), encoding="utf-8")
    run(["robustness", "one.csv", "--rulebook", "vn-dti-2020", "--units", "none", "--lang", "en"])
    assert "Fewer than two units are ranked" in capsys.readouterr().err
