"""Promises about years named in files of which nothing says the year: a rulebook without rounds, and forms without a stamp."""

from __future__ import annotations

import pytest

from ictscore.survey.reading import read_survey
from ictscore.words import speak

RULES = """
id: thu
title: Bộ tiêu chí, điều chỉnh năm 2020
answers: {x: {label: Số máy tính, type: count, measure: máy}, y: {label: Tổng số cán bộ, type: count, measure: người}}
criteria: [{id: c, max_points: 10, formula: {kind: ratio, of: x, over: y, when_denominator_zero: zero}}]
"""
MARKED = [["#id", "#number", "#label", "#measure", "#self"], ["#unit", "", "Đơn vị", "", "Sở Y tế"]]
MARKED += [["x", 1, "Số máy tính", "máy", 5], ["y", 2, "Tổng số cán bộ", "người", 9]]
STAMP = {"kind": "form", "rulebook": "thu", "period": "2020"}


@pytest.fixture(scope="module")
def open_years(rules):
    """Return a rulebook that says nothing of its rounds; its title names 2020."""
    return rules(RULES)


def retyped(title, unit="Sở A", heading="Số liệu", note=""):
    """Return a form typed again, without marks."""
    head = [[title], [f"Đơn vị: {unit}"], ["STT", "Nội dung", "ĐVT", heading, "Ghi chú"]]
    return [*head, [1, "Số máy tính", "máy", 5, note], [2, "Tổng số cán bộ", "người", 9]]


@pytest.fixture
def codes(write, open_years):
    """Write forms into a folder and return what is found of years in them, with the cells and those they lead to."""

    def make(*forms, stamped=False, rulebook=open_years):
        paths = [write(rows, name=f"{number}.xlsx") for number, rows in enumerate(forms)]
        if stamped:
            paths.append(write(MARKED, name="mau.xlsx", stamp=STAMP))
        survey = read_survey(paths, rulebook.rulebook, rulebook.hash)
        return [each for each in survey.findings if each.code in ("SV441", "SV442", "SV483", "SV496", "SV544", "SV545", "SV546", "SV547")]

    return make


def told(findings):
    """Return codes and cells."""
    return [(each.code, each.place.cell) for each in findings]


@pytest.mark.parametrize(
    "title", ["PHIẾU KHẢO SÁT NĂM 2019", "PHIẾU KHẢO SÁT, KỲ 2019", "SỐ LIỆU NĂM 2019", "BÁO CÁO 2019", "Năm 2018", "Phiếu khảo sát 2021"]
)
def test_a_year_that_nothing_confirms_is_warned_of(codes, title):
    """A form alone that names a year is read, with a warning that nothing says whether it is the right one."""
    [finding] = codes(retyped(title))
    assert (finding.code, finding.severity, finding.place.cell) == ("SV546", "warning", "A1")


def test_the_warning_names_the_year_and_how_many_files_say_it(codes):
    """Files that agree are warned of once, in both languages."""
    [finding] = codes(retyped("PHIẾU NĂM 2019"), retyped("PHIẾU NĂM 2019", "Sở B"))
    assert finding.message == (
        "“PHIẾU NĂM 2019” says that the data are of 2019 (files that say so: 2); "
        "neither the rulebook nor a form made for the round says whether that is the year asked for."
    )
    speak("vi")
    assert finding.message == (
        "“PHIẾU NĂM 2019” cho biết đây là số liệu năm 2019 (số tệp ghi như vậy: 2); "
        "bộ tiêu chí cũng như các phiếu lập cho kỳ đánh giá đều không cho biết đó có phải năm được hỏi hay không."
    )


@pytest.mark.parametrize(
    "title", ["PHIẾU KHẢO SÁT NĂM 2020", "PHIẾU KHẢO SÁT", "Bộ tiêu chí, điều chỉnh năm 2020", "Theo Quyết định 5 năm 2019"]
)
def test_the_year_in_the_rulebooks_title_needs_no_word(codes, title):
    """A form that names the same year as the title of its rulebook, or none, is passed over."""
    assert codes(retyped(title)) == []


def test_a_stamp_tells_the_year_of_the_other_files(codes):
    """One form made for 2020 in the folder: a retyped one of 2019 is asked about there and then, and one of 2020 is not."""
    [finding] = codes(retyped("PHIẾU NĂM 2019"), retyped("PHIẾU NĂM 2020", "Sở B"), stamped=True)
    assert (finding.code, finding.severity, finding.place.cell) == ("SV544", "error", "A1")
    assert finding.message == "“PHIẾU NĂM 2019” says that the data are of 2019; the other files were made for 2020."
    assert [each.sheet for each in finding.related] == ["_ictscore"]
    speak("vi")
    assert finding.message == "“PHIẾU NĂM 2019” cho biết đây là số liệu năm 2019; các tệp khác được lập cho năm 2020."


def test_files_of_different_years_do_not_mix(codes, rules):
    """The file that differs from most is asked about, with a pointer to the first of the others."""
    nameless = rules(RULES.replace(", điều chỉnh năm 2020", ""))
    forms = retyped("NĂM 2018"), retyped("NĂM 2019", "Sở B"), retyped("NĂM 2018", "Sở C")
    [finding] = codes(*forms, rulebook=nameless)
    assert (finding.code, finding.severity, finding.place.cell) == ("SV545", "error", "A1")
    assert finding.message == "“NĂM 2019” says that the data are of 2019; other files say 2018."
    assert [each.file[-6:] for each in finding.related] == ["0.xlsx"]
    speak("vi")
    assert finding.message == "“NĂM 2019” cho biết đây là số liệu năm 2019; các tệp khác ghi năm 2018."


def test_the_year_of_the_title_wins_over_more_files(codes):
    """Where one form names the year of the rulebook's title, those that name another are asked about, however many they are."""
    forms = retyped("NĂM 2019"), retyped("NĂM 2019", "Sở B"), retyped("NĂM 2020", "Sở C")
    assert told(codes(*forms)) == [("SV545", "A1"), ("SV545", "A1")]


@pytest.mark.parametrize(
    ("where", "cell"),
    [
        ({"note": "Số liệu năm 2019"}, "E4"),
        ({"note": "SL 2019"}, "E4"),
        ({"heading": "Kết quả năm 2018"}, "D3"),
        ({"heading": "Năm 2019"}, "D3"),
    ],
)
def test_a_form_that_names_two_years_is_asked_about(codes, where, cell):
    """A note or heading of another year than the title's is asked about in the file itself; without a title's it is warned of."""
    assert told(codes(retyped("PHIẾU KHẢO SÁT NĂM 2020", **where))) == [("SV442", cell)]
    assert told(codes(retyped("PHIẾU KHẢO SÁT", **where))) == [("SV546", cell)]


@pytest.mark.parametrize("stamped", [True, False])
def test_the_year_before_is_another_whatever_the_round_is(codes, stamped):
    """“Số năm ngoái” is asked about where nobody knows the round."""
    [finding] = codes(retyped("PHIẾU KHẢO SÁT", note="Số năm ngoái"), stamped=stamped)
    assert (finding.code, finding.severity, finding.place.cell) == ("SV547", "error", "E4")
    speak("vi")
    assert finding.message == "“Số năm ngoái” cho biết số liệu là của năm trước hoặc kỳ trước, trong khi phiếu hỏi số liệu của kỳ đánh giá."


@pytest.mark.parametrize(
    "note",
    [
        "năm 2019: 70 máy", "tăng 5 so với năm 2019", "Quyết định 12/QĐ-UBND ngày 5/2/2019", "mua năm 2019 theo Kế hoạch 8", "QĐ năm 2019",
        "Biên bản kiểm kê 31/12/2019", "Kế hoạch năm 2019", "còn 3 máy từ năm 2018", "Báo cáo 210/BC-STC năm 2019", "năm ngoái: 70 máy",
        "giảm so với năm trước", "thay máy cũ năm 2015", "62 máy bàn, 13 máy xách tay", "theo Thông tư 03/2014/TT-BTTTT", "QĐ 33 năm 2015",
        "hợp đồng 2020/BTN/0456", "Chuyển sang năm 2021", "được cấp năm 2017, 2018", "ban hành năm 2019", "sẽ mua trong năm 2021",
    ],
)  # fmt: skip
def test_notes_of_documents_and_comparisons_name_no_year_of_the_data(codes, note):
    """What offices write of documents, purchases and earlier figures is no year of the answers."""
    assert codes(retyped("PHIẾU KHẢO SÁT", note=note)) == []


def names_told(write, open_years, *names, title="Phiếu khảo sát", stamped=False):
    """Return codes and files of what is said of the names of files, each of a form of its own."""
    paths = [write(retyped(title, unit=f"Sở {number}"), name=f"{name}.xlsx") for number, name in enumerate(names)]
    paths += [write(MARKED, name="mau.xlsx", stamp=STAMP)] if stamped else []
    found = read_survey(paths, open_years.rulebook, open_years.hash).findings
    return [(each.code, each.place.file.rpartition("/")[2]) for each in found if each.code in ("SV534", "SV571")]


def test_names_of_files_are_held_against_each_other(write, open_years):
    """Where nearly all are named after one year, one of the year before is told; the year after is the one in which forms are sent."""
    usual = ("phieu 2020 a", "phieu 2020 b", "phieu 2020 c", "phieu 2020 d", "phieu 2020 e", "phieu e")
    assert names_told(write, open_years, *usual, "phieu 2019 g") == [("SV571", "phieu 2019 g.xlsx")]
    assert names_told(write, open_years, *usual, "phieu 2021 h") == []
    assert names_told(write, open_years, "x 2020", "x 2019") == []
    assert names_told(write, open_years, "y 2020 a", "y 2020 b", "y 2020 c", "y 2019 a", "y 2019 b") == []


def test_names_of_files_are_held_against_what_their_files_say(write, open_years):
    """A title of 2020 in a file named after 2019, or forms made for 2020 beside it."""
    assert names_told(write, open_years, "z 2019", title="SỐ LIỆU NĂM 2020") == [("SV571", "z 2019.xlsx")]
    assert names_told(write, open_years, "z 2021", title="SỐ LIỆU NĂM 2020") == []
    assert names_told(write, open_years, "z 2018", stamped=True) == [("SV534", "z 2018.xlsx")]
