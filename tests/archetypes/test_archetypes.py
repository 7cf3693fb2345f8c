"""Every archetype of the regulations is expressible: one file each, whose worked cases come out exactly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from archetype_files import FOLDER, IDS, read_archetype, write_cases, write_rulebook

from ictscore.cases import read_cases, run_cases
from ictscore.findings import errors_among
from ictscore.rulebook.load import examine


def test_every_archetype_has_a_file() -> None:
    """All 59 archetypes have a file, and there are no others."""
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(IDS)
    assert len(IDS) == 59  # noqa: PLR2004 - C01-C22, N1-N7, A01-A11, K1-K8, R1-R8, W1-W3


@pytest.mark.parametrize("archetype", IDS)
def test_the_worked_cases_come_out(archetype: str, tmp_path: Path) -> None:
    """The rulebook of an archetype loads without a finding and gives what its cases were worked out to, in every edition."""
    file = read_archetype(archetype)
    failures = failures_of(file.rulebook, file.cases, tmp_path)
    if file.amendment is not None:
        failures += failures_of(file.amendment, file.amended_cases, tmp_path)
    assert not failures, "\n".join(failures)


def failures_of(rulebook: dict[str, Any], cases: list[dict[str, Any]], folder: Path) -> list[str]:
    """Return what is wrong with a rulebook or comes out differently from its cases."""
    path = write_rulebook(rulebook, folder)
    loaded, findings = examine(path)
    assert loaded is not None, findings
    assert not errors_among(findings), findings
    file, document, misfits = read_cases(write_cases(cases, path))
    assert file is not None, misfits
    assert document is not None
    results = list(run_cases(loaded.rulebook, file, document))
    assert all(result.checked or result.findings for result in results)
    return [f"{result.id}: {found.code} {dict(found.values)}" for result in results for found in result.findings]
