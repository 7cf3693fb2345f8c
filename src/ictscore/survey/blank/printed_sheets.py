"""What the sheets beside the questions of a form print, by which it is told from what somebody wrote there."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.rulebook.model import Rulebook, applies
from ictscore.survey.blank.front import in_language
from ictscore.survey.blank.guide import guide_lines, introduction
from ictscore.survey.blank.live_points import words_for_points
from ictscore.survey.blank.points import points_stages, told_of_points
from ictscore.survey.blank.printed_texts import GUIDE, GUIDE_HEADS, MISSING, POINTS, PrintedSheets, in_one_line
from ictscore.survey.blank.questions import form_questions, parts_of
from ictscore.survey.blank.word.questions import help_lines
from ictscore.survey.blank.written import not_applicable_word, options_of
from ictscore.survey.layout import LOOKED_WORDS, MEND_SIGN
from ictscore.words import N_, say_number, tr

_OF_MISSING = (
    N_("Question"), N_("What to do"), N_("Required answers still blank"),
    N_("Click a line to go to its cell. A line goes away once its cell is filled in."),
)  # fmt: skip
_TO_MEND = N_("To be mended: {mend}; to be looked at: {look}")
_OF_POINTS = (N_("No."), N_("Criterion"), N_("Most points"), N_("Provisional points"), N_("Reason for a change"), N_("scored later"))


def printed_sheets(rulebook: Rulebook, group: str) -> PrintedSheets:
    """Return what stands on the sheets of a group’s forms besides names of units, marks to mend, and what formulas show.

    Of a table of all groups (``group`` is blank) those are the words of the lists alone.
    """
    found = PrintedSheets()
    with in_language(rulebook.language):
        found.options.update(_options(rulebook))
        if group not in {each.id for each in rulebook.groups}:
            return found
        found.guide.update(map(in_one_line, (tr(GUIDE), *introduction(rulebook, group))))
        for row in (tuple(map(tr, GUIDE_HEADS)), *(each.cells for each in guide_lines(rulebook, group))):
            cells = tuple(map(in_one_line, row))
            found.rows[cells[0], cells[1]].append(cells)
            found.whole.add(cells)
        found.missing.update(map(in_one_line, (tr(MISSING), *map(tr, _OF_MISSING), tr(_TO_MEND, mend=0, look=0))))
        found.missing.update(in_one_line(f"{each.number}. {each.label}") for each in form_questions(rulebook, group))
        lines = (line for each in form_questions(rulebook, group) for line in help_lines(each, rulebook.language))
        found.help.update(map(in_one_line, lines))
        found.points.update(map(in_one_line, (*_of_points(rulebook, group), *words_for_points())))
    return found


def _options(rulebook: Rulebook) -> Iterator[str]:
    yield from (MEND_SIGN, not_applicable_word(rulebook.language), LOOKED_WORDS[rulebook.language])
    for spec in rulebook.answers.values():
        yield from options_of(spec, rulebook.language)


def _of_points(rulebook: Rulebook, group: str) -> Iterator[str]:
    yield from (tr(POINTS), rulebook.group(group).name, told_of_points(points_stages(rulebook)), *map(tr, _OF_POINTS))
    for part in parts_of(rulebook, group):
        yield part.heading
        for criterion in (each for top in part.criteria for each in top.all() if applies(each.applies_to, group)):
            yield from (criterion.number or "", criterion.name, say_number(criterion.max_points))
