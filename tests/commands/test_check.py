"""``ictscore check``: what it prints, what it writes, and its exit code."""

from __future__ import annotations

import csv
import json

import pytest
from openpyxl import Workbook, load_workbook
from round import marked_cells, write_answers

from ictscore.cli import run

HEAD = ["unit", "group", "chinh_quyen_so", "kinh_te_so", "xa_hoi_so"]


@pytest.fixture
def table(tmp_path):
    """Return what writes a table of one unit with this first answer."""

    def make(value):
        path = tmp_path / "khao-sat.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([HEAD, ["Bắc Ninh", "tinh", value, "0.3", "0.4"]])
        return str(path)

    return make


@pytest.fixture
def check(small_round, capsys):
    """Return what checks the round's folder and gives exit code, output and messages."""

    def make(*options, lang="en"):
        code = run(["check", str(small_round.folder), "-r", small_round.rulebook, "--lang", lang, *map(str, options)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return make


def test_a_sound_survey_passes(table, capsys):
    """Counts of files and cells come last, and warnings do not make the answer no."""
    assert run(["check", table("0.4449"), "--rulebook", "vn-dti-2020", "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("1 units: 1 in order · 0 to be mended")
    assert "3 given, 0 missing, 0 not applicable, 0 unreadable" in told.err
    assert told.err.endswith("Files checked: 1; cells: 3; errors: 0, warnings: 1, notes: 0.\n")
    assert "UN110" in told.out


def test_strict_raises_warnings(table, capsys):
    """Under --strict a warning is an error."""
    assert run(["check", table("0.4449"), "--rulebook", "vn-dti-2020", "--strict", "--lang", "en"]) == 1
    assert "error UN110" in capsys.readouterr().out


def test_an_error_makes_the_answer_no(table, capsys):
    """An unreadable answer is printed with its cell, and the exit code is 1 whatever the format."""
    path = table("khá")
    for how in ("text", "json", "github"):
        assert run(["check", path, "--rulebook", "vn-dti-2020", "--format", how, "--lang", "en"]) == 1
        assert "SV201" in capsys.readouterr().out


def test_json_counts_files_units_and_answers(table, capsys):
    """The JSON document holds the counts, and findings in the order of their places."""
    run(["check", table(""), "--rulebook", "vn-dti-2020", "--format", "json", "--lang", "en"])
    document = json.loads(capsys.readouterr().out)
    assert document["units"] == {"tinh": 1}
    assert document["answers"] == {"given": 2, "missing": 1, "not_applicable": 0, "unreadable": 0}
    assert [each["code"] for each in document["findings"]] == ["UN110", "SV101"]
    assert document["findings"][1]["at"]["cell"] == "C2"


def test_without_a_stamp_the_rulebook_must_be_named(table, capsys):
    """A CSV file has no stamp: without --rulebook nothing can be checked."""
    assert run(["check", table("0.4"), "--lang", "en"]) == 2
    assert "SV503" in capsys.readouterr().err


def test_the_text_goes_from_the_whole_to_the_cell(small_round, check):
    """Counts first, then groups with names, then findings under their files, those with errors first."""
    small_round.usual()
    code, out, err = check(lang="vi")
    lines = out.splitlines()
    assert code == 1
    assert lines[:5] == [
        "4 đơn vị: 1 đạt · 2 cần sửa · 1 chưa nộp",
        "  Các sở: 1 đạt · 1 cần sửa · 1 chưa nộp",
        "    Cần sửa: Sở Tài chính",
        "    Chưa nộp: Sở Y tế",
        "  Các huyện: 0 đạt · 1 cần sửa · 0 chưa nộp",
    ]
    files = [line.partition(" (")[0].rpartition("/")[2] for line in lines if " (lỗi: " in line]
    assert files == ["ham-tan.xlsx", "tai-chinh.xlsx"]
    assert lines[-2] == "  Số đơn vị chưa nộp, đã nêu tên ở trên: 1."
    found = [line.removeprefix("Phiếu!E").split(" — lỗi ") for line in lines if " — lỗi SV" in line]
    assert [code for _, code in found] == ["SV101", "SV236", "SV260"]
    assert int(found[1][0]) < int(found[2][0])
    assert err.splitlines()[-1].startswith("Đã kiểm tra: 3 tệp, 9 ô; lỗi: 4, ")


def test_a_group_may_be_expected(small_round, check):
    """With --group the units of a group are missing though none came; an unknown group is a finding."""
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    assert "Huyện Hàm Tân" not in check()[1]
    assert "Not received: Huyện Hàm Tân" in check("--group", "Các huyện")[1]
    code, _, err = check("--group", "huyện")
    assert code == 2
    assert "UN105" in err


def test_what_goes_back_is_mended_and_sound(small_round, check, tmp_path):
    """The round trip: the marked cells of what went back are mended, the forms checked again, and no error is left."""
    small_round.usual()
    back = tmp_path / "tra-lai"
    before = {path.name: path.read_bytes() for path in small_round.folder.iterdir()}
    code, _, err = check("--return", back)
    assert code == 1
    assert {path.name: path.read_bytes() for path in small_round.folder.iterdir()} == before
    assert sorted(path.name for path in back.iterdir()) == [
        "Huyen-Ham-Tan.txt",
        "Huyen-Ham-Tan.xlsx",
        "So-Tai-chinh.txt",
        "So-Tai-chinh.xlsx",
        "ictscore-return.json",
    ]
    assert "Units whose forms go back: 2." in err
    form = back / "So-Tai-chinh.xlsx"
    marks = marked_cells(form)
    assert set(marks) == {"nguoi", "mang"}
    assert "“17l”" in marks["nguoi"]
    write_answers(form, nguoi=17, mang="Có")
    (small_round.folder / "tai-chinh.xlsx").write_bytes(form.read_bytes())
    code, out, _ = check()
    assert (code, "2 in order · 1 to be mended · 1 not received" in out.splitlines()[0]) == (1, True)
    small_round.fill("ham-tan", "Huyện Hàm Tân", "huyen", nguoi=10, may=5, mang=False)
    small_round.fill("y-te", "Sở Y tế", nguoi=4, may=3, mang=True)
    code, out, _ = check()
    assert (code, "4 in order · 0 to be mended" in out.splitlines()[0]) == (0, True)


def test_the_mended_form_takes_the_place_of_its_first(small_round, check, tmp_path):
    """The mended form may lie beside the file it was made from: it is taken, with a note, and what was wrong there is past."""
    small_round.usual()
    check("--return", tmp_path / "tra-lai")
    form = tmp_path / "tra-lai" / "So-Tai-chinh.xlsx"
    write_answers(form, nguoi=17, mang="Có")
    (small_round.folder / "sua.xlsx").write_bytes(form.read_bytes())
    _, out, _ = check()
    assert ("UN150" in out, "UN125" in out, "SV201" in out) == (True, False, False)
    assert "2 in order · 1 to be mended · 1 not received" in out.splitlines()[0]  # what is left is the blank form of Huyện Hàm Tân
    _, out, _ = check("--return", tmp_path / "tra-lai")
    (small_round.folder / "tai-chinh.xlsx").unlink()
    _, out, _ = check()
    assert ("UN150" in out, "UN125" in out) == (False, False)


def test_answers_go_back_as_they_came(small_round, check, tmp_path):
    """The fresh form holds what was read and, in the doubtful cells, what stood there."""
    small_round.usual()
    check("--return", tmp_path / "tra-lai")
    sheet = load_workbook(tmp_path / "tra-lai" / "So-Tai-chinh.xlsx").worksheets[0]
    given = {sheet.cell(row, 1).value: sheet.cell(row, 5).value for row in range(1, sheet.max_row + 1)}
    assert (given["nguoi"], given["may"], given["mang"]) == ("17l", 5, "đang làm")
    assert given["#unit"] == "Sở Tài chính"


def test_a_row_of_a_table_goes_back_as_a_form(small_round, check, tmp_path):
    """A unit of a table gets a form of its own with its row's answers, the doubtful one marked."""
    small_round.folder.mkdir()
    path = small_round.folder / "bang.csv"
    rows = [["unit", "group", "nguoi", "may", "mang"], ["Sở Nội vụ", "so", "4", "3", "có"], ["Sở Y tế", "so", "4", "9", "có"]]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    back = tmp_path / "tra-lai"
    code, out, _ = check("--return", back)
    assert code == 1
    assert "To be mended: Sở Y tế" in out
    assert set(marked_cells(back / "So-Y-te.xlsx")) == {"nguoi", "may"}
    assert not (back / "So-Noi-vu.xlsx").exists()


def test_a_file_of_nobody_is_said(small_round, check, tmp_path):
    """What cannot be read goes back to nobody, and is named."""
    small_round.usual()
    (small_round.folder / "hong.xlsx").write_text("x", encoding="utf-8")
    _, _, err = check("--return", tmp_path / "tra-lai")
    assert "Nothing goes back for these files, because it is not clear whose they are: " in err
    assert "hong.xlsx" in err


RETYPED = [
    ["Đơn vị: Sở Y tế"],
    [],
    ["Nội dung", "Quý I", "Quý II"],
    ["Tổng số người", 4, 5],
    ["Số máy tính", 3, 3],
    ["Có mạng", "có", "có"],
]


def _retyped(folder, name, rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    folder.mkdir(exist_ok=True)
    book.save(folder / name)


def test_a_refused_sheet_that_names_its_unit_goes_back_to_it(small_round, check, tmp_path):
    """Its unit is to be mended and not missing; it gets a blank form, with a letter that says what was wrong with the file."""
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    small_round.fill("c", "Sở Tài chính", nguoi=4, may=3, mang=True)
    _retyped(small_round.folder, "y-te.xlsx", RETYPED)
    back = tmp_path / "tra-lai"
    code, out, err = check("--return", back)
    assert code == 1
    assert "2 in order · 1 to be mended · 0 not received" in out
    assert "it is not clear whose they are" not in err
    letter = (back / "So-Y-te.txt").read_text(encoding="utf-8-sig")
    assert "y-te.xlsx" in letter
    assert "Quý I" in letter
    assert "Chưa đọc được tệp đã gửi" in letter
    sheet = load_workbook(back / "So-Y-te.xlsx").worksheets[0]
    assert {sheet.cell(row, 1).value: sheet.cell(row, 5).value for row in range(1, sheet.max_row + 1)}["nguoi"] is None


def test_the_mended_form_takes_the_place_of_a_refused_sheet(small_round, check, tmp_path):
    """Filled in and put beside the file it was made from, the form is read and nothing is said of that file any more."""
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    small_round.fill("c", "Sở Tài chính", nguoi=4, may=3, mang=True)
    _retyped(small_round.folder, "y-te.xlsx", RETYPED)
    check("--return", tmp_path / "tra-lai")
    book = load_workbook(tmp_path / "tra-lai" / "So-Y-te.xlsx")
    rows = {cell.value: cell.row for cell in book.worksheets[0]["A"]}
    for name, value in (("nguoi", 4), ("may", 3), ("mang", "Có")):
        book.worksheets[0].cell(rows[name], 5).value = value
    book.save(small_round.folder / "y-te-sua.xlsx")
    code, out, _ = check()
    assert "3 in order · 0 to be mended · 0 not received" in out
    assert code == 0


def test_a_unit_with_another_file_that_cannot_be_read_is_to_be_mended(small_round, check, tmp_path):
    """Nobody knows whether the refused sheet is the newer one: its unit is asked, and the form with what was read goes back."""
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    small_round.fill("c", "Sở Tài chính", nguoi=4, may=3, mang=True)
    small_round.fill("d", "Sở Y tế", nguoi=4, may=3, mang=True)
    _retyped(small_round.folder, "go-lai.xlsx", [["Đơn vị: Sở Nội vụ"], *RETYPED[1:]])
    code, out, err = check("--return", tmp_path / "tra-lai")
    assert code == 1
    assert "2 in order · 1 to be mended · 0 not received" in out
    assert "Nothing goes back" not in err
    assert "Toàn bộ phiếu" in (tmp_path / "tra-lai" / "So-Noi-vu.txt").read_text(encoding="utf-8-sig")


def test_a_file_that_is_not_read_for_another_one_is_said_so(small_round, check, tmp_path):
    """Whose the second form of a unit is, is clear: its fault goes back to nobody, because another file is read."""
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    small_round.fill("b", "Sở Nội vụ", nguoi="nhiều", may=3, mang=True)
    _, _, err = check("--return", tmp_path / "tra-lai")
    assert "because another file of the same unit is read: " in err
    assert "b.xlsx" in err.split("is read: ")[1].splitlines()[0]
    assert "it is not clear whose they are" not in err


def test_nothing_to_return_makes_no_folder(small_round, check, tmp_path):
    """Where nothing is to be mended no folder is made, though units are missing: they get a fresh form, not one sent back."""
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    code, _, err = check("--return", tmp_path / "tra-lai")
    assert code == 1
    assert "errors: 2, " in err
    assert "Units whose forms go back: 0." in err
    assert not (tmp_path / "tra-lai").exists()


def test_what_went_back_is_not_overwritten(small_round, check, tmp_path):
    """The same again changes nothing; a form somebody has mended is kept unless forced."""
    small_round.usual()
    back = tmp_path / "tra-lai"
    assert check("--return", back)[0] == 1
    assert check("--return", back)[0] == 1
    form = back / "So-Tai-chinh.xlsx"
    write_answers(form, nguoi=17)
    mended = form.read_bytes()
    code, _, err = check("--return", back)
    assert (code, "SV601" in err) == (1, True)
    assert form.read_bytes() == mended
    assert check("--return", back, "--force")[0] == 1
    assert form.read_bytes() != mended


def test_outputs_inside_the_survey_are_refused(small_round, check):
    """What would be read as answers the next time is not written."""
    small_round.usual()
    for options in (("--return", small_round.folder / "tra"), ("--workbook", small_round.folder / "kq.xlsx")):
        code, _, err = check(*options)
        assert (code, "SV600" in err) == (2, True)
    assert sorted(path.name for path in small_round.folder.iterdir()) == ["ham-tan.xlsx", "noi-vu.xlsx", "tai-chinh.xlsx"]


def test_a_workbook_is_written_where_it_is_asked_for(small_round, check, tmp_path):
    """The workbook stands where it was asked for, and its name has to be that of one."""
    small_round.usual()
    path = tmp_path / "kq.xlsx"
    code, _, err = check("--workbook", path)
    assert code == 1
    assert f"Written: {path}" in err
    assert load_workbook(path).sheetnames[0] == "Tổng hợp"
    code, _, err = check("--workbook", tmp_path / "kq.pdf")
    assert (code, "IO408" in err) == (2, True)


def test_one_file_is_checked_like_a_folder(small_round, capsys):
    """A single form is a survey of one unit; the others of its group are missing, and that is an error for each."""
    path = small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    assert run(["check", str(path), "-r", small_round.rulebook, "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[0] == "3 units: 1 in order · 0 to be mended · 2 not received"
    assert told.err.endswith("errors: 2, warnings: 0, notes: 0.\n")


def test_a_folder_without_a_survey_cannot_be_checked(tmp_path, capsys):
    """An empty folder ends with 2 and says what is missing."""
    assert run(["check", str(tmp_path), "-r", "binhthuan-2020", "--lang", "en"]) == 2
    assert "IO112" in capsys.readouterr().err


def test_names_of_files_are_harmless(small_round, check):
    """A file whose name breaks lines, colours or marks up is printed on one line, as it is spelt."""
    small_round.fill("a\n::error::[red]\x1b[31m", "Sở Tài chính", nguoi="17l", may=5, mang=True)
    for how in ("text", "json", "github", "gitlab", "junit", "sarif"):
        code, out, _ = check("--format", how)
        assert code == 1
        assert "\x1b" not in out
        assert not any(line.startswith("::error::") for line in out.splitlines())


def test_a_thousand_findings_are_cut(small_round, capsys):
    """A hundred of a kind are shown, then how many more there are; the counts are of all."""
    small_round.folder.mkdir()
    path = small_round.folder / "bang.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["unit", "group", "nguoi", "may", "mang"])
        writer.writerows([f"Sở {row}", "huyen", "nhiều", "1", "có"] for row in range(150))
    assert run(["check", str(path), "-r", small_round.rulebook, "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert told.out.count("error SV201") == 100
    assert "SV201: and 50 more of this kind." in told.out
    assert "errors: 301" in told.err  # each unit is a stranger to the closed list besides, and the one that is no stranger is missing


def test_unclear_names_are_asked_in_a_workbook_and_the_answer_is_remembered(tmp_path, capsys):
    """“SNV” may be two offices: it is asked, the workbook is written where wanted, and once answered and saved there the name is known."""
    (tmp_path / "nhan").mkdir()
    with (tmp_path / "nhan" / "so.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["unit", "group", "can_bo", "can_bo_co_may"], ["SNV", "pl_i", "10", "9"]])
    words = ["check", str(tmp_path / "nhan"), "--rulebook", "binhthuan-2020", "--lang", "en"]
    assert run(words) == 1
    told = capsys.readouterr()
    assert "UN121" in told.out
    assert "Unit names to be asked about: 1. --ask unit-matches.xlsx writes them into a workbook." in told.err
    asked = tmp_path / "unit-matches.xlsx"
    assert run([*words, "--ask", str(asked)]) == 1
    book = load_workbook(asked)
    rows = {row[2].value: row[4] for row in book.worksheets[0].iter_rows() if row[2].value}
    rows["SNV"].value = "Sở Nội vụ"
    book.save(asked)
    capsys.readouterr()
    run(words)
    told = capsys.readouterr()
    assert "UN121" not in told.out
    assert "UN126" in told.out
    assert run([*words, "--ask", str(tmp_path / "nhan" / "trong.xlsx")]) == 2


def test_a_form_that_came_under_another_name_is_told(small_round, check):
    """The unit it was made for is not received; right below the names stands which file came for it."""
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    path = small_round.fill("b", "Sở Y tế", nguoi=9, may=3, mang=True)
    book = load_workbook(path)
    row = next(cell.row for cell in book.worksheets[0]["A"] if cell.value == "#unit")
    book.worksheets[0].cell(row, 5).value = "Sở Tài chính"
    book.save(path)
    out = check()[1]
    assert "Not received: Sở Y tế" in out
    assert f"A form made for “Sở Y tế” came, but names “Sở Tài chính”: {path}" in out


def test_units_of_groups_nobody_is_in_are_said_to_be_no_errors(tmp_path, capsys):
    """Of 36 units one came: 17 others of its group are errors, and that the 18 of the other groups are none is said beside their number."""
    (tmp_path / "nhan").mkdir()
    assert run(["form", "binhthuan-2020", "-u", "Sở Tài chính", "-o", str(tmp_path / "nhan" / "a.xlsx")]) == 0
    assert run(["check", str(tmp_path / "nhan"), "-r", "binhthuan-2020", "--no-files"]) == 1
    told = capsys.readouterr()
    text = told.out + told.err
    assert "Units not received, named above: 35." in text
    assert "Of these, 18 are in groups from which nothing came at all: they are no errors." in text
    assert "errors: 18, " in text.splitlines()[-1]
