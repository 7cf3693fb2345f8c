"""Promises of ictscore.survey.sheets.xls about damaged and hostile files: refused by name or read, never a crash, never without end."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.errors import FileRefused
from ictscore.survey.sheets.inputfile import InputFile
from ictscore.survey.sheets.limits import LIMITS
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.sheets.xls.compound import SIGNATURE

FILES = Path(__file__).resolve().parent.parent.parent / "messy" / "files"
WHOLE = (FILES / "tcvn3.xls").read_bytes()


def code(data, limits=LIMITS):
    """Return the code with which a file is refused, or nothing when it is read."""
    try:
        open_survey_file(InputFile(Path("a.xls"), "a.xls", data, "", len(data)), limits)
    except FileRefused as refusal:
        return refusal.findings[0].code
    return ""


@given(data=st.data())
def test_any_change_is_read_or_refused(data):
    """A workbook with bytes changed anywhere is read or refused by name."""
    damaged = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(8, len(WHOLE) - 1))] = data.draw(st.integers(0, 255))
    code(bytes(damaged))


@given(size=st.integers(0, len(WHOLE) - 1))
def test_a_cut_file_is_refused_or_whole(size):
    """A file cut off anywhere is refused, unless only padding is missing."""
    code(WHOLE[:size])


KINDS = [0x809, 0x85, 0xFC, 0x3C, 0x31, 0xE0, 0x41E, 0x06, 0x207, 0x0A, 0xFD, 0xBD, 0x1B6]


@given(stream=st.lists(st.tuples(st.sampled_from(KINDS), st.binary(max_size=40))))
def test_any_records_are_read_or_refused(stream):
    """Records of any content, in any order, are read or refused by name."""
    start = struct.pack("<HHHHHH", 0x809, 8, 0x600, 5, 0, 0)
    code(start + b"".join(struct.pack("<HH", kind, len(content)) + content for kind, content in stream))


def test_chains_that_run_in_a_circle_are_refused():
    """A sector that follows itself ends the reading, not the patience."""
    table = struct.unpack_from("<L", WHOLE, 76)[0]
    start = (table + 1) * 512
    circle = WHOLE[:start] + struct.pack("<L", 3) * 128 + WHOLE[start + 512 :]
    assert code(circle) == "IO120"


def test_tables_that_run_in_a_circle_are_refused():
    """So are tables of sectors that name themselves as the next."""
    header = bytearray(WHOLE)
    struct.pack_into("<LL", header, 68, 0, 1)
    header[512:1024] = bytes(512)
    assert code(bytes(header)) == "IO120"


@pytest.mark.parametrize("data", [SIGNATURE, SIGNATURE + bytes(600), SIGNATURE + bytes(22) + b"\x09\0\x07\0" + bytes(600)])
def test_headers_of_nothing_are_refused(data):
    """A file that only begins like an old Office file is refused."""
    assert code(data) == "IO120"


@pytest.mark.parametrize("limit", ["rows", "cells", "values", "strings"])
def test_limits_hold(limit):
    """Rows, cells, values and texts are counted as in other workbooks."""
    assert code(WHOLE, replace(LIMITS, **{limit: 1})) == "IO206"
    assert code(WHOLE) == ""
