"""The table of a Word form in which a unit claims points for itself, where the rulebook has that stage."""

from __future__ import annotations

from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import applies
from ictscore.survey.blank.front import stage_names
from ictscore.survey.blank.prepared import Prepared
from ictscore.survey.blank.word.answers import points_text
from ictscore.survey.blank.word.markup import Look, cell, hidden, paragraph, row, run, table
from ictscore.survey.blank.word.questions import OPTIONAL, SECTION, head_row
from ictscore.survey.layout import LABEL, NOTE, NUMBER, POINTS_PREFIX
from ictscore.survey.submission import Submission
from ictscore.words import say_number, tr

_COLUMNS = (NUMBER, LABEL, "", "#self", NOTE)
_WIDTHS = (900, 4421, 1100, 1500, 2000)
_CENTRED = '<w:jc w:val="center"/>'


def claims_table(prepared: Prepared, filled: Submission) -> str:
    """Return the table: every criterion of the group with its maximum and a cell for what the unit claims."""
    rulebook = prepared.loaded.rulebook
    own = {each.id: each.name for each in rulebook.stages}.get("self", stage_names(rulebook)["self"])
    rows = [head_row(_WIDTHS, _COLUMNS, (tr("No."), tr("Criterion"), tr("Most points"), own, tr("Note")))]
    for part in prepared.parts:
        heading = paragraph(run(part.heading, "<w:b/>"), style="IctscoreSmall", properties="<w:keepNext/>")
        rows.append(row(cell(sum(_WIDTHS), heading, look=Look(SECTION, span=len(_WIDTHS)))))
        for top in part.criteria:
            rows += [_criterion(each, filled, rulebook.language) for each in top.all() if applies(each.applies_to, filled.group)]
    return table(_WIDTHS, rows)


def _criterion(criterion: Criterion, filled: Submission, language: str) -> str:
    number, name, most, claimed, note = _WIDTHS
    mark = POINTS_PREFIX + criterion.id
    is_claimed = criterion.formula is not None
    given = filled.points.get("self", {}).get(criterion.id)
    text = points_text(given, language)
    remark = filled.remarks.get(mark, ("", ""))[1]
    look = Look(OPTIONAL if is_claimed else SECTION)
    return row(
        cell(
            number, paragraph(hidden(mark) if is_claimed else "", run(criterion.number or ""), style="IctscoreSmall", properties=_CENTRED)
        ),
        cell(name, paragraph(run(criterion.name), style="IctscoreSmall")),
        cell(most, paragraph(run(say_number(criterion.max_points)), style="IctscoreSmall", properties=_CENTRED)),
        cell(claimed, paragraph(run(text) if text else "", properties=_CENTRED), look=look),
        cell(note, paragraph(run(remark) if remark else "", style="IctscoreSmall"), look=look),
    )
