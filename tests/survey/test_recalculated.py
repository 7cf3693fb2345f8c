"""Formulas calculated again: what is stored is held against what they give, in a copy, and nothing is put right in silence."""

from __future__ import annotations

import zipfile
from fractions import Fraction

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from ictscore.expr.values import missing, unreadable
from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.survey import recalculated
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.sheets.office import OfficeFailed
from ictscore.words import phrase, speak

AGAIN = ReadOptions(recalculate=True)
HEAD = ["unit", "can_bo", "may_tinh", "kinh_phi", "group", "loi_ghi"]


@pytest.fixture
def read_again(write, loaded):
    """Write one row of answers of Sở Nội vụ down and read it with its formulas calculated again."""

    def make(*values, rows=(), name="bang.xlsx"):
        path = write([HEAD, ["Sở Nội vụ", *values, "a", "đủ"], *rows], name=name)
        before = path.read_bytes()
        survey = read_survey([path], loaded.rulebook, loaded.hash, options=AGAIN)
        assert path.read_bytes() == before
        return survey

    return make


def said(survey):
    """Return the findings of a survey by code and cell."""
    return [(each.code, each.place.cell, each.message) for each in survey.findings if each.code.startswith(("SV2", "IO1"))]


def values(survey):
    """Return the answers of the only unit."""
    return {name: answer.value for name, answer in survey.submissions[0].answers["self"].items() if name != "loi_ghi"}


def test_a_stored_value_that_the_formula_does_not_give_is_an_error(office_program, read_again, formula):
    """19 is stored, 20 is what the formula gives: both are told, in both languages, and nothing is changed."""
    survey = read_again(formula("=10+10", 19), 12, formula("=1/8", 0.125))
    assert values(survey)["can_bo"] == 19
    [found] = [each for each in survey.findings if each.code == "SV280"]
    assert (found.severity, found.place.cell) == ("error", "B2")
    assert found.message == "“Tổng số cán bộ” (can_bo): the formula has 19 stored; calculated again it gives 20."
    speak("vi")
    assert found.message == "“Tổng số cán bộ” (can_bo): công thức đang lưu giá trị 19; tính lại thì được 20."


def test_a_formula_without_a_value_gets_it_with_a_note(office_program, read_again, formula):
    """What was never calculated is calculated, and each such answer is noted; one that depends on it too."""
    survey = read_again(formula("=10+10", ""), formula("=B2/2", ""), 12.5)
    assert values(survey) == {"can_bo": 20, "may_tinh": 10, "kinh_phi": Fraction("12.5")}
    assert [(code, cell) for code, cell, _ in said(survey)] == [("SV281", "B2"), ("SV281", "C2")]
    assert said(survey)[0][2] == "“Tổng số cán bộ” (can_bo): the formula had no value stored; calculated, it gives 20, which counts."


def test_the_last_binary_places_are_no_difference(office_program, read_again, formula):
    """0.1+0.2 is 0.3, whichever way a program stores it."""
    survey = read_again(20, 12, formula("=0.1+0.2", 0.30000000000000004))
    assert [each.code for each in survey.findings] == ["SV448"]


def test_an_answer_that_appears_or_becomes_an_error_is_told(office_program, read_again, formula):
    """A stored number whose formula divides by zero is told; the error is not taken for an answer."""
    survey = read_again(formula("=1/0", 20), 12, 3)
    assert [(code, cell) for code, cell, _ in said(survey)] == [("SV280", "B2")]
    assert "has 20 stored; calculated again it gives #DIV/0!" in said(survey)[0][2]


def test_formulas_beside_the_answers_are_not_looked_at(office_program, read_again, formula):
    """A difference in a cell that is no answer changes no answer and is not told."""
    survey = read_again(20, 12, 3, rows=[["", "", "", "", "", ""], ["", "", "", "", "", "", "", formula("=1+1", 5)]])
    assert said(survey) == []


def test_a_file_without_formulas_starts_nothing(read_again, monkeypatch):
    """Where there is nothing to calculate LibreOffice is neither looked for nor missed."""
    monkeypatch.setattr(recalculated, "find_office", lambda: pytest.fail("LibreOffice was looked for"))
    assert said(read_again(20, 12, 3)) == []


def test_without_libreoffice_it_says_so(read_again, formula, monkeypatch):
    """--recalculate without LibreOffice is an error at the file; the stored values are read as ever."""
    monkeypatch.setattr(recalculated, "find_office", lambda: None)
    survey = read_again(formula("=10+10", 20), formula("=1", ""), 3)
    assert values(survey) == {"can_bo": 20, "may_tinh": unreadable("may_tinh"), "kinh_phi": 3}
    assert {code for code, _, _ in said(survey)} == {"SV282", "SV204"}


@pytest.mark.parametrize("made", [OfficeFailed(phrase("LibreOffice could not read the file")), b"PK", b""])
def test_a_failed_calculation_is_told(read_again, formula, monkeypatch, tmp_path, made):
    """LibreOffice that fails, or gives back what nobody can read, is an error at the file."""

    def fail(*_):
        if isinstance(made, Exception):
            raise made
        return made

    monkeypatch.setattr(recalculated, "find_office", lambda: tmp_path)
    monkeypatch.setattr(recalculated, "recalculate", fail)
    survey = read_again(formula("=10+10", 20), 12, 3)
    assert values(survey)["can_bo"] == 20
    assert [code for code, _, _ in said(survey)] == ["SV283"]


def test_texts_and_truth_values_are_told_as_people_see_them(read_again, formula, monkeypatch, tmp_path, write):
    """A text is told in quotes, a truth value as TRUE or FALSE, and what is blank as nothing."""
    again = [["Sở Nội vụ", formula('="5"', "5"), formula("=A9", ""), 3, "a", "đủ"]]
    fresh = write([HEAD, *again], name="fresh.xlsx").read_bytes()
    monkeypatch.setattr(recalculated, "find_office", lambda: tmp_path)
    monkeypatch.setattr(recalculated, "recalculate", lambda *_: fresh)
    survey = read_again(formula("=TRUE", True), formula("=A9", 7), 3)
    assert [message.partition("the formula ")[2] for code, _, message in said(survey) if code == "SV280"] == [
        "has TRUE stored; calculated again it gives “5”.",
        "has 7 stored; calculated again it gives nothing.",
    ]


def test_a_missing_answer_is_missing_after_it_too(office_program, read_again, formula):
    """A formula that gives an empty text is no answer."""
    survey = read_again(20, formula('=""', ""), 3)
    assert survey.submissions[0].answer("may_tinh", "self").value == missing("may_tinh")


STALE = [HEAD, ["Sở Nội vụ", "=10+10", 12, 3, "a", "đủ"], ["Sở Y tế", "=20+20", 12, 3, "a", "đủ"]]


@pytest.fixture
def stale(write, formula):
    """Write two units down whose numbers of people are stored as 19 and 39, and are 20 and 40 when they are calculated again."""

    def make(change=None):
        rows = [[formula(each, {"=10+10": 19, "=20+20": 39}[each]) if str(each).startswith("=") else each for each in row] for row in STALE]
        return write(rows, name="bang.xlsx", change=change)

    return make


def told_again(loaded, *paths, **options):
    """Return the cells at which a stored value is not what its formula gives, with what it gives, and the units read."""
    survey = read_survey(paths, loaded.rulebook, loaded.hash, options=ReadOptions(recalculate=True, **options))
    told = [(each.place.cell, each.values["stored"], each.values["fresh"]) for each in survey.findings if each.code == "SV280"]
    return told, [each.unit for each in survey.submissions]


def test_what_is_skipped_is_not_calculated_for(office_program, stale, loaded):
    """A hidden row that is skipped is no answer: its formula is not told, those of other rows are."""

    def hide(book):
        book.worksheets()[0].set_row(1, None, None, {"hidden": True})

    path = stale(hide)
    assert told_again(loaded, path, skip_hidden=True) == ([("B3", 39, 40)], ["Sở Y tế"])
    assert told_again(loaded, path) == ([("B2", 19, 20), ("B3", 39, 40)], ["Sở Nội vụ", "Sở Y tế"])


def test_a_locked_workbook_is_calculated_once_it_is_open(office_program, stale, loaded, monkeypatch, tmp_path):
    """With the password the formulas of a locked workbook are calculated like others; its bytes on disk stay locked."""
    locked = tmp_path / "khoa.xlsx"
    with stale().open("rb") as plain, locked.open("wb") as target:
        OOXMLFile(plain).encrypt("mat-khau", target)
    before = locked.read_bytes()
    monkeypatch.setenv("MAT_KHAU", "mat-khau")
    assert told_again(loaded, locked, password_from="MAT_KHAU")[0] == [("B2", 19, 20), ("B3", 39, 40)]
    assert locked.read_bytes() == before


def test_files_in_an_archive_are_calculated_too(office_program, stale, loaded, tmp_path):
    """A workbook inside a .zip is calculated again as one beside it."""
    archive = tmp_path / "phieu.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(stale(), "Sở Nội vụ.xlsx")
    assert told_again(loaded, archive)[0] == [("B2", 19, 20), ("B3", 39, 40)]


@pytest.mark.parametrize("kind", ["xls", "ods", "fods"])
def test_workbooks_of_other_kinds_are_calculated_too(office_program, office, stale, loaded, kind):
    """Whatever the kind, the stored values are held against the formulas."""
    [saved] = office([stale()], kind)
    assert told_again(loaded, saved) == ([("B2", 19, 20), ("B3", 39, 40)], ["Sở Nội vụ", "Sở Y tế"])


def test_the_number_of_workers_changes_nothing(office_program, stale, loaded, tmp_path):
    """Two processes that share the files find what one finds."""
    first = stale()
    second = tmp_path / "bang2.xlsx"
    second.write_bytes(first.read_bytes())
    alone = told_again(loaded, first, second, workers=1)
    assert alone == told_again(loaded, first, second, workers=2)


def test_names_are_matched_as_ever(office_program, stale, loaded):
    """Calculating again does not take the list of units away: a short name is still the unit it stands for."""
    health = UnitSpec(id="yt", name="Sở Y tế tỉnh", short_names=("Sở Y tế",), group="a")
    listed = UnitList("units.yaml", "", (UnitSpec(id="nv", name="Sở Nội vụ", group="a"), health))
    assert told_again(loaded, stale(), units=listed)[1] == ["Sở Nội vụ", "Sở Y tế tỉnh"]
