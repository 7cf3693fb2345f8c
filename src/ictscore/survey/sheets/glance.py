"""A glance into a file: what its document properties say, without reading its cells."""

from __future__ import annotations

from collections.abc import Mapping

from ictscore.survey.sheets.collecting import Collector
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.package import CONTENT_TYPES, is_word, read_relationships
from ictscore.survey.sheets.properties import read_properties

_SHEETS = "xl/workbook.xml"
_OPEN_SHEETS, _OPEN_PROPERTIES = "content.xml", "meta.xml"
"""The parts that name the sheets, and of an OpenDocument the properties."""


def properties_at_a_glance(file: InputFile, key: str, sheet: str, limits: Limits = LIMITS) -> Mapping[str, str] | None:
    """Return the custom properties of a workbook; None where that is not enough to know what it is, and it has to be read.

    It has to be read where it is no .xlsx or .ods file, where its properties are damaged, and where ``key`` is none of them and a sheet is
    called ``sheet``.
    Raises FileRefused for an archive that no honest program writes.
    """
    if not file.data.startswith(b"PK"):
        return None
    container, found = Container(file, limits), Collector(file.name, limits.findings_of_a_kind)
    if CONTENT_TYPES in container and _SHEETS in container and not is_word(container, limits):
        properties, part = read_properties(container, read_relationships(container, "", limits), found, limits), _SHEETS
    elif _OPEN_SHEETS in container and _OPEN_PROPERTIES in container and CONTENT_TYPES not in container:
        from ictscore.survey.sheets.ods.workbook import read_properties as read_open  # noqa: PLC0415 - most surveys have none

        properties, part = read_open(container.read(_OPEN_PROPERTIES), found, limits), _OPEN_SHEETS
    else:
        return None
    if found.findings():
        return None
    return properties if properties.get(key) or sheet.encode() not in container.read(part).data else None
