"""What was found as SARIF 2.1.0: rules in both languages, artifacts with their hashes, cells as logical locations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from ictscore import __version__
from ictscore.codes import CODES
from ictscore.findings import Finding, Severity
from ictscore.places import Place
from ictscore.reports.console import one_line, printable
from ictscore.reports.plain_json import dumped
from ictscore.reports.reported import Reported, portable
from ictscore.survey.blank.front import in_language
from ictscore.words import LANGUAGES, spoken, tr

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "ictscore/v1"

_LEVELS: dict[Severity, str] = {"note": "note", "warning": "warning", "error": "error"}
_NAMES = {"en": "English", "vi": "Tiếng Việt"}


def sarif_text(reported: Reported) -> str:
    """Return the log of one run."""
    codes = sorted({each.code for each in reported.findings})
    files = tuple(dict.fromkeys(each for each in (*reported.files, *_files(reported.findings)) if each))
    rule_at = {code: index for index, code in enumerate(codes)}
    file_at = {file: index for index, file in enumerate(files)}
    pairs = zip(reported.findings, reported.fingerprints(), strict=True)
    run = {
        "tool": {"driver": _driver(codes)},
        "automationDetails": {"id": f"ictscore {reported.kind}/"},
        "language": "vi-VN" if spoken() == "vi" else "en-US",
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(file, reported.hashes) for file in files],
        "results": [_result(found, fingerprint, rule_at[found.code], file_at) for found, fingerprint in pairs],
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _files(findings: Iterable[Finding]) -> Iterable[str]:
    return (place.file for each in findings for place in (each.place, *each.related))


def _driver(codes: list[str]) -> dict[str, Any]:
    return {"name": "ictscore", "version": __version__, "semanticVersion": __version__, "rules": [_rule(each) for each in codes]}


def _rule(code: str) -> dict[str, Any]:
    """Return a rule; words in braces stand for what a finding puts there."""
    texts = {}
    for language in LANGUAGES:
        with in_language(language):
            texts[language] = f"{tr(CODES[code].message)}\n{tr(CODES[code].advice)}"
    helps = "\n\n".join(f"{_NAMES[language]}: {text}" for language, text in texts.items())
    return {
        "id": code,
        "shortDescription": {"text": tr(CODES[code].message)},
        "fullDescription": {"text": texts[spoken()]},
        "help": {"text": helps},
        "defaultConfiguration": {"level": _LEVELS[CODES[code].severity]},
    }


def _artifact(file: str, hashes: Mapping[str, str]) -> dict[str, Any]:
    known = {"hashes": {"sha-256": hashes[file]}} if file in hashes else {}
    return {"location": {"uri": uri_of(file)}, **known}


def _result(found: Finding, fingerprint: str, rule: int, file_at: Mapping[str, int]) -> dict[str, Any]:
    related = [{"id": number, **_location(each, file_at)} for number, each in enumerate(found.related, 1) if each.file]
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": {"text": printable(f"{found.message} {found.advice}")},
        **({"locations": [_location(found.place, file_at)]} if found.place.file else {}),
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }


def _location(place: Place, file_at: Mapping[str, int]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri_of(place.file), "index": file_at[place.file]}}
    if place.line:
        physical["region"] = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    spot = "!".join(one_line(each) for each in (place.sheet, place.cell) if each)
    logical = {"name": one_line(place.cell or place.sheet), "fullyQualifiedName": spot, "kind": "cell" if place.cell else "sheet"}
    return {"physicalLocation": physical, **({"logicalLocations": [logical]} if spot else {})}


def uri_of(file: str) -> str:
    """Return the address of a file: relative ones stay relative, every unusual character is encoded.

    >>> uri_of("nhận/Sở TC.xlsx"), uri_of("/a b.xlsx")
    ('nh%E1%BA%ADn/S%E1%BB%9F%20TC.xlsx', 'file:///a%20b.xlsx')
    """
    name = portable(file)
    path = quote(name.encode("utf-8", "surrogateescape"), safe="/")
    if name.startswith("/"):
        return f"file://{path}"
    is_drive = name[1:2] == ":"
    return f"file:///{name[0]}:{quote(name[2:].encode('utf-8', 'surrogateescape'), safe='/')}" if is_drive else path
