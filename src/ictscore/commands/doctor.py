"""``ictscore doctor``: what works on this machine, and what will not."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from ictscore.commands.options import exit_code, lang_option
from ictscore.commands.surroundings import Fact, Verdict, surroundings
from ictscore.reports.console import one_line, plain, results, table_box, talk, text_results
from ictscore.reports.findings import SCHEMA_VERSION
from ictscore.reports.plain_json import dumped
from ictscore.streams import can_show
from ictscore.words import N_, tr

_WORDS: dict[Verdict, str] = {"fine": N_("works"), "note": N_("note"), "fails": N_("will not work")}
_SIGNS: dict[Verdict, str] = {"fine": "✓", "note": "·", "fails": "!"}
_ASCII: dict[Verdict, str] = {"fine": "+", "note": ".", "fails": "!"}
_STYLES: dict[Verdict, str] = {"fine": "green", "note": "", "fails": "bold red"}


@click.command("doctor")
@click.option("--format", "how", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What is printed.")
@lang_option
def command(how: str) -> int:
    """Look at this machine: encodings, decimal sign, folders, helpers, rulebooks.

    Writing is really tried, and nothing is left behind. Exits 1 when something will not work.
    """
    facts = list(surroundings(Path.cwd()))
    failing = sum(1 for each in facts if each.verdict == "fails")
    if how == "json":
        document = {"schema_version": SCHEMA_VERSION, "kind": "doctor", "facts": [_record(each) for each in facts]}
        results().print(dumped(document), soft_wrap=True)
    else:
        console = text_results()
        console.print(_table(console, facts))
    last = tr("Everything works.") if not failing else tr("Will not work: {count}.", count=failing)
    talk().print(plain(last))
    return exit_code(bool(failing))


def _table(console: Console, facts: list[Fact]) -> Table:
    table = Table(box=table_box(console), pad_edge=False, expand=False, show_header=False, show_edge=False)
    for _ in range(3):
        table.add_column(overflow="fold")
    signs = _SIGNS if can_show(console.file, "✓·") else _ASCII
    for each in facts:
        verdict = plain(f"{signs[each.verdict]} {tr(_WORDS[each.verdict])}", style=_STYLES[each.verdict])
        table.add_row(plain(tr(each.what)), plain(one_line(str(each.found))), verdict)
    return table


def _record(fact: Fact) -> dict[str, str]:
    return {"id": fact.id, "what": tr(fact.what), "found": str(fact.found), "verdict": fact.verdict}
