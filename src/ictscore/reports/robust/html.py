"""How firmly rankings stand, as one HTML page with a plot for each group, drawn in the page itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ictscore.reports.pages.html_page import document, listing, shown
from ictscore.reports.robust.share_text import percent
from ictscore.reports.robust.told import PlotRow, RobustGroup, sentences, settings_sentence
from ictscore.words import tr

_NAME, _STEP, _LINE, _HEAD = 260, 22, 20, 26
_LONGEST_NAME = 40
_WIDEST = 900


def robust_html(title: str, groups: Sequence[RobustGroup]) -> str:
    """Return the page of all groups."""
    return document(title, [f"<h1>{shown(title)}</h1>", *(part for each in groups for part in _group(each))])


def _group(group: RobustGroup) -> Iterator[str]:
    yield f"<h2>{shown(group.name)}</h2><p>{shown(settings_sentence(group))}</p>"
    yield _plot(group)
    yield listing(sentences(group))


def _plot(group: RobustGroup) -> str:
    """Return the plot: ranks from left to right, a line for all a unit had, a bar for the inner nine tenths, a dot where it stands."""
    step = min(_STEP, _WIDEST / group.units)
    width, height = _NAME + step * (group.units + 1), _HEAD + _LINE * len(group.rows) + 4
    label = tr("Ranks of every unit under other weights")
    parts = [f'<svg role="img" aria-label="{shown(label)}" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" height="{height}">']
    parts += [f"<title>{shown(label)}</title>"]
    parts += [_tick(rank, step, height) for rank in _ticks(group.units)]
    parts += [_bar(row, index, step) for index, row in enumerate(group.rows)]
    return "".join([*parts, "</svg>"])


def _ticks(units: int) -> Iterable[int]:
    """Return the ranks that are written above the plot: every one, or every fifth where they are many."""
    return range(1, units + 1) if units <= 20 else [1, *range(5, units + 1, 5)]  # noqa: PLR2004 - what can be read side by side


def _x(rank: int, step: float) -> float:
    return _NAME + step * (rank - 0.5) + step / 2


def _tick(rank: int, step: float, height: int) -> str:
    x = _x(rank, step)
    line = f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_HEAD - 6}" y2="{height}" stroke="#ddd"/>'
    return f'{line}<text x="{x:.1f}" y="14" font-size="11" text-anchor="middle">{rank}</text>'


def _bar(row: PlotRow, index: int, step: float) -> str:
    y = _HEAD + _LINE * index + _LINE / 2
    name = row.unit if len(row.unit) <= _LONGEST_NAME else f"{row.unit[:_LONGEST_NAME]}…"
    told = tr("{unit}: rank {rank}, kept in {held} of the draws", unit=row.unit, rank=row.rank, held=percent(row.held))
    outer = f'<line x1="{_x(row.best, step):.1f}" x2="{_x(row.worst, step):.1f}" y1="{y}" y2="{y}" stroke="#7a93c0" stroke-width="2"/>'
    inner = f'<line x1="{_x(row.low, step):.1f}" x2="{_x(row.high, step):.1f}" y1="{y}" y2="{y}" stroke="#3a5fa0" stroke-width="7"/>'
    dot = f'<circle cx="{_x(row.rank, step):.1f}" cy="{y}" r="5" fill="#c00000"/>'
    label = f'<text x="0" y="{y + 4}" font-size="12">{row.shown_rank}{"" if row.tied else "."} {shown(name)}</text>'
    return f"<g><title>{shown(told)}</title>{label}{outer}{inner}{dot}</g>"
