"""What a unit was asked and did not answer, told from what nobody could answer because a column or row is gone."""

from __future__ import annotations

from collections.abc import Iterable

from ictscore.expr.values import Blank, missing
from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.survey.drafts import Origin
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layouts.qualifying import says_more
from ictscore.survey.layouts.rows_unread import row_instead
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.submission import Answer, Submission
from ictscore.survey.units.settled import Settled
from ictscore.words import N_, Phrase, phrase

_MOST_NAMED = 12


def complete(settled: Iterable[Settled], vocabulary: Vocabulary, notes: Notes) -> tuple[Submission, ...]:
    """Return the submissions, with a missing answer at its cell for everything that was asked and is blank."""
    completer = _Completer(vocabulary, notes)
    submissions = tuple(completer.submission(each) for each in settled)
    completer.tell_left_out()
    return submissions


class _Completer:
    """Completes one entry after the other; a lost column is told once."""

    def __init__(self, vocabulary: Vocabulary, notes: Notes) -> None:
        self._vocabulary, self._notes = vocabulary, notes
        self._told: set[tuple[Origin, str, str]] = set()
        self._left_out: dict[tuple[Origin, str], dict[str, None]] = {}
        self._said = {group.id: group.said for group in vocabulary.rulebook.groups}
        self._listed = {group.id: {fold_name(name) for name in group.members} for group in vocabulary.rulebook.groups}

    def submission(self, entry: Settled) -> Submission:
        draft = entry.draft
        is_blank = draft.is_blank()
        if is_blank and not (draft.has_unread and self._has_lost(entry)):  # else what is said of the columns says it
            listed = draft.origin.kind == "form" or fold_name(entry.unit) in self._listed[entry.group]
            self._notes.add("SV102" if listed else "SV103", entry.place, unit=entry.unit)
        self._note_claims(entry)
        own = draft.answers.setdefault("self", {})
        later = {name for stage, answers in draft.answers.items() if stage != "self" for name in answers}
        for name in self._vocabulary.asked(entry.group):
            if name not in own and name not in later:
                answer = self._blank(entry, name, tell=not is_blank)
                if answer is not None:
                    own[name] = answer
        said, points, beside = draft.answers, draft.points, (draft.remarks, draft.evidence)
        return Submission(entry.unit, entry.group, said, points, entry.parent, entry.place, *beside, is_doubtful=entry.is_doubtful)

    def _has_lost(self, entry: Settled) -> bool:
        """Return whether there is no place for an answer that the unit has to give: that is reported once for all rows."""
        required = (name for name in self._vocabulary.asked(entry.group) if self._vocabulary.questions[name].required)
        return any(entry.draft.home(name) is None and name not in entry.draft.hidden for name in required)

    def _note_claims(self, entry: Settled) -> None:
        """Say once, with all their cells, that points the unit gives itself are claims."""
        claims = [given.place for given in entry.draft.points.get("self", {}).values() if not isinstance(given.value, Blank)]
        if claims:
            self._notes.add("SV418", *claims, unit=entry.unit, count=len(claims))

    def _blank(self, entry: Settled, name: str, *, tell: bool) -> Answer | None:
        """Return the missing answer at its cell, or None when there is no cell for it."""
        question = self._vocabulary.questions[name]
        home = entry.draft.home(name)
        if home is None:
            hidden = entry.draft.hidden.get(name)
            if hidden is not None:
                return self._hidden(entry, question, hidden)
            if question.required:
                self._lost(entry, name, question.label)
            elif entry.draft.origin.kind == "table":
                self._left_out.setdefault((entry.draft.origin, entry.group), {})[question.label] = None
            return None
        if question.required and tell:
            self._notes.add("SV101", home, unit=entry.unit, label=question.label, answer=name)
        return Answer(missing(name), home)

    def _hidden(self, entry: Settled, question: Question, place: Place) -> Answer:
        """Return the missing answer to a question in a hidden row that was skipped; what has to be answered is an error."""
        if question.required:
            self._notes.add("SV617", place, unit=entry.unit, label=question.label, answer=question.id)
        return Answer(missing(question.id), place)

    def _lost(self, entry: Settled, name: str, label: str) -> None:
        origin = entry.draft.origin
        key = (origin, name, entry.group)
        if key in self._told:
            return
        self._told.add(key)
        unknown = [each for each in origin.unknown if not says_more(each, label)]
        near = did_you_mean(label, unknown) or did_you_mean(name, unknown)
        if origin.is_export:
            self._notes.add("SV715", origin.mapped, origin.place, label=label, answer=name, group=self._said[entry.group], nearest=near)
        elif origin.kind == "table":
            self._notes.add("SV405", origin.place, label=label, answer=name, group=self._said[entry.group], nearest=near)
        else:
            self._tell_no_row(entry, name, label)

    def _tell_no_row(self, entry: Settled, name: str, label: str) -> None:
        """Say that a form has no row for a question, with the row that may stand in its place."""
        instead = row_instead(name, label, entry.draft, [*self._vocabulary.asked(entry.group)])
        near: Phrase | str = ""
        if instead is not None:
            near = phrase(
                N_("; “{read}” in {cell} may be it"), read=shown(instead.text), cell=instead.place.beside(entry.draft.origin.place)
            )
        also = () if instead is None else (instead.place,)
        self._notes.add("SV411", entry.draft.origin.place, *also, label=label, answer=name, group=self._said[entry.group], nearest=near)

    def tell_left_out(self) -> None:
        """Say once of each table which optional questions it has no column for."""
        for (origin, group), labels in self._left_out.items():
            if origin.is_export:  # said of the mapping (SV709)
                continue
            names = tuple(f"“{label}”" for label in labels)
            more = phrase(N_(" and {count} more"), count=len(names) - _MOST_NAMED) if len(names) > _MOST_NAMED else ""
            self._notes.add("SV448", origin.place, group=self._said[group], questions=names[:_MOST_NAMED], more=more)
