"""What a cell says: both readings of a change, what hides, fonts, and what is struck."""

from __future__ import annotations

from ictscore.survey.sheets.fontedtext import FontedText
from ictscore.survey.sheets.word.looks import Look
from ictscore.survey.sheets.word.said import Said


def test_blanks_are_not_struck():
    """A crossed-out blank crosses nothing out; a crossed-out digit does."""
    said = Said()
    said.take(" ", Look(is_struck=True, is_white=True), "")
    assert (said.is_struck, said.is_white) == (False, False)
    said.take("1", Look(is_struck=True), "")
    assert said.is_struck


def test_hidden_text_is_kept_apart():
    """What nobody sees is no part of what is shown."""
    said = Said()
    said.take("so", Look(is_hidden=True), "")
    said.take("1", Look(), "")
    assert (said.hidden, said.shown) == ("so", "1")


def test_only_texts_in_old_fonts_know_their_fonts():
    """A text of today’s fonts is plain; one with a run in an old font has its runs, without the ends of lines behind it."""
    said = Said()
    said.take("a", Look(font="Arial"), "")
    assert type(said.text()) is str
    said.take("\u00b8", Look(font=".VnTime"), "")
    said.end_line()
    text = said.text()
    assert isinstance(text, FontedText)
    assert text.runs == (("Arial", "a"), (".VnTime", "\u00b8"))


def test_a_raised_digit_looks_back_over_runs():
    """10³ is seen as such even where the runs before are many; behind a letter the digit stays."""
    said = Said()
    said.take("1", Look(), "")
    said.take("3", Look(level="above"), "")
    said.take(" m", Look(), "")
    said.take("2", Look(level="above"), "")
    assert said.shown == "1³ m2"
