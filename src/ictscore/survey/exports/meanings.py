"""What words of an export mean, as a mapping says it: each meaning is read as an answer typed into the form would be."""

from __future__ import annotations

from collections.abc import Mapping as Dict

from ictscore.expr.values import Blank, Value
from ictscore.findings import errors_among
from ictscore.places import Place
from ictscore.survey.exports.mapping import Meant, word_key
from ictscore.survey.layout import NOT_APPLICABLE_WORDS
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.answers import Typist
from ictscore.words import N_, Phrase, phrase

Places = Dict[str, Place]


class Meanings:
    """Reads the words of one mapping."""

    def __init__(self, vocabulary: Vocabulary, notes: Notes) -> None:
        """Read by the questions of one rulebook and report to ``notes``."""
        self._vocabulary, self._notes = vocabulary, notes

    def answers(self, question: Question, words: Dict[str, str], at: Places, said: Places) -> dict[str, Meant]:
        """Return what each word means as an answer; ``at`` are the places of the words, ``said`` those of what they mean."""
        found: dict[str, Meant] = {}
        for word, written in words.items():
            value = typed(question, written)
            if value is None or (isinstance(value, Blank) and value.kind != "not_applicable"):
                self._refuse(question, word, written, said[word])
            elif not self._clashes(found, word, value, at):
                found[word_key(word)] = Meant(word, written, value)
                self._doubt(question, word, value, at[word])
        return found

    def names(self, words: Dict[str, str], at: Places) -> dict[str, Meant]:
        """Return what each word means as the name of a unit or group."""
        found: dict[str, Meant] = {}
        for word, written in words.items():
            if not self._clashes(found, word, written, at):
                found[word_key(word)] = Meant(word, written, written)
        return found

    def _refuse(self, question: Question, word: str, written: str, place: Place) -> None:
        known = phrase(N_(": {known}"), known=_choices(question)) if question.type in ("choice", "yes_no") else ""
        told = {"answer": question.id, "label": question.label, "read": shown(written), "word": shown(word)}
        self._notes.add("SV705", place, expected=question.expected, known=known, **told)

    def _clashes(self, found: dict[str, Meant], word: str, value: Value, at: Places) -> bool:
        """Report a word that is there already and means something else."""
        first = found.get(word_key(word))
        if first is None or first.value == value:
            return False
        place, other = at[word], at[first.read]
        self._notes.add("SV706", place, other, word=word, other=first.read, first=other.beside(place), second=place.beside(other))
        return True

    def _doubt(self, question: Question, word: str, value: Value, place: Place) -> None:
        """Warn of a word that would be read as another answer than it is to mean."""
        usual = typed(question, word)
        if usual is not None and not isinstance(usual, Blank) and usual != value:
            told = {"read": told_value(question, usual), "meant": told_value(question, value)}
            self._notes.add("SV707", place, answer=question.id, label=question.label, word=shown(word), **told)


def typed(question: Question, text: str) -> Value | None:
    """Return the answer that a text typed into a cell is read as, or None where it is refused or asked about."""
    notes = Notes()
    value = Typist(notes, from_csv=True).type(question, Cell(1, 1, "text", text), Place())
    return None if errors_among(notes.findings()) else value


def told_value(question: Question, value: Value) -> Phrase | str:
    """Return an answer in words."""
    if isinstance(value, bool):
        return phrase(N_("yes")) if value else phrase(N_("no"))
    if isinstance(value, Blank):
        return phrase(N_("not applicable"))
    if question.type == "choice" and value in question.keys:
        return f"“{question.labels[question.keys.index(str(value))]}”"
    return f"“{value}”"


def as_written(question: Question, value: Value) -> str:
    """Return an answer in words as a mapping has it: so that it is read back as the same answer."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Blank):
        return NOT_APPLICABLE_WORDS[0]
    label = question.labels[question.keys.index(str(value))]
    return label if typed(question, label) == value else str(value)


def _choices(question: Question) -> tuple[str, ...]:
    return question.labels if question.type == "choice" else ("có", "không")
