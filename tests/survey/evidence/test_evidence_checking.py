"""Promises about evidence: real forms, real folders, and what is said at which cell."""

from __future__ import annotations

import unicodedata

import pytest
from round import put_files, write_evidence

from ictscore.survey.evidence.walking import list_evidence
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.words import speak

PLACES = {"nguoi": "F14", "may": "F15", "mang": "F16"}


@pytest.fixture
def read(small_round, tmp_path):
    """Return what reads two forms, in which the first unit names this evidence, with a folder of these files."""

    def make(*files, other=None, **named):
        first = small_round.fill("noi-vu", "Sở Nội vụ", nguoi=40, may=38, mang=True)
        second = small_round.fill("tai-chinh", "Sở Tài chính", nguoi=10, may=5, mang=False)
        write_evidence(first, **named)
        write_evidence(second, **(other or {}))
        folder = put_files(tmp_path / "mc", *files)
        folder.mkdir(exist_ok=True)
        options = ReadOptions(evidence=list_evidence(folder))
        return read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash, options=options)

    return make


def about(survey, *codes):
    """Return the findings about evidence as pairs of code and cell."""
    return [(each.code, each.place.cell) for each in survey.findings if each.code.startswith(("SV46", "SV47")) and each.code in codes]


def states(survey):
    """Return what the cells of the first unit come to."""
    return {name: cell.state for name, cell in survey.submissions[0].evidence.items()}


AT_CELLS = ("SV460", "SV461", "SV462", "SV463")


def test_a_file_named_and_there_is_found(read):
    """A file in the unit's folder is found without a word, composed otherwise or with two blanks as well; a blank cell names nothing."""
    survey = read(unicodedata.normalize("NFD", "Sở Nội vụ/Danh  sách.pdf"), nguoi="Danh sách.PDF")
    assert about(survey, *AT_CELLS) == []
    assert states(survey) == {"nguoi": "found", "may": "none", "mang": "none"}


def test_cells_are_known_by_their_places(read):
    """The cell of evidence is that of the question's row, in the column of evidence."""
    survey = read()
    assert {name: cell.place.cell for name, cell in survey.submissions[0].evidence.items()} == PLACES


def test_what_was_understood_otherwise_is_noted(read):
    """A name without ending, with underscores or without marks is understood, with a note at its cell of what it was taken for."""
    survey = read("Sở Nội vụ/Danh sách.pdf", "Sở Nội vụ/Kiểm kê.xlsx", nguoi="danh_sach", may="Kiem ke.xlsx")
    assert about(survey, *AT_CELLS) == [("SV460", PLACES["nguoi"]), ("SV460", PLACES["may"])]
    first = next(each for each in survey.findings if each.code == "SV460")
    assert first.message == "“Tổng số người” (nguoi): the evidence “danh_sach” was taken for “Sở Nội vụ/Danh sách.pdf”."
    assert (states(survey)["nguoi"], states(survey)["may"]) == ("found", "found")


def test_two_files_that_fit_are_asked_about(read):
    """Of two files nobody chooses: both are named, and the cell counts as asked."""
    survey = read("Sở Nội vụ/1/a.pdf", "Sở Nội vụ/2/a.pdf", nguoi="a.pdf")
    assert about(survey, *AT_CELLS) == [("SV461", PLACES["nguoi"])]
    assert "“Sở Nội vụ/1/a.pdf”, “Sở Nội vụ/2/a.pdf”" in next(each.message for each in survey.findings if each.code == "SV461")
    assert states(survey)["nguoi"] == "asked"


def test_a_missing_file_is_told_with_near_names(read, tmp_path):
    """A text that plainly is a file's name and is not there: what was read, the folder, near names, and what to do, in both languages."""
    survey = read("Sở Nội vụ/Quy chế 8.pdf", mang="Quy chế 9.pdf (trang 3)")
    told = next(each for each in survey.findings if each.code == "SV462")
    assert (told.place.cell, told.severity) == (PLACES["mang"], "warning")
    folder = tmp_path / "mc"
    assert told.message == (
        f"“Đã nối mạng” (mang): the evidence “Quy chế 9.pdf” was named and not found in {folder}; near it: “Quy chế 8.pdf”."
    )
    assert told.advice == "Send the file, or correct its name beside the answer."
    speak("vi")
    assert told.message == (
        f"“Đã nối mạng” (mang): có nêu minh chứng “Quy chế 9.pdf” nhưng không thấy trong {folder}; tên gần giống: “Quy chế 8.pdf”."
    )
    assert told.advice == "Hãy gửi tệp, hoặc sửa lại tên tệp ở cạnh câu trả lời."


def test_another_units_file_does_not_count(read):
    """A file that lies only in another unit's folder is not found, and it is said where one of that name lies."""
    survey = read("Sở Tài chính/Quyết định.pdf", nguoi="Quyết định.pdf")
    told = next(each for each in survey.findings if each.code == "SV462")
    assert told.message.endswith("; “Sở Tài chính/Quyết định.pdf” lies in another unit’s folder.")


def test_words_and_addresses_are_counted_and_not_accused(read):
    """A description and an address raise no finding; of several things in a cell the worst is what it comes to."""
    survey = read("a.pdf", nguoi="Quyết định số 12/QĐ-UBND", may="https://tinh.gov.vn/a", mang="a.pdf; b.pdf; Biên bản")
    assert about(survey, *AT_CELLS) == [("SV462", PLACES["mang"])]
    assert states(survey) == {"nguoi": "in_words", "may": "link", "mang": "not_found"}
    assert [each.kind for each in survey.submissions[0].evidence["mang"].named] == ["found", "not_found", "in_words"]


def test_an_empty_file_is_told(read, tmp_path):
    """A file of 0 bytes is no evidence: a warning at the cell that names it."""
    put_files(tmp_path / "mc", "Sở Nội vụ/a.pdf", content=b"")
    survey = read(nguoi="a.pdf")
    assert about(survey, *AT_CELLS) == [("SV463", PLACES["nguoi"])]
    assert states(survey)["nguoi"] == "empty"


def test_files_nobody_names_are_counted(read, tmp_path):
    """Files that no form names are one note about the folder, with how many and which."""
    survey = read("Sở Nội vụ/a.pdf", *(f"Sở Nội vụ/scan{number}.pdf" for number in range(7)), nguoi="a.pdf")
    told = [each for each in survey.findings if each.code == "SV465"]
    assert [each.place.file for each in told] == [str(tmp_path / "mc")]
    assert "No form names these files: 7 (“Sở Nội vụ/scan0.pdf”" in told[0].message
    assert told[0].message.endswith("and 2 more).")
    assert [each.name for each in survey.evidence.unnamed] == [f"Sở Nội vụ/scan{number}.pdf" for number in range(7)]


def test_a_file_at_the_top_that_two_units_name_is_told(read):
    """Whose such a file is nobody can tell, so it is noted; in a unit's own folder it could not happen."""
    survey = read("Quyết định.pdf", nguoi="Quyết định.pdf", other={"may": "Quyết định.pdf"})
    told = [each.message for each in survey.findings if each.code == "SV466"]
    assert told == ["“Quyết định.pdf” lies in no unit’s folder and is named by several units: “Sở Nội vụ”, “Sở Tài chính”."]


def test_no_answer_changes(read):
    """What is found or not found changes no answer."""
    with_files = read("a.pdf", nguoi="a.pdf", may="b.pdf")
    assert [each.answers["self"]["nguoi"].value for each in with_files.submissions] == [40, 10]
    assert not [each for each in with_files.findings if each.severity == "error" and each.code != "UN104"]


def test_a_table_has_no_evidence(rules, tmp_path):
    """Where nothing can name evidence it is said once, instead of nothing at all."""
    loaded = rules("answers: {x: {label: Số, type: count}}\ncriteria: [{id: c, max_points: 5, formula: {kind: count, of: x, each: 1}}]")
    group = loaded.rulebook.groups[0].id
    (tmp_path / "bang.csv").write_text(f"unit,group,x\nSở A,{group},3\n", encoding="utf-8")
    options = ReadOptions(evidence=list_evidence(put_files(tmp_path / "mc", "a.pdf")))
    survey = read_survey([tmp_path / "bang.csv"], loaded.rulebook, loaded.hash, options=options)
    assert [each.code for each in survey.findings if each.code == "SV470"] == ["SV470"]


def test_without_a_folder_nothing_is_said(small_round):
    """Whoever gives no folder gets no word about evidence."""
    write_evidence(small_round.fill("noi-vu", "Sở Nội vụ", nguoi=40, may=38, mang=True), nguoi="không-có-đâu.pdf")
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    assert survey.evidence is None
    assert not [each for each in survey.findings if each.code.startswith("SV46")]
