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
