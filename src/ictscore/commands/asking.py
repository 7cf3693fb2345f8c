"""The workbook that asks about unit names: what is in it, and when it may be overwritten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook
from ictscore.safe_write import untouched
from ictscore.survey.matching.answers import holds_more, read_answers
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


def loses_nothing(loaded: LoadedRulebook, options: ReadOptions) -> Callable[[Path], bool]:
    """Return what tells whether such a workbook may be written anew: it has no answer yet, or just the answers that are carried over.

    Whatever else somebody wrote into one keeps it as it is.
    """

    def is_so(path: Path) -> bool:
        try:
            answers = read_answers(path, options.units, loaded.rulebook.id) if options.units is not None else None
            if answers is None or answers.findings:
                return False
            if not answers.answered:
                return untouched(path)
            return options.matches is not None and answers.sha256 == options.matches.sha256 and not holds_more(path)
        except FileRefused:
            return False

    return is_so
