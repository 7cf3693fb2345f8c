"""The results a round left last in the current folder, for commands that are given neither results nor survey."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from ictscore.commands.holding import held
from ictscore.reports.console import plain, talk
from ictscore.reports.recorded.manifest import Manifest
from ictscore.reports.results_folder import LATEST, latest_results
from ictscore.rulebook.load import load_recorded, load_rulebook
from ictscore.survey.matching.questions import ANSWERS_FILE, answers_file_of
from ictscore.words import tr

if TYPE_CHECKING:
    from ictscore.reports.outcome import Outcome
    from ictscore.rulebook.units import UnitList


def has_latest() -> bool:
    """Return whether a round left results here."""
    return LATEST.is_file()


def follow_latest() -> Path:
    """Return the latest results and say which they are. Raises FileRefused where there are none, or not as they were written."""
    path = latest_results()
    talk().print(plain(tr("The latest results: {path}", path=str(path))))
    return path


def scored_as_latest(rulebook: str | None) -> tuple[Outcome, UnitList | None]:
    """Return what the latest results were made from, scored again as it was then, with the list of units used.

    Raises FileRefused, naming them, where files of the survey are not there or were changed since.
    """
    from ictscore.reports.recorded.read_workbook_results import open_results  # noqa: PLC0415 - following alone needs none of it
    from ictscore.reports.recorded.reproduced import hold_rulebook, manifest_of, score_again  # noqa: PLC0415

    path = follow_latest()
    manifest = manifest_of(open_results(path))
    loaded = load_rulebook(rulebook) if rulebook is not None else load_recorded(manifest.rulebook, str(path), digest=manifest.hash)
    hold_rulebook(manifest, held(loaded), str(path))
    return score_again(str(path), manifest, loaded, _inputs(manifest))


def _inputs(manifest: Manifest) -> tuple[Path, ...]:
    """Return what the command of a result named that is still there, and the answers about names beside it."""
    named = [Path(word) for word in shlex.split(manifest.command)[2:] if not word.startswith("-")]
    there = [each for each in named if each.exists()]
    names = (ANSWERS_FILE, answers_file_of(manifest.rulebook))
    beside = [each.resolve().parent / name for each in there for name in names]
    return (*there, *dict.fromkeys(each for each in beside if each.is_file()))
