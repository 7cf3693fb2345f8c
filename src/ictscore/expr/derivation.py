"""How a value came about: the evaluated tree, which is also its explanation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ictscore.expr.nodes import Expr
from ictscore.expr.values import Value


@dataclass(frozen=True, slots=True)
class Derivation:
    """An expression, what it came to, and the derivations of the parts that were looked at."""

    expr: Expr
    value: Value
    parts: tuple[Derivation, ...] = ()

    def walk(self) -> Iterator[Derivation]:
        """Yield this derivation and all inside it, outermost first."""
        yield self
        for part in self.parts:
            yield from part.walk()
