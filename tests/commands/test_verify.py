"""``ictscore verify``: edited results are found cell by cell, from the workbook alone."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import openpyxl
import openpyxl.comments
import openpyxl.styles
import openpyxl.utils.cell
import pytest

from ictscore.cli import run
from ictscore.reports.recorded.seal import Edit
from ictscore.reports.recorded.verified import differences, edit_finding
from ictscore.survey.layout import STAMP_SHEET

SURVEY = Path(__file__).parents[2] / "samples" / "binhthuan-dang-2019" / "survey.xlsx"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Return the results of a sample survey, written once."""
    path = tmp_path_factory.mktemp("ket-qua") / "goc.results.xlsx"
    assert run(["score", str(SURVEY), "--rulebook", "binhthuan-dang-2019", "-o", str(path)]) == 0
    return path.read_bytes()


@pytest.fixture
def edited(written, tmp_path):
    """Return what saves the results after somebody changed them in a spreadsheet program."""

    def make(change):
        path = tmp_path / "sua.results.xlsx"
        path.write_bytes(written)
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)
        return path

    return make


def verified(path, capsys):
    """Return the exit code and the findings with the sheets and cells they stand at."""
    capsys.readouterr()
    code = run(["verify", str(path), "--format", "json", "--lang", "en"])
    document = json.loads(capsys.readouterr().out)
    return code, [(each["code"], each["at"].get("sheet", ""), each["at"].get("cell", "")) for each in document["findings"]]


def sheet_of(book, beginning):
    """Return the first sheet whose name begins so."""
    return next(each for each in book if each.title.startswith(beginning))


def column_of(sheet, mark):
    """Return the column under a hidden mark."""
    return next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == mark)


def row_of(sheet, rank):
    """Return the row of a unit by its rank, the first column of a ranking."""
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == rank)


def test_a_sound_workbook_is_said_to_be_sound(written, tmp_path, capsys):
    """As written, and saved again by another program without a change, every cell is as it was."""
    path = tmp_path / "goc.results.xlsx"
    path.write_bytes(written)
    assert verified(path, capsys) == (0, [])
    assert run(["verify", str(path), "--lang", "en"]) == 0
    assert "cells are as they were written." in capsys.readouterr().err


def test_saving_without_a_change_is_no_edit(edited, capsys):
    """Another program writes the same cells in its own way."""
    assert verified(edited(lambda book: None), capsys) == (0, [])


def test_rows_that_changed_places_are_named(edited, capsys):
    """Two whole rows of a ranking in each other's place are no edit, for people sort; they are named, and the closing words say so."""

    def swap(book):
        sheet = sheet_of(book, "Xếp hạng")
        first, second = row_of(sheet, 2), row_of(sheet, 3)
        for column in range(1, sheet.max_column + 1):
            one, other = sheet.cell(first, column), sheet.cell(second, column)
            one.value, other.value = other.value, one.value

    path = edited(swap)
    code, found = verified(path, capsys)
    assert (code, [each[0] for each in found]) == (0, ["SC287"])
    run(["verify", str(path), "--lang", "en"])
    said = capsys.readouterr()
    told = " ".join((said.out + said.err).split())
    sheet = openpyxl.load_workbook(path)[found[0][1]]
    upper, lower = row_of(sheet, 3), row_of(sheet, 2)
    one, other = (sheet.cell(row, column_of(sheet, "#unit")).value for row in (upper, lower))
    assert f"Rows stand elsewhere than they were written, each with the same cells: “{one}” from row {lower} to row {upper}" in told
    assert f"“{other}” from row {upper} to row {lower}." in told
    assert "cells are as they were written, some in rows that stand elsewhere now" in told


@pytest.mark.parametrize("mark", ["#rank", "#total", "#grade", "#unit", "#exact"])
def test_every_kind_of_cell_is_watched(edited, capsys, mark):
    """A rank, a total, a grade, a name, even a hidden exact number: the edited cell is named."""
    where = []

    def change(book):
        sheet = sheet_of(book, "Xếp hạng")
        cell = sheet.cell(row_of(sheet, 2), column_of(sheet, mark))
        cell.value = cell.value + 1 if isinstance(cell.value, (int, float)) else "khác"
        where.append((sheet.title, cell.coordinate))

    code, found = verified(edited(change), capsys)
    assert (code, found) == (1, [("SC210", *where[0])])


@pytest.mark.parametrize("sheet", ["Tiêu chí", "Diễn giải", "Xuất xứ", "Mục lục"])
def test_every_sheet_is_watched(edited, capsys, sheet):
    """Criteria, explanations, origin and contents: no sheet can be changed unseen."""
    where = []

    def change(book):
        page = sheet_of(book, sheet)
        cell = next(cell for row in page.iter_rows(min_row=7) for cell in row if cell.value not in (None, ""))
        cell.value = "12345"
        where.append((page.title, cell.coordinate))

    code, found = verified(edited(change), capsys)
    assert (code, found) == (1, [("SC210", *where[0])])


def test_a_formula_in_the_place_of_a_number_is_an_edit(edited, capsys):
    """A formula may show the same number and still is not what was written."""

    def change(book):
        sheet = sheet_of(book, "Xếp hạng")
        sheet.cell(row_of(sheet, 1), column_of(sheet, "#total")).value = "=1+1"

    code, found = verified(edited(change), capsys)
    assert (code, [each[0] for each in found]) == (1, ["SC210"])


def test_a_number_that_became_a_text_is_named_as_one(edited, capsys):
    """It reads the same; what it is now is told."""

    def change(book):
        sheet = sheet_of(book, "Xếp hạng")
        sheet.cell(row_of(sheet, 1), column_of(sheet, "#rank")).value = "1"

    path = edited(change)
    assert run(["verify", str(path), "--lang", "en"]) == 1
    assert "“1” was written here as a number; it stands here as a text now." in capsys.readouterr().out
    assert run(["verify", str(path), "--lang", "vi"]) == 1
    assert "Ở đây đã ghi “1” là một số; nay là chữ." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("was", "reads", "code", "kind"),
    [
        ("n11", "t11", "SC226", "a text"),
        ("n11", "f11", "SC226", "the result of a formula"),
        ("n1", "x1", "SC226", "another kind of value"),
        ("n11", "f12", "SC210", ""),
        ("t–", "", "SC226", "nothing"),
        ("", "t11", "SC210", ""),
    ],
)
def test_the_kind_is_told_where_the_value_is_the_same(was, reads, code, kind):
    """A number, a text and a formula may all read 11; where they read otherwise, what they read is told."""
    found = edit_finding("kq.xlsx", Edit("a", 1, 1, was, reads))
    assert (found.code, str(found.values["read"]) if kind else "") == (code, kind)
    published = {(1, 1): reads} if reads else {(1, 2): "ta"}
    other = [each.code for each in differences("kq.xlsx", published, {(1, 1): was, (1, 2): "ta"} if was else {(1, 2): "ta"}, "a")]
    assert {"SC226": "SC227", "SC210": "SC217"}[code] in other


@pytest.mark.parametrize(
    ("mark", "rank", "code"),
    [
        ("#rank", 2, '"1"'),
        ("#rank", 2, '"–"'),
        ("#total", 2, '"99,5"'),
        ("#total", 2, "0%"),
        ("#grade", 2, 'General;General;General;"Tốt"'),
    ],
)
def test_a_format_that_shows_something_else_is_an_edit(edited, capsys, mark, rank, code):
    """A cell that holds what was written and shows a better rank, total or grade is named."""
    where = []

    def change(book):
        sheet = sheet_of(book, "Xếp hạng")
        cell = sheet.cell(row_of(sheet, rank), column_of(sheet, mark))
        cell.number_format = code
        where.append((sheet.title, cell.coordinate))

    found = verified(edited(change), capsys)
    assert found == (1, [("SC218", *where[0])])


def test_a_number_rounded_by_its_format_is_an_edit(edited, capsys):
    """Where half a point counts, a total shown without its decimals is another total."""
    where = []

    def change(book):
        sheet = sheet_of(book, "Xếp hạng")
        column = column_of(sheet, "#total")
        cell = next(each for each in sheet.iter_cols(column, column).__next__() if isinstance(each.value, float) and each.value % 1)
        cell.number_format = "0"
        where.append((sheet.title, cell.coordinate))

    assert verified(edited(change), capsys) == (1, [("SC218", *where[0])])


def test_what_is_hidden_is_told(edited, capsys):
    """A row, a column and a sheet that people cannot see any more are warnings at their first cells; showing ours is none."""

    def change(book):
        sheet = sheet_of(book, "Xếp hạng")
        sheet.row_dimensions[row_of(sheet, 1)].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet.row_dimensions[6].hidden = False
        sheet_of(book, "Diễn giải").sheet_state = "hidden"

    code, found = verified(edited(change), capsys)
    first = openpyxl.utils.cell.coordinate_from_string
    assert code == 0
    assert [(each[0], each[1][:4], first(each[2])[0] if each[2] else "") for each in found] == [
        ("SC219", "Xếp ", "A"),
        ("SC219", "Xếp ", "B"),
        ("SC219", "Diễn", ""),
    ]


def test_what_others_are_merged_over_or_white_on_white_is_told(written, edited, tmp_path, capsys):
    """Cells merged over the second rank keep it in the file, but nobody sees it; nor a name in white."""

    def change(book):
        sheet = sheet_of(book, "Xếp hạng")
        cell = sheet.cell(row_of(sheet, 1), 2)
        cell.font = openpyxl.styles.Font(name="Times New Roman", sz=11, b=True, color="FFFFFFFF")

    path = edited(change)
    book = openpyxl.load_workbook(path)
    sheet = sheet_of(book, "Xếp hạng")
    first, second = (sheet.cell(row_of(sheet, rank), 1).coordinate for rank in (1, 2))
    merge = f'<mergeCells count="1"><mergeCell ref="{first}:{second}"/></mergeCells>'
    part = f"xl/worksheets/sheet{book.index(sheet) + 1}.xml"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "gop.xlsx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"</sheetData>", f"</sheetData>{merge}".encode()) if name == part else data)
    code, found = verified(tmp_path / "gop.xlsx", capsys)
    assert code == 0
    assert [(each[0], each[2]) for each in found] == [("SC219", first.replace("A", "B")), ("SC219", second)]


def test_a_comment_is_a_remark(edited, capsys):
    """A comment beside a total changes nothing that was written, and is told."""

    def change(book):
        sheet_of(book, "Xếp hạng")["B8"].comment = openpyxl.comments.Comment("đúng ra 14", "ai đó")

    code, found = verified(edited(change), capsys)
    assert (code, [(each[0], each[2]) for each in found]) == (0, [("SC211", "B8")])


def test_a_copied_ranking_is_no_remark(edited, capsys):
    """A sheet that could be taken for one of ours is an error, whatever it is called."""

    def change(book):
        copy = book.copy_worksheet(sheet_of(book, "Xếp hạng"))
        copy.cell(row_of(copy, 1), 2).value = "Cơ quan khác"
        copy.title = "Kết quả"

    code, found = verified(edited(change), capsys)
    assert (code, found) == (1, [("SC224", "Kết quả", "")])


def test_a_remark_beside_the_table_is_a_warning(edited, capsys):
    """A council may write beside the table without being called a forger."""

    def change(book):
        sheet_of(book, "Xếp hạng").cell(8, 60).value = "đã kiểm tra"

    code, found = verified(edited(change), capsys)
    assert (code, [each[0] for each in found]) == (0, ["SC211"])


def test_a_sheet_taken_out_is_missed_and_one_added_is_named(edited, capsys):
    """Sheets cannot come or go unseen."""

    def change(book):
        book.remove(sheet_of(book, "Điều cần xem"))
        book.create_sheet("Ghi thêm").cell(1, 1).value = "x"

    code, found = verified(edited(change), capsys)
    assert (code, [(each[0], each[1]) for each in found]) == (1, [("SC215", "Điều cần xem"), ("SC216", "Ghi thêm")])


def _stamp_rows(book, beginning):
    return [row for row in book[STAMP_SHEET].iter_rows() if str(row[0].value).startswith(beginning)]


def test_a_seal_taken_out_or_changed_is_told(edited, capsys):
    """Without its seal, or with another one, a workbook is not believed."""

    def without(book):
        for row in _stamp_rows(book, "seal"):
            row[0].value = row[1].value = None

    def other(book):
        _stamp_rows(book, "seal:0")[0][1].value = "QUJD"

    assert verified(edited(without), capsys) == (1, [("SC212", "", "")])
    assert verified(edited(other), capsys) == (1, [("SC213", "", "")])


def test_results_without_their_hidden_sheet_are_told_as_such(edited, capsys):
    """Nobody takes them for the wrong file: the ranking is there, the sheet with the seal is gone, or says it holds something else."""

    def without(book):
        del book[STAMP_SHEET]

    def other(book):
        _stamp_rows(book, "kind")[0][1].value = "other"

    for change in (without, other):
        path = edited(change)
        assert verified(path, capsys) == (1, [("SC283", "", "")])
        assert run(["verify", str(path), "--lang", "en"]) == 1
        assert f"its hidden sheet {STAMP_SHEET} with the seal was taken out or changed." in capsys.readouterr().out


def test_the_stamp_is_sealed_too(edited, capsys):
    """What the hidden sheet says of the rulebook and the stage is watched like any other cell."""

    def change(book):
        _stamp_rows(book, "stage")[0][1].value = "council"

    code, found = verified(edited(change), capsys)
    assert (code, [(each[0], each[1]) for each in found]) == (1, [("SC210", STAMP_SHEET)])


@pytest.mark.parametrize("command", ["verify", "reproduce"])
def test_what_is_no_workbook_is_named(tmp_path, capsys, command):
    """Results in JSON and CSV are not called damaged: only workbooks carry what is checked."""
    path = tmp_path / "kq.json"
    path.write_text("{}", encoding="utf-8")
    assert run([command, str(path), *(["--inputs", str(tmp_path)] if command == "reproduce" else []), "--lang", "en"]) == 2
    assert "SC225" in capsys.readouterr().err


def test_a_rulebook_of_ones_own_is_asked_for(tmp_path, capsys, monkeypatch):
    """A result by a rulebook that did not come with ictscore says where it wants to be told; what to try next names its path."""
    monkeypatch.chdir(tmp_path)
    text = (SURVEY.parents[2] / "rulebooks" / "quangbinh-2018" / "rulebook.yaml").read_text(encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "rulebook.yaml").write_text(text.replace("id: quangbinh-2018", "id: cua-toi", 1), encoding="utf-8")
    survey = openpyxl.load_workbook(SURVEY.parents[1] / "quangbinh-2018" / "survey.xlsx")
    table = next(sheet for sheet in survey if sheet.sheet_state == "visible")
    plain = openpyxl.Workbook()
    for row in table.iter_rows(values_only=True):
        plain.active.append(row)
    plain.save("s.xlsx")
    assert run(["score", "s.xlsx", "--rulebook", "own", "-o", "kq.xlsx", "--lang", "en"]) == 0
    assert "--rulebook own " in capsys.readouterr().err
    (tmp_path / "cua-toi").mkdir()
    assert run(["reproduce", "kq.xlsx", "--inputs", "s.xlsx", "--lang", "en"]) == 2
    assert "kq.xlsx — error RB609" in capsys.readouterr().err
    assert run(["reproduce", "kq.xlsx", "--inputs", "s.xlsx", "--rulebook", "own"]) == 0


def test_a_survey_holds_no_results(capsys):
    """What is no result is refused by name."""
    assert run(["verify", str(SURVEY), "--lang", "en"]) == 2
    assert "SC214" in capsys.readouterr().err
