"""What counts as a difference between two rulebooks, and what does not."""

from __future__ import annotations

import copy
from fractions import Fraction
from typing import Any

import pytest

from ictscore.diff.compare import compare
from ictscore.diff.meaning import matter_of
from ictscore.rulebook.load import LoadedRulebook, load_rulebook

EDITS: list[tuple[str, str, str]] = [
    ("title", "Khác", "rulebook.title.changed"),
    ("decision/number", "3/QĐ-UBND", "rulebook.decision.changed"),
    ("dates/0/date", "2019-07-24", "date.date.changed"),
    ("lineage/0/relation", "replaces", "lineage.added"),
    ("answers/x/type", "number", "answer.type.changed"),
    ("answers/c/choices/cao", "Rất cao", "answer.choices.changed"),
    ("groups/0/members/0", "Sở C", "group.members.changed"),
    ("sections/0/name", "Mạng", "section.name.changed"),
    ("sections/0/criteria/0/max_points", "9", "criterion.max_points.changed"),
    ("sections/0/criteria/0/number", "1.10", "criterion.number.changed"),
    ("sections/0/criteria/0/formula/of", "y - x", "criterion.formula.changed"),
    ("sections/0/criteria/0/formula/when_denominator_zero", "full", "criterion.formula.changed"),
    ("sections/0/criteria/1/formula/steps/0/from", "3", "criterion.formula.changed"),
    ("sections/0/criteria/1/id", "a9", "criterion.added"),
    ("scale/max_points", "20", "scale.max_points.changed"),
    ("rounding/total", "none", "rounding.total.changed"),
    ("bonus/max_points", "1", "bonus.max_points.changed"),
    ("deductions/floor", "none", "deductions.floor.changed"),
    ("knockouts/0/when", "not f", "knockout.when.changed"),
    ("grades/bands/0/from", "16", "grade.from.changed"),
    ("ranking/style", "dense", "ranking.style.changed"),
    ("ranking/tie_breaks/0", "section(b)", "ranking.tie_breaks.changed"),
    ("awards/0/positions", "2", "award.positions.changed"),
    ("awards/0/groups/0", "g2", "award.groups.changed"),
    ("procedure/0/deadline/month", "10", "step.deadline.changed"),
    ("stages/0/name", "Tự đánh giá", "stage.name.changed"),
    ("robustness/draws", "600", "robustness.draws.changed"),
]


@pytest.mark.parametrize(("path", "value", "code"), EDITS)
def test_an_edit_is_the_change_it_is(make: Any, small: dict[str, Any], path: str, value: str, code: str) -> None:
    """One edit gives the change of that code (a new id gives the thing that came and the one that went), and nothing else."""
    changes = compare(make(small), make(_edited(small, path, value))).changes
    assert code in {each.code for each in changes}
    assert len(changes) == (2 if code.endswith("added") else 1)


def _edited(plain: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    result = copy.deepcopy(plain)
    holder: Any = result
    *steps, last = path.split("/")
    for step in steps:
        holder = holder[int(step) if isinstance(holder, list) else step]
    holder[int(last) if isinstance(holder, list) else last] = value
    return result


def test_a_default_written_out_is_no_difference(make: Any, small: dict[str, Any]) -> None:
    """A rulebook that says nothing of robustness draws as one does that writes the defaults out: 1000 draws, a fifth, seed 1."""
    silent = {key: value for key, value in small.items() if key != "robustness"}
    spoken = {**small, "robustness": {"draws": "1000", "spread": "20%", "seed": "1"}}
    assert not compare(make(silent), make(spoken)).changes
    assert {each.attribute for each in compare(make(silent), make(small)).changes} == {"draws", "spread", "seed"}


def test_points_are_subtracted(make: Any, small: dict[str, Any]) -> None:
    """A changed maximum says by how much, and the balance of each group adds up."""
    new = _edited(small, "sections/0/criteria/0/max_points", "7.5")
    new["sections"][1]["criteria"].append({"id": "b2", "name": "Mới", "max_points": "1/3", "formula": {"kind": "yes_no", "of": "f"}})
    comparison = compare(make(small), make(new))
    assert [(each.code, each.delta) for each in comparison.changes] == [
        ("criterion.max_points.changed", Fraction(-5, 2)),
        ("criterion.added", Fraction(1, 3)),
    ]
    for balance in comparison.balances:
        assert balance.old_points + balance.added - balance.removed + balance.raised - balance.lowered == balance.new_points
        assert (balance.old_count, balance.new_count) == (3, 4)


def test_a_criterion_that_moves_stays_itself(make: Any, small: dict[str, Any]) -> None:
    """A criterion put under another section is one change of structure, not one that went and one that came."""
    new = copy.deepcopy(small)
    new["sections"][1]["criteria"].append(new["sections"][0]["criteria"].pop())
    [change] = compare(make(small), make(new)).changes
    assert (change.code, change.old.shown, change.new.shown) == ("criterion.within.changed", "a", "b")
    assert change.old.path == "sections/a/criteria/a2"
    assert change.new.path == "sections/b/criteria/a2"


def test_a_formula_written_another_way_is_the_same(make: Any, small: dict[str, Any]) -> None:
    """Formulas that come to the same expression do not differ; the names of their parts are wording."""
    same = _edited(
        small,
        "sections/0/criteria/1/formula",
        {"kind": "steps", "on": "x", "steps": [{"from": "4", "points": "5"}], "otherwise": {"share": "0"}},
    )
    assert compare(make(small), make(same)).changes == ()
    items = {"kind": "checklist", "items": [{"when": "f", "points": "4", "name": "Một"}, {"when": "f", "points": "1"}]}
    renamed = {"kind": "checklist", "items": [{"when": "f", "points": "4", "name": "Hai"}, {"when": "f", "points": "1"}]}
    path = "sections/0/criteria/1/formula"
    [change] = compare(make(_edited(small, path, items)), make(_edited(small, path, renamed))).changes
    assert (change.code, matter_of(change)) == ("criterion.formula_words.changed", "wording")


def test_a_share_follows_its_maximum(make: Any, small: dict[str, Any]) -> None:
    """A formula in shares is unchanged where only the maximum changes; one in points is not the same then."""
    raised = _edited(small, "sections/0/criteria/1/max_points", "6")
    [change] = compare(make(small), make(raised)).changes
    assert change.code == "criterion.max_points.changed"
    in_points = _edited(raised, "sections/0/criteria/1/formula/steps/0", {"from": "4", "points": "6"})
    codes = {each.code for each in compare(make(small), make(in_points)).changes}
    assert codes == {"criterion.max_points.changed", "criterion.formula.changed"}


def test_naming_every_group_is_naming_none(make: Any, small: dict[str, Any]) -> None:
    """A criterion limited to all groups there are is a criterion without a limit."""
    assert compare(make(small), make(_edited(small, "sections/0/applies_to", ["g2", "g1"]))).changes == ()
    [change] = compare(make(small), make(_edited(small, "sections/0/criteria/0/applies_to", ["g1"]))).changes
    assert (change.code, matter_of(change)) == ("criterion.applies_to.changed", "scope")


def test_bands_in_another_order_differ(make: Any, small: dict[str, Any]) -> None:
    """The order of bands decides which grade comes first, so it is compared; a new band alone is no new order."""
    bands = small["grades"]["bands"]
    turned = compare(make(small), make(_edited(small, "grades/bands", bands[::-1]))).changes
    assert [each.code for each in turned] == ["grades.order.changed"]
    added = compare(make(small), make(_edited(small, "grades/bands", [bands[0], {"name": "Khá", "from": "10"}, bands[1]]))).changes
    assert [each.code for each in added] == ["grade.added"]


def test_changes_stand_in_both_files() -> None:
    """A change has the line and column in both files and the path that an amendment would use."""
    comparison = compare(load_rulebook("binhthuan-2019"), load_rulebook("binhthuan-2020"))
    change = next(each for each in comparison.changes if each.id == "i.to_chuc.hop" and each.attribute == "max_points")
    assert change.path == "sections/i_to_chuc/criteria/i.to_chuc.hop/max_points"
    assert (change.old.shown, change.new.shown, change.delta) == (Fraction(4), Fraction(3), Fraction(-1))
    assert _text_at(comparison.old, change.old) == "4"
    assert _text_at(comparison.new, change.new) == "3"


def _text_at(loaded: LoadedRulebook, side: Any) -> str:
    text = next(file.text for file in loaded.files if file.name == side.place.file)
    return text.splitlines()[side.place.line - 1][side.place.column - 1 :].split()[0]


def test_groups_of_a_policy_have_no_order(make: Any, small: dict[str, Any]) -> None:
    """The groups that a policy is limited to may be named in any order; policies themselves are tried in order."""
    policies = [{"when": "x = 0", "groups": ["g1", "g2"], "then": "full"}, {"when": "y = 0", "then": "drop"}]
    path = "sections/0/criteria/0/not_applicable"
    old = make(_edited(small, path, policies))
    assert compare(old, make(_edited(small, path, [{**policies[0], "groups": ["g2", "g1"]}, policies[1]]))).changes == ()
    [change] = compare(old, make(_edited(small, path, policies[::-1]))).changes
    assert (change.code, matter_of(change)) == ("criterion.not_applicable.changed", "formula")
