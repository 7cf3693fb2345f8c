"""``ictscore rulebook``: rulebooks listed, shown and consolidated, and their JSON Schema."""

from __future__ import annotations

import json

import click

from ictscore.commands.options import lang_option
from ictscore.reports.console import plain, results
from ictscore.reports.rulebook_tree import rulebooks_json, rulebooks_table, tree_lines
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.resolve import consolidated_text
from ictscore.rulebook.schema import rulebook_schema
from ictscore.rulebook.shipped import shipped_ids
from ictscore.words import speak, spoken


@click.group("rulebook")
def command() -> None:
    """List, show and consolidate rulebooks; print their JSON Schema."""


@command.command("list")
@click.option("--format", "how", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What is printed.")
@lang_option
def list_command(how: str) -> int:
    """List the rulebooks that come with ictscore, with their points by basis: stated, inferred, modelled."""
    loaded = [load_rulebook(identifier) for identifier in shipped_ids()]
    if how == "json":
        click.echo(rulebooks_json(loaded))
    else:
        results().print(rulebooks_table(results(), loaded))
    return 0


@command.command("show")
@click.argument("rulebook", metavar="ID|PATH")
@lang_option
def show_command(rulebook: str) -> int:
    """Show a rulebook: groups, sections, criteria with points and formulas, results, procedure, and what is not known."""
    console = results()
    for line in tree_lines(load_rulebook(rulebook)):
        console.print(plain(line), soft_wrap=True)
    return 0


@command.command("resolve")
@click.argument("rulebook", metavar="ID|PATH")
@lang_option
def resolve_command(rulebook: str) -> int:
    """Print the consolidated text of a rulebook: one YAML file in which every value names the file, line and clause it is from."""
    loaded = load_rulebook(rulebook)
    before = spoken()
    speak(loaded.rulebook.language)
    try:
        text = consolidated_text(loaded)
    finally:
        speak(before)
    click.echo(text, nl=False)
    return 0


@command.command("schema")
@lang_option
def schema_command() -> int:
    """Print the JSON Schema (draft 07) of rulebook files, for editors and other programs."""
    click.echo(schema_text(), nl=False)
    return 0


def schema_text() -> str:
    """Return the JSON Schema as it stands beside the rulebooks."""
    return json.dumps(rulebook_schema(), ensure_ascii=False, indent=2) + "\n"
