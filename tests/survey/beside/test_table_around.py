"""Promises about what stands around the answers of a table."""

from __future__ import annotations

import pytest

HEAD = ["unit", "group", "can_bo", "may_tinh"]
ROW = ["Sở Nội vụ", "a", 20, 10]
OTHER = ["Sở Y tế", "a", 30, 10]


def test_an_unknown_column_is_named_with_the_nearest(read, found):
    """A misspelt header is a warning at the header and its answer is missing for all, told once."""
    survey = read([["unit", "group", "can_bo", "may_tnh"], ROW, OTHER])
    assert found(survey) == [("SV403", "D1"), ("SV405", "1:1")]
    assert "Số máy tính" in survey.findings[1].message
    assert "may_tinh" in survey.findings[0].message


def test_hidden_rows_and_columns_count_and_are_named(read, found):
    """What is hidden is read, with one warning for each run of rows or columns, and for the sheet."""

    def hide(book):
        first, second = book.worksheets()[:2]
        first.set_row(2, None, None, {"hidden": True})
        first.set_column(3, 3, None, None, {"hidden": True})
        second.hide()

    survey = read({"A": [HEAD, ROW, OTHER], "B": [HEAD, ["Sở C", "a", 4, 4]]}, change=hide)
    assert found(survey) == [("SV408", "3:3"), ("SV408", "D:D"), ("SV408", "")]
    assert len(survey.submissions) == 3


def test_merged_answers_are_an_error_and_merged_titles_are_not(read, found):
    """A number merged over two units stands for neither; a merged title above the header is fine."""

    def merge(book):
        sheet = book.worksheets()[0]
        sheet.merge_range("A1:D1", "KHẢO SÁT")
        sheet.merge_range("D3:D4", 10)

    survey = read([["KHẢO SÁT"], HEAD, ROW, OTHER], change=merge)
    assert ("SV409", "D3:D4") in found(survey)
    assert ("SV409", "A1:D1") not in found(survey)


def test_corrections_in_a_column_that_was_not_read_are_told(read, found):
    """A remark that names the right number is no answer, but it says that one is wrong."""
    rows = [[*HEAD, "Diễn giải"], [*ROW, "số đúng là 97"], [*OTHER, "theo kiểm kê"]]
    assert found(read(rows)) == [("SV453", "E2"), ("SV403", "E1")]


def test_nobody_is_told_to_rename_a_heading_into_its_opposite(read):
    """A heading that says more than a question is no misspelling of it."""
    survey = read([[*HEAD[:2], "can_bo", "Số máy tính hỏng"], ROW])
    assert not [each for each in survey.findings if "did you mean" in each.message]


@pytest.mark.parametrize("heading", ["Năm", "Năm báo cáo", "Năm số liệu"])
def test_a_column_of_the_years_of_the_round_needs_no_other_heading(read, found, heading):
    """It was held against the round: where it agrees nothing is said, and nobody is told to correct a heading that is right."""
    assert found(read([[*HEAD, heading], [*ROW, 2020], [*OTHER, "2020"]])) == []


def test_a_year_of_another_round_is_asked_at_its_cell_alone(read, found):
    """The heading is right there too; what is wrong is the year."""
    assert found(read([[*HEAD, "Năm"], [*ROW, 2020], [*OTHER, 2018]])) == [("SV441", "E3")]


@pytest.mark.parametrize(("heading", "value"), [("Năm", "chưa rõ"), ("Năm thành lập", 2020), ("Máy chủ", 2020), ("Năm", 7)])
def test_a_column_that_names_no_years_of_data_is_still_told(read, found, heading, value):
    """What was not held against anything was not read."""
    assert ("SV403", "E1") in found(read([[*HEAD, heading], [*ROW, 2020], [*OTHER, value]]))
