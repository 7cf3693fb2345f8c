"""The results workbook put together: the same bytes for the same result."""

from __future__ import annotations

from functools import partial

from ictscore.reports.explained.told import Explainer
from ictscore.reports.told import Told, ToldGroup
from ictscore.reports.workbook.explanations import MOST_UNITS, write_explanations
from ictscore.reports.workbook.findings import write_findings
from ictscore.reports.workbook.index import write_index
from ictscore.reports.workbook.looks import Looks
from ictscore.reports.workbook.matrix import write_matrix
from ictscore.reports.workbook.names import unique_names
from ictscore.reports.workbook.origin import write_origin
from ictscore.reports.workbook.page import Draft
from ictscore.reports.workbook.ranking import write_ranking
from ictscore.reports.workbook.stamp import write_stamp
from ictscore.survey.blank.front import in_language
from ictscore.survey.blank.writing import Book, workbook_bytes
from ictscore.words import N_, tr

KINDS = {
    N_("Ranking"): N_("rank, section points, total, grade and award"),
    N_("Criteria"): N_("the points of every criterion"),
    N_("Explanations"): N_("how every number came about, with the cells of the answers"),
}


def results_workbook(told: Told, explainer: Explainer) -> bytes:
    """Return the results workbook, in the rulebook's language."""
    with in_language(told.rulebook.language):
        return workbook_bytes(told.rulebook.title, tr("Results"), partial(_fill, told, explainer))


def _fill(told: Told, explainer: Explainer, book: Book) -> None:
    draft = Draft(book, told, Looks(book))
    wanted = [f"{tr(kind)}{_label(told, group)}" for group in told.groups for kind in KINDS]
    index, *of_groups, findings, origin = unique_names([tr("Contents"), *wanted, tr("Findings"), tr("Origin")])
    each = [tuple(of_groups[start : start + len(KINDS)]) for start in range(0, len(of_groups), len(KINDS))]
    described = [
        (name, f"{tr(KINDS[kind])} – {group.group.name}")
        for group, names in zip(told.groups, each, strict=True)
        for kind, name in zip(KINDS, names, strict=True)
    ]
    last = [(findings, tr("what was found in the survey and in the results")), (origin, tr("files, program and basis of these results"))]
    write_index(draft, index, [*described, *last])
    everything = sum(len(group.units) for group in told.groups) <= MOST_UNITS
    for group, (ranking, matrix, explanations) in zip(told.groups, each, strict=True):
        write_ranking(draft, ranking, group)
        write_matrix(draft, matrix, group)
        write_explanations(draft, explanations, group, explainer, everything=everything)
    write_findings(draft, findings)
    write_origin(draft, origin)
    write_stamp(draft, {group.group.id: (names[0], names[1]) for group, names in zip(told.groups, each, strict=True)})


def _label(told: Told, group: ToldGroup) -> str:
    """Return what tells a group's sheets from those of others: its annex, else its id."""
    return "" if len(told.groups) == 1 else f" {group.group.annex or group.group.id}"
