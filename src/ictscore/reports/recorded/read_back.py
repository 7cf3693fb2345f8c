"""What was written is read again and held against what was computed: every rank, total, grade and point, and the seal of every cell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from ictscore.errors import SelfCheckFailed
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.reports.console import printable
from ictscore.reports.published import published_value
from ictscore.reports.recorded.digest import digest_of
from ictscore.reports.recorded.read_results import ReadUnit
from ictscore.reports.recorded.read_workbook_results import RESULT_LIMITS, recorded_in, stamp_of
from ictscore.reports.recorded.verified import verify_workbook
from ictscore.reports.told import Told, ToldUnit
from ictscore.rulebook.results import Rounding
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.workbook import read_workbook


def check_written(data: bytes, told: Told, name: str) -> None:
    """Raise SelfCheckFailed where the workbook in ``data`` does not say what was computed."""
    file = InputFile(Path(name), name, data, hashlib.sha256(data).hexdigest(), len(data))
    book = read_workbook(file, RESULT_LIMITS)
    results, digest = recorded_in(book), stamp_of(book).get("digest", "")
    place = Place(name)
    found: list[Finding] = []
    wanted = [(group.group.id, len(group.units)) for group in told.groups]
    got = [(group.id, len(group.units)) for group in results.groups]
    if got != wanted:
        found.append(finding("IO405", place, read=str(got), wanted=str(wanted)))
    for group, read in zip(told.groups, results.groups, strict=False):
        for unit, back in zip(group.units, read.units, strict=False):
            found += [finding("IO405", place, read=one, wanted=other) for one, other in _differences(told.rulebook.rounding, unit, back)]
    if not found and digest_of(results) != digest:
        found.append(finding("IO405", place, read=digest_of(results), wanted=digest))
    if not found:
        found += verify_workbook(book, with_looks=False).findings
    if found:
        raise SelfCheckFailed(*found[:10])


def _differences(rounding: Rounding, unit: ToldUnit, read: ReadUnit) -> Iterator[tuple[str, str]]:
    score = unit.score
    facts: list[tuple[object, object]] = [
        (read.unit, printable(score.unit)),
        (read.rank, score.rank),
        (read.tied, score.tied),
        (read.total, published_value(score.total, rounding.total)),
        (read.exact, score.exact_total),
        (read.max_points, published_value(score.max_points, None)),
        (read.percent, published_value(score.percent, rounding.total)),
        (read.grade or "", printable(unit.grade)),
        (read.key, unit.key),
        (read.sections, {each.section.id: published_value(each.points, rounding.section) for each in score.sections}),
        (read.criteria, {each.criterion.id: published_value(each.points, rounding.criterion) for each in score.criteria}),
        (read.awards, tuple(f"{each.award.id}{'?' if each.undecided else ''}" for each in score.awards)),
    ]
    for found, wanted in facts:
        if found != wanted:
            yield f"{score.unit}: {found}", str(wanted)
