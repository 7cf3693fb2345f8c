"""Every change of a unit's answers tried by scoring everybody, for claims that nothing does it for less."""

from __future__ import annotations

import itertools

from ictscore.expr.evaluate import evaluate
from ictscore.findings import errors_among


def errors_of(rescorer, changes):
    """Return the errors that reading and scoring would find, and the unit as it would be scored."""
    assessment, scope = rescorer.assess(changes), rescorer.scope(changes)
    found = {(each.code, str(each.values.get("unit")), str(each.values.get("criterion"))) for each in errors_among(assessment.findings)}
    for criterion in rescorer.rulebook.criteria_of("g"):
        for share in criterion.formula.shares_of():
            part, whole = (evaluate(each, scope).value for each in (share.of, share.over))
            if not share.capped and part > whole:
                found.add(("SV301", rescorer.unit.unit, criterion.id))
    return found, rescorer.unit_in(assessment)


class Tried:
    """Everything tried: each set of changes with the unit, as long as scoring would allow it."""

    def __init__(self, rescorer, domains):
        self.rescorer, self.domains = rescorer, domains
        self.before, _ = errors_of(rescorer, {})

    def of_size(self, size):
        """Yield the changes of so many answers that score would take, with the unit."""
        for names in itertools.combinations(self.domains, size):
            for values in itertools.product(*(self.domains[name].values() for name in names)):
                changes = dict(zip(names, values, strict=True))
                if not any(self.rescorer.values.get(name) == value for name, value in changes.items()):
                    errors, unit = errors_of(self.rescorer, changes)
                    if errors <= self.before:
                        yield changes, unit
