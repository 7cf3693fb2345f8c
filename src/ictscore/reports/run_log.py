"""The log of a run as lines of JSON: by which rulebook, what was read, what was found, what came out, which files were written.

No clock stands in it: the same run writes the same log. Its last line seals the lines before it, so that an edited log is known as one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from ictscore.reports.findings import SCHEMA_VERSION, finding_record
from ictscore.reports.json_results import origin_record
from ictscore.reports.told import Told

_LONGEST = 64_000_000


def run_log(told: Told, written: Mapping[str, bytes]) -> str:
    """Return the log of a run that wrote these files (by their names)."""
    lines = [json.dumps({"schema_version": SCHEMA_VERSION, **each}, ensure_ascii=False) for each in _steps(told, written)]
    text = "".join(f"{line}\n" for line in lines)
    return text + json.dumps({"schema_version": SCHEMA_VERSION, "step": "end", "sha256": _digest(text.encode())}) + "\n"


def _steps(told: Told, written: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    origin = origin_record(told.origin)
    inputs = origin.pop("inputs")
    yield {"step": "begin", **origin}
    yield from ({"step": "read", **each} for each in inputs)
    yield from ({"step": "refused", "name": each.name, "sha256": each.sha256} for each in told.origin.refused)
    yield from ({"step": "finding", **finding_record(each)} for each in told.findings)
    yield from ({"step": "ranked", "group": each.group.id, "units": len(each.units)} for each in told.groups)
    yield from ({"step": "written", "name": name, "sha256": _digest(data)} for name, data in written.items())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def logged_files(path: Path) -> dict[str, str] | None:
    """Return the hashes of the files that the log in ``path`` says were written, by their names; None where it is no whole log of ours."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        if path.stat().st_size > _LONGEST:
            return None
        text = path.read_bytes().decode()
        body, end = text[: text.rstrip("\n").rindex("\n") + 1], json.loads(text.rstrip("\n").rpartition("\n")[2])
        if end["step"] != "end" or end["sha256"] != _digest(body.encode()):
            return None
        steps = [json.loads(line) for line in body.splitlines() if '"step": "written"' in line]
        return {str(each["name"]): str(each["sha256"]) for each in steps if each.get("step") == "written"}
    return None
