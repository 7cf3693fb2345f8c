"""``ictscore lint --prove`` and ``--incentives``: rulebooks proved, and held against what their authors accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from ictscore.commands.progress import counting
from ictscore.findings import Finding
from ictscore.proofs.accepted import ACCEPTED_FILE, sift
from ictscore.proofs.prove import prove
from ictscore.reports.proofs_json import ToldProof, proofs_record
from ictscore.reports.proofs_text import print_proof
from ictscore.rulebook.load import examine
from ictscore.words import tr


@dataclass(frozen=True, slots=True)
class Proved:
    """Rulebooks proved: the doubts that stand, with what is wrong with acceptances, and all that is told of the proofs."""

    told: tuple[ToldProof, ...]
    findings: tuple[Finding, ...]
    with_tables: bool

    @property
    def record(self) -> dict[str, Any]:
        """Return the proofs for JSON."""
        return proofs_record(self.told)

    @property
    def aside(self) -> tuple[str, ...]:
        """Return how many findings are accepted, rulebook by rulebook."""
        accepted = [(each.rulebook, len(each.sifted.accepted)) for each in self.told if each.sifted.accepted]
        return tuple(
            tr("{id}: {count} findings are accepted with reasons in {file}.", id=rulebook, count=count, file=ACCEPTED_FILE)
            for rulebook, count in accepted
        )

    def print_tables(self, console: Console) -> None:
        """Print what every criterion can give."""
        for each in self.told if self.with_tables else ():
            if each.study is not None:
                print_proof(console, each.study)


def prove_files(files: Sequence[Path], *, proofs: bool, incentives: bool) -> Proved:
    """Return the rulebooks in ``files`` proved; those that cannot be read as rulebooks at all are passed over."""
    told: list[ToldProof] = []
    findings: list[Finding] = []
    with counting(tr("Proving"), len(files)) as progress:
        for file in files:
            loaded, found = examine(file)
            if loaded is not None:
                proof = prove(loaded, found, proofs=proofs, incentives=incentives)
                sifted = sift(file, proof.doubts, proofs=proofs, incentives=incentives)
                findings += [*sifted.findings, *(each.finding for each in sifted.standing)]
                told.append(ToldProof(proof.rulebook, proof.study, sifted))
            progress(1)
    return Proved(tuple(told), tuple(findings), proofs)
