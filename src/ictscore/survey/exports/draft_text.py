"""A draft of a mapping as YAML: what was recognised as keys, what people have to decide as comments in their language."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ictscore.survey.exports.draft import Column, Doubtful, MappingDraft
from ictscore.survey.layouts.vocabulary import WHO_KINDS, Vocabulary
from ictscore.survey.questions import Question
from ictscore.survey.sheets.collecting import shown
from ictscore.words import N_, tr


def draft_text(draft: MappingDraft, vocabulary: Vocabulary, export: str) -> str:
    """Return a draft as the text of a file; ``export`` is the name of the file it was made for."""
    writer = _Writer(draft, vocabulary)
    return "\n".join([*writer.head(export), *writer.who(), "", *writer.columns(), "", *writer.values(), *writer.ignored()]) + "\n"


class _Writer:
    """Writes the parts of one draft."""

    def __init__(self, draft: MappingDraft, vocabulary: Vocabulary) -> None:
        self._draft, self._vocabulary = draft, vocabulary

    def head(self, export: str) -> Iterator[str]:
        yield _comment(tr("Which column of {export} holds which question. Lines that begin with # are notes and proposals.", export=export))
        yield _comment(tr("To decide about a column: take the # away before the line that holds, or put its title under ignore."))
        yield f"rulebook: {self._vocabulary.rulebook.id}"
        yield ""

    def who(self) -> Iterator[str]:
        draft = self._draft
        if "unit" not in draft.who:
            yield _comment(tr("No column is certain to hold the units’ names. Take the # away before the one that does:"))
            yield from (_comment(f"unit: {quoted(each.title)}") for each in draft.units)
        for kind in WHO_KINDS:
            if kind in draft.who:
                note = "  " + _comment(tr("known by the names of units in it")) if kind == "unit" and draft.by_values else ""
                yield f"{kind}: {quoted(draft.who[kind].title)}{note}"
        if draft.submitted is not None:
            yield f"submitted: {quoted(draft.submitted.title)}"

    def columns(self) -> Iterator[str]:
        draft = self._draft
        yield "columns:" if draft.columns else "columns: {}"
        for name in self._vocabulary.questions:
            if name in draft.columns:
                yield from self._known(name, draft.columns[name])
        if draft.doubtful:
            yield f"  {_comment(tr('Columns to decide about:'))}"
        for each in draft.doubtful:
            yield from self._doubtful(each)
        if draft.lacking:
            yield f"  {_comment(tr('Questions for which no column was found (give each its column, or see that no group needs it):'))}"
        yield from (f"  {_comment(f'{name}: ')} {_comment(self._label(name))}" for name in draft.lacking)

    def _known(self, name: str, column: Column) -> Iterator[str]:
        note = f"  {_comment(tr('a slip of “{label}”? check', label=_one_line(column.slip)))}" if column.slip else ""
        yield f"  {name}: {quoted(column.title)}{note}"

    def _doubtful(self, doubtful: Doubtful) -> Iterator[str]:
        column = doubtful.column
        title = shown(_one_line(column.title))
        text = N_("{column}: “{title}” may be") if doubtful.candidates else N_("{column}: “{title}” is like no question")
        if doubtful.is_twice:
            text = N_("{column}: “{title}” is the title of another column too; rename one of them")
        yield f"  {_comment(tr(text, column=column.letters, title=title))}"
        yield from (f"  {_comment(f'{name}: {quoted(column.title)}')}  {_comment(self._label(name))}" for name in doubtful.candidates)

    def values(self) -> Iterator[str]:
        """Yield what words mean: those that are understood as keys, the others as proposals to be filled in."""
        draft = self._draft
        names = [name for name in draft.columns if name in draft.words or name in draft.understood]
        if not names:
            return
        if draft.words:
            yield _comment(tr("Words that are not understood: take the # away, and write behind each what it means."))
        off = "" if draft.understood else "# "
        yield f"{off}values:"
        for name in names:
            yield from (f"{off}{line}" for line in self._words(name))
        yield ""

    def _words(self, name: str) -> Iterator[str]:
        """Yield the words of one question; where none is understood, all its lines are comments."""
        draft, question = self._draft, self._vocabulary.questions[name]
        known, understood = "", draft.understood.get(name, {})
        if name in draft.words:
            known = f"  {_comment(tr('{label}; one of: {known}', label=self._label(name), known=_known(question)))}"
        off = "# " if draft.understood and not understood else ""
        yield f"  {off}{name}:{known}"
        yield from (f"    {quoted(word)}: {quoted(said)}" for word, said in understood.items())
        sign = "# " if understood else off
        indent = "    " if understood or not off else "  "
        for word, count in draft.words.get(name, {}).items():
            yield f"{indent}{sign}{'  ' if off else ''}{quoted(word)}:   {_comment(tr('cells: {count}', count=count))}"

    def ignored(self) -> Iterator[str]:
        yield "ignore:" if self._draft.ignored else "ignore: []"
        yield from (f"  - {quoted(each.title)}" for each in self._draft.ignored)

    def _label(self, name: str) -> str:
        question = self._vocabulary.questions[name]
        return f"{question.label} ({question.printed_measure})" if question.printed_measure else question.label


def quoted(text: str) -> str:
    r"""Return a text as YAML has it between double quotes, with escapes for what cannot be printed.

    >>> quoted('Số "máy"')
    '"Số \\"máy\\""'
    """
    whole = json.dumps(text, ensure_ascii=False)
    return "".join(each if each.isprintable() or each == "\u00a0" else f"\\U{ord(each):08x}" for each in whole)


def _known(question: Question) -> tuple[str, ...]:
    return question.labels if question.type == "choice" else ("có", "không")


def _one_line(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _comment(text: str) -> str:
    return f"# {_one_line(text) if not text.startswith(' ') else text}"
