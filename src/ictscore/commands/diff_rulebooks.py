"""``ictscore diff-rulebooks``: what differs between two rulebooks by meaning."""

from __future__ import annotations

import click

from ictscore.commands.options import exit_code, lang_option
from ictscore.diff.compare import compare
from ictscore.reports.console import results
from ictscore.reports.diff_json import comparison_json
from ictscore.reports.diff_text import print_comparison
from ictscore.rulebook.load import load_rulebook


@click.command("diff-rulebooks")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--format", "how", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How changes are printed.")
@click.option("--exit-code", "tell_by_code", is_flag=True, help="Exit 1 when there is a difference.")
@lang_option
def command(old: str, new: str, how: str, tell_by_code: bool) -> int:  # noqa: FBT001 - click passes flags by name
    """Say what differs between the rulebooks OLD and NEW (ids or paths) by meaning.

    Order, comments, quoting and the spelling of numbers (1.0 and 1, 80% and 4/5) are no differences. Every change is given with
    its place in both files, what it touches (points, formula, structure, scope, grade, ranking, award, question, calendar,
    source, wording, identity) and, for points, by how much.
    """
    comparison = compare(load_rulebook(old), load_rulebook(new))
    if how == "json":
        results().print(comparison_json(comparison), soft_wrap=True)
    else:
        print_comparison(results(), comparison)
    return exit_code(tell_by_code and bool(comparison.changes))
