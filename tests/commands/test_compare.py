"""``ictscore compare``: two years, split into what the rules did and what the answers did."""

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
answers: {{n: {{label: Số ứng dụng, type: count}}, m: {{label: Số máy, type: count}}}}
groups: [{{id: g, name: Nhóm, source: &no}}]
scale: {{max_points: 20, source: &no}}
rounding: {{total: 2, source: &no}}
stages: [{{id: self, name: Tự chấm, source: &no}}, {{id: appraised, name: Thẩm định, source: &no}}]
sections:
  - id: s
    name: Mục
    source: &no
    criteria:
      - {{id: a, name: Ứng dụng, max_points: 10, formula: {{kind: count, of: n, each: {each}}}, source: &no}}
      - {{id: b, name: Máy, max_points: 10, formula: {{kind: count, of: m, each: 1}}, source: &no}}
"""


@pytest.fixture
def years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> Path:
    """Return a folder with two rulebooks, two surveys, and the results of both years.

    The rule: one point for each application, in the second year two. P has 2 applications and 4 machines, then 3 and 5; Q has 1 and 6, then
    none of it changed. R is there in the second year only.
    """
    monkeypatch.chdir(tmp_path)
    for name, each in (("thu-2019", "1"), ("thu-2020", "2")):
        (tmp_path / name).mkdir()
        text = RULEBOOK.format(id=name, each=each).replace("&no", "{ref: luat, basis: stated}")
        (tmp_path / name / "rulebook.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "s2019.csv").write_text("unit,group,n,m\nP,g,2,4\nQ,g,1,6\n", encoding="utf-8")
    (tmp_path / "s2020.csv").write_text("unit,group,n,m\nP,g,3,5\nQ,g,1,6\nR,g,9,9\n", encoding="utf-8")
    for year in ("2019", "2020"):
        assert run(["score", f"s{year}.csv", "-r", f"thu-{year}", "-o", f"r{year}.xlsx"]) == 0
        capsys.readouterr()
        assert run(["score", f"s{year}.csv", "-r", f"thu-{year}", "-o", f"x{year}.xlsx", "--format", "json"]) == 0
        (tmp_path / f"r{year}.json").write_text(capsys.readouterr().out, encoding="utf-8")
    return tmp_path


RULES = ["--rulebook-old", "thu-2019", "--rulebook-new", "thu-2020"]
INPUTS = ["--inputs-old", "s2019.csv", "--inputs-new", "s2020.csv"]


def compared(capsys: Any, *more: str, old: str = "r2019.xlsx", new: str = "r2020.xlsx") -> dict[str, Any]:
    """Return what compare says as JSON."""
    assert run(["compare", old, new, *RULES, "--format", "json", "--lang", "en", *more]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_with_the_inputs_the_split_is_exact(years: Path, capsys) -> None:
    """Each year's answers under both rules, averaged over both orders.

    P: 2 × 1 + 4 = 6 before; older answers by newer rules 2 × 2 + 4 = 8; newer answers by older rules 3 + 5 = 8; after 3 × 2 + 5 = 11.
    Rules ½ × ((8 − 6) + (11 − 8)) = 2.5, answers ½ × ((8 − 6) + (11 − 8)) = 2.5, together 5. Q: 7, 8, 7, 8: rules 1, answers 0.
    """
    units = {each["unit"]: each for each in compared(capsys, *INPUTS)["impact"]["groups"][0]["units"]}
    assert units["P"]["orders"] == {
        "old_answers": {"old_rules": "6", "new_rules": "8"},
        "new_answers": {"old_rules": "8", "new_rules": "11"},
        "rules": "5/2",
        "answers": "5/2",
    }
    assert (units["P"]["movement"], units["P"]["shares"]) == ("5", [{"bundle": 0, "points": "5/2"}])
    assert (units["Q"]["orders"]["rules"], units["Q"]["orders"]["answers"], units["Q"]["movement"]) == ("1", "0", "1")
    assert (units["R"]["before"], units["R"]["movement"]) == (None, None)


def test_results_in_json_are_as_good(years: Path, capsys) -> None:
    """Workbooks and JSON give the same comparison; only how far sums of what a workbook cut may be off differs."""
    first = compared(capsys, *INPUTS)
    second = compared(capsys, *INPUTS, old="r2019.json", new="r2020.json")
    offs = [{unit.pop("off_by_at_most") for unit in each["groups"][0]["units"]} for each in (first, second)]
    assert (first["groups"], offs) == (second["groups"], [{"1/10000"}, {"0"}])
    assert first["impact"] == second["impact"]


def test_without_inputs_only_what_counts_alike_is_compared(years: Path, capsys) -> None:
    """Criterion b has the same rule in both years: P gained 5 − 4 = 1 in it. Its other 4 points cannot be told apart, which is said."""
    document = compared(capsys)
    [group] = document["groups"]
    assert (group["alike"], group["others"], document["impact"]) == (["b"], ["a"], None)
    units = {each["unit"]: each for each in group["units"]}
    assert (units["P"]["by_what_counts_alike"], units["P"]["rest"], units["P"]["movement"]) == ("1", "4", "5")
    assert [each["code"] for each in document["findings"]] == ["DF112"]
    assert run(["compare", "r2019.xlsx", "r2020.xlsx", *RULES, "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert "Without the inputs of both years the rules and the answers cannot be told apart" in told.out
    assert "“R” of group “Nhóm” is on one side only" in told.err


def test_inputs_that_do_not_give_the_results_are_an_error(years: Path, capsys) -> None:
    """Where the inputs do not give what was recorded, each such unit is named, and the answer is no."""
    swapped = ["--inputs-old", "s2020.csv", "--inputs-new", "s2020.csv"]
    assert run(["compare", "r2019.xlsx", "r2020.xlsx", *RULES, *swapped, "--lang", "en"]) == 1
    assert "P: the inputs give 8 points, the result says 6." in capsys.readouterr().err


def test_another_text_of_the_rulebook_is_told(years: Path, capsys) -> None:
    """A rulebook that was changed since is named; other stages, what is no result and halves of options are refused."""
    path = years / "thu-2019" / "rulebook.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: Máy,", "name: Máy tính,"), encoding="utf-8")
    run(["compare", "r2019.xlsx", "r2020.xlsx", *RULES, "--lang", "en"])
    assert "was made with another text of rulebook thu-2019" in capsys.readouterr().err
    run(["score", "s2020.csv", "-r", "thu-2020", "--stage", "appraised", "-o", "later.xlsx"])
    assert run(["compare", "r2019.xlsx", "later.xlsx", *RULES, "--lang", "en"]) == 2
    assert "was made at stage appraised, the other at self" in capsys.readouterr().err
    assert run(["compare", "r2019.xlsx", "s2020.csv", *RULES]) == 2
    assert run(["compare", "r2019.xlsx", "r2020.xlsx", *RULES, "--inputs-old", "s2019.csv"]) == 2
    capsys.readouterr()


def test_the_option_that_names_the_rulebook_is_the_one_there_is(years: Path, capsys) -> None:
    """Results by a rulebook that did not come with ictscore: the advice names the option of that year."""
    (years / "thu-2020").rename(years / "moi")
    assert run(["compare", "r2019.xlsx", "r2020.xlsx", "--lang", "en"]) == 2
    assert "Say where the rulebook is with --rulebook-new: its folder or its file." in capsys.readouterr().err
    (years / "thu-2019").rename(years / "cu")
    assert run(["compare", "r2019.xlsx", "r2020.xlsx", "--lang", "en"]) == 2
    assert "--rulebook-old: its folder" in capsys.readouterr().err


@pytest.mark.parametrize("how", ["text", "markdown", "html"])
def test_every_format_says_the_same(how: str, years: Path, capsys) -> None:
    """The split of P stands in every format, in both languages."""
    for language, head in (("en", "Rules first"), ("vi", "Quy định trước")):
        assert run(["compare", "r2019.xlsx", "r2020.xlsx", *RULES, *INPUTS, "--format", how, "--all-units", "--lang", language]) == 0
        text = capsys.readouterr().out
        assert head in text
        assert ("+2.5" if language == "en" else "+2,5") in text


def test_exact_sums() -> None:
    """What rules and answers do is the whole way, whatever the four totals."""
    from ictscore.diff.impact import Orders

    orders = Orders((Fraction(1, 3), Fraction(2)), (Fraction(5, 7), Fraction(9)))
    assert orders.rules + orders.answers == Fraction(9) - Fraction(1, 3)
