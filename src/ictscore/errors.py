"""What stops us: one tree of exceptions, caught in ``cli`` alone."""

from __future__ import annotations

from collections.abc import Sequence

from ictscore.findings import Finding


class Stop(Exception):
    """Cannot go on; carries the findings that say why (exit code 2)."""

    def __init__(self, *findings: Finding) -> None:
        """Stop because of ``findings``, at least one of them an error."""
        super().__init__(*findings)
        self.findings: Sequence[Finding] = findings


class RulebookRefused(Stop):
    """A rulebook that cannot be used."""


class FileRefused(Stop):
    """A file that cannot be read or written."""


class SelfCheckFailed(Stop):
    """We found ourselves wrong: what was written is not what was computed (exit code 3)."""
