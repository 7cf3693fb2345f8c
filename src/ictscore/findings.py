"""What a person should look at: a code, where it stands, and the values its message needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ictscore.codes import CODES
from ictscore.places import NOWHERE, Place
from ictscore.words import tr

Severity = Literal["note", "warning", "error"]

SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. The sentence is made only when it is printed, in the language spoken then.

    ``values`` fill the code's message and advice; ``related`` are further places (the first of two duplicate keys);
    ``excerpt`` is the line of text around the place, where there is one.
    """

    code: str
    place: Place = NOWHERE
    values: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
    excerpt: str = ""
    raised: bool = False

    @property
    def severity(self) -> Severity:
        """Return how much it matters: as the code says, or an error when it was raised (``--strict``)."""
        return "error" if self.raised else CODES[self.code].severity

    @property
    def message(self) -> str:
        """Return what is the matter, in the spoken language."""
        return tr(CODES[self.code].message, **self.values)

    @property
    def advice(self) -> str:
        """Return what to do about it, in the spoken language."""
        return tr(CODES[self.code].advice, **self.values)


def finding(code: str, place: Place = NOWHERE, *, related: Iterable[Place] = (), excerpt: str = "", **values: object) -> Finding:
    """Return a finding; ``values`` are put into the message of ``code``."""
    return Finding(code, place, values, tuple(related), excerpt)


def errors_among(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that are errors."""
    return tuple(each for each in findings if each.severity == "error")
