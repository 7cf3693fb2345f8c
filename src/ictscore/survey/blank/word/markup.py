"""The markup of a Word document: runs, paragraphs, drop-downs, cells, rows and tables as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LONGEST_TITLE = 60
"""Word refuses a document with a drop-down whose title has more than 64 characters."""
_HIDDEN = "<w:vanish/>"


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell looks like: its fill, whether its border is thick, how its text stands, and over how many columns it goes."""

    fill: str = ""
    thick: bool = False
    align: str = ""
    span: int = 1
    style: str = ""


PLAIN = Look()


def run(text: str, properties: str = "") -> str:
    """Return a run of text, with line breaks where the text has them."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(_printable(line))}</w:t>' for line in text.split("\n"))
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{lines}</w:r>"


def hidden(text: str) -> str:
    """Return a run that nobody sees; nothing for no text."""
    return run(text, _HIDDEN) if text else ""


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs."""
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    return f"<w:p>{f'<w:pPr>{named}{properties}</w:pPr>' if named or properties else ''}{''.join(runs)}</w:p>"


def drop_down(number: int, title: str, options: Sequence[str], chosen: str, placeholder: str) -> str:
    """Return a list to choose from; without ``chosen`` it shows the placeholder."""
    items = "".join(f"<w:listItem w:displayText={quoteattr(each)} w:value={quoteattr(each)}/>" for each in dict.fromkeys(options))
    shows = "" if chosen else "<w:showingPlcHdr/>"
    properties = f'<w:alias w:val={quoteattr(title[:_LONGEST_TITLE])}/><w:id w:val="{number}"/>{shows}'
    content = run(chosen) if chosen else run(placeholder, '<w:rStyle w:val="PlaceholderText"/>')
    return f"<w:sdt><w:sdtPr>{properties}<w:dropDownList>{items}</w:dropDownList></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(width: int, *paragraphs: str, look: Look = PLAIN) -> str:
    """Return a cell of paragraphs."""
    span = f'<w:gridSpan w:val="{look.span}"/>' if look.span > 1 else ""
    sides = "".join(f'<w:{side} w:val="single" w:sz="18" w:space="0" w:color="7F6000"/>' for side in ("top", "left", "bottom", "right"))
    border = f"<w:tcBorders>{sides}</w:tcBorders>" if look.thick else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>' if look.fill else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{border}{fill}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>"


def row(*cells: str, is_head: bool = False, height: int = 0) -> str:
    """Return a row, which no page break cuts; ``is_head`` repeats it on every page."""
    high = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{high}{'<w:tblHeader/>' if is_head else ''}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: Sequence[int], rows: Iterable[str], style: str = "IctscoreGrid") -> str:
    """Return a table whose columns keep their widths."""
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    whole = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{whole}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def _printable(text: str) -> str:
    """Return a text without the characters that no XML may hold."""
    return "".join(each for each in text if each >= " " or each == "\t")
