"""Promises about the formats for machines: valid, complete, stable, and harmless whatever names files have."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

import ictscore.reports
from ictscore.codes import CODES
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.reports.checked.told import checked, reported
from ictscore.reports.formats import DRAWN
from ictscore.reports.formats.github import github_text
from ictscore.reports.formats.gitlab import gitlab_text
from ictscore.reports.formats.junit import junit_text
from ictscore.reports.formats.sarif import sarif_text, uri_of
from ictscore.reports.reported import Case, Reported, Suite, suites_by_file
from ictscore.survey.reading import read_survey
from ictscore.words import phrase, speak

SCHEMA = json.loads((Path(ictscore.reports.__file__).parent / "findings.schema.json").read_text(encoding="utf-8"))
NASTY = "a\u202eb\x1b[31m\n::error::<b>&\"']]>\ufffe%,:;.xlsx"


@pytest.fixture
def check(small_round):
    """Return what is reported of the usual round and one file that cannot be read."""
    folder = small_round.usual()
    (folder / "hong.xlsx").write_text("no workbook", encoding="utf-8")
    survey = read_survey([folder], small_round.loaded.rulebook, small_round.loaded.hash)
    return reported(checked(small_round.loaded, survey, None))


def nasty() -> Reported:
    """Return one finding of each severity in a file with every bad character in its name."""
    place = Place(NASTY, sheet=NASTY, cell="D4")
    findings = (
        finding("SV201", place, related=(place,), label=NASTY, answer="a", read=NASTY, expected="x", odd=""),
        finding("SV101", place, unit=NASTY, label=NASTY, answer="a"),
        finding("SV402", Place(NASTY, sheet=NASTY)),
    )
    return Reported("check", findings, (NASTY,), (Suite(NASTY, (Case(NASTY, findings),)),), {}, {NASTY: "0" * 64})


def test_json_fits_its_schema(check):
    """The document of a check is what the schema in the package describes."""
    document = json.loads(DRAWN["json"](check))
    jsonschema.validate(document, SCHEMA)
    assert document["kind"] == "check"
    assert document["standing"]["needs_mending"] == 2
    assert document["summary"]["error"] == 5  # two answers, one left blank, a file that is no workbook, a missing unit


def test_json_of_a_lint_fits_its_schema(lint):
    """So is the document of a lint, with lines and columns."""
    findings = lint("id: thu\nid: thu\n")
    document = json.loads(DRAWN["json"](Reported("lint", findings, ("rulebook.yaml",), (), {"files": ["rulebook.yaml"]})))
    jsonschema.validate(document, SCHEMA)
    assert 2 in [each["at"]["line"] for each in document["findings"]]


@pytest.mark.parametrize("how", sorted(DRAWN))
@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_text_steers_whoever_shows_it(how, language):
    """Whatever a file is called, no control or direction-changing character reaches the output."""
    speak(language)
    text = DRAWN[how](nasty())
    assert {char for char in text if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}} == set()


@pytest.mark.parametrize("how", sorted(DRAWN))
def test_the_same_findings_give_the_same_text(how, check):
    """Nothing in the output hangs on when it was made."""
    assert DRAWN[how](check) == DRAWN[how](check)


def test_json_keeps_names_as_they_are():
    """What is escaped in JSON reads back as it was."""
    document = json.loads(DRAWN["json"](nasty()))
    assert document["findings"][0]["at"]["file"] == NASTY


def test_github_shows_ten_and_counts_the_rest():
    """The count stands first, then ten errors and ten warnings, each followed by how many are left."""
    errors = tuple(finding("SV209", Place("a.xlsx", sheet="S", cell=f"B{row}"), label="A", answer="a", read=row) for row in range(1, 43))
    warnings = tuple(finding("SV101", Place("a.xlsx", sheet="S", cell=f"C{row}"), unit="u", label="l", answer="a") for row in range(1, 12))
    lines = github_text(Reported("check", (*warnings, *errors))).splitlines()
    assert lines[0] == "errors: 42, warnings: 11, notes: 0"
    assert sum(each.startswith("::error ") for each in lines) == 10
    assert sum(each.startswith("::warning ") for each in lines) == 10
    assert lines[11] == "… and 32 more errors: another format, such as --format json -o FILE, has them all"
    assert lines[22].startswith("… and 1 more warnings")
    speak("vi")
    assert "… và 32 lỗi khác" in github_text(Reported("check", errors))


def missing(count: int) -> list[Finding]:
    """Return that so many units are missing."""
    return [finding("UN104", unit=f"Sở {number}", group="Các sở") for number in range(1, count + 1)]


def test_github_shows_cells_before_all_else_and_missing_units_once():
    """Errors at cells come first, then those of files and of the survey; units that are missing are one annotation, never crowded out."""
    cells = [finding("SV101", Place("a.xlsx", sheet="Phiếu", cell=f"E{row}"), unit="A", label="x", answer="x") for row in range(1, 13)]
    file = finding("IO105", Place("b.xlsx"))
    lines = github_text(Reported("check", (*missing(12), file, *(replace(each, raised=True) for each in cells)))).splitlines()
    assert [line.split("title=")[1][:5] for line in lines[1:11]] == ["SV101"] * 9 + ["UN104"]
    names = ", ".join(f"Sở {number}" for number in range(1, 11))
    assert lines[10].startswith(f"::error title=UN104::Units missing from the survey: 12 ({names} and 2 other units). Ask")
    assert lines[11].startswith("… and 4 more errors")
    few = github_text(Reported("check", (*missing(2), file))).splitlines()
    assert [line.split("title=")[1][:5] for line in few[1:]] == ["IO105", "UN104"]
    one = github_text(Reported("check", (*missing(1), *(replace(each, raised=True) for each in cells)))).splitlines()
    assert [line.split("title=")[1][:5] for line in one[1:11]] == ["SV101"] * 9 + ["UN104"]
    assert "“Sở 1” of group “Các sở” is missing" in one[10]


def test_github_has_no_line_but_its_own():
    """A line break in a file's name makes no command of its own."""
    lines = github_text(nasty()).splitlines()
    assert len(lines) == 4
    assert [each for each in lines if each.startswith("::error::")] == []


def test_gitlab_issues_have_what_gitlab_asks_for(check):
    """Each issue has a description, a name, a fingerprint of its own, a severity GitLab knows and a line that is a number."""
    issues = json.loads(gitlab_text(check))
    assert len(issues) == len(check.findings)
    assert len({each["fingerprint"] for each in issues}) == len(issues)
    for each in issues:
        assert set(each) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert each["location"]["lines"]["begin"] >= 1
        assert not each["location"]["path"].startswith("./")


def test_a_moved_row_is_no_new_issue(small_round):
    """Rows put in above the questions change places and not fingerprints."""
    from openpyxl import load_workbook

    path = small_round.fill("a", "Sở Tài chính", nguoi="17l", may=5, mang="đang làm")

    def prints():
        survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
        found = reported(checked(small_round.loaded, survey, None))
        wanted = [(each.code, each.place.cell, fingerprint) for each, fingerprint in zip(found.findings, found.fingerprints(), strict=True)]
        return [each for each in wanted if each[0] in {"SV236", "SV260"}]

    before = prints()
    _moved_down(load_workbook(path), path)
    after = prints()
    assert len(before) == 2
    assert [each[2] for each in after] == [each[2] for each in before]
    assert [each[1] for each in after] != [each[1] for each in before]


def _moved_down(book, path):
    sheet = book.worksheets[0]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(3, 2)
    book.save(path)


def test_fingerprints_do_not_speak_a_language():
    """The same finding has the same fingerprint in both languages, exact numbers and phrases in it too."""
    values = {"read": phrase("a folder"), "low": Fraction(1, 3), "names": ("a", Fraction(2))}
    found = Reported("lint", (Finding("SV207", values=values), Finding("SV207", values=values)))
    english = found.fingerprints()
    speak("vi")
    assert found.fingerprints() == english
    assert len(set(english)) == 2


def test_junit_has_a_case_for_every_unit(check):
    """A suite for each file, a case for each unit; units with errors fail, and so do units that are missing."""
    root = ET.fromstring(junit_text(check))
    suites = {each.get("name").rpartition("/")[2]: each for each in root}
    assert list(suites) == ["ham-tan.xlsx", "noi-vu.xlsx", "tai-chinh.xlsx", "hong.xlsx", "units not received, survey as a whole"]
    failing = {case.get("name"): case.find("failure") for case in root.iter("testcase") if case.find("failure") is not None}
    assert {each.rpartition("/")[2] for each in failing} == {"Huyện Hàm Tân", "Sở Tài chính", "hong.xlsx", "Sở Y tế"}
    assert "Phiếu!E" in failing["Sở Tài chính"].text
    assert failing["Sở Y tế"].get("type") == "UN104"
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("5", "4", "0")


def test_junit_skips_who_is_only_expected(small_round):
    """A unit of a group that was asked for and that nothing came from has no error against it: its case is skipped."""
    for name in ("Sở Nội vụ", "Sở Tài chính", "Sở Y tế"):
        small_round.fill(name, name, nguoi=4, may=3, mang=True)
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    root = ET.fromstring(junit_text(reported(checked(small_round.loaded, survey, None, asked=("huyen",)))))
    assert [case.get("name") for case in root.iter("testcase") if case.find("skipped") is not None] == ["Huyện Hàm Tân"]
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("4", "0", "1")


def test_junit_is_xml_whatever_files_are_called():
    """Markup, quotes and what XML cannot hold are written out."""
    root = ET.fromstring(junit_text(nasty()))
    assert "<b>&\"']]>" in root[0][0].get("name")
    assert "\\ufffe" in root[0][0].get("name")


def test_sarif_has_the_shape_of_sarif(check):
    """Version, rules, artifacts and results refer to each other as SARIF 2.1.0 wants it."""
    log = json.loads(sarif_text(check))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules, artifacts = run["tool"]["driver"]["rules"], run["artifacts"]
    assert len(run["results"]) == len(check.findings)
    for each in run["results"]:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]
        assert each["level"] in {"note", "warning", "error"}
        assert each["message"]["text"]
        for location in each.get("locations", ()):
            artifact = location["physicalLocation"]["artifactLocation"]
            assert artifacts[artifact["index"]]["location"]["uri"] == artifact["uri"]
    assert all(re.fullmatch(r"[0-9a-f]{64}", each["hashes"]["sha-256"]) for each in artifacts if "hashes" in each)
    cells = [place for each in run["results"] for where in each.get("locations", ()) for place in where.get("logicalLocations", ())]
    assert {"name", "fullyQualifiedName", "kind"} == set(cells[0])


def test_sarif_helps_in_both_languages(check):
    """The help of a rule says in English and in Vietnamese what is the matter and what to do."""
    rules = json.loads(sarif_text(check))["runs"][0]["tool"]["driver"]["rules"]
    rule = next(each for each in rules if each["id"] == "SV260")
    assert CODES["SV260"].message in rule["help"]["text"]
    assert "Tiếng Việt: “{label}” ({answer}): " in rule["help"]["text"]


def test_sarif_of_a_rulebook_points_at_lines(lint):
    """A finding of lint has the region where it stands."""
    findings = lint("id: thu\nid: thu\n")
    log = json.loads(sarif_text(Reported("lint", findings)))
    regions = [each["locations"][0]["physicalLocation"]["region"] for each in log["runs"][0]["results"]]
    assert {"startLine": 2, "startColumn": 1} in regions


def test_addresses_are_encoded():
    """Blanks, diacritics, signs and drives stand in an address as they should."""
    assert uri_of("Sở TC #1.xlsx") == "S%E1%BB%9F%20TC%20%231.xlsx"
    assert uri_of("C:/a b.xlsx") == "file:///C:/a%20b.xlsx"
    assert re.fullmatch(r"[!-~]+", uri_of(NASTY))


def test_a_suite_for_every_rulebook(lint):
    """Rulebooks without findings are cases too; what stands in no file has a suite of its own."""
    found = finding("RB601", read="x", nearest="", known=())
    names = [suite.name for suite in suites_by_file(["a.yaml", "b.yaml"], [finding("RB002", Place("b.yaml", 1, 1)), found])]
    assert names == ["a.yaml", "b.yaml", "–"]
