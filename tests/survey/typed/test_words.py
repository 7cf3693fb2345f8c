"""Promises about answers in words: one reading is taken, two are asked about."""

from __future__ import annotations

import pytest

from ictscore.expr.values import unreadable


@pytest.mark.parametrize(
    "value", ["Có nhé", "có/không", "không rõ", "chưa đầy đủ", "sẽ có", "dự kiến quý IV", "1 phần", "O", "〇", "kg", "…", "❌", "□", "OK"]
)
def test_half_an_answer_is_asked_about(cell, value):
    """What begins, promises or hints is neither yes nor no."""
    assert cell("co_mang", value) == (unreadable("co_mang"), ("SV260",))


@pytest.mark.parametrize("value", ["12", "Sở Y tế", "xx", "vv", "cò", "CÓ KHÔNG" + "?", "Cό"])
def test_other_words_are_neither(cell, value):
    """A word that only looks like an answer is refused or asked about, never taken."""
    typed = cell("co_mang", value)
    assert (typed.value, len(typed.codes)) == (unreadable("co_mang"), 1)


@pytest.mark.parametrize(
    ("value", "expected"), [("✔️", True), ("Có, ", True), ("“”".strip("“”") + "Đúng.", True), ("Không ạ.", False), ("CHƯA!", False)]
)
def test_marks_and_manners_change_nothing(cell, value, expected):
    """A picture of a tick, a comma and a polite word leave yes yes and no no."""
    assert cell("co_mang", value).value is expected


@pytest.mark.parametrize(
    ("value", "key", "codes"),
    [
        ("Cấp phó", "pho", ()),
        ("pho", "pho", ()),
        ("(b) Cấp phó", "pho", ("SV262",)),
        ("2/ Cấp phó", "pho", ("SV262",)),
        ("• Cấp phó", "pho", ("SV262",)),
        ("Cấp  phó ;", "pho", ("SV262",)),
        ("a. Cấp phó", None, ("SV263",)),
        ("3. Cấp phó", None, ("SV263",)),
        ("i) Cấp phó", None, ("SV263",)),
        ("2", None, ("SV210",)),
        ("Cấp phó/Người đứng đầu", None, ("SV210",)),
    ],
)
def test_choices_with_something_around_them(cell, value, key, codes):
    """A number in front of a choice is left out where it is the choice's own; two choices are none."""
    assert cell("vai_tro", value) == (unreadable("vai_tro") if key is None else key, codes)


@pytest.mark.parametrize(
    ("value", "expected", "codes"),
    [("0123", "0123", ()), (" a ", " a ", ()), (123, "123", ("SV265",)), (1.5, "1.5", ("SV265",)), (False, "FALSE", ("SV266",))],
)
def test_texts_count_as_they_are(read, value, expected, codes):
    """A text is kept to the letter; what was no text becomes one, with a note."""
    survey = read([["unit", "loi_ghi", "group"], ["Sở Nội vụ", value, "a"]])
    assert survey.submissions[0].answers["self"]["loi_ghi"].value == expected
    assert tuple(each.code for each in survey.findings if each.place.cell == "B2") == codes
