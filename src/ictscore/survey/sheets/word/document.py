"""A Word document read into sheets: the one way in for .docx files, open only to forms of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ictscore.garbage import collector_resting
from ictscore.survey.layout import NOT_READ, NUMBER, STAMP_KEYS
from ictscore.survey.sheets.cells import Sheet, Workbook
from ictscore.survey.sheets.collecting import Collector, shown
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.inputfile import InputFile
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.package import Relationship, read_relationships, target_of
from ictscore.survey.sheets.properties import read_modified, read_properties
from ictscore.survey.sheets.word.around import Told, tell_around
from ictscore.survey.sheets.word.beside import Around, around_questions, own_between, sheet_beside
from ictscore.survey.sheets.word.celltext import read_said
from ictscore.survey.sheets.word.looks import Styles, styles_in
from ictscore.survey.sheets.word.sheet import SheetMaker, has_ids, marks_of
from ictscore.survey.sheets.word.tables import Paragraph, WordTable, content_of
from ictscore.survey.sheets.word.tree import read_tree
from ictscore.words import phrase

_NAMES = {"vi": "Bảng", "en": "Table"}
_SIGN = "ictscore "
_KIND, _FORM = f"{_SIGN}kind", "form"
_REMARKS = {"footnotes": ("footnotes", "footnote"), "endnotes": ("endnotes", "endnote"), "comments": ("comments", "comment")}


def read_word(file: InputFile, limits: Limits = LIMITS) -> Workbook:
    """Return what a form as a Word document holds; raise FileRefused for any other document, and for one that cannot be read whole."""
    with collector_resting():
        return _read(file, limits)


def _read(file: InputFile, limits: Limits) -> Workbook:
    container = Container(file, limits)
    found = Collector(file.name, limits.findings_of_a_kind)
    top = read_relationships(container, "", limits)
    main = next((target_of(container, each) for each in top if each.kind == "officeDocument"), None)
    if main is None:
        raise container.refusal("IO208", part="_rels/.rels", reason=phrase("it names no document"))
    pointers = read_relationships(container, main, limits)
    styles = _styles(container, pointers, limits)
    body = read_tree(container.read(main), "document", limits).find("body")
    content = list(content_of(body, styles)) if body is not None else []
    properties = {**read_properties(container, top, found, limits), **_hidden_stamp(content)}
    tables = [each for each in content if isinstance(each, WordTable)]
    if properties.get(_KIND) != _FORM or not tables:
        raise container.refusal("IO150", what=phrase("a Word document"))
    if any(name.lower().endswith("vbaproject.bin") for name in container.names()):
        found.add("IO138")
    remarks = _remarks(container, pointers, styles, limits)
    tell_around(container, pointers, content, _told(styles, remarks, properties), found, limits)
    sheets = tuple(_sheets(container.file, content, properties.get(f"{_SIGN}language", "vi"), found, remarks))
    return Workbook(file, sheets, found.findings(), properties, texts_only=True, modified=read_modified(container, top, limits))


def _told(styles: Styles, remarks: Mapping[tuple[str, str], str], properties: Mapping[str, str]) -> Told:
    return Told(styles, remarks, properties.get(f"{_SIGN}rulebook", ""), properties.get(f"{_SIGN}unit", ""))


def _sheets(
    file: str, content: list[WordTable | Paragraph], language: str, found: Collector, remarks: Mapping[tuple[str, str], str]
) -> Iterator[Sheet]:
    """Yield the sheets of the tables that ask something; where no table says which does, those of all."""
    tables = {place: each for place, each in enumerate(content) if isinstance(each, WordTable)}
    asking = {place for place, each in tables.items() if has_ids(each)}
    questions = next((place for place in sorted(asking) if NUMBER in marks_of(tables[place]).values()), len(content))
    own = own_between(content)
    before: Mapping[int, str] = {}
    changed = 0
    for place, table in tables.items():
        name = f"{_NAMES.get(language, _NAMES['en'])} {table.number}"
        around: Around = around_questions(content, place) if place == questions else own[place] if place > questions else ([], [])
        if asking and place not in asking:
            if any(row.mark == NOT_READ for row in table.rows):
                yield sheet_beside(file, name, table, around)
            elif texts := [cell.said.shown for row in table.rows for cell in row.cells if cell.said.shown]:
                found.add("IO162", name, read=shown(" ".join(texts[0].split())))
            continue
        marks = marks_of(table)
        if asking and not marks and before and all(len(row.cells) in {1, max(before)} for row in table.rows):
            marks = before
            found.add("IO159", name)
        before = marks or before
        maker = SheetMaker(file, name, table, marks, found, remarks)
        yield maker.make(*around)
        changed += maker.changed
    if changed:
        found.add("IO158", count=changed)


def _hidden_stamp(content: list[WordTable | Paragraph]) -> dict[str, str]:
    """Return the stamp that stands as hidden text behind the form; it goes where the questions go, unlike the properties of the file."""
    lines = [line for each in content if isinstance(each, Paragraph) for line in each.said.hidden.splitlines()]
    pairs = (line.strip().partition("=") for line in lines)
    known = {f"{_SIGN}{key}" for key in (*STAMP_KEYS, "language")}
    return {key: value for key, sign, value in pairs if sign and key in known}


def _styles(container: Container, pointers: tuple[Relationship, ...], limits: Limits) -> Styles:
    name = next((target_of(container, each) for each in pointers if each.kind == "styles"), None)
    return styles_in(read_tree(container.read(name), "styles", limits)) if name is not None and name in container else Styles()


def _remarks(container: Container, pointers: tuple[Relationship, ...], styles: Styles, limits: Limits) -> dict[tuple[str, str], str]:
    """Return the texts of comments and notes by their kind and id."""
    texts: dict[tuple[str, str], str] = {}
    for each in pointers:
        if each.kind in _REMARKS:
            root, kind = _REMARKS[each.kind]
            for one in read_tree(container.read(target_of(container, each)), root, limits):
                texts[kind, one.get("id", "")] = read_said(one, styles).shown
    return texts
