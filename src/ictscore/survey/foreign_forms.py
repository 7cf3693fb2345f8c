"""Files made for quite another rulebook: once that is said, what does not fit in their rows is no news."""

from __future__ import annotations

import re
from collections.abc import Collection

from ictscore.findings import Finding
from ictscore.rulebook.model import Rulebook
from ictscore.survey.form_identity import difference, mark_of, marks_in

_YEAR = re.compile(r"[-_.]?(?:19|20)\d\d\b.*$")
_OF_THE_WHOLE = frozenset({"SV501", "SV505", "SV506", "SV507", "SV525", "SV526", "SV527", "SV528"})
"""What is said at a cell and holds for all of a form: whose it is, and of what round."""
_OF_GROUPS = frozenset({"UN105", "UN106"})
"""That its group does not exist here is no wonder."""


def is_foreign(stamped: str, questions: str, rulebook: Rulebook) -> bool:
    """Return whether a form of the rulebook ``stamped`` belongs to another regulation than the one in use.

    The same regulation of another year, and one that was amended, ask most questions just so; a stamp may not list its ``questions``.
    """
    if not stamped or stamped == rulebook.id or _YEAR.sub("", stamped) == _YEAR.sub("", rulebook.id):
        return False
    then = marks_in(questions)
    same = difference(then, {name: mark_of(spec) for name, spec in rulebook.answers.items()}).same
    return not then or 2 * len(same) < len(then)


def is_of_a_row(found: Finding, files: Collection[str]) -> bool:
    """Return whether something was found in a single row or cell of one of these ``files``, or nobody understood it there."""
    if found.place.file not in files or found.code in _OF_THE_WHOLE:
        return False
    return found.code in _OF_GROUPS or found.code == "SV613" or (bool(found.place.cell) and found.code.startswith("SV"))
