"""What a change touches, and how it is said."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest

from ictscore.diff.change import Change, Side, Subject
from ictscore.diff.compare import compare
from ictscore.diff.meaning import CHANGES_RESULTS, MATTERS, can_change_results, counts, matter_of
from ictscore.diff.things import things_of
from ictscore.diff.wording import ATTRIBUTES, MATTER_NAMES, SUBJECTS, items_moved, say, sentence, signed, values_text
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.shipped import shipped_ids
from ictscore.words import speak


def change(subject: Subject, attribute: str, old: object = "1", new: object = "2", **more: object) -> Change:
    """Return a change of an attribute."""
    return Change("changed", subject, "x", "Tên", attribute, Side(old), Side(new), **more)  # type: ignore[arg-type]


MATTER_OF = [
    ("criterion", "max_points", "points"),
    ("criterion", "formula", "formula"),
    ("criterion", "formula_words", "wording"),
    ("criterion", "not_applicable", "formula"),
    ("criterion", "within", "structure"),
    ("criterion", "applies_to", "scope"),
    ("criterion", "evidence", "wording"),
    ("answer", "not_applicable", "question"),
    ("answer", "choices", "question"),
    ("answer", "choices/cao", "wording"),
    ("answer", "measure", "question"),
    ("group", "members", "scope"),
    ("group", "unranked", "ranking"),
    ("grade", "from", "grade"),
    ("knockout", "applies_to", "grade"),
    ("award", "positions", "award"),
    ("award", "source", "source"),
    ("step", "deadline/day", "calendar"),
    ("rulebook", "decision/number", "identity"),
    ("rulebook", "decision/source", "source"),
    ("rulebook", "data_window/from", "calendar"),
    ("bonus", "above_maximum", "points"),
    ("scale", "result", "points"),
]


@pytest.mark.parametrize(("subject", "attribute", "matter"), MATTER_OF)
def test_a_change_has_its_matter(subject: Subject, attribute: str, matter: str) -> None:
    """What a change is about follows from the thing and the key that changed."""
    assert matter_of(change(subject, attribute)) == matter
    assert can_change_results(change(subject, attribute)) == (matter in CHANGES_RESULTS)


def test_counts_go_by_weight() -> None:
    """Changes are counted by matter, the weightiest first."""
    changes = [change("criterion", "name"), change("criterion", "max_points"), change("criterion", "name")]
    assert list(counts(changes).items()) == [("points", 1), ("wording", 2)]


def test_everything_has_a_name() -> None:
    """Every kind of thing, every matter and every key that a shipped rulebook says anything by has a name for people."""
    assert set(SUBJECTS) == set(get_args(Subject))
    assert set(MATTER_NAMES) == set(MATTERS)
    said = {name for each in shipped_ids() for thing in things_of(load_rulebook(each)) for name in thing.facts}
    assert {part for name in said if not name.startswith("choices/") for part in name.split("/")} <= set(ATTRIBUTES)


def test_sentences_come_last() -> None:
    """A sentence names the thing, its name, the key, both values and the difference."""
    assert sentence(change("criterion", "max_points", Fraction(4), Fraction(7, 2), delta=Fraction(-1, 2))) == (
        "criterion x “Tên”: maximum points — 4 → 3.5 (−0.5)"
    )
    came = Change("added", "award", "bk", "Bằng khen", "", Side(), Side("{positions: 3}"))
    assert sentence(came) == "Added: award bk “Bằng khen” — {positions: 3}"
    gone = Change("removed", "fact", "f", "Điều 8", "", Side("{}"), Side())
    assert sentence(gone) == "Removed: fact f “Điều 8”"


def test_of_lists_only_what_moved_is_said() -> None:
    """Of two lists, what came and what went is said; what stayed is not."""
    moved = change("group", "members", ("A", "B"), ("B", "C", "D"))
    assert items_moved(moved) == (["C", "D"], ["A"])
    assert values_text(moved) == "added C; D; removed A"
    assert values_text(change("ranking", "tie_breaks", ("a", "b"), ("b", "a"))) == "a; b → b; a"


def test_values_are_said_for_reading() -> None:
    """Nothing is (none), truth is yes and no, numbers have the decimal sign of the language."""
    assert [say(each) for each in (None, (), True, False, Fraction(5, 2), "x")] == ["(none)", "(none)", "yes", "no", "2.5", "x"]
    assert [signed(Fraction(each)) for each in (1, -1, 0)] == ["+1", "−1", "0"]
    speak("vi")
    assert say(Fraction(5, 2)) == "2,5"


def test_every_change_between_editions_can_be_said() -> None:
    """Every change between two editions has a code, a path and a sentence."""
    for each in compare(load_rulebook("binhthuan-2019"), load_rulebook("binhthuan-2020")).changes:
        assert each.path
        assert each.code.startswith(each.subject)
        assert each.id in sentence(each)
