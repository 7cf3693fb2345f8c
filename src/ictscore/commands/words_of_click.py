"""What click itself says in help and in usage errors, marked for our catalogue, and the door through which click finds it there."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager

from ictscore.words import LOCALE_FOLDER, N_

DOMAIN, LANGUAGE = "ictscore", "LANGUAGE"
"""Our catalogue, and the variable by which gettext is told the language."""

TEXT, OPTIONS = N_("TEXT"), N_("[OPTIONS]")
SUBCOMMAND = N_("COMMAND [ARGS]...")

WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Show the version and exit."),
    N_("Show this message and exit."),
    N_("default: {default}"),
    N_("required"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("{value} is not in the range {range}."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Missing command."),
    N_("Choose from:\n\t{choices}"),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("No such option: {name}"),  # click 8.1
    N_("Option {name!r} does not take a value."),
)
PLURALS = (
    (N_("Did you mean {possibility}?"), N_("(Did you mean one of: {possibilities}?)")),
    (N_("Got unexpected extra argument ({args})"), N_("Got unexpected extra arguments ({args})")),
    (N_("Option {name!r} requires an argument."), N_("Option {name!r} requires {nargs} arguments.")),
    (N_("{value!r} is not {choice}."), N_("{value!r} is not one of {choices}.")),
)
"""What is said of one, and of several: compiled as gettext's plurals too, because click asks for them so."""


@contextmanager
def click_in(language: str) -> Iterator[None]:
    """Let click say its own words in ``language``: it asks gettext's domain of the process, which is ours for so long."""
    domain, before = gettext.textdomain(), os.environ.get(LANGUAGE)
    gettext.bindtextdomain(DOMAIN, str(LOCALE_FOLDER))
    gettext.textdomain(DOMAIN)
    os.environ[LANGUAGE] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            os.environ.pop(LANGUAGE, None)
        else:
            os.environ[LANGUAGE] = before
