"""Groups as people name them on the command line."""

from __future__ import annotations

from collections.abc import Iterable

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.nearest import did_you_mean
from ictscore.rulebook.model import Rulebook
from ictscore.survey.labels.unit_names import fold_name


def known_groups(rulebook: Rulebook, wanted: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of groups named by id, name or annex; FileRefused, with the nearest id, for one that is not there."""
    return tuple(_known(rulebook, each) for each in wanted)


def _known(rulebook: Rulebook, wanted: str) -> str:
    for each in rulebook.groups:
        if fold_name(wanted) in {fold_name(each.id), fold_name(each.name), fold_name(f"Phụ lục {each.annex}")}:
            return each.id
    ids = tuple(each.id for each in rulebook.groups)
    raise FileRefused(finding("UN105", read=wanted, nearest=did_you_mean(wanted, ids), known=ids))
