"""Paragraphs of a Word document read into what a cell says: runs, changes, fields, lists to choose from, and what is no text."""

from __future__ import annotations

from collections.abc import Iterable

from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.word.looks import Styles
from ictscore.survey.sheets.word.said import Change, Problem, Said
from ictscore.survey.sheets.word.tree import Element
from ictscore.words import N_, phrase

HELP_STYLE = "IctscoreHelp"
"""The style of our paragraphs below a question, which say how to answer it."""

_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "softHyphen": ""}
_NO_TEXT = {
    "drawing": N_("a picture or a drawing"),
    "pict": N_("a picture or a drawing"),
    "?AlternateContent": N_("a picture or a drawing"),
    "object": N_("an embedded object"),
    "sym": N_("a sign of a font of signs"),
    "ruby": N_("text with reading aids"),
    "tbl": N_("a table of its own"),
    "?oMath": N_("an equation"),
    "?oMathPara": N_("an equation"),
    "altChunk": N_("an embedded document"),
    "subDoc": N_("an embedded document"),
}
_BOX = N_("a text box with “{text}”")
_REMARKS = {
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
    "commentReference": "comment",
    "commentRangeStart": "comment",
}
_TRANSPARENT = frozenset({"hyperlink", "smartTag", "customXml", "bdo", "dir", "sdtContent"})
_CHANGES: dict[str, Change] = {"ins": "inserted", "moveTo": "inserted", "del": "deleted", "moveFrom": "deleted"}
_PLAIN_FIELDS = ("FORMTEXT", "HYPERLINK")
"""Fields that show just what somebody typed."""


def read_said(paragraphs: Iterable[Element], styles: Styles, *, helped: bool = False) -> Said:
    """Return what the content of a cell says; without the lines of our own help, which are kept apart, where it is ``helped``."""
    reader = _Reader(styles)
    for each in paragraphs:
        if helped and each.tag == "p" and style_of(each) == HELP_STYLE:
            reader.said.take_help(read_said([each], styles))
        else:
            reader.take(each, "")
    return reader.said


def text_in_boxes(drawn: Element) -> str:
    """Return the text in the boxes and shapes of a drawing, in one line; what is there for older programs says it again and is left out."""
    newer = drawn.find("?Choice") if drawn.tag == "?AlternateContent" else None
    shape = newer if newer is not None else drawn
    lines = ["".join(each.text or "" for each in line.iter("t")) for box in shape.iter("txbxContent") for line in box.iter("p")]
    lines += [each.get("string", "") for each in shape.iter("?textpath")]  # a watermark, say
    return " ".join(" ".join(filter(None, lines)).split())


def style_of(paragraph: Element) -> str:
    """Return the id of a paragraph's style."""
    found = paragraph.find("pPr/pStyle")
    return found.get("val", "") if found is not None else ""


class _Reader:
    """Reads the content of one cell, element by element."""

    def __init__(self, styles: Styles) -> None:
        self.said = Said()
        self._styles = styles
        self._paragraph: Element | None = None
        self._fields: list[tuple[list[str], int]] = []
        self._in_code = 0

    def take(self, element: Element, change: Change) -> None:
        """Take an element that holds paragraphs or runs."""
        tag = element.tag
        if tag == "p":
            self._take_paragraph(element, change)
        elif tag == "r":
            self._take_run(element, change)
        elif tag == "sdt":
            self._take_control(element, change)
        elif tag == "fldSimple":
            before = len(self.said.pieces)
            self._take_all(element, change)
            self._tell_field(element.get("instr", ""), before)
        elif tag in _TRANSPARENT:
            self._take_all(element, change)
        elif tag in _CHANGES:
            self._take_all(element, _CHANGES[tag] if change != "deleted" else change)
        else:
            self._take_other(element)

    def _take_all(self, element: Element, change: Change) -> None:
        for each in element:
            self.take(each, change)

    def _take_paragraph(self, element: Element, change: Change) -> None:
        outer, self._paragraph = self._paragraph, element.find("pPr")
        before = len(self.said.pieces)
        self._take_all(element, change)
        mark = self._paragraph.find("rPr") if self._paragraph is not None else None
        ends = {_CHANGES[each.tag] for each in (mark if mark is not None else ()) if each.tag in _CHANGES}
        self.said.end_line(next(iter(ends), change))
        if self._styles.is_numbered(self._paragraph):
            self.said.problems.append(Problem("IO154", {"read": shown(self.said.since(before))}))
        self._paragraph = outer

    def _take_run(self, element: Element, change: Change) -> None:
        look = self._styles.look(self._paragraph, element.find("rPr"))
        for each in element:
            if each.tag == "fldChar":
                self._take_field(each.get("fldCharType", ""))
            elif each.tag in ("instrText", "delInstrText"):
                if self._fields:
                    self._fields[-1][0].append(each.text or "")
            elif self._in_code:
                continue
            elif each.tag in ("t", "delText"):
                self.said.take(each.text or "", look, change)
            elif each.tag in ("br", "cr"):
                self.said.take("\n", look, change)
            elif each.tag in _SIGNS:
                self.said.take(_SIGNS[each.tag], look, change)
            else:
                self._take_other(each)

    def _take_field(self, kind: str) -> None:
        """Take a mark of a field: its code goes up to the second, what it shows up to the third."""
        if kind == "begin":
            self._fields.append(([], len(self.said.pieces)))
            self._in_code += 1
        elif kind == "separate" and self._in_code:
            self._in_code -= 1
        elif kind == "end" and self._fields:
            code, before = self._fields.pop()
            self._in_code = min(self._in_code, len(self._fields))
            self._tell_field("".join(code), before)

    def _tell_field(self, code: str, before: int) -> None:
        if not code.strip().upper().startswith(_PLAIN_FIELDS):
            read = shown(self.said.since(before))
            self.said.problems.append(Problem("IO155", {"field": shown(" ".join(code.split())), "read": read}))

    def _take_control(self, element: Element, change: Change) -> None:
        """Take a content control: one that shows its placeholder is blank, unless that is one of the words to choose from."""
        content = element.find("sdtContent")
        if content is None:
            return
        if element.find("sdtPr/showingPlcHdr") is None:
            self._take_all(content, change)
            return
        text = read_said(content, self._styles).shown
        listed = {each.get("displayText", each.get("value", "")) for each in element.iter("listItem")}
        if text in listed:
            self.said.problems.append(Problem("IO161", {"read": shown(text)}))

    def _take_other(self, element: Element) -> None:
        if element.tag in _REMARKS:
            self.said.remarks[_REMARKS[element.tag], element.get("id", "")] = None
        elif element.tag in _NO_TEXT:
            boxed = text_in_boxes(element)
            self.said.boxes += [boxed] if boxed else []
            what = phrase(_BOX, text=shown(boxed)) if boxed else phrase(_NO_TEXT[element.tag])
            self.said.problems.append(Problem("IO153", {"what": what}))
