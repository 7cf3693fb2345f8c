"""Names for the sheets of a table, by which the reader knows the group where a row does not say it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ictscore.rulebook.groups import Group

LONGEST = 31
_REFUSED = re.compile(r"[\[\]:*?/\\]|^'|'$")


def sheet_names(groups: Sequence[Group]) -> tuple[str, ...]:
    """Return a name for each group's sheet: its annex or its name, cut as Excel demands, or its id where that would not do."""
    wanted = [f"Phụ lục {each.annex}" if each.annex else each.name[:LONGEST].strip() for each in groups]
    folded = [each.casefold() for each in wanted]
    return tuple(
        group.id[:LONGEST] if _REFUSED.search(name) or len(name) > LONGEST or folded.count(name.casefold()) > 1 else name
        for group, name in zip(groups, wanted, strict=True)
    )
