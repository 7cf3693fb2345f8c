"""One slip hides no other: everything that can be found is found in one go."""

import pytest

from ictscore.rulebook.load import examine

S = "{ref: m, basis: modelled, archetype: C02}"
RULEBOOK = f"""id: thu
title: Thử
decision: {{subject: Thử, source: {S}}}
sources: {{m: {{title: M}}}}
answers:
  a: {{label: A, type: count}}
  b: {{label: B, type: count}}
groups: [{{id: g, name: G, source: {S}}}]
scale: {{max_points: 10, source: {S}}}
sections:
  - id: s
    name: S
    max_points: 10
    source: {S}
    criteria:
      - id: c1
        name: C1
        max_points: 6
        formula: {{kind: ratio, of: a, over: b, when_denominator_zero: zero}}
        source: {S}
      - id: c2
        name: C2
        max_points: 4
        formula: {{kind: yes_no, of: a > 0}}
        source: {S}
"""


def _codes(tmp_path, *changes):
    text = RULEBOOK
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "rulebook.yaml"
    path.write_text(text, encoding="utf-8")
    loaded, findings = examine(path)
    return loaded, [(each.code, each.place.line) for each in findings]


def test_the_rulebook_without_a_slip_has_no_findings(tmp_path):
    """The text the slips are put into is itself in order."""
    loaded, codes = _codes(tmp_path)
    assert loaded is not None
    assert codes == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("    max_points: 10\n", "    max_points: 11\n"), ("of: a > 0", "of: d > 0")], [("RB301", 13), ("RB201", 24)]),
        ([("name: C1", "nmae: C1"), ("of: a > 0", "of: d > 0")], [("RB101", 17), ("RB201", 24)]),
        ([("kind: ratio", "kind: ratioo"), ("    max_points: 10\n", "    max_points: 11\n")], [("RB301", 13), ("RB105", 19)]),
        ([("title: Thử", "title: Thử\ntitle: Lại"), ("of: a > 0", "of: d > 0")], [("RB013", 3), ("RB201", 25)]),
        ([(", when_denominator_zero: zero", ""), ("of: a > 0", "of: d > 0")], [("RB306", 19), ("RB201", 24)]),
        ([("max_points: 6", "max_points: 7,5"), ("of: a > 0", "of: d > 0")], [("RB108", 18), ("RB201", 24)]),
        ([("type: count}\n  b", "type: cuont}\n  b"), ("of: a > 0", "of: d > 0")], [("RB105", 6), ("RB201", 24)]),
        ([("of: a,", "of: a +,"), ("of: a > 0", "of: d > 0")], [("RB106", 19), ("RB201", 24)]),
        ([("source: " + S + "\n      - id: c2", "quelle: 1\n      - id: c2"), ("of: a > 0", "of: d > 0")],
         [("RB401", 16), ("RB101", 20), ("RB201", 24)]),
    ],
)  # fmt: skip
def test_slips_of_different_kinds_come_back_together(tmp_path, changes, expected):
    """A key, a word, a number, a sum, a name: whatever is wrong in different places is told in one run, in the order of the lines."""
    assert _codes(tmp_path, *changes)[1] == expected


def test_a_misspelt_key_is_told_once(tmp_path):
    """“titel” is an unknown key with a suggestion; that title is missing would only say it again."""
    assert _codes(tmp_path, ("title: Thử", "titel: Thử"))[1] == [("RB101", 2)]


def test_what_cannot_be_mended_hides_nothing_that_was_found(tmp_path):
    """Without groups there is nothing to check against, and the missing groups are told."""
    assert _codes(tmp_path, (f"groups: [{{id: g, name: G, source: {S}}}]\n", ""))[1] == [("RB102", 1)]


def test_a_broken_maximum_silences_only_its_own_section(tmp_path):
    """max_pionts in one section leaves the wrong sum of another to be told in the same run."""
    second = RULEBOOK[RULEBOOK.index("  - id: s\n") :].replace("id: s\n", "id: t\n").replace("id: c1", "id: d1").replace("id: c2", "id: d2")
    text = RULEBOOK.replace("scale: {max_points: 10", "scale: {max_points: 20").replace("max_points: 6", "max_pionts: 6", 1)
    path = tmp_path / "rulebook.yaml"
    path.write_text(text + second.replace("max_points: 4", "max_points: 5"), encoding="utf-8")
    assert [(each.code, each.place.line) for each in examine(path)[1]] == [("RB101", 18), ("RB301", 28)]
