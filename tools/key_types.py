"""The types of keys as the reference pages write them."""

from __future__ import annotations

from collections.abc import Callable
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from ictscore.formulas.fields import Wants
from ictscore.formulas.formula import Formula

_SCALARS = {
    "_number": "number",
    "_whole": "whole number",
    "_truth": "true or false",
    "_date": "date",
    "_words": "text",
    "_none_or_places": "`none` or",
    "_none_or_number": "`none` or",
    "_one_or_many": "one or",
}
_WANTED = {
    "number": "expression (a number)",
    "condition": "expression (a condition)",
    "text": "expression (a text)",
    "unknown": "expression",
}


def title_of(model: type[BaseModel]) -> str:
    """Return the name of a part as a heading: ``Criterion``, ``Grade band``."""
    return "".join(f" {char.lower()}" if char.isupper() and index else char for index, char in enumerate(model.__name__))


def type_of_key(annotation: Any, metadata: list[Any]) -> str:
    """Return the type of a key in words; ``metadata`` is what pydantic keeps beside the annotation."""
    wanted = next((each.type for each in metadata if isinstance(each, Wants)), None)
    if wanted is not None:
        return _WANTED[wanted]
    named = [_scalar(each.func.__qualname__) for each in metadata if hasattr(each, "func") and hasattr(each, "json_schema_input_type")]
    plain = _plain_type(annotation)
    first = named[0] if named else ""
    if first.endswith(" or"):
        return f"{first} {plain}"
    return first or plain


def _scalar(function: str) -> str:
    name = function.split(".", maxsplit=1)[0]
    return "id" if name == "_id" else _SCALARS.get(name, "")


def _plain_type(annotation: Any) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in _COMPOUND:
        return _COMPOUND[origin](arguments)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{title_of(annotation)}](#{title_of(annotation).lower().replace(' ', '-')})"
    return "text" if annotation is str else "anything"


def _one_of(arguments: tuple[Any, ...]) -> str:
    kept = [each for each in arguments if each is not NoneType]
    return "[formula](formula-kinds.md)" if len(kept) > 1 and _is_formula(kept[0]) else " or ".join(map(_plain_type, kept))


_COMPOUND: dict[Any, Callable[[tuple[Any, ...]], str]] = {
    Annotated: lambda arguments: type_of_key(arguments[0], list(arguments[1:])),
    Literal: lambda arguments: ", ".join(f"`{each}`" for each in arguments),
    Union: _one_of,
    UnionType: _one_of,
    tuple: lambda arguments: f"list of {_plain_type(arguments[0])}",
    dict: lambda arguments: f"{_plain_type(arguments[0])}: {_plain_type(arguments[1])}, …",
}


def _is_formula(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Formula)
