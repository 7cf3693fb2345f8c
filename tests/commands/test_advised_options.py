"""Options that messages and advice name: a command that can raise the finding has them, or the text says whose they are."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator

import click
import pytest

from ictscore.cli import COMMANDS
from ictscore.codes import CODES

OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
CLAUSE = re.compile(r"[.;,(]")

READING = ("score", "rank", "explain", "check", "robustness", "whatif", "margins", "diff-rulebooks", "compare", "units match")
SCORING = ("score", "rank", "explain", "check", "robustness", "whatif", "margins", "diff-rulebooks")
RAISED_BY = {
    "DF107": ("compare",),
    "IO108": READING,  # the text says: where a survey is read
    "IO401": ("score", "explain", "check", "mapping", "units match", "form", "lock", "lint", "test"),
    "IO411": ("form",),
    "IO416": ("score", "explain", "check", "units match", "form"),
    "IO417": ("form",),
    "IO418": ("form",),
    "RB612": (*SCORING, "form", "mapping", "reproduce", "verify", "lint", "test", "rulebook show", "rulebook resolve", "rulebook blame"),
    "SC109": SCORING,
    "SC230": ("whatif",),
    "SC237": ("whatif",),
    "SC241": ("whatif",),
    "SC266": ("verify",),
    "SC269": ("verify",),
    "SC291": ("reproduce", "verify"),
    "SV282": READING,
    "SV283": READING,
    "SV450": SCORING,
    "SV617": READING,
    "SV470": ("score", "check", "explain"),
    "SV503": ("score", "rank", "explain", "check", "robustness", "whatif", "margins", "units match"),
    "SV504": ("score", "rank", "explain", "check", "robustness", "whatif", "margins", "units match"),
    "SV509": ("score", "rank", "explain", "check", "robustness", "whatif", "margins", "units match"),
    "SV516": ("form",),
    "SV570": ("check",),
    "SV601": ("check",),
    "SV708": READING,
    "UN104": READING,
    "UN124": READING,
    "UN129": READING,
    "UN131": READING,
    "UN132": READING,
    "UN161": ("form",),
    "UN134": ("form", "mapping", "units list", *READING),
}
"""Who raises what names an option without its command."""


def commands(name: str, command: click.Command) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the commands below one by their words, each with its options."""
    if isinstance(command, click.Group):
        for word, each in command.commands.items():
            yield from commands(f"{name} {word}", each)
        return
    yield name, frozenset(option for each in command.params for option in each.opts)


OPTIONS = {
    name: options
    for word in COMMANDS
    for name, options in commands(word, importlib.import_module(f"ictscore.commands.{word.replace('-', '_')}").command)
}


def named_before(text: str, at: int) -> str | None:
    """Return the command that a text names last before an option, in the same clause."""
    clause = CLAUSE.split(text[:at])[-1]
    found = [(each.end(), name) for name in OPTIONS for each in re.finditer(rf"(?<![\w-]){name}(?![\w-])", clause.lower())]
    return max(found)[1] if found else None


ADVISED = [
    (code, text, each.group(), each.start())
    for code, said in sorted(CODES.items())
    for text in (said.message, said.advice)
    for each in OPTION.finditer(text)
]


@pytest.mark.parametrize(("code", "text", "option", "at"), ADVISED)
def test_an_option_that_is_advised_is_there(code, text, option, at):
    """Whoever reads it can type it: the command named before it has the option, or each one that raises the finding has."""
    command = named_before(text, at)
    asked = (command,) if command is not None else RAISED_BY.get(code, ())
    assert asked, f"{code} names {option} without its command"
    assert [each for each in asked if option not in OPTIONS[each]] == []


def test_the_list_of_who_raises_what_is_no_longer_than_it_must_be():
    """Only findings that name options stand in it."""
    assert set(RAISED_BY) <= {code for code, *_ in ADVISED}
