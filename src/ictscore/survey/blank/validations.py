"""What Excel lets people type into a cell, the lists they choose from, and the help that appears beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from ictscore.places import column_letters
from ictscore.rulebook.answers import AnswerSpec
from ictscore.survey.blank.writing import Book, put
from ictscore.survey.blank.written import not_applicable_word, options_of
from ictscore.words import N_, say_number, tr

LISTS_SHEET = "_lists"
Rule = dict[str, Any]

_KINDS = {
    "count": N_("a whole number"),
    "number": N_("a number"),
    "percent": N_("a percentage as a number (95 for 95%; up to 1% with its sign, as 0.5%)"),
    "points": N_("points"),
}


@dataclass(slots=True)
class Lists:
    """The lists of a workbook. They stand on a hidden sheet: a list inside a rule ends at 255 characters."""

    columns: dict[tuple[str, ...], int] = field(default_factory=dict)

    def range_of(self, options: tuple[str, ...]) -> str:
        """Return the range in which ``options`` will stand."""
        column = column_letters(self.columns.setdefault(options, len(self.columns) + 1))
        return f"='{LISTS_SHEET}'!${column}$1:${column}${len(options)}"

    def write(self, book: Book) -> None:
        """Add the hidden sheet."""
        sheet = book.add_worksheet(LISTS_SHEET)
        for options, column in self.columns.items():
            for row, word in enumerate(options):
                put(sheet, row, column - 1, word)
        sheet.hide()


def rule_for(spec: AnswerSpec, cell: str, lists: Lists, language: str, every: Fraction | None = None) -> Rule:
    """Return the rule of an answer's cell (``E14``), with its help; ``every`` is the step in which points are given."""
    rule = _limits(spec, cell, lists, language, every)
    wanted = _wanted(spec, language, every)
    rule |= {"input_title": tr("How to answer"), "input_message": help_text(spec, language, every)}
    return rule | {"error_title": tr("This is not accepted"), "error_message": wanted}


def help_text(spec: AnswerSpec, language: str, every: Fraction | None = None) -> str:
    """Return the help that appears beside an answer's cell."""
    return "\n".join(filter(None, (_wanted(spec, language, every), spec.help)))


def points_rule(least: Fraction, most: Fraction) -> Rule:
    """Return the rule of a cell for the points of a criterion."""
    wanted = tr("Write points from {least} to {most}; leave the cell blank to give none.", least=least, most=most)
    rule: Rule = {"validate": "decimal", "criteria": "between", "minimum": float(least), "maximum": float(most)}
    rule |= {"input_title": tr("Points"), "input_message": wanted}
    return rule | {"error_title": tr("This is not accepted"), "error_message": wanted}


def hint_rule(title: str, text: str) -> Rule:
    """Return a rule that allows everything and only helps."""
    return {"validate": "any", "input_title": title, "input_message": text}


def bounds_of(spec: AnswerSpec) -> tuple[Fraction | None, Fraction | None]:
    """Return the least and the greatest number an answer may be, by its type and its own bounds."""
    least = Fraction(0) if spec.type in {"count", "percent"} else None
    greatest = Fraction(100) if spec.type == "percent" else None
    return (spec.min if spec.min is not None else least), (spec.max if spec.max is not None else greatest)


def in_shares(spec: AnswerSpec) -> AnswerSpec:
    """Return a percentage as the number that stands in a cell shown with the sign: 0.85 for 85%."""
    low, high = bounds_of(spec)
    scaled = {"min": None if low is None else low / 100, "max": None if high is None else high / 100}
    return spec.model_copy(update={"type": "number", **scaled})


def _limits(spec: AnswerSpec, cell: str, lists: Lists, language: str, every: Fraction | None) -> Rule:
    options = options_of(spec, language)
    if options:
        return {"validate": "list", "source": lists.range_of(options)}
    if spec.type not in _KINDS:
        return {"validate": "any"}
    return {"validate": "custom", "value": _formula(spec, cell, language, every)}


def _formula(spec: AnswerSpec, cell: str, language: str, every: Fraction | None) -> str:
    """Return the condition a number's cell must fulfil; Excel's own kinds of rule could not allow the word for not applicable."""
    least, greatest = bounds_of(spec)
    tests = [f"ISNUMBER({cell})"]
    tests += [f"{cell}>={float(least):.15g}"] if least is not None else []
    tests += [f"{cell}<={float(greatest):.15g}"] if greatest is not None else []
    tests += [f"{cell}=INT({cell})"] if spec.type == "count" else []
    tests += [f"ROUND({cell}/{float(every):.15g},9)=INT(ROUND({cell}/{float(every):.15g},9))"] if every is not None else []
    both = f"AND({','.join(tests)})"
    return f'=OR({both},{cell}="{not_applicable_word(language)}")' if spec.not_applicable else f"={both}"


def _wanted(spec: AnswerSpec, language: str, every: Fraction | None) -> str:
    """Return in a sentence what an answer's cell wants."""
    if options_of(spec, language):
        return tr("Choose from the list.")
    if spec.type not in _KINDS:
        return tr("Write a date (day/month/year).") if spec.type == "date" else tr("Write a text.")
    steps = tr(", in steps of {every}", every=every) if every is not None else ""
    text = tr("Write {kind}", kind=tr(_KINDS[spec.type])) + _range_text(*bounds_of(spec)) + steps + "."
    return f"{text} {tr('Write “{word}” where it does not apply.', word=not_applicable_word(language))}" if spec.not_applicable else text


def _range_text(least: Fraction | None, greatest: Fraction | None) -> str:
    if least is not None and greatest is not None:
        return tr(" from {least} to {greatest}", least=say_number(least), greatest=say_number(greatest))
    if least is not None:
        return tr(", {least} or more", least=say_number(least))
    return tr(", {greatest} or less", greatest=say_number(greatest)) if greatest is not None else ""
