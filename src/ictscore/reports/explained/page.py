"""What the page about one unit says, decided once: how it stands, where points were lost, every criterion, and how the total came about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ictscore.places import Place
from ictscore.reports.explained.lost_points import Lost, lost_points
from ictscore.reports.explained.notes import BASIS_WORDS, STATUS_WORDS
from ictscore.reports.explained.rule_sentences import RuleSentences
from ictscore.reports.explained.text import about, standing, total_lines
from ictscore.reports.explained.told import ToldAnswer, ToldCriterion, branches_of
from ictscore.reports.published import published
from ictscore.reports.sentences import basis_sentence, provisional_sentence, stage_name
from ictscore.reports.told import Told, ToldUnit
from ictscore.rulebook.criteria import Criterion
from ictscore.survey.blank.formula_words import spoken_expression
from ictscore.words import say_decimal, tr


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer that counted: the question, what it was taken for, what stands in the cell, and where that is."""

    label: str
    value: str
    raw: str
    place: str


@dataclass(frozen=True, slots=True)
class CriterionBlock:
    """One criterion: ``rule`` and ``arithmetic`` line by line, and everything to be remarked; ``depth`` counts the criteria above it."""

    title: str
    points: str
    status: str
    depth: int
    rule: tuple[str, ...]
    arithmetic: tuple[str, ...]
    answers: tuple[AnswerRow, ...]
    remarks: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class LostRow:
    """A line of the table of lost points."""

    number: str
    name: str
    lost: str
    earned: str
    why: str


@dataclass(frozen=True, slots=True)
class UnitPage:
    """Everything a format draws of one unit; texts are in the language spoken when it was made."""

    title: str
    unit: str
    regulation: str
    warnings: tuple[str, ...]
    standing: str
    lost: tuple[LostRow, ...]
    blocks: tuple[CriterionBlock, ...]
    total: tuple[str, ...]
    origin: tuple[str, ...]


def unit_page(told: Told, unit: ToldUnit, criteria: Sequence[ToldCriterion]) -> UnitPage:
    """Return the page about a unit with these criteria explained."""
    group = told.rulebook.group(unit.score.group)
    sentences = RuleSentences(told.rulebook)
    depths = dict(_depths(told.rulebook.criteria_of(group.id), 0))
    decision = told.rulebook.decision
    return UnitPage(
        title=tr("HOW THE POINTS OF {unit} CAME ABOUT", unit=unit.score.unit),
        unit=unit.score.unit,
        regulation=f"{decision.number or ''} {told.rulebook.title}".strip() + f" – {group.name}",
        warnings=(provisional_sentence(told),) if told.provisional else (),
        standing=standing(unit),
        lost=tuple(_lost_row(each) for each in lost_points(told.rulebook, unit.score)),
        blocks=tuple(_block(each, sentences, depths.get(each.score.criterion.id, 0)) for each in criteria),
        total=tuple(total_lines(told, unit)),
        origin=tuple(_origin(told)),
    )


def _depths(criteria: Iterable[Criterion], depth: int) -> Iterable[tuple[str, int]]:
    for each in criteria:
        yield each.id, depth
        yield from _depths(each.parts, depth + 1)


def _block(told: ToldCriterion, sentences: RuleSentences, depth: int) -> CriterionBlock:
    criterion = told.score.criterion
    arithmetic = [told.arithmetic] + ([told.result] if told.result != told.arithmetic else [])
    about_it = about(told)
    source = "; ".join(part for part in (told.clause, told.source) if part)
    return CriterionBlock(
        title=f"{criterion.number or ''} {criterion.name}".strip(),
        points=f"{say_decimal(told.points)} / {say_decimal(told.max_points)}",
        status=tr(STATUS_WORDS[told.score.status]),
        depth=depth,
        rule=tuple(sentences.how(criterion).split("\n")),
        arithmetic=(*(spoken_expression(each) for each in arithmetic[:-1]), spoken_expression(arithmetic[-1]) + about_it),
        answers=tuple(_answer(each) for each in told.answers),
        remarks=(*_branches(told, sentences), *told.group, *told.notes, *_evidence(told)),
        source=f"{source} ({tr(BASIS_WORDS[told.basis])})",
    )


def _evidence(told: ToldCriterion) -> Iterable[str]:
    return (f"{each.label} – {each.evidence}" for each in told.answers if each.evidence)


def _branches(told: ToldCriterion, sentences: RuleSentences) -> Iterable[str]:
    derivation = told.explanation.derivation
    return () if derivation is None else branches_of(derivation, sentences.say, _numbers)


def _numbers(text: str) -> str:
    """Return numbers put into a condition as people write them; the keys of choices, which nobody sees, stay out."""
    return "" if '"' in text else spoken_expression(text)


def _answer(told: ToldAnswer) -> AnswerRow:
    """Return an answer as a row; a choice by its label, without the key."""
    value = told.value.partition(" (")[2].removesuffix(")") if told.value.startswith('"') and told.value.endswith(")") else told.value
    place = replace(told.place, file=told.place.file.replace("\\", "/").rpartition("/")[2])
    return AnswerRow(told.label, value if value != told.value else spoken_expression(told.value), told.raw, str(place))


def _lost_row(lost: Lost) -> LostRow:
    of_most = f"{say_decimal(published(lost.earned, None))} / {say_decimal(published(lost.most, None))}"
    earned = "" if lost.is_deducted else of_most
    why = tr("deducted") if lost.is_deducted else "" if lost.status == "scored" else tr(STATUS_WORDS[lost.status])
    return LostRow(lost.number, lost.name, say_decimal(published(lost.points, None)), earned, why)


def _origin(told: Told) -> Iterable[str]:
    yield basis_sentence(told.basis)
    yield tr("Rulebook {id}, hash {hash}; stage: {stage}", id=told.rulebook.id, hash=told.origin.hash, stage=stage_name(told))
    for each in told.origin.inputs:
        yield tr("Input {name}, SHA-256 {hash}", name=Place(each.name).file, hash=each.sha256)
