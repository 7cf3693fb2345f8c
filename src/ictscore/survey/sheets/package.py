"""How the parts of a workbook point to each other: content types and relationships."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.markup import Path, refuse, walk
from ictscore.words import Phrase, phrase

CONTENT_TYPES = "[Content_Types].xml"


class Relationship(NamedTuple):
    """A pointer from one part to another: its id, the last word of its type, and the part it names."""

    id: str
    kind: str
    target: str
    external: bool


_WORD = ("wordprocessingml.document.main", "wordprocessingml.template.main", "ms-word.document.macro", "ms-word.template.macro")


def is_word(container: Container, limits: Limits = LIMITS) -> bool:
    """Return whether an Office file is a Word document, a template or one with macros among them."""
    return CONTENT_TYPES in container and any(mark in each for each in _types(container, limits) for mark in _WORD)


def check_content_types(container: Container, limits: Limits = LIMITS) -> None:
    """Refuse an Office file that is not a workbook of XML parts, by its name."""
    if CONTENT_TYPES not in container:
        other = _other_archive(container)
        raise container.refusal("IO106", what=other) if other else container.refusal("IO201", part=CONTENT_TYPES)
    found = _types(container, limits)
    for mark, what in (
        ("wordprocessingml.document.main", phrase("a Word document")),
        ("presentationml.presentation.main", phrase("a PowerPoint presentation")),
        ("ms-excel.sheet.binary", phrase("a binary workbook (.xlsb)")),
    ):
        if any(mark in each for each in found):
            raise container.refusal("IO106", what=what)


def _types(container: Container, limits: Limits) -> list[str]:
    found: list[str] = []

    def start(path: Path, attributes: Mapping[str, str]) -> None:
        if path[-1] in ("Override", "Default"):
            found.append(attributes.get("ContentType", ""))

    walk(container.read(CONTENT_TYPES), start, limits=limits)
    return found


def read_relationships(container: Container, part: str, limits: Limits = LIMITS) -> tuple[Relationship, ...]:
    """Return the relationships of ``part`` (empty for the whole package), in the order of the file."""
    folder, name = posixpath.split(part)
    source = container.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, Relationship] = {}

    def start(path: Path, attributes: Mapping[str, str]) -> None:
        if path != ("Relationships", "Relationship"):
            return
        key = attributes.get("Id", "")
        if key in found:
            refuse(source, "IO208", reason=phrase("the id {id} is there twice", id=shown(key)))
        kind = attributes.get("Type", "").rpartition("/")[2]
        external = attributes.get("TargetMode", "").lower() == "external"
        found[key] = Relationship(key, kind, posixpath.join("/", folder, attributes.get("Target", "")), external)

    walk(source, start, limits=limits)
    return tuple(found.values())


def target_of(container: Container, relationship: Relationship) -> str:
    """Return the name of the part a relationship leads to; refuse one that leads out of the file."""
    climbed = depth = 0
    for step in relationship.target.split("/"):
        depth += {"..": -1, ".": 0, "": 0}.get(step, 1)
        climbed = min(climbed, depth)
    if relationship.external or climbed < 0 or "\\" in relationship.target or ":" in relationship.target:
        raise container.refusal("IO207", target=shown(relationship.target.removeprefix("/")))
    return posixpath.normpath(relationship.target).lstrip("/")


def _other_archive(container: Container) -> Phrase | None:
    """Return what an archive without content types is, as far as its names tell."""
    names = container.names()
    if "mimetype" in container:
        return phrase("an OpenDocument file")
    if any(name.lower().endswith((".xlsx", ".xlsm", ".xls", ".csv")) for name in names):
        return phrase("a zip archive of files, to be unpacked first")
    return None if any(name.startswith("xl/") for name in names) else phrase("a zip archive")
