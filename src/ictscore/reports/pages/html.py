"""A page drawn as one HTML file: nothing is loaded from anywhere, and no text in it is taken for markup."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.reports.pages.html_page import document, shown, table
from ictscore.reports.pages.page import Block, Entry, Heading, Page, Sentence

_CLASSES = {"+": "entry came", "-": "entry went", "~": "entry changed", "": "entry"}


def html_of(page: Page, title: str, mark: str = "") -> str:
    """Return a page as an HTML document, with a ``mark`` on every page that is printed of it."""
    return document(title, (line for block in page for line in _lines(block)), mark)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"<h{block.level}>{shown(block.text)}</h{block.level}>"
    elif isinstance(block, Sentence):
        yield f'<p class="{"weighty" if block.weighty else ""}">{shown(block.text)}</p>'
    elif isinstance(block, Entry):
        yield f'<div class="{_CLASSES[block.mark]}">{shown(f"{block.mark} {block.text}" if block.mark else block.text)}'
        yield from (f'<div class="line {line.kind}">{shown(line.text)}</div>' for line in block.lines)
        yield "</div>"
    else:
        yield table(block.heads, block.rows, block.numbers)
