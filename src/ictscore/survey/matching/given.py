"""The list of units and the answers a survey is read with: those asked for, else those that lie where they are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.units import load_units
from ictscore.survey.matching.answers import answers_beside, read_answers
from ictscore.survey.options import ReadOptions

NONE = "none"
"""What is given for a list by whoever wants none."""


def with_names(options: ReadOptions, loaded: LoadedRulebook, paths: Sequence[Path]) -> ReadOptions:
    """Return the options with the list of units and the answers they mean: given by name, or found beside the rulebook and the survey."""
    if options.units is None and options.units_from != NONE:
        options = replace(options, units=load_units(loaded, Path(options.units_from) if options.units_from else None))
    if options.matches is not None:
        return options
    chosen = options.matches_from or (answers_beside(tuple(paths)) if options.units is not None else None)
    if chosen is None:
        return options
    if options.units is None:
        raise FileRefused(finding("UN134", Place(str(chosen)), rulebook=loaded.rulebook.id))
    return replace(options, matches=read_answers(chosen, options.units, loaded.rulebook.id))
