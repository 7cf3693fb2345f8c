"""``ictscore lint --prove`` and ``--incentives``: rulebooks proved, and held against what their authors accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from ictscore.commands.progress import counting
from ictscore.findings import Finding
from ictscore.proofs.accepted import ACCEPTED_FILE, sift
from ictscore.proofs.prove import prove
from ictscore.reports.proofs.json import ToldProof, proofs_record
from ictscore.reports.proofs.text import print_proof
from ictscore.rulebook.load import examine
from ictscore.words import tr


@dataclass(frozen=True, slots=True)
class Proved:
    """Rulebooks proved: the doubts that stand, with what is wrong with acceptances, and all that is told of the proofs."""

    told: tuple[ToldProof, ...]
    findings: tuple[Finding, ...]
    with_tables: bool
    with_incentives: bool

    @property
    def record(self) -> dict[str, Any]:
        """Return the proofs for JSON."""
        return proofs_record(self.told)

    @property
    def aside(self) -> tuple[str, ...]:
        """Return how many findings are accepted, and how far incentives were looked for, rulebook by rulebook."""
        return tuple(text for each in self.told for text in (*_accepted(each), *(_looked_for(each) if self.with_incentives else ())))

    def print_tables(self, console: Console) -> None:
        """Print what every criterion can give."""
        for each in self.told if self.with_tables else ():
            if each.study is not None:
                print_proof(console, each.study)


def _accepted(told: ToldProof) -> Iterator[str]:
    if count := len(told.sifted.accepted):
        yield tr("{id}: findings accepted with reasons in {file}: {count}.", id=told.rulebook, count=count, file=ACCEPTED_FILE)


def _looked_for(told: ToldProof) -> Iterator[str]:
    """Yield of how many criteria nothing more than what is told can be found, and that it is no proof for the others."""
    leaves = told.study.leaves if told.study is not None else ()
    whole = sum(each.search.is_whole for each in leaves)
    if whole < len(leaves):
        yield tr(
            "{id}: {whole} of {count} criteria were tried at every answer; "
            "for the others, what is not told was not found, which is no proof.",
            id=told.rulebook,
            whole=whole,
            count=len(leaves),
        )


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
    return Proved(tuple(told), tuple(findings), proofs, incentives)
