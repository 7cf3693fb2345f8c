"""Promises about the lock: a rulebook whose text changed is refused, one whose layout changed is not."""

from __future__ import annotations

import pytest

from ictscore.errors import FileRefused, RulebookRefused
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.lock import lock_text, read_lock

RULES = """
id: khoa
answers: {x: {label: X, type: count}}
groups: [{id: g, max_points: 10}]
criteria: [{id: a, max_points: 10, formula: {kind: count, of: x, each: 1}}]
"""


@pytest.fixture
def lock(tmp_path):
    """Return what writes a lock and reads it."""

    def make(*loaded):
        (tmp_path / "ictscore.lock").write_text(lock_text(loaded), encoding="utf-8")
        return read_lock(tmp_path / "ictscore.lock")

    return make


def test_what_was_locked_is_held(lock, rules):
    """The text that was locked passes."""
    loaded = rules(RULES)
    lock(loaded, load_rulebook("binhthuan-2020")).hold(loaded)


def test_another_text_is_refused_with_both_hashes(lock, rules):
    """A changed number of points is another text: the finding has both hashes, the rulebook's place and the lock's line."""
    old, new = rules(RULES), rules(RULES.replace("each: 1", "each: 2"))
    with pytest.raises(RulebookRefused) as refused:
        lock(old).hold(new)
    (found,) = refused.value.findings
    assert (found.code, found.values["read"], found.values["expected"]) == ("RB610", new.hash, old.hash)
    assert found.related[0].line == 4


def test_an_amendment_of_the_base_changes_what_is_locked(lock, tmp_path):
    """The hash is that of the consolidated text: a change in the base a rulebook amends is a change of it."""
    held = lock(load_rulebook("binhthuan-2020"))
    for name in ("binhthuan-2019", "binhthuan-2020"):
        text = load_rulebook(name).path.read_text(encoding="utf-8")
        (tmp_path / name).mkdir()
        (tmp_path / name / "rulebook.yaml").write_text(
            text.replace("name: Nhóm áp dụng Phụ lục II\n", "name: Nhóm hai\n") if name.endswith("2019") else text, encoding="utf-8"
        )
    with pytest.raises(RulebookRefused) as refused:
        held.hold(load_rulebook(str(tmp_path / "binhthuan-2020")))
    assert [each.code for each in refused.value.findings] == ["RB610"]


def test_comments_and_quotes_are_no_other_text(lock, rules, tmp_path):
    """What changes no value changes no hash."""
    loaded = rules(RULES)
    copy = tmp_path / "ban-sao" / "rulebook.yaml"
    copy.parent.mkdir()
    copy.write_text("# ghi chú\n" + loaded.path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    lock(loaded).hold(load_rulebook(str(copy)))


def test_a_rulebook_the_lock_does_not_name_is_refused(lock, rules):
    """A lock allows what it names and nothing else."""
    with pytest.raises(RulebookRefused) as refused:
        lock(load_rulebook("quangbinh-2018")).hold(rules(RULES))
    assert [each.code for each in refused.value.findings] == ["RB611"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [("rulebooks:\n  - {id: a, hash: 12}\n", "RB103", 2), ("rulebooks: []\n", "RB104", 1), ("rulebook: x\n", "RB101", 1)],
)
def test_what_is_no_lock_is_refused_at_its_line(tmp_path, text, code, line):
    """A hash that is none, a lock without rulebooks, a misspelt key: each with its place."""
    path = tmp_path / "ictscore.lock"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RulebookRefused) as refused:
        read_lock(path)
    assert (refused.value.findings[0].code, refused.value.findings[0].place.line) == (code, line)


def test_a_missing_lock_is_missed(tmp_path):
    """--locked without a lock is refused, not passed over."""
    with pytest.raises(FileRefused) as refused:
        read_lock(tmp_path / "ictscore.lock")
    assert refused.value.findings[0].code == "RB612"
