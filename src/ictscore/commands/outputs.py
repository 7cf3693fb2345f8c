"""Where what was found goes: pairs of ``--format`` and ``-o``, and the door through which each is written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import click
from rich.console import Console

from ictscore.findings import Finding
from ictscore.reports.console import console_for, results, talk, text_results
from ictscore.reports.findings import print_findings
from ictscore.reports.formats import DRAWN, FORMATS, Format
from ictscore.reports.reported import Reported
from ictscore.safe_write import write_safely
from ictscore.streams import BYTE_ORDER_MARK
from ictscore.words import tr

_ORDER = "ictscore.order"


class Output(NamedTuple):
    """One format and the file it goes to; without a file, to standard output."""

    how: Format
    path: Path | None = None


class PairedCommand(click.Command):
    """A command that remembers in which order ``--format`` and ``-o`` stood, so that each file gets the format before it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note the order, then parse as usual."""
        order = self.make_parser(ctx).parse_args(args=list(args))[2]
        ctx.meta[_ORDER] = [each.name for each in order if each.name in {"formats", "files"}]
        return super().parse_args(ctx, args)


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options ``--format`` and ``-o``, each as often as wanted."""
    file = click.option(
        "-o", "--output", "files", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="Where the format before it goes."
    )
    how = click.option(
        "--format",
        "formats",
        multiple=True,
        type=click.Choice(FORMATS),
        help="How findings are told; several times, each with its own -o. [default: text]",
    )
    return how(file(command))


def outputs_of(formats: Sequence[Format], files: Sequence[Path]) -> tuple[Output, ...]:
    """Return what goes where; text goes to standard output when nothing else does."""
    hows, paths, outputs = iter(formats), iter(files), list[Output]()
    for name in click.get_current_context().meta[_ORDER]:
        if name == "formats":
            outputs.append(Output(next(hows)))
        elif outputs and outputs[-1].path is None:
            outputs[-1] = Output(outputs[-1].how, next(paths))
        else:
            raise click.UsageError(tr("Each -o FILE stands behind the --format that goes there."))
    if sum(1 for each in outputs if each.path is None) > 1:
        raise click.UsageError(tr("Only one format can go to standard output; give the others a file with -o."))
    return (*outputs, Output("text")) if all(each.path is not None for each in outputs) else tuple(outputs)


report_format_option = click.option(
    "--format",
    "how",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
"""For commands that report one thing in one way."""


def tell(reported: Reported, how: Format) -> None:
    """Print what was found in one format: the whole output of a command that only reports."""
    if how == "text":
        print_findings(text_results(), reported.findings)
    else:
        results().print(DRAWN[how](reported), soft_wrap=True)


def save(data: bytes, target: Path, *, force: bool, inputs: Sequence[Path], is_ours: Callable[[Path], bool]) -> Path:
    """Write a file and return where it stands; say so where somebody holds the one asked for."""
    notices: list[Finding] = []
    written = write_safely(data, target, force=force, inputs=inputs, is_ours=is_ours, notices=notices)
    print_findings(talk(), notices)
    return written


def write_outputs(
    outputs: Sequence[Output], reported: Reported, text: Callable[[Console], None], *, force: bool, inputs: Sequence[Path]
) -> list[Path]:
    """Write every format where it goes and return the files; ``text`` prints for people."""
    written = []
    for how, path in outputs:
        if path is not None:
            data = _text_bytes(text) if how == "text" else (DRAWN[how](reported) + "\n").encode("utf-8")
            written.append(save(data, path, force=force, inputs=inputs, is_ours=is_report))
        elif how == "text":
            text(text_results())
        else:
            results().print(DRAWN[how](reported), soft_wrap=True)
    return written


_SIGNS = (b'"schema_version": "', b'"check_name": "', b'"name": "ictscore"', b'<testsuites name="ictscore ')
_LONGEST_HEAD = 2000


def is_report(path: Path) -> bool:
    """Return whether a file is a report for machines that we made: the next one replaces it."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_LONGEST_HEAD)
    except OSError:
        return False
    return head == b"[]\n" or any(sign in head for sign in _SIGNS)


def _text_bytes(text: Callable[[Console], None]) -> bytes:
    """Return a text for people as the bytes of a file: on Windows with the sign of UTF-8 and its line ends."""
    stream = StringIO()
    text(console_for(stream))
    return file_bytes(stream.getvalue())


def file_bytes(text: str, platform: str = sys.platform) -> bytes:
    r"""Return a text for people as the bytes of a file, so that the programs of the platform show it right.

    >>> file_bytes("số\\n", "linux"), file_bytes("số\\n", "win32")
    (b's\\xe1\\xbb\\x91\\n', b'\\xef\\xbb\\xbfs\\xe1\\xbb\\x91\\r\\n')
    """
    return (BYTE_ORDER_MARK + text.replace("\n", "\r\n") if platform == "win32" else text).encode("utf-8")
