"""A comparison drawn in the format asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from rich.console import Console

from ictscore.diff.failing import Failing
from ictscore.reports.compared.impact_story import impact_page
from ictscore.reports.compared.json import diff_json
from ictscore.reports.compared.story import changes_page
from ictscore.reports.compared.told import ToldDiff
from ictscore.reports.pages.html import html_of
from ictscore.reports.pages.markdown import markdown_of
from ictscore.reports.pages.page import Block, Heading, Page
from ictscore.reports.pages.text import print_page
from ictscore.words import tr

Format = Literal["text", "markdown", "html", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)


def draw_diff(console: Console, told: ToldDiff, failing: Failing, how: Format, *, all_units: bool = False) -> None:
    """Print a comparison; what goes from hand to hand (Markdown, HTML) explains every unit."""
    if how == "json":
        console.print(diff_json(told, failing), soft_wrap=True, markup=False, highlight=False)
    elif how == "text":
        print_page(console, tuple(_page(told, all_units=all_units)))
    else:
        title = title_of(told)
        page: Page = (Heading(title, 1), *_page(told, all_units=True))
        text = markdown_of(page) if how == "markdown" else html_of(page, title)
        console.print(text, soft_wrap=True, markup=False, highlight=False, end="")


def title_of(told: ToldDiff) -> str:
    """Return what the page is called."""
    return tr("Changes from {old} to {new}", old=told.comparison.old.rulebook.id, new=told.comparison.new.rulebook.id)


def _page(told: ToldDiff, *, all_units: bool) -> Iterator[Block]:
    yield from changes_page(told)
    if told.impact is not None:
        yield from impact_page(told, all_units=all_units)
