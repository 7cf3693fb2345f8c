"""``ictscore form -u`` and ``--period``: for whom and for when a form is made is held against what the rulebook knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from ictscore.cli import run
from ictscore.rulebook.load import load_rulebook
from ictscore.survey.layout import STAMP_SHEET

HERE = "binhthuan-2020"


def made(tmp_path, *more, rulebook=HERE):
    """Make a form with these options; return the exit code and what its stamp says, which is nothing where none was made."""
    path = tmp_path / "phieu.xlsx"
    code = run(["form", rulebook, *more, "-o", str(path)])
    return code, {row[0].value: row[1].value or "" for row in load_workbook(path)[STAMP_SHEET].iter_rows()} if path.exists() else {}


@pytest.mark.parametrize(
    ("typed", "unit", "group", "how"),
    [
        ("Sở Tài chính", "Sở Tài chính", "pl_i", ""),
        ("Sở Tài chinh", "Sở Tài chính", "pl_i", "marks, its kind or what is around it written otherwise"),
        ("SO TAI CHINH", "Sở Tài chính", "pl_i", "marks, its kind or what is around it written otherwise"),
        ("STC", "Sở Tài chính", "pl_i", "first letters"),
        ("Sở Giáo dục", "Sở Giáo dục và Đào tạo", "pl_i", "a short name"),
        ("TP Phan Thiết", "UBND thành phố Phan Thiết", "pl_iv", ""),
        ("Thanh tra tỉnh", "Thanh tra tỉnh", "pl_ii", ""),
    ],
)
def test_a_name_is_written_as_the_list_has_it(tmp_path, capsys, typed, unit, group, how):
    """A name, its acronym or its short name becomes that of the list, in the unit's own group; what was understood is said."""
    code, stamp = made(tmp_path, "-u", typed)
    assert (code, stamp["unit"], stamp["group"], bool(stamp["unit_id"])) == (0, unit, group, True)
    told = capsys.readouterr().err
    assert ("UN120" in told) == (typed != unit)
    assert how in told


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("SNV", ["Sở Nội vụ", "Sở Ngoại vụ"]),
        ("Sở Tàu chính", ["Sở Tài chính"]),
        ("UBND huyện Hàm Thuận", ["UBND huyện Hàm Thuận Bắc", "UBND huyện Hàm Thuận Nam"]),
    ],
)
def test_what_is_not_clear_is_refused_with_what_may_be_meant(tmp_path, capsys, typed, candidates):
    """Letters that stand for two units, slips and halves of names give no form, but the units they may mean."""
    assert made(tmp_path, "-u", typed) == (2, {})
    told = capsys.readouterr().err
    assert "UN160" in told
    assert all(each in told for each in candidates)


def test_a_unit_of_another_group_is_refused(tmp_path, capsys):
    """The list knows the group of a unit: another one is refused, and its own is named."""
    assert made(tmp_path, "-g", "pl_iv", "-u", "Sở Tài chính") == (2, {})
    told = capsys.readouterr().err
    assert "UN161" in told
    assert "--group pl_i)" in told


def test_a_stranger_to_an_open_list_is_written_as_typed(tmp_path, capsys):
    """A unit that the list lacks gets its form with a warning; without a group nobody knows which form, and a closed group refuses it."""
    code, stamp = made(tmp_path, "-g", "pl_i", "-u", "Công ty Điện lực")
    assert (code, stamp["unit"], stamp["unit_id"]) == (0, "Công ty Điện lực", "")
    assert "warning UN123" in capsys.readouterr().err
    (tmp_path / "phieu.xlsx").unlink()
    assert made(tmp_path, "-u", "Công ty Điện lực") == (2, {})
    assert "--group" in capsys.readouterr().err
    assert made(tmp_path, "-g", "pl_ii", "-u", "Công ty Điện lực") == (2, {})
    told = capsys.readouterr().err
    assert "UN103" in told
    assert "Văn phòng UBND tỉnh, Thanh tra tỉnh" in told


def test_without_a_list_the_name_stands_as_typed(tmp_path, capsys):
    """Where a rulebook has no list of units, any name is written; a closed group of the rulebook still has its own spelling, or refuses."""
    assert made(tmp_path, "-u", "tỉnh  Huế", rulebook="vn-dti-2022")[1]["unit"] == "tỉnh  Huế"
    assert capsys.readouterr().err == ""
    alone = tmp_path / "alone.yaml"
    alone.write_text(load_rulebook(HERE).path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "phieu.xlsx").unlink()
    assert made(tmp_path, "-g", "pl_ii", "-u", "thanh tra TỈNH", rulebook=str(alone))[1]["unit"] == "Thanh tra tỉnh"
    (tmp_path / "phieu.xlsx").unlink()
    assert made(tmp_path, "-g", "pl_ii", "-u", "Sở Y tế", rulebook=str(alone)) == (2, {})
    assert "UN103" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("rulebook", "period", "code"),
    [
        (HERE, "abc", "IO417"),
        (HERE, "20", "IO417"),
        (HERE, "2020.5", "IO417"),
        (HERE, "2020,0", "IO417"),
        (HERE, "12020", "IO417"),
        (HERE, "2033", ""),
        (HERE, "6 tháng đầu năm 2020", ""),
        ("quangbinh-2018", "abc", "IO417"),
        ("quangbinh-2018", "2020", "IO418"),
        ("quangbinh-2018", "từ 12/2017 đến 11/2018", ""),
        ("quangbinh-2018", "từ 01.12.2017 đến 30.11.2018", ""),
        ("quangbinh-2018", "2017.12.01-2018.11.30", ""),
        (HERE, "2020 (lần 1.2)", ""),
        ("vn-dti-2022", "2023", ""),
        ("vn-dti-2022", "2020", "IO418"),
    ],
)
@pytest.mark.parametrize("way", [[], ["--table"]])
def test_a_period_is_a_year_the_rulebook_governs(tmp_path, capsys, way, rulebook, period, code):
    """A period names a year: one that is governed, where the rulebook governs some in particular, else any."""
    group = ["-g", "pl_i"] if rulebook == HERE else []
    wanted, stamp = (2, {}) if code else (0, {"period": period}), made(tmp_path, *way, *group, "--period", period, rulebook=rulebook)
    assert (stamp[0], {"period": stamp[1]["period"]} if stamp[1] else {}) == wanted
    told = capsys.readouterr().err
    assert code in told
    assert ("2021, 2022, 2023" in told) == (code == "IO418" and rulebook == "vn-dti-2022")


def test_many_forms_and_older_ones_need_a_period_too(tmp_path, capsys):
    """No folder of forms is made for a period that is none, and no older form is carried over into one."""
    old = tmp_path / "cu.xlsx"
    assert run(["form", "quangbinh-2018", "-o", str(old)]) == 0
    for more in (["--all-units", "-o", str(tmp_path / "p")], ["--carry-over", str(old), "-o", str(tmp_path / "moi.xlsx")]):
        assert run(["form", "quangbinh-2018", "--period", "2019", *more]) == 2
        assert "governs: 2018" in capsys.readouterr().err
    assert [each.name for each in Path(tmp_path).iterdir()] == ["cu.xlsx"]


@pytest.mark.parametrize(("named", "says"), [(["-u", "Sở Y tế", "-u", "Sở Nội vụ"], "--all-units"), (["-u", "  "], "leave it out")])
def test_one_unit_is_named_or_none(tmp_path, capsys, named, says):
    """The first of two was dropped without a word, and blanks made a form for nobody."""
    assert run(["form", HERE, "-g", "pl_i", *named, "-o", str(tmp_path / "phieu.xlsx")]) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "phieu.xlsx").exists()
