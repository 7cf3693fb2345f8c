"""``ictscore lint --prove`` and ``--incentives``: rulebooks proved, told and held against what their authors accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ictscore.commands.progress import counting
from ictscore.findings import Finding
from ictscore.proofs.accepted import ACCEPTED_FILE, sift
from ictscore.proofs.prove import prove
from ictscore.reports.console import plain, results, talk
from ictscore.reports.findings import Format, print_findings, tell_findings
from ictscore.reports.proofs_json import ToldProof, proofs_json
from ictscore.reports.proofs_text import print_proof
from ictscore.rulebook.load import examine
from ictscore.words import tr


def prove_files(files: Sequence[Path], how: Format, *, strict: bool, proofs: bool, incentives: bool) -> list[Finding]:
    """Prove the rulebooks in ``files``, print what was found, and return all findings that stand."""
    told: list[ToldProof] = []
    findings: list[Finding] = []
    with counting(tr("Proving"), len(files)) as progress:
        for file in files:
            loaded, found = examine(file)
            findings += found
            if loaded is not None:
                proof = prove(loaded, found, proofs=proofs, incentives=incentives)
                sifted = sift(file, proof.doubts, proofs=proofs, incentives=incentives)
                findings += sifted.findings
                told.append(ToldProof(proof.rulebook, proof.study, sifted))
            progress(1)
    if strict:
        findings = [replace(each, raised=True) for each in findings]
        told = [_raised(each) for each in told]
    _tell(told, findings, how, files, table=proofs)
    return [*findings, *(each.finding for proof in told for each in proof.sifted.standing)]


def _raised(proof: ToldProof) -> ToldProof:
    standing = tuple(replace(each, finding=replace(each.finding, raised=True)) for each in proof.sifted.standing)
    return replace(proof, sifted=replace(proof.sifted, standing=standing))


def _tell(told: list[ToldProof], findings: list[Finding], how: Format, files: Sequence[Path], *, table: bool) -> None:
    if how == "json":
        results().print(proofs_json(told, findings, [file.as_posix() for file in files]), soft_wrap=True)
        return
    every = [*findings, *(each.finding for proof in told for each in proof.sifted.standing)]
    if how == "github":
        tell_findings(results(), every, how)
        return
    for proof in told:
        if table and proof.study is not None:
            print_proof(results(), proof.study)
    print_findings(results(), every)
    for proof in told:
        if proof.sifted.accepted:
            values = {"id": proof.rulebook, "count": len(proof.sifted.accepted), "file": ACCEPTED_FILE}
            talk().print(plain(tr("{id}: {count} findings are accepted with reasons in {file}.", **values)))
