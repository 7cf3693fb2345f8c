"""What counts as a difference between two rulebooks, and what does not."""

from __future__ import annotations

import copy
import random
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ictscore.diff.change import Change
from ictscore.diff.compare import compare
from ictscore.diff.meaning import matter_of
from ictscore.exact import NotANumber, parse_number
from ictscore.rulebook.load import LoadedRulebook, examine, load_rulebook
from ictscore.rulebook.nodes import as_plain
from ictscore.rulebook.shipped import shipped_ids

SHIPPED = {name: load_rulebook(name) for name in shipped_ids()}
NUMBERS = {"max_points", "min_points", "points", "share", "weight", "above", "to", "below", "equals", "each", "cap", "target", "zero_below"} | {
    "otherwise",
    "yes",
    "no",
    "from",
    "floor",
    "every",
    "min",
    "max",
}
UNORDERED = {"groups", "sections", "criteria", "parts", "awards", "members", "applies_to", "answers", "facts", "lineage", "dates", "items", "weights"}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_rulebook_does_not_differ_from_itself(name: str) -> None:
    """Comparing a rulebook with itself finds nothing."""
    assert compare(SHIPPED[name], SHIPPED[name]).changes == ()


@settings(deadline=None, max_examples=15)
@given(st.sampled_from(sorted(SHIPPED)), st.integers(0, 10**9), st.sampled_from(["'", '"']))
def test_spelling_does_not_matter(tmp_path_factory: pytest.TempPathFactory, name: str, seed: int, quote: str) -> None:
    """Order of keys and of lists without an order, quoting, comments, line ends and the spelling of numbers are no differences."""
    plain = _respelled(as_plain(SHIPPED[name].document), random.Random(seed))
    text = "# a comment\n" + yaml.safe_dump(plain, allow_unicode=True, default_style=quote, sort_keys=False, width=10**6).replace("\n", "\r\n")
    path = tmp_path_factory.mktemp("respelled") / "rulebook.yaml"
    path.write_bytes(text.encode())
    loaded, findings = examine(path)
    assert loaded is not None, findings
    assert compare(SHIPPED[name], loaded).changes == ()


def _respelled(value: Any, chance: random.Random, key: str = "") -> Any:
    if isinstance(value, dict):
        items = [(name, _respelled(each, chance, name)) for name, each in value.items()]
        chance.shuffle(items)
        return dict(items)
    if isinstance(value, list):
        items = [_respelled(each, chance, key) for each in value]
        if key in UNORDERED:
            chance.shuffle(items)
        return items
    return _respelled_number(value, chance) if key in NUMBERS else value


def _respelled_number(text: str, chance: random.Random) -> str:
    try:
        number = parse_number(text)
    except NotANumber:
        return text
    ways = [text, f"{number.numerator}/{number.denominator}"]
    if "/" not in text and "%" not in text:
        ways.append(f"{text}.0" if "." not in text else f"{text}0")
    if (number * 10000).denominator == 1:
        ways.append(f"{float(number * 100):.2f}%")
    return chance.choice(ways)


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(sorted(SHIPPED)), st.sampled_from(sorted(SHIPPED)))
def test_the_other_way_round_is_the_mirror(first: str, second: str) -> None:
    """Comparing B with A gives the same changes as A with B, old and new exchanged."""
    there, back = compare(SHIPPED[first], SHIPPED[second]), compare(SHIPPED[second], SHIPPED[first])
    assert {_named_alike(each) for each in there.changes} == {_named_alike(_mirrored(each)) for each in back.changes}
    assert [(each.group, each.old_points, each.added, each.raised) for each in sorted(there.balances, key=lambda each: each.group)] == [
        (each.group, each.new_points, each.removed, each.lowered) for each in sorted(back.balances, key=lambda each: each.group)
    ]


def _mirrored(change: Change) -> Change:
    verb: Any = {"added": "removed", "removed": "added", "changed": "changed"}[change.verb]
    return replace(change, verb=verb, old=change.new, new=change.old, delta=None if change.delta is None else -change.delta)


def _named_alike(change: Change) -> Change:
    return replace(change, name="")


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_no_change_goes_unseen(make: Any, data: st.DataObject) -> None:
    """Whatever single text of a rulebook is changed so that it still reads: there is a difference, and exactly as many the other way."""
    old = SHIPPED[data.draw(st.sampled_from(sorted(SHIPPED)))]
    plain = as_plain(old.document)
    path = data.draw(st.sampled_from(list(_leaves(plain))))
    changed = _with_changed_leaf(plain, path)
    assume(changed is not None)
    new = make(changed)
    assume(new is not None)
    changes = compare(old, new).changes
    assert changes
    assert len(changes) == len(compare(new, old).changes)


def test_no_change_of_a_small_rulebook_goes_unseen(make: Any, small: dict[str, Any]) -> None:
    """Each text of a rulebook with one of everything, changed in turn so that it still reads, is a difference."""
    seen = 0
    for path in _leaves(small):
        new = make(changed) if (changed := _with_changed_leaf(small, path)) else None
        if new is not None:
            assert compare(make(small), new).changes, path
            seen += 1
    assert seen > 60


def _leaves(value: Any, path: tuple[Any, ...] = ()) -> Any:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from _leaves(each, (*path, key))
    if isinstance(value, str):
        yield path


def _with_changed_leaf(plain: Any, path: tuple[Any, ...]) -> Any:
    result = copy.deepcopy(plain)
    holder = result
    for key in path[:-1]:
        holder = holder[key]
    old = holder[path[-1]]
    flipped = {"true": "false", "false": "true"}
    try:
        new = flipped.get(old) or str(parse_number(old) + 1)
    except NotANumber:
        new = f"{old}x"
    if parse_or_text(new) == parse_or_text(old):
        return None
    holder[path[-1]] = new
    return result


def parse_or_text(text: str) -> object:
    """Return a text as the number it is, else as it is."""
    try:
        return parse_number(text)
    except NotANumber:
        return text


def test_an_amendment_without_changes_differs_in_identity_only(tmp_path: Path) -> None:
    """An overlay that changes nothing is its base, apart from what it is called and where it comes from."""
    folder = tmp_path / "empty-amendment"
    folder.mkdir()
    (folder / "rulebook.yaml").write_text("id: empty-amendment\namends: binhthuan-2019\ntitle: Không đổi\ndecision: {number: 9/QĐ-UBND}\n", "utf-8")
    loaded, findings = examine(folder / "rulebook.yaml")
    assert loaded is not None, findings
    matters = {matter_of(each) for each in compare(SHIPPED["binhthuan-2019"], loaded).changes}
    assert matters <= {"identity", "calendar", "source"}
    assert "identity" in matters


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
    same = _edited(small, "sections/0/criteria/1/formula", {"kind": "steps", "on": "x", "steps": [{"from": "4", "points": "5"}], "otherwise": {"share": "0"}})
    assert compare(make(small), make(same)).changes == ()
    items = {"kind": "checklist", "items": [{"when": "f", "points": "5", "name": "Một"}]}
    renamed = {"kind": "checklist", "items": [{"when": "f", "points": "5", "name": "Hai"}]}
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
