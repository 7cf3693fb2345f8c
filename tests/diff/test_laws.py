"""What holds for any two rulebooks: none differs from itself, spelling is nothing, no change goes unseen, back is the mirror of there."""

from __future__ import annotations

import copy
import random
from dataclasses import replace
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
from ictscore.rulebook.load import examine, load_rulebook
from ictscore.rulebook.nodes import as_plain
from ictscore.rulebook.shipped import shipped_ids

SHIPPED = {name: load_rulebook(name) for name in shipped_ids()}
NUMBERS = {
    "max_points",
    "min_points",
    "points",
    "share",
    "weight",
    "above",
    "to",
    "below",
    "equals",
    "each",
    "cap",
    "target",
    "zero_below",
} | {
    "otherwise",
    "yes",
    "no",
    "from",
    "floor",
    "every",
    "min",
    "max",
}
UNORDERED = {
    "groups",
    "sections",
    "criteria",
    "parts",
    "awards",
    "members",
    "applies_to",
    "answers",
    "facts",
    "lineage",
    "dates",
    "items",
    "weights",
}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_rulebook_does_not_differ_from_itself(name: str) -> None:
    """Comparing a rulebook with itself finds nothing."""
    assert compare(SHIPPED[name], SHIPPED[name]).changes == ()


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(sorted(SHIPPED)), st.integers(0, 10**9), st.sampled_from(["'", '"']))
def test_spelling_does_not_matter(tmp_path_factory: pytest.TempPathFactory, name: str, seed: int, quote: str) -> None:
    """Order of keys and of lists without an order, quoting, comments, line ends and the spelling of numbers are no differences."""
    plain = _respelled(as_plain(SHIPPED[name].document), random.Random(seed))
    text = "# a comment\n" + yaml.safe_dump(plain, allow_unicode=True, default_style=quote, sort_keys=False, width=10**6).replace(
        "\n", "\r\n"
    )
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
    (folder / "rulebook.yaml").write_text(
        "id: empty-amendment\namends: binhthuan-2019\ntitle: Không đổi\ndecision: {number: 9/QĐ-UBND}\n", "utf-8"
    )
    loaded, findings = examine(folder / "rulebook.yaml")
    assert loaded is not None, findings
    matters = {matter_of(each) for each in compare(SHIPPED["binhthuan-2019"], loaded).changes}
    assert matters <= {"identity", "calendar", "source"}
    assert "identity" in matters
