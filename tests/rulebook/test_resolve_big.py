"""The consolidated text: it reads back as the same rulebook, and every value says where it is from."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ictscore.documents import MAX_SCALAR, Entry, Mapping, Node, Sequence, Text, read_document
from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook, examine, load_rulebook
from ictscore.rulebook.nodes import as_plain
from ictscore.rulebook.resolve import _Writer, consolidated_text, short_name
from ictscore.rulebook.shipped import shipped_ids
from ictscore.rulebook.yaml_text import flow_text, scalar_text, without_keys


@pytest.mark.parametrize("identifier", shipped_ids())
def test_read_again_it_is_the_same(identifier: str, tmp_path: Path) -> None:
    """The consolidated text of every shipped rulebook loads without its base, to the same hash, with no new finding."""
    loaded = load_rulebook(identifier)
    path = tmp_path / identifier / "rulebook.yaml"
    path.parent.mkdir()
    path.write_text(consolidated_text(loaded), encoding="utf-8")
    again, findings = examine(path)
    assert again is not None, findings
    assert (again.hash, again.rulebook) == (loaded.hash, loaded.rulebook)
    assert sorted(each.code for each in findings) == sorted(each.code for each in loaded.findings)
    assert len(again.files) == 1


def test_every_value_says_where_it_is_from() -> None:
    """Each line with a value ends in the file and the line where that value stands, and in the clause that brought it."""
    loaded = load_rulebook("binhthuan-2020")
    texts = {short_name(file.name): file.text.splitlines() for file in loaded.files}
    lines = [line for line in consolidated_text(loaded).splitlines() if "  # " in line]
    assert len(lines) > 1000
    for line in lines:
        value, _, origin = line.rpartition("  # ")
        file, _, rest = origin.partition(":")
        number = int(rest.partition(",")[0])
        word = value.rpartition(": ")[2].strip().removeprefix("- ").strip('"').split()[0]
        assert word.rstrip('"') in texts[file][number - 1]
    assert any(line.startswith("    positions: 3  # binhthuan-2020/") and line.endswith(", Điều 12 khoản 1") for line in lines)


_TEXTS = st.text(max_size=60) | st.sampled_from(
    [
        "",
        " ",
        "- a",
        "a: b",
        "a #b",
        "#",
        "yes",
        "1.10",
        "null",
        "'",
        '"',
        "a\nb",
        "\t",
        "\\",
        "!x",
        "&a",
        "\x85",
        "\u2028",
        "\ufeff",
        "💻",
        "---",
        "...",
    ]
)
_LONG = st.sampled_from(["dòng một\n", "  thụt vào\n", "không xuống dòng"]).map(lambda text: text * (MAX_SCALAR // len(text) + 2))
_PLACE = Place("bộ/rulebook.yaml", 1, 1)
_WRITABLE = _TEXTS.filter(lambda text: not any(char == "\0" or 0xD800 <= ord(char) < 0xE000 for char in text))
_LEAVES = (_WRITABLE | _LONG).map(lambda text: Text(unicodedata.normalize("NFC", text), _PLACE))
_KEYS = st.lists(st.sampled_from(["a", "b c", "1.1", "x: y", "không", "[", "-"]), unique=True, max_size=4)


def _inner(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    mappings = _KEYS.flatmap(
        lambda keys: st.lists(children, min_size=len(keys), max_size=len(keys)).map(
            lambda values: Mapping(tuple(Entry(Text(key, _PLACE), value) for key, value in zip(keys, values, strict=True)), _PLACE)
        )
    )
    return mappings | st.lists(children, max_size=3).map(lambda items: Sequence(tuple(items), _PLACE))


_NODES: st.SearchStrategy[Node] = st.recursive(_LEAVES, _inner, max_leaves=8)


@settings(max_examples=3000,deadline=None)
@given(_NODES)
def test_any_document_reads_back(node: Node) -> None:
    """Whatever texts a document holds, what is written reads back as the same texts."""
    document = Mapping((Entry(Text("root", _PLACE), node),), _PLACE)
    written = "\n".join(_Writer({}).mapping(document, "")) + "\n"
    assert as_plain(read_document(written.encode(), "x")) == as_plain(document)


@settings(max_examples=3000,deadline=None)
@given(_NODES.filter(lambda node: len(flow_text(node)) < MAX_SCALAR))
def test_on_one_line_it_reads_back_too(node: Node) -> None:
    """A node on one line is YAML with the same texts, and has no line break."""
    assert "\n" not in flow_text(node)
    assert as_plain(read_document(f"k: {flow_text(node)}\n".encode(), "x")) == {"k": as_plain(node)}


def test_quotes_stay_where_they_were() -> None:
    """A text that was in quotes is written in quotes, so that editors read a text too."""
    document = read_document(b'a: "1.10"\nb: 1.10\n', "x")
    assert flow_text(document) == '{a: "1.10", b: 1.10}'
    assert flow_text(without_keys(document, "a")) == "{b: 1.10}"
    assert without_keys(Text("x", _PLACE), "a") == Text("x", _PLACE)
    assert scalar_text("a\u200bb") == '"a\\u200bb"'


def test_short_names_are_the_same_everywhere() -> None:
    """A file's short name is its folder and its name, on every machine."""
    loaded: LoadedRulebook = load_rulebook("vn-dti-2020")
    assert short_name(str(loaded.path)) == "vn-dti-2020/rulebook.yaml"
