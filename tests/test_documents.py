"""Promises about YAML: every scalar stays text with its place, and what a rulebook needs no use of is refused."""

from __future__ import annotations

import unicodedata

import pytest

from ictscore import documents
from ictscore.documents import Mapping, Sequence, Text, excerpt_at, read_document
from ictscore.errors import RulebookRefused
from ictscore.places import Place
from ictscore.rulebook.nodes import as_plain


def refused(data: str | bytes) -> tuple[str, int, int]:
    """Return the code, line and column with which ``data`` is refused."""
    with pytest.raises(RulebookRefused) as caught:
        read_document(data.encode() if isinstance(data, str) else data, "f")
    found = caught.value.findings[0]
    return found.code, found.place.line, found.place.column


@pytest.mark.parametrize("written", ["010", "12:30", "1_000", "NO", "0x1F", "1e3", "yes", "~", ".nan", "2019-07-23", "1.10", "null"])
def test_every_scalar_is_read_as_text(written):
    """Nothing is turned into another number, a truth value or a date."""
    assert as_plain(read_document(f"a: {written}\n".encode(), "f")) == {"a": written}


def test_a_scalar_knows_its_line_and_column():
    """Lines and columns count from 1."""
    root = read_document("a: 1\nb:\n  - x\n  - {c: ü}\n".encode(), "f")
    assert isinstance(root, Mapping)
    items = root.get("b")
    assert isinstance(items, Sequence)
    inner = items.items[1]
    assert isinstance(inner, Mapping)
    assert inner.get("c") == Text("ü", Place("f", 4, 9))


def test_quoted_text_is_told_from_plain_text():
    """``"10"`` and ``10`` have the same text, and only the first is quoted."""
    root = read_document(b"[\"10\", '10', 10]", "f")
    assert isinstance(root, Sequence)
    assert [(each.text, each.quoted) for each in root.items if isinstance(each, Text)] == [("10", True), ("10", True), ("10", False)]


def test_keys_keep_their_order():
    """Keys come out in the order written."""
    root = read_document(b"b: 1\na: 2\nc: 3\n", "f")
    assert isinstance(root, Mapping)
    assert list(root.keys()) == ["b", "a", "c"]


def test_a_key_that_is_not_there_gives_nothing():
    """Asking for a key that was not written gives None."""
    root = read_document(b"b: 1\n", "f")
    assert isinstance(root, Mapping)
    assert root.get("x") is None


@pytest.mark.parametrize("text", ["\ufeffa: 1\nb: x\n", "a: 1\r\nb: x\r\n", '{"a": "1", "b": "x"}', "# said\na:   1\n\nb: 'x'   # again\n"])
def test_the_same_content_reads_the_same(text):
    """A byte order mark, other line ends, JSON, comments and quotes change nothing."""
    assert as_plain(read_document(text.encode(), "f")) == {"a": "1", "b": "x"}


def test_decomposed_letters_are_composed_ones():
    """A file saved with separate tone marks is the same rulebook."""
    text = "đơn_vị: Sở Thông tin và Truyền thông\n"
    assert read_document(unicodedata.normalize("NFD", text).encode(), "f") == read_document(text.encode(), "f")


def test_utf_16_is_refused():
    """A file in UTF-16 is no UTF-8 text."""
    assert refused("a: 1\n".encode("utf-16"))[0] == "RB002"


@pytest.mark.parametrize("data", ["Sở".encode("cp1258", "replace") + b"\xff", b"a: \0b", b"PK\x03\x04\xff\xfe", bytes(range(128, 200))])
def test_other_bytes_are_refused(data):
    """Another code page, zero bytes and archives are no UTF-8 text."""
    assert refused(data)[0] == "RB002"


def test_a_huge_file_is_refused_unread():
    """A file beyond a megabyte is refused by its size."""
    assert refused(b"a" * (documents.MAX_BYTES + 1))[0] == "RB001"


@pytest.mark.parametrize("data", ["", "# only a comment\n", "\ufeff", "---\n..."])
def test_an_empty_file_is_no_rulebook(data):
    """A file without content is told as such, or holds an empty text."""
    if data.startswith("---"):
        assert as_plain(read_document(data.encode(), "f")) == ""
    else:
        assert refused(data) == ("RB006", 1, 1)


def test_a_tab_in_the_indentation_is_refused_where_it_stands():
    """The tab's line and column are named."""
    assert refused("a:\n  b: 1\n \tc: 2\n") == ("RB004", 3, 2)


def test_a_tab_inside_a_text_is_just_a_character():
    """Only indentation may not have tabs."""
    assert as_plain(read_document(b'a: "x\ty"\n', "f")) == {"a": "x\ty"}


def test_a_second_document_is_refused_where_it_begins():
    """A rulebook is one document."""
    assert refused("a: 1\n---\nb: 2\n") == ("RB005", 2, 1)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a: &x 1\n", 1, 4), ("a: 1\nb: *x\n", 2, 4), ("a: &x [*x]\n", 1, 4), ("&x a: 1\n", 1, 1)],
)
def test_anchors_and_aliases_are_refused(text, line, column):
    """Neither an anchor nor an alias is followed, so nothing can refer to itself."""
    assert refused(text) == ("RB008", line, column)


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor():
    """A text that would unfold to billions of pieces is not unfolded."""
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9) if n else 'x'}]\n" for n in range(20))
    assert refused(levels) == ("RB008", 1, 5)


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system [ls]", "!!binary aGk=", "!!set {a}", "!unknown x", "!!str 1", "!!int 1"])
def test_tags_are_refused(tag):
    """No tag is known, and nothing that a tag names is run."""
    assert refused(f"a: {tag}\n") == ("RB009", 1, 4)


def test_deep_nesting_is_refused():
    """The 21st level of nesting is one too many."""
    assert refused("[" * 100_000) == ("RB010", 1, 21)


def test_twenty_levels_are_allowed():
    """Nesting up to the limit is read."""
    assert read_document(("[" * 20 + "]" * 20).encode(), "f")


def test_very_many_pieces_are_refused():
    """A file of more pieces than any rulebook has is refused."""
    assert refused("[" + "a," * documents.MAX_EVENTS + "]")[0] == "RB007"


def test_a_long_text_is_refused():
    """A text on a line has its limit."""
    assert refused("a: " + "x" * 2001) == ("RB011", 1, 4)


def test_a_block_of_text_may_be_longer():
    """Notes written as blocks have a wider limit, and then an end too."""
    assert as_plain(read_document(b"a: |\n  " + b"x" * 19_000 + b"\n", "f"))
    assert refused("a: |\n  " + "x" * 20_001) == ("RB011", 1, 4)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("<<: {a: 1}\n", 1, 1),
        ("a: 1\n<<: *x\n", 2, 1),
        ("? [a, b]\n: 1\n", 1, 3),
        ("? {a: b}\n: 1\n", 1, 3),
        (f"? {'k' * 201}\n: 1\n", 1, 3),
    ],
)
def test_odd_keys_are_refused(text, line, column):
    """Merge keys, lists, groups of keys and very long texts are no keys."""
    assert refused(text) == ("RB012", line, column)


def test_a_duplicate_key_is_told_with_both_lines():
    """Where a key stands twice, the second place is named and the first is related."""
    with pytest.raises(RulebookRefused) as caught:
        read_document(b"a: 1\nb: 2\na: 3\n", "f")
    (found,) = caught.value.findings
    assert (found.code, found.place, found.related) == ("RB013", Place("f", 3, 1), (Place("f", 1, 1),))


def test_all_duplicate_keys_come_back_at_once():
    """Every key that stands twice is told, not only the first."""
    with pytest.raises(RulebookRefused) as caught:
        read_document(b"a: 1\na: 2\nb: {c: 1, c: 2, c: 3}\n", "f")
    assert [(each.code, each.place.line, each.place.column) for each in caught.value.findings] == [
        ("RB013", 2, 1),
        ("RB013", 3, 11),
        ("RB013", 3, 17),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: [1, 2\n", 2), ('a: "x\n', 2), ("a: b: c\n", 1), ("a: 1\n  b: 2\n", 2), ("a: }\n", 1), ("- a\nb: 1\n", 2), ("a: @x\n", 1)],
)
def test_broken_yaml_is_refused_at_its_line(text, line):
    """Quotes, brackets, colons and indentation that do not fit are told with the line."""
    assert refused(text)[:2] == ("RB003", line)


def test_a_control_character_is_refused():
    """Characters no YAML may hold are refused."""
    assert refused("a: \x01\n")[0] == "RB003"


def test_a_refusal_shows_the_line():
    """The line and a caret under the column are part of the finding."""
    with pytest.raises(RulebookRefused) as caught:
        read_document(b"a: 1\nb: *x\n", "f")
    assert caught.value.findings[0].excerpt == "2 | b: *x\n       ^"


def test_an_excerpt_outside_the_text_is_empty():
    """A line that is not there cannot be shown."""
    assert excerpt_at("one line", Place("f", 5, 1)) == ""


def test_a_long_line_is_shown_around_its_column():
    """Of a very long line only the part around the column is shown, with the caret under it."""
    shown, caret = excerpt_at("x" * 300 + "Y" + "x" * 300, Place("f", 1, 301)).split("\n")
    assert shown[caret.index("^")] == "Y"
    assert len(shown) < 130
