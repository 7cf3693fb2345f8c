"""The shape of the models: which keys are known at a path."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel


def known_keys(model: type[BaseModel], path: tuple[int | str, ...]) -> tuple[str, ...]:
    """Return the keys that the model at ``path`` below ``model`` knows; nothing where the path leads to no model."""
    current: Any = model
    for step in path:
        current = _below(current, step)
    return tuple(key for each in models_in(current) for key in keys_of_model(each))


def keys_of_model(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys of one model, as they are written."""
    return tuple(info.alias or name for name, info in model.model_fields.items())


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation can hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) is Annotated:
        yield from models_in(get_args(annotation)[0])
    elif get_origin(annotation) in {Union, types.UnionType}:
        for each in get_args(annotation):
            yield from models_in(each)


def _below(annotation: Any, step: int | str) -> Any:  # noqa: PLR0911 - one way down each
    """Return the annotation of what ``step`` leads to; the tag of a union chooses among its models."""
    if get_origin(annotation) is Annotated:
        return _below(get_args(annotation)[0], step)
    if get_origin(annotation) is tuple and isinstance(step, int):
        return get_args(annotation)[0]
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    models = tuple(models_in(annotation))
    tagged = [model for model in models if step == _tag(model)]
    if tagged and len(models) > 1:  # a kind may be called like a key (steps, shares)
        return tagged[0]
    for model in models:
        for name, info in model.model_fields.items():
            if step in {name, info.alias}:
                return info.annotation
    if get_origin(annotation) in {Union, types.UnionType}:
        return next((found for each in get_args(annotation) if (found := _below(each, step)) is not None), None)
    return None


def _tag(model: type[BaseModel]) -> object:
    kind = model.model_fields.get("kind")
    return get_args(kind.annotation)[0] if kind is not None else None
