"""Approvals: changes that somebody has looked at and stands for, by their stable ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ictscore.diff.change import Change
from ictscore.documents import Mapping as Keys
from ictscore.documents import Node, Sequence, Text, read_document
from ictscore.errors import FileRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.formulas.fields import Date, Part, Words
from ictscore.places import Place
from ictscore.rulebook.typed import read_model


class Approval(Part):
    """One approved change: its id, who stands for it, and why."""

    id: Words
    who: Words
    why: Words
    on: Date | None = None


class Approvals(Part):
    """A file of approvals."""

    approvals: tuple[Approval, ...] = ()


@dataclass(frozen=True, slots=True)
class Approved:
    """The approvals of a file by the id of their change, and what was found in the file."""

    by_id: Mapping[str, Approval]
    findings: tuple[Finding, ...] = ()

    def of(self, change: Change) -> Approval | None:
        """Return the approval of a change, if there is one."""
        return self.by_id.get(change.stable_id)


NONE = Approved({})


def read_approvals(data: bytes, name: str, changes: Iterable[Change]) -> Approved:
    """Return the approvals in a file; those that belong to no change are found. Raises FileRefused for a file that is none."""
    document = read_document(data, name)
    if not isinstance(document, Keys) or not isinstance(document.get("approvals"), Sequence):
        raise FileRefused(finding("DF103", document.place))
    approvals, misfits = read_model(Approvals, document)
    findings = [*misfits, *(_doubles(document, approvals) if approvals is not None else ())]
    if approvals is None or errors_among(findings):
        raise FileRefused(*findings)
    known = {each.stable_id for each in changes}
    places = _places(document)
    stray = (
        finding("DF101", places[index], id=each.id, who=each.who) for index, each in enumerate(approvals.approvals) if each.id not in known
    )
    return Approved({each.id: each for each in approvals.approvals}, tuple(stray))


def _places(document: Keys) -> list[Place]:
    listed = document.get("approvals")
    items: tuple[Node, ...] = listed.items if isinstance(listed, Sequence) else ()
    ids = (each.get("id") if isinstance(each, Keys) else None for each in items)
    return [found.place if isinstance(found, Text) else document.place for found in ids]


def _doubles(document: Keys, approvals: Approvals) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for place, each in zip(_places(document), approvals.approvals, strict=True):
        seen[each.id] += 1
        if seen[each.id] > 1:
            yield finding("DF102", place, id=each.id)
