"""Promises of ictscore.survey.sheets.container."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
from dataclasses import replace

import pytest

from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.limits import LIMITS

CENTRAL = b"PK\x01\x02"


def opened(books, data, **limits):
    """Return the container of ``data``."""
    return Container(books.input_file(data), replace(LIMITS, **limits))


def read(books, data, name="a.xml", **limits):
    """Return the bytes of one part."""
    return opened(books, data, **limits).read(name).data


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_parts_are_read_whole(books, method):
    """Stored and deflated parts come out as they went in."""
    assert read(books, books.pack({"a.xml": "nội dung"}, method)) == "nội dung".encode()


def test_names_are_found_whatever_their_capitals(books):
    """Part names mean the same in capitals and small letters."""
    container = opened(books, books.pack({"XL/Workbook.xml": "x"}))
    assert "xl/workbook.xml" in container
    assert container.read("xl/workbook.xml").data == b"x"


def test_backslashes_in_names_are_slashes(books):
    """Some programs write the separators of Windows."""
    assert "xl/a.xml" in opened(books, books.pack({"xl\\a.xml": "x"}))


def test_a_missing_part_is_named(books, refusal):
    """A part that is not there is refused by its name."""
    assert refusal(read, books, books.pack({"a.xml": "x"}), "b.xml") == "IO201"


def test_what_stands_before_or_after_the_archive_does_no_harm(books):
    """Bytes before and after the archive do not change what is read."""
    data = books.pack({"a.xml": "x"})
    assert read(books, b"mail header\n" + data) == b"x"
    assert read(books, data + b"\n\n") == b"x"


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9, 0.99])
def test_a_file_cut_off_is_refused(books, refusal, keep):
    """A download that broke off has no table of contents."""
    data = books.pack({"a.xml": "x" * 1000, "b.xml": "y" * 1000})
    assert refusal(opened, books, data[: int(len(data) * keep)]) == "IO120"


def test_too_many_parts_are_refused(books, refusal):
    """An archive of 20,000 parts is refused before any of them is looked at."""
    assert refusal(opened, books, books.pack({f"{index}": "" for index in range(20_000)})) == "IO121"


@pytest.mark.parametrize("second", ["a.xml", "A.XML", "a.XML"])
def test_a_part_twice_is_refused(books, refusal, second):
    """Two parts of one name, by whatever capitals, are refused: nobody knows which one is meant."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("a.xml", "1")
        archive.writestr(second, "2")
    assert refusal(opened, books, stream.getvalue()) == "IO122"


def test_overlapping_parts_are_refused(books, refusal):
    """Two names for the same packed bytes are refused."""
    data = bytearray(books.pack({"a.xml": "x", "b.xml": "x"}))
    second = data.rindex(CENTRAL)
    data[second + 42 : second + 46] = struct.pack("<L", 0)
    assert refusal(opened, books, bytes(data)) == "IO123"


def test_a_part_that_reaches_into_the_table_of_contents_is_refused(books, refusal):
    """A packed size beyond the parts' own room is refused."""
    data = bytearray(books.pack({"a.xml": "x"}))
    first = data.index(CENTRAL)
    data[first + 20 : first + 24] = struct.pack("<L", 5000)
    assert refusal(opened, books, bytes(data)) == "IO123"


def test_a_part_that_does_not_begin_where_it_should_is_refused(books, refusal):
    """The table of contents must point at the beginnings of parts, inside the file."""
    for offset in (1, 0xFFFFFF):
        data = bytearray(books.pack({"a.xml": "x"}))
        first = data.index(CENTRAL)
        data[first + 42 : first + 46] = struct.pack("<L", offset)
        assert refusal(opened, books, bytes(data)) == "IO120"


def test_an_encrypted_part_is_refused(books, refusal):
    """A part with the encryption mark is refused."""
    data = bytearray(books.pack({"a.xml": "x"}))
    data[data.index(CENTRAL) + 8] |= 1
    assert refusal(opened, books, bytes(data)) == "IO124"


def test_an_unknown_packing_is_refused(books, refusal):
    """Only stored and deflated parts are read."""
    assert refusal(opened, books, books.pack({"a.xml": "x"}, zipfile.ZIP_BZIP2)) == "IO125"


def test_a_part_beyond_the_limit_is_refused(books, refusal):
    """What unpacks to more than a part may have is refused; what has just as much is read."""
    data = books.pack({"a.xml": "x" * 1000})
    assert len(read(books, data, part_bytes=1000)) == 1000
    assert refusal(read, books, data, part_bytes=999) == "IO126"


def test_all_parts_together_have_a_limit(books, refusal):
    """The bytes of all parts read are counted together."""
    container = opened(books, books.pack({"a.xml": "x" * 600, "b.xml": "y" * 600}), all_bytes=1000)
    assert len(container.read("a.xml").data) == 600
    assert refusal(container.read, "b.xml") == "IO127"


def test_a_bomb_is_refused_by_its_ratio(books, refusal):
    """Thirty megabytes of blanks in thirty kilobytes are refused, five megabytes are not."""
    assert refusal(read, books, books.pack({"a.xml": b" " * 30_000_000})) == "IO128"
    assert len(read(books, books.pack({"a.xml": b" " * 5_000_000}))) == 5_000_000


def test_a_flipped_digit_is_noticed(books, refusal):
    """One digit changed in a stored part no longer matches the check sum."""
    data = books.pack({"a.xml": "<v>171</v>"}, zipfile.ZIP_STORED)
    assert refusal(read, books, data.replace(b"<v>171", b"<v>771")) == "IO129"


def test_a_flipped_bit_in_a_packed_part_is_noticed(books, refusal):
    """One bit changed anywhere in the packed bytes is refused."""
    data = books.pack({"a.xml": "".join(f"<v>{index}</v>" for index in range(300))})
    start, end = 30 + len("a.xml"), data.index(CENTRAL)
    for position in range(start, end, 37):
        damaged = bytearray(data)
        damaged[position] ^= 0x10
        assert refusal(read, books, bytes(damaged)) == "IO129"


@pytest.mark.parametrize("offset", [18, 22])
def test_a_header_that_lies_about_sizes_is_refused(books, refusal, offset):
    """A part's own header must agree with the table of contents."""
    data = bytearray(books.pack({"a.xml": "x" * 100}))
    data[offset] ^= 1
    assert refusal(read, books, bytes(data)) == "IO129"


def test_a_table_of_contents_that_lies_about_the_size_is_refused(books, refusal):
    """Both headers may agree and lie: what comes out is counted."""
    data = bytearray(books.pack({"a.xml": "x" * 100}))
    for position in (22, data.index(CENTRAL) + 24):
        data[position : position + 4] = struct.pack("<L", 50)
    assert refusal(read, books, bytes(data)) == "IO129"


def test_a_header_with_another_name_is_refused(books, refusal):
    """A part that calls itself something else is refused."""
    assert refusal(read, books, re.sub(rb"a\.xml", b"b.xml", books.pack({"a.xml": "x"}), count=1)) == "IO129"


def test_sizes_that_follow_the_part_are_understood(books):
    """Programs that write without looking back put the sizes behind the part."""

    class Forward(io.BytesIO):
        def seekable(self):
            return False

        def seek(self, *_):
            raise io.UnsupportedOperation

    stream = Forward()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", "x" * 100)
    assert read(books, stream.getvalue()) == b"x" * 100


@pytest.mark.parametrize("name", ["../../etc/passwd", "/xl/workbook.xml", "C:\\a.xml"])
def test_names_that_climb_are_never_opened(books, name, tmp_path, monkeypatch):
    """A name that leads out of the archive is a name like any other: nothing is written anywhere."""
    monkeypatch.chdir(tmp_path)
    assert read(books, books.pack({name: "x", "a.xml": "y"})) == b"y"
    assert list(tmp_path.iterdir()) == []
