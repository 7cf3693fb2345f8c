"""The custom document properties of a workbook, where a form keeps its stamp."""

from __future__ import annotations

from collections.abc import Mapping

from ictscore.errors import FileRefused
from ictscore.survey.sheets.collecting import Collector
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.markup import Path, walk
from ictscore.survey.sheets.package import Relationship, target_of


def read_properties(
    container: Container, relationships: tuple[Relationship, ...], found: Collector, limits: Limits = LIMITS
) -> Mapping[str, str]:
    """Return the custom properties by name, as text; none, with a warning, when they cannot be read."""
    properties: dict[str, str] = {}
    name = ""

    def start(path: Path, attributes: Mapping[str, str]) -> None:
        nonlocal name
        if path == ("Properties", "property"):
            name = attributes.get("name", "")

    def end(path: Path, text: str) -> None:
        if path[:-1] == ("Properties", "property") and name:
            properties[name] = text

    for each in relationships:
        if each.kind in ("custom-properties", "customProperties"):
            try:
                walk(container.read(target_of(container, each)), start, end, limits)
            except FileRefused:
                found.add("IO215")
                return {}
    return properties
