"""Forms of which nobody knows whose figures they hold: they count for nobody."""

from __future__ import annotations

from dataclasses import replace

from ictscore.findings import finding
from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.survey.submission import Survey


def without_doubtful(rulebook: Rulebook, survey: Survey) -> Survey:
    """Return a survey without the forms that were made for another unit than they name, until it is said whose figures they hold.

    The units they name are missing.
    """
    doubtful = [each for each in survey.submissions if each.is_doubtful]
    if not doubtful:
        return survey
    missing = [finding("UN104", Place(), unit=each.unit, group=rulebook.group(each.group).said) for each in doubtful]
    clear = tuple(each for each in survey.submissions if not each.is_doubtful)
    return replace(survey, submissions=clear, findings=(*survey.findings, *missing))
