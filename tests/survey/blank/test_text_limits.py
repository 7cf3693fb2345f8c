"""Texts that Excel would cut are found before a form is made."""

from __future__ import annotations

import pytest

from ictscore.errors import FileRefused
from ictscore.survey.blank.table import write_table
from ictscore.survey.blank.text_limits import refuse_long_texts

RULES = """
language: vi
answers:
  a: {{label: Số máy, type: count, help: "{help}"}}
  b: {{label: Mức, type: choice, choices: {{x: "{choice}", y: Hai}}, evidence: "{evidence}", ask: [g]}}
  c: {{label: Khác, type: text, help: "{unasked}"}}
groups: [{{id: g, max_points: 5}}, {{id: h, max_points: 5}}]
criteria:
  - {{id: x, max_points: 5, formula: {{kind: count, of: a, each: 1}}}}
"""
WANTED = "Ghi số nguyên, từ 0 trở lên."


def refusals(rules, *groups, **texts):
    """Return what is refused of the rulebook with these texts, as answer, length and limit."""
    filled = {"help": "", "choice": "Một", "evidence": "Quyết định", "unasked": "y"} | texts
    filled["help"] = filled["help"] or "z"
    try:
        refuse_long_texts(rules(RULES.format(**filled)), *(groups or ("g", "h")))
    except FileRefused as refused:
        return [(each.values["answer"], each.values["length"], each.values["limit"]) for each in refused.findings]
    return []


def test_what_fits_is_not_refused(rules):
    """The help shown is the sentence of what is wanted, a line break, and the rulebook's help: together 255 characters fit."""
    assert refusals(rules, help="m" * (255 - len(WANTED) - 1), choice="c" * 255, evidence="e" * 255) == []


def test_what_is_too_long_is_named_with_its_length(rules):
    """One character more is refused, each text by itself, once for both groups; a rare character counts twice, as Excel counts."""
    found = refusals(rules, help="m" * (256 - len(WANTED) - 1), choice="c" * 256, evidence="𠀀" * 128)
    assert found == [("a", 256, 255), ("b", 256, 255), ("b", 256, 255)]


def test_what_a_group_is_not_asked_does_not_matter(rules):
    """Only the questions of the group at hand are looked at."""
    assert refusals(rules, "h", evidence="e" * 256, unasked="u" * 400) == []


def test_tables_have_the_same_limits(rules):
    """A table shows the same help, and is refused with the same words."""
    loaded = rules(RULES.format(help="m" * 300, choice="Một", evidence="E", unasked="y"))
    with pytest.raises(FileRefused) as refused:
        write_table(loaded)
    assert refused.value.findings[0].code == "IO410"
