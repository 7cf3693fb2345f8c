"""Faults put into a sound rulebook are found, each by its code and at its place, and shown by answers that ``score`` confirms."""

from __future__ import annotations

import csv
import json
from fractions import Fraction

import pytest
from seeded_faults import SOUND, seeds

from ictscore.cli import run
from ictscore.expr.values import Blank
from ictscore.proofs.prove import prove
from ictscore.proofs.trial import answer_text
from ictscore.rulebook.load import examine


def proof_of(text, folder):
    """Write a rulebook down and return its proof."""
    folder.mkdir(exist_ok=True)
    path = folder / "rulebook.yaml"
    path.write_text(text, encoding="utf-8")
    loaded, findings = examine(path)
    assert loaded is not None, [each.message for each in findings]
    return path, prove(loaded, findings, incentives=True)


def test_the_sound_rulebook_has_no_doubts(tmp_path):
    """The twin without faults: nothing is found in it, and every range is exact."""
    _, proof = proof_of(SOUND.read_text(encoding="utf-8"), tmp_path)
    assert proof.doubts == ()
    assert all(each.is_inside and each.is_reached for each in proof.study.leaves)


@pytest.mark.parametrize("seed", seeds(), ids=lambda each: each.it)
def test_each_fault_is_found_at_its_place(seed, tmp_path):
    """A single fault is found by its code, about the thing it is in, at its line, and brings nothing else but what it must."""
    text = seed.put_into(SOUND.read_text(encoding="utf-8"))
    _, proof = proof_of(text, tmp_path)
    wanted = (seed.code, seed.at, seed.line(text))
    found = [each for each in proof.doubts if (each.finding.code, each.at, each.finding.place.line) == wanted]
    assert found, [(each.finding.code, each.at, str(each.finding.place)) for each in proof.doubts]
    others = {each.finding.code for each in proof.doubts if each not in found}
    assert others <= seed.also
    if seed.column:
        line = text.splitlines()[seed.line(text) - 1]
        assert found[0].finding.place.column > line.index("expr: ") + len('expr: "')


def test_at_least_thirty_faults_at_once(tmp_path):
    """In one rulebook with all faults that fit beside each other, more than thirty, every one is found by its code and subject."""
    text = SOUND.read_text(encoding="utf-8")
    planted = []
    for seed in seeds():
        if all(text.count(old) == 1 for old, _ in seed.changes):
            text = seed.put_into(text)
            planted.append(seed)
    assert len(planted) >= 30
    _, proof = proof_of(text, tmp_path)
    found = {(each.finding.code, each.at) for each in proof.doubts}
    assert {(each.code, each.at) for each in planted} <= found


@pytest.mark.parametrize("seed", seeds(), ids=lambda each: each.it)
def test_score_confirms_every_example(seed, tmp_path, monkeypatch, capsys):
    """Each counter-example, given to ``score`` as a table, comes to exactly what the finding says."""
    path, proof = proof_of(seed.put_into(SOUND.read_text(encoding="utf-8")), tmp_path / "bo")
    monkeypatch.chdir(tmp_path)
    told = [each for each in proof.doubts if each.finding.code == seed.code]
    assert told
    if any(finding.code != "RB210" and finding.severity == "error" for finding in examine(path)[1]):
        return  # lint refuses such a rulebook before anything is scored; its examples were scored without that door
    for example in [example for each in told for example in each.examples]:
        _write_table(tmp_path / "bang.csv", example)
        run(["score", "bang.csv", "--rulebook", str(path), "--format", "json", "--provisional", "--force", "-o", "kq.xlsx"])
        _compare(json.loads(capsys.readouterr().out), example)


def _write_table(path, example):
    names = sorted({name for answers in (example.answers, *example.others) for name in answers})
    rows = [(example.unit, example.answers)] + [(f"Đơn vị {number}", answers) for number, answers in enumerate(example.others, 2)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["unit", "group", *names])
        for unit, answers in rows:
            writer.writerow([unit, example.group, *[_cell(answers[name]) if name in answers else "" for name in names]])


def _cell(value):
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Blank):
        return "" if value.kind == "missing" else "không áp dụng"
    return answer_text(value)


def _compare(document, example):
    unit = next(each for group in document["groups"] for each in group["units"] if each["unit"] == example.unit)
    if example.shows == "points":
        score = next(each for each in unit["criteria"] if each["id"] == example.of)
        assert score["status"] == example.status
        assert example.status == "error" or Fraction(score["exact"]) == example.result
    elif example.shows == "grade":
        assert unit["grade"] == example.result
    else:
        assert Fraction(unit[example.shows]) == example.result


def test_a_criterion_that_is_refuted_is_not_told_as_only_not_proved(tmp_path, capsys):
    """Without its cap 2 × so_lop leaves 0 to 10 with 6 classes: the table and JSON say that it is refuted, as RB701 shows."""
    seed = next(each for each in seeds() if each.it == "no cap")
    path, _ = proof_of(seed.put_into(SOUND.read_text(encoding="utf-8")), tmp_path)
    assert run(["lint", str(path), "--prove", "--lang", "en"]) == 1
    told = next(line for line in capsys.readouterr().out.splitlines() if line.strip().startswith("lop "))
    assert told.rstrip().endswith("refuted")
    run(["lint", str(path), "--prove", "--format", "json"])
    proofs = json.loads(capsys.readouterr().out)["proofs"][0]["criteria"]
    assert {each["id"]: (each["proved_inside"], each["refuted"]) for each in proofs}["lop"] == (False, True)
    assert [each["id"] for each in proofs if each["refuted"]] == ["lop"]
