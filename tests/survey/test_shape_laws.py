"""Laws of shapes: whatever is moved, put in between or saved again, no answer changes."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ictscore.errors import FileRefused
from ictscore.expr.values import Blank, Value
from ictscore.rulebook.load import LoadedRulebook, load_rulebook
from ictscore.survey.asked import asked_of
from ictscore.survey.blank.form import write_form
from ictscore.survey.blank.table import write_table
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.submission import Answer, Submission

MESSY = Path(__file__).parent / "messy"
sys.path.insert(0, str(MESSY))

from messy_book import workbook  # noqa: E402 - it stands beside the messy surveys

Grid = list[list[Any]]
Book = dict[str, Grid]
Said = dict[str, dict[str, dict[str, Any]]]

usual = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def rulebooks(rules: Any) -> dict[str, LoadedRulebook]:
    """Return a short rulebook and a shipped one."""
    return {"short": rules((MESSY / "rules.yaml").read_text(encoding="utf-8")), "shipped": load_rulebook("khanhhoa-2018")}


def some_value(chance: random.Random, loaded: LoadedRulebook, name: str) -> Value:
    """Return an answer a question allows."""
    spec = loaded.rulebook.answers[name]
    low = int(spec.min) if spec.min is not None else 0
    high = int(spec.max) if spec.max is not None else 90
    if spec.type == "yes_no":
        return chance.random() < 0.5
    if spec.type == "choice":
        return chance.choice(list(spec.choices or {}))
    if spec.type == "text":
        return chance.choice(["đã gửi", "Sở", "I"])
    if spec.type == "date":
        return f"2020-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"
    return Fraction(chance.randint(low, high))


def some_units(seed: int, loaded: LoadedRulebook, count: int) -> list[Submission]:
    """Return units of one group with random answers, some of them blank."""
    chance = random.Random(seed)
    group = chance.choice(loaded.rulebook.groups)
    names = [name for name in asked_of(loaded.rulebook, group.id) if loaded.rulebook.answers[name].type != "date"]
    units = []
    for number in range(count):
        answers = {name: Answer(some_value(chance, loaded, name)) for name in names if chance.random() < 0.9}
        units.append(Submission(f"Sở số {number}", group.id, {"self": answers}))
    return units


def grids_of(data: bytes, path: Path) -> Book:
    """Return the values of our own workbook, sheet by sheet, as somebody would paste them."""
    path.write_bytes(data)
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}


def plain_table(units: Sequence[Submission], loaded: LoadedRulebook) -> Book:
    """Return the table a department would make by itself, with the labels of the questions."""
    names = list(dict.fromkeys(name for each in units for name in each.answers["self"]))
    rows: Grid = [["Tên đơn vị", "Nhóm", *(loaded.rulebook.answers[name].label for name in names)]]
    for each in units:
        own = each.answers["self"]
        rows.append([each.unit, each.group, *(typed(own[name].value, loaded, name) if name in own else None for name in names)])
    return {"Bảng": rows}


def typed(value: Value, loaded: LoadedRulebook, name: str) -> Any:
    """Return what people type for a value."""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, Fraction):
        return f"{int(value)}%" if loaded.rulebook.answers[name].type == "percent" else int(value)
    choices = loaded.rulebook.answers[name].choices
    return choices[str(value)] if choices else value


def said(path: Path, loaded: LoadedRulebook) -> Said:
    """Return every answer in a file, by unit and question; what is blank is left out."""
    survey = read_survey([path], loaded.rulebook, loaded.hash)
    return {
        each.unit: {
            stage: {name: answer.value for name, answer in by_id.items() if not isinstance(answer.value, Blank)}
            for stage, by_id in each.answers.items()
        }
        for each in survey.submissions
    }


def with_blank_lines(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> Grid:
    """Return a grid with blank rows and columns put in before some of its own."""
    width = max((len(row) for row in grid), default=0)
    wide = [[value for column in range(width) for value in [*[None] * columns.count(column), *row[column : column + 1]]] for row in grid]
    return [line for index, row in enumerate(wide) for line in [*[[]] * rows.count(index), row]]


def written(book: Book, path: Path) -> Path:
    """Write a book down."""
    path.write_bytes(workbook(book))
    return path


KINDS: dict[str, Callable[[Sequence[Submission], LoadedRulebook, Path], Book]] = {
    "form": lambda units, loaded, path: grids_of(write_form(loaded, units[0]), path),
    "table": lambda units, loaded, path: grids_of(write_table(loaded, units, groups=(units[0].group,)), path),
    "plain": lambda units, loaded, _: plain_table(units, loaded),
}


@pytest.mark.parametrize("which", ["short", "shipped"])
@pytest.mark.parametrize("kind", KINDS)
@usual
@given(data=st.data(), seed=st.integers(0, 10_000))
def test_what_is_moved_or_put_in_between_changes_no_answer(kind, which, data, seed, rulebooks, tmp_path):
    """Blank rows and columns put in, columns, rows and sheets in another order, sheets renamed: every answer stays what it was."""
    loaded = rulebooks[which]
    book = KINDS[kind](some_units(seed, loaded, 4), loaded, tmp_path / "ours.xlsx")
    before = said(written(book, tmp_path / "before.xlsx"), loaded)
    assert before
    moved: Book = {}
    for name in data.draw(st.permutations(list(book))):
        grid = book[name]
        width = max((len(row) for row in grid), default=0)
        order = data.draw(st.permutations(range(width)))
        grid = [[row[column] if column < len(row) else None for column in order] for row in grid]
        if kind == "plain":
            grid = [grid[0], *data.draw(st.permutations(grid[1:]))]
        blank_rows, blank_columns = (data.draw(st.lists(st.integers(0, size), max_size=3)) for size in (len(grid), width))
        grid = grid if name == "_ictscore" else with_blank_lines(grid, blank_rows, blank_columns)
        moved[name if name == "_ictscore" or kind == "table" else f"{name} (2)"] = grid if name != "_ictscore" else book[name]
    assert said(written(moved, tmp_path / "after.xlsx"), loaded) == before


@pytest.mark.parametrize("which", ["short", "shipped"])
@usual
@given(data=st.data(), seed=st.integers(0, 10_000))
def test_rows_of_a_form_may_stand_in_any_order(which, data, seed, rulebooks, tmp_path):
    """However the rows of a form are permuted with their ids, every answer stays what it was."""
    loaded = rulebooks[which]
    book = KINDS["form"](some_units(seed, loaded, 1), loaded, tmp_path / "ours.xlsx")
    before = said(written(book, tmp_path / "before.xlsx"), loaded)
    name = next(iter(book))
    moved = {**book, name: [book[name][0], *data.draw(st.permutations(book[name][1:]))]}
    assert said(written(moved, tmp_path / "after.xlsx"), loaded) == before


@pytest.mark.parametrize("lost", ["marks", "ids", "both"])
@pytest.mark.parametrize("which", ["short", "shipped"])
@usual
@given(seed=st.integers(0, 10_000))
def test_a_form_without_its_marks_gives_the_same_answers(which, lost, seed, rulebooks, tmp_path):
    """A form that lost its hidden row, its hidden column or both, and its stamp, is read by what it prints."""
    loaded = rulebooks[which]
    book = KINDS["form"](some_units(seed, loaded, 1), loaded, tmp_path / "ours.xlsx")
    name = next(iter(book))
    grid = {name: book[name]}
    before = said(written({**grid, "_ictscore": book["_ictscore"]}, tmp_path / "before.xlsx"), loaded)
    rows = grid[name] if lost == "ids" else grid[name][1:]
    cut = {name: rows if lost == "marks" else [row[1:] for row in rows]}
    assert said(written(cut, tmp_path / "after.xlsx"), loaded) == before


WORDS = (
    "Tên đơn vị", "Nhóm", "Huyện", "Xã/Phường", "Tổng số cán bộ", "Số máy tính", "1. Kinh phí", "So may tinh", "can_bo", "#id", "#unit",
    "#self", "#label", "#number", "#council", "#example", "points:may", "STT", "Nội dung", "Số liệu", "Đơn vị tính", "máy", "Có", "Sở A",
    "Đơn vị: Sở A", "Tổng cộng", "KT. GIÁM ĐỐC", "(1)", "I", "12,5", "chưa có", "* ghi chú", "a",
)  # fmt: skip
cells = st.one_of(st.none(), st.sampled_from(WORDS), st.integers(0, 99))
areas = st.tuples(*[st.integers(0, 6)] * 2, st.integers(0, 2), st.integers(1, 2))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sheets=st.lists(st.lists(st.lists(cells, max_size=6), max_size=8), min_size=1, max_size=2),
    merged=st.none() | areas,
    hidden=st.integers(0, 6),
    skip_hidden=st.booleans(),
)
def test_any_sheet_at_all_is_read_or_refused(sheets, merged, hidden, skip_hidden, rulebooks, tmp_path):
    """Whatever stands in a sheet, merged and hidden anyhow, there are findings with words, and never an exception."""

    def change(_book: Any, made: dict[str, Any]) -> None:
        first = next(iter(made.values()))
        first.set_row(hidden, None, None, {"hidden": True})
        first.set_column(hidden, hidden, None, None, {"hidden": True})
        if merged is not None:
            row, column, down, across = merged
            first.merge_range(row, column, row + down, column + across, "Số máy tính")

    path = tmp_path / "any.xlsx"
    path.write_bytes(workbook({f"S{index}": rows for index, rows in enumerate(sheets)}, change))
    loaded = rulebooks["short"]
    survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(skip_hidden=skip_hidden))
    assert all(each.message and each.advice and "{" not in each.message for each in survey.findings)


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_what_libreoffice_saves_again_changes_no_answer(kind, office, rulebooks, tmp_path):
    """Forms and tables saved again by LibreOffice, as .xlsx, .ods or .xls, give the same answers."""
    files: list[tuple[Path, LoadedRulebook]] = []
    for seed, loaded in enumerate(rulebooks.values()):
        units = some_units(seed, loaded, 4)
        for name, data in (
            ("form", write_form(loaded, units[0])),
            ("table", write_table(loaded, units, groups=(units[0].group,))),
            ("plain", workbook(plain_table(units, loaded))),
        ):
            path = tmp_path / f"{name}{seed}.xlsx"
            path.write_bytes(data)
            files.append((path, loaded))
    saved = office([path for path, _ in files], kind)
    try:
        open_survey_file(read_input(saved[0]))
    except FileRefused as refusal:
        if kind == "xlsx":
            raise
        pytest.skip(f"a survey as .{kind} is refused: {refusal.findings[0].code}")
    for (path, loaded), again in zip(files, saved, strict=True):
        assert said(again, loaded) == said(path, loaded), again.name
