"""A page drawn as Markdown, for a merge request or minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ictscore.reports.console import printable
from ictscore.reports.pages.page import Block, Entry, Heading, Page, Sentence, Table

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|#~])")


def markdown_of(page: Page) -> str:
    """Return a page as Markdown; nothing in its texts is taken for markup."""
    return "\n".join(line for block in page for line in _lines(block)).strip("\n") + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from ("", f"{'#' * block.level} {_plain(block.text)}", "")
    elif isinstance(block, Sentence):
        yield from (f"**{_plain(block.text)}**" if block.weighty else _plain(block.text), "")
    elif isinstance(block, Entry):
        yield f"- {_plain(f'{block.mark} ' if block.mark else '')}{_plain(block.text)}"
        yield from (f"  - {_plain(line.text)}" for line in block.lines)
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield ""
    yield _row(table.heads)
    yield _row(tuple("---:" if column in table.numbers else "---" for column in range(len(table.heads))), raw=True)
    yield from map(_row, table.rows)
    yield ""


def _row(cells: tuple[str, ...], *, raw: bool = False) -> str:
    return f"| {' | '.join(cell if raw else _plain(cell) for cell in cells)} |"


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(printable(text).split()))
