"""Promises about the kind of data that a short line names, and the words before it that make it one."""

from __future__ import annotations

import pytest

from ictscore.survey.beside.header_kinds import is_of_before, is_open, names_a_paper, open_for, planned_for, says_kind


@pytest.mark.parametrize("rest", ["kh", "ưth", "uth", "kế hoạch", "ước", "ước thực hiện", "tạm tính", "dự toán được giao"])
def test_what_is_planned_or_estimated_is_read_behind_a_word_for_data(rest):
    """Short forms too."""
    assert planned_for("loại số liệu: ", rest) == ""


@pytest.mark.parametrize(
    ("lead", "rest"),
    [("", "kh"), ("", "kh 2019"), ("", "kế hoạch"), ("phiếu ", "kế hoạch năm 2019"), ("năm ", "kế hoạch"), ("loại ", "khá")],
)
def test_alone_such_words_are_names_of_papers(lead, rest):
    """“Kế hoạch” as a title, or the report on a plan, says nothing of the data."""
    assert planned_for(lead, rest) is None


def test_a_plan_of_a_year_may_name_a_paper_and_an_estimate_does_not():
    """Nor does what is said to be the kind of the data."""
    assert (planned_for("", "kế hoạch năm 2019"), names_a_paper("", "kế hoạch năm 2019")) == ("2019", True)
    assert (planned_for("", "ước thực hiện năm 2019"), names_a_paper("", "ước thực hiện năm 2019")) == ("2019", False)
    assert not names_a_paper("loại số liệu: ", "kế hoạch năm 2019")


@pytest.mark.parametrize(
    "rest", ["đã duyệt", "chờ thẩm định", "chính thức", "hoàn thành", "đã nộp", "đang hoạt động", "tốt", "nháp trước khi điền"]
)
def test_other_states_are_not_open(rest):
    """What was sent and waits for the department is the unit's own last word."""
    assert not is_open("trạng thái: ", rest)


def test_only_data_are_open_or_of_before():
    """A draft of a document is none of data."""
    assert not is_open("", "dự thảo")
    assert not is_of_before("kết quả cùng kỳ", "")
    assert [says_kind(each) for each in ("trạng thái: ", "số liệu ", "sl ", "năm ", "")] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("rest", "year"),
    [
        ("ước thực hiện năm 2019", "2019"),
        ("dự kiến đến cuối năm", ""),
        ("kế hoạch, năm 2019", "2019"),
        ("tạm tính đến hết năm 2019", "2019"),
        ("ước cả năm", ""),
    ],
)
def test_a_plan_may_say_how_far_it_reaches(rest, year):
    """Behind a word for data, even where a word for a paper is before it."""
    assert planned_for("phiếu số liệu ", rest) == year


def test_a_year_to_its_end_is_planned_without_a_word_for_data_where_it_is_estimated():
    """“Kế hoạch cả năm” names a paper."""
    assert (planned_for("", "dự báo cả năm 2020"), planned_for("số liệu ", "dự báo"), planned_for("", "dự báo")) == ("2020", "", None)
    assert (planned_for("", "dự kiến đến cuối năm"), planned_for("", "ưth 2019"), planned_for("", "kế hoạch cả năm")) == ("", "2019", None)


def test_open_data_may_name_their_year():
    """It is theirs, and they are open all the same."""
    said = [open_for("số liệu ", each) for each in ("sơ bộ năm 2019", "chưa chính thức, năm 2019", "nháp", "chính thức năm 2019")]
    assert said == ["2019", "2019", "", None]
