"""Promises about walking documents: by keys, ids and positions, without ever losing the place."""

from __future__ import annotations

import pytest

from ictscore.documents import Mapping, read_document
from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.nodes import as_plain, id_of, key_place, keys_of, node_at, place_at, step_into, with_child
from ictscore.rulebook.shape import known_keys

TEXT = b"""\
a: 1
list:
  - {id: x, value: 1}
  - {name: y, value: 2}
  - {number: "3.1", value: 3}
  - word
  - {value: 5}
"""


@pytest.fixture
def root() -> Mapping:
    """Return the document of these tests."""
    found = read_document(TEXT, "f")
    assert isinstance(found, Mapping)
    return found


def test_items_are_called_by_id_name_number_or_text(root):
    """An item without any of these has no name."""
    assert [id_of(each) for each in node_at(root, ["list"]).items] == ["x", "y", "3.1", "word", None]
    assert id_of(node_at(root, ["list"])) is None


def test_a_step_leads_to_a_key_or_an_item(root):
    """Keys lead into mappings, ids into lists, and nothing leads into a text."""
    assert as_plain(step_into(step_into(root, "list"), "y")) == {"name": "y", "value": "2"}
    assert step_into(root, "b") is None
    assert step_into(step_into(root, "a"), "x") is None


def test_keys_that_lead_further_are_known(root):
    """A mapping offers its keys, a list its ids, a text nothing."""
    assert keys_of(root) == ["a", "list"]
    assert keys_of(node_at(root, ["list"])) == ["x", "y", "3.1", "word"]
    assert keys_of(node_at(root, ["a"])) == []


def test_a_path_leads_as_far_as_it_can(root):
    """A step that leads nowhere is passed over."""
    assert place_at(root, ["list", 1, "value"]) == Place("f", 4, 22)
    assert place_at(root, ["list", 9]) == Place("f", 3, 3)
    assert place_at(root, ["nothing", "a"]) == Place("f", 1, 4)


def test_a_key_has_a_place_of_its_own(root):
    """The key is told apart from its value; without such a key, the place is that of what was reached."""
    assert key_place(root, ("list", 1, "value")) == Place("f", 4, 15)
    assert key_place(root, ("b",)) == Place("f", 1, 1)
    assert key_place(root, ("list", 0)) == Place("f", 3, 3)


def test_a_changed_document_shares_what_did_not_change(root):
    """Only what the path leads to is another."""
    new = node_at(root, ["a"])
    changed = with_child(root, ["list", "x", "value"], new)
    assert as_plain(changed)["list"][0] == {"id": "x", "value": "1"}
    assert place_at(changed, ["list", 0, "value"]) == Place("f", 1, 4)
    assert node_at(changed, ["list", 1]) is node_at(root, ["list", 1])


def test_what_is_removed_is_gone(root):
    """Keys and items can be taken away; the others keep their order."""
    assert list(as_plain(with_child(root, ["a"], None))) == ["list"]
    assert keys_of(node_at(with_child(root, ["list", "y"], None), ["list"])) == ["x", "3.1", "word"]


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ((), "sections"),
        (("sections", 0), "criteria"),
        (("sections", 0, "criteria", 2, "parts", 0), "min_points"),
        (("sections", 0, "criteria", 0, "formula", "ratio"), "above_one"),
        (("sections", 0, "criteria", 0, "formula", "sum", "parts", 0, "formula", "count"), "each"),
        (("sections", 0, "criteria", 0, "formula", "steps", "steps", 0), "from"),
        (("sections", 0, "criteria", 0, "not_applicable", 0), "then"),
        (("answers", "a"), "choices"),
        (("data_window",), "from"),
        (("bonus", "criteria", 0, "source"), "archetype"),
        (("grades", "bands", 0, "quota"), "ties"),
    ],
)
def test_the_keys_of_every_part_are_known(path, key):
    """What may be written at a place can be offered there."""
    assert key in known_keys(Rulebook, path)


@pytest.mark.parametrize("path", [("nothing",), ("sections", 0, "nothing", 1), ("title", "x")])
def test_where_nothing_is_written_nothing_is_known(path):
    """A path that leads to no part offers no keys."""
    assert known_keys(Rulebook, path) == ()
