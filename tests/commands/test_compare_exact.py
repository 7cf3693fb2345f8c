"""``ictscore compare`` without inputs: exact points are added where they were recorded, and what may be off is said."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ictscore.cli import run

RULEBOOK = """
id: {id}
title: Bộ tiêu chí thử
decision: {{number: 1/QĐ, source: &no}}
sources: {{luat: {{title: Quyết định}}}}
answers:
  n: {{label: Số ứng dụng, type: count}}
  m: {{label: Số máy, type: count}}
  v: {{label: Số vụ, type: count}}
  s: {{label: Số sáng kiến, type: count}}
groups: [{{id: g, name: Nhóm, source: &no}}]
scale: {{max_points: 20, source: &no}}
{rounding}
stages: [{{id: self, name: Tự chấm, source: &no}}]
sections:
  - id: s
    name: Mục
    source: &no
    criteria:
      - {{id: a, name: Ứng dụng, max_points: 10, formula: {{kind: count, of: n, each: {each}}}, source: &no}}
      - {{id: b, name: Máy, max_points: 5, formula: {{kind: formula, expr: "m / 3"}}, source: &no}}
      - {{id: c, name: Máy tốt, max_points: 5, formula: {{kind: formula, expr: "m / 3"}}, source: &no}}
bonus:
  max_points: 2
  source: &no
  criteria: [{{id: e, name: Sáng kiến, max_points: 4, formula: {{kind: count, of: s, each: 1}}, source: &no}}]
deductions:
  max_points: 3
  source: &no
  criteria: [{{id: d, name: Vụ lộ lọt, max_points: 8, formula: {{kind: count, of: v, each: 2}}, source: &no}}]
"""
UNROUNDED = "rounding: {total: none, source: {ref: luat, basis: stated}}"
RULES = ["--rulebook-old", "thu-2019", "--rulebook-new", "thu-2020"]


@pytest.fixture
def scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> Any:
    """Return what scores both years by a rounding: P has 2 applications in both years, and 1 machine, then 2.

    In the second year an application gives 2 points instead of 1; machines count alike, a third of a point twice for each.
    """
    monkeypatch.chdir(tmp_path)

    def score(rounding: str, old: str = "2,1,0,0", new: str = "2,2,0,0") -> None:
        for name, each, answers in (("2019", "1", old), ("2020", "2", new)):
            (tmp_path / f"thu-{name}").mkdir()
            text = RULEBOOK.format(id=f"thu-{name}", each=each, rounding=rounding).replace("&no", "{ref: luat, basis: stated}")
            (tmp_path / f"thu-{name}" / "rulebook.yaml").write_text(text, encoding="utf-8")
            (tmp_path / f"s{name}.csv").write_text(f"unit,group,n,m,v,s\nP,g,{answers}\n", encoding="utf-8")
            assert run(["score", f"s{name}.csv", "-r", f"thu-{name}", "-o", f"r{name}.xlsx"]) == 0
            capsys.readouterr()
            assert run(["score", f"s{name}.csv", "-r", f"thu-{name}", "-o", f"x{name}.xlsx", "--format", "json"]) == 0
            (tmp_path / f"r{name}.json").write_text(capsys.readouterr().out, encoding="utf-8")

    return score


def unit(capsys: Any, ending: str) -> dict[str, Any]:
    """Return what is told of P."""
    assert run(["compare", f"r2019.{ending}", f"r2020.{ending}", *RULES, "--format", "json", "--lang", "en"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["groups"][0]["units"][0]
    return found


def test_exact_points_are_added_exactly(scored, capsys) -> None:
    """From 2 × 1/3 to 2 × 2/3 is 2/3, where the recorded 0.3333 and 0.6667 would give 0.6668; 2 + 2/3 to 4 + 4/3 is 8/3, 2 are left."""
    scored(UNROUNDED)
    found = unit(capsys, "json")
    assert [found[key] for key in ("movement", "by_what_counts_alike", "rest", "off_by_at_most")] == ["8/3", "2/3", "2", "0"]
    run(["compare", "r2019.json", "r2020.json", *RULES, "--lang", "en"])
    said = capsys.readouterr().out
    assert "+0.6667 (2/3)" in said
    assert "off by" not in said


def test_a_workbook_says_how_far_its_sums_may_be_off(scored, capsys) -> None:
    """Four criteria count alike, each cut to four decimals in both years: 8 × 0.00005 = 0.0004. What is told, 0.6668, is 0.00013 off."""
    scored(UNROUNDED)
    found = unit(capsys, "xlsx")
    assert [found[key] for key in ("movement", "by_what_counts_alike", "rest", "off_by_at_most")] == ["8/3", "0.6668", "1.9999", "1/2500"]
    run(["compare", "r2019.xlsx", "r2020.xlsx", *RULES, "--lang", "en"])
    said = capsys.readouterr().out
    assert "≈ +0.6668" in said
    assert "1667/2500" not in said
    assert "these sums may be off by up to 0.0005." in said.replace("\n", " ")
    assert abs(Fraction(found["by_what_counts_alike"]) - Fraction(2, 3)) <= Fraction(found["off_by_at_most"])


@pytest.mark.parametrize("ending", ["json", "xlsx"])
def test_points_that_the_rulebook_rounds_are_those_that_counted(ending: str, scored, capsys) -> None:
    """With criteria rounded to one decimal, 2 × 0.3 became 2 × 0.7: 0.8 exactly, whatever the file."""
    scored("rounding: {criterion: 1, total: 2, source: {ref: luat, basis: stated}}")
    found = unit(capsys, ending)
    assert [found[key] for key in ("movement", "by_what_counts_alike", "rest", "off_by_at_most")] == ["14/5", "4/5", "2", "0"]


def test_deductions_take_off_and_limits_hold(scored, capsys) -> None:
    """Of two cases (4 points) only 3 are taken off, of one 2: 1 more. Of three ideas only 2 count: 2 more. 4 − 3 became 8 + 2 − 2."""
    scored(UNROUNDED, old="4,0,2,0", new="4,0,1,3")
    found = unit(capsys, "json")
    assert [found[key] for key in ("movement", "by_what_counts_alike", "rest")] == ["7", "3", "4"]


def test_unrounded_totals_are_those_the_inputs_give(scored, capsys) -> None:
    """A total of 2 2/3 is recorded as 2.6667; the inputs give it, so no unit is said to differ."""
    scored(UNROUNDED)
    inputs = ["--inputs-old", "s2019.csv", "--inputs-new", "s2020.csv"]
    assert run(["compare", "r2019.xlsx", "r2020.json", *RULES, *inputs, "--lang", "en"]) == 0
    assert "the inputs give" not in capsys.readouterr().err


def test_exact_points_that_do_not_fit_the_recorded_ones_are_refused(scored, tmp_path: Path, capsys) -> None:
    """An exact value changed by hand in the JSON is no way to move a comparison: unit, criterion and both numbers are named."""
    scored(UNROUNDED)
    path = tmp_path / "r2020.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"exact": "2/3"', '"exact": "5/3"', 1), encoding="utf-8")
    assert run(["compare", "r2019.json", "r2020.json", *RULES, "--lang", "en"]) == 2
    assert "P has 0.6667 points for b, but 1.6667 before rounding" in capsys.readouterr().err


def test_exact_points_by_another_text_of_the_rulebook_only_count_as_recorded(scored, tmp_path: Path, capsys) -> None:
    """Rounded by the rulebook of that time, not by the one of today: the recorded points count, as ones that may be off."""
    scored("rounding: {criterion: 1, total: 2, source: {ref: luat, basis: stated}}")
    for name in ("2019", "2020"):
        path = tmp_path / f"thu-{name}" / "rulebook.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("criterion: 1, ", ""), encoding="utf-8")
    found = unit(capsys, "json")
    assert [found[key] for key in ("by_what_counts_alike", "off_by_at_most")] == ["0.8", "1/5000"]
