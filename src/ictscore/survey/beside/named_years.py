"""Years named in files that nothing says the year of: held against the stamps of the other files, else against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from ictscore.places import Place
from ictscore.survey.beside.aside_years import years_of_heading
from ictscore.survey.matching.period import years_in
from ictscore.survey.noting import NamedYears, Notes
from ictscore.survey.stamp_read import Stamp

_FEWEST, _SHARE = 3, Fraction(3, 4)
"""How many names of files have to agree on a year before another one is told, and which share of those that name any."""


def hold_named_years(title: str, stamps: Sequence[Stamp], notes: Notes) -> None:
    """Report the years noted while the files were read; ``title`` is that of the rulebook, which may name the year itself.

    The year in a title is no law: the decision may hold for later years too. A file that names the same needs no word.
    """
    stamped = [each for each in stamps if years_in(each.period)]
    known = frozenset(years_in(stamped[0].period)) if len({years_in(each.period) for each in stamped}) == 1 else frozenset[int]()
    _hold_names(known, notes)
    if notes.named_years and known:
        _hold_against(stamped[0], notes)
    elif notes.named_years:
        _hold_together(years_of_heading(title), notes)


def _hold_names(known: frozenset[int], notes: Notes) -> None:
    """Warn of names of files that are of another year than the forms were made for, their own file says, or nearly all names say.

    A form is of its own year, or named after the one in which it is sent, the year after.
    """
    usual = _usual(notes.file_years)
    for each in notes.file_years:
        own = frozenset(year for one in notes.named_years if one.place.file == each.place.file for year in one.years)
        wanted = known or own or usual
        if not wanted or each.years & {*wanted, max(wanted) + 1}:
            continue
        if known:
            notes.add("SV534", each.place, read=each.read, named=_told(each.years), known=_told(known))
        else:
            notes.add("SV571", each.place, read=each.read, named=_told(each.years), other=_told(wanted))


def _usual(names: Sequence[NamedYears]) -> frozenset[int]:
    """Return the year that nearly all names of files have, if there is one."""
    counts = Counter(year for each in names for year in each.years)
    year, count = next(iter(counts.most_common(1)), (0, 0))
    return frozenset((year,)) if count >= _FEWEST and count >= _SHARE * len(names) else frozenset()


def _hold_against(stamp: Stamp, notes: Notes) -> None:
    """Report what names none of the years that forms were made for."""
    known = frozenset(years_in(stamp.period))
    for each in notes.named_years:
        if not each.years & known:
            notes.add("SV544", each.place, stamp.place, read=each.read, named=_told(each.years), known=_told(known))


def _hold_together(own: frozenset[int], notes: Notes) -> None:
    """Report what names another year than most files do; where all agree, warn once unless the rulebook's title says the same."""
    named = notes.named_years
    year = _most_named(named, own)
    others = [each for each in named if year not in each.years]
    for each in others:
        same = next((one.place for one in named if year in one.years and one.place.file == each.place.file), None)
        told = {"read": each.read, "named": _told(each.years), "other": year}
        notes.add("SV545" if same is None else "SV442", each.place, same or _first(named, year), **told)
    if not others and year not in own:
        first = named[0]
        count = len({each.place.file for each in named})
        notes.add("SV546", first.place, read=first.read, named=_told(first.years), count=count)


def _most_named(named: Sequence[NamedYears], own: frozenset[int]) -> int:
    """Return the year that the rulebook's title names, if a file does; else the one that most files name, the first of several."""
    files: dict[int, set[str]] = {}
    for each in named:
        for year in sorted(each.years):
            files.setdefault(year, set()).add(each.place.file)
    return max(files, key=lambda year: (year in own, len(files[year])))


def _first(named: Sequence[NamedYears], year: int) -> Place:
    return next(each.place for each in named if year in each.years)


def _told(years: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(years)))
