"""``ictscore diff-rulebooks``: what it prints, and its exit code."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from ictscore.cli import run

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "diff" / "golden"
EDITIONS = ["rulebooks/binhthuan-2019", "rulebooks/binhthuan-2020"]
KHANH_HOA = ["rulebooks/khanhhoa-2018", "docs/examples/khanhhoa-2018-sua"]
OF_2019 = ["--survey", "samples/binhthuan-2019/survey.xlsx"]
GOLDEN_OUTPUTS = {
    "binhthuan-2019-2020.txt": [*EDITIONS],
    "binhthuan-2019-2020-impact.txt": [*EDITIONS, *OF_2019],
    "binhthuan-2019-2020-impact.vi.md": [*EDITIONS, *OF_2019, "--format", "markdown", "--lang", "vi"],
    "binhthuan-two-surveys.txt": [*EDITIONS, "--survey-old", OF_2019[1], "--survey-new", "samples/binhthuan-2020/survey.xlsx"],
    "khanhhoa-2018-sua-impact.txt": [*KHANH_HOA, "--survey", "samples/khanhhoa-2018/survey.xlsx", "--all-units"],
}
"""Outputs that were read and checked by eye: renew one with the command beside it (--lang en where none is named), and read it again."""


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Places are relative to where the command is run."""
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("name", GOLDEN_OUTPUTS)
def test_outputs_stay_as_they_were_read(name: str, capsys) -> None:
    """Bình Thuận 2019 and 2020 (articles 8 and 12, the annexes) and an amendment of Khánh Hòa are told as was checked by eye."""
    asked = GOLDEN_OUTPUTS[name]
    assert run(["diff-rulebooks", *asked, *([] if "--lang" in asked else ["--lang", "en"])]) == 0
    assert capsys.readouterr().out == (GOLDEN / name).read_text(encoding="utf-8")


def test_the_exit_code_is_asked_for(capsys) -> None:
    """With --exit-code a difference gives 1, in every format; none gives 0."""
    for how in ("text", "markdown", "html", "json"):
        assert run(["diff-rulebooks", *EDITIONS, "--exit-code", "--format", how]) == 1
        assert run(["diff-rulebooks", EDITIONS[0], EDITIONS[0], "--exit-code", "--format", how]) == 0
    assert run(["diff-rulebooks", EDITIONS[0], "khong-co"]) == 2
    capsys.readouterr()


def test_nothing_differs_from_itself(capsys) -> None:
    """A rulebook against itself is one sentence."""
    assert run(["diff-rulebooks", EDITIONS[0], EDITIONS[0], "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "No difference in meaning."


def test_json_is_exact(capsys) -> None:
    """JSON has both rulebooks with their hashes, exact numbers, codes, both places, and sums that add up."""
    run(["diff-rulebooks", *EDITIONS, "--format", "json", "--lang", "en"])
    document = json.loads(capsys.readouterr().out)
    assert document["schema_version"] == "1"
    assert (document["old"]["id"], document["new"]["id"]) == ("binhthuan-2019", "binhthuan-2020")
    assert document["summary"]["changes"] == len(document["changes"]) == sum(document["summary"]["by_matter"].values())
    change = next(each for each in document["changes"] if each["path"].endswith("i.to_chuc.hop/max_points"))
    assert (change["code"], change["old"]["value"], change["new"]["value"], change["delta"]) == (
        "criterion.max_points.changed",
        "4",
        "3",
        "-1",
    )
    assert change["old"]["at"]["file"] == "rulebooks/binhthuan-2019/rulebook.yaml"
    assert change["new"]["place"].startswith("rulebooks/binhthuan-2020/rulebook.yaml:")
    award = next(each for each in document["changes"] if each["code"] == "award.added")
    assert award["old"] is None
    assert [(each["group"], each["old_count"], each["new_count"]) for each in document["groups"]] == [
        ("pl_i", 28, 29),
        ("pl_ii", 22, 24),
        ("pl_iii", 22, 23),
        ("pl_iv", 29, 31),
    ]


def test_json_names_severity_clause_and_a_lasting_id(capsys) -> None:
    """Every change has its severity, its clause where the amendment says it, examples that show it, and an id of its own."""
    run(["diff-rulebooks", *EDITIONS, "--format", "json", "--lang", "en"])
    document = json.loads(capsys.readouterr().out)
    ids = [each["stable_id"] for each in document["changes"]]
    assert len(set(ids)) == len(ids)
    change = next(each for each in document["changes"] if each["code"] == "criterion.formula.changed" and each["id"] == "i.to_chuc.hop")
    assert (change["severity"], change["clause"], change["more"]) == ("stricter", "Thay thế Phụ lục I", None)
    assert change["less"] == {"answers": {"so_cuoc_hop": "1"}, "old": "1", "new": "0"}
    removed = next(each for each in document["changes"] if each["id"] == "i.ha_tang.thiet_bi")
    assert (removed["verb"], removed["severity"], removed["clause"]) == ("removed", "open", "Thay thế Phụ lục I")


def test_json_shares_add_up(capsys) -> None:
    """In JSON the shares of every unit, with what is said apart, add up exactly to its movement."""
    assert run(["diff-rulebooks", *EDITIONS, *OF_2019, "--format", "json", "--lang", "en"]) == 0
    impact = json.loads(capsys.readouterr().out)["impact"]
    units = [unit for group in impact["groups"] for unit in group["units"]]
    assert len(units) == 36
    for unit in units:
        apart = [unit[name] for name in ("answers", "maximum", "rounding", "otherwise")]
        assert sum(map(Fraction, [*apart, *(each["points"] for each in unit["shares"])])) == Fraction(unit["movement"])
    assert {each["criterion"] for each in impact["not_scored"]} >= {"i.ha_tang.ipv6", "iv.an_toan.giam_sat"}


def approvals(path: Path, ids: list[str]) -> list[str]:
    """Write approvals of these ids and return the option that names them."""
    lines = [f"  - {{id: {each}, who: Trần Thị B, why: Đã đối chiếu}}" for each in ids]
    path.write_text("\n".join(["approvals:", *lines]) + "\n", encoding="utf-8")
    return ["--approvals", str(path)]


def test_approved_changes_do_not_fail(tmp_path: Path, capsys) -> None:
    """--fail-on stricter fails until every such change is approved; an approval that belongs to nothing is reported."""
    asked = ["diff-rulebooks", *KHANH_HOA, "--fail-on", "stricter", "--lang", "en"]
    assert run(asked) == 1
    assert "Changes not approved: 4 (" in capsys.readouterr().err
    run([*asked, "--format", "json"])
    failing = json.loads(capsys.readouterr().out)["failing"]["changes"]
    assert len(failing) == 4
    assert run([*asked, *approvals(tmp_path / "a.yaml", failing)]) == 0
    told = capsys.readouterr()
    assert told.out.count("approved by Trần Thị B: Đã đối chiếu") == 4
    assert run([*asked, *approvals(tmp_path / "b.yaml", [*failing[:3], "0123456789ab"])]) == 1
    assert "The approval 0123456789ab (by Trần Thị B) belongs to no change here." in capsys.readouterr().err
    assert run([*asked, "--fail-on", "reorder", *approvals(tmp_path / "a.yaml", failing)]) == 1
    capsys.readouterr()


def test_outcomes_fail_until_what_is_behind_them_is_approved(tmp_path: Path, capsys) -> None:
    """--fail-on award-changed fails for units, and no more once all changes that move their group are approved."""
    asked = ["diff-rulebooks", *KHANH_HOA, "--survey", "samples/khanhhoa-2018/survey.xlsx", "--fail-on", "award-changed", "--lang", "en"]
    assert run(asked) == 1
    assert "Units whose outcome nobody approved: 3 (" in capsys.readouterr().err
    run([*asked, "--format", "json"])
    bundles = json.loads(capsys.readouterr().out)["impact"]["bundles"]
    assert run([*asked, *approvals(tmp_path / "a.yaml", [each for bundle in bundles for each in bundle["changes"]])]) == 0
    capsys.readouterr()


@pytest.mark.parametrize(
    "text", ["- x\n", "approvals: x\n", "approvals: [{id: a, who: b}]\n", "approvals: [{id: a, who: b, why: c, x: d}]\n"]
)
def test_what_is_no_file_of_approvals_is_refused(text: str, tmp_path: Path, capsys) -> None:
    """A file of approvals says id, who and why of each, and nothing else."""
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    assert run(["diff-rulebooks", *KHANH_HOA, "--approvals", str(path)]) == 2
    assert run(["diff-rulebooks", *KHANH_HOA, "--approvals", str(tmp_path / "none.yaml")]) == 2
    twice = "approvals: [{id: a, who: b, why: c}, {id: a, who: b, why: c}]"
    path.write_text(twice, encoding="utf-8")
    assert run(["diff-rulebooks", *KHANH_HOA, "--approvals", str(path), "--lang", "en"]) == 2
    assert "The approval a stands twice." in capsys.readouterr().err


def test_options_that_do_not_go_together_are_refused(capsys) -> None:
    """Outcomes need a survey; one survey or two, not both; two together or none; two rulebooks."""
    for more in (
        ["--fail-on", "rank-changed"],
        ["--survey", "a", "--survey-old", "b", "--survey-new", "c"],
        ["--survey-old", "b"],
        ["x"],
    ):
        assert run(["diff-rulebooks", *EDITIONS, *more]) == 2
    capsys.readouterr()


def test_a_survey_with_errors_is_told_and_fails(tmp_path: Path, capsys) -> None:
    """An answer that cannot be read makes what is said of the units provisional, and the exit code 1."""
    path = tmp_path / "survey.csv"
    path.write_text("unit,group,may_tinh\nSở A,nhom_1,nhiều\n", encoding="utf-8")
    assert run(["diff-rulebooks", *KHANH_HOA, "--survey", str(path), "--lang", "en"]) == 1
    assert "what is said of its units is provisional" in capsys.readouterr().err


def test_a_survey_that_one_side_does_not_ask_for_has_no_faults(capsys) -> None:
    """Where two rulebooks share no question, the units are not called empty: what cannot be scored is named instead."""
    assert run(["diff-rulebooks", "vn-dti-2020", "vn-dti-2022", "--survey", "samples/vn-dti-2020/survey.csv", "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert "holds no answer at all" not in told.err
    assert "Under the newer rulebook 8 criteria cannot be scored" in told.err
    assert "≈ 0 (3/100000)" in told.out


def test_html_is_one_file_without_markup_from_outside(capsys) -> None:
    """HTML stands alone: no script, nothing loaded, texts escaped, and every unit explained."""
    assert run(["diff-rulebooks", *KHANH_HOA, "--survey", "samples/khanhhoa-2018/survey.xlsx", "--format", "html", "--lang", "vi"]) == 0
    text = capsys.readouterr().out
    assert text.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert "<script" not in text
    assert "http" not in text
    assert text.count("<h3>") == 3 + 37
