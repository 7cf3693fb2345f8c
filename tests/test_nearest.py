"""Promises about near misses."""

from __future__ import annotations

import pytest

from ictscore.nearest import did_you_mean, nearest


def test_a_slip_of_one_letter_is_recognised():
    """The word that looks most alike is offered."""
    assert nearest("fomula", ["formula", "format", "name"]) == "formula"


def test_capitals_do_not_matter():
    """A word in capitals is the same word, offered as it is written."""
    assert nearest("MAX_POINTS", ["max_points"]) == "max_points"


def test_vietnamese_words_are_compared_too():
    """Letters with tone marks count like others."""
    assert nearest("may_tình", ["máy_tính", "can_bo"]) == "máy_tính"


def test_nothing_is_offered_for_something_quite_different():
    """A guess that is no help is not made."""
    assert nearest("xyz", ["formula", "points"]) is None


def test_the_half_sentence_names_the_word():
    """The offer reads as part of a sentence."""
    assert str(did_you_mean("fomula", ["formula"])) == " (did you mean “formula”?)"


def test_without_a_near_word_there_is_no_half_sentence():
    """Nothing near gives an empty text."""
    assert did_you_mean("xyz", ["formula"]) == ""


def test_a_word_typed_without_tones_is_that_word():
    """More letters differ than from another word; but without their marks the two are the same."""
    assert nearest("So Noi vu", ["Sở Ngoại vụ", "Sở Nội vụ"]) == "Sở Nội vụ"


ISSUED = ["Ban hành đúng hạn", "Ban hành trễ hạn", "Không ban hành"]


@pytest.mark.parametrize(
    ("read", "known", "offered"),
    [
        ("Ban hành", ISSUED, None),
        ("Có ban hành", ISSUED, None),
        ("Ban hành kịp thời", ISSUED, "Ban hành đúng hạn"),
        ("ban hành không đúng hạn", ISSUED, "Ban hành trễ hạn"),
        ("Chưa ban hành", ISSUED, "Không ban hành"),
        ("ban hành đúg hạn", ISSUED, "Ban hành đúng hạn"),
        ("Có sao lưu", ["Hằng ngày", "Hằng tuần", "Không sao lưu"], None),
        ("Hằng tháng", ["Hằng ngày", "Hằng tuần", "Không sao lưu"], None),
        ("Chưa được phê duyệt", ["Đã được phê duyệt", "Đã trình", "Chưa lập"], None),
        ("Chưa trình", ["Đã được phê duyệt", "Đã trình", "Chưa lập"], None),
        ("Không phải người đứng đầu đơn vị", ["Người đứng đầu đơn vị", "Cấp phó"], None),
        ("Số hồ sơ giải quyết đúng hạn", ["Số hồ sơ giải quyết trễ hạn"], None),
    ],
)
def test_the_opposite_is_never_offered(read, known, offered):
    """Only what says the same in other words takes its place, and where only one does."""
    assert nearest(read, known) == offered


SAVED = ["Sao lưu hàng tuần", "Sao lưu hàng tháng", "Không sao lưu"]


@pytest.mark.parametrize(
    ("read", "offered"),
    [
        ("Không sao lưu hàng tuần", None),
        ("Không sao lưu hàng tháng", None),
        ("Không sao lưu thường xuyên", None),
        ("Chưa sao lưu đầy đủ", None),
        ("Không sao lưuu trên mạng", None),
        ("Khong sao luu thuong xuyen", None),
        ("Không sao lưuu", "Không sao lưu"),
        ("không có sao lưu", "Không sao lưu"),
        ("Không sao lưu gì hết", "Không sao lưu"),
        ("Chưa sao lưu", "Không sao lưu"),
        ("Sao lưu hàng tuầ", "Sao lưu hàng tuần"),
    ],
)
def test_a_no_to_a_part_is_no_no_to_all(read, offered):
    """What is denied with a word more (how often, how much) is not taken for the bare no; slips and empty words do not matter."""
    assert nearest(read, SAVED) == offered


def test_the_bare_no_is_not_offered_more_than_it_says():
    """Nor the other way round."""
    assert nearest("Không sao lưu", ["Sao lưu hàng tuần", "Không sao lưu hàng tuần"]) is None
