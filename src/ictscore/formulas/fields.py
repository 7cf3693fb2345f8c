"""The typed scalars of rulebooks: texts become numbers, expressions and ids, or say what was expected."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from ictscore.exact import NotANumber, parse_number
from ictscore.expr.errors import ExpressionError
from ictscore.expr.nodes import Expr
from ictscore.expr.parse import parse_expression
from ictscore.expr.text import expression_text
from ictscore.expr.types import ValueType
from ictscore.words import N_, phrase

_ANSWER_ID = re.compile(r"[^\W\d_]\w{0,79}")
_DOTTED_ID = re.compile(r"[^\W_]\w*(\.\w+)*")
_RULEBOOK_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LOCAL_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


MAX_ROWS = 60
"""How many rows a table of steps, items or parts may have."""


def is_rulebook_id(text: str) -> bool:
    """Return whether ``text`` is the id of a rulebook: lower-case letters, digits and hyphens."""
    return _RULEBOOK_ID.fullmatch(text) is not None


class Part(BaseModel):
    """Anything written in a rulebook: immutable, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=True)


@dataclass(frozen=True, slots=True)
class Wants:
    """The type an expression must have."""

    type: ValueType


def refuse(code: str, **values: object) -> PydanticCustomError:
    """Return the error that becomes the finding ``code`` with ``values`` at the place of the field."""
    return PydanticCustomError(code, "{code}", {"code": code, **values})


def _as_text(value: object, expected: str) -> str:
    if not isinstance(value, str):
        kind = N_("a list") if isinstance(value, list) else N_("a group of keys")
        raise refuse("RB104", expected=phrase(expected), read=phrase(kind))
    return value.strip()


def _number(value: object) -> Fraction:
    if isinstance(value, Fraction):
        return value
    text = _as_text(value, N_("a number"))
    try:
        return parse_number(text)
    except NotANumber:
        raise refuse("RB108", read=text) from None


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    number = _number(value)
    if number.denominator != 1:
        raise refuse("RB103", read=str(value), expected=phrase(N_("a whole number")))
    return int(number)


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _as_text(value, N_("true or false"))
    if text not in {"true", "false"}:
        raise refuse("RB103", read=text, expected=phrase(N_("true or false")))
    return text == "true"


def _expression(value: object) -> Expr:
    if isinstance(value, Expr):
        return value
    if not isinstance(value, str):
        raise refuse("RB104", expected=phrase(N_("an expression")), read=phrase(N_("a list or a group of keys")))
    try:
        return parse_expression(value)
    except ExpressionError as error:
        raise refuse("RB106", read=value, problem=error, offset=error.offset) from None


def _date(value: object) -> date:
    if isinstance(value, date):
        return value
    text = _as_text(value, N_("a date"))
    try:
        if found := _ISO_DATE.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _LOCAL_DATE.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise refuse("RB109", read=text)


def _id(pattern: re.Pattern[str]) -> Callable[[object], str]:
    def check(value: object) -> str:
        text = unicodedata.normalize("NFC", _as_text(value, N_("an id")))
        if not pattern.fullmatch(text):
            raise refuse("RB110", read=text)
        return text

    return check


def _words(value: object) -> str:
    text = unicodedata.normalize("NFC", _as_text(value, N_("a text")))
    if not text:
        raise refuse("RB103", read="", expected=phrase(N_("a text")))
    return text


def _scalar(*types: str) -> WithJsonSchema:
    return WithJsonSchema({"type": list(types) if len(types) > 1 else types[0]})


_AS_TEXT = PlainSerializer(expression_text, return_type=str)

Number = Annotated[Fraction, BeforeValidator(_number), PlainSerializer(str, return_type=str), _scalar("number", "string")]
Whole = Annotated[int, BeforeValidator(_whole), _scalar("integer")]
Truth = Annotated[bool, BeforeValidator(_truth), _scalar("boolean")]
Date = Annotated[date, BeforeValidator(_date), _scalar("string")]
Words = Annotated[str, BeforeValidator(_words), _scalar("string", "number")]
AnswerId = Annotated[str, BeforeValidator(_id(_ANSWER_ID)), _scalar("string")]
DottedId = Annotated[str, BeforeValidator(_id(_DOTTED_ID)), _scalar("string", "number")]
RulebookId = Annotated[str, BeforeValidator(_id(_RULEBOOK_ID)), _scalar("string")]
Quantity = Annotated[Expr, BeforeValidator(_expression), Wants("number"), _AS_TEXT, _scalar("string", "number")]
Condition = Annotated[Expr, BeforeValidator(_expression), Wants("condition"), _AS_TEXT, _scalar("string", "boolean")]
AnyExpression = Annotated[Expr, BeforeValidator(_expression), Wants("unknown"), _AS_TEXT, _scalar("string", "number", "boolean")]

Policy = Literal["full", "zero", "not_applicable", "error"]


def wanted_type(info: FieldInfo) -> ValueType:
    """Return the type the expression of a field must have."""
    candidates = [*info.metadata, *(meta for each in get_args(info.annotation) for meta in get_args(each)[1:])]
    return next((each.type for each in candidates if isinstance(each, Wants)), "unknown")
