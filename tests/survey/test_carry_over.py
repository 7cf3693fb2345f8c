"""Carrying answers over from an older form: what means the same comes along, everything else is listed and left blank."""

from __future__ import annotations

from fractions import Fraction

import pytest
from openpyxl import load_workbook

from ictscore.errors import FileRefused
from ictscore.expr.values import not_applicable
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.word.form import write_word_form
from ictscore.survey.carry_over import carry_over
from ictscore.survey.layout import STAMP_SHEET
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Answer, Submission

OLD = """
language: vi
answers:
  a: {label: Số máy, type: count, measure: máy}
  b: {label: Mức, type: choice, choices: {x: Một, y: Hai}, ask: [g]}
  c: {label: Kinh phí, type: number, measure: triệu đồng, ask: [g]}
  d: {label: Số hồ sơ, type: count, not_applicable: true, ask: [g]}
  e: {label: Câu cũ, type: text, ask: [g]}
  f: {label: Ghi chú, type: text, required: false, ask: [g]}
groups: [{id: g, name: Nhóm một, max_points: 5}, {id: h, name: Nhóm hai, max_points: 5}]
criteria:
  - {id: t, max_points: 5, formula: {kind: count, of: a, each: 1}}
"""
NEW = (
    OLD.replace("label: Số máy,", "label: SỐ MÁY,")
    .replace("y: Hai", "y: Mức hai")
    .replace("triệu đồng", "nghìn đồng")
    .replace("  e: {label: Câu cũ", "  k: {label: Câu mới")
)
VALUES = {"a": Fraction(12), "b": "x", "c": Fraction(7), "d": not_applicable("d"), "e": "lời cũ"}


@pytest.fixture
def old_form(rules, tmp_path):
    """Return the path of a filled form of the old rulebook."""
    answers = {"self": {name: Answer(value) for name, value in VALUES.items()}, "council": {"a": Answer(Fraction(99))}}
    filled = Submission("Sở Nội vụ", "g", answers, remarks={"a": ("Biên bản", "12 máy"), "c": ("Quyết toán", "")})
    path = tmp_path / "cu.xlsx"
    path.write_bytes(write_form(rules(OLD), filled, unit_id="so-noi-vu"))
    return path


def told(carried):
    """Return what was said, as code, answer and what was read."""
    return [(each.code, each.values.get("answer"), each.values.get("read")) for each in carried.findings]


def test_only_what_means_the_same_comes_along(rules, old_form):
    """The same question, however it is spelt, keeps its answer and what stood beside it; others are listed at their cells."""
    carried = carry_over(old_form, rules(NEW).rulebook)
    found = carried.submission
    assert (found.unit, found.group, carried.unit_id) == ("Sở Nội vụ", "g", "so-noi-vu")
    assert {name: each.value for name, each in found.answers["self"].items()} == {"a": 12, "d": not_applicable("d")}
    assert found.remarks == {"a": ("Biên bản", "12 máy")}
    assert told(carried) == [("SV512", "b", "Một"), ("SV512", "c", "7"), ("SV513", "e", "lời cũ"), ("SV517", None, None)]
    assert [carried.findings[-1].values[key] for key in ("carried", "left", "new")] == [2, 3, 1]
    assert all(each.place.cell.startswith("E") for each in carried.findings[:-1])
    assert "the choices changed" in carried.findings[0].message


def test_forms_without_digests_go_by_what_is_printed(rules, old_form):
    """A form made before forms carried digests: wording and measure are compared as printed, and a choice that is gone cannot be read."""
    book = load_workbook(old_form)
    stamp = book[STAMP_SHEET]
    for row in stamp.iter_rows():
        if row[0].value in {"form", "questions"}:
            row[1].value = None
    book.save(old_form)
    carried = carry_over(old_form, rules(NEW.replace("x: Một", "x: Mức một")).rulebook)
    assert set(carried.submission.answers["self"]) == {"a", "d"}
    assert told(carried)[:3] == [("SV514", "b", "Một"), ("SV512", "c", "7"), ("SV513", "e", "lời cũ")]


def test_an_answer_nobody_can_read_is_left_out(rules, old_form):
    """What is no answer to the same question is listed as it stands, not guessed."""
    book = load_workbook(old_form)
    sheet = book.worksheets[0]
    row = next(cell.row for cell in sheet["A"] if cell.value == "a")
    sheet.cell(row, 5).value = "khoảng 12"
    book.save(old_form)
    assert ("SV514", "a", "khoảng 12") in told(carry_over(old_form, rules(NEW).rulebook))


def test_a_fresh_form_of_carried_answers_reads_back(rules, old_form, tmp_path):
    """What was carried stands on the new form; carrying over from it to the same rulebook loses nothing."""
    new = rules(NEW)
    path = tmp_path / "moi.xlsx"
    path.write_bytes(write_form(new, carry_over(old_form, new.rulebook).submission))
    again = carry_over(path, new.rulebook)
    assert {name: each.value for name, each in again.submission.answers["self"].items()} == {"a": 12, "d": not_applicable("d")}
    assert told(again) == [("SV517", None, None)]


def test_the_group_is_asked_where_it_is_not_known(rules, old_form):
    """A form of a group that is no more is refused with the groups there are, unless one is named."""
    other = rules(NEW.replace("id: g,", "id: p,").replace("Nhóm một", "Nhóm A").replace("[g]", "[p]"))
    with pytest.raises(FileRefused) as refused:
        carry_over(old_form, other.rulebook)
    assert (refused.value.findings[0].code, refused.value.findings[0].values["known"]) == ("SV516", ("p", "h"))
    assert carry_over(old_form, other.rulebook, "p").submission.group == "p"


def test_what_is_no_form_is_refused(rules, tmp_path, write):
    """A workbook without the marks of a form is refused by name."""
    with pytest.raises(FileRefused) as refused:
        carry_over(write([["unit", "a"], ["Sở A", 1]]), rules(NEW).rulebook)
    assert refused.value.findings[0].code == "SV515"


def _overtyped(path, values):
    """Write over cells of a form: ``(id, column)`` leads to the value."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    rows = {cell.value: cell.row for cell in sheet["A"]}
    for (name, column), value in values.items():
        sheet.cell(rows[name], column).value = value
    book.save(path)


def test_an_answer_in_another_measure_stays_behind(rules, old_form):
    """A measure typed over the printed one is refused as a check refuses it, and told at the answer; the others come along."""
    _overtyped(old_form, {("c", 4): "tỷ đồng"})
    carried = carry_over(old_form, rules(OLD).rulebook)
    assert set(carried.submission.answers["self"]) == {"a", "b", "d", "e"}
    assert told(carried) == [("SV518", "c", "7"), ("SV517", None, None)]
    assert "the measure “tỷ đồng” is printed" in carried.findings[0].message
    assert [carried.findings[-1].values[key] for key in ("carried", "left")] == [4, 1]


def test_merged_and_doubled_answers_stay_behind(rules, old_form):
    """Answers in merged cells, and those whose id stands in two rows, are no answers of an older form either."""
    book = load_workbook(old_form)
    sheet = book.worksheets[0]
    rows = {cell.value: cell.row for cell in sheet["A"]}
    sheet.merge_cells(start_row=rows["d"], end_row=rows["e"], start_column=5, end_column=5)
    sheet.cell(rows["f"], 1).value = "a"
    book.save(old_form)
    carried = carry_over(old_form, rules(OLD).rulebook)
    assert set(carried.submission.answers["self"]) == {"b", "c"}
    assert told(carried) == [("SV518", "a", "12"), ("SV518", "d", "Không áp dụng"), ("SV517", None, None)]


def test_what_later_stages_hold_does_not_matter(rules, old_form):
    """Figures of the council in an older form are no error here: only the unit's own answers are carried."""
    carried = carry_over(old_form, rules(OLD).rulebook)
    assert set(carried.submission.answers["self"]) == {"a", "b", "c", "d", "e"}


PAIR = """
answers:
  a: {label: Số máy, type: count}
  b: {label: Số người, type: count}
groups: [{id: g, name: Nhóm một, max_points: 5}]
criteria:
  - {id: t, max_points: 5, formula: {kind: ratio, of: a, over: b, when_denominator_zero: error}}
"""


def test_answers_that_contradict_each_other_stay_behind(rules, tmp_path):
    """A part above its whole is an error of both answers."""
    loaded, path = rules(PAIR), tmp_path / "cu.xlsx"
    answers = {"self": {"a": Answer(Fraction(9)), "b": Answer(Fraction(4))}}
    path.write_bytes(write_form(loaded, Submission("Sở Nội vụ", "g", answers)))
    carried = carry_over(path, loaded.rulebook)
    assert carried.submission.answers["self"] == {}
    assert sorted(told(carried)[:-1]) == [("SV518", "a", "9"), ("SV518", "b", "4")]


@pytest.fixture
def of_2018(rules, tmp_path):
    """Return the path of a filled form of 2018, whose rules hold for 2019 as well."""
    path = tmp_path / "phieu-2018.xlsx"
    filled = Submission("Sở Nội vụ", "h", {"self": {"a": Answer(Fraction(12))}})
    path.write_bytes(write_form(rules(OLD), filled, period="2018"))
    return path


def _of_2019(rules, older, target, make=write_form):
    """Write the form of 2019 with the answers of ``older`` and return what carrying over said of it."""
    carried = carry_over(older, rules(OLD).rulebook, period="2019")
    target.write_bytes(make(rules(OLD), carried.submission, period="2019", carried_from=carried.then))
    return carried


def _checked(path, rules):
    survey = read_survey([path], rules(OLD).rulebook, rules(OLD).hash)
    return [(each.code, each.values.get("read")) for each in survey.findings]


def test_answers_of_another_round_are_told_and_marked(rules, of_2018, tmp_path):
    """The round is named on screen, on every sheet and at each answer; within a round nothing is marked."""
    carried = _of_2019(rules, of_2018, tmp_path / "moi.xlsx")
    told = carried.findings[-1]
    assert (told.code, told.values["carried"], told.values["then"], told.values["now"], carried.then) == (
        "SV590",
        1,
        "2018",
        "2019",
        "2018",
    )
    book = load_workbook(tmp_path / "moi.xlsx")
    sheet = book["Phiếu"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "a")
    assert sheet.cell(row, 5).value == 12
    assert "2018: 12" in sheet.cell(row, 5).comment.text
    assert all(
        "2018" in str([cell.value for line in book[name].iter_rows(max_row=4) for cell in line]) for name in ("Phiếu", "Còn thiếu", "Điểm")
    )
    same = carry_over(of_2018, rules(OLD).rulebook, period="2018")
    assert ([each.code for each in same.findings], same.then) == (["SV517"], "")


@pytest.mark.parametrize("make", [write_form, write_word_form])
def test_a_form_of_carried_answers_sent_back_untouched_is_not_in_order(rules, of_2018, tmp_path, make):
    """Until the unit says that it looked through, last round's figures are an error: in a workbook and in a Word document."""
    path = tmp_path / ("moi.xlsx" if make is write_form else "moi.docx")
    _of_2019(rules, of_2018, path, make)
    assert ("SV591", "2018") in _checked(path, rules)


def test_once_it_says_so_the_form_is_in_order(rules, of_2018, tmp_path):
    """The word of the list lifts the error; taking the row away does not."""
    path = tmp_path / "moi.xlsx"
    _of_2019(rules, of_2018, path)
    _overtyped(path, {("#looked", 5): "Đã xem lại"})
    assert _checked(path, rules) == []
    _overtyped(path, {("#looked", 1): None, ("#looked", 5): None})
    assert ("SV591", "2018") in _checked(path, rules)


def test_carrying_over_twice_does_not_make_them_this_rounds(rules, of_2018, tmp_path):
    """A form that nobody looked through still holds the answers of the round before it."""
    path = tmp_path / "moi.xlsx"
    _of_2019(rules, of_2018, path)
    assert carry_over(path, rules(OLD).rulebook, period="2019").then == "2018"
    _overtyped(path, {("#looked", 5): "Đã xem lại"})
    assert carry_over(path, rules(OLD).rulebook, period="2019").then == ""


def test_a_round_that_the_older_form_does_not_name_is_another(rules, old_form):
    """Of which round the answers are is not known, so they are not taken for this one's."""
    carried = carry_over(old_form, rules(OLD).rulebook, period="2019")
    assert (carried.findings[-1].code, carried.then) == ("SV590", "–")
    assert "an unnamed round" in carried.findings[-1].message


def test_answers_of_another_rulebook_are_another_rounds_where_no_form_names_its_year(rules, tmp_path):
    """Nobody knows whose year they are of: each is marked; a form of the same rulebook made anew is of the same round."""
    path = tmp_path / "cu.xlsx"
    path.write_bytes(write_form(rules(OLD), Submission("Sở Nội vụ", "h", {"self": {"a": Answer(Fraction(12))}})))
    loaded = rules(OLD)
    other = loaded.rulebook.model_copy(update={"id": "thu-2031"})
    carried = carry_over(path, other)
    assert (carried.findings[-1].code, carried.then) == ("SV590", "–")
    assert carry_over(path, loaded.rulebook).then == ""
