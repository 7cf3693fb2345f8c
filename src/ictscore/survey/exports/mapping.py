"""A mapping as it is written, and as the reader of exports needs it: which column holds what, and what its words mean."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from ictscore.expr.values import Value
from ictscore.findings import Finding
from ictscore.formulas.fields import Part, RulebookId, Truth, Words
from ictscore.places import NOWHERE, Place
from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_label, fold_name
from ictscore.survey.layouts.vocabulary import Kind, Meaning


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Titles = Annotated[tuple[Words, ...], BeforeValidator(_one_or_many), Field(min_length=1)]


class MappingFile(Part):
    """A mapping: the titles of an export’s columns, by what they hold; ``values`` are what words of the export mean, by question.

    ``rulebook`` is the id of the rulebook it was made for.
    """

    rulebook: RulebookId | None = None
    note: Words | None = None
    unit: Words
    group: Words | None = None
    parent: Words | None = None
    submitted: Words | None = None
    columns: dict[Words, Titles]
    values: dict[Words, dict[Words, Words]] = Field(default_factory=dict)
    ignore: tuple[Words, ...] = ()
    ignore_rest: Truth = False


def title_key(text: str) -> str:
    r"""Return the form in which titles of columns are compared: without stars, capitals, and what does not show.

    >>> title_key("Số máy\u00a0tính [máy] *") == title_key("số máy tính  [máy]")
    True
    """
    return fold_label(plain(text)) or fold_name(text)


def word_key(text: str) -> str:
    r"""Return the form in which words of an export are compared with those of a mapping.

    >>> word_key("Option\u00a0 1") == word_key("option 1")
    True
    """
    return fold_name(plain(text)) or fold_name(text)


@dataclass(frozen=True, slots=True)
class Titled:
    """A title as the mapping has it, and where."""

    text: str
    place: Place = NOWHERE

    @property
    def key(self) -> str:
        """Return the form in which it is compared."""
        return title_key(self.text)


@dataclass(frozen=True, slots=True)
class Meant:
    """What a word of the export means: an answer, or the name of a unit or group; ``written`` is what the mapping says."""

    read: str
    written: str
    value: Value


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping that was read and holds; ``name`` is what places call its file, ``sha256`` the hash of its bytes.

    ``who`` are the columns that say who the unit is, ``columns`` those of answers and points: each stands in one of its titles. ``values``
    go by the id of a question (or by who), then by the folded word. ``place`` is that of the answers’ columns.
    """

    name: str
    sha256: str
    who: Dict[Kind, Titled]
    columns: Dict[Meaning, tuple[Titled, ...]]
    submitted: Titled | None = None
    values: Dict[str, Dict[str, Meant]] = field(default_factory=dict)
    ignored: tuple[Titled, ...] = ()
    ignore_rest: bool = False
    place: Place = NOWHERE
    findings: tuple[Finding, ...] = ()

    def titles(self) -> list[Titled]:
        """Return the titles of all columns that are read."""
        own = [self.submitted] if self.submitted is not None else []
        return [*self.who.values(), *own, *(each for titles in self.columns.values() for each in titles)]
