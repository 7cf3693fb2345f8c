"""Findings as text under their files; notes of one kind in a file are told together, and what to do about a kind of note once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.console import Console

from ictscore.codes import CODES
from ictscore.findings import Finding, errors_among
from ictscore.reports.console import one_line, plain
from ictscore.reports.findings import MOST_OF_A_KIND, print_head, print_one, print_rest
from ictscore.words import tr

MOST_CELLS, MOST_MESSAGES = 6, 6
"""How many places, and how many different messages, of notes told together are named; JSON and the workbook have all."""


_TO_READ = "Read "
"""How the advice of a note begins whose every text has to be read by somebody: none of these is left out."""


def print_by_file(console: Console, findings: Sequence[Finding]) -> None:
    """Print findings under their files, at most a hundred of a code, files with errors first, what stands in no file last.

    Notes that are told together count once.
    """
    shown, left = Counter[str](), Counter[str]()
    advised: set[tuple[str, str]] = set()
    for file, here in _by_file(findings):
        kept = []
        for group in _together(here):
            code = group[0].code
            shown[code] += 1
            if shown[code] <= MOST_OF_A_KIND:
                kept.append(group)
            else:
                left[code] += len(group)
        if not kept:
            continue
        counts = Counter(each.severity for each in here)
        values = {"errors": counts["error"], "warnings": counts["warning"], "notes": counts["note"]}
        name = one_line(file) or tr("The survey as a whole")
        text = tr("{file} (errors: {errors}, warnings: {warnings}, notes: {notes})", file=name, **values)
        console.print(plain(text, style="bold"))
        for group in kept:
            _print_group(console, group, file, advised)
    print_rest(console, left)


def _by_file(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    files: dict[str, list[Finding]] = {}
    for each in findings:
        files.setdefault(each.place.file, []).append(each)
    return sorted(files.items(), key=lambda each: (not each[0], not errors_among(each[1])))


def _together(findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Yield findings in their order, notes of one code with one advice together where the first of them stands."""
    groups: dict[object, list[Finding]] = {}
    for at, each in enumerate(findings):
        is_alike = each.severity == "note" and not each.related and not each.excerpt
        groups.setdefault((each.code, each.advice) if is_alike else at, []).append(each)
    yield from groups.values()


def _print_group(console: Console, group: list[Finding], file: str, advised: set[tuple[str, str]]) -> None:
    """Print one finding, or several notes as one; what to do about a kind of note is printed the first time only."""
    first = group[0]
    kind = first.code, first.advice
    with_advice = first.severity != "note" or kind not in advised
    if first.severity == "note":
        advised.add(kind)
    if len(group) == 1:
        print_one(console, first, str(replace(first.place, file="")) if file else str(first.place), with_advice=with_advice)
        return
    said: dict[str, list[Finding]] = {}
    for each in group:
        said.setdefault(each.message, []).append(each)
    _print_said(console, first, said)
    if with_advice:
        console.print(plain(f"  → {first.advice}"))


def _print_said(console: Console, first: Finding, said: dict[str, list[Finding]]) -> None:
    """Print what notes of one kind say: one sentence below all their places, or each sentence behind its own."""
    if len(said) == 1:
        print_head(console, first, _spots(said[first.message]))
        console.print(plain(f"  {first.message}"))
        return
    sheets = {each.place.sheet for group in said.values() for each in group}
    sheet = first.place.sheet if len(sheets) == 1 else ""
    print_head(console, first, sheet)
    most = len(said) if CODES[first.code].advice.startswith(_TO_READ) else MOST_MESSAGES
    for message, group in list(said.items())[:most]:
        spots = _spots(group, sheet)
        console.print(plain(f"  {spots}: {message}" if spots else f"  {message}"))
    rest = sum(len(group) for group in list(said.values())[most:])
    if rest:
        console.print(plain("  " + tr("and {count} more notes of this kind", count=rest)))


def _spots(group: Sequence[Finding], sheet: str | None = None) -> str:
    """Return where notes stand: a sheet is named once for cells of it that follow each other, and not where it was named before."""
    spots: list[str] = []
    places = list(dict.fromkeys(replace(each.place, file="") for each in group))
    for place in places[:MOST_CELLS]:
        spots.append(place.cell if place.cell and place.sheet == sheet else str(place))
        sheet = place.sheet
    more = tr(" and {count} more", count=len(places) - MOST_CELLS) if len(places) > MOST_CELLS else ""
    return one_line(", ".join(each for each in spots if each) + more)
