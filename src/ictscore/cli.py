"""The command group, and the one door through which errors leave; exit codes live here only."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from ictscore import __version__
from ictscore.commands.spoken_help import in_words
from ictscore.commands.words_of_click import click_in
from ictscore.streams import forget_output, prepare_streams
from ictscore.system_reasons import system_reason
from ictscore.words import LANGUAGES, N_, preferred_language, speak, tr

DONE, NO, CANNOT, OUR_FAULT, INTERRUPTED, UNREAD = 0, 1, 2, 3, 130, 141
"""``UNREAD``: whoever read our output through a pipe stopped reading, as ``head`` does."""

COMMANDS: dict[str, str] = {
    "score": N_("Score a survey, rank each group, and write the results workbook."),
    "rank": N_("Rank the units of results or of a survey."),
    "explain": N_("Explain how a unit’s points came about."),
    "check": N_("Check survey files without scoring them."),
    "mapping": N_("Draft which column of an export (KoboToolbox, Google Forms …) holds which question."),
    "units": N_("List the units of a rulebook; see what names are taken for."),
    "form": N_("Write the blank form or table that agencies fill in."),
    "reproduce": N_("Make a published result again from its inputs."),
    "verify": N_("Say which cells of results were edited."),
    "diff-rulebooks": N_("Say what differs between two rulebooks, and what it does to people."),
    "compare": N_("Compare two years’ results: what the rules did, what the answers did."),
    "robustness": N_("Say how firmly rankings stand."),
    "whatif": N_("Show what a change of answers does, or the smallest one that reaches a target."),
    "margins": N_("Say how closely grades and awards are won and lost."),
    "sign": N_("Sign results with an SSH key."),
    "lock": N_("Pin the texts of rulebooks."),
    "batch": N_("Run many scoring jobs and sum them up."),
    "lint": N_("Check rulebooks."),
    "test": N_("Run the worked cases of rulebooks."),
    "rulebook": N_("List, show, consolidate and trace rulebooks; print their JSON Schema."),
    "doctor": N_("Say what works here: encoding, folders, helpers, rulebooks."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported only when they are run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands, in the order people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command and return it, its help in the spoken language."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"ictscore.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return in_words(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing any."""
        with formatter.section(tr("Commands")):
            formatter.write_dl([(name, tr(text)) for name, text in COMMANDS.items()])


@click.command("ictscore", cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ictscore", message="%(prog)s %(version)s")
@click.option("--lang", type=click.Choice(["en", "vi"]), help="Language of messages.")
def group(lang: str | None) -> None:
    """Score how well agencies apply ICT: exact points, ranks and awards from rulebooks and survey workbooks."""
    if lang is not None:
        speak(lang)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; whatever happens, no traceback is shown."""
    prepare_streams()
    language = _language_asked_for(arguments) or preferred_language()
    speak(language)
    with click_in(language):
        return _exit_code(arguments)


def _exit_code(arguments: list[str]) -> int:  # noqa: PLR0911 - one return for every way out
    try:
        result = _invoke(arguments)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return CANNOT
    except (KeyboardInterrupt, click.exceptions.Abort):
        _say(tr("Interrupted; nothing half-done was left."))
        return INTERRUPTED
    except BrokenPipeError:
        forget_output()
        return UNREAD
    except OSError as error:
        return _unwritten(error)
    except Exception as error:  # noqa: BLE001 - the last door: a person sees a sentence, never a traceback
        return _stopped(error)
    return _flushed(result if isinstance(result, int) else DONE)


def _invoke(arguments: list[str]) -> Any:
    """Return what the command returns. Completion is left to click; else its own handling of pipes would come before ours."""
    told = in_words(group)
    if "_ICTSCORE_COMPLETE" in os.environ:
        return told.main(arguments, prog_name="ictscore", standalone_mode=False)
    with told.make_context("ictscore", list(arguments)) as context:
        return told.invoke(context)


def _unwritten(error: OSError) -> int:
    """Say that the output could not be written; files of ours go through a door of their own, so this is a stream."""
    forget_output()
    try:
        _say(tr("What was to be printed could not be: {reason}.", reason=system_reason(error)))
    except OSError:
        sys.stderr = None  # nobody is left to tell
    return CANNOT


def _language_asked_for(arguments: list[str]) -> str | None:
    """Return the language of the last ``--lang`` before click reads the line, so that help and usage errors too are in it."""
    asked = None
    for flag, value in zip(arguments, [*arguments[1:], ""], strict=True):
        name, _, own = flag.partition("=")
        if name == "--lang" and (own or value) in LANGUAGES:
            asked = own or value
    return asked


def _stopped(error: Exception) -> int:
    import tempfile  # noqa: PLC0415 - needed only when something went wrong
    import traceback  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    from ictscore.errors import SelfCheckFailed, Stop  # noqa: PLC0415
    from ictscore.reports.console import talk  # noqa: PLC0415
    from ictscore.reports.findings import print_findings  # noqa: PLC0415

    if isinstance(error, Stop):
        print_findings(talk(), error.findings)
        return OUR_FAULT if isinstance(error, SelfCheckFailed) else CANNOT
    report = Path(tempfile.gettempdir()) / "ictscore-fault.txt"
    report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    _say(tr("ictscore made a mistake ({error}). Please send {path} to its makers.", error=repr(error), path=report))
    return OUR_FAULT


def _say(text: str) -> None:
    click.echo(text, err=True)


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        forget_output()
        return UNREAD
    except OSError as error:
        return _unwritten(error)
    return code
