"""Word forms for tests: made by us, filled in by hand-written XML as Word would leave it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = "word/document.xml"
_CELL = re.compile(r"<w:tc>.*?</w:tc>", re.DOTALL)
_ROW = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)


def text_of(data: bytes, part: str = DOCUMENT) -> str:
    """Return a part of a document as text."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(part).decode()


def with_parts(data: bytes, parts: Mapping[str, str | None]) -> bytes:
    """Return a document with other parts, or without those that are None."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        kept = {name: old.read(name).decode() for name in old.namelist()} | dict(parts)
        for name, text in kept.items():
            if text is not None:
                new.writestr(zipfile.ZipInfo(name), text)
    return stream.getvalue()


def edited(data: bytes, change: Callable[[str], str]) -> bytes:
    """Return a document with its text changed."""
    return with_parts(data, {DOCUMENT: change(text_of(data))})


def row_of(text: str, identifier: str) -> str:
    """Return the row of a question by its hidden id."""
    return next(row for row in _ROW.findall(text) if f">{identifier}</w:t>" in row)


def cells_of(row: str) -> list[str]:
    """Return the cells of a row."""
    return _CELL.findall(row)


def paragraph(text: str) -> str:
    """Return a paragraph as people type it."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:p><w:r>{lines}</w:r></w:p>"


def filled(data: bytes, answers: Mapping[str, str], column: int = 3) -> bytes:
    """Return a document with markup (paragraphs) in the cells of answers, or in another column of their rows."""

    def change(text: str) -> str:
        for identifier, markup in answers.items():
            row = row_of(text, identifier)
            cell = cells_of(row)[column]
            properties = re.match(r"<w:tc>(<w:tcPr>.*?</w:tcPr>)?", cell, re.DOTALL)
            assert properties is not None
            text = text.replace(row, row.replace(cell, f"{properties[0]}{markup}</w:tc>"))
        return text

    return edited(data, change)


def typed(data: bytes, answers: Mapping[str, str]) -> bytes:
    """Return a document with these texts typed as answers."""
    return filled(data, {name: paragraph(text) for name, text in answers.items()})


def saved(folder: Path, data: bytes, name: str = "phieu.docx") -> Path:
    """Write a document down."""
    path = folder / name
    path.write_bytes(data)
    return path


def element(markup):
    """Return markup as a tree with local names, as the reader has it."""
    tree = fromstring(f'<w:x xmlns:w="{MAIN}" xmlns:m="m">{markup}</w:x>')
    for each in tree.iter():
        space, _, local = each.tag[1:].partition("}")
        each.tag = local if space == MAIN else f"?{local}"
        each.attrib = {key.rpartition("}")[2]: value for key, value in each.attrib.items()}
    return tree


def run(text, look=""):
    """Return a run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
