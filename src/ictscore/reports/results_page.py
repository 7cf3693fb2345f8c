"""A result as one HTML page: the ranking of every group, what was found, and where it comes from, in the rulebook's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ictscore.findings import Finding
from ictscore.reports.findings import MOST_OF_A_KIND, SEVERITY_WORDS, summary_line
from ictscore.reports.pages.html import html_of
from ictscore.reports.pages.page import Block, Entry, Heading, Line, Sentence, Table
from ictscore.reports.sentences import basis_sentence, group_heading, provisional_sentence, stage_sentence
from ictscore.reports.text_table import below_ranking, ranking_block
from ictscore.reports.told import Told
from ictscore.survey.blank.front import in_language
from ictscore.words import tr


def results_html(told: Told) -> str:
    """Return the page. Notes about how answers were read are counted, and stand on the workbook's sheet of findings."""
    with in_language(told.rulebook.language):
        return html_of(tuple(_page(told)), told.rulebook.title, tr("PROVISIONAL") if told.provisional else "")


def _page(told: Told) -> Iterator[Block]:
    yield Heading(told.rulebook.title, 1)
    if told.provisional:
        yield Sentence(provisional_sentence(told), weighty=True)
    yield Sentence(stage_sentence(told))
    yield Sentence(basis_sentence(told.basis))
    for group in told.groups:
        yield Heading(group_heading(group.group.name, provisional=told.provisional))
        yield ranking_block(told, group)
        yield from (Sentence(text) for text in below_ranking(told, group))
    yield Heading(tr("Findings"))
    yield Sentence(summary_line(told.findings))
    yield from _entries([each for each in told.findings if each.severity != "note"])
    yield Heading(tr("Origin"))
    yield Table((tr("File"), "SHA-256"), tuple((each.name, each.sha256) for each in told.origin.inputs))
    yield Sentence(f"{told.origin.rulebook} · {told.origin.hash}")
    yield Sentence(f"ictscore {told.origin.version} · {told.origin.command}")


def _entries(findings: Sequence[Finding]) -> Iterator[Entry]:
    for each in findings[:MOST_OF_A_KIND]:
        head = f"{tr(SEVERITY_WORDS[each.severity])} {each.code}: {each.message}"
        place = (Line(str(each.place), "place"),) if str(each.place) else ()
        yield Entry(head, (*place, Line(f"→ {each.advice}", "note")))
    if len(findings) > MOST_OF_A_KIND:
        yield Entry(tr("and {count} more, on the workbook’s sheet of findings", count=len(findings) - MOST_OF_A_KIND))
