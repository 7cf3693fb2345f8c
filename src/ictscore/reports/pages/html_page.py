"""HTML pages that are whole by themselves: nothing is loaded from anywhere, and they print on A4."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ictscore.reports.console import printable
from ictscore.words import spoken

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
.entry { margin: .75em 0 .25em; padding-left: .6em; } .came { border-left: 4px solid #2a7; } .went { border-left: 4px solid #b33; }
.changed { border-left: 4px solid #b80; } .line { margin-left: 1.5em; } .place, .note { color: #555; font-size: .9em; }
.mark { position: fixed; top: 0; right: 0; color: #c00000; font-weight: bold; border: 1px solid; padding: 0 .4em; background: #fff; }
.weighty { font-weight: bold; } .wide { font-size: .75em; } .wide th, .wide td { padding: .15em .3em; }
@media print { body { margin: 0; max-width: none; } @page { size: A4; margin: 20mm 15mm 20mm 30mm; } }
"""

MOST_COLUMNS = 8
"""Tables with more columns are set smaller, so that a name still has room on A4."""


def document(title: str, parts: Iterable[str], mark: str = "") -> str:
    """Return a whole page with these parts in its body; a ``mark`` stays in sight on screen and stands on every page that is printed."""
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{shown(title)}</title><style>{_STYLE}</style>'
    marked = [f'<div class="mark">{shown(mark)}</div>'] if mark else []
    return (
        "\n".join([f'<!DOCTYPE html>\n<html lang="{spoken()}">\n<head>{head}</head>\n<body>', *marked, *parts, "</body>\n</html>"]) + "\n"
    )


def shown(text: str) -> str:
    """Return a text of which HTML makes nothing else."""
    return escape(printable(text))


def listing(texts: Iterable[str]) -> str:
    """Return a list, or nothing where there is nothing to list."""
    items = "".join(f"<li>{shown(each)}</li>" for each in texts)
    return f"<ul>{items}</ul>" if items else ""


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], numbers: Iterable[int] = ()) -> str:
    """Return a table; the columns in ``numbers``, counted from 0, are set to the right."""
    right = set(numbers)
    head = "".join(f"<th>{shown(each)}</th>" for each in heads)
    body = "".join(f"<tr>{''.join(_cell(text, is_number=index in right) for index, text in enumerate(row))}</tr>" for row in rows)
    opening = '<table class="wide">' if len(heads) > MOST_COLUMNS else "<table>"
    return f"{opening}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(text: str, *, is_number: bool) -> str:
    return f'<td class="number">{shown(text)}</td>' if is_number else f"<td>{shown(text)}</td>"
