"""Promises about the single steps: keys, first letters, forms, readings, slips."""

from __future__ import annotations

import pytest

from ictscore.spelling import bare, fold, words_of
from ictscore.survey.matching.acronyms import is_too_short, stands_for
from ictscore.survey.matching.forms import Form, forms_of
from ictscore.survey.matching.keys import as_telex, as_vni
from ictscore.survey.matching.matcher import Matcher
from ictscore.survey.matching.near import holds, in_another_order, is_begun, is_slip, nearness
from ictscore.survey.matching.shortened import readings_of, spelt_out
from ictscore.survey.matching.typed import meant_by_keys, readings

PROVINCE = words_of("Bình Thuận")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Sowr Nooji vuj", "Sở Nội vụ"), ("DDuwcs Linh", "Đức Linh"), ("huyeejn", "huyện"), ("truwowngf", "trường"), ("xax", "xã")],
)
def test_telex_keys_are_letters(typed, meant):
    """Keys typed for Telex are the letters they would have been."""
    assert fold(as_telex(typed)) == fold(meant)


@pytest.mark.parametrize(
    ("typed", "meant"), [("So73 No65i vu5", "Sở Nội vụ"), ("D9u71c Linh", "Đức Linh"), ("Ba81c", "Bắc"), ("hoa", "hoa")]
)
def test_vni_keys_are_letters(typed, meant):
    """Keys typed for VNI are the letters they would have been; a word without such keys stays."""
    assert fold(as_vni(typed)) == fold(meant)


def test_keys_are_another_reading_only_where_they_change_something():
    """A name that was typed properly has no second reading by its keys."""
    assert meant_by_keys("Sở Nội vụ", PROVINCE) == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("SLĐTBXH", "Sở Lao động Thương binh Xã hội"),
        ("Sở NN PTNT", "Sở Nông nghiệp Phát triển nông thôn"),
        ("SNgV", "Sở Ngoại vụ"),
        ("TTr tỉnh", "Thanh tra tỉnh"),
        ("KHDT", "Kế hoạch Đầu tư"),
    ],
)
def test_first_letters_stand_for_words(typed, meant):
    """Letters stand for words by their first letter or by the consonants before the vowel; d may be đ."""
    assert stands_for(words_of(typed), words_of(meant))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Sở VHTT", "Sở Văn hóa Thể thao Du lịch"), ("KHĐT", "Khoa học Dân tộc"), ("Sở Nội vụ", "Sở Nội vụ"), ("Sở", "Sở Nội vụ")],
)
def test_letters_stand_for_all_words_or_none(typed, meant):
    """Every word must be written; đ is never d; a name written in full is no acronym."""
    assert not stands_for(words_of(typed), words_of(meant))


def test_two_letters_alone_tell_too_little():
    """Two letters and nothing else may be anything."""
    assert is_too_short(("tc",))
    assert not is_too_short(("stc",))
    assert not is_too_short(("sở", "tc"))


def test_a_unit_is_written_with_and_without_the_words_of_its_kind(listed):
    """A district goes by its committee, its kind and its name, an office by what it is for."""
    units = listed(
        "units: [{id: a, name: UBND huyện Bắc Bình, group: g}, {id: b, name: Sở Y tế, group: g},"
        " {id: c, name: Huyện ủy Bắc Bình, group: g}, {id: d, name: Xã An, group: g}]"
    )
    district, office, party, commune = ({" ".join(each.words) for each in forms_of(unit)} for unit in units.units)
    wanted = ("Ủy ban nhân dân huyện Bắc Bình", "huyện Bắc Bình", "Ủy ban nhân dân Bắc Bình", "Bắc Bình")
    assert district == {fold(each) for each in wanted}
    assert office == {fold("Sở Y tế"), fold("Y tế")}
    assert party == {fold("Huyện ủy Bắc Bình"), fold("Bắc Bình")}
    assert fold("An") not in commune


def test_shortened_words_are_written_out_in_every_way():
    """TT is a township as well as a centre; what stands in official names is always written out."""
    assert {words_of("thị trấn Ma Lâm"), words_of("trung tâm Ma Lâm")} <= set(readings_of(words_of("TT Ma Lâm")))
    assert spelt_out(words_of("Văn phòng UBND tỉnh")) == words_of("Văn phòng Ủy ban nhân dân tỉnh")


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế tỉnh Bình Thuận",
        "Sở Y tế Bình Thuận",
        "Sở Y tế tỉnh",
        "Đơn vị: Sở Y tế",
        "Sở Y tế năm 2020",
        "Sở Sở Y tế",
        "Phiếu khảo sát Sở Y tế",
    ],
)
def test_what_stands_around_a_name_is_taken_off(text):
    """Province, year, a word for “unit” and a word written twice do not belong to the name."""
    assert words_of("Sở Y tế") in readings(text, PROVINCE)


def test_the_province_is_taken_off_with_and_without_its_word():
    """“Tỉnh” before the province may belong to the name: both readings are kept."""
    assert {words_of("Văn phòng UBND tỉnh"), words_of("Văn phòng UBND")} <= {
        words_of(" ".join(each).replace("uỷ ban nhân dân", "UBND")) for each in readings("Văn phòng UBND tỉnh Bình Thuận", PROVINCE)
    }


def test_another_province_stays():
    """The name of another province is part of the name, and makes another unit of it."""
    assert words_of("Sở Y tế") not in readings("Sở Y tế tỉnh Khánh Hòa", PROVINCE)


@pytest.mark.parametrize(
    ("typed", "meant", "core", "is_one"),
    [
        ("Sở Thông tni", "Sở Thông tin", 0, True),
        ("Sở Tài chánh", "Sở Tài chính", 0, False),
        ("Sở Nội vù", "Sở Nội vụ", 0, True),  # a decree says which sở there are
        ("Sở Nội vụụ", "Sở Nội vụ", 0, True),
        ("Khuyến nông", "Khuyến công", 0, False),
        ("Đắk Mol", "Đắk Mil", 2, False),
        ("Hoa Mai vii", "Hoa Mai vi", 0, False),
        ("Trường THTP", "Trường THPT", 0, False),
        ("Hàm Thuận Bác", "Hàm Thuận Bắc", 3, True),  # a breve is missing
        ("Hàm Thuận Bạc", "Hàm Thuận Bắc", 3, False),
        ("Bắc Bịnh", "Bắc Bình", 2, False),
        ("Bắc Bìnhh", "Bắc Bình", 2, True),
        ("Khu 2", "Khu 3", 0, False),
        ("Sở Ngoại vụ", "Sở Nội vụ", 0, False),
        ("Sở Tài", "Sở Tài chính", 0, False),
    ],
)
def test_a_slip_is_a_slip_and_no_other_name(typed, meant, core, is_one):
    """One letter or mark amiss is a slip; a telling word, a number, and whatever may be a word of its own are not."""
    assert is_slip(words_of(typed), Form(words_of(meant), core), frozenset(words_of("Sở Nội Ngoại vụ Nam"))) is is_one


def test_words_in_another_order_keep_the_proper_name():
    """The kind may stand behind; the words of a proper name may not change places."""
    form = Form(words_of("huyện Bắc Bình"), 2)
    assert in_another_order(words_of("Bắc Bình huyện"), form)
    assert not in_another_order(words_of("huyện Bình Bắc"), form)
    assert not in_another_order(words_of("Trường Phú Tân"), Form(words_of("Trường Tân Phú")))
    assert in_another_order(words_of("Sở Truyền thông Thông tin"), Form(words_of("Sở Thông tin Truyền thông")))


def test_longer_and_shorter_names_are_known_as_such():
    """A name inside a longer one, and the beginning of one, are reasons to ask."""
    assert holds(words_of("Thanh tra Sở Y tế"), Form(words_of("Sở Y tế")))
    assert is_begun(words_of("huyện Hàm Thuận"), Form(words_of("huyện Hàm Thuận Bắc"), 3))
    assert not is_begun(words_of("huyện Hàm Thuận Bắc"), Form(words_of("huyện Hàm Thuận Bắc"), 3))


def test_nearness_does_not_count_the_words_of_the_kind():
    """Two districts are not alike because both are districts."""
    assert nearness(words_of("huyện Trường Sa"), Form(words_of("huyện Phú Quý"), 2)) < 0.5
    assert nearness(words_of("huyện Phú Quy"), Form(words_of("huyện Phú Quý"), 2)) > 0.9
    assert bare("quý") == "quy"


@pytest.mark.parametrize("typed", ["1. Sở Nội vụ", "02) Sở Nội vụ", "(3) Sở Nội vụ", "12/ Sở Nội vụ", "01-Sở Nội vụ", "STT 5: Sở Nội vụ"])
def test_the_number_of_a_row_is_no_part_of_a_name(typed):
    """Digits before a name that a sign parts from it number its row."""
    assert words_of("Sở Nội vụ") in readings(typed, PROVINCE)


@pytest.mark.parametrize("typed", ["1.2. Sở Nội vụ", "1 Sở Nội vụ", "2020. Sở Nội vụ"])
def test_other_numbers_stay(typed):
    """The number of a part, one without a sign, and a year may say something else."""
    assert words_of("Sở Nội vụ") not in readings(typed, PROVINCE)


def test_a_number_behind_a_name_is_the_name(listed):
    """Phường 1 and Phường 11 are two units, whichever number their row has."""
    matcher = Matcher(listed("units: [{id: a, name: Phường 1, group: g}, {id: b, name: Phường 11, group: g}]"))
    assert [matcher.match(each).unit.id for each in ("11. Phường 1", "1. Phường 11")] == ["a", "b"]


@pytest.mark.parametrize("said", ["(gửi lại)", "gửi lại", "- gui lai", "(lần 2)", "đã sửa", "[bản sửa, lần 3]"])
def test_what_is_said_about_the_sending_is_no_part_of_a_name(said):
    """That a form was sent again, mended, or for which time, says nothing of its unit."""
    assert words_of("Sở Nội vụ") in readings(f"Sở Nội vụ {said}", PROVINCE)


@pytest.mark.parametrize("said", ["lan 2", "lần", "lại", "2", "cơ sở 2"])
def test_what_may_be_a_name_stays(said):
    """“Lan 2” may be a place, and so may every other number."""
    assert words_of("Sở Nội vụ") not in readings(f"Sở Nội vụ {said}", PROVINCE)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("T.Phố Phan Thiết", "thành phố Phan Thiết"),
        ("T.tâm Bảo tồn", "Trung tâm Bảo tồn"),
        ("T.xã La Gi", "thị xã La Gi"),
        ("S.Y tế", "Sở Y tế"),
    ],
)
def test_half_of_a_kind_may_be_a_letter(typed, meant):
    """The first half of a kind is its letter where the other is written; a dot parts words."""
    assert words_of(meant) in readings(typed, PROVINCE)


def test_keys_may_have_been_left_out_as_marks_are(listed):
    """A Telex key that was not struck is a mark left out; one struck wrongly is another mark, and asked."""
    matcher = Matcher(
        listed("units: [{id: n, name: UBND huyện Hàm Thuận Nam, group: g}, {id: b, name: UBND huyện Hàm Thuận Bắc, group: g}]")
    )
    assert (matcher.match("huyenj Hamf Thuanj Nam").step, matcher.match("huyenj Hamf Thuanj Nam").unit.id) == ("keys", "n")
    assert matcher.match("huyenj Hams Thuanj Nam").kind == "asked"


@pytest.mark.parametrize(("typed", "expected"), [("sở nộii vụ", True), ("sở nnội vụ", True), ("sở nớii vụ", False), ("sở nộiu vụ", False)])
def test_a_key_that_stayed_down_tells_no_neighbour(typed, expected):
    """A doubled letter makes no other word even of Nội, unless another mark speaks against it."""
    assert is_slip(words_of(typed), Form(words_of("Sở Nội vụ")), frozenset()) is expected


@pytest.mark.parametrize(("typed", "meant"), [("trường xii", "Trường XI"), ("trường 112", "Trường 12")])
def test_numbers_have_no_slips(typed, meant):
    """A numeral with a sign too many is another number."""
    assert not is_slip(words_of(typed), Form(words_of(meant)), frozenset())


CENTRES = """units:
  - {id: s, name: Sở Thông tin và Truyền thông, group: g, short_names: ["Sở TT&TT"]}
  - {id: t, name: Trung tâm Xúc tiến đầu tư, group: g}
  - {id: b, name: Ban Quản lý Khu kinh tế Vân Phong, group: g}
"""


def test_letters_that_begin_like_a_kind_are_not_a_name_without_its_kind(listed):
    """TTTT may be a centre of whatever; with its kind written, or said to be one, it is clear."""
    matcher = Matcher(listed(CENTRES))
    assert (matcher.match("TTTT").kind, [each.id for each in matcher.match("TTTT").candidates]) == ("asked", ["s"])
    assert [matcher.match(each).unit.id for each in ("STTTT", "Sở TTTT", "TTXTĐT", "TT&TT")] == ["s", "s", "t", "s"]


@pytest.mark.parametrize("typed", ["KKT Vân Phong", "Khu kinh tế Vân Phong", "KT Vân Phong"])
def test_the_end_of_a_name_is_asked_about(listed, typed):
    """Who leaves out the beginning may mean what it is about, or somebody else: the unit is offered, not taken."""
    found = Matcher(listed(CENTRES)).match(typed)
    assert (found.kind, [each.id for each in found.candidates]) == ("asked", ["b"])


MARKS = "units: [{id: b, name: Xã Mỹ Bằng, group: g}, {id: t, name: Xã Tân Trào, group: g}, {id: d, name: Phường Tràng Đà, group: g}]"


@pytest.mark.parametrize(
    ("typed", "unit"), [("Xã Mỹ Bàng", "b"), ("Xã Mỹ Băng", "b"), ("Xã Mỹ Bang", "b"), ("Xã Tân Trao", "t"), ("Phường Tràng Đa", "d")]
)
def test_a_missing_mark_is_a_mark_left_out(listed, typed, unit):
    """Tone, hat, horn, breve and stroke are alike: what is left out says nothing, and is understood with a note if one unit fits."""
    found = Matcher(listed(MARKS)).match(typed)
    assert (found.kind, found.step, found.unit.id) == ("understood", "kind", unit)


@pytest.mark.parametrize(
    "typed", ["Xã Mỹ Bẳng", "Xã Mỹ Bầng", "Xã Mỹ Báng", "Xã Tân Trảo", "Xã Tân Trầo", "Phường Tràng Đá", "Phường Trảng Đà"]
)
def test_another_mark_is_another_word(listed, typed):
    """A mark that is written and is not the unit's speaks against it, be it a tone or part of a letter: asked."""
    found = Matcher(listed(MARKS)).match(typed)
    assert (found.kind, len(found.candidates)) == ("asked", 1)


@pytest.mark.parametrize("typed", ["Sở Tư Phấp", "Sở giao thông vận tãi", "Sở Thông tin và Truyển thông"])
def test_offices_by_decree_are_known_by_their_letters(matcher, typed):
    """No two sở have the same letters: another mark in one word is a slip, and noted as such."""
    found = matcher.match(typed)
    assert (found.kind, found.step) == ("understood", "near")
    assert fold(bare(fold(found.unit.name))) == fold(bare(fold(typed)))


@pytest.mark.parametrize("typed", ["Xã Phong Nẩm", "UBND huyện Bắc Bịnh", "Trường Cao đẳng Y tể"])
def test_all_others_are_not(matcher, typed):
    """Of places, schools and the like nobody knows all: another mark is asked about."""
    assert matcher.match(typed).kind == "asked"


def test_the_parent_may_be_written_by_letters(matcher):
    """“TX LG” behind a name says which of two namesakes is meant; letters that fit both do not."""
    assert matcher.match("Xã Tân Hà, H. ĐL").unit.id == "xa-tan-ha-dl"
    assert matcher.match("Xã Tân Hà, H. HT").unit.id == "xa-tan-ha-ht"
    assert matcher.match("Xã Tân Hà, H. PQ").kind == "asked"
