"""Promises about worked cases: they are scored, and every difference is told at its line."""

from __future__ import annotations

import pytest

from ictscore.cases import read_cases, run_cases
from ictscore.errors import FileRefused, RulebookRefused

RULES = """
groups: [{id: g, excluded: [Công an]}, {id: h}]
answers:
  a: count
  k: yes_no
  w: {type: choice, choices: {cao: Cao, thap: Thấp}}
  ngay: {type: date, ask: [g]}
criteria:
  - {id: c.a, max_points: 6, formula: {kind: count, of: a, each: 1}}
  - {id: c.k, max_points: 3, formula: {kind: yes_no, of: k}, not_applicable: {declared: true, then: drop}}
  - {id: c.w, max_points: 1, formula: {kind: choice, of: w, points: {cao: 1, thap: 0}}}
grades: {bands: [{name: Tốt, from: 8}, {name: Đạt}]}
awards: [{id: bk, name: Bằng khen, positions: 1}]
"""


@pytest.fixture
def run(rules, tmp_path):
    """Write cases down, run them, and return what became of each."""
    loaded = rules(RULES)

    def make(text: str):
        path = tmp_path / "cases.yaml"
        path.write_text("cases:\n" + text, encoding="utf-8")
        file, document, findings = read_cases(path)
        assert findings == ()
        return list(run_cases(loaded.rulebook, file, document))

    return make


def told(results):
    """Return code, line and column of everything found."""
    return [(each.code, each.place.line, each.place.column) for result in results for each in result.findings]


GOOD = """\
  - id: tot
    name: Một đơn vị tốt
    group: g
    answers: {a: 5, k: yes, w: cao, ngay: 2020-01-02}
    expect:
      points: {c.a: 5, c.k: 3}
      sections: {s: 9}
      total: 9
      percent: 90
      max_points: 10
      grade: Tốt
      rank: 1
      awards: [bk]
      undecided: []
"""


def test_a_case_that_comes_out_has_nothing_to_tell(run):
    """All values are held against the result, and counted."""
    (result,) = run(GOOD)
    assert (result.id, result.name, result.checked, result.findings) == ("tot", "Một đơn vị tốt", 10, ())


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "says"),
    [
        ("c.a: 5, c.k", "c.a: 4, c.k", 7, 21, "criterion c.a comes to 5; the case expects 4"),
        ("c.k: 3}", "c.k: missing}", 7, 29, "criterion c.k comes to scored; the case expects missing"),
        ("sections: {s: 9}", "sections: {s: 8.5}", 8, 21, "section s comes to 9; the case expects 8.5"),
        ("total: 9", "total: 9.5", 9, 14, "the total comes to 9; the case expects 9.5"),
        ("percent: 90", "percent: 91", 10, 16, "the percentage comes to 90"),
        ("max_points: 10", "max_points: 1/3", 11, 19, "the maximum comes to 10; the case expects 1/3"),
        ("grade: Tốt", "grade: Đạt", 12, 14, "the grade comes to Tốt; the case expects Đạt"),
        ("rank: 1", "rank: none", 13, 13, "the rank comes to 1; the case expects none"),
        ("awards: [bk]", "awards: []", 14, 15, "the awards comes to bk; the case expects none"),
        ("undecided: []", "undecided: [bk]", 15, 18, "the open awards comes to none; the case expects bk"),
    ],
)
def test_a_difference_is_told_at_its_line(run, old, new, line, column, says):
    """What was found and what was expected stand in the finding."""
    (result,) = run(GOOD.replace(old, new))
    assert told([result]) == [("CS101", line, column)]
    assert says in result.findings[0].message
    assert result.checked == 10


def test_all_differences_come_back(run):
    """A case tells everything that differs, not only the first."""
    (result,) = run(GOOD.replace("total: 9", "total: 8").replace("grade: Tốt", "grade: Đạt"))
    assert [each[0] for each in told([result])] == ["CS101", "CS101"]


def test_an_error_is_told_with_its_reason(run):
    """Where points were expected and the rule gave none, the reason is said."""
    (result,) = run("  - {id: x, group: g, answers: {a: n/a}, expect: {points: {c.a: 1}}}\n")
    assert "an error: a was declared not applicable" in result.findings[0].message


@pytest.mark.parametrize(("answer", "status"), [("k: n/a", "not_applicable"), ("k: ''", "missing"), ("a: n/a", "missing")])
def test_a_status_can_be_expected(run, answer, status):
    """Missing, not applicable and error are results too."""
    (result,) = run(f"  - {{id: x, group: g, answers: {{{answer}}}, expect: {{points: {{c.k: {status}}}}}}}\n")
    assert (result.findings, result.checked) == ((), 1)


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "says"),
    [
        ("  - {id: x, group: g, answers: {aa: 1}, expect: {total: 0}}\n", "CS102", 2, 37, "there is no answer “aa”"),
        ("  - {id: x, group: gg, expect: {total: 0}}\n", "CS102", 2, 20, "there is no group “gg”"),
        ("  - {id: x, group: g, expect: {points: {c.b: 0}}}\n", "CS102", 2, 46, "there is no criterion “c.b”"),
        ("  - {id: x, group: g, points: {council: {c.b: 1}}, expect: {total: 0}}\n", "CS102", 2, 47, "there is no criterion “c.b”"),
        ("  - {id: x, group: g, expect: {sections: {t: 0}}}\n", "CS102", 2, 46, "there is no section “t”"),
        ("  - {id: x, unit: Công an, group: g, expect: {total: 0}}\n", "CS102", 2, 46, "there is no unit in the results “Công an”"),
        ("  - {id: x, group: g, answers: {a: 1O}, expect: {total: 0}}\n", "CS103", 2, 36, "“1O” is no answer to a (a whole number)"),
        ("  - {id: x, group: g, answers: {k: có}, expect: {total: 0}}\n", "CS103", 2, 36, "“có” is no answer to k (yes or no)"),
        ("  - {id: x, group: g, answers: {w: vua}, expect: {total: 0}}\n", "CS103", 2, 36, "“vua” is no answer to w (one of the choices)"),
        ("  - {id: x, group: g, expect: {points: {c.a: mất}}}\n", "CS103", 2, 46, "“mất” is no answer to c.a (a number of points)"),
        ("  - {id: x, base: truoc, group: g, expect: {total: 0}}\n", "CS104", 2, 19, "builds on “truoc”"),
        ("  - {id: x, expect: {total: 0}}\n", "CS105", 2, 5, "does not say which group"),
        ("  - {id: x, group: g, answers: {a: 1}}\n", "CS107", 2, 5, "expects nothing"),
        (
            "  - {id: x, units: [{unit: A, group: g}, {unit: a, group: g, expect: {rank: 1}}]}\n",
            "UN102",
            2,
            42,
            "“a” stands twice in group “g”: at ",
        ),
    ],
)
def test_a_case_that_cannot_be_meant_is_told(run, text, code, line, column, says):
    """Names that lead nowhere, answers that are none, and cases that prove nothing are told at their place."""
    results = run(text)
    assert told(results) == [(code, line, column)]
    assert says in results[0].findings[0].message


def test_a_case_builds_on_another(run):
    """The answers of the case it is based on hold, but for those it gives itself."""
    results = run(
        GOOD
        + "  - {id: kem, base: tot, group: g, answers: {a: 1}, expect: {total: 5}}\n"
        + "  - {id: kem2, base: kem, group: g, answers: {k: no}, expect: {total: 2}}\n"
    )
    assert [each.findings for each in results] == [(), (), ()]


def test_a_case_of_several_units_ranks_them(run):
    """Units of one case stand beside each other, each told apart by its name."""
    text = """\
  - id: nhieu
    group: g
    units:
      - {unit: A, answers: {a: 5}, expect: {rank: 1, awards: [bk]}}
      - {unit: B, answers: {a: 4}, expect: {rank: 3, awards: []}}
      - {unit: C, group: h, answers: {a: 1}, expect: {rank: 1}}
"""
    (result,) = run(text)
    assert told([result]) == [("CS101", 6, 51)]
    assert "Case nhieu (B): the rank comes to 2" in result.findings[0].message
    assert result.checked == 5


def test_stages_can_be_worked_through(run):
    """Answers and points of later stages stand in the place of earlier ones."""
    text = (
        "  - {id: x, group: g, answers: {a: 5, k: yes}, stage_answers: {appraised: {a: 2}}, "
        "points: {council: {c.k: 1}}, expect: {points: {c.a: 2, c.k: 1}, total: 3}}\n"
    )
    assert run(text)[0].findings == ()


def test_one_group_need_not_be_named(rules, tmp_path):
    """Where the rulebook has a single group, a case is for that."""
    path = tmp_path / "cases.yaml"
    path.write_text("cases:\n  - {id: x, answers: {a: 1}, expect: {total: 1}}\n", encoding="utf-8")
    file, document, _ = read_cases(path)
    loaded = rules("answers: {a: count}\ncriteria: [{id: c, max_points: 5, formula: {kind: count, of: a, each: 1}}]")
    assert [each.findings for each in run_cases(loaded.rulebook, file, document)] == [()]


def test_slips_in_a_file_of_cases_are_told_like_those_in_rulebooks(tmp_path):
    """Unknown keys are told at their place, and nothing is run."""
    path = tmp_path / "cases.yaml"
    path.write_text("cases:\n  - {id: x, expct: {total: 1}}\n", encoding="utf-8")
    file, _, findings = read_cases(path)
    assert file is None
    assert [(each.code, each.place.line, each.place.column) for each in findings] == [("RB101", 2, 13)]


def test_a_file_of_cases_that_is_no_yaml_is_refused(tmp_path):
    """Broken YAML stops the reading."""
    (tmp_path / "cases.yaml").write_text("cases: [", encoding="utf-8")
    with pytest.raises(RulebookRefused):
        read_cases(tmp_path / "cases.yaml")


def test_a_file_of_cases_that_is_not_there_is_told(tmp_path):
    """A missing file cannot be read."""
    with pytest.raises(FileRefused) as caught:
        read_cases(tmp_path / "cases.yaml")
    assert caught.value.findings[0].code == "IO103"


def test_a_stage_that_is_none_is_named_as_it_was_written(tmp_path):
    """The key is wrong, not what stands below it; the stage that may be meant is offered."""
    path = tmp_path / "cases.yaml"
    path.write_text("cases:\n  - {id: x, group: g, points: {counsil: {c.a: 1}}, expect: {total: 0}}\n", encoding="utf-8")
    (found,) = read_cases(path)[2]
    assert (found.code, found.place.line, found.place.column) == ("RB105", 2, 32)
    assert found.message == "“counsil” is not one of the words known here (did you mean “council”?)."
