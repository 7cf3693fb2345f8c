"""A whole round as a specialist types it, from an empty folder to the question every director asks."""

import shutil
from pathlib import Path

import pytest
from round import write_answers

from ictscore.cli import run

UNITS = """
units:
  - {id: noi-vu, name: Sở Nội vụ, group: so}
  - {id: tai-chinh, name: Sở Tài chính, group: so}
  - {id: y-te, name: Sở Y tế, group: so}
  - {id: ham-tan, name: Huyện Hàm Tân, group: huyen}
"""
FORMS = ["Huyen-Ham-Tan.xlsx", "So-Noi-vu.xlsx", "So-Tai-chinh.xlsx", "So-Y-te.xlsx"]


@pytest.fixture
def typed(small_round, tmp_path, monkeypatch, capsys):
    """Return what types a command in an empty folder that has a list of units, and gives exit code, output and messages."""
    monkeypatch.chdir(tmp_path)
    Path("don-vi.yaml").write_text(UNITS, encoding="utf-8")

    def make(*words):
        code = run([*words, "--lang", "en"])
        told = capsys.readouterr()
        return code, told.out, told.err

    return make


def test_a_round_from_forms_to_explanation(typed, small_round):
    """Forms for everybody; one comes back doubtful, one not at all; what goes back is mended; the rest follows from folder to folder."""
    by, among = ("--rulebook", small_round.rulebook), ("--units", "don-vi.yaml")
    assert typed("form", *by, *among, "--all-units", "-o", "phieu")[0] == 0
    assert sorted(each.name for each in Path("phieu").glob("*.xlsx")) == FORMS

    Path("nhan").mkdir()
    answers = {
        "So-Noi-vu.xlsx": {"nguoi": 40, "may": 38, "mang": "Có"},
        "So-Tai-chinh.xlsx": {"nguoi": "17l", "may": 5, "mang": "x"},
        "Huyen-Ham-Tan.xlsx": {"nguoi": 10, "may": 10, "mang": "Không"},
    }
    for name, given in answers.items():
        shutil.copy(Path("phieu", name), Path("nhan", name))
        write_answers(Path("nhan", name), **given)
    code, out, _ = typed("check", "nhan", *by, *among)
    assert code == 1
    assert out.startswith("4 units: 2 in order · 1 to be mended · 1 not received")
    assert [each.name for each in Path("returned").glob("*.xlsx")] == ["So-Tai-chinh.xlsx"]

    code, _, err = typed("score", "nhan", *by, *among)
    assert code == 1
    assert "Group “Các sở” is not complete; missing: Sở Y tế." in err
    assert not Path("results").exists()

    write_answers(Path("returned/So-Tai-chinh.xlsx"), nguoi=20)
    shutil.copy(Path("returned/So-Tai-chinh.xlsx"), Path("nhan/So-Tai-chinh (sua).xlsx"))
    shutil.copy(Path("phieu/So-Y-te.xlsx"), Path("nhan/So-Y-te.xlsx"))
    write_answers(Path("nhan/So-Y-te.xlsx"), nguoi=8, may=2, mang="Có")
    code, out, _ = typed("check", "nhan", *by, *among)
    assert code == 0
    assert out.startswith("4 units: 4 in order · 0 to be mended · 0 not received")
    assert list(Path("returned").glob("*.xlsx")) != []  # somebody edited that file, so it stays

    assert typed("score", "nhan", *by, *among)[0] == 0
    code, out, _ = typed("rank", "--group", "so")
    # Nội vụ 38/40 × 10 + 5 = 14,5; Tài chính 5/20 × 10 + 5 = 7,5; Y tế 2/8 × 10 + 5 = 7,5
    rows = [line.split() for line in out.splitlines() if "Sở" in line]
    assert [(each[0], each[-1]) for each in rows] == [("1", "14.5"), ("2=", "7.5"), ("2=", "7.5")]
    code, out, _ = typed("explain", "Sở Tài chính", "1.1", *by)
    assert code == 0
    assert "2.5 / 10" in out
    assert "= 5 / 20 * 10" in out
