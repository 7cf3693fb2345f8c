"""A mapping read: what holds is taken, and every fault has its line and column."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ictscore.errors import FileRefused, RulebookRefused
from ictscore.rulebook.load import LoadedRulebook
from ictscore.survey.exports.mapping import title_key, word_key
from ictscore.survey.exports.mapping_read import read_mapping

Mapped = Callable[..., Any]


def faults(mapped: Mapped, text: str) -> list[tuple[str, str]]:
    """Return the codes of what does not hold in a mapping, with their places."""
    with pytest.raises(RulebookRefused) as refused:
        mapped(text)
    return [(each.code, str(each.place)) for each in refused.value.findings]


def test_a_mapping_says_what_columns_and_words_hold(mapped: Mapped) -> None:
    """A mapping that holds gives the titles of every question, and words as the answers they mean."""
    mapping = mapped()
    assert {meaning.id: [each.text for each in titles] for meaning, titles in mapping.columns.items()} == {
        "nguoi": ["Câu 1"], "may": ["Câu 2"], "mang": ["Câu 3"], "muc": ["Câu 4"],
    }  # fmt: skip
    assert {word: each.value for word, each in mapping.values["mang"].items()} == {"option 1": True, "option 2": False}
    assert {word: each.value for word, each in mapping.values["muc"].items()} == {"1": "cao", "2": "vua"}
    assert [each.code for each in mapping.findings] == ["SV709"]  # chi and ngay need no answer and have no column


def test_a_stage_and_points_may_be_mapped(mapped: Mapped) -> None:
    """A column may hold what reviewers accept, or the points they give."""
    mapping = mapped("unit: A\ncolumns: {may@appraised: B, points:m@appraised: C}\n")
    assert [(each.kind, each.id, each.stage) for each in mapping.columns] == [("answer", "may", "appraised"), ("points", "m", "appraised")]


def test_a_stage_the_rulebook_does_not_have_cannot_be_mapped(mapped: Mapped) -> None:
    """What a council says counts only where the rulebook has a council."""
    with pytest.raises(RulebookRefused) as refused:
        mapped("unit: A\ncolumns:\n  points:m@council: C\n")
    assert [(each.code, str(each.place)) for each in refused.value.findings] == [("SV471", "bang.yaml:3:3")]


def test_a_number_may_be_what_a_word_means(mapped: Mapped) -> None:
    """Words may stand for a number too."""
    mapping = mapped("unit: A\ncolumns: {may: B}\nvalues: {may: {chưa có máy: 0}}\n")
    assert mapping.values["may"]["chưa có máy"].value == Fraction(0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("columns: {may: B}\n", [("RB102", "bang.yaml:1:1")]),
        ("unit: A\n", [("RB102", "bang.yaml:1:1")]),
        ("unit: A\ncolumn: {may: B}\n", [("RB101", "bang.yaml:2:1")]),
        ("unit: A\ncolumns: {may: B}\nsubmited: C\n", [("RB101", "bang.yaml:3:1")]),
        ("unit: A\ncolumns: [may]\n", [("RB104", "bang.yaml:2:10")]),
        ("unit: A\ncolumns: {may: []}\n", [("RB104", "bang.yaml:2:16")]),
        ("unit: A\ncolumns:\n  mayy: B\n", [("SV701", "bang.yaml:3:3")]),
        ("unit: A\ncolumns:\n  may: B\n  may: C\n", [("RB013", "bang.yaml:4:3")]),
        ("unit: A\ncolumns:\n  may: B\n  may@self: C\n", [("SV703", "bang.yaml:4:3")]),
        ("unit: A\ncolumns:\n  may: B\n  nguoi: b *\n", [("SV702", "bang.yaml:4:10")]),
        ("unit: A\ncolumns: {may: [B, C]}\nignore: [a]\n", [("SV702", "bang.yaml:3:10")]),
        ("unit: A\ncolumns: {may: B}\nvalues: {mang: {x: có}}\n", [("SV704", "bang.yaml:3:10")]),
        ("unit: A\ncolumns: {mang: B}\nvalues: {mang: {x: vừa}}\n", [("SV705", "bang.yaml:3:20")]),
        ("unit: A\ncolumns: {muc: B}\nvalues: {muc: {x: Caoo}}\n", [("SV705", "bang.yaml:3:19")]),
        ("unit: A\ncolumns: {may: B}\nvalues: {may: {x: 1.234}}\n", [("SV705", "bang.yaml:3:19")]),
        ("unit: A\ncolumns: {may: B}\nvalues: {may: {x: không áp dụng}}\n", [("SV705", "bang.yaml:3:19")]),
        ("unit: A\ncolumns: {mang: B}\nvalues: {mang: {X 1: có, x  1: không}}\n", [("SV706", "bang.yaml:3:26")]),
        ("unit: A\ncolumns: {mang: B}\nvalues: {mang: {x: }}\n", [("RB103", "bang.yaml:3:20")]),
        ("rulebook: khac\nunit: A\ncolumns: {may: B}\n", [("SV708", "bang.yaml:1:11")]),
        ("unit: A\ncolumns: {may: B}\nignore_rest: yes\n", [("RB103", "bang.yaml:3:14")]),
        (
            "unit: A\ncolumns:\n  mayy: B\n  nguoii: C\nvalues: {mang: {x: có}}\n",
            [("SV701", "bang.yaml:3:3"), ("SV701", "bang.yaml:4:3"), ("SV704", "bang.yaml:5:10")],
        ),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_refused_at_its_place(mapped: Mapped, text: str, expected: list[tuple[str, str]]) -> None:
    """Whatever is wrong with a mapping is named where it stands, all of it at once."""
    assert faults(mapped, text) == expected


def test_a_misspelt_question_is_answered_with_the_one_meant(mapped: Mapped) -> None:
    """An unknown question is named with the nearest one there is."""
    with pytest.raises(RulebookRefused) as refused:
        mapped("unit: A\ncolumns: {mang_: B}\n")
    assert refused.value.findings[0].message == "The rulebook thu has no question “mang_” (did you mean “mang”?)."


def test_one_word_may_be_written_in_two_ways(mapped: Mapped) -> None:
    """The same word twice is no fault where both mean the same."""
    assert mapped("unit: A\ncolumns: {mang: B}\nvalues: {mang: {Yes!: có, yes!: 'x'}}\n").values["mang"]["yes!"].value is True


def test_a_word_turned_round_is_warned_of(mapped: Mapped) -> None:
    """A yes that is to mean no is a warning at its place: the mapping may have been filled in the wrong way round."""
    mapping = mapped('unit: A\ncolumns: {mang: B}\nvalues:\n  mang:\n    Có: không\n    "0": không\n')
    warned = [each for each in mapping.findings if each.severity == "warning"]
    assert [(each.code, str(each.place), each.message) for each in warned] == [
        ("SV707", "bang.yaml:5:5", "“Đã nối mạng” (mang): “Có” would be read as yes, but the mapping has it mean no.")
    ]


def test_names_of_units_and_groups_may_be_mapped(mapped: Mapped) -> None:
    """Codes of units may be given their names; without a column for groups there are no words for them."""
    mapping = mapped("unit: A\ncolumns: {may: B}\nvalues: {unit: {snv: Sở Nội vụ}}\n")
    assert mapping.values["unit"]["snv"].value == "Sở Nội vụ"
    assert faults(mapped, "unit: A\ncolumns: {may: B}\nvalues: {group: {x: so}}\n") == [("SV704", "bang.yaml:3:10")]


def test_a_mapping_that_is_not_there_is_named(tmp_path: Path, loaded: LoadedRulebook) -> None:
    """A file that cannot be read is refused by name."""
    with pytest.raises(FileRefused) as refused:
        read_mapping(tmp_path / "khong-co.yaml", loaded.rulebook)
    assert [each.code for each in refused.value.findings] == ["IO101"]


@pytest.mark.parametrize("data", [b"", b"# only a comment\n", b"- a\n", b"chi chu", b"PK\x03\x04\xff\xfe"])
def test_what_is_no_mapping_is_refused_as_such(tmp_path: Path, loaded: LoadedRulebook, data: bytes) -> None:
    """An empty file, a list, a text or a workbook is no mapping, and how to get one is said."""
    path = tmp_path / "bang.yaml"
    path.write_bytes(data)
    with pytest.raises(RulebookRefused) as refused:
        read_mapping(path, loaded.rulebook)
    assert [each.code for each in refused.value.findings] == ["SV710"]


def test_a_fault_of_yaml_is_told_where_it_is(mapped: Mapped) -> None:
    """What is wrong with the YAML itself is told at its line."""
    assert faults(mapped, "unit: [A\n") == [("RB003", "bang.yaml:2:1")]


def test_keys_fold_what_does_not_show() -> None:
    """Titles and words are the same whatever their blanks, capitals, composition and stars; a title of signs only stays itself."""
    assert title_key("Số  máy\u00a0tính *") == title_key("so\u0302\u0301 máy tính") != title_key("Số máy in")
    assert title_key("***") == "***"
    assert word_key("Ｏption 1\u200b") == word_key("option 1")
    assert word_key("\u200b") == "\u200b"
