"""Promises about units of which several files came: one form goes back for all of them, and once it is mended it stands for them all."""

from __future__ import annotations

import shutil

import pytest
from openpyxl import load_workbook
from round import write_answers

from ictscore.cli import run
from ictscore.survey.layout import CONFIRM, LOOKED, LOOKED_WORDS, UNIT

UNITS = """
rulebook: {rulebook}
units:
  - {{id: nv, name: Sở Nội vụ, group: so}}
  - {{id: tc, name: Sở Tài chính, group: so}}
  - {{id: yt, name: Sở Y tế, group: so}}
"""


@pytest.fixture
def back(tmp_path):
    """Return the folder of what goes back."""
    return tmp_path / "tra-lai"


@pytest.fixture
def check(small_round, capsys, back):
    """Return what checks the round with a list of units, sends back, and gives exit code, output and messages."""
    small_round.loaded.path.with_name("units.yaml").write_text(UNITS.format(rulebook=small_round.loaded.rulebook.id), encoding="utf-8")
    for name, unit in (("a", "Sở Nội vụ"), ("b", "Sở Tài chính"), ("c", "Sở Y tế")):
        small_round.fill(name, unit, nguoi=4, may=3, mang=True)

    def make(*options):
        code = run(["check", str(small_round.folder), "-r", small_round.rulebook, "--lang", "en", "--return", str(back), *options])
        told = capsys.readouterr()
        return code, told.out, told.err

    return make


def _cut(small_round, name):
    data = (small_round.folder / "a.xlsx").read_bytes()
    (small_round.folder / name).write_bytes(data[: len(data) // 2])


def _mended(back, small_round, name, **answers):
    path = small_round.folder / name
    shutil.copy(back / "So-Noi-vu.xlsx", path)
    rows = {cell.value for cell in load_workbook(path).worksheets[0]["A"]}
    looked = {LOOKED: LOOKED_WORDS["vi"]} if LOOKED in rows else {}
    write_answers(path, **looked, **answers)


def _stamped(path):
    return next(row[1].value for row in load_workbook(path)["_ictscore"].iter_rows() if row[0].value == "returned_from")


def test_a_file_that_cannot_be_read_is_its_units_by_its_name(small_round, check):
    """A unit whose other file is read is to be mended: nobody knows which of the two is the newer one."""
    _cut(small_round, "So-Noi-vu (1).xlsx")
    code, out, err = check()
    assert code == 1
    assert "2 in order · 1 to be mended · 0 not received" in out
    assert "By its name this file, of which nothing could be read, is that of “Sở Nội vụ”." in out
    assert "Nothing goes back" not in err


def test_the_letter_names_the_other_file_and_says_what_to_do(small_round, check, back):
    """The unit learns which file was read and which was not, why, and that the form that comes back counts for both."""
    _cut(small_round, "So-Noi-vu (1).xlsx")
    check()
    letter = " ".join((back / "So-Noi-vu.txt").read_text(encoding="utf-8-sig").split())
    assert "Tệp đã gửi: a.xlsx." in letter
    assert "không đọc được (lý do nêu dưới đây): So-Noi-vu (1).xlsx." in letter
    assert "So-Noi-vu (1).xlsx: Tệp đã gửi bị cụt hoặc bị hỏng." in letter
    assert "hoặc gửi lại tệp mở được" in letter
    assert "phiếu này thay cho tất cả các tệp nêu trên" in letter


def test_the_mended_form_stands_for_the_file_nobody_could_read(small_round, check, back):
    """Once it lies in the folder beside both files the unit is in order, and a note at each of them says why."""
    _cut(small_round, "So-Noi-vu (1).xlsx")
    check()
    _mended(back, small_round, "sua.xlsx", may=2)
    code, out, err = check()
    assert code == 0
    assert "3 in order · 0 to be mended · 0 not received" in out
    assert "UN150" in out
    assert "the mended form came, and this file, which could not be read, is left out" in out
    assert "Taken away, because these units are in order now: " in err


def test_a_form_stands_for_no_file_of_another_unit_that_has_the_same_bytes(small_round, check, back):
    """Empty files are all alike: what one unit mended leaves those of the others as they were, to be mended."""
    for name in ("Sở Nội vụ lần 2.xlsx", "Sở Tài chính lần 2.xlsx"):
        (small_round.folder / name).write_bytes(b"")
    (small_round.folder / "c.xlsx").rename(small_round.folder / "Sở Y tế.xlsx")
    (small_round.folder / "Sở Y tế.xlsx").write_bytes(b"")
    assert "0 in order · 3 to be mended · 0 not received" in check()[1]
    _mended(back, small_round, "sua.xlsx", may=2)
    _, out, _ = check()
    assert "1 in order · 2 to be mended · 0 not received" in out
    assert out.count("UN156") == 1


def test_a_file_that_was_given_another_units_name_is_that_units(small_round, check, back):
    """Whoever follows the note and names an unreadable file otherwise is not told that the first unit answered it."""
    _cut(small_round, "So-Noi-vu (1).xlsx")
    check()
    _mended(back, small_round, "sua.xlsx", may=2)
    (small_round.folder / "So-Noi-vu (1).xlsx").rename(small_round.folder / "So-Tai-chinh (1).xlsx")
    _, out, _ = check()
    assert "2 in order · 1 to be mended · 0 not received" in out
    assert "UN156" not in out


def test_a_file_cut_off_later_is_asked_about(small_round, check, back):
    """The form stands for what came before it; another damaged file is another question."""
    _cut(small_round, "So-Noi-vu (1).xlsx")
    check()
    _mended(back, small_round, "sua.xlsx")
    (small_round.folder / "So-Noi-vu (2).xlsx").write_bytes((small_round.folder / "b.xlsx").read_bytes()[:900])
    code, out, _ = check()
    assert (code, "2 in order · 1 to be mended" in out) == (1, True)


def test_a_form_another_unit_filled_in_stands_for_nothing(small_round, check, back):
    """What one unit got back and another one filled in does not put the first unit's files aside."""
    _cut(small_round, "So-Noi-vu (1).xlsx")
    check()
    _mended(back, small_round, "sua.xlsx", **{"#unit": "Sở Tài chính"})
    _, out, _ = check()
    assert "could not be read, is left out" not in out
    assert "IO120" in out


def test_a_unit_of_which_only_a_locked_file_came_gets_a_blank_form(small_round, check, back):
    """It sent something, so that it is not missing; filled in, the form stands for that file."""
    (small_round.folder / "a.xlsx").rename(small_round.folder / "Phiếu Sở Nội vụ.xlsx")
    data = (small_round.folder / "Phiếu Sở Nội vụ.xlsx").read_bytes()
    (small_round.folder / "Phiếu Sở Nội vụ.xlsx").write_bytes(data[:2000])
    _, out, _ = check()
    assert "2 in order · 1 to be mended · 0 not received" in out
    assert "Tệp đã gửi bị cụt hoặc bị hỏng." in " ".join((back / "So-Noi-vu.txt").read_text(encoding="utf-8-sig").split())
    _mended(back, small_round, "sua.xlsx", nguoi=4, may=3, mang="Có")
    assert check()[0] == 0


def test_two_unreadable_files_of_a_unit_are_one_unit(small_round, check):
    """It is counted once, whatever it sent."""
    (small_round.folder / "a.xlsx").write_bytes(b"")
    for name in ("Sở Nội vụ.xlsx", "so noi vu gui lai.xlsx"):
        (small_round.folder / name).write_bytes((small_round.folder / "b.xlsx").read_bytes()[:900])
    assert "3 units: 2 in order · 1 to be mended · 0 not received" in check()[1]


def test_the_mended_form_stands_for_all_files_of_its_unit(small_round, check, back):
    """Of two files that can be read one is on the form that goes back; mended, it takes the place of both."""
    small_round.fill("a2", "Sở Nội vụ", nguoi=5, may=3, mang=True)
    _, out, _ = check()
    assert "UN125" in out
    letter = " ".join((back / "So-Noi-vu.txt").read_text(encoding="utf-8-sig").split())
    assert "số liệu trong đó không có trên phiếu gửi kèm: a2.xlsx." in letter
    _mended(back, small_round, "sua.xlsx", nguoi=6)
    code, out, _ = check()
    assert (code, out.count("UN150")) == (0, 2)


def test_the_stamp_has_room_for_many_files(small_round, check, back):
    """A property of a document holds 255 signs: of further files the stamp keeps the beginnings of their hashes."""
    for number in range(12):
        (small_round.folder / f"So-Noi-vu ({number}).xlsx").write_bytes((small_round.folder / "a.xlsx").read_bytes()[: 900 + number])
    check()
    stamped = _stamped(back / "So-Noi-vu.xlsx")
    assert len(stamped) <= 255
    assert [len(each) for each in stamped.split()] == [64, *[16] * 10]


def test_a_form_gone_astray_stays_asked_about_until_the_unit_answers(small_round, check, back):
    """Made for Sở Nội vụ, it names Sở Y tế, which sent a form of its own: looking through that form says nothing of the other.

    The letter names the file, and the form has a cell for the answer; then the figures are those of the unit that is chosen.
    """
    write_answers(small_round.folder / "a.xlsx", **{UNIT: "Sở Y tế"})
    _, out, _ = check()
    assert "A form made for “Sở Nội vụ” came, but names “Sở Y tế”" in out
    letter = " ".join((back / "So-Y-te.txt").read_text(encoding="utf-8-sig").split())
    assert "Phiếu lập cho “Sở Nội vụ” ghi số liệu của - Còn một phiếu (a.xlsx) lập cho “Sở Nội vụ” nhưng ghi tên “Sở Y tế”" in letter
    path = small_round.folder / "sua.xlsx"
    shutil.copy(back / "So-Y-te.xlsx", path)
    write_answers(path, **{LOOKED: LOOKED_WORDS["vi"]})
    code, out, _ = check()
    assert code == 1
    assert "1 in order · 1 to be mended · 1 not received" in out
    assert "error SV505" in out
    write_answers(path, **{CONFIRM: "Sở Nội vụ"})
    code, out, _ = check()
    assert code == 0
    assert "3 in order · 0 to be mended · 0 not received" in out
    assert "by the answer here its figures are those of “Sở Nội vụ”" in out
