"""What several commands begin with: the rulebook named or stamped, and the survey read by it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ictscore.commands.holding import held
from ictscore.commands.progress import counting
from ictscore.reports.console import talk
from ictscore.reports.findings import print_findings
from ictscore.rulebook.load import LoadedRulebook, load_recorded, load_rulebook
from ictscore.survey.matching.given import with_names
from ictscore.survey.options import USUAL, ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.sheets.inputs import find_inputs
from ictscore.survey.stamp_read import rulebook_of
from ictscore.survey.submission import Survey
from ictscore.words import tr


def load_for(reference: str | None, paths: Sequence[Path], reading: ReadOptions = USUAL) -> LoadedRulebook:
    """Return the rulebook that was named, else the one the survey's stamp names; refuse one that the command's lock does not allow."""
    loaded = load_rulebook(reference) if reference is not None else load_recorded(rulebook_of(paths), str(paths[0]))
    return held(loaded, reading.units_from)


def read_for(loaded: LoadedRulebook, paths: Sequence[Path], options: ReadOptions = USUAL) -> Survey:
    """Return the survey in ``paths`` as its rulebook understands it."""
    options = with_names(options, loaded, paths)
    if options.passed_over:
        print_findings(talk(), options.passed_over)
    with counting(tr("Reading"), len(find_inputs(paths).files)) as progress:
        return read_survey(paths, loaded.rulebook, loaded.hash, options=options, progress=progress)
