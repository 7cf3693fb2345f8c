"""From the points of the sections to the total: every step that applies, with a decimal beside every fraction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ictscore.exact import add_up
from ictscore.reports.published import published
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.results import Bonus, Deductions, Extra
from ictscore.scoring.records import UnitScore
from ictscore.words import N_, say_decimal, say_number, tr

HUNDRED = Fraction(100)


def say_exactly(value: Fraction) -> str:
    """Return an exact number for reading, with a decimal beside a fraction whose decimals never end.

    >>> say_exactly(Fraction(10, 3)), say_exactly(Fraction(5, 2))
    ('10/3 (≈ 3.3333)', '2.5')
    """
    said = say_number(value)
    return f"{said} (≈ {say_decimal(published(value, None))})" if "/" in said else said


def steps_to_total(rulebook: Rulebook, score: UnitScore) -> Iterator[str]:
    """Yield a sentence for each step from the sections to the exact total of a unit."""
    extras = rulebook.extras_of(score.group)
    base = add_up(each.points for each in score.sections)
    yield tr("Sections: {sum}", sum=_sum([each.points for each in score.sections], base))
    points = base
    for bonus in extras:
        if isinstance(bonus, Bonus):
            yield from _limit(bonus, score, score.bonus, N_("Bonus: {sum}, of which at most {most} count"))
            points = base + score.bonus
            if score.bonus:
                yield tr("With the bonus: {sum}", sum=f"{say_exactly(base)} + {say_exactly(score.bonus)} = {say_exactly(points)}")
            if not bonus.above_maximum and points > max(base, score.max_points):
                points = max(base, score.max_points)
                most, lifted = say_exactly(score.max_points), say_exactly(points)
                yield tr("The bonus does not lift above the maximum that applies, {most}: {points}", most=most, points=lifted)
    for deductions in extras:
        if isinstance(deductions, Deductions):
            yield from _limit(deductions, score, score.deducted, N_("Deducted: {sum}, of which at most {most} count"))
            yield from _deducted(deductions, points, score.deducted)
            points = _after(deductions, points, score.deducted)
    yield from _on_scale(rulebook, score, points)


def _limit(extra: Extra, score: UnitScore, counted: Fraction, words: str) -> Iterator[str]:
    """Yield what was earned where a limit of the bonus or of the deductions leaves some of it out."""
    scores = (score.criterion(each.id) for each in extra.criteria)
    earned = [each.points for each in scores if each is not None]
    whole = add_up(earned)
    if whole != counted and extra.max_points is not None:
        yield tr(words, sum=_sum([each for each in earned if each], whole), most=extra.max_points)


def _deducted(deductions: Deductions, points: Fraction, deducted: Fraction) -> Iterator[str]:
    if deducted:
        yield tr("After deductions: {sum}", sum=f"{say_exactly(points)} − {say_exactly(deducted)} = {say_exactly(points - deducted)}")
    after = _after(deductions, points, deducted)
    if after != points - deducted:
        yield tr("Deductions stop at the floor, {floor}: {points}", floor=deductions.floor, points=say_exactly(after))


def _after(deductions: Deductions, points: Fraction, deducted: Fraction) -> Fraction:
    left = points - deducted
    return left if deductions.floor is None else max(left, min(points, deductions.floor))


def _on_scale(rulebook: Rulebook, score: UnitScore, points: Fraction) -> Iterator[str]:
    """Yield how points became a percentage or were brought to another maximum, where that changes them."""
    scale = rulebook.scale
    if not score.max_points or (scale.out_of is None and scale.result != "percent"):
        return
    out_of = HUNDRED if scale.out_of is None else scale.out_of
    total = points / score.max_points * out_of
    if total == points:
        return
    said = f"{say_exactly(points)} / {say_exactly(score.max_points)} × {say_exactly(out_of)} = {say_exactly(total)}"
    if scale.out_of is None:
        yield tr("In per cent of the maximum that applies: {sum}", sum=said)
    else:
        yield tr("Brought to a maximum of {out_of}: {sum}", out_of=out_of, sum=said)


def _sum(parts: Iterable[Fraction], total: Fraction) -> str:
    """Return a sum written out with its result."""
    texts = [say_exactly(each) for each in parts]
    whole = say_exactly(total)
    return whole if len(texts) <= 1 else f"{' + '.join(texts)} = {whole}"
