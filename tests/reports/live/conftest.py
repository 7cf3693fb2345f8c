"""Live workbooks recalculated by LibreOffice: several results in one workbook, several workbooks in one run, no stored value left."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter.worksheet

from ictscore.findings import Finding
from ictscore.reports.live.build import LiveWorkbook, draw_result, live_workbook
from ictscore.reports.live.verified import compare
from ictscore.reports.outcome import Outcome, score_survey
from ictscore.reports.recorded.read_workbook_results import RESULT_LIMITS
from ictscore.survey.blank.front import in_language
from ictscore.survey.blank.validations import Lists
from ictscore.survey.blank.writing import workbook_bytes
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.workbook import read_workbook

for folder in ("oracle", "archetypes"):
    sys.path.insert(0, str(Path(__file__).parents[2] / folder))

TOGETHER = 8
"""How many results share a workbook: LibreOffice takes longer than in proportion for more sheets."""
PAGES = ("set_header", "set_footer", "set_landscape", "set_paper", "fit_to_pages", "set_margins", "repeat_rows", "print_area")
"""How sheets are printed changes no number, and LibreOffice spends half its time on it."""


@dataclass
class Agreement:
    """What came of holding recalculated workbooks against the engine."""

    cells: int = 0
    differing: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)


Agree = Callable[[Sequence[Outcome]], Agreement]


@pytest.fixture(scope="session")
def agreement(recalculated, tmp_path_factory) -> Agree:
    """Return how the formulas of outcomes, calculated by LibreOffice from nothing, agree with the engine, cell by cell."""

    def make(outcomes: Sequence[Outcome]) -> Agreement:
        folder, made = tmp_path_factory.mktemp("live"), {}
        with pytest.MonkeyPatch.context() as patch:
            for name in PAGES:
                patch.setattr(xlsxwriter.worksheet.Worksheet, name, lambda *_, **__: 0)
            for start in range(0, len(outcomes), TOGETHER):
                path = folder / f"{start}.xlsx"
                made[path] = drawn_together(outcomes[start : start + TOGETHER])
                path.write_bytes(made[path].data)
        recalculated(folder / "again", list(made))
        return held(made, folder / "again")

    return make


def drawn_together(outcomes: Sequence[Outcome]) -> LiveWorkbook:
    """Return one workbook with the groups of several outcomes."""
    made = LiveWorkbook()

    def draw(book):
        lists = Lists()
        for each in outcomes:
            with in_language(each.told.rulebook.language):
                draw_result(book, lists, made, each, taken=[sheet.get_name() for sheet in book.worksheets()])
        lists.write(book)

    made.data = workbook_bytes("Nhiều kết quả", "Thử", draw)
    return made


def held(made, folder: Path) -> Agreement:
    """Return how recalculated workbooks agree with what was made."""
    result = Agreement()
    for path, workbook in made.items():
        data = (folder / path.name).read_bytes()
        book = read_workbook(InputFile(path, path.name, data, hashlib.sha256(data).hexdigest(), len(data)), RESULT_LIMITS)
        found: list[Finding] = list(compare(book, workbook, path.name))
        result.cells += workbook.count
        result.differing += [f"{each.place}: {each.message}" for each in found if each.code != "SC264"]
        result.named += [f"{each.place}: {each.message}" for each in found if each.code == "SC264"]
        result.codes.update(each.code for each in workbook.findings())
    return result


RULES = """
title: Bộ tiêu chí thử
language: vi
groups: [{id: g, name: Các sở, unranked: [Sở C]}]
stages: [{id: self}, {id: appraised}, {id: council}]
answers:
  nguoi: {label: Số người, type: count}
  may: {label: Số máy, type: count}
  ho_so: {label: Hồ sơ trực tuyến, type: percent, not_applicable: true}
  mang: {label: Nối mạng, type: yes_no}
  cap: {label: Cấp độ, type: choice, choices: {cao: Cao, thap: Thấp}}
rounding: {total: 2}
criteria:
  - {id: a, number: "1", name: Máy tính, max_points: 10, formula: {kind: ratio, of: may, over: nguoi, when_denominator_zero: zero}}
  - {id: b, number: "2", name: Hồ sơ, max_points: 5, formula: {kind: ratio, of: ho_so, over: 100},
     not_applicable: {declared: true, then: redistribute_in_proportion}}
  - {id: c, number: "3", name: Mạng, max_points: 5, formula: {kind: yes_no, of: mang}}
  - {id: d, number: "4", name: Cấp, max_points: 4, formula: {kind: choice, of: cap, points: {cao: 4, thap: 1}}}
grades:
  bands: [{name: Tốt, from: 20}, {name: Khá, from: 12}, {name: Yếu}]
awards: [{id: bk, name: Bằng khen, grade: Tốt, positions: 2, ties: ask, passes_down: false}]
"""
UNITS = {
    "Sở A": {"nguoi": 30, "may": 10, "ho_so": 80, "mang": True, "cap": "cao"},
    "Sở B": {"nguoi": 3, "may": 1, "ho_so": "n/a", "mang": True, "cap": "cao"},
    "Sở C": {"nguoi": 10, "may": 10, "ho_so": Fraction(1, 2), "mang": False, "cap": None},
    "Sở D": {"nguoi": 10, "may": 12, "ho_so": 100, "mang": True, "cap": "thap", "@points": {"council": {"a": 7}}},
}


@pytest.fixture
def units():
    """Return the units of the small survey with what they say."""
    return UNITS


@pytest.fixture
def outcome(rules, make_survey):
    """Return the outcome of a small survey with every state of answers."""
    return score_survey(rules(RULES), make_survey(UNITS), command="ictscore score", provisional=True)


@pytest.fixture
def written(outcome, tmp_path):
    """Return its live workbook as a file."""
    path = tmp_path / "cong-thuc.xlsx"
    path.write_bytes(live_workbook(outcome).data)
    return path
