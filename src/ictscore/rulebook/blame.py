"""Where each value of a consolidated rulebook comes from: the decision, the amending clause, the line of the file, and how we know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ictscore.documents import Mapping, Node, Sequence, Text, parse_document
from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.nodes import id_of
from ictscore.rulebook.sources import Basis

_CHANGES = "changes"
_CRITERIA = frozenset({"criteria", "parts"})
_OF_DETAILS = frozenset({"ties", "passes_down", "details"})
"""The keys of an award that rest on its ``details``, not on its ``source``."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of a consolidated rulebook.

    ``path`` leads to it by keys and ids. ``decision`` is the number (else the subject) of the decision whose file it stands in;
    ``clause`` that of the amendment that set it, blank for what its own decision laid down at first. ``ref`` and ``basis`` are those of
    the nearest source above it.
    """

    path: str
    value: str
    place: Place
    decision: str
    clause: str
    ref: str = ""
    basis: Basis | None = None
    was_changed: bool = False

    @property
    def is_explained(self) -> bool:
        """Return whether it is known from which decision the value is and, where it was changed, by which clause."""
        return bool(self.place.line and self.decision and (self.clause or not self.was_changed))


def blame(loaded: LoadedRulebook, under: str = "") -> tuple[Leaf, ...]:
    """Return the leaves of a rulebook, in its order; with ``under`` only those at or below this path (keys and ids between slashes).

    A path may also begin with the id of a criterion, wherever that stands.
    """
    leaves = tuple(_Reader(loaded).leaves(loaded.document, "", None))
    wanted = under.strip("/")
    found = tuple(leaf for leaf in leaves if not wanted or _is_under(leaf.path, wanted))
    is_criterion = any(each.id == wanted.partition("/")[0] for each in loaded.rulebook.all_criteria())
    return _of_criterion(leaves, wanted) if is_criterion and not found else found


def _is_under(path: str, wanted: str) -> bool:
    return path == wanted or path.startswith(f"{wanted}/")


def _of_criterion(leaves: Iterable[Leaf], wanted: str) -> tuple[Leaf, ...]:
    """Return the leaves under a path that begins with the id of a criterion or of a part of one."""
    return tuple(leaf for leaf in leaves if any(_is_under(rest, wanted) for rest in _from_criteria(leaf.path)))


def _from_criteria(path: str) -> Iterator[str]:
    """Yield what of a path stands behind each list of criteria in it."""
    steps = path.split("/")
    yield from ("/".join(steps[index + 1 :]) for index, step in enumerate(steps) if step in _CRITERIA)


class _Reader:
    """Walks the document with the decisions of its files at hand."""

    def __init__(self, loaded: LoadedRulebook) -> None:
        self._clauses = loaded.clauses
        self._decisions: dict[str, str] = {}
        self._changed: set[Place] = set()
        for file in loaded.files:
            document, _ = parse_document(file.text.encode(), file.name)
            if isinstance(document, Mapping):
                self._decisions[file.name] = _decision(document)
                changes = document.get(_CHANGES) if document.get("amends") is not None else None
                self._changed.update(_places(changes) if changes is not None else ())

    def leaves(self, node: Node, path: str, above: Mapping | None) -> Iterator[Leaf]:
        if isinstance(node, Text):
            yield self._leaf(node, path, above)
            return
        if isinstance(node, Mapping):
            own = node.get("source")
            source = own if isinstance(own, Mapping) else above
            details = node.get("details")
            for entry in node.entries:
                rests_on = (details if isinstance(details, Mapping) else None) if entry.key.text in _OF_DETAILS else source
                yield from self.leaves(entry.value, f"{path}/{entry.key.text}".lstrip("/"), rests_on)
            return
        for index, item in enumerate(node.items, 1):
            yield from self.leaves(item, f"{path}/{(not isinstance(item, Text) and id_of(item)) or index}", above)

    def _leaf(self, node: Text, path: str, source: Mapping | None) -> Leaf:
        place = node.place
        texts = {key: found.text for key in ("ref", "basis") if source is not None and isinstance(found := source.get(key), Text)}
        basis: Basis | None = texts.get("basis")  # type: ignore[assignment]  # the rulebook was checked
        clause = " ".join(self._clauses.get(place, "").split())
        decision = self._decisions.get(place.file, "")
        return Leaf(path, node.text, place, decision, clause, texts.get("ref", ""), basis, place in self._changed)


def _decision(document: Mapping) -> str:
    """Return how the decision of a file is called: its number, else its subject, else the rulebook's title."""
    decision = document.get("decision")
    for node, key in ((decision, "number"), (decision, "subject"), (document, "title")):
        found = node.get(key) if isinstance(node, Mapping) else None
        if isinstance(found, Text):
            return found.text
    return ""


def _places(node: Node) -> Iterator[Place]:
    if isinstance(node, Text):
        yield node.place
    for child in node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries] if isinstance(node, Mapping) else ():
        yield from _places(child)
