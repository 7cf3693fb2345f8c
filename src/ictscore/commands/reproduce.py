"""``ictscore reproduce``: a published result made again from its inputs."""

from __future__ import annotations

from pathlib import Path

import click

from ictscore.commands.holding import held
from ictscore.commands.options import exit_code, held_option, lang_option
from ictscore.commands.outputs import report_format_option, tell
from ictscore.findings import errors_among
from ictscore.reports.console import plain, talk
from ictscore.reports.findings import summary_line
from ictscore.reports.formats import Format
from ictscore.reports.recorded.read_workbook_results import open_results
from ictscore.reports.recorded.reproduced import hold_rulebook, manifest_of, reproduce
from ictscore.reports.reported import Reported
from ictscore.rulebook.load import load_recorded, load_rulebook
from ictscore.words import tr


@click.command("reproduce")
@click.argument("path", metavar="RESULTS", type=click.Path(path_type=Path))
@click.option("--inputs", "-i", multiple=True, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER", help="Its inputs.")
@click.option("--rulebook", "-r", metavar="ID|PATH", help="Where the rulebook is (default: the id the result names).")
@report_format_option
@held_option
@lang_option
def command(path: Path, inputs: tuple[Path, ...], rulebook: str | None, how: Format) -> int:
    """Make a published result again from its inputs and say which of its cells are not the same.

    The result’s manifest says by which rulebook, from which files and with which options it was made; files are known by their hashes,
    whatever they are called now, and a file that is missing or was changed is named.

    Exits 1, as verify does, when a cell differs or is shown so that it may be read otherwise; 0 with warnings where something is only seen
    less well (hidden rows, other colours).
    """
    book = open_results(path)
    manifest = manifest_of(book)
    loaded = load_rulebook(rulebook) if rulebook is not None else load_recorded(manifest.rulebook, str(path), digest=manifest.hash)
    hold_rulebook(manifest, held(loaded), str(path))
    made = reproduce(book, manifest, loaded, inputs)
    tell(Reported("reproduce", made.findings, (str(path),), record={"cells": made.cells}), how)
    if not errors_among(made.findings):
        talk().print(plain(tr("All {count} published cells are made again by the inputs.", count=made.cells)))
    talk().print(plain(summary_line(made.findings)))
    return exit_code(bool(errors_among(made.findings)))
