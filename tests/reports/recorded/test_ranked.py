"""Results read back and ranked anew: from JSON and from workbooks alike, one or several together."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.reports.json_results import results_json, results_record
from ictscore.reports.recorded.ranked import about_groups, rank_again
from ictscore.reports.recorded.ranked_output import ranked_csv, ranked_record
from ictscore.reports.recorded.read_json_results import read_json_results, results_from
from ictscore.reports.recorded.read_workbook_results import is_results, read_results_workbook
from ictscore.reports.workbook.build import results_workbook
from ictscore.rulebook.shipped import shipped_ids
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.workbook import read_workbook
from ictscore.words import speak

RULES = """
groups: [{id: g, name: Nhóm}]
answers: {a: count, n: count, b: count}
sections:
  - {id: s, criteria: [{id: c, max_points: 10, formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}]}
  - {id: t, criteria: [{id: d, max_points: 10, formula: {kind: count, of: b, each: 1}}]}
awards: [{id: w, name: Bằng khen, positions: 1}]
"""
FIRST = {"A": {"a": 1, "n": 2, "b": 3}, "B": {"a": 3, "n": 4, "b": 1}}
SECOND = {"C": {"a": 1, "n": 4, "b": 6}, "D": {"a": 1, "n": 1, "b": 0}}


def file_of(data, name="x.results.xlsx"):
    """Return bytes as a file that was read."""
    return InputFile(Path(name), name, data, hashlib.sha256(data).hexdigest(), len(data))


def read(made, name="x.json"):
    """Return what the JSON of an outcome says."""
    return results_from(name, results_record(made.told))


def ranks(groups):
    """Return rank, sign and name of the units of the first group."""
    return [(each.rank, each.tied, each.unit.unit) for each in groups[0].units]


def without_exact_points(results):
    """Return results as a workbook would hold them: published points of criteria, and no exact ones."""
    groups = [replace(each, units=tuple(replace(unit, exact_criteria={}) for unit in each.units)) for each in results.groups]
    return replace(results, groups=tuple(groups))


@pytest.mark.parametrize("rulebook", shipped_ids())
def test_json_and_workbook_say_the_same(outcome_of, rulebook):
    """Read back from either, a result of any rulebook has the same units with the same numbers; only JSON has exact points of criteria."""
    made = outcome_of(rulebook)
    from_json = read_json_results(file_of(results_json(made.told).encode(), "x"))
    book = read_workbook(file_of(results_workbook(made.told, made.explainer), "x"))
    assert is_results(book)
    assert read_results_workbook(book) == without_exact_points(from_json)
    assert all(each.exact_criteria.keys() == each.criteria.keys() for group in from_json.groups for each in group.units)


@pytest.mark.parametrize("rulebook", shipped_ids())
def test_ranks_made_anew_are_those_recorded(outcome_of, rulebook):
    """Ranking one result by its total changes nothing."""
    groups, _ = rank_again([read(outcome_of(rulebook))])
    for group in groups:
        assert [(each.rank, each.tied) for each in group.units] == [(each.unit.rank, each.unit.tied) for each in group.units]
        assert len(group.units) == len(group.group.units)


def test_several_results_are_ranked_together(outcome, rules):
    """8.5 and 8 of one result, 8.5 and 10 of another: D is first, B and C share the second rank, A is fourth; awards are left out."""
    loaded = rules(RULES)
    results = [read(outcome(loaded, FIRST), "1.json"), read(outcome(loaded, SECOND), "2.json")]
    groups, findings = rank_again(results)
    assert ranks(groups) == [(1, False, "D"), (2, True, "B"), (2, True, "C"), (4, False, "A")]
    assert [each.code for each in findings] == ["SC205"]
    assert all(not each["awards"] for each in ranked_record(results, groups, "total")["groups"][0]["units"])


def test_ranking_by_a_section_or_a_criterion(outcome):
    """By section t the order is A with 3, B with 1; by criterion c it is B with 7.5, A with 5."""
    results = [read(outcome(RULES, FIRST))]
    by_section, _ = rank_again(results, by="t")
    assert [(each.unit.unit, each.value) for each in by_section[0].units] == [("A", 3), ("B", 1)]
    by_criterion, _ = rank_again(results, by="c")
    assert [(each.unit.unit, each.value) for each in by_criterion[0].units] == [("B", Fraction(15, 2)), ("A", 5)]


def test_what_nobody_has_is_refused(outcome):
    """An unknown section or group is refused, with the nearest known name."""
    results = [read(outcome(RULES, FIRST))]
    for wanted in ({"by": "tt"}, {"group": "h"}):
        with pytest.raises(FileRefused) as refused:
            rank_again(results, **wanted)
        assert refused.value.findings[0].code == "SC203"


def test_different_rulebooks_are_not_ranked_together(outcome, rules):
    """Neither another id nor the same id with another text."""
    with pytest.raises(FileRefused) as refused:
        rank_again([read(outcome(RULES, FIRST)), read(outcome(RULES + "rounding: {total: 1}", SECOND))])
    assert refused.value.findings[0].code == "SC202"


def test_one_unit_in_two_results_is_refused(outcome, rules):
    """The same unit twice would be ranked against itself."""
    loaded = rules(RULES)
    with pytest.raises(FileRefused) as refused:
        rank_again([read(outcome(loaded, FIRST), "1.json"), read(outcome(loaded, {"a": {"a": 1, "n": 2}}), "2.json")])
    assert refused.value.findings[0].code == "SC206"


def test_the_same_result_twice_is_refused(outcome):
    """A result that is given twice, or a unit that stands twice in one, would double the units and shift the ranks."""
    once = read(outcome(RULES, FIRST))
    with pytest.raises(FileRefused) as refused:
        rank_again([once, once])
    assert refused.value.findings[0].code == "SC206"
    group = once.groups[0]
    with pytest.raises(FileRefused) as refused:
        rank_again([replace(once, groups=(replace(group, units=(*group.units, group.units[0])),))])
    assert refused.value.findings[0].code == "SC206"


def test_ranking_by_a_criterion_s_number(outcome):
    """A number that one criterion has is as good as its id; one that two have is refused with their ids."""
    rules = RULES.replace("{id: c,", '{id: c, number: "1.1",').replace("{id: d,", '{id: d, number: "1.2",')
    groups, _ = rank_again([read(outcome(rules, FIRST))], by="1.2")
    assert [(each.unit.unit, each.value) for each in groups[0].units] == [("A", 3), ("B", 1)]
    with pytest.raises(FileRefused) as refused:
        rank_again([read(outcome(rules.replace("1.2", "1.1"), FIRST))], by="1.1")
    assert refused.value.findings[0].values["known"] == ("c", "d")


def test_findings_of_other_groups_are_left_out(outcome):
    """Where one group is shown, warnings that name another or its units stay away; errors never do."""
    results = [
        read(
            outcome(
                RULES.replace("{id: g, name: Nhóm}", "{id: g, name: Nhóm}, {id: h, name: Khác}"),
                {**FIRST, "C": {**SECOND["C"], "@group": "h"}},
            )
        )
    ]
    found = [finding("SC106", group="Khác", award="w", units=()), finding("SC102", unit="C"), finding("SC102", unit="A")]
    found += [finding("SC103", unit="C"), finding("RB605")]
    assert [each.code for each in about_groups(found, results, {"g"})] == ["SC102", "SC103", "RB605"]


def test_stages_are_worded(outcome, rules):
    """A stage is told by its name, in the language spoken."""
    loaded = rules(RULES)
    given = {"E": {"a": 1, "n": 4, "b": 1, "@points": {"appraised": {"d": 2}}}}
    _, findings = rank_again([read(outcome(loaded, FIRST), "1.json"), read(outcome(loaded, given), "2.json")])
    assert findings[0].message == "2.json was scored at stage appraisal, the others at self-assessment."


def test_stages_and_provisional_results_are_pointed_out(outcome, rules):
    """Results of different stages, or against which errors stand, are ranked with a warning."""
    loaded = rules(RULES)
    given = {"E": {"a": 5, "n": 4, "b": 1, "@points": {"appraised": {"d": 2}}}}
    _, findings = rank_again([read(outcome(loaded, FIRST), "1.json"), read(outcome(loaded, given), "2.json")])
    assert [each.code for each in findings] == ["SC207", "SC208", "SC205"]


def test_ranks_within_parents_stay_there(outcome):
    """Where communes are ranked inside their district, each district has its own first."""
    rules = RULES.replace("name: Nhóm}", "name: Nhóm, ranked_within: parent}")
    units = {
        "Xã 1": {**FIRST["A"], "@parent": "H1"},
        "Xã 2": {**FIRST["B"], "@parent": "H1"},
        "Xã 3": {**SECOND["C"], "@parent": "H2"},
    }
    groups, _ = rank_again([read(outcome(rules, units))])
    assert ranks(groups) == [(1, False, "Xã 2"), (2, False, "Xã 1"), (1, False, "Xã 3")]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"kind": "ranking"}',
        '{"kind": "results"}',
        '{"kind": "results", "ranking": {}, "rulebook": {"id": 1, "hash": 2}, "groups": 5}',
    ],
)
def test_what_is_no_result_is_refused(text):
    """Broken, foreign or incomplete JSON is refused with a sentence."""
    with pytest.raises(FileRefused) as refused:
        read_json_results(file_of(text.encode(), "x.json"))
    assert refused.value.findings[0].code == "SC201"


def test_a_total_that_is_no_number_is_refused(outcome):
    """A number somebody spoilt is not guessed at."""
    document = results_record(outcome(RULES, FIRST).told)
    document["groups"][0]["units"][0]["total"] = "8,5"
    with pytest.raises(FileRefused):
        read_json_results(file_of(json.dumps(document).encode(), "x.json"))


def test_the_record_names_files_and_values(outcome):
    """Each unit has its rank, its value and its total as decimal texts."""
    results = [read(outcome(RULES, FIRST))]
    record = ranked_record(results, rank_again(results, by="c")[0], "c")
    assert record["files"] == ["x.json"]
    first = record["groups"][0]["units"][0]
    assert (first["unit"], first["rank"], first["value"], first["total"]) == ("B", 1, "7.5", "8.5")


def test_ranks_as_csv(outcome):
    """One row per unit, in the shape of the language spoken."""
    results = [read(outcome(RULES, FIRST))]
    groups, _ = rank_again(results)
    assert ranked_csv(groups, "total").splitlines()[1] == "g,1,,B,8.5,,Bằng khen"
    speak("vi")
    assert ranked_csv(groups, "total").splitlines()[1] == "g;1;;B;8,5;;Bằng khen"


def test_ranks_made_from_a_provisional_result_say_so(outcome):
    """Every row of the CSV bears it, and so does the record; ranks of a final result do not."""
    results = [read(outcome(RULES, FIRST))]
    groups, _ = rank_again(results)
    head, *rows = ranked_csv(groups, "total", provisional=True).splitlines()
    assert head.endswith(",PROVISIONAL")
    assert rows
    assert all(each.endswith(",yes") for each in rows)
    assert ranked_record(results, groups, "total")["provisional"] is False
    assert ranked_record([replace(results[0], provisional=True)], groups, "total")["provisional"] is True
