"""What was found as a JUnit report: a suite for each file, a case for each unit, a failure where an error stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from ictscore.findings import Finding, errors_among
from ictscore.reports.console import one_line, printable
from ictscore.reports.findings import SEVERITY_WORDS
from ictscore.reports.reported import Case, Reported, Suite, portable
from ictscore.words import tr

_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_text(reported: Reported) -> str:
    """Return the report."""
    root = ET.Element("testsuites", _counts(f"ictscore {reported.kind}", [case for suite in reported.suites for case in suite.cases]))
    for suite in reported.suites:
        _suite(root, suite)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def _suite(root: ET.Element, suite: Suite) -> None:
    name = _name(portable(suite.name))
    element = ET.SubElement(root, "testsuite", _counts(name, suite.cases))
    for case in suite.cases:
        _case(element, case, name)


def _counts(name: str, cases: Iterable[Case]) -> dict[str, str]:
    counted = list(cases)
    failures = sum(1 for each in counted if errors_among(each.findings))
    skipped = sum(1 for each in counted if each.skipped and not errors_among(each.findings))
    return {"name": name, "tests": str(len(counted)), "failures": str(failures), "errors": "0", "skipped": str(skipped)}


def _case(suite: ET.Element, case: Case, file: str) -> None:
    element = ET.SubElement(suite, "testcase", {"classname": file, "name": _name(portable(case.name))})
    errors = errors_among(case.findings)
    if errors:
        failure = ET.SubElement(element, "failure", {"message": _name(_first(errors)), "type": errors[0].code})
        failure.text = "\n".join(_line(each) for each in errors)
    elif case.skipped:
        ET.SubElement(element, "skipped", {"message": _name(case.skipped)})
    others = [each for each in case.findings if each.severity != "error"]
    if others:
        ET.SubElement(element, "system-out").text = "\n".join(_line(each) for each in others)


def _first(errors: tuple[Finding, ...]) -> str:
    first = f"{errors[0].place} {errors[0].message}".strip()
    return first if len(errors) == 1 else tr("{first} (and {count} more)", first=first, count=len(errors) - 1)


def _line(found: Finding) -> str:
    spot = f"{found.place}: " if str(found.place) else ""
    return _legal(one_line(f"{spot}{tr(SEVERITY_WORDS[found.severity])} {found.code}: {found.message} → {found.advice}"))


def _name(text: str) -> str:
    return _legal(one_line(text))


def _legal(text: str) -> str:
    """Return a text with what XML cannot hold written out."""
    return _NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", printable(text))
