"""Units opened for questions what would be if."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ictscore.scoring.assess import assess
from ictscore.scoring.explain import Books
from ictscore.whatif.rescoring import Rescorer


@pytest.fixture(scope="session")
def opened(rules, make_survey) -> Callable[..., Rescorer]:
    """Return what opens one unit of a short rulebook and its units (the first, unless another is named)."""

    def make(rulebook, units, name=None, stage="self"):
        loaded = rules(rulebook) if isinstance(rulebook, str) else rulebook
        survey = make_survey(units)
        assessment = assess(loaded.rulebook, survey, stage)
        wanted = name or next(iter(units))
        unit = next(each for each in assessment.units() if each.unit == wanted)
        return Rescorer(Books(loaded.rulebook, survey, assessment), unit)

    return make
