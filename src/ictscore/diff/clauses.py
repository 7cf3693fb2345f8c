"""Which clause of an amendment a change comes from, where the amendment says it."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.diff.change import Change, Comparison
from ictscore.documents import Mapping, Node, Sequence, Text, parse_document
from ictscore.rulebook.load import SourceFile
from ictscore.rulebook.nodes import step_into


class Clauses:
    """Finds the clauses of the changes of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        """Look the amendments over once; those of the older rulebook itself made no change."""
        self._new = comparison.new
        known = {file.sha256 for file in comparison.old.files}
        self._removals = dict(_removals(file for file in comparison.new.files if file.sha256 not in known))
        self._old_places = set(comparison.old.clauses)

    def of(self, change: Change) -> str:
        """Return the clause of a change, or nothing where none is named."""
        place = change.new.place
        if change.new.path and place not in self._old_places:
            clause = self._new.clauses.get(place, "") or self._around(change.new.path)
        else:
            clause = self._removed(change.old.path) or self._around(change.old.path)
        return " ".join(clause.split())

    def _around(self, path: str) -> str:
        """Return the clause of the nearest thing around a path that an amendment wrote."""
        node: Node = self._new.document
        found = ""
        for segment in path.split("/"):
            inner = step_into(node, segment)
            if inner is None:
                break
            node = inner
            if node.place not in self._old_places:
                found = self._new.clauses.get(node.place, found)
        return found

    def _removed(self, path: str) -> str:
        steps = path.split("/")
        return next((clause for size in range(len(steps), 0, -1) if (clause := self._removals.get("/".join(steps[:size])))), "")


def _removals(files: Iterator[SourceFile]) -> Iterator[tuple[str, str]]:
    """Yield what amendments take away, by its path, with the clause."""
    for file in files:
        document, _ = parse_document(file.text.encode(), file.name)
        changes = document.get("changes") if isinstance(document, Mapping) else None
        for change in changes.items if isinstance(changes, Sequence) else ():
            if isinstance(change, Mapping) and change.get("remove") is not None:
                at, clause = change.get("at"), change.get("clause")
                if isinstance(at, Text) and isinstance(clause, Text):
                    yield at.text.strip("/"), clause.text
