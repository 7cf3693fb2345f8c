"""Promises about texts far from the answers of a form: another answer to a question is asked about wherever it stands on its sheet."""

from __future__ import annotations

import openpyxl
import pytest

from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.form import write_form
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission

TOLD = ("SV427", "SV429", "SV453", "SV454", "SV455", "SV456", "SV613")


@pytest.fixture(scope="module")
def shipped():
    """Return a shipped rulebook."""
    return load_rulebook("binhthuan-2020")


@pytest.fixture
def told(shipped, tmp_path):
    """Return what is told of a form with 85 as its second answer and texts in further cells of its first sheet."""

    def make(**cells):
        path = tmp_path / "phieu.xlsx"
        path.write_bytes(write_form(shipped, Submission("Sở Tài chính", shipped.rulebook.groups[0].id, {})))
        book = openpyxl.load_workbook(path)
        form = book.worksheets[0]
        number = next(row for row in range(1, form.max_row) if str(form.cell(row, 2).value) == "2")
        form.cell(number, 5).value = 85
        for cell, text in cells.items():
            form[cell] = text
        book.save(path)
        found = read_survey([path], shipped.rulebook, shipped.hash).findings
        return [(each.code, each.place.cell, str(each.values.get("read"))) for each in found if each.code in TOLD]

    return make


@pytest.mark.parametrize("cell", ["M2", "M6", "M12", "B10", "M8"])
def test_another_answer_is_asked_about(told, cell):
    """Right of the title, of the instructions and of the headings, in the row of the signs, beside the unit."""
    text = "Câu 2: số đúng là 88"
    assert told(**{cell: text}) == [("SV453", cell, text)]


def test_a_question_still_blank_is_asked_about(told):
    """In one cell, in two, and by what it is called."""
    assert told(M2="Câu 4: 7") == [("SV454", "M2", "Câu 4: 7")]
    assert told(M2="Câu 4", N2=7)[0] == ("SV454", "M2", "Câu 4: 7")
    assert told(M2="Số nhiệm vụ trong kế hoạch năm là 7") == [("SV454", "M2", "Số nhiệm vụ trong kế hoạch năm là 7")]


def test_the_answer_itself_is_only_noted(told):
    """It says nothing new, and is none of ours."""
    [(code, cell, _)] = told(M2="Câu 2: số đúng là 85")
    assert (code, cell) == ("SV613", "M2")


def test_a_line_put_into_a_text_of_ours_is_shown_by_itself(told):
    """The text above it is long; what is told is the line that is not ours."""
    title = "Bộ tiêu chí đánh giá kết quả hoạt động triển khai ứng dụng công nghệ thông tin, điều chỉnh năm 2020"
    assert told(B3=f"{title}\nCâu 2: số đúng là 88") == [("SV453", "B3", "Câu 2: số đúng là 88")]
    [(code, _, read)] = told(B3=f"{title}\nsố chưa chốt của toàn ngành")
    assert code == "SV613"
    assert "'số chưa chốt của toàn ngành'" in read


def test_where_very_much_is_left_over_it_is_only_told(told):
    """Next to nothing of such a sheet was understood."""
    cells = {f"{column}{row}": f"abc {row}" for column in ("M", "N", "O") for row in range(100, 800)}
    assert "SV453" not in {code for code, *_ in told(M2="Câu 2: số đúng là 88", **cells)}


def test_what_is_told_of_a_column_silences_nothing_above_its_heading(told):
    """A note far below in the same column is one thing, the line above the headings another."""
    assert ("SV453", "M4", "Câu 2: số đúng là 88") in told(M4="Câu 2: số đúng là 88", M40="ghi chú gì đó")
    assert any(code == "SV613" and cell == "M4" for code, cell, _ in told(M4="gộp ba phòng ban", M40=66))


def test_what_is_told_of_texts_below_silences_no_number(told):
    """SV456 names the texts, and SV453 the words in which an answer stands: a number beside them is told by itself."""
    assert any(code == "SV613" and cell == "F90" for code, cell, _ in told(B80="linh tinh", F90=66))
    found = told(B80="Câu 2 là 88", F80=66)
    assert {code for code, *_ in found} >= {"SV453", "SV613"}


def test_a_word_that_was_an_answer_is_told_elsewhere(told):
    """“x” for yes says nothing of “x” above the questions."""
    assert any(code == "SV613" and cell == "M4" for code, cell, _ in told(E20="x", M4="x"))


@pytest.mark.parametrize("cell", ["K13", "K11"])
def test_a_number_beside_the_example_or_the_count_is_told(told, cell):
    """It stands in no column of the form."""
    assert [each[:2] for each in told(**{cell: 66})] == [("SV613", cell)]


def test_a_number_far_from_the_questions_numbers_no_row(told):
    """With the name of a question behind it, it may be an answer."""
    assert any(cell == "K80" for _, cell, _ in told(K80=66, L80="Số nhiệm vụ trong kế hoạch năm"))


def test_two_answers_in_one_row_are_both_asked_about(told):
    """Each names its question."""
    assert [each[:2] for each in told(K3="Câu 2: 88", M3="Câu 4: 99")] == [("SV453", "K3"), ("SV454", "M3")]
