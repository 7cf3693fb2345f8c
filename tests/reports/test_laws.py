"""Laws of reports: fingerprints are unique and hang on no order, and every format can be parsed."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.reports.formats import DRAWN
from ictscore.reports.reported import Case, Reported, Suite

TEXTS = st.text(max_size=20)
PLACES = st.builds(Place, file=TEXTS, sheet=TEXTS, cell=st.sampled_from(["", "D4", "7:7", "B:B", "A1:C9"]))
FINDINGS = st.builds(
    lambda code, place, read: Finding(code, place, {"read": read, "answer": "a", "unit": read, "label": read, "expected": "", "odd": ""}),
    st.sampled_from(["SV101", "SV201", "SV402"]),
    PLACES,
    TEXTS,
)


def _reported(findings: list[Finding]) -> Reported:
    return Reported("check", tuple(findings), (), (Suite("s", (Case("c", tuple(findings)),)),))


@given(st.lists(FINDINGS, max_size=8))
def test_no_two_findings_have_the_same_fingerprint(findings):
    """However many findings are alike, each is known by itself."""
    prints = _reported(findings).fingerprints()
    assert len(set(prints)) == len(findings)


@given(st.lists(FINDINGS, max_size=8), st.randoms())
def test_fingerprints_hang_on_no_order(findings, random):
    """The same findings in another order have the same fingerprints together."""
    moved = list(findings)
    random.shuffle(moved)
    assert set(_reported(findings).fingerprints()) == set(_reported(moved).fingerprints())


@given(st.lists(FINDINGS, max_size=4))
def test_every_format_can_be_parsed(findings):
    """Whatever names and answers hold, JSON is JSON and XML is XML."""
    found = _reported(findings)
    for how in ("json", "gitlab", "sarif"):
        json.loads(DRAWN[how](found))
    ET.fromstring(DRAWN["junit"](found))
    assert len(DRAWN["github"](found).split("\n")) == 1 + len(findings)
