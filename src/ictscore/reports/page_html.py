"""A page drawn as one HTML file: nothing is loaded from anywhere, and no text in it is taken for markup."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ictscore.reports.console import printable
from ictscore.reports.page import Block, Entry, Heading, Page, Sentence, Table
from ictscore.words import spoken

_STYLE = """body{font:15px/1.5 system-ui,sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#222}
table{border-collapse:collapse;margin:1em 0}th,td{padding:.25em .75em;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}
th{border-bottom:2px solid #888}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.entry{margin:.75em 0 .25em}.came{border-left:4px solid #2a7;padding-left:.6em}.went{border-left:4px solid #b33;padding-left:.6em}
.changed{border-left:4px solid #b80;padding-left:.6em}.place,.note{color:#666;font-size:.9em}.line{margin-left:1.5em}
.weighty{font-weight:bold}h2{margin-top:2em}h3{margin-top:1.5em}@media print{body{margin:0;max-width:none}}"""
_CLASSES = {"+": "entry came", "-": "entry went", "~": "entry changed", "": "entry"}


def html_of(page: Page, title: str) -> str:
    """Return a page as an HTML document."""
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{_plain(title)}</title><style>{_STYLE}</style>'
    body = "\n".join(line for block in page for line in _lines(block))
    return f'<!doctype html>\n<html lang="{spoken()}"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"<h{block.level}>{_plain(block.text)}</h{block.level}>"
    elif isinstance(block, Sentence):
        yield f'<p class="{"weighty" if block.weighty else ""}">{_plain(block.text)}</p>'
    elif isinstance(block, Entry):
        yield f'<div class="{_CLASSES[block.mark]}">{_plain(f"{block.mark} {block.text}" if block.mark else block.text)}'
        yield from (f'<div class="line {line.kind}">{_plain(line.text)}</div>' for line in block.lines)
        yield "</div>"
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    yield f"<thead>{_row(table, table.heads, 'th')}</thead>"
    yield "<tbody>"
    yield from (_row(table, row, "td") for row in table.rows)
    yield "</tbody></table>"


def _row(table: Table, cells: tuple[str, ...], tag: str) -> str:
    shown = (f"<{tag}{' class=n' if column in table.numbers else ''}>{_plain(cell)}</{tag}>" for column, cell in enumerate(cells))
    return f"<tr>{''.join(shown)}</tr>"


def _plain(text: str) -> str:
    return escape(printable(text))
