"""Promises about what is drawn over the cells of an .xls sheet."""

from __future__ import annotations

import struct

import pytest

from ictscore.survey.sheets.cells import Box
from ictscore.survey.sheets.xls.drawings import Drawings
from ictscore.survey.sheets.xls.records import Record

FILLED, HOLLOW = {447: 0x100010}, {447: 0x100000}
RECTANGLE, LINE, CONNECTOR = 1, 20, 32


def piece(kind, form=0, content=b""):
    """Return a piece of a drawing that holds no others."""
    return struct.pack("<HHL", form << 4, kind, len(content)) + content


def shape(corners=(4, 0, 5, 0, 4, 900, 5, 200), form=RECTANGLE, looks=None, child=False):
    """Return how a shape looks: left, top, right and bottom, each a column or row from 0 with a part of it."""
    begins = struct.pack("<HHL", 0xF, 0xF004, 0)
    said = b"".join(struct.pack("<HL", *each) for each in (looks or {}).items())
    anchor = piece(0xF00F, 0, bytes(16)) if child else piece(0xF010, 0, struct.pack("<H8H", 0, *corners))
    return begins + piece(0xF00A, form, bytes(8)) + piece(0xF00B, len(looks or {}), said) + anchor + piece(0xF011)


def thing(what, number=1, flags=0, **parts):
    """Return what an object is, with further parts by their kinds (``p18``)."""
    more = b"".join(struct.pack("<HH", int(kind[1:]), len(content)) + content for kind, content in parts.items())
    return struct.pack("<2H3H12x", 0x15, 18, what, number, flags) + more


def drawn(*pairs, texts=()):
    """Return the texts and boxes of a sheet with these objects, each with how it looks; ``texts`` come behind the last one."""
    found = Drawings()
    for looks, what in pairs:
        found.take_drawing(Record(0xEC, looks))
        found.take_object(Record(0x5D, what))
    for text in texts:
        found.take_text(Record(0x1B6, struct.pack("<10xHH4x", len(text), 0), (b"\1" + text.encode("utf-16-le"),)))
    return found.texts_and_boxes()


@pytest.mark.parametrize(
    ("looks", "what", "kinds"),
    [
        (shape(), 0x1E, ["shape"]),
        (shape(looks=FILLED), 0x02, ["shape"]),
        (shape(looks=HOLLOW), 0x02, []),
        (shape(looks={385: 7, **HOLLOW}), 0x06, []),
        (shape(looks=HOLLOW, form=LINE), 0x1E, ["shape"]),
        (shape(looks=HOLLOW, form=CONNECTOR), 0x1E, ["shape"]),
        (shape(looks=HOLLOW), 0x01, ["shape"]),
        (shape(looks=HOLLOW), 0x05, ["shape"]),
        (shape(looks=HOLLOW), 0x08, ["picture"]),
        (shape(looks={959: 0x20002}), 0x08, []),
        (shape(), 0x07, []),
        (shape(), 0x19, []),
        (b"", 0x08, []),
    ],
)
def test_pictures_covers_and_lines_are_kept(looks, what, kinds):
    """Filled shapes, charts and pictures hide, lines cross out; frames, buttons, comments, and what is hidden or lies nowhere do not."""
    texts, boxes = drawn((looks, thing(what)))
    assert (texts, [(each.kind, each.row, each.column, each.last_column) for each in boxes]) == ({}, [(kind, 6, 5, 5) for kind in kinds])


def test_a_cover_is_kept_row_by_row_up_to_its_edge():
    """A corner on the edge of a cell does not reach into it; in a group each lies where the group does."""
    group = (shape((2, 10, 3, 10, 5, 0, 5, 0)), thing(0x00, 1))
    _, boxes = drawn(group, (shape(child=True), thing(0x02, 2)))
    assert [(each.row, each.column, each.last_column) for each in boxes] == [(4, 3, 5), (5, 3, 5)]
    assert len(drawn((shape((0, 0, 0, 0, 1, 0, 9999, 0)), thing(0x02)))[1]) == 201


def link(token, *numbers):
    """Return the formula by which a control names its cell."""
    return struct.pack("<HL", 1 + 2 * len(numbers), 0) + bytes([token]) + struct.pack(f"<{len(numbers)}H", *numbers)


@pytest.mark.parametrize(
    ("what", "box"),
    [
        (thing(0x0B, p18=b"\1\0" + bytes(6)), ("check", True, None)),
        (thing(0x0B, p10=b"\1\0" + bytes(10), p18=bytes(8)), ("check", False, None)),
        (thing(0x0B, p10=b"\1\0" + bytes(10)), ("check", True, None)),
        (thing(0x0B, p18=b"\2\0" + bytes(6)), ("check", False, None)),
        (thing(0x0C, p18=b"\1\0", p20=link(0x24, 5, 4)), ("option", True, (6, 5))),
        (thing(0x0B, p20=link(0x3A, 0, 5, 0xC004)), ("check", False, (6, 5))),
        (thing(0x0B, p20=link(0x17, 5, 4)), ("check", False, None)),
        (thing(0x0B, p20=link(0x24, 5)), ("check", False, None)),
        (thing(0x14), ("list", False, None)),
        (thing(0x08, p8=b"\x11\0"), ("control", False, None)),
    ],
)
def test_controls_are_found_with_their_state_and_the_cell_they_write_to(what, box):
    """Excel and LibreOffice say a tick in places of their own; the cell may be named with its sheet; one half ticked is not."""
    [found] = drawn((shape(), what), texts=["Có\nmạng"])[1]
    assert (found.kind, found.is_set, found.link) == box
    assert found == Box(6, 5, found.kind, found.is_set, "Có mạng", found.link)


def test_arrows_of_filters_and_of_cells_with_a_list_are_passed_over():
    """The program draws them itself, on every sheet with a filter."""
    assert drawn((shape(), thing(0x14, flags=0x2101))) == ({}, ())


def test_texts_in_boxes_are_kept_by_their_cell():
    """Filled or not: a text is told by what it says, two over one cell are both kept, and a comment is none."""
    found = Drawings()
    for number, (what, looks) in enumerate([(0x06, HOLLOW), (0x02, FILLED), (0x19, FILLED)], start=1):
        found.take_drawing(Record(0xEC, shape(looks=looks)))
        found.take_object(Record(0x5D, thing(what, number)))
        found.take_text(Record(0x1B6, struct.pack("<10xHH4x", 2, 0), (b"\0" + f"8{number}".encode(),)))
    assert found.texts_and_boxes() == ({(6, 5): "81\n82"}, ())
    assert (found.said_in(3), found.said_in(9)) == ("83", None)
