"""Promises about mended forms: each takes the place of the very file it was made from, and of nothing else."""

from __future__ import annotations

import hashlib

import pytest
from round import write_answers

from ictscore.expr.values import missing
from ictscore.survey.blank.form import write_form
from ictscore.survey.layout import CONFIRM
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Answer, Submission


@pytest.fixture
def put(small_round):
    """Return what writes a form of a unit into the survey and returns its hash."""
    small_round.folder.mkdir(exist_ok=True)

    def make(name, unit, people, **more):
        answers = {"self": {"nguoi": Answer(people)} if people else {"nguoi": Answer(missing("nguoi"))}}
        data = write_form(small_round.loaded, Submission(unit, "so", answers), **more)
        (small_round.folder / name).write_bytes(data)
        return hashlib.sha256(data).hexdigest()

    return make


@pytest.fixture
def came(small_round):
    """Return what reads the survey: the people each unit counts, and the codes about whose answers they are."""

    def make():
        survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
        people = {each.unit: each.answer("nguoi", "self").value for each in survey.submissions}
        return people, sorted(each.code for each in survey.findings if each.code in {"UN125", "UN150", "SV505", "SV525", "SV527", "SV528"})

    return make


def test_a_mended_form_is_read_instead_of_its_first(put, came):
    """Whatever the files are called."""
    first = put("a.xlsx", "Sở Nội vụ", "x")
    put("b.xlsx", "Sở Nội vụ", None, returned_from=first)
    people, codes = came()
    assert codes == ["UN150"]
    assert people["Sở Nội vụ"].kind == "missing"


def test_a_mended_form_of_a_mended_form_is_read(put, came):
    """A chain leads to its end."""
    first = put("c.xlsx", "Sở Nội vụ", "x")
    second = put("b.xlsx", "Sở Nội vụ", "y", returned_from=first)
    put("a.xlsx", "Sở Nội vụ", "z", returned_from=second)
    assert came()[1] == ["UN150", "UN150"]


def test_two_files_of_a_unit_are_asked_about(put, came):
    """A form sent back that was made from another file replaces nothing."""
    put("a.xlsx", "Sở Nội vụ", "x")
    put("b.xlsx", "Sở Nội vụ", "y", returned_from="0" * 64)
    assert came()[1] == ["UN125"]


def test_a_returned_form_another_unit_filled_in_replaces_nothing(put, came):
    """The first unit keeps its answers."""
    first = put("a.xlsx", "Sở Nội vụ", "x")
    put("b.xlsx", "Sở Tài chính", "y", returned_from=first, made_for="Sở Xây dựng")
    people, codes = came()
    assert codes == ["SV505"]
    assert {"Sở Nội vụ", "Sở Tài chính"} <= set(people)


@pytest.fixture
def astray(put, small_round):
    """Return what puts a form made for Sở Nội vụ that names Sở Y tế, the form of Sở Y tế, and the form it sent back with an answer."""

    def make(answer=None):
        other = put("snv.xlsx", "Sở Y tế", "x", made_for="Sở Nội vụ")
        first = put("syt.xlsx", "Sở Y tế", "y")
        put("tra-lai.xlsx", "Sở Y tế", "z", returned_from=f"{first} {other[:16]}", astray="Sở Nội vụ")
        if answer:
            write_answers(small_round.folder / "tra-lai.xlsx", **{CONFIRM: answer})

    return make


def test_a_form_gone_astray_is_asked_about_until_it_is_answered(astray, came):
    """The form of the unit that it names came back without a word about it: it takes the place of that unit's own first form alone."""
    astray()
    people, codes = came()
    assert codes == ["SV505", "UN125", "UN150"]
    assert set(people) == {"Sở Y tế"}


def test_a_form_gone_astray_is_its_units_once_that_is_said(astray, came):
    """“Sở Nội vụ”: it counts for the unit it was made for, and a note at the answer says why."""
    astray("Sở Nội vụ")
    people, codes = came()
    assert codes == ["SV527", "UN150"]
    assert set(people) == {"Sở Nội vụ", "Sở Y tế"}


def test_a_form_gone_astray_is_left_out_once_it_is_the_others(astray, came):
    """“Sở Y tế”: what is on the form that came back counts instead."""
    astray("Sở Y tế")
    people, codes = came()
    assert codes == ["UN150", "UN150"]
    assert set(people) == {"Sở Y tế"}


def test_another_answer_says_nothing_of_a_form_gone_astray(astray, came):
    """A third unit is neither of the two, and that is said at the answer."""
    astray("Sở Tài chính")
    assert came()[1] == ["SV505", "SV528", "UN125", "UN150"]


@pytest.mark.parametrize("name", ["", "Sở Nội vụ"])
def test_what_answers_nothing_is_told_at_its_cell(put, small_round, name):
    """Where the other form lies no longer beside it, and on a form that another unit filled in; the names expected are said."""
    unit, made_for, asked_of = ("Sở Y tế", "", "Sở Nội vụ") if not name else ("Sở Y tế", name, "")
    put("tra-lai.xlsx", unit, "z", returned_from="0" * 64, made_for=made_for, astray=asked_of)
    write_answers(small_round.folder / "tra-lai.xlsx", **{CONFIRM: "của cả hai"})
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    (told,) = [each for each in survey.findings if each.code == "SV528"]
    assert (told.place.cell, told.values["read"]) == ("E8", "của cả hai")
    assert told.values["expected"] == ("Sở Nội vụ", "Sở Y tế")


@pytest.mark.parametrize("answer", ["Sở Nội vụ", "Sở Y tế", "sở y  tế"])
def test_either_unit_is_an_answer(put, small_round, answer):
    """Also where the other form lies no longer beside it, and however it is spelt."""
    put("tra-lai.xlsx", "Sở Y tế", "z", returned_from="0" * 64, astray="Sở Nội vụ")
    write_answers(small_round.folder / "tra-lai.xlsx", **{CONFIRM: answer})
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    assert not [each for each in survey.findings if each.code == "SV528"]


def test_two_answers_about_a_form_gone_astray_are_none(astray, put, small_round, came):
    """Two forms came back that say different things: it is asked about, and so are the two."""
    astray("Sở Y tế")
    hashes = [hashlib.sha256((small_round.folder / name).read_bytes()).hexdigest() for name in ("syt.xlsx", "snv.xlsx")]
    put("tra-lai-2.xlsx", "Sở Y tế", "t", returned_from=" ".join(hashes), astray="Sở Nội vụ")
    write_answers(small_round.folder / "tra-lai-2.xlsx", **{CONFIRM: "Sở Nội vụ"})
    people, codes = came()
    assert codes == ["SV505", "UN125", "UN150", "UN150"]
    assert set(people) == {"Sở Y tế"}


def test_a_mended_form_takes_the_place_of_all_files_it_was_sent_back_for(put, came):
    """Its stamp has the whole hash of the file it was made from, and the beginnings of those of the others."""
    first, second = put("a.xlsx", "Sở Nội vụ", "x"), put("b.xlsx", "Sở Nội vụ", "y")
    put("c.xlsx", "Sở Nội vụ", "z", returned_from=f"{first} {second[:16]}")
    assert came()[1] == ["UN150", "UN150"]


def test_a_beginning_too_short_to_tell_files_apart_says_nothing(put, came):
    """A damaged stamp puts no file aside."""
    put("a.xlsx", "Sở Nội vụ", "x")
    put("b.xlsx", "Sở Nội vụ", "y", returned_from="0 1 2 3 4 5 6 7 8 9 a b c d e f")
    assert came()[1] == ["UN125"]


def test_where_a_file_without_a_name_stands_is_said(small_round, put):
    """The note leads to the file that is left out also where nothing in it says whose it was."""
    first = put("a.xlsx", "", "x")
    put("b.xlsx", "Sở Nội vụ", "y", returned_from=first)
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    (told,) = [each for each in survey.findings if each.code == "UN150"]
    assert [each.file.endswith("a.xlsx") for each in told.related] == [True]
