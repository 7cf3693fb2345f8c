"""A typed rulebook that is still being checked, with the document it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ictscore.documents import Mapping, Text
from ictscore.expr.nodes import Expr
from ictscore.expr.types import ValueType
from ictscore.findings import Finding, finding
from ictscore.formulas.fields import wanted_type
from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.nodes import node_at, place_at

Path = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class PlacedExpression:
    """An expression of the rulebook: where it stands, what it must be, and the part it belongs to."""

    expr: Expr
    path: Path
    wanted: ValueType
    owner: BaseModel


@dataclass(frozen=True, slots=True)
class Draft:
    """What the checks look at."""

    rulebook: Rulebook
    document: Mapping

    def find(self, code: str, path: Path, *, offset: int = 0, related: tuple[Place, ...] = (), **values: Any) -> Finding:
        """Return a finding at ``path``, ``offset`` characters further on."""
        quote = int(self.is_quoted(path)) if offset else 0
        return finding(code, place_at(self.document, path).moved(offset + quote), related=related, **values)

    def is_quoted(self, path: Path) -> bool:
        """Return whether the text at ``path`` stands in quotes."""
        node = node_at(self.document, path)
        return isinstance(node, Text) and node.quoted

    def parts(self) -> Iterator[tuple[Path, BaseModel]]:
        """Yield every part of the rulebook with its path, outermost first."""
        yield from _parts(self.rulebook, ())

    def expressions(self) -> Iterator[PlacedExpression]:
        """Yield every expression of the rulebook."""
        for path, part in self.parts():
            for name, info in type(part).model_fields.items():
                value = getattr(part, name)
                key = info.alias or name
                if isinstance(value, Expr):
                    yield PlacedExpression(value, (*path, key), wanted_type(info), part)
                elif isinstance(value, tuple):
                    for index, item in enumerate(value):
                        if isinstance(item, Expr):
                            yield PlacedExpression(item, (*path, key, index), "unknown", part)


def _parts(value: Any, path: Path) -> Iterator[tuple[Path, BaseModel]]:
    if isinstance(value, BaseModel):
        yield path, value
        for name, info in type(value).model_fields.items():
            yield from _parts(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _parts(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _parts(item, (*path, key))
