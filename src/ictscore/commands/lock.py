"""``ictscore lock``: pin the texts of rulebooks."""

from __future__ import annotations

from pathlib import Path

import click

from ictscore.commands.options import LOCK_FILE, lang_option
from ictscore.reports.console import plain, results, talk
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.lock import lock_text
from ictscore.rulebook.shipped import shipped_ids
from ictscore.safe_write import write_safely
from ictscore.words import tr

_FIRST_LINE = b"# ictscore lock\n"


@click.command("lock")
@click.argument("rulebooks", nargs=-1, metavar="[ID|PATH]…")
@click.option("--output", "-o", type=click.Path(path_type=Path), default=LOCK_FILE, show_default=True, metavar="FILE", help="The lock.")
@click.option("--force", is_flag=True, help="Overwrite a file that is no lock.")
@lang_option
def command(rulebooks: tuple[str, ...], output: Path, force: bool) -> int:  # noqa: FBT001 - click passes flags by name
    """Pin rulebooks (all shipped ones where none is named), and the lists of units beside them, to their text of today.

    Every command that takes a rulebook refuses any other with --locked.

    Give the lock to whoever scores, or keep it in git beside the survey.
    """
    loaded = [load_rulebook(each) for each in rulebooks or shipped_ids()]
    write_safely(lock_text(loaded).encode(), output, force=force, inputs=[each.path for each in loaded], is_ours=_is_lock)
    results().print(plain(str(output)))
    talk().print(plain(tr("Rulebooks locked: {count}.", count=len(loaded))))
    return 0


def _is_lock(path: Path) -> bool:
    return path.read_bytes().startswith(_FIRST_LINE)
