"""Promises about amendments: an overlay changes what it says, and refuses where the base is not what it expects."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from ictscore.documents import Mapping, read_document
from ictscore.rulebook.amend import Amended, amend
from ictscore.rulebook.load import examine, load_rulebook
from ictscore.rulebook.nodes import as_plain

S = "source: {ref: luat, basis: stated}"
BASE = f"""\
id: goc
title: Gốc
decision: {{number: 1/QĐ, {S}}}
jurisdiction: Tỉnh A
sources: {{luat: {{title: Quyết định 1}}, khac: {{title: Khác}}}}
answers:
  a: {{label: A, type: count}}
  b: {{label: B, type: yes_no}}
groups: [{{id: g, name: G, {S}}}]
sections:
  - id: s
    name: S
    {S}
    criteria:
      - {{id: s.a, name: A, max_points: 6, formula: {{kind: count, of: a, each: 1}}, {S}}}
      - {{id: s.b, name: B, max_points: 4, formula: {{kind: yes_no, of: b}}, {S}}}
scale: {{max_points: 10, {S}}}
awards: [{{id: bk, name: BK, positions: 1, {S}}}]
"""
HEAD = f"""\
id: sua
amends: goc
title: Sửa
decision: {{number: 2/QĐ, {S}}}
"""


def node(text: str) -> Mapping:
    """Return a text as a document."""
    found = read_document(text.encode(), "sua")
    assert isinstance(found, Mapping)
    return found


def amended(changes: str, base: str = BASE) -> Amended:
    """Return the base amended by these changes (line 5 of the overlay is ``changes:``)."""
    return amend(node(base), node(HEAD + "changes:\n" + changes))


def told(result: Amended) -> list[tuple[str, int, int]]:
    """Return code, line and column of all findings."""
    return [(each.code, each.place.line, each.place.column) for each in result.findings]


def write(folder: Path, **texts: str) -> None:
    """Write rulebooks beside each other."""
    for name, text in texts.items():
        (folder / name).mkdir()
        (folder / name / "rulebook.yaml").write_text(text, encoding="utf-8")


def test_an_overlay_without_changes_is_the_base_apart_from_its_identity():
    """Everything that can change a result stays as it was."""
    before, after = as_plain(node(BASE)), as_plain(amend(node(BASE), node(HEAD)).document)
    assert (after.pop("id"), after.pop("title"), after.pop("decision")["number"]) == ("sua", "Sửa", "2/QĐ")
    for key in ("id", "title", "decision"):
        before.pop(key)
    assert after == before


def test_identity_that_is_not_repeated_does_not_pass_on():
    """Facts about the base are not facts about the amendment, but its jurisdiction and language hold on."""
    base = BASE + f"facts: [{{id: f, text: F, {S}}}]\nunknowns: [gì đó]\n"
    after = as_plain(amend(node(base), node(HEAD)).document)
    assert "facts" not in after
    assert "unknowns" not in after
    assert after["jurisdiction"] == "Tỉnh A"


def test_sources_are_added_to_those_of_the_base():
    """The overlay's own sources stand beside the base's, and in the place of those with the same name."""
    overlay = HEAD + "sources: {moi: {title: Mới}, luat: {title: Quyết định 2}}\n"
    sources = as_plain(amend(node(BASE), node(overlay)).document)["sources"]
    assert {name: each["title"] for name, each in sources.items()} == {"khac": "Khác", "moi": "Mới", "luat": "Quyết định 2"}


def test_sources_may_be_new_where_the_base_has_none():
    """A base without sources takes those of the overlay."""
    base = BASE.replace("sources: {luat: {title: Quyết định 1}, khac: {title: Khác}}\n", "")
    assert as_plain(amend(node(base), node(HEAD + "sources: {moi: {title: Mới}}\n")).document)["sources"] == {"moi": {"title": "Mới"}}


def test_set_replaces_a_value():
    """A value that is as expected is replaced."""
    result = amended("  - {at: awards/bk/positions, expect: 1, set: 3}\n")
    assert told(result) == []
    assert as_plain(result.document)["awards"][0]["positions"] == "3"


def test_set_by_the_ids_of_a_list_replaces_the_list():
    """A list may be expected by its ids alone."""
    result = amended(f"  - {{at: sections/s/criteria, expect_ids: [s.a, s.b], set: [{{id: s.c, name: C, {S}}}]}}\n")
    assert [each["id"] for each in as_plain(result.document)["sections"][0]["criteria"]] == ["s.c"]


def test_remove_takes_away_a_key_or_an_item():
    """What is removed is gone, wherever it stood."""
    result = amended(
        "  - {at: answers/b, expect: {label: B, type: yes_no}, remove: true}\n"
        "  - {at: awards/bk/positions, expect: 1, remove: true}\n"
        f"  - {{at: awards/bk, expect: {{id: bk, name: BK, {S}}}, remove: true}}\n"
    )
    after = as_plain(result.document)
    assert told(result) == []
    assert (list(after["answers"]), after["awards"]) == (["a"], [])


@pytest.mark.parametrize(
    ("where", "order"), [("", ["s.a", "s.b", "s.c"]), (", after: s.a", ["s.a", "s.c", "s.b"]), (", first: true", ["s.c", "s.a", "s.b"])]
)
def test_add_puts_an_item_where_it_belongs(where, order):
    """A new item goes to the end, after another, or first."""
    result = amended(f"  - {{at: sections/s/criteria, add: {{id: s.c}}{where}}}\n")
    assert [each["id"] for each in as_plain(result.document)["sections"][0]["criteria"]] == order


def test_add_puts_in_a_key_that_was_not_there():
    """A mapping gets a new key."""
    result = amended("  - {at: answers/c, add: {label: C, type: count}}\n")
    assert as_plain(result.document)["answers"]["c"] == {"label": "C", "type": "count"}


def test_changes_go_in_order():
    """A later change sees what an earlier one did."""
    result = amended("  - {at: scale/max_points, expect: 10, set: 20}\n  - {at: scale/max_points, expect: 20, set: 30}\n")
    assert told(result) == []
    assert as_plain(result.document)["scale"]["max_points"] == "30"


def test_a_changed_place_knows_its_clause():
    """Every new leaf leads to the clause of the amendment."""
    result = amended("  - {clause: Điều 12, at: awards/bk/positions, expect: 1, set: 3}\n")
    assert set(result.clauses.values()) == {"Điều 12"}
    award = as_plain(result.document)["awards"][0]
    assert award["positions"] == "3"


@pytest.mark.parametrize(
    ("changes", "code", "line", "column", "says"),
    [
        ("  - {at: awards/bkk/positions, expect: 1, set: 3}\n", "RB501", 6, 10, "there is no “bkk” under awards (did you mean “bk”?)"),
        ("  - {at: award, expect: 1, set: 3}\n", "RB501", 6, 10, "there is no “award” under the rulebook (did you mean “awards”?)"),
        ("  - {at: scale/max_points/x, expect: 1, set: 3}\n", "RB501", 6, 10, "there is no “x” under scale/max_points"),
        ("  - {at: awards/bk/positions, expect: 2, set: 3}\n", "RB502", 6, 39, "expects 2, but the base has 1"),
        ("  - {at: sections/s/criteria, expect_ids: [s.a], set: []}\n", "RB502", 6, 43, "expects ['s.a'], but the base has ['s.a', 's.b']"),
        ("  - {at: awards/bk/positions, expect_ids: [x], set: 3}\n", "RB502", 6, 43, "but the base has 1"),
        ("  - {at: answers/a, add: {label: X}}\n", "RB503", 6, 10, "Something stands already at answers/a"),
        ("  - {at: sections/s/criteria, add: {id: s.b}}\n", "RB503", 6, 36, "Something stands already at s.b"),
        ("  - {at: sections/s/criteria, add: {id: s.c}, after: s.x}\n", "RB501", 6, 54, "there is no “s.x”"),
        ("  - {at: sections/t, add: {id: t}}\n", "RB501", 6, 10, "there is no “t” under sections"),
        ("  - {at: awards/bk/positions, expect: 1}\n", "RB504", 6, 5, "exactly one of set, add and remove"),
        ("  - {at: awards/bk/positions, expect: 1, set: 2, remove: true}\n", "RB504", 6, 5, "exactly one of set, add and remove"),
        ("  - chỉ là chữ\n", "RB504", 6, 5, "exactly one of set, add and remove"),
        ("  - {at: awards/bk/positions, set: 3}\n", "RB505", 6, 5, "wants the old value"),
        ("  - {expect: 1, set: 3}\n", "RB102", 6, 5, "The key “at” is missing"),
        ("  - {at: /, expect: 1, set: 3}\n", "RB102", 6, 5, "The key “at” is missing"),
        ("  - {at: awards/bk/positions, expct: 1, set: 3}\n", "RB101", 6, 31, "(did you mean “expect”?)"),
        ("  - {at: awards/bk/positions, expect: 1, remove: false}\n", "RB103", 6, 50, "“false” is not true"),
        ("  - {at: sections/s/criteria, add: {id: s.c}, first: no}\n", "RB103", 6, 54, "“no” is not true"),
    ],
)
def test_a_change_that_does_not_fit_is_told_and_left_out(changes, code, line, column, says):
    """The place is that of the overlay; nothing of the change is applied."""
    result = amended(changes)
    assert told(result) == [(code, line, column)]
    assert says in result.findings[0].message
    assert as_plain(result.document)["awards"] == as_plain(node(BASE))["awards"]


def test_a_long_old_value_is_shortened_in_the_message():
    """A whole list is not poured into one sentence."""
    result = amended("  - {at: sections/s/criteria, expect: x, set: []}\n")
    assert "…" in result.findings[0].message


def test_where_the_base_differs_its_place_is_shown_too():
    """A wrong old value is told with the place in the base."""
    (found,) = amended("  - {at: awards/bk/positions, expect: 2, set: 3}\n").findings
    assert [each.line for each in found.related] == [18]


@pytest.mark.parametrize(
    ("tail", "column"), [("changes: {at: a, expect: 1, set: 2}\n", 10), ("changes: gì đó\n", 10), ("sources: [a]\n", 10)]
)
def test_changes_that_are_no_list_are_told(tail, column):
    """Nothing that was written down as a change is passed over."""
    result = amend(node(BASE), node(HEAD + tail))
    assert told(result) == [("RB104", 5, column)]


def test_rules_cannot_stand_beside_the_changes():
    """A key of the rules in an amendment must be a change."""
    result = amend(node(BASE), node(HEAD + "scale: {max_points: 5}\n"))
    assert told(result) == [("RB508", 5, 1)]


def test_all_misfits_come_back_at_once():
    """Every change is tried, and every misfit told."""
    result = amended(
        "  - {at: x, expect: 1, set: 2}\n  - {at: scale/max_points, expect: 9, set: 2}\n  - {at: y, add: 1}\n  - {at: z/w, add: 1}\n"
    )
    assert [each[0] for each in told(result)] == ["RB501", "RB502", "RB501"]


def test_an_amendment_loads_with_its_base(tmp_path):
    """The base is found beside the amendment, and both files are recorded."""
    write(tmp_path, goc=BASE, sua=HEAD + "changes:\n  - {clause: Điều 1, at: awards/bk/positions, expect: 1, set: 3}\n")
    loaded = load_rulebook(str(tmp_path / "sua"))
    assert loaded.rulebook.id == "sua"
    assert loaded.rulebook.awards[0].positions == 3
    assert [Path(each.name).parent.name for each in loaded.files] == ["sua", "goc"]
    assert set(loaded.clauses.values()) == {"Điều 1"}


def test_an_amendment_of_an_amendment_loads(tmp_path):
    """Amendments stand on one another."""
    third = HEAD.replace("id: sua", "id: ba").replace("amends: goc", "amends: sua")
    write(
        tmp_path,
        goc=BASE,
        sua=HEAD + "changes: [{at: awards/bk/positions, expect: 1, set: 3}]\n",
        ba=third + "changes: [{at: awards/bk/positions, expect: 3, set: 5}]\n",
    )
    assert load_rulebook(str(tmp_path / "ba")).rulebook.awards[0].positions == 5


def test_what_an_amendment_breaks_is_told_where_it_stands(tmp_path):
    """A fault in a changed value is told in the amendment, with its line."""
    write(tmp_path, goc=BASE, sua=HEAD + "changes:\n  - {at: scale/max_points, expect: 10, set: 1O}\n")
    (found,) = examine(tmp_path / "sua" / "rulebook.yaml")[1]
    assert (found.code, Path(found.place.file).parent.name, found.place.line, found.place.column) == ("RB108", "sua", 6, 45)
    assert "1O" in found.excerpt


@pytest.mark.parametrize("base", ["goc-2", "../goc", "/etc/passwd", "https://example.org/goc", "goc/rulebook.yaml", "Goc", "."])
def test_a_base_is_an_id_and_nothing_else(tmp_path, base):
    """Neither a path, an address nor an unknown id leads to a base."""
    write(tmp_path, goc=BASE, sua=HEAD.replace("amends: goc", f"amends: {base}"))
    (found,) = examine(tmp_path / "sua" / "rulebook.yaml")[1]
    assert (found.code, found.place.line, found.place.column) == ("RB506", 2, 9)


@pytest.mark.parametrize("chain", [("sua",), ("sua", "hai"), ("sua", "hai", "ba")])
def test_amendments_in_a_circle_are_told(tmp_path, chain):
    """The circle is shown."""
    following = (*chain[1:], chain[0])
    write(tmp_path, **{one: HEAD.replace("amends: goc", f"amends: {other}") for one, other in zip(chain, following, strict=True)})
    (found,) = examine(tmp_path / "sua" / "rulebook.yaml")[1]
    assert found.code == "RB507"
    assert found.values["cycle"] == " → ".join((*chain, "sua"))


def test_amendments_that_never_end_are_told(tmp_path):
    """More than eight amendments on each other are refused."""
    names = [f"r{n}" for n in range(12)]
    texts = {one: HEAD.replace("amends: goc", f"amends: {other}") for one, other in itertools.pairwise(names)}
    write(tmp_path, **texts, r11=BASE)
    assert [each.code for each in examine(tmp_path / "r0" / "rulebook.yaml")[1]] == ["RB507"]
