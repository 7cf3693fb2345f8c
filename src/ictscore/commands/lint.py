"""``ictscore lint``: everything that can be found in rulebooks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from ictscore.commands.options import exit_code, lang_option
from ictscore.commands.outputs import PairedCommand, output_options, outputs_of, write_outputs
from ictscore.findings import Finding, errors_among
from ictscore.reports.console import one_line, plain, talk
from ictscore.reports.findings import print_findings, summary_line
from ictscore.reports.formats import Format
from ictscore.reports.reported import Reported, suites_by_file
from ictscore.rulebook.load import examine
from ictscore.rulebook.shipped import find_rulebook, shown_name
from ictscore.rulebook.units import examine_units
from ictscore.words import tr


@click.command("lint", cls=PairedCommand)
@click.argument("paths", nargs=-1, required=True, metavar="ID|PATH…")
@output_options
@click.option("--force", is_flag=True, help="Overwrite files that hold something else.")
@click.option("--strict", is_flag=True, help="Treat notes and warnings as errors.")
@lang_option
def command(
    paths: tuple[str, ...],
    formats: tuple[Format, ...],
    files: tuple[Path, ...],
    force: bool,  # noqa: FBT001 - click passes flags by name
    strict: bool,  # noqa: FBT001
) -> int:
    """Check rulebooks: their YAML, names, sums, steps, grades, sources and amendments, and the lists of units beside them.

    A path is a rulebook's id, its file, its folder, or a folder of rulebooks. Exits 1 when there is an error, whatever the format.
    """
    outputs = outputs_of(formats, files)
    rulebooks = [file for path in paths for file in rulebooks_under(path)]
    findings = tuple(replace(each, raised=True) if strict else each for file in rulebooks for each in _examined(file))
    names = tuple(dict.fromkeys([*(shown_name(file) for file in rulebooks), *(each.place.file for each in findings if each.place.file)]))
    record = {"files": [file.as_posix() for file in rulebooks]}
    reported = Reported("lint", findings, names, tuple(suites_by_file(names, findings)), record)
    written = write_outputs(outputs, reported, lambda console: print_findings(console, findings), force=force, inputs=rulebooks)
    for path in written:
        talk().print(plain(tr("Written: {path}", path=one_line(str(path)))))
    talk().print(plain(tr("Rulebooks checked: {count}; {summary}.", count=len(rulebooks), summary=summary_line(findings))))
    return exit_code(bool(errors_among(findings)))


def _examined(file: Path) -> tuple[Finding, ...]:
    """Return what is found in a rulebook, and in the list of units beside it."""
    loaded, found = examine(file)
    return (*found, *(examine_units(loaded)[1] if loaded is not None else ()))


def rulebooks_under(path: str) -> list[Path]:
    """Return the rulebook files that a path or id means; a folder without a rulebook of its own means all below it."""
    folder = Path(path)
    if folder.is_dir() and not (folder / "rulebook.yaml").is_file():
        found = sorted(folder.glob("**/rulebook.yaml"))
        if found:
            return found
    return [find_rulebook(path)]
