"""Laws of exports: the order of columns and rows changes nothing, and an export of a survey says what the survey says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ictscore.expr.values import Blank
from ictscore.rulebook.load import LoadedRulebook, load_rulebook
from ictscore.rulebook.units import load_units
from ictscore.survey.exports.draft import draft_mapping
from ictscore.survey.exports.draft_text import draft_text
from ictscore.survey.exports.mapping_read import read_mapping
from ictscore.survey.layouts.left_out import listed_names
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.submission import Survey

TITLES = {"nguoi": "Câu 1", "may": "Câu 2 [máy]", "mang": "Câu 3?", "muc": "nhom/muc", "chi": "Kinh phí", "ngay": "Ngày"}
MAPPING = """unit: Tên
submitted: _submission_time
columns: {nguoi: Câu 1, may: "Câu 2 [máy]", mang: "Câu 3?", muc: nhom/muc, chi: Kinh phí, ngay: Ngày}
values:
  mang: {Option 1: có, Option 2: không}
  muc: {a: cao, b: vua, c: thap}
ignore: [_uuid, _submission_time_2]
"""
UNITS = ("Sở Nội vụ", "Sở Tài chính", "Sở Y tế")

whole = st.integers(0, 9999)
counts = st.integers(0, 999).map(str) | st.sampled_from(["", "1.234", "12 máy", "x"])
rows = st.fixed_dictionaries(
    {
        "Tên": st.sampled_from(UNITS),
        "_uuid": st.text("#*IVab1", max_size=3),
        "Câu 1": counts,
        "Câu 2 [máy]": counts,
        "Câu 3?": st.sampled_from(["Option 1", "Option 2", "có", "ko", "", "đang làm"]),
        "nhom/muc": st.sampled_from(["a", "b", "c", "Cao", "", "d"]),
        "Kinh phí": st.sampled_from(["", "2,5", "1.234,5", "3"]),
        "Ngày": st.sampled_from(["", "05/01/2020", "13/13/2020"]),
    }
)


def seen(survey: Survey) -> Any:
    """Return what was read and found, without where it stood."""
    said = ((each.unit, sorted((name, str(value)) for name, value in each.values_at("self").items())) for each in survey.submissions)
    return sorted(said), sorted((each.code, str(each.values.get("count", ""))) for each in survey.findings)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_order_of_columns_and_rows_changes_nothing(
    data: st.DataObject, loaded: LoadedRulebook, mapped: Callable[..., Any], export: Callable[..., Path]
) -> None:
    """Whoever sends what, and however the tool sorts it: the same answers, the same findings."""
    chosen = data.draw(st.lists(rows, min_size=1, max_size=5))
    timed = [{**each, "_submission_time": f"2020-09-{day + 1:02}T08:00:00"} for day, each in enumerate(chosen)]
    titles = list(timed[0])
    options = ReadOptions(mapping=mapped(MAPPING))

    def survey(order: list[str], lines: list[dict[str, str]]) -> Survey:
        path = export([order, *([each[title] for title in order] for each in lines)])
        return read_survey([path], loaded.rulebook, loaded.hash, options=options)

    usual = survey(titles, timed)
    other = survey(data.draw(st.permutations(titles)), data.draw(st.permutations(timed)))
    assert seen(other) == seen(usual)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=st.lists(st.tuples(whole, whole, st.booleans(), st.sampled_from("abc")), min_size=1, max_size=3))
def test_an_export_made_by_a_mapping_says_what_the_survey_says(
    answers: list[tuple[int, int, bool, str]], loaded: LoadedRulebook, mapped: Callable[..., Any], export: Callable[..., Path]
) -> None:
    """Answers written as a mapping words them are read back as the same answers that a table of ours gives."""
    keys = {"a": "cao", "b": "vua", "c": "thap"}
    table: list[list[Any]] = [["đơn vị", "nguoi", "may", "mang", "muc"]]
    rows: list[list[Any]] = [["_uuid", "Tên", *TITLES.values(), "_submission_time"]]
    for unit, (people, machines, net, level) in zip(UNITS, answers, strict=False):
        table.append([unit, people, machines, "có" if net else "không", keys[level]])
        rows.append(["u", unit, people, machines, "Option 1" if net else "Option 2", level, "", "", ""])
    options = ReadOptions(mapping=mapped(MAPPING))
    own = read_survey([export(table, "bang.xlsx")], loaded.rulebook, loaded.hash)
    read = read_survey([export(rows, "xuat.xlsx")], loaded.rulebook, loaded.hash, options=options)

    def said(survey: Survey) -> Any:
        given = [each.values_at("self").items() for each in survey.submissions]
        answered = [{key: value for key, value in values if not isinstance(value, Blank)} for values in given]
        return [(each.unit, each.group, values) for each, values in zip(survey.submissions, answered, strict=True)]

    assert said(read) == said(own)


@pytest.mark.parametrize("name", ["kobo.xlsx", "google.csv", "microsoft.xlsx"])
def test_exports_of_the_sample_say_what_the_sample_says(name: str, tmp_path: Path) -> None:
    """What three tools export of the sample of Quảng Bình has the answers of the sample, unit by unit."""
    root = Path(__file__).resolve().parents[3]
    loaded, path = load_rulebook("quangbinh-2018"), root / "docs/examples/exports" / name
    vocabulary = Vocabulary(loaded.rulebook)
    draft = draft_mapping(open_survey_file(read_input(path)), vocabulary, listed_names(load_units(loaded)))
    (tmp_path / "bang.yaml").write_text(draft_text(draft, vocabulary, name), encoding="utf-8")
    mapping = read_mapping(tmp_path / "bang.yaml", loaded.rulebook)
    own = read_survey([root / "samples/quangbinh-2018/survey.xlsx"], loaded.rulebook, loaded.hash)
    read = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(mapping=mapping))
    assert len(read.submissions) == 21
    assert [(each.unit, each.values_at("self")) for each in read.submissions] == [
        (each.unit, each.values_at("self")) for each in own.submissions
    ]
    assert not [each for each in read.findings if each.severity != "note"]
