"""The page about a unit as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ictscore.reports.console import printable
from ictscore.reports.explained.page import CriterionBlock, UnitPage
from ictscore.words import tr

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LIST_SIGN = re.compile(r"^(\d+)\.|^([-=+])")
_DEEPEST = 4


def markdown(page: UnitPage) -> str:
    """Return the page as a Markdown document."""
    return "\n".join([*_head(page), *_lost(page), *(line for each in page.blocks for line in _block(each)), *_end(page)]) + "\n"


def escaped(text: str) -> str:
    r"""Return a text of which Markdown makes nothing else.

    >>> escaped("a*b_c | <x>"), escaped("1. x")
    ('a\\*b\\_c \\| \\<x\\>', '1\\. x')
    """
    plain = _SIGNS.sub(r"\\\1", printable(" ".join(text.split())))
    return _LIST_SIGN.sub(lambda found: f"{found[1]}\\." if found[1] else f"\\{found[2]}", plain)


def _head(page: UnitPage) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    for text in (*page.warnings, page.regulation, page.standing):
        yield ""
        yield f"**{escaped(text)}**" if text in page.warnings else escaped(text)


def _lost(page: UnitPage) -> Iterator[str]:
    if not page.lost:
        return
    yield from ("", f"## {escaped(tr('Where points were lost'))}", "")
    yield from _table(
        (tr("No."), tr("Criterion"), tr("Lost"), tr("Earned"), tr("Remarks")),
        ((each.number, each.name, each.lost, each.earned, each.why) for each in page.lost),
    )


def _block(block: CriterionBlock) -> Iterator[str]:
    yield from ("", f"{'#' * min(2 + block.depth, _DEEPEST)} {escaped(block.title)}: {escaped(block.points)} ({escaped(block.status)})", "")
    yield f"{escaped(tr('Rule'))}: " + "  \n".join(escaped(each) for each in block.rule)
    yield from ("", f"{escaped(tr('Arithmetic'))}: " + "  \n= ".join(escaped(each) for each in block.arithmetic))
    if block.answers:
        yield ""
        heads = (tr("Question"), tr("Taken for"), tr("In the cell"), tr("Where"))
        yield from _table(heads, ((each.label, each.value, each.raw, each.place) for each in block.answers))
    if block.remarks:
        yield ""
        yield from (f"- {escaped(each)}" for each in block.remarks)
    yield from ("", f"§ {escaped(block.source)}")


def _end(page: UnitPage) -> Iterator[str]:
    yield from ("", f"## {escaped(tr('How the total came about'))}", "")
    yield from (f"- {escaped(each)}" for each in page.total)
    yield ""
    yield "---"
    for each in page.origin:
        yield from ("", f"*{escaped(each)}*")


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(escaped(each) for each in heads)} |"
    yield f"|{'|'.join('---' for _ in heads)}|"
    yield from (f"| {' | '.join(escaped(each) for each in row)} |" for row in rows)
