"""Promises about the manifest: what was written is read, and what is none is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ictscore.errors import FileRefused
from ictscore.reports.outcome import score_survey
from ictscore.reports.recorded.manifest import LIBRARIES, manifest_text, read_manifest
from ictscore.rulebook.load import load_rulebook
from ictscore.survey.evidence.records import EvidenceFile, Listing
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey

SURVEY = Path(__file__).parents[3] / "samples" / "vn-dti-2022" / "survey.csv"


@pytest.fixture(scope="module")
def text():
    """Return the manifest of a sample's result."""
    loaded = load_rulebook("vn-dti-2022")
    survey = read_survey([SURVEY], loaded.rulebook, loaded.hash)
    return manifest_text(score_survey(loaded, survey, command="ictscore score x", strict=True, asked={"skip_hidden": True}).told)


def test_it_says_how_the_result_was_made(text):
    """Rulebook, input, flags, program, libraries and the findings that were accepted."""
    manifest = read_manifest(text, "kq.xlsx")
    loaded = load_rulebook("vn-dti-2022")
    assert (manifest.rulebook, manifest.hash, manifest.command) == ("vn-dti-2022", loaded.hash, "ictscore score x")
    assert [name for name, _ in manifest.inputs] == [str(SURVEY)]
    assert manifest.options == {"strict": True, "provisional": False, "skip_hidden": True}
    assert set(LIBRARIES) < set(manifest.surroundings)


def test_it_keeps_the_files_of_evidence(tmp_path):
    """Names and sizes of the files, and what was not looked into, are read back as they were; without a folder nothing is kept."""
    loaded = load_rulebook("vn-dti-2022")
    listing = Listing("Minh chứng", (EvidenceFile("Sở A/a.pdf", 12), EvidenceFile("rỗng.pdf", 0)), ("lối tắt",))
    survey = read_survey([SURVEY], loaded.rulebook, loaded.hash, options=ReadOptions(evidence=listing))
    written = manifest_text(score_survey(loaded, survey, command="ictscore score x").told)
    assert read_manifest(written, "kq.xlsx").evidence == listing


def test_without_evidence_it_says_nothing_of_it(text):
    """A result that nobody asked evidence for has no such key."""
    assert "evidence" not in json.loads(text)
    assert read_manifest(text, "kq.xlsx").evidence is None


@pytest.mark.parametrize("broken", ["", "{}", "[]", '{"schema": "0"}', "no JSON", '{"schema": "1", "inputs": 3}'])
def test_what_is_no_manifest_is_refused(broken):
    """Whatever stands there, a person reads a sentence."""
    with pytest.raises(FileRefused) as refused:
        read_manifest(broken, "kq.xlsx")
    assert refused.value.findings[0].code == "SC290"


def test_every_key_is_needed(text):
    """A manifest with a key taken out is none."""
    record = json.loads(text)
    for key in sorted(set(record) - {"rulebook_files", "refused", "stage_named"}):
        with pytest.raises(FileRefused):
            read_manifest(json.dumps({name: value for name, value in record.items() if name != key}), "kq.xlsx")
