"""``ictscore whatif``: changes made at once, targets sought, refusals by name; the survey is never touched."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from ictscore.cli import run

SAMPLES = Path(__file__).parents[2] / "samples"


def words(year, *more):
    """Return the command line for the samples of a year."""
    return ["whatif", str(SAMPLES / f"binhthuan-{year}" / "survey.xlsx"), "--rulebook", f"binhthuan-{year}", *more]


def record(capsys, year, *more):
    """Return the exit code and the JSON document."""
    code = run(words(year, *more, "--format", "json"))
    return code, json.loads(capsys.readouterr().out)


def test_a_change_is_made_at_once_and_the_file_stays(capsys):
    """A plan issued in time brings its 2 points; the survey's bytes are the same afterwards."""
    path = SAMPLES / "binhthuan-2019" / "survey.xlsx"
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    code, told = record(capsys, 2019, "--unit", "Sở Nội vụ", "--set", "ke_hoach=Ban hành đúng hạn", "--set", "truong_ban=truong")
    assert code == 0
    assert [each["to"] for each in told["changes"]] == ["dung_han", "truong"]
    points = {each["criterion"]: each["after"]["points"] for each in told["criteria"]}
    assert points == {"i.to_chuc.truong_ban": "4", "i.to_chuc.ke_hoach": "2"}
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("co_dai_hoc=Có", True),
        ("co_dai_hoc=không", False),
        ("can_bo=1200", "1200"),
        ("luot_khai_thac=không áp dụng", {"blank": "not_applicable"}),
    ],
)
def test_values_are_typed_as_in_a_cell(capsys, typed, read):
    """Yes and no in words, plain numbers, not applicable where the question allows it."""
    _, told = record(capsys, 2019, "--unit", "Sở Nội vụ", "--set", typed)
    assert told["changes"][0]["to"] == read


@pytest.mark.parametrize("year", [2019, 2020])
def test_a_grade_is_reached_with_proof(capsys, year):
    """Sở Nội vụ gets Tốt; every change is needed, and the search says that it is sure."""
    code, told = record(capsys, year, "--unit", "Sở Nội vụ", "--target", "grade:Tốt")
    search = told["search"]
    assert (code, search["reached"], search["proved"], told["after"]["grade"]) == (0, True, True, "Tốt")
    assert [each["answer"] for each in search["without"]] == [each["answer"] for each in told["changes"]]
    assert not any(each["reached"] for each in search["without"])


def test_a_rank_is_reached(capsys):
    """Rank 9 for the tenth: others move down and are named."""
    code, told = record(capsys, 2020, "--unit", "Sở Nội vụ", "--target", "rank:9")
    assert (code, told["after"]["rank"]) == (0, 9)
    assert [(each["unit"], each["after"]["rank"]) for each in told["others"]] == [("Sở Xây dựng", 10)]


def test_an_award_is_reached_in_words(capsys):
    """The fourth of its group wants the award; the sentence says how many answers, the table what is left without each."""
    assert run(words(2020, "--unit", "Sở Giao thông vận tải", "--target", "award:bk_i_iv", "--lang", "en")) == 0
    said = capsys.readouterr().out
    assert "Answers to change for award “Bằng khen của Chủ tịch UBND tỉnh”: 1." in said
    assert "One answer is the least: without any change it is not reached." in said
    assert "not reached" in said


def test_out_of_reach_says_what_would_be_the_best(capsys):
    """With one change there is no Tốt for the last but two; exit 1, and what comes nearest."""
    assert run(words(2020, "--unit", "Sở Tư pháp", "--target", "grade:Tốt", "--max-changes", "2", "--lang", "vi")) == 1
    said = capsys.readouterr().out
    assert "Không tìm thấy cách đổi nào với nhiều nhất 2 câu trả lời để đạt xếp loại Tốt trở lên." in said
    assert "Cách đổi đến gần nhất:" in said


def test_answers_can_be_left_out_and_priced(capsys, tmp_path):
    """--not keeps an answer; a file of costs decides what is cheapest and keeps what it does not name."""
    _, told = record(capsys, 2019, "--unit", "Sở Y tế", "--target", "grade:Tốt", "--not", "nhiem_vu_xong")
    assert "nhiem_vu_xong" not in {each["answer"] for each in told["changes"]}
    costs = tmp_path / "costs.yaml"
    costs.write_text("costs:\n  nhiem_vu_xong: {each: 1/2}\n  ke_hoach: {change: 3}\n", encoding="utf-8")
    code, told = record(capsys, 2019, "--unit", "Sở Y tế", "--target", "grade:Tốt", "--cost", str(costs))
    assert (code, told["search"]["cost"], [each["answer"] for each in told["changes"]]) == (0, "5/2", ["nhiem_vu_xong"])


def test_where_the_search_stops_it_says_how_far_it_came(capsys, monkeypatch):
    """Where criteria drop out a percent is worth fewer points than sums allow: twelve do it, proved way by way as they can turn out.

    Where it may look at one way only, it says that fewer than eleven surely do not.
    """
    path = SAMPLES / "tuyenquang-2019" / "survey.xlsx"
    asked = ["whatif", str(path), "--rulebook", "tuyenquang-2019", "--unit", "Sở Giáo dục và Đào tạo", "--target", "rank:1"]
    assert run([*asked, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["search"]["proved"], told["search"]["left_open"], len(told["changes"])) == (True, [], 12)
    monkeypatch.setattr("ictscore.whatif.effort.MOST_CASES", 1)
    assert run([*asked, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    search = told["search"]
    assert (search["proved"], search["effort"], search["proved_below"]) == (False, 1, "11")
    assert (search["left_open"], len(told["changes"])) == ([{"why": "scoring", "from": "11"}], 12)
    assert search["said"][1].startswith("No set of fewer than 11 answers")


def test_a_grade_that_wants_a_least_share_is_proved(capsys):
    """Every criterion has to come to 20 %: eight answers do it, and no seven."""
    path = SAMPLES / "tuyenquang-2019" / "survey.xlsx"
    asked = ["whatif", str(path), "--rulebook", "tuyenquang-2019", "--unit", "UBND huyện Yên Sơn", "--target", "grade:Tốt"]
    assert run([*asked, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["search"]["proved"], told["search"]["left_open"], len(told["changes"])) == (True, [], 8)


def test_a_place_among_units_that_are_measured_by_each_other_is_proved(capsys):
    """Thirteen answers for a certificate; what others are measured by can be left alone, and then it takes more."""
    asked = ("--unit", "Sở Ngoại vụ", "--target", "award:bk_i_iv")
    _, told = record(capsys, 2020, *asked)
    assert (told["search"]["proved"], told["search"]["left_open"], told["search"]["proved_below"]) == (True, [], None)
    kept = [word for name in ("can_bo", "bang_thong", "luot_khai_thac") for word in ("--not", name)]
    _, alone = record(capsys, 2020, *asked, *kept)
    assert alone["search"]["proved"]
    assert len(alone["changes"]) > len(told["changes"])


def test_effort_belongs_to_a_target(capsys):
    """A change that is made at once needs no search."""
    assert run(words(2020, "--unit", "Sở Ngoại vụ", "--set", "can_bo=9", "--effort", "2")) == 2
    assert "--effort" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (["--unit", "Sở Nội vụ", "--set", "may_tinh"], "SC230"),
        (["--unit", "Sở Nội vụ", "--set", "may_tin=3"], "SC231"),
        (["--unit", "Sở Nội vụ", "--set", "may_tinh=nhiều"], "SV201"),
        (["--unit", "Sở Nội vụ", "--set", "may_tinh=3.5"], "SV209"),
        (["--unit", "Sở Nội vụ", "--set", "may_tinh=không áp dụng"], "SV211"),
        (["--unit", "Sở Nội vụ", "--set", "truong_ban=ai đó"], "SV210"),
        (["--unit", "Sở Nội vụ", "--set", "may_tinh=3", "--set", "may_tinh=4"], "SC236"),
        (["--unit", "Sở Nội vụ", "--target", "Tốt"], "SC232"),
        (["--unit", "Sở Nội vụ", "--target", "rank:0"], "SC232"),
        (["--unit", "Sở Nội vụ", "--target", "grade:Giỏi"], "SC233"),
        (["--unit", "Sở Nội vụ", "--target", "award:bk_ii"], "SC234"),
        (["--unit", "Sở Nội vụ", "--target", "points:80", "--not", "xyz"], "SC231"),
        (["--unit", "Sở Nội vụ", "--target", "points:80", "--cost", "khong-co.yaml"], "IO101"),
        (["--unit", "Sở Nội vu khác", "--target", "points:80"], "UN109"),
    ],
)
def test_what_cannot_be_is_refused_by_name(capsys, wrong, code):
    """Each refusal has its code and exits 2."""
    assert run(words(2020, *wrong, "--lang", "en")) == 2
    assert code in capsys.readouterr().err


def test_either_a_change_or_a_target(capsys):
    """Both or neither is a mistake of usage, and so are the options of the one beside the other."""
    for wrong in ([], ["--set", "x=1", "--target", "rank:1"], ["--set", "x=1", "--not", "y"]):
        assert run(words(2020, "--unit", "Sở Nội vụ", *wrong)) == 2
        assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[a]", "SC238"),
        ("costs: {may_tinh: {}}", "SC239"),
        ("costs: {may_chu: {each: 2}}", "SC240"),
        ("costs: {may_tinh: {each: -2}}", "SC242"),
        ("costs: {may_tin: {each: 2}}", "SC231"),
        ("cost: {}", "RB101"),
    ],
)
def test_costs_that_make_no_sense_are_refused(capsys, tmp_path, text, code):
    """A file of costs says what it means, or is refused."""
    path = tmp_path / "costs.yaml"
    path.write_text(text, encoding="utf-8")
    assert run(words(2020, "--unit", "Sở Nội vụ", "--target", "points:80", "--cost", str(path))) == 2
    assert code in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (["--unit", "Sở Nội vụ", "--target", "points:1.234"], "“1.234” can be 1.234 or 1234."),
        (["--unit", "Sở Nội vụ", "--target", "points:nhiều"], "“points:nhiều” is no target."),
        (["--unit", "Sở Nội vụ", "--target", "grade:Tot"], "(did you mean “Tốt”?)"),
        (["--unit", "Sở Nội vụ", "--set", "may_chuu=có"], "(did you mean “may_chu”?)"),
        (["--unit", "Sở Nội vụ", "--set", "=3"], "“=3” says of no answer what it should be."),
        (["--unit", "Sở Nội vụ", "--set", "nhiem_vu_xong=-3"], "-3 is less than 0, the least possible."),
        (["--unit", "Sở Nội vụ", "--group", "pl_x", "--set", "may_chu=có"], "There is no group “pl_x” (did you mean “pl_i”?)."),
        (["--unit", "Sở Nội vụ", "--group", "pl_ii", "--set", "may_chu=có"], "Write one of: Thanh tra tỉnh, Văn phòng UBND tỉnh."),
        (["--unit", "Sở Nội", "--set", "may_chu=có"], "(did you mean “Sở Nội vụ”?)"),
    ],
)
def test_what_cannot_be_asked_says_what_was_read_and_what_to_do(capsys, more, expected):
    """Exit 2, what was read, the nearest that is known; never a traceback."""
    assert run(words(2020, *more, "--lang", "en")) == 2
    err = " ".join(capsys.readouterr().err.split())
    assert expected in err
    assert "→" in err
    assert "Traceback" not in err


def test_a_name_typed_without_tones_is_understood(capsys):
    """The list of units of Bình Thuận knows who is meant, as it does in a survey; the note says how."""
    assert run(words(2020, "--unit", "So Noi vu", "--set", "may_chu=có", "--lang", "en")) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Sở Nội vụ – ")
    assert "UN120" in err


REFUSED = """
{id: tu-choi, answers: {x: {label: X, type: count, max: 3}, y: {label: Y, type: count, max: 3}}, criteria: [
  {id: k0, max_points: 6, formula: {kind: count, of: x, each: 2}},
  {id: k1, max_points: 6, formula: {kind: ratio, of: x, over: y, when_denominator_zero: zero}}]}
"""


def test_what_score_refuses_is_refused_with_the_same_finding(rules, tmp_path, capsys):
    """One of none is an error (SV301) in a survey, and so it is typed: nothing is shown of what it would bring, and the exit code is 1."""
    rulebook, survey = rules(REFUSED), tmp_path / "s.csv"
    survey.write_text("Đơn vị,Nhóm,x,y\nU1,g,0,0\nU2,g,2,3\n", encoding="utf-8")
    typed = ["whatif", str(survey), "--rulebook", str(rulebook.path), "--unit", "U1", "--set", "x=1"]
    assert run([*typed, "--format", "json"]) == 1
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert (told["after"], told["criteria"], [each["code"] for each in told["refused"]]) == (None, [], ["SV301"])
    assert "SV301" in said.err
    assert run(typed) == 1
    assert "Total" not in capsys.readouterr().out
