"""A rulebook for reading: who, by what, for how many points, and how we know."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from rich.console import Console
from rich.table import Table

from ictscore.diff.wording import say
from ictscore.exact import fraction_text
from ictscore.expr.text import expression_text
from ictscore.reports.console import plain, table_box
from ictscore.reports.deadlines import deadline_text
from ictscore.reports.findings import SCHEMA_VERSION
from ictscore.rulebook.basis import basis_of, basis_of_rulebook
from ictscore.rulebook.criteria import Criterion, NotApplicable, Section
from ictscore.rulebook.groups import Group
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.nodes import node_at
from ictscore.rulebook.results import Award, Extra, GradeBand
from ictscore.rulebook.sources import BASES, Sourced
from ictscore.rulebook.yaml_text import flow_text
from ictscore.words import N_, say_number, tr

_BASIS_WORDS = {"stated": N_("stated"), "inferred": N_("inferred"), "modelled": N_("modelled")}
Path = tuple[int | str, ...]


def rulebooks_table(console: Console, loaded: list[LoadedRulebook]) -> Table:
    """Return the table of rulebooks: what each is, and how many of its points are stated, inferred and modelled."""
    table = Table(box=table_box(console), pad_edge=False, expand=False)
    table.add_column(tr("Id"), no_wrap=True)
    table.add_column(tr("Decision"), no_wrap=True)
    for name in (tr("Groups"), *(tr(_BASIS_WORDS[basis]) for basis in BASES)):
        table.add_column(name, justify="right", no_wrap=True)
    for name in (tr("Jurisdiction"), tr("Title")):
        table.add_column(name, overflow="fold")
    for each in loaded:
        book, points = each.rulebook, basis_of_rulebook(each.rulebook).points
        numbers = (say_number(points.stated), say_number(points.inferred), say_number(points.modelled))
        texts = (book.id, book.decision.number or "", str(len(book.groups)), *numbers, book.jurisdiction or "", book.title)
        table.add_row(*map(plain, texts))
    return table


def rulebooks_json(loaded: list[LoadedRulebook]) -> str:
    """Return the list of rulebooks as a JSON document."""
    document = {"schema_version": SCHEMA_VERSION, "rulebooks": [_record(each) for each in loaded]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _record(loaded: LoadedRulebook) -> dict[str, Any]:
    book, points = loaded.rulebook, basis_of_rulebook(loaded.rulebook).points
    return {
        "id": book.id,
        "title": book.title,
        "decision": book.decision.number,
        "jurisdiction": book.jurisdiction,
        "complete": book.complete,
        "groups": [group.id for group in book.groups],
        "points": {basis: fraction_text(getattr(points, basis)) for basis in BASES},
        "hash": loaded.hash,
        "path": loaded.files[0].name,
    }


def tree_lines(loaded: LoadedRulebook) -> Iterator[str]:
    """Yield the lines of a rulebook: groups, sections and criteria, results, procedure, and what is not known."""
    yield from _heading(loaded.rulebook)
    yield from _block(tr("Groups"), (line for group in loaded.rulebook.groups for line in _group(loaded.rulebook, group)))
    yield from _block(tr("Sections and criteria"), _sections(loaded))
    yield from _block(tr("Bonus and deductions"), _extras(loaded))
    yield from _block(tr("From points to results"), _results(loaded.rulebook))
    yield from _block(tr("Procedure"), _procedure(loaded.rulebook))
    yield from _block(tr("What no source says"), iter(loaded.rulebook.unknowns))


def _block(title: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from (f"  {line}" for line in found)


def _heading(book: Rulebook) -> Iterator[str]:
    yield f"{book.id}: {book.title}"
    decision = " · ".join(part for part in (book.decision.number, book.decision.issuer, book.jurisdiction) if part)
    yield from [decision] if decision else []
    for each in book.dates:
        standing = "" if each.standing == "preferred" else f", {tr('disputed')}"
        yield f"{each.event}: {each.date.isoformat()}{standing} {_basis(each)}"
    points = basis_of_rulebook(book).points
    values = {basis: getattr(points, basis) for basis in BASES}
    yield tr("Points of criteria: {stated} stated, {inferred} inferred, {modelled} modelled.", **values)


def _basis(part: Sourced) -> str:
    return f"[{tr(_BASIS_WORDS[basis_of(part)])}]"


def _weakest(leaves: list[Criterion]) -> str:
    """Return how far the points of criteria can be trusted together: as far as the least of them."""
    basis = max((basis_of(each) for each in leaves), key=BASES.index, default="modelled")
    return f"[{tr(_BASIS_WORDS[basis])}]"


def _points(value: Fraction | None) -> str:
    return "" if value is None else tr("{points} points", points=value)


def _line(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _limit(groups: tuple[str, ...]) -> str:
    return f"({', '.join(groups)})" if groups else ""


def _group(book: Rulebook, group: Group) -> Iterator[str]:
    leaves = [each for each in book.criteria_of(group.id) if each.formula is not None]
    yield _line(f"{group.id}: {group.name}", _basis(group), "—", _points(book.max_points_of(group.id)), _weakest(leaves))
    yield from (f"  {text}" for text in (group.scope, group.note) if text)
    for label, names in ((tr("members"), group.members), (tr("not ranked"), group.unranked), (tr("not assessed"), group.excluded)):
        if names:
            yield f"  {label}: {'; '.join(names)}"
    if not group.ranked:
        yield f"  {tr('assessed, not ranked')}"


def _sections(loaded: LoadedRulebook) -> Iterator[str]:
    for index, section in enumerate(loaded.rulebook.sections):
        yield _section_line(section)
        if section.note:
            yield f"  {section.note}"
        yield from _criteria(loaded, section.criteria, ("sections", index, "criteria"), "  ")


def _section_line(section: Section) -> str:
    leaves = [leaf for each in section.criteria for leaf in each.leaves()]
    points = (_points(section.max_points), _weakest(leaves)) if section.max_points is not None else ()
    return _line(section.number, section.name, _basis(section), "—", *points, _limit(section.applies_to), f"[{section.id}]")


def _criteria(loaded: LoadedRulebook, criteria: tuple[Criterion, ...], path: Path, indent: str) -> Iterator[str]:
    for index, criterion in enumerate(criteria):
        here = (*path, index)
        least = tr("at least {points}", points=criterion.min_points) if criterion.min_points else ""
        head = _line(criterion.number, f"{criterion.name} —", _points(criterion.max_points), least, _limit(criterion.applies_to))
        yield f"{indent}{head} [{criterion.id}] {_basis(criterion)}"
        if criterion.formula is not None:
            yield f"{indent}    {flow_text(node_at(loaded.document, (*here, 'formula')))}"
            yield f"{indent}    = {expression_text(criterion.formula.to_expr(criterion.bounds))}"
        for policy in criterion.not_applicable:
            yield f"{indent}    {_policy(policy)}"
        yield from _criteria(loaded, criterion.parts, (*here, "parts"), indent + "  ")


def _policy(policy: NotApplicable) -> str:
    occasions = [tr("declared")] * policy.declared + ([expression_text(policy.when)] if policy.when is not None else [])
    return _line(tr("not applicable ({occasions}): {then}", occasions=" / ".join(occasions), then=policy.then), _limit(policy.groups))


def _extras(loaded: LoadedRulebook) -> Iterator[str]:
    for key, name, extra in (("bonus", tr("Bonus"), loaded.rulebook.bonus), ("deductions", tr("Deductions"), loaded.rulebook.deductions)):
        if isinstance(extra, Extra):
            yield _line(f"{name} —", _points(extra.max_points), _limit(extra.applies_to), _basis(extra))
            yield from _criteria(loaded, extra.criteria, (key, "criteria"), "  ")


def _results(book: Rulebook) -> Iterator[str]:
    if book.scale.max_points is not None:
        yield _line(f"{tr('Scale')}:", _points(book.scale.max_points), f"({book.scale.result})", _basis(book.scale))
    places = say(book.rounding.total) if book.rounding.total is not None else tr("none")
    yield _line(f"{tr('Decimals of the total')}: {places}, {book.rounding.mode}", _basis(book.rounding))
    for knockout in book.knockouts:
        effect = knockout.grade or tr("not ranked")
        yield _line(f"{tr('Knockout')}: {knockout.name}: {expression_text(knockout.when)} → {effect}", _basis(knockout))
    for band in book.grades.bands if book.grades else ():
        yield _line(f"{tr('Grade')}: {_band(band)}", _basis(band))
    yield _line(f"{tr('Ranking')}: {book.ranking.on}, {book.ranking.style}", _basis(book.ranking))
    for award in book.awards:
        yield _line(f"{tr('Award')}: {_award(award)}", _basis(award))


def _band(band: GradeBand) -> str:
    lower = "" if band.lower is None else f"{'>' if band.from_ is None else '≥'} {say_number(band.lower)}"
    requires = "" if band.requires is None else f"({expression_text(band.requires)})"
    return _line(band.name, lower, requires)


def _award(award: Award) -> str:
    limits = (("grade", award.grade), ("positions", award.positions), ("quota", award.quota), ("minimum", award.minimum))
    return _line(award.name, _limit(award.groups), ", ".join(f"{key}: {say(value)}" for key, value in limits if value is not None))


def _procedure(book: Rulebook) -> Iterator[str]:
    for step in book.procedure:
        role = f"({step.role})" if step.role else ""
        until = deadline_text(step.deadline) if step.deadline is not None else ""
        yield _line(f"{step.number}." if step.number else "", step.step, role, f"— {until}" if until else "", _basis(step))
    for stage in book.stages:
        yield _line(f"{tr('Stage')}: {stage.id}: {stage.name}", _basis(stage))
