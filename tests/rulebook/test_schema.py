"""The JSON Schema: it takes what the program takes, and refuses what editors should underline."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from ictscore.documents import read_document
from ictscore.formulas.kinds import KINDS
from ictscore.rulebook.meanings import EXCEPTIONS, MEANINGS
from ictscore.rulebook.nodes import as_plain
from ictscore.rulebook.schema import description_of, manual_of, rulebook_schema
from ictscore.rulebook.shipped import shipped_folder, shipped_ids

SCHEMA = rulebook_schema()
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
FILES = [shipped_folder("rulebooks") / each / "rulebook.yaml" for each in shipped_ids()]


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: no dates, and only true and false are truth values."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def test_it_is_a_schema() -> None:
    """It is sound draft 07."""
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_every_shipped_rulebook_fits(path: Path) -> None:
    """Shipped rulebooks and amendments fit, as texts and as editors read them, and begin with the line that editors look for."""
    data = path.read_bytes()
    assert data.startswith(b"# yaml-language-server: $schema=../rulebook.schema.json\n")
    for document in (as_plain(read_document(data, str(path))), yaml.load(data, _EditorLoader)):
        assert [f"{list(each.path)}: {each.message}" for each in VALIDATOR.iter_errors(document)] == []


def _small() -> dict[str, Any]:
    criterion = {"id": "a", "name": "A", "max_points": 10, "formula": {"kind": "yes_no", "of": "x"}}
    groups, sections = [{"id": "g", "name": "G"}], [{"id": "s", "name": "S", "criteria": [criterion]}]
    return {"id": "small", "title": "T", "decision": {}, "groups": groups, "sections": sections}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("titel", "x"),
        ("language", "fr"),
        ("complete", "maybe"),
        ("groups", []),
        ("sections/0/criteria/0/max_point", 1),
        ("sections/0/criteria/0/max_points", [1]),
        ("sections/0/criteria/0/formula/kind", "yesno"),
        ("sections/0/criteria/0/formula/off", "x"),
        ("sections/0/criteria/0/on_missing", "guess"),
        ("rounding", {"total": 13}),
        ("grades", {"bands": []}),
    ],
)
def test_mistakes_are_seen(path: str, value: Any) -> None:
    """Unknown keys, unknown words, wrong shapes and empty lists do not fit."""
    assert VALIDATOR.is_valid(_small())
    broken: Any = copy.deepcopy(_small())
    holder = broken
    *steps, last = path.split("/")
    for step in steps:
        holder = holder[int(step) if isinstance(holder, list) else step]
    holder[last] = value
    assert not VALIDATOR.is_valid(broken)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("max_points", "1/3"),
        ("not_applicable", {"declared": True, "then": "drop"}),
        ("not_applicable", [{"when": "x = 0", "then": "full"}]),
        ("formula", {"kind": "deduct", "each": [{"of": "x", "share": "25%"}], "floor": "none"}),
        ("formula", {"kind": "steps", "on": "x", "steps": [{"from": 4, "share": 1}], "otherwise": 0}),
        ("formula", {"kind": "steps", "on": "x", "steps": [{"from": 4, "share": 1}], "otherwise": {"share": "10%"}}),
    ],
)
def test_short_ways_of_writing_fit(path: str, value: Any) -> None:
    """What a validator of the program turns into the long way may be written the short way."""
    small = _small()
    small["sections"][0]["criteria"][0][path] = value
    assert [each.message for each in VALIDATOR.iter_errors(small)] == []


def test_an_amendment_has_a_schema_of_its_own() -> None:
    """A file with amends has changes and no sections."""
    amendment = {
        "id": "new",
        "amends": "old",
        "title": "T",
        "decision": {},
        "changes": [{"at": "scale/max_points", "expect": 100, "set": 120}],
    }
    assert VALIDATOR.is_valid(amendment)
    assert not VALIDATOR.is_valid({**amendment, "sections": []})
    assert not VALIDATOR.is_valid({**amendment, "changes": [{"expect": 100, "set": 120}]})


def test_everything_is_described() -> None:
    """Every part and every key says what it means; no meaning is kept for a key that is gone."""
    keys: set[str] = set()
    for name, definition in SCHEMA["definitions"].items():
        assert definition["description"], name
        for key, schema in definition["properties"].items():
            assert schema["description"], (name, key)
            keys |= {key, f"{name}.{key}"}
    assert set(MEANINGS) | set(EXCEPTIONS) <= keys


def test_manual_pages_say_how_it_is_written() -> None:
    """The manual page of every formula kind begins with a sentence and shows the kind in a rulebook."""
    for name, kind in KINDS.items():
        assert f"kind: {name}" in manual_of(kind)
        assert description_of(kind)
        assert SCHEMA["definitions"][kind.__name__]["description"] == " ".join(manual_of(kind).split("\n\n")[0].split())
