"""What a survey is read with and held against: mapping, list of units, answers about names, evidence; asked for, or found where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.units import load_units
from ictscore.survey.evidence.walking import list_evidence
from ictscore.survey.exports.mapping import Mapping
from ictscore.survey.exports.mapping_read import read_mapping
from ictscore.survey.matching.answers import answers_beside, read_answers
from ictscore.survey.options import ReadOptions
from ictscore.survey.sheets.inputs import find_inputs

NONE = "none"
"""What is given for a list by whoever wants none."""


def with_names(options: ReadOptions, loaded: LoadedRulebook, paths: Sequence[Path]) -> ReadOptions:
    """Return the options with the mapping, the list of units, the answers and the files of evidence they mean.

    Lists and answers are given by name, or found beside the rulebook and the survey.
    """
    if options.mapping is None and options.mapping_from is not None:
        options = replace(options, mapping=_mapping(options, options.mapping_from, loaded))
    if options.units is None and options.units_from != NONE:
        options = replace(options, units=load_units(loaded, Path(options.units_from) if options.units_from else None))
    if options.evidence is None and options.evidence_from is not None:
        options = replace(options, evidence=list_evidence(options.evidence_from, find_inputs(paths, options.evidence_from).files))
    if options.matches is not None:
        return options
    chosen = options.matches_from
    if chosen is None and options.units is not None:
        chosen, passed_over = answers_beside(tuple(paths), loaded.rulebook.id)
        options = replace(options, passed_over=passed_over)
    if chosen is None:
        return options
    if options.units is None:
        raise FileRefused(finding("UN134", Place(str(chosen)), rulebook=loaded.rulebook.id))
    return replace(options, matches=read_answers(chosen, options.units, loaded.rulebook.id))


def _mapping(options: ReadOptions, path: Path, loaded: LoadedRulebook) -> Mapping:
    """Return the mapping in a file, under the name it is to be called by."""
    return read_mapping(path, loaded.rulebook, options.names.get(str(path)))
