"""Many scoring jobs in one run: each by itself, so that one that fails hides no other."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from ictscore.documents import Mapping, read_document
from ictscore.errors import FileRefused, RulebookRefused, SelfCheckFailed, Stop
from ictscore.findings import Finding, finding
from ictscore.formulas.fields import Part, Truth, Whole, Words
from ictscore.jobs import Done, Job, Watch, run_job, unwatched
from ictscore.places import Place
from ictscore.rulebook.nodes import place_at
from ictscore.rulebook.procedure import StageId
from ictscore.rulebook.typed import read_model
from ictscore.survey.matching.given import NONE
from ictscore.survey.options import ReadOptions
from ictscore.survey.sheets.inputs import read_input

Result = Literal["done", "no", "cannot", "fault"]
RESULTS: tuple[Result, ...] = ("done", "no", "cannot", "fault")
"""What came of a job, better first: results stand, errors stand against them, it could not be done, or we are at fault."""


MOST_WORKERS = 64


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class JobSpec(Part):
    """One job as it is written; paths are relative to the file of jobs."""

    name: Words | None = None
    rulebook: Words | None = None
    survey: Annotated[tuple[Words, ...], BeforeValidator(_one_or_many), Field(min_length=1)]
    output: Words
    stage: StageId | None = None
    official: Truth = False
    provisional: Truth = False
    strict: Truth = False
    force: Truth = False
    locked: Words | None = None
    live: Words | None = None
    units: Words | None = None
    matches: Words | None = None
    mapping: Words | None = None
    evidence: Words | None = None
    skip_hidden: Truth = False
    recalculate: Truth = False
    password_from: Words | None = None
    workers: Annotated[Whole, Field(ge=1, le=MOST_WORKERS)] | None = None


class JobFile(Part):
    """A file of jobs."""

    jobs: Annotated[tuple[JobSpec, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class NamedJob:
    """A job and what people call it."""

    name: str
    job: Job
    output: Path


@dataclass(frozen=True, slots=True)
class JobReport:
    """What came of one job."""

    name: str
    job: Job
    result: Result
    findings: tuple[Finding, ...]
    rulebook: str = ""
    units: int = 0
    written: Path | None = None


def read_jobs(path: Path) -> tuple[NamedJob, ...]:
    """Return the jobs in a file. Raises Stop with all that is wrong with it, two jobs with one output among it."""
    document = read_document(read_input(path).data, path.as_posix())
    if not isinstance(document, Mapping):
        raise RulebookRefused(finding("RB102", document.place, key="jobs"))
    file, misfits = read_model(JobFile, document)
    if file is None:
        raise RulebookRefused(*misfits)
    jobs = tuple(_job(spec, path.parent) for spec in file.jobs)
    if clashes := tuple(_clashes(jobs, document)):
        raise FileRefused(*clashes)
    return jobs


def _job(spec: JobSpec, folder: Path) -> NamedJob:
    def beside(name: str | None) -> Path | None:
        return None if name is None else folder / name

    rulebook = beside(spec.rulebook)
    job = Job(
        paths=tuple(folder / each for each in spec.survey),
        rulebook=str(rulebook) if rulebook is not None and rulebook.exists() else spec.rulebook,
        output=folder / spec.output,
        stage=spec.stage,
        official=spec.official,
        provisional=spec.provisional,
        strict=spec.strict,
        force=spec.force,
        reading=_reading(spec, beside),
        locked=beside(spec.locked),
        live=beside(spec.live),
    )
    return NamedJob(spec.name or spec.output, job, folder / spec.output)


def _reading(spec: JobSpec, beside: Callable[[str | None], Path | None]) -> ReadOptions:
    """Return how a job reads its survey: every option of reading that the command line has."""
    return ReadOptions(
        workers=spec.workers,
        skip_hidden=spec.skip_hidden,
        recalculate=spec.recalculate,
        password_from=spec.password_from,
        units_from=NONE if spec.units == NONE else _named(beside(spec.units)),
        matches_from=beside(spec.matches),
        mapping_from=beside(spec.mapping),
        evidence_from=beside(spec.evidence),
    )


def _named(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _clashes(jobs: tuple[NamedJob, ...], document: Mapping) -> Iterator[Finding]:
    """Yield what two jobs write, or one job twice, and what a job writes over another one's survey."""
    first: dict[str, Place] = {}
    surveys = {_folded(path) for each in jobs for path in each.job.paths}
    for index, each in enumerate(jobs):
        for key, path in (("output", each.output), ("live", each.job.live)):
            if path is None:
                continue
            place, name = place_at(document, ("jobs", index, key)), _folded(path)
            if name in first:
                yield finding("BA101", place, related=(first[name],), output=str(path))
            elif name in surveys:
                yield finding("BA102", place, output=str(path))
            first.setdefault(name, place)


def _folded(path: Path) -> str:
    """Return a path as systems that ignore case and the way accents are stored see it."""
    return unicodedata.normalize("NFC", str(path.resolve())).casefold()


def run_jobs(jobs: tuple[NamedJob, ...], watch: Watch = unwatched) -> Iterator[JobReport]:
    """Run jobs in order and yield what came of each."""
    for each in jobs:
        yield _run(each, watch)


def _run(named: NamedJob, watch: Watch) -> JobReport:
    try:
        done = run_job(named.job, watch)
    except SelfCheckFailed as stop:
        return JobReport(named.name, named.job, "fault", tuple(stop.findings))
    except Stop as stop:
        return JobReport(named.name, named.job, "cannot", tuple(stop.findings))
    except Exception as error:  # noqa: BLE001 - our mistake in one job must not take the others' results away
        return JobReport(named.name, named.job, "fault", (finding("BA103", error=repr(error)),))
    return _report(named, done)


def _report(named: NamedJob, done: Done) -> JobReport:
    told = done.outcome.told
    result: Result = "done" if done.outcome.stands else "no"
    units = len(done.outcome.survey.submissions)
    of_files = done.named.findings if done.named is not None else ()
    findings = (*of_files, *told.findings, *done.notices)
    return JobReport(named.name, named.job, result, findings, told.rulebook.id, units, done.written)


def worst(reports: list[JobReport]) -> Result:
    """Return the worst result of all."""
    return max((each.result for each in reports), key=RESULTS.index)
