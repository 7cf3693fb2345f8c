"""One scoring job from beginning to end: read, score, write the results workbook, read it back."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from ictscore.errors import FileRefused, RulebookRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.reports.outcome import Outcome, refuse_unofficial, score_survey
from ictscore.reports.recorded.manifest import STAGE_NAMED
from ictscore.reports.recorded.read_back import check_written
from ictscore.reports.workbook.build import results_workbook
from ictscore.rulebook.load import LoadedRulebook, load_recorded, load_rulebook
from ictscore.rulebook.lock import read_lock
from ictscore.rulebook.procedure import StageId
from ictscore.safe_write import make_folder, untouched, write_safely
from ictscore.survey.matching.given import with_names
from ictscore.survey.options import USUAL, ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.rulebook_named import RulebookNamed, rulebook_named
from ictscore.survey.sheets.inputs import find_inputs
from ictscore.words import tr

Watch = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""What is told of progress: what is being done and how many there are; gives a function that is told how many more are done."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to score by what, and where the results go; without ``rulebook`` the survey's stamp names it."""

    paths: tuple[Path, ...]
    rulebook: str | None = None
    output: Path | None = None
    stage: StageId | None = None
    official: bool = False
    provisional: bool = False
    strict: bool = False
    force: bool = False
    reading: ReadOptions = USUAL
    locked: Path | None = None
    live: Path | None = None
    folder: Path | None = None
    """Where results go when ``output`` does not say; it is made where it is missing. Without it: the current folder."""

    @property
    def command(self) -> str:
        """Return the command that makes the same result again: what only says where or how it is shown is left out."""
        parts = ["ictscore", "score", *(str(path) for path in self.paths)]
        parts += ["--rulebook", self.rulebook] if self.rulebook is not None else []
        parts += ["--stage", self.stage] if self.stage is not None else []
        parts += self.reading.files_named
        flags = {"official": self.official, "provisional": self.provisional, "strict": self.strict, **self.read_flags}
        return shlex.join(parts + [f"--{name.replace('_', '-')}" for name, given in flags.items() if given])

    @property
    def read_flags(self) -> dict[str, bool]:
        """Return the flags that decide what is read."""
        return {"skip_hidden": self.reading.skip_hidden, "recalculate": self.reading.recalculate}


@dataclass(frozen=True, slots=True)
class Done:
    """A job that ran: its outcome, and the workbook written, or None where errors stand against writing one.

    ``live`` is the live workbook where one was asked for, ``live_findings`` what can only be said about its formulas.
    """

    outcome: Outcome
    written: Path | None
    live: Path | None = None
    live_findings: tuple[Finding, ...] = ()
    notices: tuple[Finding, ...] = ()
    """What is said beside the findings: answers of another rulebook left alone, files under another name than asked for."""
    named: RulebookNamed | None = None
    """The rulebook that the files name, where nobody named one."""


def unwatched(_what: str, _count: int) -> AbstractContextManager[Callable[[int], None]]:
    """Watch nothing."""
    return nullcontext(lambda _: None)


def run_job(job: Job, watch: Watch = unwatched) -> Done:
    """Run a job; nothing is written while an error stands, unless it is provisional. Raises Stop where it cannot go on."""
    for target in (job.output, job.live):
        _refuse_odd_name(target)
    loaded, named = _rulebook(job)
    if job.locked is not None:
        read_lock(job.locked).hold(loaded, job.reading.units_from)
    _refuse_unknown_stage(job.stage, loaded)
    if job.official:
        refuse_unofficial(loaded)
    with watch(tr("Reading"), len(find_inputs(job.paths).files)) as progress:
        reading = with_names(replace(job.reading, stage=job.stage), loaded, job.paths)
        survey = read_survey(job.paths, loaded.rulebook, loaded.hash, options=reading, progress=progress)
    with watch(tr("Scoring"), len(survey.submissions)) as progress:
        outcome = score_survey(
            loaded,
            survey,
            command=job.command,
            stage=job.stage,
            strict=job.strict,
            provisional=job.provisional,
            asked={"official": job.official, STAGE_NAMED: job.stage is not None, **job.read_flags},
            progress=progress,
        )
    if not outcome.stands and not job.provisional:
        return Done(outcome, None, notices=reading.passed_over, named=named)
    notices = [*reading.passed_over]
    done = Done(outcome, _write(job, loaded, outcome, notices), named=named)
    if job.live is not None:
        done = _write_live(job, loaded, done, job.live, notices)
    return replace(done, notices=tuple(notices))


def _rulebook(job: Job) -> tuple[LoadedRulebook, RulebookNamed | None]:
    """Return the rulebook that was named, else the one that the files name, with what is to be said of that."""
    if job.rulebook is not None:
        return load_rulebook(job.rulebook), None
    named = rulebook_named(job.paths, job.reading.evidence_from)
    return load_recorded(named.id, named.file), named


def _refuse_odd_name(output: Path | None) -> None:
    """Raise FileRefused for an output that is not named as the workbook it would be."""
    if output is not None and output.suffix.lower() != ".xlsx" and not output.exists():
        raise FileRefused(finding("IO408", Place(str(output)), name=output.name))


def _refuse_unknown_stage(stage: StageId | None, loaded: LoadedRulebook) -> None:
    """Raise RulebookRefused for a stage that the rulebook does not have; what units say themselves is always there."""
    known = loaded.rulebook.known_stages
    if stage is not None and stage not in known:
        raise RulebookRefused(finding("RB607", Place(loaded.files[0].name), read=stage, known=known))


def _write(job: Job, loaded: LoadedRulebook, outcome: Outcome, notices: list[Finding]) -> Path:
    target = job.output if job.output is not None else (job.folder or Path()) / default_output(job.paths, loaded.rulebook.id)
    data = results_workbook(outcome.told, outcome.explainer)
    check_written(data, outcome.told, str(target))
    if job.output is None and job.folder is not None:
        make_folder(job.folder)
    inputs = (*find_inputs(job.paths).files, loaded.path)
    return write_safely(data, target, force=job.force, inputs=inputs, is_ours=untouched, notices=notices)


def _write_live(job: Job, loaded: LoadedRulebook, done: Done, target: Path, notices: list[Finding]) -> Done:
    from ictscore.reports.live.build import live_workbook  # noqa: PLC0415 - few jobs ask for it
    from ictscore.reports.live.verified import check_live  # noqa: PLC0415

    made = live_workbook(done.outcome)
    check_live(made, str(target))
    inputs = (*find_inputs(job.paths).files, loaded.path, *([done.written] if done.written is not None else []))
    live = write_safely(made.data, target, force=job.force, inputs=inputs, is_ours=untouched, notices=notices)
    return replace(done, live=live, live_findings=tuple(made.findings()))


def default_output(paths: tuple[Path, ...], rulebook: str) -> Path:
    """Return what results are called when nobody says: after the first survey and the rulebook."""
    first = paths[0]
    stem = first.resolve().name if first.is_dir() else first.stem
    return Path(f"{stem}.{rulebook}.results.xlsx")
