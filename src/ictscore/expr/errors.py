"""What can be wrong with the text of an expression, and at which character."""

from __future__ import annotations

from ictscore.words import N_, phrase

KINDS = {
    "empty": N_("the expression is empty"),
    "too_long": N_("the expression has more than {limit} characters"),
    "too_deep": N_("the expression is nested more than {limit} levels deep"),
    "too_many_operations": N_("the expression has more than {limit} operations"),
    "too_many_digits": N_("a number has more than {limit} digits"),
    "decimal_comma": N_(  # also met as an argument list without blanks, which could be read either way
        "“{read}” has a decimal comma; write decimals with a point (0.75), and a blank after a comma between values: 1, 5"
    ),
    "percent_sign": N_("“%” is not part of the language; write 0.8, or 80 / 100"),
    "power": N_("“{read}”: the language has no powers; multiply instead"),
    "double_equals": N_("“==”: one equals sign is enough"),
    "comment": N_("“#” is not part of the language; comments go outside the expression"),
    "odd_character": N_("a full-width or invisible character ({read!r}) stands here; type it again"),
    "unexpected": N_("“{read}” does not fit here"),
    "unfinished": N_("the expression ends too early"),
    "unknown_function": N_("there is no function “{read}”; there are {known}"),
    "arguments": N_("“{read}” takes {expected}"),
    "wants_name": N_("“{read}” takes the id of {expected}"),
}


class ExpressionError(ValueError):
    """A text that is not an expression: the kind of slip and the offset (from 0) where it shows."""

    def __init__(self, kind: str, offset: int, **values: object) -> None:
        """Remember the kind (a key of KINDS), the offset and the values of the message."""
        self.kind, self.offset, self.values = kind, offset, values
        super().__init__(kind)

    def __str__(self) -> str:
        """Return what is wrong, in the spoken language."""
        return str(phrase(KINDS[self.kind], **self.values))
