"""Every kind of cell under every kind of question: what it is taken for, and what is said about it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from ictscore.expr.values import missing, not_applicable, unreadable
from ictscore.places import Place
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question, questions_of
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.answers import Typist


@pytest.mark.parametrize(
    ("answer", "value", "expected", "codes"),
    [
        ("can_bo", 171, 171, ()),
        ("can_bo", "171", 171, ("SV220",)),
        ("can_bo", " 171 ", 171, ("SV220",)),
        ("can_bo", "1.234.567", 1234567, ("SV222",)),
        ("can_bo", "1 234 567", 1234567, ("SV222",)),
        ("can_bo", "1\u00a0234", 1234, ("SV222",)),
        ("may_tinh", "171 máy", 171, ("SV223",)),
        ("may_tinh", "171máy", 171, ("SV223",)),
        ("may_tinh", -0.0, 0, ()),
        ("kinh_phi", "12,5", "25/2", ("SV221",)),
        ("kinh_phi", "1.234,5", "2469/2", ("SV222",)),
        ("kinh_phi", "1,234.5", "2469/2", ("SV222",)),
        ("kinh_phi", 274.65999999999997, "274.66", ()),
        ("kinh_phi", "−5", -5, ("SV220",)),
        ("chi_so", "0.727", "0.727", ("SV220",)),
        ("chi_so", "0,727", "0.727", ("SV221",)),
        ("ty_le", 95, 95, ()),
        ("ty_le", 0, 0, ()),
        ("ty_le", "95 %", 95, ("SV224",)),
        ("ty_le", "95,5%", "95.5", ("SV224",)),
        ("ty_le", "0,5%", "0.5", ("SV224",)),
        ("chi_so", "72,7 %", "0.727", ("SV232",)),
        ("can_bo", "05", 5, ("SV238",)),
        ("can_bo", "'12", 12, ("SV234",)),
        ("can_bo", "１２", 12, ("SV235",)),
        ("can_bo", "12\u200b", 12, ("SV235",)),
        ("may_tinh", "0 cái", 0, ("SV242",)),
    ],
)
def test_numbers_with_one_reading_are_understood(cell, answer, value, expected, codes):
    """A number that can be read in one way is read, with a note where it was not stored as a plain number."""
    assert cell(answer, value) == (Fraction(expected), codes)


@pytest.mark.parametrize(
    ("answer", "value", "codes"),
    [
        ("can_bo", "1.234", ("SV202",)),
        ("can_bo", "1,234", ("SV202",)),
        ("kinh_phi", "1.234", ("SV202",)),
        ("may_tinh", "1.234 máy", ("SV202",)),
        ("ty_le", 0.95, ("SV212",)),
        ("ty_le", 1, ("SV212",)),
        ("ty_le", "0,95", ("SV212",)),
        ("can_bo", "12 máy", ("SV245",)),
        ("can_bo", "khoảng 20", ("SV240",)),
        ("can_bo", "-", ("SV239",)),
        ("can_bo", "3/4", ("SV240",)),
        ("can_bo", "(5)", ("SV241",)),
        ("can_bo", "1_000", ("SV201",)),
        ("can_bo", "1e3", ("SV237",)),
        ("can_bo", "0x1F", ("SV201",)),
        ("can_bo", "nan", ("SV201",)),
        ("can_bo", "1O5", ("SV236",)),
        ("can_bo", "007", ("SV201",)),
        ("can_bo", "١٢", ("SV201",)),
        ("can_bo", "1²", ("SV240",)),
        ("can_bo", "12\u202e", ("SV201",)),
        ("can_bo", "1\n234", ("SV240",)),
        ("kinh_phi", "95%", ("SV233",)),
        ("can_bo", "12.34.5", ("SV201",)),
        ("can_bo", True, ("SV205",)),
        ("can_bo", date(2020, 3, 1), ("SV206",)),
        ("can_bo", 12.5, ("SV209",)),
        ("can_bo", "12,5", ("SV221", "SV209")),
        ("can_bo", 0, ("SV207",)),
        ("may_tinh", -1, ("SV207",)),
        ("may_tinh", -1e-9, ("SV209",)),
        ("chi_so", 1.01, ("SV247",)),
        ("ty_le", 101, ("SV208",)),
        ("ty_le", "khoảng 95%", ("SV240",)),
        ("ty_le", "95-97 %", ("SV240",)),
        ("chi_so", "120 %", ("SV208",)),
        ("chi_so", 95, ("SV247",)),
        ("may_tinh", "1e5 máy", ("SV237",)),
        ("may_tinh", "5\t3", ("SV201",)),
        ("can_bo", "5 (năm)", ("SV201",)),
        ("can_bo", "5 " * 150, ("SV201",)),
        ("ty_le", "0,95 ", ("SV212",)),
        ("co_mang", date(2020, 3, 1), ("SV201",)),
        ("can_bo", "#DIV/0!", ("SV203",)),
        ("can_bo", "Không áp dụng", ("SV211",)),
        ("can_bo", "N/A", ("SV211",)),
        ("co_mang", "đang làm", ("SV260",)),
        ("co_mang", "Đang triển khai", ("SV260",)),
        ("co_mang", 2, ("SV201",)),
        ("vai_tro", "Cấp phòng", ("SV210",)),
        ("vai_tro", True, ("SV210",)),
        ("ngay", 43891, ("SV256",)),
        ("ngay", "31/2/2020", ("SV255",)),
        ("ngay", True, ("SV201",)),
    ],
)
def test_what_cannot_be_read_in_one_way_is_asked(cell, answer, value, codes):
    """Two readings, or none, are an error at the cell, and the answer counts as unreadable, never as 0."""
    assert cell(answer, value) == (unreadable(answer), codes)


def test_an_error_cell_is_no_blank(cell, formula):
    """#DIV/0! as the stored value of a formula is its own error."""
    assert cell("can_bo", formula("=1/0", "#DIV/0!")) == (unreadable("can_bo"), ("SV203",))


def test_a_formula_with_a_number_counts(cell, formula):
    """A formula with its value stored is read like a number."""
    assert cell("kinh_phi", formula("=1+2", 3)).value == 3


@pytest.mark.parametrize("value", ["", " ", "\u00a0"])
def test_blanks_are_missing_and_never_zero(cell, value):
    """A blank, a space or an empty formula is a missing answer with a warning at its cell."""
    assert cell("can_bo", value) == (missing("can_bo"), ("SV101",))


def test_a_formula_never_calculated_is_asked(cell, formula):
    """A formula without a stored value is an error, not a blank."""
    assert cell("can_bo", formula("=A1", "")) == (unreadable("can_bo"), ("SV204",))


def test_an_empty_text_from_a_formula_is_missing(loaded):
    """="" is a missing answer."""
    notes = Notes()
    stored = Cell(2, 2, "text", "", is_formula=True)
    assert Typist(notes).type(questions_of(loaded.rulebook)["can_bo"], stored, Place("f")) == missing("can_bo")
    assert notes.findings() == ()


@pytest.mark.parametrize(
    ("value", "number_format", "answer", "expected", "codes"),
    [
        (0.95, "0%", "ty_le", 95, ("SV224",)),
        (0.9512, "0.00%", "ty_le", "95.12", ("SV224",)),
        (0.9512, "0%", "ty_le", "95.12", ("SV231", "SV224")),
        (85, "0%", "ty_le", None, ("SV212",)),
        (850, "0%", "ty_le", None, ("SV208",)),
        (1, "0%", "can_bo", None, ("SV213",)),
        (0.5, "0%", "kinh_phi", None, ("SV213",)),
        (0.5, "0%", "chi_so", "0.5", ()),
        (12.49, "0", "kinh_phi", "12.49", ("SV231",)),
        (12.5, "0.00", "kinh_phi", "12.5", ()),
        (34000, "#,##0,", "kinh_phi", None, ("SV216",)),
        (34000, "0,", "can_bo", None, ("SV216",)),
        (0, "0,", "may_tinh", 0, ()),
        (34000, "#,##0", "can_bo", 34000, ()),
    ],
)
def test_what_the_cell_shows_is_held_against_what_it_holds(cell, shown_as, value, number_format, answer, expected, codes):
    """A percent format says what a number means; one that hides decimals is warned of, one that hides thousands is asked about."""
    wanted = unreadable(answer) if expected is None else Fraction(expected)
    assert cell(answer, shown_as(value, number_format)) == (wanted, codes)


@pytest.mark.parametrize(
    ("value", "number_format", "answer", "said"),
    [(0.9512, "0%", "ty_le", "shows 95 % and holds 95.12 %"), (34.56, "0.0", "kinh_phi", "shows 34.6 and holds 34.56")],
)
def test_what_is_shown_and_held_is_told_in_one_measure(read, shown_as, value, number_format, answer, said):
    """The message about a cell that shows another number gives both in what the cell shows: percent as percent."""
    survey = read([["unit", answer, "group"], ["Sở Nội vụ", shown_as(value, number_format), "a"]])
    [found] = [each for each in survey.findings if each.code == "SV231"]
    assert (found.place.cell, said in found.message) == ("B2", True)


def test_a_number_of_hundreds_of_digits_is_told_in_few(read):
    """1e300 is refused with its power of ten, not with three hundred digits."""
    survey = read([["unit", "chi_so", "group"], ["Sở Nội vụ", 1e300, "a"]])
    [found] = [each for each in survey.findings if each.code == "SV208"]
    assert (found.place.cell, "1E+300 is more than 1" in found.message) == ("B2", True)


def test_more_digits_than_are_kept_are_warned_of(cell):
    """A number cell of sixteen digits is not what was typed; a text of sixteen is refused; decimals are kept to fifteen."""
    assert cell("can_bo", 1e15) == (10**15, ("SV230",))
    assert cell("can_bo", "1234567890123456") == (unreadable("can_bo"), ("SV249",))
    assert cell("kinh_phi", "274.65999999999997") == (Fraction("274.66"), ("SV220", "SV230"))


@pytest.mark.parametrize(
    ("text", "answer", "expected", "codes"),
    [
        ("171", "can_bo", 171, ()),
        ("0.4449", "chi_so", "0.4449", ()),
        ("0.727", "chi_so", "0.727", ()),
        ("12.50", "kinh_phi", "12.5", ()),
        ("95.125", "ty_le", "95.125", ()),
        ("12,5", "kinh_phi", "12.5", ("SV221",)),
        ("1.234", "can_bo", None, ("SV202",)),
        ("1.234", "kinh_phi", None, ("SV202",)),
    ],
)
def test_csv_numbers_are_texts_by_nature(cell, text, answer, expected, codes):
    """Plain decimals in a CSV file need no note; three digits after one separator stay a question."""
    wanted = unreadable(answer) if expected is None else Fraction(expected)
    assert cell(answer, text, name="bang.csv") == (wanted, codes)


@pytest.mark.parametrize(
    ("value", "expected", "codes"),
    [
        ("Có", True, ()),
        ("KHÔNG.", False, ()),
        ("x", True, ("SV225",)),
        ("✓", True, ("SV225",)),
        ("yes", True, ()),
        ("No", False, ()),
        (True, True, ()),
        (False, False, ()),
        (1, True, ("SV225",)),
        (0, False, ("SV225",)),
        ("khong", False, ("SV225",)),
        ("Chưa", False, ("SV225",)),
        ("Chưa có", False, ("SV225",)),
        ("Đã có", True, ("SV225",)),
        ("Rồi", True, ("SV225",)),
    ],
)
def test_yes_and_no_in_their_spellings(cell, value, expected, codes):
    """Yes and no are read in words and truth values; marks, 1 and 0, “chưa” and “rồi” with a note."""
    assert cell("co_mang", value) == (expected, codes)


@pytest.mark.parametrize(
    "value", ["truong", "Người đứng đầu", "người  đứng ĐẦU", "Ngu\u031bo\u031b\u0300i \u0111u\u031b\u0301ng \u0111\u00e2\u0300u"]
)
def test_choices_by_key_or_label(cell, value):
    """A choice is written as its key or its label, however composed or capitalised."""
    assert cell("vai_tro", value) == ("truong", ())


def test_the_nearest_choice_is_offered(read):
    """A near miss of a choice names the choice that was probably meant."""
    survey = read([["unit", "vai_tro", "group"], ["Sở Nội vụ", "Cấp ph", "a"]])
    message = next(each for each in survey.findings if each.code == "SV210")
    assert "Cấp phó" in message.message


@pytest.mark.parametrize(
    ("value", "codes"),
    [(date(2020, 3, 1), ()), ("2020-03-01", ()), ("1/3/2020", ("SV250",)), ("01-03-2020", ("SV250",)), ("1.3.2020", ("SV250",))],
)
def test_dates_become_iso_texts(cell, value, codes):
    """Dates are read from date cells and from texts, day first; where the month could be first, that is noted."""
    assert cell("ngay", value) == ("2020-03-01", codes)


def test_what_does_not_apply(cell):
    """“Không áp dụng” is an answer where the question allows it."""
    assert cell("ho_so", "Không áp dụng") == (not_applicable("ho_so"), ())


@pytest.mark.parametrize("typed", ["KAD", "Ko áp dụng", "KHONG AP DUNG", "ko áp dụng."])
def test_what_does_not_apply_can_be_typed_in_haste(cell, typed):
    """Short for “Không áp dụng” and nothing else: it is taken for that, with a note; where every unit is asked it is refused."""
    assert cell("ho_so", typed) == (not_applicable("ho_so"), ("SV268",))
    assert cell("can_bo", typed) == (unreadable("can_bo"), ("SV211",))


@pytest.mark.parametrize("more", [", vì không có hồ sơ", " (nay có 12)", " - 12", ": 12"])
def test_what_follows_not_applicable_is_not_passed_over(cell, more):
    """It can be a reason or take the words back, and nobody decides which; the unit is told to write the words alone."""
    assert cell("ho_so", f"Không áp dụng{more}") == (unreadable("ho_so"), ("SV273",))
    assert cell("can_bo", f"Không áp dụng{more}") == (unreadable("can_bo"), ("SV211",))


def test_other_answers_may_begin_like_not_applicable(cell):
    """A “no” in more words where every unit is asked can only be a “no” with more, and is asked about as that."""
    assert cell("co_mang", "Không áp dụng mạng nội bộ") == (unreadable("co_mang"), ("SV260",))


def test_odd_digits_are_named_by_their_code_points(read):
    """Full-width digits are digits: the note shows their code points; those of other scripts are refused with theirs."""
    survey = read([["unit", "can_bo", "group"], ["Sở Nội vụ", "１2", "a"], ["Sở Y tế", "١٢", "a"]])
    assert "U+FF11" in next(each for each in survey.findings if each.code == "SV235").message
    assert "U+0661" in next(each for each in survey.findings if each.code == "SV201").message


def test_both_readings_are_shown(read):
    """The message about 1.234 shows both numbers it can be."""
    survey = read([["unit", "can_bo", "group"], ["Sở Nội vụ", "1.234", "a"]])
    message = next(each for each in survey.findings if each.code == "SV202").message
    assert "1.234 or 1234" in message


def test_a_remembered_value_still_reports_at_every_cell(read):
    """The same doubtful text in two cells is reported twice."""
    rows = [["unit", "can_bo", "group"], ["Sở Nội vụ", "1.234", "a"], ["Sở Y tế", "1.234", "a"]]
    assert [each.place.cell for each in read(rows).findings if each.code == "SV202"] == ["B2", "B3"]


def test_nought_is_noted_where_only_words_say_that_a_question_does_not_apply(rules):
    """Where a condition of the rulebook decides from the numbers, 0 is the answer it waits for, and nothing is said."""
    found = questions_of(
        rules("""
answers:
  may: {label: Máy, type: count}
  ho_so: {label: Hồ sơ, type: count, not_applicable: true}
  cap: {label: Cấp, type: count}
groups: [{id: a, max_points: 20}]
criteria:
  - {id: x, max_points: 10, formula: {kind: count, of: ho_so, each: 1}, not_applicable: {declared: true, when: ho_so = 0, then: drop}}
  - id: y
    max_points: 10
    formula: {kind: ratio, of: cap, over: may, when_denominator_zero: zero}
    not_applicable: {declared: true, then: drop}
""").rulebook
    )
    assert {name: (each.may_not_apply, each.nought_is_doubtful) for name, each in found.items()} == {
        "may": (True, True),
        "ho_so": (True, False),
        "cap": (True, True),
    }


def test_a_cell_that_could_not_be_read_is_unreadable(loaded):
    """What was reported where the file was read is not reported again, and is no blank."""
    notes = Notes()
    spoilt = Cell(2, 2, "unreadable", "")
    assert Typist(notes).type(questions_of(loaded.rulebook)["can_bo"], spoilt, Place("f")) == unreadable("can_bo")
    assert notes.findings() == ()


@pytest.mark.parametrize(
    ("code", "expected", "said"),
    [
        ('"Không "@', None, ["SV219"]),
        (";;;", None, ["SV218"]),
        ('0;-0;0;"chưa "@', None, ["SV219"]),
        ('0" máy"', True, []),
        ("_(@_)", True, []),
    ],
)
def test_a_format_that_puts_words_around_a_text_is_asked_about(code, expected, said):
    """A text whose format shows another text, or nothing, has two readings; formats for numbers leave it as it is."""
    notes = Notes()
    cell = Cell(1, 1, "text", "Có", shown_by=code)
    value = Typist(notes).type(Question("mang", "Đã nối mạng", "yes_no"), cell, Place("f"))
    assert value == (unreadable("mang") if expected is None else expected)
    assert [each.code for each in notes.findings()] == said


@pytest.mark.parametrize(
    ("value", "words"),
    [("300 Gbps", "Gbps"), ("300  GB ", "GB"), ("12 Chiếc  xe", "Chiếc xe"), ("12 ĐƯỜNG", "ĐƯỜNG"), ("12 PHO\u0302\u0300NG", "PHỒNG")],
)
def test_another_measure_is_told_as_it_was_typed(read, value, words):
    """Small and capital letters tell measures apart, and nobody finds words again that were typed otherwise."""
    survey = read([["unit", "group", "may_tinh"], ["Sở Nội vụ", "a", value]])
    (told,) = (each.message for each in survey.findings if each.code in ("SV243", "SV245"))
    assert f"is given in “{words}”" in told


@pytest.mark.parametrize(("advised", "means"), [(95, 95), ("0,5 %", "1/2"), ("0,5%", "1/2")])
def test_what_is_advised_about_percentages_is_understood(cell, advised, means):
    """95 as the number the form asks for, and a percentage of at most 1 with its sign."""
    assert cell("ty_le", advised).value == Fraction(means)
