"""The letters of a round: for every unit a page that explains its points, all written into one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ictscore.commands.progress import counting
from ictscore.reports.explained.page import UnitPage, unit_page
from ictscore.reports.outcome import Outcome
from ictscore.reports.told import ToldUnit
from ictscore.safe_write import write_all_safely
from ictscore.survey.blank.file_names import Named, file_names
from ictscore.survey.blank.front import in_language
from ictscore.words import tr

Draw = Callable[[UnitPage], str]

Form = tuple[str, Draw]
"""How the files end, and what draws them."""


def write_letters(outcome: Outcome, form: Form, folder: Path, *, force: bool, inputs: Sequence[Path]) -> int:
    """Write a page for every unit of a result into ``folder``, in the rulebook's language, and return how many there are.

    All of them or none; a file that is there already is only overwritten where that is asked for.
    """
    units = [unit for group in outcome.told.groups for unit in group.units]
    names = file_names([Named(each.score.unit, each.score.parent or each.score.group) for each in units], form[0])
    with counting(tr("Writing letters"), len(units)) as progress, in_language(outcome.told.rulebook.language):
        files = dict(zip((folder / name for name in names), _letters(outcome, units, form[1], progress), strict=True))
    write_all_safely(files, force=force, inputs=inputs, is_ours=lambda _: False)
    return len(files)


def _letters(outcome: Outcome, units: Sequence[ToldUnit], draw: Draw, progress: Callable[[int], None]) -> Iterator[bytes]:
    for each in units:
        yield draw(unit_page(outcome.told, each, tuple(outcome.explainer.unit(each.score)))).encode()
        progress(1)
