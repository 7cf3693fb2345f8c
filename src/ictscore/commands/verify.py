"""``ictscore verify``: whether a results workbook is still what ictscore wrote."""

from __future__ import annotations

from pathlib import Path

import click

from ictscore.commands.holding import held
from ictscore.commands.options import exit_code, held_option, lang_option, rulebook_option
from ictscore.commands.outputs import report_format_option, tell
from ictscore.errors import FileRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.places import Place
from ictscore.reports.console import plain, talk
from ictscore.reports.findings import summary_line
from ictscore.reports.formats import Format
from ictscore.reports.recorded.read_workbook_results import open_results, stamp_of
from ictscore.reports.recorded.verified import Verified, verify_workbook
from ictscore.reports.reported import Reported
from ictscore.signatures import SUFFIX, check_signature
from ictscore.survey.layout import LIVE_KIND
from ictscore.survey.sheets.cells import Workbook
from ictscore.words import N_, tr

_WRITTEN = N_("{file}: all {count} cells are as they were written.")
_MOVED = N_("{file}: all {count} cells are as they were written, some in rows that stand elsewhere now (SC287).")
_AGREE = N_("{file}: all {count} cells agree with the engine.")


@click.command("verify")
@click.argument("paths", nargs=-1, required=True, metavar="RESULTS…", type=click.Path(path_type=Path))
@report_format_option
@click.option("--signers", type=click.Path(path_type=Path), metavar="FILE", help="Check RESULTS.sig by these allowed signers.")
@click.option("--identity", metavar="NAME", help="Who must have signed, as the file of signers names them.")
@click.option("--recalculate", is_flag=True, help="Calculate live workbooks again with LibreOffice, in a copy, and compare every cell.")
@rulebook_option
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - a command has as many options as it has
    paths: tuple[Path, ...],
    how: Format,
    signers: Path | None,
    identity: str | None,
    recalculate: bool,  # noqa: FBT001 - click passes flags by name
    rulebook: str | None,
) -> int:
    """Say which cells of results workbooks were edited after ictscore wrote them: points, ranks, names, grades, awards, words.

    Nothing but the workbook is needed: it holds a sealed copy of every cell, and of how it looked and was to be printed. What was hidden,
    shown otherwise, laid over a table or printed otherwise is told too. Saving the workbook again with another program is no edit, and rows
    of a table that were only sorted are none either, but named in a note; a remark beside the table is a warning. With --signers the
    signature beside each workbook is checked too. Whoever forges the seal as well is found by ictscore reproduce, or by a signature.

    Exits 1 when a cell was edited or is shown so that it may be read otherwise; 0 with warnings where something is only seen less well
    (hidden rows, other colours).

    Live workbooks (score --live) are held against what the engine makes of the answers in them, cell by cell.
    """
    if (signers is None) != (identity is None):
        raise click.UsageError(tr("--signers and --identity belong together."))
    findings: list[Finding] = []
    counts = {}
    live = set[str]()
    for path in paths:
        verified, is_live = _verify(path, rulebook, recalculate=recalculate)
        live |= {str(path)} if is_live else set()
        counts[str(path)] = verified.cells
        findings += verified.findings
        if signers is not None and identity is not None:
            findings.append(check_signature(path, path.with_name(path.name + SUFFIX), signers, identity))
    tell(Reported("verify", tuple(findings), tuple(counts), record={"cells": counts}), how)
    for name, count in counts.items():
        mine = [each for each in findings if each.place.file == name]
        if count and not errors_among(mine):
            said = _AGREE if name in live else _MOVED if any(each.code == "SC287" for each in mine) else _WRITTEN
            talk().print(plain(tr(said, file=name, count=count - len(mine) if name in live else count)))
    talk().print(plain(summary_line(findings)))
    return exit_code(bool(errors_among(findings)))


def _verify(path: Path, rulebook: str | None, *, recalculate: bool) -> tuple[Verified, bool]:
    """Return how a workbook stands, and whether it is a live one, which only the engine can judge."""
    book = open_results(path)
    if stamp_of(book).get("kind") == LIVE_KIND:
        return _verify_live(book, rulebook, recalculate=recalculate), True
    if recalculate:
        raise FileRefused(finding("SC269", Place(str(path))))
    return verify_workbook(book), False


def _verify_live(book: Workbook, rulebook: str | None, *, recalculate: bool) -> Verified:
    from ictscore.reports.live.verified import verify_live  # noqa: PLC0415 - other workbooks need no engine

    return verify_live(book, rulebook, again=recalculate, hold=held)
