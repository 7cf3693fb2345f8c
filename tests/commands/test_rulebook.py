"""``ictscore rulebook``: list, show, resolve, schema."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from ictscore.cli import run
from ictscore.reports.rulebook_tree import tree_lines
from ictscore.rulebook.basis import basis_of_rulebook
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.shipped import shipped_ids


def test_the_list_counts_points_by_basis(capsys) -> None:
    """Every shipped rulebook is listed with its decision, its groups and its points stated, inferred and modelled."""
    assert run(["rulebook", "list", "--format", "json"]) == 0
    found = {each["id"]: each for each in json.loads(capsys.readouterr().out)["rulebooks"]}
    assert tuple(found) == shipped_ids()
    loaded = load_rulebook("binhthuan-2020")
    points = basis_of_rulebook(loaded.rulebook).points
    assert Fraction(found["binhthuan-2020"]["points"]["modelled"]) == points.modelled > 0
    assert found["binhthuan-2020"]["hash"] == loaded.hash
    assert found["binhthuan-2020"]["decision"] == "1944/QĐ-UBND"
    assert run(["rulebook", "list", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert all(each in told for each in (*shipped_ids(), "modelled", "Tỉnh Bình Thuận"))


@pytest.mark.parametrize("identifier", shipped_ids())
def test_every_rulebook_can_be_shown(identifier: str, capsys) -> None:
    """The tree names every group, section and criterion, each with how it is known, and everything that is not known."""
    assert run(["rulebook", "show", identifier, "--lang", "en"]) == 0
    told = capsys.readouterr().out
    book = load_rulebook(identifier).rulebook
    assert all(group.name in told for group in book.groups)
    assert all(f"[{criterion.id}] [" in told for criterion in book.all_criteria())
    assert all(each in told for each in book.unknowns)


def test_the_tree_says_what_counts_how(capsys) -> None:
    """A criterion shows its points, its formula as written and as computed, and what happens where it does not apply."""
    run(["rulebook", "show", "binhthuan-2020", "--lang", "en"])
    lines = capsys.readouterr().out.splitlines()
    at = next(index for index, line in enumerate(lines) if "[i.to_chuc.thuc_hien]" in line)
    assert lines[at].strip() == "1.4 Thực hiện kế hoạch — 5 points [i.to_chuc.thuc_hien] [modelled]"
    assert lines[at + 1].strip().startswith("{kind: ratio, of: nhiem_vu_xong, over: nhiem_vu_ke_hoach, zero_below: 90%")
    assert lines[at + 2].strip().startswith("= if nhiem_vu_ke_hoach = 0")
    assert lines[at + 3].strip() == "not applicable (nhiem_vu_ke_hoach = 0): full"
    assert "  Award: Bằng khen của Chủ tịch UBND tỉnh (pl_iii) grade: Tốt, positions: 2 [stated]" in lines
    assert any(line.endswith("— before 10/11 every year [stated]") for line in lines)
    assert "issued: 2020-08-18, disputed [stated]" in lines


def test_the_consolidated_text_is_printed_as_it_is(capsys) -> None:
    """What is printed is YAML with the modeline first and the clause behind what an amendment changed."""
    assert run(["rulebook", "resolve", "binhthuan-2020"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("# yaml-language-server: $schema=../rulebook.schema.json\n")
    assert "    positions: 2  # binhthuan-2020/rulebook.yaml:" in told
    assert ", Điều 12 khoản 1\n" in told


def test_the_schema_is_the_committed_one(capsys) -> None:
    """What is printed is the file beside the rulebooks."""
    assert run(["rulebook", "schema"]) == 0
    committed = Path(__file__).resolve().parents[2] / "rulebooks" / "rulebook.schema.json"
    assert capsys.readouterr().out == committed.read_text(encoding="utf-8")


def test_an_unknown_rulebook_is_refused(capsys) -> None:
    """A name that is none gives 2 and the nearest one."""
    assert run(["rulebook", "show", "binhthuan-2021", "--lang", "en"]) == 2
    assert "binhthuan-2020" in capsys.readouterr().err


def test_the_tree_names_what_is_unusual(rules) -> None:
    """Groups that are only assessed, limits to groups, bounds below 0, conditions on grades and dated steps are shown."""
    loaded = rules("""
answers: {x: count, f: yes_no}
groups:
  - {id: g, scope: Các sở, unranked: [Thanh tra], excluded: [Công an]}
  - {id: h, ranked: "false"}
criteria:
  - {id: a, max_points: 5, min_points: -1, applies_to: [g, h], formula: {kind: graded, of: x}}
grades: {bands: [{name: Tốt, above: 3, requires: f}, {name: Yếu}]}
knockouts: [{id: k, when: f, unranked: "true"}]
bonus: {max_points: 1, applies_to: [g], criteria: [{id: t, max_points: 1, formula: {kind: count, of: x, each: 1}}]}
procedure: [{step: Nộp phiếu, deadline: {date: 2018-12-20, text: cùng kỳ}, source: {ref: luat, basis: stated}}]
scale: {max_points: 5}
""")
    lines = [line.strip() for line in tree_lines(loaded)]
    assert "not ranked: Thanh tra" in lines
    assert "not assessed: Công an" in lines
    assert "assessed, not ranked" in lines
    assert "a — 5 points at least -1 (g, h) [a] [stated]" in lines
    assert "Grade: Tốt > 3 (f) [stated]" in lines
    assert "Knockout: k: f → not ranked [stated]" in lines
    assert "Bonus — 1 points (g) [stated]" in lines
    assert "Nộp phiếu — before 20/12/2018 (cùng kỳ) [stated]" in lines


def test_blame_traces_a_value_to_its_clause(capsys) -> None:
    """A value is told with its decision, clause, line and basis; the last line counts what is unexplained."""
    assert run(["rulebook", "blame", "binhthuan-2020", "awards/bk_ii/positions", "--lang", "en"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "awards/bk_ii/positions = 1"
    assert said[1].startswith("    ← 1944/QĐ-UBND; Điều 12 khoản 1; binhthuan-2020/rulebook.yaml:")
    assert said[1].endswith("; bt-notice (stated)")
    assert said[2] == "Values: 1; set by an amending clause: 1; unexplained: 0."


def test_blame_says_that_a_model_is_none_of_the_decision(capsys) -> None:
    """A modelled value is told as written for the decision, not taken from it; JSON says the same by its basis."""
    assert run(["rulebook", "blame", "binhthuan-2020", "awards/bk_ii/ties", "--lang", "en"]) == 0
    assert "    ← model for 1944/QĐ-UBND; " in capsys.readouterr().out
    assert run(["rulebook", "blame", "binhthuan-2020", "awards/bk_ii/ties", "--format", "json"]) == 0
    (value,) = json.loads(capsys.readouterr().out)["values"]
    assert (value["basis"], value["decision"], value["clause"]) == ("modelled", "1944/QĐ-UBND", "Điều 12 khoản 1")


def test_blame_takes_the_id_of_a_criterion(capsys) -> None:
    """Outputs name criteria by their ids, so that is enough here too: all its values are told, or one behind a slash."""
    path = "sections/i_to_chuc/criteria/i.to_chuc.hop"
    assert run(["rulebook", "blame", "binhthuan-2020", path]) == 0
    whole = capsys.readouterr().out
    assert run(["rulebook", "blame", "binhthuan-2020", "i.to_chuc.hop"]) == 0
    assert capsys.readouterr().out == whole
    assert run(["rulebook", "blame", "binhthuan-2020", "i.to_chuc.hop/max_points"]) == 0
    assert capsys.readouterr().out.startswith(f"{path}/max_points = ")
    assert run(["rulebook", "blame", "binhthuan-2020", "i.to_chuc.hp", "--lang", "en"]) == 2
    assert "(did you mean “i.to_chuc.hop”?)" in capsys.readouterr().err


def test_blame_of_nothing_offers_the_nearest(capsys) -> None:
    """A path that leads nowhere is refused with what it may have meant."""
    assert run(["rulebook", "blame", "binhthuan-2020", "award", "--lang", "en"]) == 2
    assert "There is no value “award” in the rulebook (did you mean “awards”?)." in capsys.readouterr().err
