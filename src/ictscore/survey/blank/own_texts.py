"""What our own forms and tables print around the answers: by these texts it is told from what somebody wrote there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ictscore.rulebook.model import Rulebook
from ictscore.survey.blank.carried import FACE
from ictscore.survey.blank.front import SAMPLE_REMARKS, basis_line, decision_line, in_language, stage_names
from ictscore.survey.blank.instructions import instructions
from ictscore.survey.blank.points import points_stages, told_of_points
from ictscore.survey.blank.question_front import OF_THE_OTHER, SENT_BACK
from ictscore.survey.blank.questions import form_questions, parts_of
from ictscore.survey.blank.word.form import instructions as instructions_in_word
from ictscore.survey.layout import EXAMPLE_LABELS, LOOKED_ASKED, LOOKED_WORDS
from ictscore.words import LANGUAGES, N_, tr

_LABELS = (
    N_("SURVEY FORM"), N_("SURVEY TABLE"), N_("Unit"), N_("Group"), N_("Belongs to"), N_("These are the figures of"), N_("Cells:"),
    N_("* required"), N_("if any (no sign)"), N_("= computed, locked"), N_("later stages: locked"), N_("E.g."),
    N_("Example: computers of the unit"), N_("computers"), N_("Inventory of 31/12, page 2"), N_("5 are rented"), N_("No."), N_("Question"),
    N_("Measure"), N_("Evidence"), N_("Note"), N_("State of the answer"), N_("which ones?"), N_("FILLED IN BY"), N_("HEAD OF THE UNIT"),
    N_("(date, signature, name)"), N_("One row for each unit. * must be answered; a blank cell means: not answered."),
    N_("POINTS THE UNIT CLAIMS FOR ITSELF"), N_("They are compared with those the answers give and do not count."), N_("Criterion"),
    N_("Most points"), N_("Provisional points"), N_("PROVISIONAL POINTS"), N_("Reason for a change"), N_("scored later"),
)  # fmt: skip
_OLDER = (
    "3. Ghi minh chứng bên cạnh từng câu trả lời; gửi lại tệp này kèm minh chứng. Được nới rộng hàng và cột, không được xóa.",
    "Mỗi đơn vị một hàng. Câu có dấu * bắt buộc trả lời; ô trống nghĩa là chưa trả lời.",
)
"""What forms and tables made earlier print, in the words of then."""
ANY = "§"
_STILL_BLANK = N_("Required answers still blank")


def own_texts(rulebook: Rulebook, periods: Collection[str] = ()) -> tuple[str, ...]:
    """Return what stands on forms and tables of a rulebook besides questions, units and numbers, in every language.

    ``periods`` are those their titles may name.
    """
    return tuple(each for language in LANGUAGES for each in _in(language, rulebook, periods))


def _in(language: str, rulebook: Rulebook, periods: Collection[str]) -> tuple[str, ...]:
    with in_language(language):
        found = dict.fromkeys((*_of_all(rulebook), *_titles(rulebook, periods), *_of_groups(rulebook)))
    return tuple(filter(None, found))


def _of_all(rulebook: Rulebook) -> Iterator[str]:
    yield from map(tr, (*_LABELS, _STILL_BLANK))
    yield from _OLDER
    yield from (*stage_names(rulebook).values(), *(each.name for each in rulebook.stages))
    yield from (tr("Points: {stage}", stage=name) for name in stage_names(rulebook).values())
    yield from instructions(rulebook)
    for is_offered in (True, False):
        yield from instructions_in_word(rulebook.language, not_applicable=is_offered)
    yield " ".join((tr("Cells:"), tr("* required"), tr("if any (no sign)")))
    decision = decision_line(rulebook)
    yield from (rulebook.title, decision, " – ".join(filter(None, (rulebook.title, decision))))
    yield from (told_of_points(points_stages(rulebook)), tr(SENT_BACK, mend=0, look=0))
    yield from (" ".join(filter(None, (each.number, each.name))) for each in rulebook.all_criteria())
    yield from SAMPLE_REMARKS.values()
    yield from LOOKED_ASKED.values()


def _titles(rulebook: Rulebook, periods: Collection[str]) -> Iterator[str]:
    yield from (tr("SURVEY FORM, PERIOD {period}", period=each) for each in periods)
    tables = (tr("SURVEY TABLE"), *(tr("SURVEY TABLE, PERIOD {period}", period=each) for each in periods))
    yield from (f"{title} – {group.name}" for title in tables for group in rulebook.groups)


def _of_groups(rulebook: Rulebook) -> Iterator[str]:
    for group in rulebook.groups:
        yield from (group.name, basis_line(rulebook, group.id))
        yield from (each.heading for each in parts_of(rulebook, group.id))
        yield from dict.fromkeys(each.heading for each in form_questions(rulebook, group.id))


def own_columns() -> tuple[str, ...]:
    """Return the headings of columns of our forms in which nothing is ever answered: they are computed, or printed."""
    return _in_all(N_("Provisional points"), N_("Most points"), N_("State of the answer"))


def own_questions() -> tuple[str, ...]:
    """Return what a form sent back asks of another file, and says of answers carried over, each with a sign for names (``ANY``)."""
    said: list[str] = []
    for language in LANGUAGES:
        with in_language(language):
            said.append(tr(OF_THE_OTHER, unit=ANY))
            said.append(tr(FACE, count=ANY, then=ANY, now=ANY, word=LOOKED_WORDS[language]))
    return tuple(said)


def own_rows() -> tuple[str, ...]:
    """Return what begins the rows of a form that are no questions though numbers stand in them: the example, the count of blanks."""
    return (*_in_all(_STILL_BLANK), *EXAMPLE_LABELS.values())


def _in_all(*texts: str) -> tuple[str, ...]:
    said: list[str] = []
    for language in LANGUAGES:
        with in_language(language):
            said += map(tr, texts)
    return tuple(said)
