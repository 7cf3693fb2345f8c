"""Promises about the origin of values: none is unexplained, and each names the decision, clause and line it is really from."""

from __future__ import annotations

import pytest

from ictscore.rulebook.blame import Leaf, blame
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.shipped import shipped_ids


def only(leaves: tuple[Leaf, ...], path: str) -> Leaf:
    """Return the leaf at a path."""
    (found,) = (each for each in leaves if each.path == path)
    return found


@pytest.mark.parametrize("identifier", shipped_ids())
def test_no_value_is_unexplained(identifier):
    """Every value of every shipped rulebook has its decision, its line and, where an amendment set it, its clause."""
    leaves = blame(load_rulebook(identifier))
    assert leaves
    assert [each.path for each in leaves if not each.is_explained] == []


@pytest.mark.parametrize("identifier", ["binhthuan-2020", "khanhhoa-2018"])
def test_the_line_holds_the_value(identifier):
    """What is said to stand at a line does begin there."""
    loaded = load_rulebook(identifier)
    lines = {file.name: file.text.splitlines() for file in loaded.files}
    for leaf in blame(loaded):
        line, place = lines[leaf.place.file], leaf.place
        begins = line[place.line - 1][place.column - 1 :]
        if begins[0] in "|>":  # a block: its text begins on the next line
            begins = line[place.line].strip()
        assert begins.removeprefix('"').removeprefix("'").startswith(leaf.value[:12].rstrip())


def test_an_amended_value_names_its_clause():
    """The positions that earn the award are those of Điều 12 khoản 1 of the amending decision, as its notice states."""
    leaf = only(blame(load_rulebook("binhthuan-2020"), "awards"), "awards/bk_i_iv/positions")
    assert (leaf.value, leaf.decision, leaf.clause) == ("3", "1944/QĐ-UBND", "Điều 12 khoản 1")
    assert (leaf.ref, leaf.basis, leaf.was_changed) == ("bt-notice", "stated", True)


def test_what_no_source_says_of_an_award_rests_on_its_details():
    """How ties count stands beside what the notice states, and is not stated by it."""
    leaves = blame(load_rulebook("binhthuan-2020"), "awards/bk_i_iv")
    assert [only(leaves, f"awards/bk_i_iv/{key}").basis for key in ("ties", "passes_down", "grade")] == ["modelled", "modelled", "stated"]


def test_what_the_base_laid_down_names_the_base():
    """A value that no amendment touched is from the file and the decision it was first in."""
    leaves = blame(load_rulebook("binhthuan-2020"))
    of_base = [each for each in leaves if each.place.file.endswith("binhthuan-2019/rulebook.yaml")]
    assert of_base
    assert {(each.decision, each.clause) for each in of_base} == {("1867/QĐ-UBND", "")}


def test_a_change_without_a_clause_is_unexplained(tmp_path):
    """An amendment that does not say which clause it carries out leaves its values unexplained."""
    folder = tmp_path / "sua-doi"
    folder.mkdir()
    (folder / "rulebook.yaml").write_text(
        "id: sua-doi\namends: binhthuan-2019\ntitle: Sửa đổi\n"
        "decision: {number: 1/QĐ-UBND, source: {ref: bt-notice, basis: stated}}\n"
        "changes:\n  - {at: groups/pl_ii/name, expect: Nhóm áp dụng Phụ lục II, set: Nhóm hai}\n",
        encoding="utf-8",
    )
    leaves = blame(load_rulebook(str(folder)))
    assert [each.path for each in leaves if not each.is_explained] == ["groups/pl_ii/name"]


def test_a_path_takes_only_what_is_below_it():
    """A path gives its own value or those below it, and nothing that only begins alike."""
    loaded = load_rulebook("binhthuan-2020")
    assert [each.path for each in blame(loaded, "title")] == ["title"]
    assert blame(loaded, "titl") == ()
    assert {each.path.split("/")[0] for each in blame(loaded, "/grades/")} == {"grades"}


def test_a_part_of_a_criterion_is_found_by_its_id_alone(rules):
    """A part stands deep in the document; its id leads there, as that of its criterion does. Other ids do not lead without their path."""
    text = """
    id: hai
    answers: {x: count}
    groups: [{id: g, max_points: 2}]
    criteria: [{id: a, max_points: 2, parts: [{id: a.mot, max_points: 2, formula: {kind: count, of: x, each: 1}}]}]
    """
    loaded = rules(text)
    (found,) = blame(loaded, "a.mot/max_points")
    assert (found.path.rpartition("/parts/")[2], found.value) == ("a.mot/max_points", "2")
    assert {each.path for each in blame(loaded, "a")} > {each.path for each in blame(loaded, "a.mot")}
    assert blame(loaded, "g") == blame(loaded, "a.mo") == ()
