"""The units that nothing came from, told in one line for each group."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from ictscore.findings import Finding
from ictscore.reports.console import one_line, plain
from ictscore.words import tr

UNIT_MISSING = "UN104"


def print_missing(console: Console, findings: Sequence[Finding]) -> bool:
    """Name the missing units, group by group, with what to do about them once; return whether there are any."""
    groups: dict[str, list[str]] = {}
    missing = [each for each in findings if each.code == UNIT_MISSING]
    for each in missing:
        groups.setdefault(str(each.values["group"]), []).append(one_line(str(each.values["unit"])))
    for group, names in groups.items():
        console.print(plain(tr("Group “{group}” is not complete; missing: {units}.", group=group, units="; ".join(names))))
    if missing:
        console.print(plain(f"  → {missing[0].advice}"))
    return bool(missing)
