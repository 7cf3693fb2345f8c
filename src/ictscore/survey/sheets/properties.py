"""The document properties of a workbook: the custom ones, where a form keeps its stamp, and when it says it was saved."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ictscore.errors import FileRefused
from ictscore.survey.sheets.collecting import Collector
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.markup import Path, walk
from ictscore.survey.sheets.package import Relationship, target_of

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?")


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


def read_modified(container: Container, relationships: tuple[Relationship, ...], limits: Limits = LIMITS) -> str:
    """Return when the workbook says it was saved last (``2020-09-30T08:15:00``); nothing where it does not say so in a readable way."""
    texts: list[str] = []

    def start(_path: Path, _attributes: Mapping[str, str]) -> None:
        return

    def end(path: Path, text: str) -> None:
        if path[-1:] == ("modified",):
            texts.append(text.strip())

    for each in relationships:
        if each.kind in ("core-properties", "coreProperties"):
            try:
                walk(container.read(target_of(container, each)), start, end, limits)
            except FileRefused:
                return ""
    found = _TIME.match(texts[0]) if texts else None
    return found[0] if found else ""
