"""Promises about errors when a form goes back: whoever sends it again as it is has mended nothing."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.styles import Font

from ictscore.errors import FileRefused
from ictscore.expr.values import Blank
from ictscore.reports.back.folder import all_returned, files_for
from ictscore.reports.checked.told import Checked, checked
from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.survey.blank.form import write_form
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission

MESSY = Path(__file__).parents[2] / "survey" / "messy"
NAMES = sorted(path.name for path in (MESSY / "files").iterdir())


@pytest.fixture(scope="module")
def loaded(rules):
    """Return the rulebook of the messy surveys."""
    return rules((MESSY / "rules.yaml").read_text(encoding="utf-8"))


def options_for(name: str) -> ReadOptions:
    """Return the list of units a messy file is read with, as its expectation says."""
    expected = yaml.load((MESSY / "expected" / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    listed = tuple(UnitSpec(id=f"u{index}", name=each, group="a") for index, each in enumerate(expected.get("units", ())))
    return ReadOptions(units=UnitList("units.yaml", "", listed) if listed else None)


def check(paths, loaded, options) -> Checked:
    """Return what a check tells of files."""
    return checked(loaded, read_survey(paths, loaded.rulebook, loaded.hash, options=options), options.units)


def sent_back(found: Checked, folder: Path) -> list[Path]:
    """Write the forms that go back, and return them."""
    loaded, paths = found.loaded, []
    for pair in files_for(loaded, found.standing, all_returned(loaded, found.standing), found.survey):
        paths.append(folder / pair.form[0])
        paths[-1].write_bytes(pair.form[1])
    return paths


def given_in(check: Checked, unit: str) -> dict[tuple[str, str], object]:
    """Return the answers and points of a unit that were read, by stage and id."""
    units = [each.submission for each in check.standing.units if each.unit == unit and each.submission is not None]
    return {
        (stage, name): answer.value
        for each in units
        for by_stage in (each.answers, each.points)
        for stage, by_id in by_stage.items()
        for name, answer in by_id.items()
        if not (isinstance(answer.value, Blank) and answer.value.kind in ("missing", "unreadable"))
    }


def hold(first: Checked, folder: Path, options: ReadOptions) -> None:
    """Assert that forms sent back and not touched mend nothing and answer nothing anew."""
    for path in sent_back(first, folder):
        again = check([path], first.loaded, options)
        (unit,) = [each for each in again.standing.units if each.submission is not None]
        assert unit.status == "needs_mending", (path.name, [each.code for each in unit.findings])
        before, after = given_in(first, unit.unit), given_in(again, unit.unit)
        assert after.items() <= before.items()


@pytest.mark.parametrize("name", NAMES)
def test_a_form_sent_back_and_not_touched_is_never_in_order(name, loaded, tmp_path):
    """Whatever error a messy file has, its unit still has one, and no answer that was refused is taken."""
    try:
        first = check([MESSY / "files" / name], loaded, options_for(name))
    except FileRefused:
        return
    hold(first, tmp_path, options_for(name))


FORMATS = ("General", "0%", "0.00", '0"00"', '0" nghìn"', "dd/mm/yyyy", ";;;", '"Gbps"', "-0")
VALUES = st.one_of(
    st.sampled_from([True, False, 0, 1, 12, 95, 0.95, 1.2, 0.5, 43963, date(2020, 5, 12), None, "1.234", "khoảng 12", "▲", "▲ 12", "#N/A"]),
    st.integers(-5, 10**6),
    st.floats(-10, 200, allow_nan=False),
    st.text("0123456789.,% -kmấy▲x", max_size=6),
)
CELLS = st.dictionaries(st.integers(0, 9), st.tuples(VALUES, st.sampled_from(FORMATS)), max_size=10)


@pytest.fixture(scope="module")
def blank_form(loaded) -> bytes:
    """Return a blank form."""
    return write_form(loaded, Submission("Sở A", "a", {}), period="2020")


def filled(form: bytes, cells: dict[int, tuple[Any, str]], measure: str) -> bytes:
    """Return a form with these values, each in the format given; ``measure`` is typed over the first question’s."""
    book, stream = load_workbook(BytesIO(form)), BytesIO()
    sheet = book.worksheets[0]
    rows = [cell.row for cell in sheet["A"] if cell.value and not str(cell.value).startswith("#")]
    for index, (value, shown) in cells.items():
        cell = sheet.cell(rows[index], 5)
        cell.value, cell.number_format = value, shown
    if measure:
        sheet.cell(rows[0], 4).value = measure
    book.save(stream)
    return stream.getvalue()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=CELLS, measure=st.sampled_from(["", "nghìn người", "Gbps"]))
def test_no_cell_is_mended_by_being_sent_back(cells, measure, loaded, blank_form, tmp_path):
    """Whatever stands in the cells, in whatever format: what the check refused is refused on the form that goes back, until it is typed."""
    path = tmp_path / "gui.xlsx"
    path.write_bytes(filled(blank_form, cells, measure))
    hold(check([path], loaded, ReadOptions()), tmp_path, ReadOptions())


def answers_on(form: bytes) -> dict[str, Any]:
    """Return what stands in the cells of the unit’s answers, by id."""
    sheet = load_workbook(BytesIO(form)).worksheets[0]
    return {str(row[0].value): row[4].value for row in sheet.iter_rows(min_row=2) if row[0].value}


def test_what_stood_there_is_seen_on_the_form(loaded, blank_form, tmp_path):
    """A text that is asked about anyway stays; what would read as an answer has the sign before it; a blank stays blank."""
    cells = {
        0: (date(2020, 5, 12), "dd/mm/yyyy"),
        1: (12, '0" nghìn"'),
        2: (0.95, "General"),
        3: ("khoảng 12", "General"),
        4: ("", "General"),
        9: (";", "General"),
    }
    path = tmp_path / "gui.xlsx"
    path.write_bytes(filled(blank_form, cells, ""))
    (back,) = sent_back(check([path], loaded, ReadOptions()), tmp_path)
    told = answers_on(back.read_bytes())
    ids = [name for name in told if not name.startswith("#") and not name.startswith("points:")]
    assert [told[name] for name in ids[:5]] == ["12/05/2020", "▲ 12", "0.95", "khoảng 12", None]


def test_an_optional_answer_is_not_lost_silently(loaded, blank_form, tmp_path):
    """A crossed-out answer to an optional question is neither dropped nor taken: the sign stands before it, and the form stays in error."""
    book, stream = load_workbook(BytesIO(blank_form)), BytesIO()
    sheet = book.worksheets[0]
    row = {cell.value: cell.row for cell in sheet["A"]}
    for name, value in {"can_bo": 20, "may_tinh": 10, "kinh_phi": 5}.items():
        sheet.cell(row[name], 5).value = value
    sheet.cell(row["kinh_phi"], 5).font = Font(strike=True)
    book.save(stream)
    path = tmp_path / "gui.xlsx"
    path.write_bytes(stream.getvalue())
    first = check([path], loaded, ReadOptions())
    (back,) = sent_back(first, tmp_path)
    assert answers_on(back.read_bytes())["kinh_phi"] == "▲ 5"
    again = check([back], loaded, ReadOptions())
    assert [each.code for each in again.findings if each.severity == "error"] == ["SV602"]


def test_figures_in_a_later_column_come_back_as_they_were(rules, tmp_path):
    """What a unit wrote into the column of a stage is still there, and still refused, on the form that goes back."""
    loaded = rules(
        """
stages: [{id: self, name: Tự chấm}, {id: appraised, name: Thẩm định}]
answers: {x: {label: Số, type: count, required: false}}
groups: [{id: a, name: Nhóm một, max_points: 10}]
criteria: [{id: c, max_points: 10, formula: {kind: count, of: x, each: 1}}]
"""
    )
    book, stream = load_workbook(BytesIO(write_form(loaded, Submission("Sở A", "a", {})))), BytesIO()
    sheet = book.worksheets[0]
    row = next(cell.row for cell in sheet["A"] if cell.value == "x")
    column = next(cell.column for cell in sheet[1] if cell.value == "#appraised")
    sheet.cell(row, 5).value, sheet.cell(row, column).value = 3, 4
    book.save(stream)
    path = tmp_path / "gui.xlsx"
    path.write_bytes(stream.getvalue())
    first = check([path], loaded, ReadOptions())
    assert [each.code for each in first.findings] == ["SV450"]
    (back,) = sent_back(first, tmp_path)
    sheet = load_workbook(back).worksheets[0]
    row = next(cell.row for cell in sheet["A"] if cell.value == "x")
    assert (sheet.cell(row, 5).value, sheet.cell(row, column).value) == (3, "4")
    assert [each.code for each in check([back], loaded, ReadOptions()).findings if each.severity == "error"] == ["SV450"]


def test_what_concerns_the_whole_form_has_to_be_looked_at(loaded, tmp_path):
    """Of two files only one comes back; alone it is in error until somebody says on it that it was looked through."""
    for name, people in (("a.xlsx", 20), ("b.xlsx", 30)):
        data = write_form(loaded, Submission("Sở A", "a", {"self": {}}), period="2020")
        (tmp_path / name).write_bytes(filled(data, {0: (people, "General"), 1: (10, "General")}, ""))
    folder = tmp_path / "tra"
    folder.mkdir()
    (back,) = sent_back(check([tmp_path / "a.xlsx", tmp_path / "b.xlsx"], loaded, ReadOptions()), folder)
    assert "SV603" in {each.code for each in check([back], loaded, ReadOptions()).findings}
    book = load_workbook(back)
    row = next(cell.row for cell in book.worksheets[0]["A"] if cell.value == "#looked")
    book.worksheets[0].cell(row, 5).value = "Đã xem lại"
    book.save(back)
    assert [each.code for each in check([back], loaded, ReadOptions()).findings if each.severity == "error"] == []
