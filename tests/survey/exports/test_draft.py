"""Drafts of mappings: what is certain stands as keys, what is doubtful as comments, and the draft is a mapping as it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ictscore.errors import RulebookRefused
from ictscore.rulebook.load import LoadedRulebook
from ictscore.survey.exports.draft import MappingDraft, draft_mapping
from ictscore.survey.exports.draft_text import draft_text, quoted
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.words import speak

Draft = Callable[..., MappingDraft]

HEAD = ["Dấu thời gian", "Tên đơn vị", "Câu 1. Tổng số người [người]", "Câu 2. Số máy tính [máy]", "Câu 3. Đã nối mạng?", "Email Address"]
CLEAN = [
    HEAD,
    ["30/09/2020 08:15:00", "Sở Nội vụ", "40", "38", "Có", "a@x"],
    ["30/09/2020 09:15:00", "Sở Tài chính", "20", "5", "Không", "b@x"],
    ["30/09/2020 10:15:00", "Sở Y tế", "30", "30", "Có", "c@x"],
]


@pytest.fixture
def draft(export: Callable[..., Path], loaded: LoadedRulebook) -> Draft:
    """Write an export down and draft its mapping."""

    def make(rows: Any, name: str = "xuat.csv", listed: frozenset[str] = frozenset()) -> MappingDraft:
        return draft_mapping(open_survey_file(read_input(export(rows, name))), Vocabulary(loaded.rulebook), listed)

    return make


def text(made: MappingDraft, loaded: LoadedRulebook) -> str:
    """Return a draft as it is written."""
    return draft_text(made, Vocabulary(loaded.rulebook), "xuat.csv")


def test_a_clean_export_is_mapped_at_once(
    draft: Draft, loaded: LoadedRulebook, mapped: Callable[..., Any], export: Callable[..., Path]
) -> None:
    """The draft for a clean export leaves nothing to decide, and reading by it finds nothing to mend."""
    made = draft(CLEAN)
    assert made.is_complete
    assert (
        text(made, loaded)
        == """\
# Which column of xuat.csv holds which question. Lines that begin with # are notes and proposals.
# To decide about a column: take the # away before the line that holds, or put its title under ignore.
rulebook: thu

unit: "Tên đơn vị"
submitted: "Dấu thời gian"

columns:
  nguoi: "Câu 1. Tổng số người [người]"
  may: "Câu 2. Số máy tính [máy]"
  mang: "Câu 3. Đã nối mạng?"

ignore:
  - "Email Address"
"""
    )
    survey = read_survey([export(CLEAN)], loaded.rulebook, loaded.hash, options=ReadOptions(mapping=mapped(text(made, loaded))))
    assert [each.code for each in survey.findings] == ["SV709"]
    assert [each.values_at("self") for each in survey.submissions] == [
        {"nguoi": 40, "may": 38, "mang": True}, {"nguoi": 20, "may": 5, "mang": False}, {"nguoi": 30, "may": 30, "mang": True},
    ]  # fmt: skip


def test_doubtful_columns_are_comments_with_candidates(draft: Draft, loaded: LoadedRulebook, mapped: Callable[..., Any]) -> None:
    """A column that may hold something else is proposed and not taken; the question it may hold is still without a column."""
    made = draft([[*HEAD[:3], "Số máy tính mới", *HEAD[4:], "Ý kiến"], *([*each, "x"] for each in CLEAN[1:])])
    assert not made.is_complete
    written = text(made, loaded)
    assert (
        written[written.index("columns") : written.index("ignore:")]
        == """\
columns:
  nguoi: "Câu 1. Tổng số người [người]"
  mang: "Câu 3. Đã nối mạng?"
  # Columns to decide about:
  # D: “Số máy tính mới” may be
  # may: "Số máy tính mới"  # Số máy tính (máy)
  # G: “Ý kiến” is like no question
  # Questions for which no column was found (give each its column, or see that no group needs it):
  # may: # Số máy tính (máy)

"""
    )
    assert {meaning.id for meaning in mapped(written).columns} == {"nguoi", "mang"}


def test_two_columns_of_one_question_are_both_doubtful(draft: Draft) -> None:
    """Which of two columns with the label of one question holds is not for us to say."""
    made = draft([[*HEAD, "Câu 9. Số máy tính"], *([*each, "1"] for each in CLEAN[1:])])
    assert "may" not in made.columns
    assert [(each.column.letters, each.candidates) for each in made.doubtful] == [("D", ("may",)), ("G", ("may",))]


def test_a_slip_stands_behind_a_title_without_one(draft: Draft) -> None:
    """Where one column has the label and another is a slip away, the first is taken and the other is to be decided about."""
    made = draft([[*HEAD, "Số máyy tính"], *([*each, "1"] for each in CLEAN[1:])])
    assert made.columns["may"].letters == "D"
    assert [(each.column.letters, each.candidates) for each in made.doubtful] == [("G", ("may",))]


def test_equal_titles_are_doubtful(draft: Draft, loaded: LoadedRulebook) -> None:
    """A mapping names columns by their titles; two of the same title must be told apart first."""
    made = draft([[*HEAD, "Câu 2. Số máy tính [máy] *"], *([*each, "1"] for each in CLEAN[1:])])
    assert [each.is_twice for each in made.doubtful] == [True, True]
    assert "D: “Câu 2. Số máy tính [máy]” is the title of another column too; rename one of them" in text(made, loaded)


def test_words_understood_are_keys_and_others_proposals(draft: Draft, loaded: LoadedRulebook, mapped: Callable[..., Any]) -> None:
    """Words that would be noted cell by cell are written down once; those nobody knows are to be filled in."""
    rows = [HEAD, *([*each[:4], word, each[5]] for each, word in zip(CLEAN[1:], ("co", "x", "Option 3"), strict=True))]
    made = draft(rows)
    written = text(made, loaded)
    assert (
        written[written.index("# Words") : written.index("ignore:")]
        == """\
# Words that are not understood: take the # away, and write behind each what it means.
values:
  mang:  # Đã nối mạng; one of: có, không
    "co": "có"
    "x": "có"
    # "Option 3":   # cells: 1

"""
    )
    assert {word: each.value for word, each in mapped(written).values["mang"].items()} == {"co": True, "x": True}
    filled = written.replace('# "Option 3": ', '"Option 3": không')
    assert mapped(filled).values["mang"]["option 3"].value is False


def test_where_no_word_is_understood_all_of_it_is_a_proposal(draft: Draft, loaded: LoadedRulebook, mapped: Callable[..., Any]) -> None:
    """Taking the signs away before the proposals makes keys of them, at the right depth."""
    rows = [HEAD, *([*each[:4], "Option 3", each[5]] for each in CLEAN[1:])]
    written = text(draft(rows), loaded)
    assert not mapped(written).values
    marked = ("mang:  #", "values:", "Option 3")
    lines = [line.removeprefix("# ") if any(each in line for each in marked) else line for line in written.splitlines()]
    assert mapped("\n".join(lines).replace('"Option 3": ', '"Option 3": có')).values["mang"]["option 3"].value is True


def test_the_units_are_known_by_their_names(draft: Draft, loaded: LoadedRulebook) -> None:
    """A column whose title says nothing is the units’ where most of its cells are names of the list."""
    rows = [[HEAD[0], "Nơi gửi", *HEAD[2:]], *CLEAN[1:]]
    listed = frozenset(("sở nội vụ", "sở tài chính"))
    made = draft(rows, listed=listed)
    assert (made.who["unit"].title, made.by_values) == ("Nơi gửi", True)
    assert 'unit: "Nơi gửi"  # known by the names of units in it' in text(made, loaded)


def test_where_the_units_are_not_known_the_draft_cannot_be_used(draft: Draft, loaded: LoadedRulebook, mapped: Callable[..., Any]) -> None:
    """Without a column of units the draft proposes some and is refused as it stands."""
    made = draft([[HEAD[0], "Nơi gửi", *HEAD[2:]], *CLEAN[1:]])
    assert "unit" not in made.who
    assert '# unit: "Nơi gửi"' in text(made, loaded)
    with pytest.raises(RulebookRefused) as refused:
        mapped(text(made, loaded))
    assert [each.code for each in refused.value.findings] == ["RB102"]


def test_titles_below_a_heading_and_on_a_later_sheet_are_found(draft: Draft) -> None:
    """The row of titles is the one that has most of them, wherever it stands."""
    made = draft({"Bìa": [["Kết quả", "năm 2020"]], "Dữ liệu": [["Phiếu khảo sát"], [], *CLEAN]}, "xuat.xlsx")
    assert made.is_complete


def test_a_file_without_titles_gives_an_empty_draft(draft: Draft, loaded: LoadedRulebook) -> None:
    """Where nothing looks like titles, nothing is drafted."""
    made = draft([["chỉ một ô"]])
    assert not made.is_complete
    assert "columns: {}" in text(made, loaded)


def test_comments_are_in_the_language_spoken(draft: Draft, loaded: LoadedRulebook) -> None:
    """The draft speaks Vietnamese to whom speaks it; keys stay."""
    speak("vi")
    written = text(draft([[*HEAD, "Ý kiến"], *([*each, "x"] for each in CLEAN[1:])]), loaded)
    assert "# Cột nào của xuat.csv chứa câu hỏi nào. Dòng bắt đầu bằng # là chú thích và đề xuất." in written
    assert "# G: “Ý kiến” không giống câu hỏi nào" in written


@pytest.mark.parametrize(
    "title", ['Số "máy"', "a: b # c", "hai\ndòng", "x\ty", "\u200bẩn", "- {a}", "\\", "a\u2028b", "a\x85b", "😀", "Số\u00a0máy"]
)
def test_any_title_is_written_so_that_it_is_read_back(mapped: Callable[..., Any], title: str) -> None:
    """Whatever stands in a title, YAML gives it back."""
    mapping = mapped(f"unit: {quoted(title)}\ncolumns: {{may: B}}\n")
    assert mapping.who["unit"].text.split() == title.split()


def test_a_slip_is_not_taken_where_two_titles_are_certain(draft: Draft) -> None:
    """Three columns for one question: none is taken, the one with a slip least of all."""
    made = draft([[*HEAD, "Câu 9. Số máy tính", "Số máyy tính"], *([*each, "1", "1"] for each in CLEAN[1:])])
    assert "may" not in made.columns
    assert [each.column.letters for each in made.doubtful] == ["D", "G", "H"]
