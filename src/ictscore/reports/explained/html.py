"""The page about a unit as one HTML file."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.reports.explained.page import CriterionBlock, UnitPage
from ictscore.reports.pages.html_page import document, listing, shown, table
from ictscore.words import tr

_DEEPEST = 4


def html(page: UnitPage) -> str:
    """Return the page as an HTML document."""
    parts = [*_head(page), *_lost(page), *(line for each in page.blocks for line in _block(each)), *_end(page)]
    return document(page.title, parts, tr("PROVISIONAL") if page.warnings else "")


def _head(page: UnitPage) -> Iterator[str]:
    yield f"<h1>{shown(page.title)}</h1>"
    yield f'<p class="regulation">{shown(page.regulation)}</p>'
    yield from (f'<p class="warning">{shown(each)}</p>' for each in page.warnings)
    yield f'<p class="standing">{shown(page.standing)}</p>'


def _lost(page: UnitPage) -> Iterator[str]:
    if page.lost:
        yield f"<h2>{shown(tr('Where points were lost'))}</h2>"
        heads = (tr("No."), tr("Criterion"), tr("Lost"), tr("Earned"), tr("Remarks"))
        yield table(heads, ((each.number, each.name, each.lost, each.earned, each.why) for each in page.lost), numbers={2, 3})


def _block(block: CriterionBlock) -> Iterator[str]:
    level = min(2 + block.depth, _DEEPEST)
    points = f'<span class="points">{shown(block.points)} ({shown(block.status)})</span>'
    yield f"<section><h{level}>{points}{shown(block.title)}</h{level}>"
    yield f"<p>{shown(tr('Rule'))}: {'<br>'.join(shown(each) for each in block.rule)}</p>"
    yield f'<p class="arithmetic">{"<br>= ".join(shown(each) for each in block.arithmetic)}</p>'
    if block.answers:
        heads = (tr("Question"), tr("Taken for"), tr("In the cell"), tr("Where"))
        yield table(heads, ((each.label, each.value, each.raw, each.place) for each in block.answers))
    yield listing(block.remarks)
    yield f'<p class="source">§ {shown(block.source)}</p></section>'


def _end(page: UnitPage) -> Iterator[str]:
    yield f"<h2>{shown(tr('How the total came about'))}</h2>"
    yield listing(page.total)
    yield f"<footer>{''.join(f'<p>{shown(each)}</p>' for each in page.origin)}</footer>"
