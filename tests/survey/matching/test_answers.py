"""Promises about what is asked: the workbook of questions reads back as the answers put in, and nothing else is taken from it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from ictscore.errors import FileRefused
from ictscore.places import Place
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.units import load_units
from ictscore.survey.matching.answers import answers_beside, read_answers, where_to_ask
from ictscore.survey.matching.given import with_names
from ictscore.survey.matching.questions import Asked, asked_among, is_file, nobody, option_of
from ictscore.survey.matching.review import review_workbook
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey

RULEBOOK = "binhthuan-2020"
FIRST = 5
ASKED = (
    Asked("SNV", Place("nhan/a.xlsx", sheet="Phiếu", cell="E10"), ("Sở Nội vụ", "Sở Ngoại vụ")),
    Asked("TP La Gi", Place("nhan/b.xlsx", sheet="Phiếu", cell="E10"), ("UBND thị xã La Gi",)),
)


@pytest.fixture(scope="module")
def loaded():
    """Return the rulebook whose units are asked about."""
    return load_rulebook(RULEBOOK)


@pytest.fixture(scope="module")
def units(loaded):
    """Return its units."""
    return load_units(loaded)


@pytest.fixture
def answered(tmp_path, loaded, units):
    """Return what writes the questions down with answers, and gives the path."""

    def make(*answers, name="unit-matches.xlsx", earlier=None):
        path = tmp_path / name
        path.write_bytes(review_workbook(ASKED, loaded, units, earlier))
        book = openpyxl.load_workbook(path)
        for offset, answer in enumerate(answers):
            book.worksheets[0].cell(FIRST + offset, 5).value = answer
        book.save(path)
        return path

    return make


def test_answers_are_read_back(answered, units):
    """An answer holds for the spelling and the file it was given about."""
    answers = read_answers(answered("Sở Nội vụ", None), units, RULEBOOK)
    assert answers.findings == ()
    assert answers.about("snv", "/elsewhere/nhan/a.xlsx").unit.name == "Sở Nội vụ"
    assert answers.about("SNV", "nhan/b.xlsx") is None
    assert answers.about("TP La Gi", "nhan/b.xlsx") is None


def test_not_in_the_list_is_an_answer(answered, units):
    """Whoever is in no list is said to be so."""
    answers = read_answers(answered(None, nobody("vi")), units, RULEBOOK)
    assert answers.about("TP La Gi", "nhan/b.xlsx").unit is None


def test_an_unknown_answer_is_an_error_at_its_cell(answered, units):
    """A name that no unit has is refused where it stands, with the nearest."""
    found = read_answers(answered("Sở Nộ vụ", None), units, RULEBOOK).findings
    assert [(each.code, each.place.cell) for each in found] == [("UN127", "E5")]
    assert "Sở Nội vụ" in found[0].message


def test_two_answers_to_one_question_are_an_error(answered, units):
    """The same spelling of the same file cannot mean two units."""
    path = answered("Sở Nội vụ", "Sở Ngoại vụ")
    book = openpyxl.load_workbook(path)
    for column in (1, 3):
        book.worksheets[0].cell(6, column).value = book.worksheets[0].cell(5, column).value
    book.save(path)
    assert [each.code for each in read_answers(path, units, RULEBOOK).findings] == ["UN128"]


def test_a_file_of_another_rulebook_or_kind_is_refused(answered, units, tmp_path):
    """Answers are for one rulebook, and only from a workbook that asked."""
    with pytest.raises(FileRefused) as refused:
        read_answers(answered("Sở Nội vụ"), units, "khanhhoa-2018")
    assert refused.value.findings[0].code == "UN131"
    openpyxl.Workbook().save(tmp_path / "x.xlsx")
    with pytest.raises(FileRefused) as refused:
        read_answers(tmp_path / "x.xlsx", units, RULEBOOK)
    assert refused.value.findings[0].code == "UN133"


def test_earlier_answers_stand_in_the_next_workbook(answered, units):
    """Asking again keeps what was answered."""
    earlier = read_answers(answered("Sở Nội vụ", nobody("vi"), name="first.xlsx"), units, RULEBOOK)
    again = read_answers(answered(name="again.xlsx", earlier=earlier), units, RULEBOOK)
    told = [[(each.read, each.file, each.unit) for each in answers.answered] for answers in (earlier, again)]
    assert told[0] == told[1]


def test_the_list_to_choose_from_has_every_unit_once(answered, units):
    """The drop-down list is a range of a hidden sheet with all units and the answer for none of them."""
    book = openpyxl.load_workbook(answered())
    rule = book.worksheets[0].data_validations.dataValidation[0]
    options = [cell.value for cell in book["_lists"]["A"]]
    assert rule.type == "list"
    assert rule.formula1 == f"'_lists'!$A$1:$A${len(options)}"
    assert sorted(options) == sorted([*(each.name for each in units.units), nobody("vi")])
    assert book["_lists"].sheet_state == "hidden"


def test_the_file_is_found_in_or_beside_the_survey(answered, tmp_path):
    """The answers lie in the survey's folder or beside it; two files of them are one too many."""
    folder = tmp_path / "nhan"
    folder.mkdir()
    assert answers_beside((folder,), RULEBOOK).path is None
    beside = answered("Sở Nội vụ")
    assert answers_beside((folder,), RULEBOOK).path == beside
    (folder / "unit-matches.xlsx").write_bytes(beside.read_bytes())
    with pytest.raises(FileRefused) as refused:
        answers_beside((folder,), RULEBOOK)
    assert refused.value.findings[0].code == "UN132"


def test_answers_of_another_rulebook_are_left_alone(answered, tmp_path):
    """What lies beside the survey and is another rulebook's is passed over with a note; one asks beside it, under another name."""
    folder = tmp_path / "nhan"
    folder.mkdir()
    other = answered("Sở Nội vụ")
    path, told = answers_beside((folder,), "khanhhoa-2018")
    assert path is None
    assert [(each.code, each.severity, each.place.file, each.values["read"]) for each in told] == [("UN135", "note", str(other), RULEBOOK)]
    assert where_to_ask(tmp_path, "khanhhoa-2018") == tmp_path / "unit-matches.khanhhoa-2018.xlsx"
    assert where_to_ask(tmp_path, RULEBOOK) == other
    own = answered(name=f"unit-matches.{RULEBOOK}.xlsx")
    assert where_to_ask(tmp_path, RULEBOOK) == own
    other.unlink()
    assert answers_beside((folder,), RULEBOOK) == (own, ())


def test_a_file_of_this_name_that_asks_nothing_is_refused_as_before(tmp_path, loaded):
    """What is no workbook of answers at all is not passed over: somebody may have spoilt one."""
    (tmp_path / "unit-matches.xlsx").write_bytes(b"spoilt")
    with pytest.raises(FileRefused):
        with_names(ReadOptions(), loaded, (tmp_path,))


def test_answers_are_applied_with_a_note(answered, loaded, tmp_path):
    """A name that was answered about is that unit from then on, and a note says so; an answered stranger is taken as it stands."""
    folder = tmp_path / "nhan"
    folder.mkdir()
    (folder / "a.csv").write_text("unit,group,so_cuoc_hop\nSNV,pl_i,3\n", encoding="utf-8")
    (folder / "b.csv").write_text("unit,group,so_cuoc_hop\nTP La Gi,pl_iv,3\n", encoding="utf-8")
    path = answered("Sở Nội vụ", nobody("vi"))
    book = openpyxl.load_workbook(path)
    for row, name in ((5, "nhan/a.csv"), (6, "nhan/b.csv")):
        book.worksheets[0].cell(row, 1).value = name
    book.save(path)
    before = read_survey([folder], loaded.rulebook, loaded.hash, options=with_names(ReadOptions(), loaded, [folder / "none"]))
    assert [each.read for each in asked_among(before.findings)] == ["SNV", "TP La Gi"]
    after = read_survey([folder], loaded.rulebook, loaded.hash, options=with_names(ReadOptions(), loaded, [folder]))
    assert [each.unit for each in after.submissions] == ["Sở Nội vụ", "TP La Gi"]
    assert [each.code for each in after.findings if each.code[:3] == "UN1" and each.code > "UN115"] == ["UN126", "UN123"]
    assert [Path(name).name for name, _ in after.lists] == ["units.yaml", "unit-matches.xlsx"]


def test_nothing_is_held_against_a_list_nobody_wants(loaded, tmp_path):
    """With none for a list names stand for themselves; answers without a list cannot be used."""
    assert with_names(ReadOptions(units_from="none"), loaded, [tmp_path]).units is None
    with pytest.raises(FileRefused) as refused:
        with_names(ReadOptions(units_from="none", matches_from=tmp_path / "x.xlsx"), loaded, [tmp_path])
    assert refused.value.findings[0].code == "UN134"


def test_files_and_options_are_told_apart(listed):
    """Files of one name in two folders are two; units of one name are offered with what tells them apart."""
    assert not is_file("so-a/phieu.xlsx", "so-b/phieu.xlsx")
    units = listed("units: [{id: h, name: Huyện, group: h}, {id: a, name: Xã A, group: g, parent: h}, {id: b, name: xã a, group: k}]")
    assert [option_of(each, units) for each in units.units] == ["Huyện", "Xã A – Huyện", "xã a – k"]
