"""Options that several commands share."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from ictscore.rulebook.procedure import STAGES
from ictscore.survey.options import ReadOptions
from ictscore.words import LANGUAGES, speak

Command = TypeVar("Command", bound=Callable[..., Any])


def _speak(_context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        speak(value)


lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    callback=_speak,
    expose_value=False,
    is_eager=True,
    help="Language of messages (default: ICTSCORE_LANG, else the locale, else en).",
)

rulebook_option = click.option(
    "--rulebook",
    "-r",
    metavar="ID|PATH",
    help="The rulebook: its id, its folder or its file. Default: what the survey’s stamp says.",
)

STAGE = "stage"
"""An option of reading that commands also need themselves."""

LOCK_FILE = "ictscore.lock"

LOCKED = "ictscore.locked"
"""Under what a click context keeps the lock that holds for its command."""


def _lock(context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    context.meta[LOCKED] = value
    return value


def _locked(*, expose_value: bool) -> Callable[[Command], Command]:
    return click.option(
        "--locked",
        is_flag=False,
        flag_value=LOCK_FILE,
        type=click.Path(path_type=Path),
        metavar="[LOCK]",
        callback=_lock,
        expose_value=expose_value,
        help="Refuse a rulebook whose text is not the one pinned in this lock (default: ictscore.lock).",
    )


locked_option = _locked(expose_value=True)
held_option = _locked(expose_value=False)
"""The same for commands that hold their rulebooks against it by ``commands.holding``."""

stage_option = click.option(
    "--stage",
    type=click.Choice(STAGES),
    help="Score as of this stage (default: the latest one in tables; forms speak for later stages only when the stage is named).",
)

strict_option = click.option("--strict", is_flag=True, help="Treat notes and warnings about the survey as errors.")


_READING: tuple[Callable[[Command], Command], ...] = (
    click.option(
        "--workers",
        type=click.IntRange(1, 64),
        metavar="N",
        help="How many processes share the files (default: by their number). The result is the same.",
    ),
    click.option("--skip-hidden", is_flag=True, help="Skip hidden sheets, rows and columns, and list them (default: read them and warn)."),
    click.option(
        "--password-from",
        metavar="ENV",
        help="The environment variable with the password of locked workbooks.",
    ),
    click.option(
        "--units",
        "units_from",
        metavar="FILE|none",
        help="The list of units that names are held against (default: units.yaml beside the rulebook, if it is there).",
    ),
    click.option(
        "--matches",
        "matches_from",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Answers about unit names (default: unit-matches.xlsx in or beside the survey’s folder, if it is there).",
    ),
    click.option(
        "--mapping",
        "mapping_from",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="What the columns of exports hold (KoboToolbox, Google Forms, Microsoft Forms; ictscore mapping writes a draft).",
    ),
    click.option(
        "--recalculate",
        is_flag=True,
        help="Calculate the formulas again with LibreOffice, in a copy, and ask where an answer is not what its formula gives.",
    ),
)
"""The options of reading; each has the name of a field of ReadOptions."""


evidence_option = click.option(
    "--evidence",
    "evidence_from",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Look in this folder for the files that forms name as evidence. No point hangs on it.",
)
"""An option of reading for those who hand on what was found."""


def reading_options(command: Command) -> Command:
    """Give a command the options of reading; it gets them together, as ``reading``, with the stage where it has that option."""

    @functools.wraps(command)
    def with_reading(*arguments: Any, **given: Any) -> Any:
        names = [each.name for each in fields(ReadOptions) if each.name in given]
        chosen = {name: given[name] if name == STAGE else given.pop(name) for name in names}
        return command(*arguments, reading=ReadOptions(**chosen), **given)

    told: Any = with_reading
    for option in reversed(_READING):
        told = option(told)
    return cast("Command", told)


def exit_code(has_errors: bool) -> int:  # noqa: FBT001 - the answer itself
    """Return the exit code of a command that could do its work: 1 when the answer is no."""
    return 1 if has_errors else 0
