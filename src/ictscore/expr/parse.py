"""Texts of the expression language become trees, or errors that know their column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ictscore.expr.build import Builder
from ictscore.expr.errors import ExpressionError
from ictscore.expr.nodes import AnswerTo, Expr

if TYPE_CHECKING:
    from lark import Lark

MAX_CHARACTERS, MAX_DEPTH, MAX_NODES, MAX_DIGITS = 500, 30, 200, 12

_GRAMMAR = Path(__file__).with_name("language.lark")
_BARE_NAME = re.compile(r"[^\W\d][\w\u0300-\u036f]*")  # with the accents of decomposed Vietnamese
RESERVED = frozenset({"if", "then", "else", "and", "or", "not", "yes", "no", "total", "max_points", "percent", "least_share"})
_LONG_NUMBER = re.compile(rf"(?<![\w.])[0-9](?:\.?[0-9]){{{MAX_DIGITS},}}")
_QUOTED = re.compile(r'"[^"]*"')


@lru_cache(maxsize=4096)
def parse_expression(text: str) -> Expr:
    """Return the tree of ``text``. Raises ExpressionError with the offset of what is wrong."""
    if _BARE_NAME.fullmatch(text) and text not in RESERVED:
        return AnswerTo(unicodedata.normalize("NFC", text), span=(0, len(text)))
    _refuse_excess(text)
    for check in _SLIPS:
        check(text)
    expr = _parse_with_grammar(text)
    if sum(1 for _ in expr.walk()) > MAX_NODES:
        raise ExpressionError("too_many_operations", 0, limit=MAX_NODES)
    return expr


def _refuse_excess(text: str) -> None:
    if not text.strip():
        raise ExpressionError("empty", 0)
    if len(text) > MAX_CHARACTERS:
        raise ExpressionError("too_long", MAX_CHARACTERS, limit=MAX_CHARACTERS)
    depth = 0
    for offset, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth > MAX_DEPTH:
            raise ExpressionError("too_deep", offset, limit=MAX_DEPTH)
    if (run := re.search(rf"(?:[-−]\s*|\bnot\s+|\bif\s+){{{MAX_DEPTH},}}", text)) or text.count("else") > MAX_DEPTH:
        raise ExpressionError("too_deep", run.start() if run else 0, limit=MAX_DEPTH)
    if run := _LONG_NUMBER.search(_without_texts(text)):
        raise ExpressionError("too_many_digits", run.start(), limit=MAX_DIGITS)


def _without_texts(text: str) -> str:
    """Return ``text`` with blanks in the place of quoted texts."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)


def _slip(pattern: str, kind: str) -> Callable[[str], None]:
    """Return a check that recognises a frequent slip and calls it by its name."""
    compiled = re.compile(pattern)

    def check(text: str) -> None:
        if found := compiled.search(_without_texts(text)):
            raise ExpressionError(kind, found.start(), read=found.group())

    return check


_SLIPS = (
    _slip(r"(?<![\w.])[0-9]+,[0-9]+", "decimal_comma"),
    _slip(r"%", "percent_sign"),
    _slip(r"\^|\*\*", "power"),
    _slip(r"==", "double_equals"),
    _slip(r"#", "comment"),
    _slip(r"[０-９Ａ-Ｚａ-ｚ\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]", "odd_character"),
)


@cache
def _lark() -> Lark:
    from lark import Lark  # noqa: PLC0415 - most operands are bare names and never need the grammar

    return Lark(_GRAMMAR.read_text(encoding="utf-8"), parser="lalr", propagate_positions=True, maybe_placeholders=False)


def _parse_with_grammar(text: str) -> Expr:
    from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, VisitError  # noqa: PLC0415

    try:
        tree: Any = _lark().parse(text)
        return Builder().transform(tree)
    except VisitError as error:
        if isinstance(error.orig_exc, ExpressionError):
            raise error.orig_exc from None
        raise
    except UnexpectedCharacters as error:
        offset = error.pos_in_stream or 0
        raise ExpressionError("unexpected", offset, read=text[offset]) from None
    except UnexpectedEOF:
        raise ExpressionError("unfinished", len(text)) from None
    except UnexpectedInput as error:
        offset = error.pos_in_stream if isinstance(error.pos_in_stream, int) else len(text)
        token = str(getattr(error, "token", "")) or text[offset : offset + 1]
        if not token or getattr(getattr(error, "token", None), "type", "") == "$END":
            raise ExpressionError("unfinished", len(text)) from None
        raise ExpressionError("unexpected", offset, read=token) from None
