"""Promises about what goes back to a unit: which cells are marked, and in which words."""

from __future__ import annotations

import pytest

from ictscore.expr.values import unreadable
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.back.letter import letter_bytes
from ictscore.reports.back.returned import returned_of
from ictscore.reports.back.words_for_units import sentence
from ictscore.reports.checked.belonging import POINTS
from ictscore.reports.checked.standing import UnitStanding
from ictscore.survey.submission import Answer, Submission
from ictscore.words import phrase, speak

FILE = "nhan/a.xlsx"


def _at(cell: str) -> Place:
    return Place(FILE, sheet="Phiếu", cell=cell)


SENT = Submission(
    "Sở Nội vụ",
    "so",
    {"self": {"nguoi": Answer("x", _at("E9"), "17l"), "may": Answer("x", _at("E10"), "5")}},
    {"appraised": {"may_tinh": Answer("x", _at("H20"), "7")}},
    place=_at("E5"),
)


@pytest.fixture
def marks(small_round):
    """Return what is marked for these findings of the one unit."""

    def make(*findings):
        standing = UnitStanding("Sở Nội vụ", "so", "needs_mending", None, (FILE,), SENT.place, SENT, findings)
        return returned_of(small_round.loaded.rulebook, standing).marks

    return make


def test_an_answer_is_marked_at_its_own_cell(marks):
    """An unreadable answer is told in the words of its question, with what to do."""
    found = finding("SV201", _at("E9"), label="Tổng số người", answer="nguoi", read="17l", expected="a whole number", odd="")
    assert marks(found) == {"nguoi": ("“17l” was read; a whole number was expected. Please type the answer again here.",)}


def test_a_part_and_its_whole_are_both_marked(marks):
    """Where two answers do not fit each other both cells are marked, and go by what the form calls them."""
    found = finding(
        "SV301", _at("E10"), related=(_at("E9"),), unit="Sở Nội vụ", at="", of="may", over="nguoi", part=5, whole=4, criterion="1.1"
    )
    told = marks(found)
    assert set(told) == {"may", "nguoi"}
    assert told["may"][0].startswith("Số máy tính is 5, more than Tổng số người")


def test_what_is_printed_and_what_is_answered_are_both_told(marks):
    """A question whose measure was reworded and whose answer cannot be read is marked once, with both."""
    measure = finding("SV416", _at("D9"), read="cán bộ", expected="người", label="Tổng số người", answer="nguoi")
    answer = finding("SV236", _at("E9"), label="Tổng số người", answer="nguoi", read="17l", value=171)
    told = marks(measure, answer)
    assert list(told) == ["nguoi"]
    assert [each.partition(";")[0].partition(" has")[0] for each in told["nguoi"]] == [
        "In the file sent in, the measure is “cán bộ”",
        "“17l”",
    ]


def test_a_line_below_the_form_is_told_at_the_question_it_names(small_round):
    """Its cell is marked and holds no plain answer any more; to have looked through the form as a whole is not enough."""
    found = finding("SV453", _at("C79"), read="Đính chính: số máy là 12", answer="may")
    standing = UnitStanding("Sở Nội vụ", "so", "needs_mending", None, (FILE,), SENT.place, SENT, (found,))
    back = returned_of(small_round.loaded.rulebook, standing)
    assert list(back.marks) == ["may"]
    assert "“Đính chính: số máy là 12”" in back.marks["may"][0]
    assert back.submission.answers["self"]["may"].raw.startswith("▲")


def test_what_is_only_to_be_looked_at_is_counted_apart_and_told_last(small_round):
    """Warnings are no cells to be mended: the letter counts them apart, and a further sheet comes after the errors."""
    sheet = finding("SV532", Place(FILE, sheet="Liên hệ"), read="Họ và tên")
    hidden = finding("SV408", _at("9:9"), what="Rows are hidden (9)")
    wrong = finding("SV201", _at("E10"), label="Số máy tính", answer="may", read="17l", expected="a whole number", odd="")
    standing = UnitStanding("Sở Nội vụ", "so", "needs_mending", None, (FILE,), SENT.place, SENT, (sheet, hidden, wrong))
    back = returned_of(small_round.loaded.rulebook, standing)
    assert back.warned == {"#unit", "nguoi"}
    text = letter_bytes(small_round.loaded.rulebook, back, "2020", "So-Noi-vu.xlsx").decode("utf-8-sig")
    assert "Số nội dung cần sửa: 1; cần xem lại: 2." in text
    assert text.index("17l") < text.index("Họ và tên")
    assert "If figures for this form stand on it" in " ".join(text.split())


def test_every_hidden_row_is_marked(marks):
    """Each question whose row was hidden in the form sent in is marked, and a column that holds one question is as well."""
    rows = marks(finding("SV408", _at("9:10"), what="Rows are hidden (9–10)"))
    assert set(rows) == {"nguoi", "may"}
    assert set(marks(finding("SV408", _at("G:H"), what="Columns are hidden (G–H)"))) == {f"{POINTS}may_tinh"}
    assert set(marks(finding("SV408", _at("E:E"), what="Columns are hidden (E)"))) == {"#unit"}


def test_an_expression_of_answers_is_put_into_words(small_round):
    """Ids inside an expression are replaced by their labels, what is no id is left."""
    found = finding("SV301", _at("E10"), unit="u", at="", of="may + 1", over="nguoi", part=5, whole=4, criterion="1.1")
    assert "“Số máy tính” + 1 is 5" in sentence(small_round.loaded.rulebook, found)


def test_a_row_that_is_gone_is_marked_on_the_fresh_form(marks):
    """A question without a row has its cell again on the fresh form, and is marked there."""
    found = finding("SV411", Place(FILE, sheet="Phiếu"), label="Đã nối mạng", answer="mang", group="so")
    assert marks(found) == {"mang": ("There was no row for this question in the form sent in. Please answer it here.",)}


def test_what_has_no_cell_goes_to_the_top(marks):
    """A wrong unit, a doubled form: said at the unit's name; for an error there it is asked whether the form was looked through."""
    told = marks(
        finding("SV505", SENT.place, stamped="Sở Y tế", unit="Sở Nội vụ"),
        finding("UN102", Place("nhan/b.xlsx", sheet="Phiếu", cell="E5"), related=(SENT.place,), unit="Sở Nội vụ", group="so"),
    )
    assert list(told) == ["#confirm", "#unit", "#looked"]
    assert "Please choose in this cell whose figures these are." in told["#confirm"][0]


def test_a_row_leads_to_its_question(marks):
    """What stands beside an answer (its label, its measure) is said at the answer."""
    found = finding("SV414", _at("C10"), marked="may “Số máy tính”", read="Tổng số người", visible=("nguoi",))
    assert list(marks(found)) == ["may"]


def test_points_are_marked_as_points(marks):
    """What is wrong with points is said at the points."""
    found = finding("SV208", _at("H20"), label="Số máy tính", answer="may_tinh", read=70, high=10)
    assert list(marks(found)) == [f"{POINTS}may_tinh"]


def test_notes_are_not_told(marks):
    """How something was understood is no reason to ask; a warning is told beside an error."""
    told = marks(
        finding("SV220", _at("E9"), label="Tổng số người", answer="nguoi", value=4),
        finding("SV101", _at("E10"), unit="Sở Nội vụ", label="Số máy tính", answer="may"),
    )
    assert told == {"may": ("This question was not answered. Please answer it.",)}


def test_nothing_goes_back_where_nothing_is_wrong(small_round):
    """A unit in order gets nothing, nor does one that sent nothing."""
    rulebook = small_round.loaded.rulebook
    assert returned_of(rulebook, UnitStanding("a", "so", "received", submission=SENT)) is None
    assert returned_of(rulebook, UnitStanding("a", "so", "missing")) is None


def test_the_letter_is_for_notepad_and_in_the_rulebooks_language(small_round):
    """The note begins with the sign of UTF-8, has the line ends of Windows, and speaks Vietnamese whoever runs the program."""
    found = finding("SV201", _at("E9"), label="Tổng số người", answer="nguoi", read="17 l", expected="x", odd="")
    standing = UnitStanding("Sở Nội vụ", "so", "needs_mending", None, (FILE,), SENT.place, SENT, (found,))
    speak("vi")
    returned = returned_of(small_round.loaded.rulebook, standing)
    speak("en")
    data = letter_bytes(small_round.loaded.rulebook, returned, "2020", "Sở Nội vụ.xlsx")
    assert data.startswith(b"\xef\xbb\xbfK\xc3\xadnh g\xe1\xbb\xadi: S\xe1\xbb\x9f N\xe1\xbb\x99i v\xe1\xbb\xa5\r\n")
    text = data.decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n")
    assert "kỳ 2020" in text
    assert "Tệp đã gửi: a.xlsx. Tệp này được giữ nguyên." in text
    assert "1. Câu 1: Tổng số người" in text
    assert max(len(line) for line in text.splitlines()) <= 120


def test_a_letter_tells_nothing_that_steers(small_round):
    """A unit's name with control characters is written out."""
    odd = Submission("Sở\n\x1b[31m", "so", SENT.answers, place=SENT.place)
    standing = UnitStanding(
        odd.unit, "so", "needs_mending", None, (FILE,), SENT.place, odd, (finding("SV505", SENT.place, stamped="a", unit="b"),)
    )
    data = letter_bytes(small_round.loaded.rulebook, returned_of(small_round.loaded.rulebook, standing), "", "x.xlsx")
    assert b"\x1b" not in data
    assert data.decode("utf-8-sig").splitlines()[0] == r"Kính gửi: Sở\u000a\u001b[31m"


def _returned(small_round, *findings, submission=SENT):
    standing = UnitStanding("Sở Nội vụ", "so", "needs_mending", None, (FILE,), SENT.place, submission, findings)
    return returned_of(small_round.loaded.rulebook, standing)


def test_a_letter_says_nothing_twice(small_round):
    """What concerns two questions is told at the first, and the second leads there; on the form both cells say it whole."""
    found = finding("SV304", _at("E10"), related=(_at("E9"),), unit="Sở Nội vụ", at="", of="may", over="nguoi", part=5, criterion="1.1")
    returned = _returned(small_round, found)
    assert returned.marks["may"] == returned.marks["nguoi"]
    text = letter_bytes(small_round.loaded.rulebook, returned, "2020", "x.xlsx").decode("utf-8-sig")
    assert (text.count("declared not applicable"), text.count("Xem mục 1.")) == (1, 1)


def test_the_same_words_about_two_questions_are_said_at_both(small_round):
    """A question that was not answered does not lead to another that was not answered either."""
    blanks = [finding("SV101", _at(cell), unit="Sở Nội vụ", label="", answer=name) for cell, name in (("E9", "nguoi"), ("E10", "may"))]
    text = letter_bytes(small_round.loaded.rulebook, _returned(small_round, *blanks), "2020", "x.xlsx").decode("utf-8-sig")
    assert (text.count("This question was not answered."), "Xem mục" in text) == (2, False)


def test_the_sign_before_old_contents_is_explained(small_round):
    """Only in a letter whose form has such a cell."""
    plain = finding("SV101", _at("E9"), unit="Sở Nội vụ", label="Tổng số người", answer="nguoi")
    merged = finding("SV409", _at("E10"), read="E9:E10")
    texts = [
        letter_bytes(small_round.loaded.rulebook, _returned(small_round, each), "2020", "x.xlsx").decode("utf-8-sig")
        for each in (plain, merged)
    ]
    assert ["dấu ▲" in each for each in texts] == [False, True]


def test_scoring_does_not_say_again_what_could_not_be_read(small_round):
    """A criterion without points because an answer could not be read is told once, at the answer."""
    lost = Submission("Sở Nội vụ", "so", {"self": {"may": Answer(unreadable("may"), _at("E10"), "5")}}, place=_at("E5"))
    measure = finding("SV452", _at("D10"), label="Số máy tính", answer="may", read="bộ", expected="máy")
    points = finding("SC101", _at("E10"), unit="Sở Nội vụ", criterion="c", name="Trang bị", reason="", read="")
    assert len(_returned(small_round, measure, points, submission=lost).marks["may"]) == 1
    assert "the rule" not in str(_returned(small_round, points).marks)


def test_reasons_name_questions_and_not_ids(small_round):
    """An id in the reason why there are no points goes by what the form calls it; words of the reason stay."""
    reason = phrase("the answer {answers} cannot be read", answers=("may",))
    found = finding("SC101", _at("E10"), unit="Sở Nội vụ", criterion="c", name="Trang bị", reason=reason, read="")
    said = sentence(small_round.loaded.rulebook, found)
    assert "the answer “Số máy tính” cannot be read" in said


def test_what_no_unit_can_mend_brings_nothing_back(small_round):
    """A total in no grade is the rulebook's business: no empty letter goes out."""
    assert _returned(small_round, finding("SC104", SENT.place, unit="Sở Nội vụ", total=1)) is None


def test_evidence_is_marked_at_its_own_cell(marks):
    """What is the matter with a file is said at the cell that names it, not at the answer, and without the department's folder."""
    found = finding("SV462", _at("F9"), label="Tổng số người", answer="nguoi", read="a.pdf", folder="D:/nhan/mc", nearest="")
    told = "The evidence “a.pdf” was not found among the files sent in. Please send the file, or correct its name here."
    assert marks(found) == {"evidence:nguoi": (told,)}


def test_missing_evidence_sends_a_form_back_though_the_answers_are_in_order(small_round):
    """A unit in order gets its form for the sake of its evidence; notes about evidence send nothing back."""
    values = {"label": "Tổng số người", "answer": "nguoi", "read": "a.pdf", "files": "“a.pdf”", "folder": "mc", "nearest": ""}
    standings = [
        UnitStanding("Sở Nội vụ", "so", "received", None, (FILE,), SENT.place, SENT, (finding(code, _at("F9"), **values),))
        for code in ("SV460", "SV461", "SV462", "SV463")
    ]
    assert [each.goes_back for each in standings] == [False, True, True, True]
    assert [returned_of(small_round.loaded.rulebook, each) is not None for each in standings] == [False, True, True, True]


def test_what_answers_nothing_about_another_file_is_asked_again(small_round):
    """The form that goes back asks it in the same cell, of the same unit, though the other file lies no longer beside it."""
    found = finding("SV528", _at("E7"), read="của cả hai", expected=("Sở Y tế", "Sở Nội vụ"), asked_of="Sở Y tế")
    standing = UnitStanding("Sở Nội vụ", "so", "needs_mending", None, (FILE,), SENT.place, SENT, (found,))
    returned = returned_of(small_round.loaded.rulebook, standing)
    assert (returned.astray, [*returned.marks]) == ("Sở Y tế", ["#confirm"])
    assert "của cả hai" in returned.marks["#confirm"][0]
