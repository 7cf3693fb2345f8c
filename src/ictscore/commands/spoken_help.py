"""Commands as they are shown: their help, the help of their options and their metavars in the spoken language."""

from __future__ import annotations

import inspect
from copy import copy
from typing import TypeVar

import click

from ictscore.commands.words_of_click import TEXT
from ictscore.words import tr

AS_WRITTEN = "\b"
"""Click's sign, at the head of a paragraph, for lines to be kept as they are; such a paragraph is an example and is not translated."""

AnyCommand = TypeVar("AnyCommand", bound=click.Command)


def in_words(command: AnyCommand) -> AnyCommand:
    """Return a copy of a command, and of those below it, in the spoken language; the command stays as it was written."""
    told = copy(command)
    told.help = "\n\n".join(_paragraph(each) for each in paragraphs(command.help or ""))
    told.options_metavar = tr(command.options_metavar or "")
    told.params = [_parameter(each) for each in command.params]
    vars(told)["_help_option"] = None  # click keeps it with the words of the first language it was shown in
    if isinstance(told, click.Group):
        told.subcommand_metavar = tr(told.subcommand_metavar)
        told.commands = {name: in_words(each) for name, each in told.commands.items()}
    return told


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a help text, each on one line unless its lines are to be kept; these are the catalogue's texts."""
    found = inspect.cleandoc(text).partition("\f")[0].split("\n\n")
    return [each if each.startswith(AS_WRITTEN) else " ".join(each.split()) for each in found]


def _paragraph(text: str) -> str:
    return text if text.startswith(AS_WRITTEN) else tr(text)


def _parameter(parameter: click.Parameter) -> click.Parameter:
    told = copy(parameter)
    is_free_text = isinstance(parameter, click.Option) and not parameter.is_flag and parameter.type is click.STRING
    if metavar := parameter.metavar or (TEXT if is_free_text else None):
        told.metavar = tr(metavar)
    if isinstance(told, click.Option) and told.help:
        told.help = tr(told.help)
    return told
