"""The manifest of a result: everything needed to make it again, for machines, beside the page of origin for people."""

from __future__ import annotations

import json
import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.told import Told
from ictscore.survey.evidence.records import EvidenceFile, Listing

SCHEMA = "1"
STAGE_NAMED = "stage_named"
"""The option that says whether the stage was named, or the latest one in the survey was taken."""
LIBRARIES = ("click", "lark", "pydantic", "pyyaml", "rich", "xlsxwriter")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a result says of its making: rulebook, files by name and hash (``refused``: unread), what was asked for, by which program.

    ``evidence`` are the files among which evidence was looked for, by name and size: more of them is never looked at.
    """

    rulebook: str
    hash: str
    inputs: tuple[tuple[str, str], ...]
    lists: tuple[tuple[str, str], ...]
    stage: str
    command: str
    options: Mapping[str, bool]
    version: str
    surroundings: Mapping[str, str]
    accepted: Mapping[str, int]
    refused: tuple[tuple[str, str], ...] = ()
    mapping: tuple[str, str] | None = None
    evidence: Listing | None = None


def manifest_text(told: Told) -> str:
    """Return the manifest of a result as JSON on one line."""
    origin = told.origin
    accepted = Counter(each.code for each in told.findings if each.severity != "error")
    record = {
        "schema": SCHEMA,
        "rulebook": origin.rulebook,
        "hash": origin.hash,
        "rulebook_files": list(origin.rulebook_files),
        "inputs": [[each.name, each.sha256] for each in origin.inputs],
        "refused": [[each.name, each.sha256] for each in origin.refused],
        "lists": list(origin.lists),
        **({"mapping": list(origin.mapping)} if origin.mapping is not None else {}),
        "stage": origin.stage,
        "command": origin.command,
        "options": dict(sorted(origin.options)),
        "version": origin.version,
        "surroundings": {"python": platform.python_version(), **{name: version(name) for name in LIBRARIES}},
        "accepted": dict(sorted(accepted.items())),
        **_evidence_record(origin.evidence),
    }
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def _pair(record: Sequence[object]) -> tuple[str, str]:
    name, digest = record
    return str(name), str(digest)


def _evidence_record(listing: Listing | None) -> dict[str, Any]:
    if listing is None:
        return {}
    files = [[each.name, each.size] for each in listing.files]
    return {"evidence": {"folder": listing.folder, "files": files, "unseen": list(listing.unseen)}}


def _read_evidence(record: Mapping[str, Any]) -> Listing:
    files = tuple(EvidenceFile(str(name), int(size)) for name, size in record["files"])
    return Listing(str(record["folder"]), files, tuple(str(each) for each in record["unseen"]))


def read_manifest(text: str, file: str) -> Manifest:
    """Return the manifest written in a result. Raises FileRefused where there is none, or it cannot be understood."""
    try:
        record: dict[str, Any] = {SCHEMA: json.loads(text)}[json.loads(text)["schema"]]
        return Manifest(
            rulebook=str(record["rulebook"]),
            hash=str(record["hash"]),
            inputs=tuple((str(name), str(digest)) for name, digest in record["inputs"]),
            refused=tuple((str(name), str(digest)) for name, digest in record.get("refused", ())),
            lists=tuple((str(name), str(digest)) for name, digest in record["lists"]),
            mapping=_pair(record["mapping"]) if "mapping" in record else None,
            stage=str(record["stage"]),
            command=str(record["command"]),
            options={str(name): value is True for name, value in record["options"].items()},
            version=str(record["version"]),
            surroundings={str(name): str(value) for name, value in record["surroundings"].items()},
            accepted={str(code): int(count) for code, count in record["accepted"].items()},
            evidence=_read_evidence(record["evidence"]) if "evidence" in record else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise FileRefused(finding("SC290", Place(file))) from None
