"""A mapping read from its file: typed, and held against the rulebook and itself; every fault has its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ictscore.documents import Mapping as Keys
from ictscore.documents import Node, read_document
from ictscore.errors import RulebookRefused
from ictscore.findings import errors_among, finding
from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.nodes import key_place, place_at
from ictscore.rulebook.shipped import shown_name
from ictscore.rulebook.typed import read_model
from ictscore.survey.exports.mapping import Mapping, MappingFile, Meant, Titled
from ictscore.survey.exports.meanings import Meanings
from ictscore.survey.layouts.vocabulary import WHO_KINDS, Kind, Meaning, Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.inputs import read_input

_NOTHING_LIKE_IT = frozenset({"RB002", "RB006"})


def read_mapping(path: Path, rulebook: Rulebook, called: str | None = None) -> Mapping:
    """Return the mapping in a file, which places call as ``called`` says.

    Raises RulebookRefused with everything that does not hold, FileRefused where the file cannot be read.
    """
    file = read_input(path)
    name = called or shown_name(path)
    try:
        document = read_document(file.data, name)
    except RulebookRefused as refused:
        raise _no_mapping(refused, name) from None
    if not isinstance(document, Keys):
        raise RulebookRefused(finding("SV710", document.place))
    written, misfits = read_model(MappingFile, document)
    if written is None:
        raise RulebookRefused(*misfits)
    holder = _Holder(written, document, Vocabulary(rulebook))
    mapping = holder.mapping(name, file.sha256)
    if errors_among(mapping.findings):
        told = [each for each in mapping.findings if each.severity != "note"]
        raise RulebookRefused(*sorted(told, key=lambda each: each.place))
    return mapping


def _no_mapping(refused: RulebookRefused, name: str) -> RulebookRefused:
    """Return a refusal in the words of mappings: a file that is no text, or an empty one, is nothing like a mapping."""
    return RulebookRefused(finding("SV710", Place(name))) if refused.findings[0].code in _NOTHING_LIKE_IT else refused


class _Holder:
    """Holds one mapping against the rulebook and itself, and collects what is wrong."""

    def __init__(self, written: MappingFile, document: Node, vocabulary: Vocabulary) -> None:
        self._written, self._document, self._vocabulary = written, document, vocabulary
        self._rulebook = vocabulary.rulebook
        self._notes = Notes()

    def mapping(self, name: str, sha256: str) -> Mapping:
        written, rulebook = self._written, self._rulebook
        if written.rulebook not in (None, rulebook.id):
            self._notes.add("SV708", self._place("rulebook"), read=written.rulebook, expected=rulebook.id)
        columns = self._columns()
        who = {kind: Titled(title, self._place(kind)) for kind, title in self._who()}
        submitted = Titled(written.submitted, self._place("submitted")) if written.submitted is not None else None
        ignored = tuple(Titled(title, self._place("ignore", index)) for index, title in enumerate(written.ignore))
        values = self._values(columns, who)
        place = key_place(self._document, ("columns",))
        mapping = Mapping(name, sha256, who, columns, submitted, values, ignored, written.ignore_rest, place)
        self._tell_twice([*mapping.titles(), *ignored])
        self._tell_unasked(columns, place)
        return replace(mapping, findings=self._notes.findings())

    def _place(self, *path: int | str) -> Place:
        return place_at(self._document, path)

    def _who(self) -> Iterator[tuple[Kind, str]]:
        for kind in WHO_KINDS:
            title = getattr(self._written, kind)
            if title is not None:
                yield kind, title

    def _columns(self) -> dict[Meaning, tuple[Titled, ...]]:
        """Return the columns of answers and points by what they mean."""
        found: dict[Meaning, tuple[Titled, ...]] = {}
        first: dict[Meaning, Place] = {}
        for key, titles in self._written.columns.items():
            place, meaning = key_place(self._document, ("columns", key)), self._vocabulary.meaning(key)
            if meaning is None or meaning.kind not in ("answer", "points"):
                near = did_you_mean(key, self._vocabulary.questions)
                self._notes.add("SV701", place, read=key, rulebook=self._rulebook.id, nearest=near)
            elif meaning.stage not in self._rulebook.known_stages:
                self._notes.add("SV471", place, read=key, stage=meaning.stage, known=self._rulebook.known_stages)
            elif meaning in found:
                self._notes.add_twice("SV703", place, first[meaning], read=key)
            else:
                first[meaning] = place
                found[meaning] = tuple(Titled(each, self._place("columns", key, index)) for index, each in enumerate(titles))
        return found

    def _values(self, columns: dict[Meaning, tuple[Titled, ...]], who: dict[Kind, Titled]) -> dict[str, dict[str, Meant]]:
        """Return what words mean, by question, or by who where no question is called so."""
        meanings = Meanings(self._vocabulary, self._notes)
        mapped = {self._vocabulary.question(each).id: each for each in columns}
        found: dict[str, dict[str, Meant]] = {}
        for key, words in self._written.values.items():
            at = {word: key_place(self._document, ("values", key, word)) for word in words}
            said = {word: self._place("values", key, word) for word in words}
            if key in mapped:
                found[key] = meanings.answers(self._vocabulary.question(mapped[key]), words, at, said)
            elif key in who and key not in self._vocabulary.questions:
                found[key] = meanings.names(words, at)
            else:
                near = did_you_mean(key, [*mapped, *who])
                self._notes.add("SV704", key_place(self._document, ("values", key)), read=key, nearest=near)
        return found

    def _tell_twice(self, titles: list[Titled]) -> None:
        first: dict[str, Titled] = {}
        for each in titles:
            if each.key in first:
                self._notes.add_twice("SV702", each.place, first[each.key].place, title=each.text)
            first.setdefault(each.key, each)

    def _tell_unasked(self, columns: dict[Meaning, tuple[Titled, ...]], place: Place) -> None:
        """Say which questions that need no answer have no column; of those that need one, the groups that came decide."""
        mapped = {each.id for each in columns if each.kind == "answer"}
        names = tuple(name for name, each in self._vocabulary.questions.items() if not each.required and name not in mapped)
        if names:
            self._notes.add("SV709", place, names=names)
