"""What columns, rows and groups may be called in a survey of one rulebook."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from ictscore.nearest import did_you_mean
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.survey.asked import asked_of
from ictscore.survey.labels.loose_labels import loosened, plain, toneless
from ictscore.survey.labels.unit_names import fold_label
from ictscore.survey.layout import CONFIRM, GROUP, LOOKED, PARENT, PLAIN_NAMES, POINTS_PREFIX, STAGE_SIGN, UNIT
from ictscore.survey.layouts.other_times import names_another_time
from ictscore.survey.layouts.qualifying import says_more
from ictscore.survey.matching.period import years_in
from ictscore.survey.questions import Question, agreed, points_question, questions_of
from ictscore.survey.typed.measures import is_other_measure
from ictscore.words import Phrase

Kind = Literal["unit", "group", "parent", "confirm", "looked", "answer", "points"]

WHO_KINDS: tuple[Kind, ...] = ("unit", "group", "parent")
_WHO: dict[str, Kind] = {UNIT: "unit", GROUP: "group", PARENT: "parent"}
_LONGEST_SHEET_NAME = 31
_LONGEST_HEADING = 600
_REMEMBERED = 50_000
_IN_BRACKETS = re.compile(r"(.*[^\s(\[])\s*[(\[]\s*([^()\[\]]+?)\s*[)\]][\s*:]*")

_ALSO_UNITS = (
    "đơn vị báo cáo", "tên đơn vị báo cáo", "đơn vị gửi", "cơ quan gửi", "đơn vị cung cấp thông tin", "đơn vị cung cấp số liệu",
    "đơn vị được đánh giá", "đơn vị khảo sát", "đơn vị được khảo sát", "tên cơ quan",
    "cơ quan, đơn vị", "cơ quan/đơn vị", "cơ quan đơn vị", "tên cơ quan đơn vị", "cơ quan báo cáo", "tên đơn vị, địa phương",
    "đơn vị/địa phương", "sở, ban, ngành", "tên sở, ban, ngành", "sở ban ngành", "địa phương", "tên địa phương", "tên tổ chức",
    "xã", "xã/phường", "xã, phường", "phường/xã", "xã, phường, thị trấn", "xã/phường/thị trấn", "tên xã", "tên xã, phường",
)  # fmt: skip
_DISTRICTS = ("huyện", "tên huyện", "quận/huyện", "huyện/thị xã/thành phố", "huyện, thị xã, thành phố", "ubnd huyện", "cấp huyện")
"""What the column of the units may be called besides; a district is the unit where no column names anything smaller."""
_FOLDED_DISTRICTS = frozenset(fold_label(word) for word in _DISTRICTS)


class Meaning(NamedTuple):
    """What a column or row holds: who the unit is, an answer at a stage, or points a stage gives."""

    kind: Kind
    id: str = ""
    stage: StageId = "self"


class Heading(NamedTuple):
    """What a heading that people wrote means, and how sure that is.

    ``loose`` says that it is not worded as the rulebook words it, ``weak`` that it holds only where no other column holds the same.
    """

    meaning: Meaning
    loose: bool = False
    weak: bool = False


class Vocabulary:
    """The names of one rulebook, ready to be looked up."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Collect the names of ``rulebook``."""
        self.rulebook = rulebook
        self.questions: dict[str, Question] = questions_of(rulebook)
        self.points: dict[str, Question] = {each.id: points_question(each) for each in rulebook.all_criteria()}
        self.groups: dict[str, str] = {}
        self._asked: dict[str, tuple[str, ...]] = {}
        self._who = {fold_label(word): kind for mark, kind in _WHO.items() for word in PLAIN_NAMES[mark]}
        self._who_toneless = {toneless(word): Meaning(kind) for word, kind in self._who.items() if " " in word}
        self._weak = {fold_label(word): Meaning("unit") for word in (*_ALSO_UNITS, *_DISTRICTS)}
        self._printed: dict[str, frozenset[Meaning]] = {}
        self._toneless: dict[str, frozenset[Meaning]] = {}
        self._headings: dict[str, Heading | None] = {}
        self._fold_labels()
        self._fold_groups()

    def meaning(self, text: str) -> Meaning | None:
        """Return what a mark (``#unit``, an answer id, ``points:…``, with or without a stage) means, or None."""
        name = unicodedata.normalize("NFC", text.strip())
        if name in _WHO:
            return Meaning(_WHO[name])
        if name in (CONFIRM, LOOKED):
            return Meaning("confirm" if name == CONFIRM else "looked")
        bare, sign, stage = name.rpartition(STAGE_SIGN)
        if sign and stage in STAGES:
            found = self._plain(bare)
            return found._replace(stage=next(each for each in STAGES if each == stage)) if found else None
        return self._plain(name)

    def is_meant_as_mark(self, text: str) -> bool:
        """Return whether a text that means nothing is written like the mark of points or of a stage, with a slip.

        The sign between spaces, an id or stage that does not exist: “points:c1 @ hoi_dong”.
        """
        bare, sign, _ = text.rpartition(STAGE_SIGN)
        return text.strip().casefold().startswith(POINTS_PREFIX) or (bool(sign) and self.meaning(bare) is not None)

    def nearest_mark(self, text: str) -> Phrase | str:
        """Return the mark that may be meant, as an offer, or nothing."""
        stages = [each for each in self.rulebook.known_stages if each != "self"]
        points = [f"{POINTS_PREFIX}{each}" for each in self.points]
        staged = [f"{name}{STAGE_SIGN}{stage}" for name in (*points, *self.questions) for stage in stages]
        return did_you_mean("".join(text.split()), [*points, *staged])

    def spoken(self, text: str) -> Meaning | None:
        """Return what a header that people wrote means: also labels, in capitals or not, and the plain names of the units' columns."""
        who = self._who.get(fold_label(text))
        return Meaning(who) if who else self.meaning(text) or self.printed_as(text, "answer")

    def heading(self, text: str) -> Heading | None:
        """Return what a heading means that may be worded loosely: numbered, starred, without tone marks, with letters that look alike."""
        if text not in self._headings:
            if len(self._headings) >= _REMEMBERED:
                self._headings.clear()
            self._headings[text] = self._read_heading(text)
        return self._headings[text]

    def _read_heading(self, text: str) -> Heading | None:
        exact = self.spoken(text)
        if exact is not None or not text or len(text) > _LONGEST_HEADING:
            return Heading(exact) if exact is not None else None
        for bare in loosened(text):
            who, weak = self._who.get(fold_label(bare)), self._weak.get(fold_label(bare))
            found = Meaning(who) if who else weak or self.printed_as(bare, "answer")
            if found is not None:
                return Heading(found, loose=True, weak=weak is not None)
            if bare.isascii() and (told := self._who_toneless.get(bare.casefold().rstrip(" *:"))):
                return Heading(told, loose=True)
            without = [each for each in self._toneless.get(bare.casefold(), ()) if each.kind == "answer"] if bare.isascii() else []
            if len(without) == 1:
                return Heading(without[0], loose=True)
        return self._measured(text)

    def _measured(self, text: str) -> Heading | None:
        """Return what a heading means that has the measure of its question in brackets, spelt otherwise: “Kinh phí (tr.đ)”."""
        found = _IN_BRACKETS.fullmatch(plain(text))
        heading = self.heading(found[1]) if found is not None else None
        if found is None or heading is None or heading.meaning.kind != "answer":
            return None
        question = self.question(heading.meaning)
        is_same = question.is_number and bool(question.measure) and not is_other_measure(question, found[2])
        return heading._replace(loose=True) if is_same else None

    def printed(self, text: str) -> frozenset[Meaning]:
        """Return all that a printed text may mean: labels with and without measure or stage, names of criteria and of units’ columns."""
        return self._printed.get(fold_label(text), frozenset())

    def printed_as(self, text: str, kind: Kind) -> Meaning | None:
        """Return the only thing of this kind that a text which people see may mean, or None."""
        found = [each for each in self.printed(text) if each.kind == kind]
        return found[0] if len(found) == 1 else None

    def asked(self, group: str) -> tuple[str, ...]:
        """Return the answers a group is asked."""
        if group not in self._asked:
            self._asked[group] = asked_of(self.rulebook, group)
        return self._asked[group]

    def question(self, meaning: Meaning) -> Question:
        """Return the question that an answer or points column holds answers to."""
        return self.points[meaning.id] if meaning.kind == "points" else self.questions[meaning.id]

    def nearest(self, text: str) -> Phrase | str:
        """Return a half-sentence that offers the nearest known name, unless the text says more (“không có …”) or names another time."""
        years = {*years_in(text)}
        meant = [each for each in self.questions.values() if not says_more(text, each.label) and years <= {*years_in(each.label)}]
        meant = [each for each in meant if not names_another_time(text, each.label)]
        return did_you_mean(text, [name for each in meant for name in (each.id, each.label)])

    def _plain(self, name: str) -> Meaning | None:
        if name in self.questions:
            return Meaning("answer", name)
        if name.startswith(POINTS_PREFIX):
            criterion = name.removeprefix(POINTS_PREFIX)
            return Meaning("points", criterion) if criterion in self.points else None
        return None

    def _fold_labels(self) -> None:
        """Collect what our forms and tables print, folded; one text may mean several things."""
        meanings: dict[str, set[Meaning]] = {word: {Meaning(kind)} for word, kind in self._who.items()}
        stages = {stage.id: stage.name for stage in self.rulebook.stages if stage.id != "self"}
        for name, spec in self.rulebook.answers.items():
            for text in _texts_of(name, spec):
                meanings.setdefault(fold_label(text), set()).add(Meaning("answer", name))
                for stage, told in stages.items():
                    for sign in ("", " *"):
                        meanings.setdefault(fold_label(f"{text}{sign} – {told}"), set()).add(Meaning("answer", name, stage))
        for criterion in self.rulebook.all_criteria():
            for text in (criterion.name, f"{criterion.number} {criterion.name}"):
                if criterion.formula is not None:
                    meanings.setdefault(fold_label(text), set()).add(Meaning("points", criterion.id))
        self._printed = {text: frozenset(found) for text, found in meanings.items() if text}
        bare: dict[str, set[Meaning]] = {}
        for text, found in self._printed.items():
            bare.setdefault(toneless(text), set()).update(found)
        self._toneless = {text: frozenset(found) for text, found in bare.items()}

    def _fold_groups(self) -> None:
        pairs: list[tuple[str, str]] = []
        for group in self.rulebook.groups:
            names = [group.id, group.name]
            if group.annex:
                names += [group.annex, f"Phụ lục {group.annex}"]
            pairs += [(name, group.id) for name in names]
            pairs += [(name[:_LONGEST_SHEET_NAME], group.id) for name in names]
        self.groups = agreed(pairs)


def is_district(text: str) -> bool:
    """Return whether a heading names districts, which are units or what smaller units belong to."""
    return any(fold_label(bare) in _FOLDED_DISTRICTS for bare in loosened(text))


def _texts_of(name: str, spec: AnswerSpec) -> Iterator[str]:
    """Yield what an answer is called: its id, and its label with and without its measure."""
    yield from (name, spec.label)
    if spec.measure:
        yield f"{spec.label} ({spec.measure})"
    if spec.type == "percent":
        yield f"{spec.label} (%)"
