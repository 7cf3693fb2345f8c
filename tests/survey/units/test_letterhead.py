"""Promises about letterheads: a form that says whose it is only there is its unit's, and nobody's where that has two readings."""

from __future__ import annotations

import pytest

from ictscore.rulebook.unit_list import UnitList, UnitSpec
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey

RULES = """
id: thu
jurisdiction: Tỉnh Bình Thuận
rounds: {years: [2020]}
answers:
  nguoi: {label: Tổng số cán bộ, type: count}
  may: {label: Số máy tính, type: count}
  mang: {label: Số mạng nội bộ, type: count}
  tin: {label: Số trang tin điện tử, type: count, required: false, ask: [a]}
groups:
  - {id: a, name: Tất cả, max_points: 10}
criteria:
  - {id: k, max_points: 10, formula: {kind: formula, expr: nguoi + may + mang}}
procedure:
  - {step: Tổng hợp, role: "Sở Khoa học và Công nghệ, cơ quan thường trực", source: {ref: luat, basis: stated}}
"""
NAMES = {
    "tc": "Sở Tài chính", "nv": "Sở Nội vụ", "tt": "Sở Thông tin và Truyền thông", "kc": "Sở Khoa học và Công nghệ",
    "ld": "Sở Lao động - Thương binh và Xã hội", "vp": "Văn phòng UBND tỉnh", "tr": "Thanh tra tỉnh", "cd": "Trường Cao đẳng",
    "cy": "Trường Cao đẳng Y tế", "pt": "UBND thành phố Phan Thiết", "tp": "UBND huyện Tuy Phong", "hb": "UBND huyện Hàm Thuận Bắc",
    "bt": "Ban Tổ chức Tỉnh ủy", "vt": "Văn phòng Tỉnh ủy", "hu": "Huyện ủy Đức Linh",
}  # fmt: skip
WARDS = (UnitSpec(id="x1", name="Xã Tân Hà", group="a", parent="tp"), UnitSpec(id="x2", name="Xã Tân Hà", group="a", parent="hb"))
SHORT = {"tt": ("Sở TT&TT", "Sở Thông tin")}
LISTED = UnitList(
    "units.yaml", "0", (*(UnitSpec(id=key, name=each, group="a", short_names=SHORT.get(key, ())) for key, each in NAMES.items()), *WARDS)
)
PROVINCE, PARTY, STATE = "UBND TỈNH BÌNH THUẬN", "TỈNH ỦY BÌNH THUẬN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
DATE = "Bình Thuận, ngày 05 tháng 01 năm 2020"
TABLE = [["STT", "Nội dung", "Số liệu"], [1, "Tổng số cán bộ", 20], [2, "Số máy tính", 12], [3, "Số mạng nội bộ", 1]]


@pytest.fixture
def came(rules, write):
    """Return what reads a form with these lines above its questions: the units it is taken for, and what is said of units."""
    loaded = rules(RULES)

    def make(*above, units=LISTED, table=TABLE):
        path = write([*map(list, above), [], *table])
        survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=units))
        told = [(each.code, each.place.cell) for each in survey.findings if each.code.startswith("UN") and each.code != "UN104"]
        return [each.who for each in survey.submissions], told, survey

    return make


@pytest.mark.parametrize(
    ("above", "unit", "cell"),
    [
        ([["Sở Tài chính"]], "tc", "A1"),
        ([["SỞ TÀI CHÍNH"], ["PHIẾU KHẢO SÁT"]], "tc", "A1"),
        ([[PROVINCE, None, STATE], ["SỞ TÀI CHÍNH", None, "Độc lập - Tự do - Hạnh phúc"], ["Số: 12/BC-STC", None, DATE]], "tc", "A2"),
        ([[f"{PROVINCE}\nSỞ TÀI CHÍNH\n———\nSố: 45/STC-VP", STATE]], "tc", "A1"),
        ([["SỞ TÀI CHÍNH TỈNH BÌNH THUẬN"], ["Năm 2020"]], "tc", "A1"),
        ([["BỘ CÂU HỎI NĂM 2020"], [None, "Sở Tài chính"]], "tc", "B2"),
        ([["SỞ TÀI CHÍNH"], ["Kính gửi: Sở Thông tin và Truyền thông"]], "tc", "A1"),
        ([["SỞ TÀI CHÍNH"], ["Kính gửi:", "Sở Thông tin và Truyền thông"]], "tc", "A1"),
        ([["SỞ TÀI CHÍNH"], ["Người lập: Nguyễn Văn A - Phòng Kế hoạch, điện thoại 3821 234"]], "tc", "A1"),
        ([["Ban hành kèm theo công văn của Sở Khoa học và Công nghệ"], ["SỞ TÀI CHÍNH"]], "tc", "A2"),
        ([["TỈNH ĐOÀN BÌNH THUẬN"], ["SỞ TÀI CHÍNH"], ["Số liệu của đơn vị theo quý"]], "tc", "A2"),
        ([["ỦY BAN NHÂN DÂN\nTỈNH BÌNH THUẬN"], ["SỞ THÔNG TIN\nVÀ TRUYỀN THÔNG"]], "tt", "A2"),
        ([[PROVINCE], ["SỞ LAO ĐỘNG - THƯƠNG BINH"], ["VÀ XÃ HỘI"], ["PHIẾU THU THẬP SỐ LIỆU"]], "ld", "A2"),
        ([[PROVINCE], ["VĂN PHÒNG"]], "vp", "A1"),
        ([[PROVINCE], ["THANH TRA"]], "tr", "A2"),
        ([[PROVINCE], ["TRƯỜNG CAO ĐẲNG"], ["Y TẾ"]], "cy", "A2"),
        ([["ỦY BAN NHÂN DÂN"], ["HUYỆN TUY PHONG"]], "tp", "A1"),
        ([["TỈNH BÌNH THUẬN"], ["UBND TP. PHAN THIẾT"], ["BÁO CÁO SỐ LIỆU"]], "pt", "A2"),
        ([["UBND HUYỆN HÀM THUẬN BẮC"], ["UBND XÃ TÂN HÀ"]], "x2", "A2"),
        ([["ĐẢNG CỘNG SẢN VIỆT NAM"], [PARTY], ["*"], ["BAN TỔ CHỨC"]], "bt", "A4"),
        ([[PARTY, "ĐẢNG CỘNG SẢN VIỆT NAM"], ["VĂN PHÒNG TỈNH ỦY"], ["*"]], "vt", "A2"),
        ([[PARTY], ["HUYỆN ỦY ĐỨC LINH"], ["*"]], "hu", "A2"),
    ],
)
def test_who_stands_alone_in_the_letterhead_is_the_sender(came, above, unit, cell):
    """One unit of the list, named whole above the questions, is understood with a note at its cell."""
    who, told, survey = came(*above)
    names = {each.id: each.name for each in LISTED.units}
    assert [each.unit for each in survey.submissions] == [names[unit]]
    assert told == [("UN152", cell)]
    assert who[0][1:] == (("UBND huyện Hàm Thuận Bắc".casefold(),) if unit == "x2" else who[0][1:])


@pytest.mark.parametrize(
    ("above", "cell"),
    [
        ([[PROVINCE], ["SỞ NỘI VỤ"], ["SỞ TÀI CHÍNH"]], "A2"),
        ([["SỞ NỘI VỤ", None, "SỞ TÀI CHÍNH"]], "A1"),
        ([["HUYỆN ỦY ĐỨC LINH"], ["VĂN PHÒNG TỈNH ỦY"]], "A1"),
        ([["XÃ TÂN HÀ"]], "A1"),
    ],
)
def test_two_units_are_asked(came, above, cell):
    """Where two stand above the questions, or one name is that of two, the form is nobody's until somebody says."""
    who, told, survey = came(*above)
    assert (who, told) == ([], [("UN153", cell)])
    (asked,) = [each for each in survey.findings if each.code == "UN153"]
    assert len(asked.values["known"]) == 2


@pytest.mark.parametrize(
    ("above", "cell", "reason"),
    [
        ([["Số liệu do Sở Nội vụ cung cấp"], ["SỞ TÀI CHÍNH"]], "A2", "above the questions it also says “Số liệu do Sở Nội vụ cung cấp”"),
        ([["SỞ NỘI VỤ"], [], ["PHIẾU SỐ LIỆU CỦA SỞ TÀI CHÍNH NĂM 2020"]], "A1", "it also says “PHIẾU SỐ LIỆU CỦA SỞ TÀI CHÍNH NĂM 2020”"),
        ([["Ban hành kèm theo công văn của"], ["Sở Nội vụ"]], "A2", "before it stands “Ban hành kèm theo công văn của”"),
        ([["Đơn vị phối hợp"], ["Sở Nội vụ"]], "A2", "before it stands “Đơn vị phối hợp”"),
        ([["Nộp tại", "Sở Nội vụ"]], "B1", "before it stands “Nộp tại”"),
        ([["UBND TỈNH LÂM ĐỒNG"], ["SỞ TÀI CHÍNH"]], "A2", "it also says “UBND TỈNH LÂM ĐỒNG”"),
        ([["TỈNH NINH THUẬN"], ["SỞ TÀI CHÍNH"]], "A2", "it also says “TỈNH NINH THUẬN”"),
    ],
)
def test_what_speaks_against_the_letterhead_is_asked_about(came, above, cell, reason):
    """Another unit in the lines above, words that go on with the name, and another province are named as the reason to ask."""
    who, told, survey = came(*above)
    assert (who, told) == ([], [("UN154", cell)])
    assert reason in next(each.message for each in survey.findings if each.code == "UN154")


@pytest.mark.parametrize(
    ("name", "sheet", "reason"),
    [
        ("Sở Tài chính.xlsx", "Bảng", "by its name the file is that of “Sở Tài chính”"),
        ("phieu.xlsx", "Sở Tài chính", "the sheet is called “Sở Tài chính”"),
    ],
)
def test_a_file_or_sheet_of_another_name_speaks_against_the_letterhead(rules, write, name, sheet, reason):
    """So-Tai-chinh.xlsx with the letterhead of another office may be either’s."""
    loaded = rules(RULES)
    path = write({sheet: [["SỞ NỘI VỤ"], [], *TABLE]}, name=name)
    survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=LISTED))
    assert survey.submissions == ()
    assert reason in next(each.message for each in survey.findings if each.code == "UN154")


@pytest.mark.parametrize(
    ("above", "cell"),
    [
        ([["UBND HUYỆN TUY PHONG"], ["PHÒNG VĂN HÓA VÀ THÔNG TIN"]], "A1"),
        ([["SỞ TÀI CHÍNH\nCHI CỤC QUẢN LÝ GIÁ"]], "A1"),
        ([[PROVINCE], ["TRƯỜNG CAO ĐẲNG"], ["NGHỀ"]], "A2"),
        ([["SỞ KHOA HỌC VÀ CÔNG NGHỆ"], ["PHIẾU KHẢO SÁT"]], "A1"),
    ],
)
def test_a_parent_a_longer_name_and_the_host_are_asked(came, above, cell):
    """The upper body of somebody unknown, a name that goes on, and who sent the forms out may not be the sender."""
    who, told, _ = came(*above)
    assert (who, told) == ([], [("UN154", cell)])


@pytest.mark.parametrize(
    "above",
    [
        [["PHIẾU KHẢO SÁT"], ["Kính gửi: Sở Thông tin và Truyền thông"]],
        [["PHIẾU KHẢO SÁT"], ["Kính gửi:", "Sở Thông tin và Truyền thông"]],
        [["PHIẾU KHẢO SÁT"], ["Kính gửi:"], ["- Sở Nội vụ"], ["- Sở Tài chính"]],
        [["PHIẾU KHẢO SÁT"], ["Gửi về Sở Thông tin và Truyền thông trước ngày 15/11"]],
        [["Cơ quan tổng hợp:", "Sở Nội vụ"]],
        [["Phan Thiết", "ngày 5/1/2020"]],
        [["Sở Tài chnh"]],
        [["STC"]],
        [["SỞ TÀI CHÍNH VÀ SỞ NỘI VỤ"]],
        [[PROVINCE], ["BỘ TIÊU CHÍ ĐÁNH GIÁ"]],
    ],
)
def test_an_addressee_a_place_and_what_is_no_whole_name_name_nobody(came, above):
    """What merely mentions a unit, or comes near to its name, is not taken for the sender; where was looked is said."""
    who, told, survey = came(*above)
    assert (who, told) == ([], [("UN101", "")])
    (nobody,) = [each for each in survey.findings if each.code == "UN101"]
    assert "above the questions (A1" in nobody.message


def test_without_a_list_nobody_is_known(came):
    """A letterhead is held against the list of units; without one any title might be a name."""
    who, told, survey = came(["Sở Tài chính"], units=None)
    assert (who, told) == ([], [("UN101", "")])
    assert "none of the lines" not in next(each.message for each in survey.findings if each.code == "UN101")


def test_what_is_said_beside_its_label_holds(came):
    """A form that says whose it is has no need of its letterhead; that another office stands there is warned of."""
    _, told, survey = came(["SỞ NỘI VỤ"], ["Đơn vị:", "Sở Tài chính"])
    assert ([each.unit for each in survey.submissions], told) == (["Sở Tài chính"], [("UN158", "B2")])


def test_the_answers_are_those_of_the_form(came):
    """The unit of the letterhead gets the numbers below it."""
    (only,) = came([PROVINCE], ["SỞ TÀI CHÍNH"])[2].submissions
    assert {name: each.value for name, each in only.answers["self"].items()} == {"nguoi": 20, "may": 12, "mang": 1}


def test_who_might_be_the_sender_is_not_said_to_be_missing(came):
    """Of a unit that is asked about, nobody says that nothing came."""
    missing = {each.values["unit"] for each in came(["SỞ NỘI VỤ"], ["SỞ TÀI CHÍNH"])[2].findings if each.code == "UN104"}
    assert not missing & {"Sở Nội vụ", "Sở Tài chính"}


def test_a_form_that_cannot_be_read_is_still_its_units(came):
    """A form whose answers stand in no column that can be told belongs to the unit in its letterhead, and gives no answers."""
    table = [["STT", "Nội dung", "Sở A", "Sở B"], [1, "Tổng số cán bộ", 20, 30], [2, "Số máy tính", 1, 2], [3, "Số mạng nội bộ", 1, 1]]
    survey = came(["SỞ TÀI CHÍNH"], table=table)[2]
    assert ([each.unit for each in survey.submissions], [each.unit for each in survey.unreadable]) == ([], ["Sở Tài chính"])
    assert [each.place.cell for each in survey.findings if each.code == "UN152"] == ["A1"]


def test_a_sheet_that_says_whose_it_is_goes_before_a_letterhead(rules, write):
    """Of two sheets of which nothing can be read, the one with “Đơn vị:” names the unit, though the other comes first."""
    across = [["STT", "Nội dung", "Quý I", "Quý II"], *([*row, row[2]] for row in TABLE[1:])]
    path = write({"Một": [["SỞ NỘI VỤ"], [], *across], "Hai": [["Đơn vị:", "Sở Tài chính"], [], *across]})
    loaded = rules(RULES)
    survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=LISTED))
    assert [each.unit for each in survey.unreadable] == ["Sở Tài chính"]


@pytest.mark.parametrize(("second", "code"), [("SỞ TÀI CHÍNH", "UN152"), ("SỞ NỘI VỤ", "UN153")])
def test_the_sheets_of_one_form_have_one_sender(rules, write, second, code):
    """A form typed over two sheets is of the unit that both letterheads name, and asked about where they name two."""
    path = write({"Một": [["SỞ TÀI CHÍNH"], [], *TABLE], "Hai": [[second], [], TABLE[0], [4, "Số trang tin điện tử", 2]]})
    loaded = rules(RULES)
    survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=LISTED))
    assert [each.code for each in survey.findings if each.code in ("UN101", "UN152", "UN153")] == [code]
    assert len(survey.submissions) == (1 if code == "UN152" else 0)


def test_a_form_with_marks_and_no_name_is_its_letterheads(rules, write):
    """The place for the name on our own form was left blank, and its stamp is gone."""
    loaded = rules(RULES)
    marks = [["#id", "#label", "#self"], ["", "SỞ TÀI CHÍNH"], ["#unit", "Đơn vị"], ["nguoi", "Tổng số cán bộ", 20]]
    path = write([*marks, ["may", "Số máy tính", 12], ["mang", "Số mạng nội bộ", 1]])
    survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=LISTED))
    assert [each.unit for each in survey.submissions] == ["Sở Tài chính"]
    assert [each.place.cell for each in survey.findings if each.code == "UN152"] == ["B2"]


WARNED = [
    ("So-Noi-vu.xlsx", "Bảng", "by its name the file is that of “Sở Nội vụ”"),
    ("phieu.xlsx", "Sở Nội vụ", "the sheet is called “Sở Nội vụ”"),
]
TOLERATED = [
    ("So-Tai-chinh.xlsx", "Sở Tài chính"),
    ("Sở Tài chính (1).xlsx", "Sheet1"),
    ("So-Khoa-hoc-va-Cong-nghe.xlsx", "Bảng"),
    ("Phieu 12.xlsx", "Phụ lục I"),
    ("So-Noi-vu-gui-So-Tai-chinh.xlsx", "Bảng"),
]


@pytest.mark.parametrize(("name", "sheet", "reason"), WARNED)
def test_a_file_or_sheet_of_another_unit_is_warned_of(rules, write, name, sheet, reason):
    """The form says “Đơn vị: Sở Tài chính” and is its; whoever copied a neighbour's form and left the name is found so."""
    loaded = rules(RULES)
    path = write({sheet: [["Đơn vị:", "Sở Tài chính"], [], *TABLE]}, name=name)
    survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=LISTED))
    assert [each.unit for each in survey.submissions] == ["Sở Tài chính"]
    (told,) = [each for each in survey.findings if each.code == "UN158"]
    assert (told.severity, told.place.cell) == ("warning", "B1")
    assert reason in told.message


@pytest.mark.parametrize(("name", "sheet"), TOLERATED)
def test_a_file_or_sheet_of_its_unit_or_of_nobody_says_nothing(rules, write, name, sheet):
    """Its own name, whoever runs the round, and what is no whole name."""
    loaded = rules(RULES)
    path = write({sheet: [["Đơn vị:", "Sở Tài chính"], [], *TABLE]}, name=name)
    survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=LISTED))
    assert [each for each in survey.findings if each.code == "UN158"] == []


def test_a_folder_of_another_unit_is_warned_of(rules, write, tmp_path):
    """The folder in which a unit's file came bears its name; that of a district holds its communes."""
    loaded = rules(RULES)
    path = tmp_path / "Sở Nội vụ" / "phieu.xlsx"
    path.parent.mkdir()
    path.write_bytes(write([["Đơn vị:", "Sở Tài chính"], [], *TABLE]).read_bytes())
    (told,) = [
        each
        for each in read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=LISTED)).findings
        if each.code == "UN158"
    ]
    assert "by its name the folder is that of “Sở Nội vụ”" in told.message


def test_a_file_of_whoever_a_unit_belongs_to_says_nothing(rules, write):
    """The folder of a district holds the forms of its communes, each called as the district; a table may be anybody's."""
    loaded = rules(RULES)

    def read(path):
        survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=LISTED))
        return [each.unit for each in survey.submissions], [each for each in survey.findings if each.code == "UN158"]

    commune = write([["Đơn vị:", "Xã Tân Hà"], ["Đơn vị cấp trên:", "UBND huyện Tuy Phong"], [], *TABLE], name="UBND-huyen-Tuy-Phong.xlsx")
    assert read(commune) == (["Xã Tân Hà"], [])
    table = write([["Đơn vị", "Tổng số cán bộ", "Số máy tính", "Số mạng nội bộ"], ["Sở Tài chính", 20, 12, 1]], name="So-Noi-vu.xlsx")
    survey = read_survey([table], loaded.rulebook, loaded.hash, options=ReadOptions(units=LISTED))
    assert ([each.unit for each in survey.submissions], [each for each in survey.findings if each.code == "UN158"]) == (
        ["Sở Tài chính"],
        [],
    )


@pytest.mark.parametrize(
    ("head", "is_told"),
    [("SỞ NỘI VỤ", True), ("SỞ TÀI CHÍNH", False), (PROVINCE, False), ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", False), ("Kính gửi: Sở Nội vụ", False)],
)
def test_a_letterhead_of_another_unit_is_warned_of(rules, write, head, is_told):
    """The form says “Đơn vị: Sở Tài chính”, the paper is another office’s; the province, and whoever runs the round, stand on many."""
    loaded = rules(RULES)
    path = write([[head], ["PHIẾU KHẢO SÁT"], ["Đơn vị:", "Sở Tài chính"], [], *TABLE])
    survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=LISTED))
    assert [each.unit for each in survey.submissions] == ["Sở Tài chính"]
    assert bool([each for each in survey.findings if each.code == "UN158"]) is is_told
