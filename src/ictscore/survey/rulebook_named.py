"""Which rulebook survey files were made for, where nobody names one: that of most of the files that say it, never that of the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.rulebook.shipped import shipped_ids
from ictscore.survey.layout import STAMP_SHEET
from ictscore.survey.sheets.glance import properties_at_a_glance
from ictscore.survey.sheets.inputs import InputFile, find_inputs, read_input
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.stamp_read import NO_SURVEYS, PROPERTY_OF_RULEBOOK, read_stamp, stamp_in
from ictscore.words import N_, Phrase, phrase

ANOTHER_RULEBOOK = "SV504"
"""Said where some of the files name another rulebook than most."""
_MOST_NAMED = 5
"""How many files of another rulebook are named."""


@dataclass(frozen=True, slots=True)
class RulebookNamed:
    """The rulebook that most of the files name, how many that are, and what is said of it where others name another."""

    id: str
    file: str
    """The first file that names it."""
    count: int
    findings: tuple[Finding, ...] = ()


def rulebook_named(paths: Sequence[Path], aside: Path | None = None) -> RulebookNamed:
    """Return the rulebook that more than half of the survey files with a stamp name; ``aside`` is a folder that holds no survey.

    Files that cannot be read are passed over here. FileRefused is raised where no rulebook is that of most files, and, with what was wrong
    with the files, where none has a stamp.
    """
    inputs = find_inputs(paths, aside)
    refused: list[Finding] = []
    by_id: dict[str, list[Path]] = {}
    seen: set[str] = set()
    unstamped = 0
    for path in inputs.files:
        try:
            file = read_input(path)
            if file.sha256 in seen:  # a copy says no more than the file it was made of
                continue
            seen.add(file.sha256)
            named = _named_in(file)
        except FileRefused as refusal:
            refused += refusal.findings
            continue
        if named:
            by_id.setdefault(named, []).append(path)
        unstamped += not named
    if by_id:
        return _of_most(by_id)
    if unstamped:
        refused.append(finding("SV503", Place(str(paths[0]) if len(paths) == 1 else ""), known=shipped_ids()))
    raise FileRefused(*(refused or inputs.findings))


def _of_most(by_id: Mapping[str, Sequence[Path]]) -> RulebookNamed:
    total = sum(map(len, by_id.values()))
    most = max(by_id, key=lambda each: len(by_id[each]))
    others = tuple(_with_files(each, by_id[each]) for each in by_id if each != most)
    if len(by_id[most]) * 2 <= total:
        raise FileRefused(finding("SV509", known=(_with_files(most, by_id[most]), *others)))
    first = str(by_id[most][0])
    said = finding(ANOTHER_RULEBOOK, id=most, count=len(by_id[most]), total=total, others=others)
    return RulebookNamed(most, first, len(by_id[most]), (said,) if others else ())


def _with_files(identifier: str, paths: Sequence[Path]) -> Phrase:
    """Return a rulebook with the files that were made for it, the first of them by name."""
    files = tuple("/".join(each.parts[-2:]) for each in paths[:_MOST_NAMED])
    more = len(paths) - _MOST_NAMED
    if more > 0:
        return phrase(N_("{id} ({files} and {more} more)"), id=identifier, files=files, more=more)
    return phrase(N_("{id} ({files})"), id=identifier, files=files)


def _named_in(file: InputFile) -> str:
    """Return the rulebook that a file names, or nothing; its cells are read only where its properties do not say it."""
    properties = properties_at_a_glance(file, PROPERTY_OF_RULEBOOK, STAMP_SHEET)
    if properties is None:
        return read_stamp(open_survey_file(file)).rulebook
    values = stamp_in(properties)
    if values["kind"] in NO_SURVEYS:
        raise FileRefused(finding(NO_SURVEYS[values["kind"]], Place(file.name)))
    return values["rulebook"]
