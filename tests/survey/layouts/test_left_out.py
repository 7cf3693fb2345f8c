"""Rows below and between units that are none: signatures, titles, headings of groups, other tables."""

from __future__ import annotations

import pytest

from ictscore.survey.labels.totals import is_total, reads_like_a_total
from ictscore.survey.layouts.signatures import reads_like_a_signature

HEAD = ["STT", "Tên đơn vị", "Nhóm", "Tổng số cán bộ", "Có mạng", "Lời ghi"]
ROW = [1, "Sở Nội vụ", "a", 20, "có", "đủ"]


def left_out(survey):
    """Return the rows left out."""
    return [each.place.cell for each in survey.findings if each.code == "SV407"]


@pytest.mark.parametrize("text", ["Tổng cộng", "TONG CONG:", "Tong so", "cong", "(Tổng)", "Bình quân", "binh quan"])
def test_totals_are_known_without_tone_marks(text):
    """Sums and means are known with tone marks and without."""
    assert is_total(text)


@pytest.mark.parametrize(
    "text", ["Tổng công ty Điện lực", "TONG CONG TY DIEN", "Sở Tổng hợp", "Trung tâm", "Cộng đồng học tập", "Công an tỉnh"]
)
def test_units_are_no_totals(text):
    """Units whose names begin alike are units."""
    assert not is_total(text)
    assert not reads_like_a_total(text)


@pytest.mark.parametrize(
    "text",
    ["NGƯỜI LẬP BIỂU", "KT. GIÁM ĐỐC", "TM. ỦY BAN NHÂN DÂN", "Phan Thiết, ngày … tháng … năm 2021", "(Ký tên, đóng dấu)"],
)
def test_signatures_are_known(text):
    """What stands below a table to be signed is known."""
    assert reads_like_a_signature(text)


@pytest.mark.parametrize("text", ["Sở Nội vụ", "Ngân hàng", "TMĐT", "Thủ Đức", "UBND huyện Chủ Sê"])
def test_units_are_no_signatures(text):
    """Names of units are not taken for signatures."""
    assert not reads_like_a_signature(text)


def test_names_below_a_signature_belong_to_it(read):
    """Once the signatures begin, rows without numbers or answers are names."""
    survey = read([HEAD, ROW, ["", "", "", "KT. GIÁM ĐỐC"], ["", "Nguyễn Văn A"], ["", "", "", "Trần B"]])
    assert left_out(survey) == ["3:3", "4:4", "5:5"]
    assert len(survey.submissions) == 1


@pytest.mark.parametrize("maker", ["Lập bảng", "Người lập", "Chuyên viên", "Kế toán:", "CÁN BỘ PHỤ TRÁCH"])
def test_whoever_made_a_table_signs_it_beside_the_head(read, maker):
    """What the maker is called stands below the names of units, in the row in which the head’s office says that it is a signature."""
    survey = read([HEAD, ROW, ["", maker, "", "", "GIÁM ĐỐC"], ["", "Nguyễn Văn Nam", "", "", "Trần Thị Bé Ba"]])
    assert [each.unit for each in survey.submissions] == ["Sở Nội vụ"]
    assert left_out(survey) == ["3:3", "4:4"]


def test_names_of_people_beside_each_other_sign_a_table(read):
    """Nothing above says that they are signatures; one name alone may be a unit, and is asked about."""
    signed = read([HEAD, ROW, ["", "Nguyễn Văn Nam", "", "", "Trần Thị Bé Ba"]])
    assert ([each.unit for each in signed.submissions], left_out(signed)) == (["Sở Nội vụ"], ["3:3"])
    alone = read([HEAD, ROW, ["", "Nguyễn Văn Nam", "", "", ""]])
    assert left_out(alone) == []
    assert any(each.severity != "note" and each.place.cell.endswith("3") for each in alone.findings)


@pytest.mark.parametrize(
    "rows",
    [
        [["", "Sơn La", "Nguyễn Văn An"], [2, "Hà Nam", "Lê Thị Bình", 30, "có"], ["", "Cao Bằng", "Trần Văn Cường"]],
        [[2, "Hà Nam", "Lê Thị Bình", 30, "có"], ["", "Sơn La", "Nguyễn Văn An"]],
    ],
)
def test_units_called_as_people_with_whom_to_ask_are_no_signatures(read, rows):
    """“Sơn La” reads like a name, and beside it stands that of the person to be asked: it is asked why it answers nothing."""
    head = ["STT", "Tên đơn vị", "Người liên hệ", "Tổng số cán bộ", "Có mạng"]
    survey = read([head, [1, "Sở Nội vụ", "Phạm Thị Dung", 20, "có"], *rows])
    assert left_out(survey) == []
    asked = {each.place.cell for each in survey.findings if each.severity == "error"}
    assert {f"B{number}" for number, row in enumerate(rows, 3) if len(row) < len(head)} <= asked


def test_names_between_units_are_no_signatures(read):
    """They stand below all answers, never among them."""
    survey = read([HEAD, ROW, ["", "Hà Nam", "", "", "Trần Thị Bé Ba"], [2, "Sở Y tế", "a", 30, "có"]])
    assert left_out(survey) == []


def test_a_maker_with_figures_is_no_signature(read):
    """A unit may be called so, and what has a number beside it is asked about as any other unit that is not known."""
    survey = read([HEAD, ROW, [2, "Kế toán", "a", 30, "có", "GIÁM ĐỐC"]])
    assert left_out(survey) == []


def test_a_unit_below_a_signature_is_still_read(read):
    """A row with numbers or answers is a unit wherever it stands."""
    survey = read([HEAD, ROW, ["", "NGƯỜI LẬP"], [2, "Sở Y tế", "a", 3], [3, "Sở Xây dựng", "a", None, "không"]])
    assert [each.unit for each in survey.submissions] == ["Sở Nội vụ", "Sở Y tế", "Sở Xây dựng"]


def test_a_unit_with_a_text_like_a_signature_is_read(read):
    """A word in an answer does not make a row a signature."""
    survey = read([HEAD, ROW, [2, "Sở Y tế", "a", None, "có", "Giám đốc ký"]])
    assert len(survey.submissions) == 2


def test_a_unit_that_forgot_to_answer_before_a_header_is_asked(read, found):
    """A name alone just above a repeated header is asked about; only after a gap is it a title."""
    bare = ["", "Sở Y tế", "a"]
    assert ("SV103", "B3") in found(read([HEAD, ROW, bare, HEAD, [2, "Sở Xây dựng", "a", 3]]))
    assert left_out(read([HEAD, ROW, [], ["", "Khối huyện"], HEAD, [2, "Sở Xây dựng", "a", 3]])) == ["4:4", "5:5"]


def test_a_unit_after_a_gap_with_words_for_numbers_is_asked(read, found):
    """A unit that wrote the same words everywhere is no other table."""
    head = ["Tên đơn vị", "Nhóm", "Tổng số cán bộ", "Số máy tính"]
    survey = read([head, ["Sở A", "a", 2, 1], [], ["Sở B", "", "chưa có", "chưa có"], ["Sở C", "a", 3, 3]])
    assert [each.unit for each in survey.submissions if each.unit == "Sở C"] == ["Sở C"]
    assert "SV424" not in {code for code, _ in found(survey)}


def test_a_unit_of_a_known_group_is_no_other_table(read, found):
    """Different words instead of numbers, with a known group beside, are answers nobody can read."""
    head = ["Tên đơn vị", "Nhóm", "Tổng số cán bộ", "Số máy tính"]
    survey = read([head, ["Sở A", "a", 2, 1], [], ["Sở B", "a", "đang kiểm", "chưa có"]])
    assert [code for code, _ in found(survey)] == ["SV201", "SV239"]
