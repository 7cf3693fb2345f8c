"""Cases of shipped rulebooks go through every branch and notice nearly every slip; what proofs find in them is accepted."""

from __future__ import annotations

import os
from functools import cache

import pytest

from ictscore.cases import prepare_cases, read_cases
from ictscore.cases.coverage import cover
from ictscore.cases.mutants import all_slips, mutate
from ictscore.proofs.accepted import sift
from ictscore.proofs.prove import prove
from ictscore.rulebook.draft import Draft
from ictscore.rulebook.load import examine, load_rulebook
from ictscore.rulebook.shipped import find_rulebook, shipped_ids

EVERY = 1 if "ICTSCORE_ALL_MUTANTS" in os.environ else 3


@cache
def prepared(identifier):
    """Return a shipped rulebook with its cases."""
    loaded = load_rulebook(identifier)
    file, document, findings = read_cases(find_rulebook(identifier).with_name("cases.yaml"))
    assert findings == ()
    return loaded, list(prepare_cases(loaded.rulebook, file, document))


@pytest.mark.parametrize("identifier", shipped_ids())
def test_cases_reach_every_branch(identifier):
    """Every branch of every formula that can be taken, every policy, knockout, grade and award is reached by some case."""
    loaded, cases = prepared(identifier)
    draft = Draft(loaded.rulebook, loaded.document)
    covered = cover(draft, cases)
    assert [each.message for each in covered.findings(draft)] == []
    assert covered.reached == covered.total > 0


@pytest.mark.parametrize("identifier", shipped_ids())
def test_cases_notice_slips(identifier):
    """At least 95 in 100 slips are noticed by the rulebook's own cases.

    Here every third slip is tried, always the same ones, because all of them take minutes; ``make mutants`` tries all
    (ICTSCORE_ALL_MUTANTS=1). What is proved to change nothing, and what lint refuses, does not count.
    """
    loaded, cases = prepared(identifier)
    found = mutate(loaded, cases, all_slips(loaded)[::EVERY])
    caught, counted = found.share
    assert caught * 100 >= counted * 95, [each.slip.said for each in found.survivors]


@pytest.mark.parametrize("identifier", shipped_ids())
def test_nothing_in_a_shipped_rulebook_is_left_unexplained(identifier):
    """What proofs and incentives find is accepted with a reason, no acceptance is idle, and every range is proved inside its bounds."""
    path = find_rulebook(identifier)
    loaded, findings = examine(path)
    proof = prove(loaded, findings, incentives=True)
    sifted = sift(path, proof.doubts, proofs=True, incentives=True)
    assert [(each.finding.code, each.at) for each in sifted.standing] == []
    assert [each.message for each in sifted.findings] == []
    assert all(each.is_inside for each in proof.study.leaves)
