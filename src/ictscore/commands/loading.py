"""What several commands begin with: the rulebook named or stamped, and the survey read by it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ictscore.commands.holding import held
from ictscore.commands.progress import counting
from ictscore.reports.console import plain, talk
from ictscore.reports.findings import print_findings
from ictscore.rulebook.load import LoadedRulebook, load_recorded, load_rulebook
from ictscore.survey.matching.given import with_names
from ictscore.survey.options import USUAL, ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.rulebook_named import RulebookNamed, rulebook_named
from ictscore.survey.sheets.inputs import find_inputs
from ictscore.survey.submission import Survey
from ictscore.words import tr


def load_for(reference: str | None, paths: Sequence[Path], reading: ReadOptions = USUAL) -> LoadedRulebook:
    """Return the rulebook that was named, else the one the survey's stamp names; refuse one that the command's lock does not allow."""
    if reference is not None:
        return held(load_rulebook(reference), reading.units_from)
    named = rulebook_named(paths, reading.evidence_from)
    tell_named(named)
    return held(load_recorded(named.id, named.file), reading.units_from)


def tell_named(named: RulebookNamed) -> None:
    """Say which rulebook the files name, and which of them name another."""
    talk().print(plain(tr("Rulebook: {id}, as the files themselves say.", id=named.id)))
    print_findings(talk(), named.findings)


def read_for(loaded: LoadedRulebook, paths: Sequence[Path], options: ReadOptions = USUAL) -> Survey:
    """Return the survey in ``paths`` as its rulebook understands it."""
    options = with_names(options, loaded, paths)
    if options.passed_over:
        print_findings(talk(), options.passed_over)
    with counting(tr("Reading"), len(find_inputs(paths).files)) as progress:
        return read_survey(paths, loaded.rulebook, loaded.hash, options=options, progress=progress)
