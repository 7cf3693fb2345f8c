"""The JSON Schema (draft 07) of rulebook files, amendments included, for editors and other programs."""

from __future__ import annotations

import inspect
import sys
from typing import Annotated, Any

from pydantic import BaseModel, Field
from pydantic.json_schema import models_json_schema

from ictscore.expr.nodes import Expr
from ictscore.formulas.fields import Part, RulebookId, Truth, Words
from ictscore.formulas.formula import Formula
from ictscore.formulas.kinds import KINDS
from ictscore.rulebook.identity import Identity
from ictscore.rulebook.meanings import meaning_of
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.sources import SourceText


class AmendmentChange(Part):
    """One change of an amendment: where, the old value it expects, and exactly one of set, add and remove."""

    clause: Words | None = None
    at: Words
    expect: Any = None
    expect_ids: tuple[Words, ...] = ()
    set_: Any = Field(None, alias="set")
    add: Any = None
    remove: Truth = False
    after: Words | None = None
    first: Truth = False
    source: Any = None
    note: Words | None = None


class Amendment(Identity):
    """A rulebook file that changes another one: an identity of its own, and changes in order."""

    amends: RulebookId
    changes: Annotated[tuple[AmendmentChange, ...], Field(min_length=1)] = ()
    sources: dict[str, SourceText] = {}


_NUMBER = {"type": ["number", "string"]}
_PLACES = {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 12}, {"type": "string"}]}
_OTHERWISE = {"anyOf": [{"$ref": "#/definitions/Otherwise"}, _NUMBER]}
_POLICY = {"$ref": "#/definitions/NotApplicable"}
_WRITTEN_SHORTER: dict[tuple[str, str], dict[str, Any]] = {
    ("Rounding", "total"): {**_PLACES, "default": 2},
    ("Rounding", "section"): {**_PLACES, "default": "none"},
    ("Rounding", "criterion"): {**_PLACES, "default": "none"},
    ("Deduct", "floor"): _NUMBER,
    ("Deductions", "floor"): {**_NUMBER, "default": "0"},
    ("Steps", "otherwise"): _OTHERWISE,
    ("Imported", "otherwise"): _OTHERWISE,
    ("Criterion", "not_applicable"): {"anyOf": [_POLICY, {"type": "array", "items": _POLICY}]},
}
"""Keys that may be written in more ways than their model shows, because a validator turns the short way into the long one."""


def rulebook_schema() -> dict[str, Any]:
    """Return the schema; a scalar may be of the type that YAML makes of it or its text, as the program reads it."""
    _, found = models_json_schema([(Rulebook, "validation"), (Amendment, "validation")], ref_template="#/definitions/{model}")
    definitions = {name: _cleaned(schema) for name, schema in sorted(found["$defs"].items()) if name != Expr.__name__}
    for (model, key), schema in _WRITTEN_SHORTER.items():
        definitions[model]["properties"][key] = schema
    for name, schema in definitions.items():
        schema["properties"] = {key: _described(name, key, each) for key, each in schema["properties"].items()}
    for kind in KINDS.values():
        definitions[kind.__name__]["description"] = first_sentence(manual_of(kind))
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "rulebook.schema.json",
        "title": "ictscore rulebook",
        "description": "A regulation as data, or an amendment of one.",
        "type": "object",
        "if": {"required": ["amends"]},
        "then": {"$ref": "#/definitions/Amendment"},
        "else": {"$ref": "#/definitions/Rulebook"},
        "definitions": definitions,
    }


def _described(model: str, key: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a key with what it means; beside a reference draft 07 reads nothing else, so that one is wrapped."""
    inner = {"allOf": [schema]} if "$ref" in schema else schema
    return {"description": meaning_of(model, key), **inner}


def manual_of(kind: type[Formula]) -> str:
    """Return the manual page of a formula kind: the docstring of its module, or of its class where it shares a module."""
    own = inspect.cleandoc(kind.__doc__ or "")
    return own if own.count("\n") else inspect.cleandoc(sys.modules[kind.__module__].__doc__ or "")


def first_sentence(text: str) -> str:
    """Return the first paragraph of a docstring on one line."""
    return " ".join(text.split("\n\n", maxsplit=1)[0].split())


def description_of(model: type[BaseModel]) -> str:
    """Return what a model's docstring says, on one line."""
    return first_sentence(inspect.cleandoc(model.__doc__ or ""))


_LEFT_OUT = frozenset({"title", "discriminator"})


def _cleaned(schema: Any) -> Any:
    """Return a schema as draft 07 and YAML want it: no null, no titles, whole numbers and truth values also as texts."""
    if isinstance(schema, list):
        return [_cleaned(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key not in _LEFT_OUT or not isinstance(value, (str, dict)) or "type" in value}
    options = [each for each in kept.get("anyOf", ()) if each != {"type": "null"}]
    if len(options) == 1 and "anyOf" in kept:
        kept = {**options[0], **{key: value for key, value in kept.items() if key != "anyOf"}}
    if kept.get("default", "") is None or isinstance(kept.get("default"), (list, dict)):
        del kept["default"]
    if kept.get("type") == "boolean":
        kept = {**{key: value for key, value in kept.items() if key != "type"}, "enum": [True, False, "true", "false"]}
    if kept.get("type") == "integer":
        kept["type"] = ["integer", "string"]
    return {key: _cleaned(value) for key, value in kept.items()}
