"""``--evidence`` for ``check``, ``score`` and ``explain``: what is printed, what goes back, what the workbook shows, what is recorded."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook
from round import put_files, write_evidence

import ictscore.reports
from ictscore.cli import run

SCHEMA = json.loads((Path(ictscore.reports.__file__).parent / "findings.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def sent(small_round, tmp_path, monkeypatch):
    """Let two units send forms without errors, the first naming a file that is there and one that is not, and return the round."""
    monkeypatch.chdir(tmp_path)
    first = small_round.fill("noi-vu", "Sở Nội vụ", nguoi=40, may=38, mang=True)
    small_round.fill("ham-tan", "Huyện Hàm Tân", "huyen", nguoi=10, may=3, mang=False)
    write_evidence(first, nguoi="Danh sách.pdf", may="Kiểm kê.xlsx", mang="Ảnh chụp phòng máy")
    put_files(tmp_path / "mc", "Sở Nội vụ/Danh sách.pdf", "Sở Nội vụ/thừa.pdf")
    return small_round


@pytest.fixture
def check(sent, capsys):
    """Return what checks the round with its evidence and gives exit code, output and messages."""

    def make(*options, lang="en"):
        code = run(["check", "nhan", "-r", sent.rulebook, "--evidence", "mc", "--lang", lang, *map(str, options)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return make


def test_counts_come_first(check):
    """What became of the evidence is one line above the findings, in either language."""
    _, out, _ = check()
    line = "evidence: 1 found · 1 not found · 0 empty · 0 to be asked · 1 in words · 0 links · 3 cells blank"
    assert f"{line} (files: 2, named by no form: 1)" in out.splitlines()
    assert out.index(line) < out.index("SV462")
    _, out, _ = check(lang="vi")
    assert "minh chứng: 1 tìm thấy · 1 không thấy" in out


def test_missing_evidence_puts_nobody_among_those_to_mend(check):
    """A file that was not found is a warning: the unit's answers are in order all the same, unless --strict is asked for."""
    code, out, _ = check("--format", "json")
    document = json.loads(out)
    jsonschema.validate(document, SCHEMA)
    assert [group["received"] for group in document["standing"]["groups"]] == [1, 1]
    assert document["evidence"]["unnamed"] == ["Sở Nội vụ/thừa.pdf"]
    assert [each["severity"] for each in document["findings"] if each["code"] == "SV462"] == ["warning"]
    assert code == 1  # Sở Tài chính and Sở Y tế did not come
    _, out, _ = check("--format", "json", "--strict")
    assert json.loads(out)["standing"]["groups"][0]["needs_mending"] == 1


def test_its_cell_is_marked_on_the_form_that_goes_back(check):
    """The unit gets its form back with the cell of evidence marked, the question flagged, and a sentence in the note; nobody else does."""
    _, _, err = check("--return", "tra")
    assert "Units whose forms go back: 1." in err
    sheet = load_workbook("tra/So-Noi-vu.xlsx").worksheets[0]
    marked = {str(sheet.cell(row, 1).value): [sheet.cell(row, column).comment for column in (5, 6)] for row in range(1, sheet.max_row + 1)}
    told = "▲ Không thấy minh chứng “Kiểm kê.xlsx” trong các tệp đã gửi. Xin gửi tệp, hoặc sửa lại tên tệp tại đây.\n"
    assert {name: each[1].text for name, each in marked.items() if each[1] is not None} == {"may": told}
    assert all(each[0] is None for each in marked.values())
    assert "Không thấy minh chứng “Kiểm kê.xlsx”" in Path("tra/So-Noi-vu.txt").read_text(encoding="utf-8-sig")
    missing = load_workbook("tra/So-Noi-vu.xlsx").worksheets[1]
    links = [cell.hyperlink.location for row in missing.iter_rows() for cell in row if cell.hyperlink is not None]
    row = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == "may")
    assert links == [f"'Phiếu'!F{row}"]
    assert not Path("tra/Huyen-Ham-Tan.xlsx").exists()


def test_a_form_mended_is_taken_away(check, sent):
    """Once the file is there, an earlier run's form for that unit is taken away again."""
    check("--return", "tra")
    put_files(Path("mc"), "Sở Nội vụ/Kiểm kê.xlsx")
    _, _, err = check("--return", "tra")
    assert "Units whose forms go back: 0." in err
    assert not Path("tra/So-Noi-vu.xlsx").exists()


def test_the_workbook_shows_units_by_questions_and_all_files(check):
    """A sheet for each group says by signs what became of each cell; another lists files, those nobody names first, with links."""
    check("--workbook", "kq.xlsx")
    book = load_workbook("kq.xlsx")
    names = ["Mức đầy đủ huyen", "Minh chứng so", "Minh chứng huyen", "Tệp minh chứng", "Xuất xứ"]
    assert book.sheetnames[3:8] == names
    rows = {row[0].value: [cell.value for cell in row[1:6]] for row in book["Minh chứng so"].iter_rows(min_row=6)}
    assert rows["Sở Nội vụ"] == [1, 1, "✓", "×", "“"]
    assert rows["Sở Y tế"] == [None, None, "–", "–", "–"]
    files = [[cell.value for cell in row] for row in book["Tệp minh chứng"].iter_rows(min_row=6)]
    assert files == [["Sở Nội vụ/thừa.pdf", 8, None, "không phiếu nào nêu"], ["Sở Nội vụ/Danh sách.pdf", 8, "Sở Nội vụ", None]]
    assert book["Tệp minh chứng"]["A6"].hyperlink.target.endswith("thừa.pdf")
    command = next(row[1].value for row in book["Xuất xứ"].iter_rows() if row[0].value == "Lệnh")
    assert command.endswith(" --evidence mc")


def test_without_evidence_the_workbook_has_no_such_sheets(sent):
    """Who does not ask for evidence gets the workbook as before."""
    run(["check", "nhan", "-r", sent.rulebook, "--workbook", "kq.xlsx", "--lang", "en"])
    assert not [each for each in load_workbook("kq.xlsx").sheetnames if "inh chứng" in each]


def test_a_folder_that_is_not_there_is_refused(sent, capsys):
    """A slip in the folder's name is told before anything is read, and nothing is checked."""
    assert run(["check", "nhan", "-r", sent.rulebook, "--evidence", "không có", "--lang", "en"]) == 2
    assert "SV468" in capsys.readouterr().err


def _score(sent, *more):
    return run(["score", "nhan", "-r", sent.rulebook, "--provisional", "-o", "kq.results.xlsx", "--lang", "en", *more])


def test_scoring_tells_it_and_changes_no_point(sent, capsys):
    """Points, ranks and exit code are the same with and without evidence; what was not found is told."""
    plain = _score(sent, "--format", "csv"), capsys.readouterr()
    shown = _score(sent, "--format", "csv", "--evidence", "mc"), capsys.readouterr()
    assert (plain[0], plain[1].out) == (shown[0], shown[1].out)
    assert "SV462" in shown[1].err
    assert "SV462" not in plain[1].err


def test_a_result_is_made_again_without_the_files(sent, capsys):
    """The manifest holds names and sizes of the files: all findings come again though the folder is gone."""
    _score(sent, "--evidence", "mc")
    shutil.rmtree("mc")
    capsys.readouterr()
    assert run(["reproduce", "kq.results.xlsx", "-i", "nhan", "-r", sent.rulebook, "--lang", "en"]) == 0
    sheet = load_workbook("kq.results.xlsx")["Điều cần xem"]
    assert "SV462" in [cell.value for row in sheet.iter_rows() for cell in row]


def test_the_command_of_a_result_names_the_folder(sent):
    """The page of origin says where evidence was looked for, and the command that makes the result again asks for it."""
    _score(sent, "--evidence", "mc")
    rows = {row[0].value: row[1].value for row in load_workbook("kq.results.xlsx")["Xuất xứ"].iter_rows()}
    assert "--evidence mc" in rows["Lệnh"]
    assert rows["Thư mục minh chứng"] == "mc (2 tệp)"


def test_an_explanation_shows_the_evidence_beside_the_answer(sent, capsys):
    """What is named stands below the answer, with what became of it where the folder is given; also on pages and in JSON."""
    ask = ["explain", "nhan", "-r", sent.rulebook, "--lang", "en"]
    run([*ask, "Sở Nội vụ", "1.1"])
    out = capsys.readouterr().out
    assert "     evidence: Kiểm kê.xlsx\n" in out
    run([*ask, "--evidence", "mc", "Sở Nội vụ", "1.1"])
    out = capsys.readouterr().out
    assert "     evidence: Kiểm kê.xlsx (not found)\n" in out
    assert "     evidence: Danh sách.pdf (there)\n" in out
    run([*ask, "--evidence", "mc", "--format", "json", "Sở Nội vụ", "1.1"])
    assert "evidence: Danh sách.pdf (there)" in capsys.readouterr().out
    run([*ask, "--evidence", "mc", "--format", "markdown", "Sở Nội vụ", "1.1"])
    assert "- Tổng số người – minh chứng: Danh sách.pdf (có)" in capsys.readouterr().out
    run([*ask, "Huyện Hàm Tân", "1.1"])
    assert "evidence:" not in capsys.readouterr().out


def test_workbooks_among_the_evidence_are_no_forms(sent, capsys):
    """The folder of the evidence may lie in that of the forms: nothing in it is read as a form, and it is said that it was left out."""
    shutil.move("mc", "nhan/mc")
    shutil.copy("nhan/ham-tan.xlsx", "nhan/mc/Sở Nội vụ/Kiểm kê.xlsx")
    run(["check", "nhan", "-r", sent.rulebook, "--evidence", "nhan/mc", "--format", "json", "--lang", "en"])
    document = json.loads(capsys.readouterr().out)
    assert [each["name"] for each in document["files"]] == ["nhan/ham-tan.xlsx", "nhan/noi-vu.xlsx"]
    assert (document["evidence"]["cells"]["found"], document["evidence"]["files"]) == (2, 3)
    assert [each["message"] for each in document["findings"] if each["code"] == "IO111"] == ["Left out: it holds the evidence."]
