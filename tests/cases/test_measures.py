"""What is said of cases: branches nobody reaches, slips nobody notices, cases that wait for their author."""

from __future__ import annotations

import pytest

from ictscore.cases import prepare_cases, read_cases, run_cases
from ictscore.cases.boundaries import boundary_cases
from ictscore.cases.coverage import cover
from ictscore.cases.mutants import all_slips, mutate
from ictscore.rulebook.draft import Draft
from ictscore.scoring.assess import assess

RULES = """
answers:
  hop: count
  may: count
  nguoi: {type: count, min: 1}
  mang: {type: yes_no, not_applicable: true}
criteria:
  - {id: hop, max_points: 4, formula: {kind: steps, on: hop, steps: [{from: 3, points: 4}, {from: 1, points: 2}], otherwise: 0}}
  - {id: may, max_points: 6, formula: {kind: ratio, of: may, over: nguoi, above_one: cap, when_denominator_zero: error}}
  - {id: mang, max_points: 2, formula: {kind: yes_no, of: mang}, not_applicable: {declared: true, then: full}}
"""
ENOUGH = """
  - {id: a, answers: {hop: 3, may: 5, nguoi: 10, mang: yes}, expect: {points: {hop: 4, may: 3, mang: 2}, total: 9, max_points: 12}}
  - {id: b, answers: {hop: 2, may: 20, nguoi: 10, mang: no}, expect: {points: {hop: 2, may: 6, mang: 0}, total: 8}}
  - {id: c, answers: {hop: 1, mang: n/a}, expect: {points: {hop: 2, may: missing, mang: not_applicable}, total: 4, max_points: 12}}
  - {id: d, answers: {hop: 0}, expect: {points: {hop: 0, mang: missing}, total: 0}}
  - {id: e, answers: {}, expect: {points: {hop: missing}}}
"""


@pytest.fixture
def of(rules, tmp_path):
    """Return the rulebook, its draft and cases from a text."""
    loaded = rules(RULES)

    def make(text):
        path = tmp_path / "cases.yaml"
        path.write_text("cases:\n" + text, encoding="utf-8")
        file, document, findings = read_cases(path)
        assert findings == ()
        return loaded, Draft(loaded.rulebook, loaded.document), list(prepare_cases(loaded.rulebook, file, document))

    return make


def test_enough_cases_reach_everything(of):
    """Five cases take every branch: each step and the rest, the share and its cap, yes, no and the declaration, and missing answers."""
    _, draft, cases = of(ENOUGH)
    covered = cover(draft, cases)
    assert [each.message for each in covered.findings(draft)] == []


def test_a_branch_nobody_reaches_is_named(of):
    """With one case only, every other branch is told with its condition, at the formula."""
    _, draft, cases = of("  - {id: a, answers: {hop: 3}, expect: {points: {hop: 4}}}\n")
    found = [each.values["branch"] for each in cover(draft, cases).findings(draft)]
    assert "hop ≥ 1: yes" in [str(each) for each in found]
    assert "hop ≥ 3: yes" not in [str(each) for each in found]


def test_the_guard_that_cannot_be_taken_is_no_branch(of):
    """People are at least one, so the guard for none of them is proved out of reach and not asked for."""
    _, draft, cases = of(ENOUGH)
    ways = cover(draft, cases).parts["may"].ways.values()
    assert not any("nguoi = 0: yes" in str(each) for each in ways)


def test_enough_cases_notice_every_slip(of):
    """Slips that matter are all caught; the policy for nobody at all is proved to change nothing."""
    loaded, _, cases = of(ENOUGH)
    found = mutate(loaded, cases, all_slips(loaded))
    survivors = [each.slip.said for each in found.survivors]
    assert survivors == []
    assert {each.slip.said[0] for each in found.mutants if each.fate == "equivalent"} >= {"when_denominator_zero: error"}


def test_a_bound_without_its_case_survives(of):
    """Without a case at exactly three meetings, moving the bound from 3 to 4 is noticed by nobody, and told at its line."""
    first, second = "{id: a, answers: {hop: 5}, expect: {points: {hop: 4}}}", "{id: b, answers: {hop: 1}, expect: {points: {hop: 2}}}"
    loaded, draft, cases = of(f"  - {first}\n  - {second}\n")
    found = mutate(loaded, cases, all_slips(loaded))
    assert ("from: 3", "from: 4") in [each.slip.said for each in found.survivors]
    assert any(each.code == "CS122" and each.place.line for each in found.findings(draft))


def test_an_unconfirmed_case_is_listed_and_proves_nothing(of, rules):
    """A case marked confirmed: false is no pass: it is warned of, compares nothing, reaches no branch and notices no slip."""
    loaded, draft, cases = of("  - {id: cho, confirmed: false, answers: {hop: 3}, expect: {points: {hop: 999}}}\n")
    result = cases[0].result()
    assert (result.confirmed, result.checked, [each.code for each in result.findings]) == (False, 0, ["CS120"])
    assert cover(draft, cases).reached == 0
    assert mutate(loaded, cases, all_slips(loaded)[:5]).count("caught") == 0


def test_boundary_cases_can_be_read_and_wait(rules, tmp_path):
    """The written file is a file of cases: around each bound, at the cap, missing and declared, none of them confirmed."""
    loaded = rules(RULES)
    path = tmp_path / "cases.yaml"
    path.write_text("\n".join(boundary_cases(loaded.rulebook)) + "\n", encoding="utf-8")
    file, document, findings = read_cases(path)
    assert findings == ()
    assert all(not each.confirmed for each in file.cases)
    hop = {each.answers["hop"] for each in file.cases if "hop" in each.answers}
    assert {"0", "1", "2", "3", "4"} <= hop
    assert any(each.answers.get("mang") == "n/a" for each in file.cases)
    assert any(each.answers == {} for each in file.cases)
    assert {code for each in run_cases(loaded.rulebook, file, document) for code in (found.code for found in each.findings)} == {"CS120"}


def test_times_one_and_by_one_are_no_slips(rules):
    """“y * 1” and “y / 1” are the same for everybody, so neither is a slip for the other; “y * 1.5” is another matter."""
    text = "answers: {{y: count}}\ncriteria:\n  - {{id: a, max_points: 10, formula: {{kind: formula, expr: '{}'}}}}\n"
    signs = {}
    for expr in ("min(10, y * 1)", "min(10, y / 1.0 * 2)", "min(10, y * 1.5)", "min(10, y * 10)"):
        slips = all_slips(rules(text.format(expr)))
        changed = [each.now for each in slips if each.kind == "comparison" and "*" in each.was and each.now is not None]
        signs[expr] = sum(1 for each in changed if each.startswith("min"))
    assert signs == {"min(10, y * 1)": 0, "min(10, y / 1.0 * 2)": 1, "min(10, y * 1.5)": 1, "min(10, y * 10)": 1}


GRADED = """
answers:
  x: {type: count, max: 30}
  y: count
  z: yes_no
criteria:
  - {id: a, max_points: 10, formula: {kind: ratio, of: x, over: y, when_denominator_zero: zero}}
  - {id: b, max_points: 5, formula: {kind: yes_no, of: z}}
grades: {bands: [{name: Tốt, from: 10}, {name: Khá, from: 5}, {name: Không thể, from: 0.001}, {name: Yếu}]}
awards: [{id: w, name: Bằng khen, positions: 1, minimum: 12, ties: ask}]
"""


def totals_of(loaded, path):
    """Write the boundary cases down; return each with the score of its answers, and the comments."""
    text = "\n".join(boundary_cases(loaded.rulebook)) + "\n"
    path.write_text(text, encoding="utf-8")
    file, document, findings = read_cases(path)
    assert findings == ()
    prepared = list(prepare_cases(loaded.rulebook, file, document))
    scored = [(each, next(iter(assess(loaded.rulebook, each.survey).units()))) for each in prepared]
    return scored, [line for line in text.splitlines() if line.startswith("  # ")]


def test_boundary_cases_lie_around_grades_and_awards(rules, tmp_path):
    """Below, at and above 10 and 5 (grades) and 12 (an award) there is a whole unit; what no answers can give is said instead."""
    scored, comments = totals_of(rules(GRADED), tmp_path / "cases.yaml")
    totals = [unit.total for each, unit in scored if "-total-" in each.case.id]
    for bound in (10, 5, 12):
        assert bound in totals
        assert any(bound - 1 < each < bound for each in totals)
        assert any(bound < each < bound + 1 for each in totals)
    assert len(comments) == 1
    assert "0.001" in comments[0].replace(",", ".")


def test_boundary_cases_are_none_that_scoring_refuses(rules, tmp_path):
    """No part is more than its whole: at one thing in all the part is one too; the part that is the whole is a case of its own."""
    scored, _ = totals_of(rules(GRADED), tmp_path / "cases.yaml")
    assert not [each.case.id for each, unit in scored if any(one.status == "error" for one in unit.criteria)]
    given = [(each.case.answers.get("x"), each.case.answers.get("y")) for each, _ in scored]
    assert ("1", "1") in given
    assert ("30", "30") in given
    assert ("0", "0") in given
    assert not [pair for pair in given if None not in pair and int(pair[0]) > int(pair[1])]


@pytest.mark.parametrize(("most", "fate"), [(10, "survived"), (100, "equivalent")])
def test_points_instead_of_percentages_are_no_slip_only_of_a_hundred(rules, most, fate):
    """7 of 10 are 70 %: as points a whole other result. Of a maximum of 100 both are the same number."""
    loaded = rules(
        f"""
answers: {{x: {{type: count, max: {most}}}}}
scale: {{max_points: {most}, result: percent}}
criteria: [{{id: a, max_points: {most}, formula: {{kind: count, of: x, each: 1}}}}]
grades: {{bands: [{{name: T, from: 5}}, {{name: Y}}]}}
"""
    )
    slip = next(each for each in all_slips(loaded) if each.path == ("scale", "result"))
    (mutant,) = mutate(loaded, [], [slip]).mutants
    assert mutant.fate == fate
