"""The CSV of results opens in the spreadsheets of the language spoken, and harms nobody."""

from __future__ import annotations

import csv
import io

import pytest

from ictscore.expr.values import unreadable
from ictscore.reports.csv_results import guarded, results_csv
from ictscore.words import speak

RULES = """
groups: [{id: g}, {id: h}]
answers: {a: count, n: count}
sections:
  - {id: s, applies_to: [g], criteria: [{id: c, max_points: 10, formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}]}
  - {id: t, applies_to: [h], criteria: [{id: d, max_points: 10, formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}]}
scale: {max_points: 10}
"""
UNITS = {"=A1": {"a": 1, "n": 4}, "Xã B": {"a": 1, "n": 2, "@group": "h", "@parent": "Huyện C"}}


def test_english_has_commas_and_points(outcome):
    """One row per unit after a byte order mark; sections a group does not have are blank."""
    text = results_csv(outcome(RULES, UNITS).told)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:])))
    found = [(each["Unit"], each["s"], each["t"], each["Total"]) for each in rows]
    assert found == [("'=A1", "2.5", "", "2.50"), ("Xã B", "", "5", "5.00")]
    assert rows[1]["Parent unit"] == "Huyện C"


def test_vietnamese_has_semicolons_and_decimal_commas(outcome):
    """Excel set to Vietnamese reads the same file without asking."""
    made = outcome(RULES, UNITS)
    speak("vi")
    rows = list(csv.reader(io.StringIO(results_csv(made.told)[1:]), delimiter=";"))
    assert "2,50" in rows[1]
    assert "." not in "".join(rows[1][5:])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_formulas_stay_texts(text):
    """A name that begins like a formula is kept from being one."""
    assert guarded(text) == f"'{text}"


def test_invisible_characters_are_written_out():
    """A control character cannot hide in a cell."""
    assert guarded("a\u202eb") == "a\\u202eb"
    assert guarded("\t=1") == "\\u0009=1"


def test_every_row_of_a_provisional_result_says_so(outcome):
    """In a last column; a sound result has none."""
    text = results_csv(outcome(RULES, {**UNITS, "Sở Z": {"a": unreadable("?"), "n": 4}}).told)
    rows = list(csv.DictReader(io.StringIO(text[1:])))
    assert [each["PROVISIONAL"] for each in rows] == ["yes"] * 3
    assert "PROVISIONAL" not in results_csv(outcome(RULES, UNITS).told)
