"""Promises about what stands behind the questions of a Word form: the guide, its heading, the signatures, rows about the unit."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.word.form import write_word_form
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission

TOLD = ("IO162", "SV453", "SV454", "SV455", "SV456", "SV613")
CORRECTION = "Câu 2: số đúng là 88"
POINTS, GUIDE, SIGNED = "ĐIỂM ĐƠN VỊ TỰ CHẤM", "CÁCH TÍNH ĐIỂM", "NGƯỜI LẬP PHIẾU"
INTRODUCTION = "Số trong ngoặc vuông, ví dụ [3], là câu trả lời cho câu hỏi số đó trong phiếu."

FORMULA = "3 nếu [1] = “Người đứng đầu đơn vị”"


@pytest.fixture
def told(tmp_path):
    """Return what is told of a Word form whose markup somebody changed."""

    def make(change, rulebook="binhthuan-2020"):
        loaded = load_rulebook(rulebook)
        data = write_word_form(loaded, Submission("Sở Tài chính", loaded.rulebook.groups[0].id, {}))
        with zipfile.ZipFile(BytesIO(data)) as form:
            parts = {name: form.read(name) for name in form.namelist()}
        parts["word/document.xml"] = change(parts["word/document.xml"].decode()).encode()
        path = tmp_path / "phieu.docx"
        with zipfile.ZipFile(path, "w") as changed:
            for name, content in parts.items():
                changed.writestr(name, content)
        found = read_survey([path], loaded.rulebook, loaded.hash).findings
        return [(each.code, each.place.sheet, each.place.cell) for each in found if each.code in TOLD]

    return make


def behind(text, more):
    """Return what puts more behind a text of ours."""

    def change(markup):
        assert f">{text}<" in markup
        return markup.replace(f">{text}<", f">{text} {more}<", 1)

    return change


def lines(*texts):
    """Return what puts further paragraphs into the cell of whoever filled the form in."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in texts)
    return lambda markup: re.sub(rf"(>{SIGNED}<.*?</w:p>)", rf"\1{paragraphs}", markup, count=1, flags=re.DOTALL)


def row_at(where, *texts):
    """Return what puts a further row behind the first or the last one of all."""
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{each}</w:t></w:r></w:p></w:tc>" for each in texts)
    end = "</w:tr>"

    def change(markup):
        at = (markup.index(end) if where == "first" else markup.rindex(end)) + len(end)
        return f"{markup[:at]}<w:tr>{cells}</w:tr>{markup[at:]}"

    return change


@pytest.mark.parametrize("rulebook", ["binhthuan-2020", "khanhhoa-2018", "tuyenquang-2019", "binhthuan-dang-2019", "quangbinh-2018"])
def test_an_untouched_form_says_nothing(told, rulebook):
    """With and without points the unit claims."""
    assert told(lambda markup: markup, rulebook) == []


@pytest.mark.parametrize(
    ("text", "table"), [(POINTS, 3), (SIGNED, 4), (GUIDE, 5), (INTRODUCTION, 5), ("3 nếu [1] = “Người đứng đầu đơn vị”", 5)]
)
def test_another_answer_is_asked_about_wherever_it_stands(told, text, table):
    """Behind the headings of the points and of the guide, in the guide, and among the signatures; anything else is noted."""
    [(code, sheet, _)] = told(behind(text, CORRECTION))
    assert (code, sheet) == ("SV453", f"Bảng {table}")
    [(code, sheet, _)] = told(behind(text, "Số liệu ước"))
    assert (code, sheet) == ("SV613", f"Bảng {table}")


def test_a_row_of_the_guide_that_is_not_ours_is_told(told):
    """Below the last one."""
    [(code, sheet, _)] = told(row_at("last", CORRECTION))
    assert (code, sheet) == ("SV454", "Bảng 5")


def test_a_row_about_the_unit_that_is_not_ours_is_told(told):
    """With its label; behind the label of the unit too."""
    assert told(row_at("first", "Ghi chú", CORRECTION)) == [("SV454", "Bảng 1", "B2")]
    assert told(row_at("first", "Ghi chú", "Số liệu ước")) == [("SV613", "Bảng 1", "B2")]
    assert told(behind("Đơn vị", "(chưa chốt)")) == [("SV613", "Bảng 1", "A1")]


def test_signatures_say_nothing(told):
    """A name, a day, an office."""
    assert told(lines("Phan Thiết, ngày 05 tháng 10 năm 2020", "Nguyễn Văn Nam")) == []
    assert told(lines("Trưởng phòng")) == []


def test_a_guide_whose_heading_is_gone_is_still_known(told):
    """By the headings of its columns and its mark."""
    assert told(lambda markup: row_at("last", CORRECTION)(markup.replace(f">{GUIDE}<", "><"))) == [("SV454", "Bảng 5", "A45")]


def help_below(name, *lines):
    """Return what puts further lines of help below a question."""
    paragraphs = "".join(f'<w:p><w:pPr><w:pStyle w:val="IctscoreHelp"/></w:pPr><w:r><w:t>{each}</w:t></w:r></w:p>' for each in lines)

    def change(markup):
        at = markup.index("</w:tc>", markup.index(f">{name}"))
        return markup[:at] + paragraphs + markup[at:]

    return change


def test_a_line_that_looks_like_our_help_is_told(told):
    """Whoever presses Enter behind the help writes in its style; another answer to a question is asked about there too."""
    [(code, sheet, _)] = told(help_below("Số cuộc họp chuyên đề", "Chưa tính hợp đồng"))
    assert (code, sheet) == ("SV613", "Bảng 2")
    [(code, sheet, _)] = told(help_below("Số cuộc họp chuyên đề", CORRECTION))
    assert (code, sheet) == ("SV454", "Bảng 2")


def test_what_is_put_behind_our_help_is_told(told):
    """The line is none of ours any more."""
    helped = "Ghi số nguyên"
    [(code, sheet, _)] = told(lambda markup: re.sub(rf">({helped}[^<]*)<", r">\1 trừ hợp đồng<", markup, count=1))
    assert (code, sheet) == ("SV613", "Bảng 2")


def test_a_hidden_run_in_the_row_of_a_question_is_told(told):
    """In the measure it would multiply the answer; the hidden id of the row is ours."""
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>nghìn</w:t></w:r>"
    [(code, sheet, _)] = told(lambda markup: re.sub(r"(<w:t[^>]*>cuộc</w:t></w:r>)", rf"\1{hidden}", markup, count=1))
    assert (code, sheet) == ("SV613", "Bảng 2")
