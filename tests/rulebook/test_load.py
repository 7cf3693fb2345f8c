"""Promises about loading: what a rulebook is found by, what makes two the same, and what its models answer."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from ictscore.errors import FileRefused, RulebookRefused
from ictscore.rulebook.load import examine, load_rulebook
from ictscore.rulebook.shipped import find_rulebook, shipped_folder, shipped_ids

RULES = """
answers: {a: count, b: yes_no}
groups: [{id: g}, {id: h, max_points: 4}]
sections:
  - {id: s, criteria: [{id: s.a, max_points: 4, formula: {kind: count, of: a, each: 1}}]}
  - id: t
    applies_to: [g]
    criteria:
      - id: t.p
        max_points: 6
        parts:
          - {id: t.p.x, max_points: 6, formula: {kind: yes_no, of: b}}
scale: {max_points: 10}
bonus: {max_points: 1, applies_to: [h], criteria: [{id: z, max_points: 1, formula: {kind: yes_no, of: b}}]}
"""


def test_every_shipped_rulebook_loads():
    """What is shipped is without errors."""
    assert shipped_ids()
    for identifier in shipped_ids():
        assert load_rulebook(identifier).rulebook.id == identifier


def test_a_rulebook_is_found_by_id_folder_and_file():
    """The three ways to name a rulebook lead to the same file."""
    identifier = shipped_ids()[0]
    folder = shipped_folder("rulebooks") / identifier
    paths = [find_rulebook(each).resolve() for each in (identifier, str(folder), str(folder / "rulebook.yaml"))]
    assert len(set(paths)) == 1


def test_an_unknown_id_is_told_with_the_nearest():
    """A slip in an id is answered by the id that was meant."""
    with pytest.raises(RulebookRefused) as caught:
        find_rulebook("binhthuan-2091")
    (found,) = caught.value.findings
    assert (found.code, found.values["read"]) == ("RB601", "binhthuan-2091")
    assert "did you mean “binhthuan-20" in found.message


def test_a_folder_without_a_rulebook_is_told(tmp_path):
    """A folder must hold a rulebook.yaml."""
    with pytest.raises(RulebookRefused) as caught:
        find_rulebook(str(tmp_path))
    assert [each.code for each in caught.value.findings] == ["RB602"]


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    """Something that is no file cannot be read."""
    (tmp_path / "rulebook.yaml").mkdir()
    with pytest.raises(FileRefused) as caught:
        examine(tmp_path / "rulebook.yaml")
    assert caught.value.findings[0].code == "IO103"


def test_a_rulebook_with_an_error_does_not_load(rules):
    """Loading refuses with every error that was found."""
    with pytest.raises(RulebookRefused) as caught:
        rules("answers: {a: count}\ncriteria: [{id: c, max_points: 1, formula: {kind: yes_no, of: x}}]")
    assert sorted(each.code for each in caught.value.findings) == ["RB201", "RB210"]


def test_a_warning_does_not_stop_loading(rules):
    """An answer nobody is asked is told, and the rulebook still loads."""
    loaded = rules("answers: {a: count, x: count}\ncriteria: [{id: c, max_points: 1, formula: {kind: count, of: a, each: 1}}]")
    assert [each.code for each in loaded.findings] == ["RB210"]


def _hash(tmp_path: Path, text: str) -> str:
    path = tmp_path / "rulebook.yaml"
    path.write_bytes(text.encode())
    return load_rulebook(str(path)).hash


def test_the_hash_looks_at_the_content_only(tmp_path, rules):
    """Comments, line ends, quotes and the order of keys make no other rulebook; another number does."""
    text = rules(RULES).files[0].text
    plain = _hash(tmp_path, text)
    turned = json.dumps(dict(reversed(list(json.loads(text).items()))), ensure_ascii=False)
    assert [_hash(tmp_path, each) for each in ("# x\n" + text, text.replace("\n", "\r\n"), "\ufeff" + text, turned)] == [plain] * 4
    assert _hash(tmp_path, text.replace('"Bộ tiêu chí thử"', '"Bộ tiêu chí khác"')) != plain


def test_the_files_that_took_part_are_recorded(rules):
    """A rulebook knows the file it was read from, with its hash."""
    (file,) = rules(RULES).files
    assert file.name.endswith("rulebook.yaml")
    assert len(file.sha256) == 64


def test_a_group_knows_its_sections_and_criteria(rules):
    """What does not apply to a group is not among its criteria; extras come last."""
    rulebook = rules(RULES).rulebook
    assert [each.id for each in rulebook.criteria_of("g")] == ["s.a", "t.p", "t.p.x"]
    assert [each.id for each in rulebook.criteria_of("h")] == ["s.a", "z"]
    assert [section.id for section, _ in rulebook.sections_of("h")] == ["s"]
    assert [each.id for each in rulebook.all_criteria()] == ["s.a", "t.p", "t.p.x", "z"]


def test_a_groups_own_maximum_comes_before_the_scales(rules):
    """A group's maximum is its own, else the scale's."""
    rulebook = rules(RULES).rulebook
    assert (rulebook.max_points_of("h"), rulebook.max_points_of("g")) == (Fraction(4), Fraction(10))


def test_numbers_of_a_rulebook_are_exact(rules):
    """A percentage and a fraction come in as fractions."""
    loaded = rules(
        "answers: {a: count}\n"
        "criteria: [{id: c, max_points: 1/3, formula: {kind: steps, on: a, steps: [{from: 33.3%, share: 1}], otherwise: 0}}]"
    )
    (criterion,) = loaded.rulebook.all_criteria()
    assert criterion.max_points == Fraction(1, 3)
    assert criterion.formula.steps[0].bound == Fraction(333, 1000)


def test_dates_are_read_day_first(rules):
    """``23/7/2019`` and ``2019-07-23`` are the same day."""
    loaded = rules(
        "dates: [{event: issued, date: 23/7/2019}, {event: issued, date: 2019-07-23, standing: disputed}]\n"
        "answers: {a: count}\ncriteria: [{id: c, max_points: 1, formula: {kind: count, of: a, each: 1}}]"
    )
    one, other = loaded.rulebook.dates
    assert one.date == other.date


@pytest.mark.parametrize("text", ["1", "7", "true", "[]"])
def test_places_of_rounding_are_read(rules, text):
    """``none`` keeps the exact value; a number of places is whole and at most 12."""
    head = "answers: {a: count}\ncriteria: [{id: c, max_points: 1, formula: {kind: count, of: a, each: 1}}]\n"
    assert rules(head + "rounding: {total: none}").rulebook.rounding.total is None
    if text.isdigit():
        assert rules(head + f"rounding: {{total: {text}}}").rulebook.rounding.total == int(text)
    else:
        with pytest.raises(RulebookRefused):
            rules(head + f"rounding: {{total: {text}}}")


@pytest.mark.parametrize("places", ["13", "-1"])
def test_too_many_places_are_refused(rules, places):
    """Rounding goes from 0 to 12 places."""
    with pytest.raises(RulebookRefused) as caught:
        rules(
            "answers: {a: count}\ncriteria: [{id: c, max_points: 1, formula: {kind: count, of: a, each: 1}}]\nrounding: {total: "
            + places
            + "}"
        )
    assert [each.code for each in caught.value.findings] == ["RB104"]
