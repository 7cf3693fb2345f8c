"""``ictscore rulebook``: rulebooks listed, shown and consolidated, and their JSON Schema."""

from __future__ import annotations

import json

import click

from ictscore.commands.holding import held
from ictscore.commands.options import exit_code, held_option, lang_option
from ictscore.errors import RulebookRefused
from ictscore.findings import finding
from ictscore.nearest import did_you_mean
from ictscore.reports.blamed import blame_json, blame_lines
from ictscore.reports.console import plain, text_results
from ictscore.reports.rulebook_tree import rulebooks_json, rulebooks_table, tree_lines
from ictscore.rulebook.blame import blame
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.resolve import consolidated_text
from ictscore.rulebook.schema import rulebook_schema
from ictscore.rulebook.shipped import shipped_ids
from ictscore.words import speak, spoken


@click.group("rulebook")
def command() -> None:
    """List, show, consolidate and trace rulebooks; print their JSON Schema."""


@command.command("list")
@click.option("--format", "how", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What is printed.")
@lang_option
def list_command(how: str) -> int:
    """List the rulebooks that come with ictscore, with their points by basis: stated, inferred, modelled."""
    loaded = [load_rulebook(identifier) for identifier in shipped_ids()]
    if how == "json":
        click.echo(rulebooks_json(loaded))
    else:
        console = text_results()
        console.print(rulebooks_table(console, loaded))
    return 0


@command.command("show")
@click.argument("rulebook", metavar="ID|PATH")
@held_option
@lang_option
def show_command(rulebook: str) -> int:
    """Show a rulebook: groups, sections, criteria with points and formulas, results, procedure, and what is not known."""
    console = text_results()
    for line in tree_lines(held(load_rulebook(rulebook))):
        console.print(plain(line), soft_wrap=True)
    return 0


@command.command("resolve")
@click.argument("rulebook", metavar="ID|PATH")
@held_option
@lang_option
def resolve_command(rulebook: str) -> int:
    """Print the consolidated text of a rulebook: one YAML file in which every value names the file, line and clause it is from."""
    loaded = held(load_rulebook(rulebook))
    before = spoken()
    speak(loaded.rulebook.language)
    try:
        text = consolidated_text(loaded)
    finally:
        speak(before)
    click.echo(text, nl=False)
    return 0


@command.command("blame")
@click.argument("rulebook", metavar="ID|PATH")
@click.argument("path", default="", metavar="[VALUE]")
@click.option("--format", "how", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What is printed.")
@held_option
@lang_option
def blame_command(rulebook: str, path: str, how: str) -> int:
    """Say of every value which decision, clause and line of a file it comes from, and on what basis.

    VALUE is the id of a criterion, or a path of keys and ids such as awards/bang_khen or sections; without it all values are told.
    Exits 1 when a value is unexplained.
    """
    loaded = held(load_rulebook(rulebook))
    leaves = blame(loaded, path)
    if not leaves:
        known = tuple(loaded.document.keys())
        first = path.strip("/").partition("/")[0]
        nearest = did_you_mean(first, (*known, *(each.id for each in loaded.rulebook.all_criteria())))
        raise RulebookRefused(finding("RB608", read=path, nearest=nearest, known=known))
    if how == "json":
        click.echo(blame_json(loaded.rulebook.id, leaves))
    else:
        console = text_results()
        for line in blame_lines(leaves):
            console.print(plain(line), soft_wrap=True)
    return exit_code(not all(each.is_explained for each in leaves))


@command.command("schema")
@lang_option
def schema_command() -> int:
    """Print the JSON Schema (draft 07) of rulebook files, for editors and other programs."""
    click.echo(schema_text(), nl=False)
    return 0


def schema_text() -> str:
    """Return the JSON Schema as it stands beside the rulebooks."""
    return json.dumps(rulebook_schema(), ensure_ascii=False, indent=2) + "\n"
