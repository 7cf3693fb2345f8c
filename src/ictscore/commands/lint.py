"""``ictscore lint``: everything that can be found in rulebooks."""

from __future__ import annotations

from pathlib import Path

import click

from ictscore.commands.options import exit_code, lang_option, report_format_option
from ictscore.findings import Finding, errors_among
from ictscore.reports.console import plain, results, talk
from ictscore.reports.findings import Format, summary_line, tell_findings
from ictscore.rulebook.load import examine
from ictscore.rulebook.shipped import find_rulebook
from ictscore.words import tr


@click.command("lint")
@click.argument("paths", nargs=-1, required=True, metavar="ID|PATH…")
@report_format_option
@click.option("--strict", is_flag=True, help="Treat notes and warnings as errors.")
@click.option("--prove", "proofs", is_flag=True, help="Prove what points, grades and awards can come about, whatever the answers.")
@click.option("--incentives", is_flag=True, help="Find where doing more, answering or declaring truthfully lowers the score.")
@lang_option
def command(
    paths: tuple[str, ...],
    how: Format,
    strict: bool,  # noqa: FBT001 - click passes flags by name
    proofs: bool,  # noqa: FBT001
    incentives: bool,  # noqa: FBT001
) -> int:
    """Check rulebooks: their YAML, names, sums, steps, grades, sources and amendments.

    A path is a rulebook's id, its file, its folder, or a folder of rulebooks. Exits 1 when there is an error.

    With --prove and --incentives every finding shows answers that scoring has confirmed; what the author accepts stands, with its reason,
    in accepted.yaml beside the rulebook.
    """
    files = [file for path in paths for file in rulebooks_under(path)]
    if proofs or incentives:
        from ictscore.commands.proving import prove_files  # noqa: PLC0415 - scoring is imported only where something is proved

        proved = prove_files(files, how, strict=strict, proofs=proofs, incentives=incentives)
        return _summed_up(files, proved)
    findings: list[Finding] = []
    for file in files:
        findings += examine(file)[1]
    if strict:
        findings = [Finding(each.code, each.place, each.values, each.related, each.excerpt, raised=True) for each in findings]
    tell_findings(results(), findings, how, files=[file.as_posix() for file in files])
    return _summed_up(files, findings)


def _summed_up(files: list[Path], findings: list[Finding]) -> int:
    talk().print(plain(tr("Rulebooks checked: {count}; {summary}.", count=len(files), summary=summary_line(findings))))
    return exit_code(bool(errors_among(findings)))


def rulebooks_under(path: str) -> list[Path]:
    """Return the rulebook files that a path or id means; a folder without a rulebook of its own means all below it."""
    folder = Path(path)
    if folder.is_dir() and not (folder / "rulebook.yaml").is_file():
        found = sorted(folder.glob("**/rulebook.yaml"))
        if found:
            return found
    return [find_rulebook(path)]
