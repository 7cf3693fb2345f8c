"""How far a rulebook rests on its regulation: its points by basis, and every modelled rule that can change a result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.sources import Basis, Source, Sourced


@dataclass(frozen=True, slots=True)
class BasisPoints:
    """Maximum points by how we know the rules behind them."""

    stated: Fraction = ZERO
    inferred: Fraction = ZERO
    modelled: Fraction = ZERO

    @property
    def total(self) -> Fraction:
        """Return all of them together."""
        return self.stated + self.inferred + self.modelled


@dataclass(frozen=True, slots=True)
class BasisCount:
    """The points of the sections, and apart from them those of the bonus and the deductions."""

    points: BasisPoints
    extras: BasisPoints


@dataclass(frozen=True, slots=True)
class ModelledRule:
    """A rule that is ours: where it stands in the rulebook, and what it is called."""

    path: str
    what: str


def basis_of(part: Sourced) -> Basis:
    """Return how we know a part; one that names no source is taken for ours."""
    return part.source.basis if part.source is not None else "modelled"


def basis_of_group(rulebook: Rulebook, group: str) -> BasisCount:
    """Return the maxima of the criteria (without their parents) that apply to a group."""
    tops = [each for _, criteria in rulebook.sections_of(group) for each in criteria]
    extras = [each for extra in rulebook.extras_of(group) for each in extra.criteria if applies(each.applies_to, group)]
    return BasisCount(_counted(_leaves_of(tops, group)), _counted(_leaves_of(extras, group)))


def basis_of_rulebook(rulebook: Rulebook) -> BasisCount:
    """Return the maxima of all criteria (without their parents), each counted once however many groups it applies to."""
    tops = [each for section in rulebook.sections for each in section.criteria]
    extras = [each for extra in (rulebook.bonus, rulebook.deductions) if extra is not None for each in extra.criteria]
    return BasisCount(_counted(leaf for top in tops for leaf in top.leaves()), _counted(leaf for top in extras for leaf in top.leaves()))


def modelled_rules(rulebook: Rulebook) -> tuple[ModelledRule, ...]:
    """Return everything that can change a result and is not the regulation's: modelled, or a default nobody wrote."""
    return tuple(ModelledRule(path, what) for path, what, part in _rules(rulebook) if basis_of(part) == "modelled")


def _leaves_of(criteria: Iterable[Criterion], group: str) -> Iterator[Criterion]:
    for criterion in criteria:
        if criterion.formula is not None:
            yield criterion
        yield from _leaves_of((part for part in criterion.parts if applies(part.applies_to, group)), group)


def _counted(leaves: Iterable[Criterion]) -> BasisPoints:
    sums: dict[Basis, Fraction] = {"stated": ZERO, "inferred": ZERO, "modelled": ZERO}
    for leaf in leaves:
        sums[basis_of(leaf)] += leaf.max_points
    return BasisPoints(**sums)


def _rules(rulebook: Rulebook) -> Iterator[tuple[str, str, Sourced]]:
    for group in rulebook.groups:
        yield f"groups/{group.id}", group.id, group
    for section in rulebook.sections:
        yield f"sections/{section.id}", section.id, section
        for criterion in section.criteria:
            yield from _criteria(f"sections/{section.id}/criteria", criterion)
    for name, extra in (("bonus", rulebook.bonus), ("deductions", rulebook.deductions)):
        if extra is not None:
            yield name, name, extra
            for criterion in extra.criteria:
                yield from _criteria(f"{name}/criteria", criterion)
    yield from _ways(rulebook)


def _ways(rulebook: Rulebook) -> Iterator[tuple[str, str, Sourced]]:
    if rulebook.scale.model_fields_set:
        yield "scale", "scale", rulebook.scale
    yield "rounding", "rounding", rulebook.rounding
    for knockout in rulebook.knockouts:
        yield f"knockouts/{knockout.id}", knockout.id, knockout
    for band in rulebook.grades.bands if rulebook.grades is not None else ():
        yield f"grades/bands/{band.name}", band.name, band
    yield "ranking", "ranking", rulebook.ranking
    for award in rulebook.awards:
        yield f"awards/{award.id}", award.id, award
        yield f"awards/{award.id}/details", f"{award.id} (ties, passes_down)", Sourced(source=award.details)


def _criteria(under: str, criterion: Criterion) -> Iterator[tuple[str, str, Sourced]]:
    path = f"{under}/{criterion.id}"
    yield path, criterion.id, criterion
    for part in criterion.parts:
        yield from _criteria(f"{path}/parts", part)


def source_text(rulebook: Rulebook, source: Source | None) -> str:
    """Return a source as people cite it: the place in it, then its title."""
    if source is None:
        return ""
    cited = rulebook.sources.get(source.ref)
    return ", ".join(part for part in (source.where, cited.title if cited is not None else source.ref) if part)
