"""The page about a unit as one HTML file: nothing is loaded from anywhere, and it prints on A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from ictscore.reports.console import printable
from ictscore.reports.explained_page import CriterionBlock, UnitPage
from ictscore.words import spoken, tr

_STYLE = """
body { font: 12pt/1.4 "Times New Roman", serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
h1 { font-size: 1.3em; text-align: center; } h2 { font-size: 1.1em; margin: 1.6em 0 .3em; border-bottom: 1px solid #999; }
h3, h4 { font-size: 1em; margin: 1.3em 0 .2em; } .points { float: right; white-space: nowrap; }
.warning { color: #c00000; font-weight: bold; text-align: center; border: 1px solid #c00000; padding: .3em; }
.standing { font-weight: bold; text-align: center; } .regulation { text-align: center; }
table { border-collapse: collapse; width: 100%; margin: .4em 0; } th, td { border: 1px solid #999; padding: .2em .5em; text-align: left; }
th { background: #eef2f9; } td.number { text-align: right; white-space: nowrap; }
.arithmetic { font-family: "Courier New", monospace; font-size: .9em; overflow-wrap: anywhere; }
.source, footer { font-size: .9em; font-style: italic; color: #444; } ul { margin: .3em 0; } section { break-inside: avoid; }
@media print { body { margin: 0; max-width: none; } @page { size: A4; margin: 20mm 15mm 20mm 30mm; } }
"""
_DEEPEST = 4


def html(page: UnitPage) -> str:
    """Return the page as an HTML document."""
    parts = [*_head(page), *_lost(page), *(line for each in page.blocks for line in _block(each)), *_end(page)]
    title = f"<title>{shown(page.title)}</title>"
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width">{title}<style>{_STYLE}</style>'
    return "\n".join([f'<!DOCTYPE html>\n<html lang="{spoken()}">\n<head>{head}</head>\n<body>', *parts, "</body>\n</html>"]) + "\n"


def shown(text: str) -> str:
    """Return a text of which HTML makes nothing else."""
    return escape(printable(text))


def _head(page: UnitPage) -> Iterator[str]:
    yield f"<h1>{shown(page.title)}</h1>"
    yield f'<p class="regulation">{shown(page.regulation)}</p>'
    yield from (f'<p class="warning">{shown(each)}</p>' for each in page.warnings)
    yield f'<p class="standing">{shown(page.standing)}</p>'


def _lost(page: UnitPage) -> Iterator[str]:
    if page.lost:
        yield f"<h2>{shown(tr('Where points were lost'))}</h2>"
        heads = (tr("No."), tr("Criterion"), tr("Lost"), tr("Earned"), tr("Remarks"))
        yield _table(heads, ((each.number, each.name, each.lost, each.earned, each.why) for each in page.lost), numbers={2, 3})


def _block(block: CriterionBlock) -> Iterator[str]:
    level = min(2 + block.depth, _DEEPEST)
    points = f'<span class="points">{shown(block.points)} ({shown(block.status)})</span>'
    yield f"<section><h{level}>{points}{shown(block.title)}</h{level}>"
    yield f"<p>{shown(tr('Rule'))}: {'<br>'.join(shown(each) for each in block.rule)}</p>"
    yield f'<p class="arithmetic">{"<br>= ".join(shown(each) for each in block.arithmetic)}</p>'
    if block.answers:
        heads = (tr("Question"), tr("Taken for"), tr("In the cell"), tr("Where"))
        yield _table(heads, ((each.label, each.value, each.raw, each.place) for each in block.answers))
    yield _list(block.remarks)
    yield f'<p class="source">§ {shown(block.source)}</p></section>'


def _end(page: UnitPage) -> Iterator[str]:
    yield f"<h2>{shown(tr('How the total came about'))}</h2>"
    yield _list(page.total)
    yield f"<footer>{''.join(f'<p>{shown(each)}</p>' for each in page.origin)}</footer>"


def _list(texts: Iterable[str]) -> str:
    items = "".join(f"<li>{shown(each)}</li>" for each in texts)
    return f"<ul>{items}</ul>" if items else ""


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], numbers: Iterable[int] = ()) -> str:
    right = set(numbers)
    head = "".join(f"<th>{shown(each)}</th>" for each in heads)
    body = "".join(f"<tr>{''.join(_cell(text, is_number=index in right) for index, text in enumerate(row))}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(text: str, *, is_number: bool) -> str:
    return f'<td class="number">{shown(text)}</td>' if is_number else f"<td>{shown(text)}</td>"
