"""Promises about faults in rulebooks: each is told by its code, at its line and column, with the nearest known word."""

from __future__ import annotations

import unicodedata

import pytest

from ictscore.findings import Finding

RULEBOOK = """\
id: thu
title: Bộ tiêu chí thử
decision: {number: 1/QĐ-UBND, source: {ref: luat, basis: stated}}
sources:
  luat: {title: Quyết định}
answers:
  may_tinh: {label: Máy tính, type: count}
  can_bo: {label: Cán bộ, type: count}
  co_mang: {label: Có mạng, type: yes_no}
  truong_ban: {label: Trưởng ban, type: choice, choices: {truong: Trưởng, pho: Phó}}
groups:
  - {id: pl_i, name: Phụ lục I, source: {ref: luat, basis: stated}}
  - {id: pl_ii, name: Phụ lục II, source: {ref: luat, basis: stated}}
sections:
  - id: ha_tang
    name: Hạ tầng
    max_points: 30
    source: {ref: luat, basis: stated}
    criteria:
      - id: may
        name: Máy tính
        max_points: 10
        formula: {kind: ratio, of: may_tinh, over: can_bo, when_denominator_zero: zero}
        source: {ref: luat, basis: stated}
      - id: mang
        name: Mạng
        max_points: 20
        source: {ref: luat, basis: stated}
        parts:
          - id: mang.co
            name: Có mạng
            max_points: 12
            formula: {kind: yes_no, of: co_mang}
            source: {ref: luat, basis: stated}
          - id: mang.ban
            name: Trưởng ban
            max_points: 8
            formula: {kind: choice, of: truong_ban, points: {truong: 8, pho: 0}}
            source: {ref: luat, basis: stated}
scale: {max_points: 30, source: {ref: luat, basis: stated}}
grades:
  bands:
    - {name: Tốt, from: 25, source: {ref: luat, basis: stated}}
    - {name: Đạt, source: {ref: luat, basis: stated}}
awards:
  - {id: bk, name: Bằng khen, positions: 1, source: {ref: luat, basis: stated}}
"""
MARK = "«"
RATIO = "formula: {kind: ratio, of: may_tinh, over: can_bo, when_denominator_zero: zero}"
SOURCE = "source: {ref: luat, basis: stated}"


def changed(*pairs: tuple[str, str]) -> tuple[str, list[tuple[int, int]]]:
    """Return the rulebook with texts replaced, and the lines and columns of the marks in the new ones."""
    text = RULEBOOK
    for old, new in pairs:
        assert text.count(old) == 1, (text.count(old), old)
        text = text.replace(old, new)
    places = [
        (number, column + 1 - line[:column].count(MARK))
        for number, line in enumerate(text.split("\n"), 1)
        for column, character in enumerate(line)
        if character == MARK
    ]
    return text.replace(MARK, ""), places


def told(found: Finding) -> tuple[str, int, int]:
    """Return the code, line and column of a finding."""
    return found.code, found.place.line, found.place.column


def test_the_rulebook_of_these_tests_is_faultless(lint):
    """Before anything is changed, nothing is found."""
    assert lint(RULEBOOK) == ()


@pytest.mark.parametrize(
    ("code", "old", "new", "says"),
    [
        # shape and types
        ("RB101", "title: Bộ", "«titel: X\ntitle: Bộ", "(did you mean “title”?)"),
        ("RB101", "max_points: 12\n", "max_points: 12\n            «fomula: x\n", "(did you mean “formula”?)"),
        ("RB101", "over: can_bo, when", "over: can_bo, «targt: 1, when", "(did you mean “target”?)"),
        ("RB101", "max_points: 12\n", "max_points: 12\n            «\u0441apacity: x\n", "Unknown key"),
        ("RB101", "max_points: 12\n", "max_points: 12\n            «name\u00a0: x\n", "(did you mean “name”?)"),
        ("RB102", "groups:\n  - {id: pl_i, ", "groups:\n  - «{", "“id” is missing"),
        ("RB102", "{kind: yes_no, of: co_mang}", "«{of: co_mang}", "“kind” is missing"),
        ("RB102", "{kind: yes_no, of: co_mang}", "«{kind: yes_no}", "“of” is missing"),
        ("RB103", "name: Hạ tầng", "name: «''", "is not a text"),
        ("RB103", "positions: 1,", "positions: «1.5,", "“1.5” is not a whole number"),
        ("RB103", "positions: 1,", "positions: 1, passes_down: «yes,", "“yes” is not true or false"),
        ("RB104", "max_points: 12\n", "max_points: «[12]\n", "a number is wanted here; a list was found"),
        ("RB104", "name: Hạ tầng", "name: «{a: b}", "a text is wanted here; a group of keys was found"),
        ("RB104", "of: co_mang}", "of: «[co_mang]}", "an expression is wanted here"),
        ("RB104", "luat: {title: Quyết định}", "luat: «Quyết định", "a group of keys is wanted here; Quyết định was found"),
        ("RB104", "positions: 1,", "positions: 1, groups: «pl_i,", "a list is wanted here; pl_i was found"),
        ("RB105", "type: yes_no}", "type: «yesno}", "(did you mean “yes_no”?)"),
        ("RB105", "{kind: yes_no, of: co_mang}", "{kind: «yesno, of: co_mang}", "(did you mean “yes_no”?)"),
        ("RB105", "when_denominator_zero: zero}", "when_denominator_zero: «nul}", "is not one of the words known here"),
        ("RB106", "of: co_mang}", "of: co_mang «^ 2}", "the language has no powers"),
        ("RB106", "of: co_mang}", 'of: "co_mang «co_mang"}', "“co_mang” does not fit here"),
        ("RB106", "of: may_tinh,", "of: may_tinh * 50«%,", "“%” is not part of the language"),
        ("RB107", "formula: {kind: yes_no, of: co_mang}", "note: x", "either a formula or parts"),
        ("RB108", "max_points: 12\n", "max_points: «1_2\n", "“1_2” is not a plain number"),
        ("RB108", "max_points: 12\n", "max_points: «010\n", "“010” is not a plain number"),
        ("RB108", "max_points: 12\n", "max_points: «12,0\n", "“12,0” is not a plain number"),
        ("RB108", "max_points: 12\n", "max_points: «12:30\n", "“12:30” is not a plain number"),
        ("RB108", "max_points: 12\n", "max_points: «.nan\n", "“.nan” is not a plain number"),
        (
            "RB109",
            "decision:",
            "dates: [{event: issued, date: «31/2/2019, source: {ref: luat, basis: stated}}]\ndecision:",
            "“31/2/2019” is not a date",
        ),
        (
            "RB109",
            "decision:",
            "dates: [{event: issued, date: «2019-13-01, source: {ref: luat, basis: stated}}]\ndecision:",
            "is not a date",
        ),
        ("RB109", "decision:", "dates: [{event: issued, date: «hôm qua, source: {ref: luat, basis: stated}}]\ndecision:", "is not a date"),
        ("RB110", "id: thu\n", "id: «Thu_1\n", "“Thu_1” is not an id"),
        ("RB110", "- id: mang.co\n", "- id: «mang co\n", "“mang co” is not an id"),
        ("RB111", "luat: {title: Quyết định}", "luat: {title: Quyết định, «số 5}", "“số 5” stands here as a key without a value"),
        ("RB112", "can_bo: {label", "total: «{label: x, type: count}\n  can_bo: {label", "“total” is a word of the expression language"),
        # names
        ("RB201", "of: may_tinh,", "of: «may_tin,", "There is no answer “may_tin” (did you mean “may_tinh”?)"),
        ("RB201", "of: may_tinh,", "of: 2 * «may_tin,", "(did you mean “may_tinh”?)"),
        ("RB201", "of: may_tinh,", 'of: "2 * «may_tin",', "(did you mean “may_tinh”?)"),
        ("RB201", "of: truong_ban,", "of: «truong_bn,", "(did you mean “truong_ban”?)"),
        ("RB202", "of: may_tinh,", "of: points(«mang.c) + may_tinh,", "There is no criterion “mang.c” (did you mean “mang.co”?)"),
        (
            "RB202",
            "positions: 1,",
            "positions: 1, requires: section(«ha_tan) > 1,",
            "There is no section “ha_tan” (did you mean “ha_tang”?)",
        ),
        ("RB202", "positions: 1,", "positions: 1, groups: [«pl_iii],", "There is no group “pl_iii” (did you mean “pl_ii”?)"),
        ("RB202", "positions: 1,", "positions: 1, grade: «Tôt,", "There is no grade “Tôt” (did you mean “Tốt”?)"),
        ("RB202", "from: 25,", "from: 25, quota: {share: 20%, of: «Khá},", "There is no grade “Khá”"),
        ("RB203", "- {id: pl_ii,", "- {id: «pl_i,", "The id “pl_i” is used twice"),
        ("RB203", "- id: mang.ban\n", "- id: «mang.co\n", "The id “mang.co” is used twice"),
        ("RB204", "of: co_mang}", "of: «may_tinh}", "a number stands where a condition (yes or no) is wanted"),
        ("RB204", "of: may_tinh,", "of: may_tinh + «co_mang,", "a condition (yes or no) stands where a number is wanted"),
        (
            "RB206",
            "points: {truong: 8, pho: 0}",
            "points: {truong: 8, pho: 0, phoo: «0}",
            "“phoo” is not a choice of truong_ban (did you mean “pho”?)",
        ),
        ("RB206", "of: co_mang}", 'of: truong_ban = «"trong"}', "“trong” is not a choice of truong_ban (did you mean “truong”?)"),
        ("RB207", "points: {truong: 8, pho: 0}", "points: «{truong: 8}", "The choice “pho” of truong_ban has no points here"),
        ("RB208", "of: co_mang}", "of: co_mang and «total > 1}", "“total” can only be asked once all criteria are scored"),
        ("RB208", "of: co_mang}", "of: section(«ha_tang) > 1}", "“ha_tang” can only be asked"),
        ("RB210", "can_bo: {label", "may_in: «{label: x, type: count}\n  can_bo: {label", "The answer “may_in” is asked of nobody"),
        # arithmetic
        ("RB301", "max_points: 30\n    source", "max_points: «31\n    source", "The parts add up to 30, but ha_tang has a maximum of 31"),
        ("RB304", "- {name: Đạt, ", "- «{name: Đạt, from: 0, to: 26, ", "The bands “Tốt” and “Đạt” overlap at 25"),
        ("RB304", "- {name: Đạt, ", "- «{name: Đạt, from: 26, ", "overlap at 26"),
        ("RB303", "- {name: Đạt, ", "- «{name: Đạt, from: 0, to: 24, ", "totals above 24 and below 25 belong to no grade"),
        ("RB306", RATIO, "formula: «{kind: ratio, of: may_tinh, over: can_bo}", "no rule for a denominator of 0"),
        ("RB306", "{kind: yes_no, of: co_mang}", "«{kind: yes_no, of: may_tinh / can_bo > 1}", "no rule for a denominator of 0"),
        (
            "RB307",
            "{kind: yes_no, of: co_mang}",
            "«{kind: yes_no, of: co_mang, yes: 13}",
            "Points of 13 lie outside the criterion’s bounds of 0 to 12",
        ),
        ("RB307", "{kind: yes_no, of: co_mang}", "«{kind: count, of: may_tinh, each: 1, cap: 13}", "Points of 13 lie outside"),
        ("RB309", "- {name: Đạt, ", "- «{name: Đạt, from: 10, ", "Grades leave no band for the rest"),
        ("RB310", "scale: {max_points: 30, source: {ref: luat, basis: stated}}\n", "", "The maximum of group pl_i is not known"),
        # sources
        (
            "RB401",
            "        formula: {kind: ratio, of: may_tinh, over: can_bo, when_denominator_zero: zero}\n        " + SOURCE,
            "        " + RATIO,
            "may has no source",
        ),
        ("RB401", "scale: {max_points: 30, " + SOURCE + "}", "scale: «{max_points: 30}", "Scale has no source"),
        (
            "RB402",
            "positions: 1, source: {ref: luat,",
            "positions: 1, source: {ref: «lua,",
            "There is no source “lua” (did you mean “luat”?)",
        ),
        ("RB403", "positions: 1, " + SOURCE, "positions: 1, source: «{ref: luat, basis: modelled}", "does not name the archetype"),
        ("RB404", "positions: 1, " + SOURCE, "positions: 1, source: «{ref: luat, basis: inferred}", "gives no reason"),
        (
            "RB405",
            "positions: 1, " + SOURCE,
            "positions: 1, source: «{ref: luat, basis: modelled, archetype: C99}",
            "“C99” is not an archetype",
        ),
    ],
)
def test_a_fault_is_told_at_its_place(lint, code, old, new, says):
    """The code, the line and column, and the words that help stand in the finding."""
    text, marked = changed((old, new))
    places = marked or {"RB107": [(30, 13)], "RB310": [(12, 5)], "RB401": [(20, 9)]}[code]
    found = [each for each in lint(text) if each.code == code]
    assert [told(each) for each in found[:1]] == [(code, *places[0])]
    assert says in found[0].message


def _steps(table: str) -> tuple[str, str]:
    return RATIO, "formula: {kind: steps, of: may_tinh, over: can_bo, when_denominator_zero: zero, " + table + "}"


@pytest.mark.parametrize(
    ("code", "table", "says"),
    [
        ("RB305", "steps: [«{equals: 1, points: 10}], otherwise: 0", "exactly 1 and everything else gives 0"),
        ("RB305", "steps: [{equals: 0.5, points: 5}, «{equals: 1, points: 10}], otherwise: 2", "exactly 1 and everything else gives 2"),
        ("RB308", "steps: [{from: 0.5, points: 10}, «{from: 0.8, points: 5}], otherwise: 0", "No step is left for “0.8”"),
        ("RB308", "steps: [{from: 0.5, points: 10}, «{equals: 0.5, points: 5}], otherwise: 0", "No step is left for “0.5”"),
        ("RB308", "steps: [{from: 0.5, points: 10}, «{above: 0.5, points: 5}], otherwise: 0", "No step is left for “0.5”"),
        ("RB308", "steps: [{below: 0.5, points: 10}, «{to: 0.4, points: 5}], otherwise: 0", "No step is left for “0.4”"),
        ("RB308", "steps: [{equals: 0.5, points: 10}, «{equals: 0.5, points: 5}, {from: 0.6, points: 7}], otherwise: 0", "No step is left"),
        ("RB311", "steps: [{from: 0.8, points: 5}, «{from: 0.5, points: 10}], otherwise: 0", "gives fewer points than a worse one"),
        ("RB311", "steps: [{to: 0.2, points: 5}, «{to: 0.5, points: 10}], otherwise: 0", "gives fewer points than a worse one"),
        ("RB307", "steps: [{from: 0.5, points: 11}], otherwise: 0", "Points of 11 lie outside"),
        ("RB107", "steps: [«{from: 0.5, above: 0.6, points: 5}], otherwise: 0", "exactly one of from, above, to, below and equals"),
    ],
)
def test_a_fault_in_a_table_of_steps_is_told_at_its_step(lint, code, table, says):
    """Steps that say less than they seem to are told, each at its own place."""
    text, marked = changed(_steps(table))
    places = marked or [(23, 18)]
    found = [each for each in lint(text) if each.code == code]
    assert [told(each) for each in found] == [(code, *places[0])]
    assert says in found[0].message


@pytest.mark.parametrize(
    "table",
    [
        "steps: [{equals: 1, points: 10}], otherwise: 10",
        "steps: [{equals: 1, points: 10}, {from: 0.5, points: 5}], otherwise: 0",
        "steps: [{above: 0.5, points: 10}, {from: 0.5, points: 5}], otherwise: 0",
        "steps: [{to: 0.2, points: 10}, {to: 0.5, points: 5}], otherwise: 0",
        "steps: [{equals: 0.5, points: 3}, {from: 0.5, points: 5}], otherwise: 0",
        "steps: [{to: 0.1, points: 0}, {from: 0.5, points: 5}], otherwise: 2",
    ],
)
def test_an_honest_table_of_steps_is_left_alone(lint, table):
    """Tables that say what they mean bring no finding."""
    assert lint(changed(_steps(table))[0]) == ()


@pytest.mark.parametrize("old", ["on: may_tinh «^ 2", "on: may_tinh, «stps: x"])
def test_a_key_of_steps_is_told_where_it_stands(lint, old):
    """The kind and the key of the same name are not confused."""
    text, places = changed((RATIO, "formula: {kind: steps, " + old + ", steps: [{from: 1, points: 10}], otherwise: 0}"))
    assert told(lint(text)[0])[1:] == places[0]


@pytest.mark.parametrize(
    "kind", ["steps: [{from: 1, points: 10}], kind: steps, on: may_tinh", "kind: shares, over: 9, weights: [{of: may_tinh, weight: 1}]"]
)
def test_a_near_miss_is_recognised_in_kinds_called_like_a_key(lint, kind):
    """A slip in a key of ``steps`` or ``shares`` is answered by the key that was meant."""
    (found, *_) = [
        each for each in lint(changed((RATIO, "formula: {" + kind + ", when_denominator_zer: zero}"))[0]) if each.code == "RB101"
    ]
    assert "did you mean “when_denominator_zero”?" in found.message


def test_the_kind_formula_and_the_key_formula_are_told_apart(lint):
    """A slip in an expression of the kind ``formula`` is told inside it."""
    text, places = changed((RATIO, 'formula: {kind: formula, expr: "may_tinh «# x"}'))
    assert told(lint(text)[0]) == ("RB106", *places[0])


def test_a_slip_in_a_nested_formula_is_told_inside_it(lint):
    """A formula inside a formula has its own places."""
    inner = "{kind: sum, parts: [{name: x, max_points: 10, formula: {kind: formula, expr: may_tinh «== 2}}]}"
    text, places = changed((RATIO, "formula: " + inner))
    assert told(lint(text)[0]) == ("RB106", *places[0])


def test_parts_that_do_not_add_up_are_told_at_their_criterion(lint):
    """Both sums stand in the message."""
    text, places = changed(("max_points: 12\n", "max_points: 11\n"), ("max_points: 20\n", "max_points: «20\n"))
    found = [each for each in lint(text) if each.code == "RB301"]
    assert [told(each) for each in found] == [("RB301", *places[0])]
    assert "add up to 19, but mang has a maximum of 20" in found[0].message


def test_sections_that_do_not_add_up_are_told_for_each_group(lint):
    """The group, the sum and the declared maximum stand in the message."""
    text, _ = changed(("scale: {max_points: 30,", "scale: {max_points: 100,"))
    found = [each for each in lint(text) if each.code == "RB302"]
    assert [told(each) for each in found] == [("RB302", 12, 5), ("RB302", 13, 5)]
    assert "For group pl_ii the sections add up to 30, but its maximum is 100" in found[1].message


def test_a_section_that_does_not_add_up_is_told_once(lint):
    """One slip is one finding, however many groups the section is for."""
    text, _ = changed(("max_points: 30\n    source", "max_points: 31\n    source"))
    assert [each.code for each in lint(text)] == ["RB301"]


def test_a_group_may_have_its_own_maximum(lint):
    """A group whose section applies to it alone has the sum of its own."""
    text, _ = changed(
        ("    max_points: 30\n", "    max_points: 30\n    applies_to: [pl_i]\n"),
        ("- {id: pl_i,", "- {id: pl_i, max_points: 30,"),
        ("scale: {max_points: 30, source: {ref: luat, basis: stated}}\n", ""),
    )
    assert [told(each) for each in lint(text)] == [("RB310", 13, 5)]


def test_points_of_another_groups_criterion_are_told(lint):
    """A formula may not wait for a criterion that its group is not judged by."""
    text, places = changed(
        ("of: may_tinh,", "of: may_tinh + points(mang.co),"),
        ("formula: {kind: ratio,", "formula: «{kind: ratio,"),
        ("            name: Có mạng\n", "            name: Có mạng\n            applies_to: [pl_i]\n"),
    )
    found = [each for each in lint(text) if each.code == "RB209"]
    assert [told(each) for each in found] == [("RB209", *places[0])]
    assert "does not apply to group pl_ii" in found[0].message


@pytest.mark.parametrize("of", ["points(may)", "points(mang.co) + may_tinh", "points(mang)"])
def test_a_circle_is_told_with_its_members(lint, of):
    """Criteria that wait for each other are named in order, by formulas and by conditions alike."""
    text, _ = changed(
        ("of: may_tinh,", f"of: {of},"),
        (
            "            formula: {kind: yes_no, of: co_mang}",
            "            formula: {kind: yes_no, of: co_mang}\n            not_applicable: {when: points(may) > 0, then: drop}",
        ),
    )
    found = [each for each in lint(text) if each.code == "RB205"]
    assert [told(each) for each in found] == [("RB205", 15, 3)]
    assert " → " in found[0].message


def test_groups_of_members_in_a_circle_are_told(lint):
    """A group may not be judged by members that are judged by it."""
    text, _ = changed((RATIO, "formula: {kind: of_members, of: total, group: pl_i, how: mean, over: 30, when_no_members: zero}"))
    assert "RB205" in [each.code for each in lint(text)]


def test_unknown_members_are_told(lint):
    """Neither the group nor the answer of members may be unknown."""
    text, _ = changed((RATIO, "formula: {kind: of_members, of: «may_tin, group: «pl_iv, how: mean, over: 30, when_no_members: zero}"))
    _, places = changed((RATIO, "formula: {kind: of_members, of: «may_tin, group: «pl_iv, how: mean, over: 30, when_no_members: zero}"))
    found = [told(each) for each in lint(text) if each.code in {"RB201", "RB202"}]
    assert found == [("RB201", *places[0]), ("RB202", *places[1])]


def test_a_band_without_bound_above_others_overlaps_them(lint):
    """Only the last band may be for the rest."""
    text, _ = changed(("- {name: Tốt, from: 25, ", "- {name: Tốt, "))
    assert [each.code for each in lint(text)] == ["RB304"]


@pytest.mark.parametrize("bands", ["from: 25, requires: co_mang, ", "requires: co_mang, "])
def test_a_band_with_a_condition_may_lie_above_one_of_the_same_bound(lint, bands):
    """Who misses the condition falls to the next band."""
    text, _ = changed(("- {name: Tốt, from: 25, ", "- {name: Xuất sắc, " + bands + SOURCE + "}\n    - {name: Tốt, from: 25, "))
    assert lint(text) == ()


def test_printed_gaps_are_no_fault_once_their_reading_is_said(lint):
    """``between_bounds`` settles how printed bounds are read."""
    text, _ = changed(("- {name: Đạt, ", "- {name: Đạt, from: 0, to: 24, "), ("  bands:", "  between_bounds: round_first\n  bands:"))
    assert lint(text) == ()


def test_a_gap_wider_than_a_rounding_is_told_however_bounds_are_read(lint):
    """From 20 to 25 lie four whole totals; neither the lower bound nor rounding puts them into a printed range."""
    for reading in ("lower_bound", "round_first"):
        changes = ("- {name: Đạt, ", "- {name: Đạt, from: 0, to: 20, "), ("  bands:", f"  between_bounds: {reading}\n  bands:")
        assert [each.code for each in lint(changed(*changes)[0])] == ["RB314"]


def test_a_last_band_from_zero_is_not_the_rest_where_points_can_be_negative(lint):
    """Below zero there would be no grade."""
    text, _ = changed(
        ("- {name: Đạt, ", "- {name: Đạt, from: 0, "),
        ("of: co_mang}", "of: co_mang, no: -1}"),
        ("max_points: 12\n", "max_points: 12\n            min_points: -1\n"),
    )
    assert [each.code for each in lint(text)] == ["RB309"]


def test_all_faults_come_back_at_once(lint):
    """Five independent faults of meaning are five findings, in reading order."""
    text, _ = changed(
        ("of: may_tinh,", "of: may_tin,"),
        ("points: {truong: 8, pho: 0}", "points: {truong: 8}"),
        ("scale: {max_points: 30,", "scale: {max_points: 31,"),
        ("positions: 1, source: {ref: luat,", "positions: 1, source: {ref: lua,"),
        ("- {name: Đạt, ", "- {name: Đạt, from: 3, "),
    )
    codes = [each.code for each in lint(text)]
    assert codes == ["RB210", "RB302", "RB302", "RB201", "RB207", "RB309", "RB402"]


def test_all_faults_of_shape_come_back_at_once(lint):
    """Five independent slips of writing are five findings, in reading order."""
    text, places = changed(
        ("title: Bộ", "«titel: x\ntitle: Bộ"),
        ("type: yes_no}", "type: «yesno}"),
        ("max_points: 12\n", "max_points: «12,0\n"),
        ("of: may_tinh,", "of: may_tinh «^ 2,"),
        ("positions: 1,", "positions: «1.5,"),
    )
    codes = ["RB101", "RB105", "RB106", "RB108", "RB103"]
    assert [told(each) for each in lint(text)] == [(code, *place) for code, place in zip(codes, places, strict=True)]


def test_mending_one_fault_leaves_the_others(lint):
    """A finding goes with its fault, and no other appears."""
    both, _ = changed(("type: yes_no}", "type: yesno}"), ("max_points: 12\n", "max_points: 12,0\n"))
    one, _ = changed(("type: yes_no}", "type: yesno}"))
    assert [each.code for each in lint(both)] == ["RB105", "RB108"]
    assert [each.code for each in lint(one)] == ["RB105"]


def test_a_finding_shows_its_line(lint):
    """The line stands in the finding, with a caret under the column."""
    text, _ = changed(("of: may_tinh,", "of: 2 * may_tin,"))
    (found, _) = sorted(lint(text), key=lambda each: each.code)[::1]
    line, caret = found.excerpt.split("\n")
    assert line[caret.index("^") :].startswith("may_tin,")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_files_are_the_same(lint, form):
    """A Vietnamese id works however its letters are composed."""
    text, _ = changed(("  co_mang: {", "  có_mạng: {"), ("of: co_mang}", "of: có_mạng}"))
    assert lint(unicodedata.normalize(form, text)) == ()


def test_a_document_that_is_no_mapping_is_no_rulebook(lint):
    """A list or a text at the root is told as such."""
    assert [told(each) for each in lint("- a\n- b\n")] == [("RB006", 1, 1)]
    assert [told(each) for each in lint("chỉ là chữ\n")] == [("RB006", 1, 1)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("type: yes_no}", "type: yes_no, choices: {a: A}}"),
        ("type: choice, choices: {truong: Trưởng, pho: Phó}}", "type: choice}"),
        ("label: Cán bộ, type: count}", "label: Cán bộ, type: count, min: 5, max: 3}"),
        ("max_points: 12\n", "max_points: 12\n            min_points: 13\n"),
        ("max_points: 12\n", "max_points: 12\n            not_applicable: {then: drop}\n"),
        ("awards:\n", "knockouts:\n  - {id: k, name: K, when: co_mang, source: {ref: luat, basis: stated}}\nawards:\n"),
    ],
)
def test_keys_that_contradict_each_other_are_refused(lint, old, new):
    """Parts whose keys cannot all be meant are told."""
    assert "RB107" in [each.code for each in lint(changed((old, new))[0])]
