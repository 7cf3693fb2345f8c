"""Results edited by hand are refused, whatever was edited, and what cannot be read is told by its cell or path."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import openpyxl
import pytest

from ictscore.errors import FileRefused
from ictscore.reports.json_results import results_json, told_digest
from ictscore.reports.recorded.read_json_results import read_json_results
from ictscore.reports.recorded.read_workbook_results import read_results_workbook
from ictscore.reports.workbook.build import results_workbook
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.workbook import read_workbook

RULES = """
language: en
groups: [{id: g, name: Nhóm}]
answers: {a: count, n: count, b: count}
sections:
  - {id: s, criteria: [{id: c, max_points: 10, formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}]}
  - {id: t, criteria: [{id: d, number: "2", max_points: 10, formula: {kind: count, of: b, each: 1}}]}
rounding: {total: 2}
grades: {bands: [{name: Tốt, from: 5}, {name: Yếu}]}
"""
UNITS = {"A": {"a": 1, "n": 3, "b": 3}, "B": {"a": 3, "n": 4, "b": 1}, "C": {"a": 1, "n": 4, "b": 1}}
HEAD, TOP = 7, 8


@pytest.fixture
def made(outcome):
    """Return an outcome of three units."""
    return outcome(RULES, UNITS)


def file_of(data, name):
    """Return bytes as a file that was read."""
    return InputFile(Path(name), name, data, hashlib.sha256(data).hexdigest(), len(data))


def edited_json(made, edit):
    """Return the message after a result as JSON was edited."""
    document = json.loads(results_json(made.told))
    edit(document)
    with pytest.raises(FileRefused) as refused:
        read_json_results(file_of(json.dumps(document).encode(), "x.json"))
    (found,) = refused.value.findings
    return found.code, found.message


def edited_book(made, edit):
    """Return code, place and message after a results workbook was edited."""
    book = openpyxl.load_workbook(io.BytesIO(results_workbook(made.told, made.explainer)))
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(FileRefused) as refused:
        read_results_workbook(read_workbook(file_of(stream.getvalue(), "x.xlsx")))
    (found,) = refused.value.findings
    return found.code, found.place.cell, found.message


def cell(book, mark, row=TOP, sheet="Ranking"):
    """Return the cell of a unit below a mark."""
    marks = next(each for each in book[sheet].iter_rows() if any(one.value == "#unit" for one in each))
    return book[sheet].cell(row, next(each.column for each in marks if each.value == mark))


def test_saving_and_sorting_change_nothing(made):
    """A workbook another program saved, its rows in another order, is still the result."""
    book = openpyxl.load_workbook(io.BytesIO(results_workbook(made.told, made.explainer)))
    sheet = book["Ranking"]
    first, second = ([one.value for one in sheet[row]] for row in (TOP, TOP + 1))
    for row, values in ((TOP, second), (TOP + 1, first)):
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value
    stream = io.BytesIO()
    book.save(stream)
    assert len(read_results_workbook(read_workbook(file_of(stream.getvalue(), "x.xlsx"))).groups[0].units) == 3


def test_json_and_workbook_have_one_digest(made):
    """The digest is of the result, not of the file."""
    book = openpyxl.load_workbook(io.BytesIO(results_workbook(made.told, made.explainer)))
    stamp = {row[0].value: row[1].value for row in book["_ictscore"].iter_rows()}
    assert stamp["digest"] == json.loads(results_json(made.told))["digest"] == told_digest(made.told)


@pytest.mark.parametrize(
    ("mark", "value", "said"),
    [
        ("#total", 99, "B has a total of 99, but 8.5 before rounding"),
        ("#exact", "99", "B has a total of 8.5, but 99 before rounding"),
        ("#key", "1", "B was ranked by 1, but 8.5 stands there"),
        ("#grade", "Yếu", "digest"),
        ("#rank", 3, "B has rank 3, but what it was ranked by gives 1"),
        ("section:s", 9, "digest"),
        ("#unit", "A", "A stands there twice"),
        ("#percent", 1, "digest"),
        ("#tied", "yes", "digest"),
    ],
)
def test_an_edited_cell_is_noticed(made, mark, value, said):
    """Total, exact total, key, grade, rank, section, name: whatever was typed over, the file is refused."""

    def edit(book):
        cell(book, mark).value = value

    code, _, message = edited_book(made, edit)
    assert code in {"SC209", "SC201"}
    assert said in message


def test_a_point_of_a_criterion_is_noticed(made):
    """So are the points on the criterion sheet."""

    def edit(book):
        cell(book, "criterion:d", row=12, sheet="Criteria").value = 10

    assert edited_book(made, edit)[0] == "SC209"


def test_rows_taken_away_or_doubled_are_noticed(made):
    """A deleted row leaves a hole in the ranks, a doubled one a name that stands twice."""
    assert "C has rank 3, but" in edited_book(made, lambda book: book["Ranking"].delete_rows(TOP + 1))[2]

    def double(book):
        sheet = book["Ranking"]
        for one in sheet[TOP]:
            sheet.cell(TOP + 1, one.column).value = one.value

    assert "B stands there twice" in edited_book(made, double)[2]


@pytest.mark.parametrize(
    ("mark", "value", "said"),
    [
        ("section:t", None, "is blank; expected: a number"),
        ("#exact", "1/0", "is “1/0”; expected: a fraction as text"),
        ("#key", "1/0", "expected: a fraction as text"),
        ("#total", "cao", "is “cao”; expected: a number"),
        ("#tied", "có", "expected: one of yes, no"),
        ("#rank", 1.5, "expected: a whole number"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_cell(made, mark, value, said):
    """Sheet and cell, what stands there and what is expected; no zero divides anything."""

    def edit(book):
        cell(book, mark).value = value

    code, where, message = edited_book(made, edit)
    assert code == "SC201"
    assert f"Ranking!{where} " in message
    assert said in message


def test_marks_and_stamps_that_are_gone_are_named(made):
    """A column, a key of the stamp, a value of the stamp, the digest: each is named when it is not there."""

    def no_column(book):
        cell(book, "#total", row=6).value = "#totals"

    def no_key(book):
        book["_ictscore"].delete_rows(3)

    def other_stage(book):
        next(row for row in book["_ictscore"].iter_rows() if row[0].value == "stage")[1].value = "cuối"

    def no_digest(book):
        next(row for row in book["_ictscore"].iter_rows() if row[0].value == "digest")[1].value = None

    assert "has no column #total" in edited_book(made, no_column)[2]
    assert "says nothing of hash" in edited_book(made, no_key)[2]
    assert "_ictscore: stage is “cuối”" in edited_book(made, other_stage)[2]
    assert "its digest is missing" in edited_book(made, no_digest)[2]


def unit_of(document):
    """Return the first unit of a document."""
    return document["groups"][0]["units"][0]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda it: unit_of(it).update(total="99.00"), "B has a total of 99, but 8.5 before rounding"),
        (lambda it: unit_of(it).update(total_exact="1/0"), 'groups[0].units[0].total_exact is "1/0"; expected: a fraction as text'),
        (lambda it: unit_of(it).update(ranking_key=["1/0"]), "groups[0].units[0].ranking_key[0]"),
        (lambda it: unit_of(it).pop("total"), "groups[0].units[0].total is missing"),
        (lambda it: unit_of(it).update(total=8.5), "is 8.5; expected: a text"),
        (lambda it: unit_of(it).update(rank=True), "expected: a whole number or null"),
        (lambda it: unit_of(it).update(tied=0), "expected: true or false"),
        (lambda it: unit_of(it).update(sections=[]), "B has no points for s"),
        (lambda it: unit_of(it)["sections"].pop(), "B has no points for t"),
        (lambda it: it["groups"][0]["units"].pop(0), "A has rank 2, but what it was ranked by gives 1"),
        (lambda it: it["groups"].append(5), "groups[1] is 5; expected: keys and values"),
        (lambda it: it.update(groups=5), "groups is 5; expected: a list"),
        (lambda it: it.update(stage="last"), 'stage is "last"; expected: one of self, appraised, council'),
        (lambda it: it["ranking"].update(style="x" * 50), "…; expected: one of competition, dense, ordinal"),
        (lambda it: it.pop("digest"), "its digest is missing"),
    ],
)
def test_edited_json_is_noticed(made, edit, said):
    """Edited values give another digest; values of another kind are told by their path."""
    code, message = edited_json(made, edit)
    assert code in {"SC201", "SC209"}
    assert said in message


@pytest.mark.parametrize(
    "data", [b"{", b'{"kind": "results\xff"}', b'{"a":' + b"[" * 100_000, b'{"kind": "results", "x": 1' + b"0" * 5000 + b"}"]
)
def test_what_is_no_json_is_refused(data):
    """Broken, not UTF-8, nested without end, a number beyond measure: a sentence, and no Python."""
    with pytest.raises(FileRefused) as refused:
        read_json_results(file_of(data, "x.json"))
    assert "JSON" in refused.value.findings[0].message
    assert "Error" not in refused.value.findings[0].message
