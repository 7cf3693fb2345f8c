"""``ictscore lint``: everything that can be found in rulebooks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from ictscore.commands.holding import held
from ictscore.commands.options import exit_code, held_option, lang_option
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


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in rulebooks: the findings, further keys for JSON, what people see before the findings, and what is said aside."""

    findings: tuple[Finding, ...]
    record: dict[str, Any] = field(default_factory=dict)
    tables: Callable[[Console], None] = lambda _: None
    aside: tuple[str, ...] = ()


@click.command("lint", cls=PairedCommand)
@click.argument("paths", nargs=-1, required=True, metavar="ID|PATH…")
@output_options
@click.option("--force", is_flag=True, help="Overwrite files that hold something else.")
@click.option("--strict", is_flag=True, help="Treat notes and warnings as errors.")
@click.option("--prove", "proofs", is_flag=True, help="Prove what points, grades and awards can come about, whatever the answers.")
@click.option("--incentives", is_flag=True, help="Find where doing more, answering or declaring truthfully lowers the score.")
@held_option
@lang_option
def command(  # noqa: PLR0913, PLR0917 - a command has as many options as it has
    paths: tuple[str, ...],
    formats: tuple[Format, ...],
    files: tuple[Path, ...],
    force: bool,  # noqa: FBT001 - click passes flags by name
    strict: bool,  # noqa: FBT001
    proofs: bool,  # noqa: FBT001
    incentives: bool,  # noqa: FBT001
) -> int:
    """Check rulebooks: their YAML, names, sums, steps, grades, sources and amendments, and the lists of units beside them.

    A path is a rulebook's id, its file, its folder, or a folder of rulebooks. Exits 1 when there is an error, whatever the format.

    With --prove and --incentives every finding shows answers that scoring has confirmed; what the author accepts stands, with its reason,
    in accepted.yaml beside the rulebook.
    """
    outputs = outputs_of(formats, files)
    rulebooks = [file for path in paths for file in rulebooks_under(path)]
    looked = _proved(rulebooks, proofs=proofs, incentives=incentives) if proofs or incentives else Looked(_examined_all(rulebooks))
    findings = tuple(replace(each, raised=True) if strict else each for each in looked.findings)
    names = tuple(dict.fromkeys([*(shown_name(file) for file in rulebooks), *(each.place.file for each in findings if each.place.file)]))
    record = {"files": [file.as_posix() for file in rulebooks], **looked.record}
    reported = Reported("lint", findings, names, tuple(suites_by_file(names, findings)), record)
    written = write_outputs(outputs, reported, _for_people(looked, findings), force=force, inputs=rulebooks)
    for path in written:
        talk().print(plain(tr("Written: {path}", path=one_line(str(path)))))
    for text in looked.aside:
        talk().print(plain(text))
    talk().print(plain(tr("Rulebooks checked: {count}; {summary}.", count=len(rulebooks), summary=summary_line(findings))))
    return exit_code(bool(errors_among(findings)))


def _for_people(looked: Looked, findings: Sequence[Finding]) -> Callable[[Console], None]:
    def print_all(console: Console) -> None:
        looked.tables(console)
        print_findings(console, findings)

    return print_all


def _examined_all(files: Sequence[Path]) -> tuple[Finding, ...]:
    return tuple(each for file in files for each in _examined(file))


def _proved(files: Sequence[Path], *, proofs: bool, incentives: bool) -> Looked:
    from ictscore.commands.proving import prove_files  # noqa: PLC0415 - scoring is imported only where something is proved

    proved = prove_files(files, proofs=proofs, incentives=incentives)
    return Looked((*_examined_all(files), *proved.findings), proved.record, proved.print_tables, proved.aside)


def _examined(file: Path) -> tuple[Finding, ...]:
    """Return what is found in a rulebook that the lock allows, and in the list of units beside it."""
    loaded, found = examine(file)
    if loaded is not None:
        held(loaded)
    return (*found, *(examine_units(loaded)[1] if loaded is not None else ()))


def rulebooks_under(path: str) -> list[Path]:
    """Return the rulebook files that a path or id means; a folder without a rulebook of its own means all below it."""
    folder = Path(path)
    if folder.is_dir() and not (folder / "rulebook.yaml").is_file():
        found = sorted(folder.glob("**/rulebook.yaml"))
        if found:
            return found
    return [find_rulebook(path)]
