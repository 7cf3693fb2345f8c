"""The workbook that asks about unit names: what is in it, and when it may be overwritten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook
from ictscore.safe_write import untouched
from ictscore.survey.matching.answers import read_answers
from ictscore.survey.matching.questions import asked_among
from ictscore.survey.options import ReadOptions
from ictscore.survey.submission import Survey


def questions_workbook(survey: Survey, loaded: LoadedRulebook, options: ReadOptions) -> bytes | None:
    """Return a workbook with a row for every name of a survey that is not clear, or None where nothing is to be asked.

    Answers that were given already are carried over. Raises FileRefused where there is no list of units.
    """
    from ictscore.survey.matching.review import review_workbook  # noqa: PLC0415 - only who writes needs what writes

    if options.units is None:
        raise FileRefused(finding("UN134", Place(loaded.files[0].name), rulebook=loaded.rulebook.id))
    asked = asked_among(survey.findings)
    return review_workbook(asked, loaded, options.units, options.matches) if asked else None


def still_blank(loaded: LoadedRulebook, options: ReadOptions) -> Callable[[Path], bool]:
    """Return what tells whether such a workbook has no answer in it yet: one is somebody's work, however it was saved."""

    def is_blank(path: Path) -> bool:
        try:
            answers = read_answers(path, options.units, loaded.rulebook.id) if options.units is not None else None
        except FileRefused:
            return False
        return answers is not None and untouched(path) and not answers.answered and not answers.findings

    return is_blank
