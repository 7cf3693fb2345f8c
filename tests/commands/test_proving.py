"""``lint --prove`` and ``test --coverage --mutate --write-boundaries`` on the command line: output, exit codes, both languages."""

from __future__ import annotations

import json

import pytest

from ictscore.cli import run


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    """Stand in a new folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ICTSCORE_LANG", "en")


def test_the_table_shows_each_criterion_with_its_range(capsys):
    """Every criterion has a row with the points it can give, its bounds and how far that is proved; the group has its total."""
    assert run(["lint", "vn-dti-2020", "--prove"]) == 0
    out, err = capsys.readouterr()
    row = next(line for line in out.splitlines() if line.strip().startswith("chinh_quyen_so.chi_so"))
    assert row.split()[-7:] == ["0", "–", "400", "0", "–", "400", "exact"]
    assert "Group tinh: by the formulas the total lies within 0 – 1; maximum points 1000." in out
    assert "Rulebooks checked: 1; errors: 0, warnings: 0, notes: 0." in err


def test_the_table_in_vietnamese(capsys):
    """The same table speaks Vietnamese."""
    assert run(["--lang", "vi", "lint", "vn-dti-2020", "--prove"]) == 0
    out = capsys.readouterr().out
    assert "Điểm có thể cho" in out
    assert "chính xác" in out


def test_json_names_ranges_and_examples(capsys):
    """JSON holds each range with its ends, and answers that reach them."""
    assert run(["lint", "vn-dti-2020", "--prove", "--format", "json"]) == 0
    proof = json.loads(capsys.readouterr().out)["proofs"][0]
    first = proof["criteria"][0]
    assert first["range"] == {"low": "0", "high": "400", "low_open": False, "high_open": False}
    assert first["exact"] is True
    assert first["most"] == {"answers": {"chinh_quyen_so": "1"}, "points": "400"}


def test_a_rulebook_with_other_errors_is_not_proved(tmp_path, capsys):
    """Where names lead nowhere nothing can be proved, and that is said instead."""
    (tmp_path / "rulebook.yaml").write_text(
        "id: hong\ntitle: T\ndecision: {source: {ref: m, basis: stated}}\nsources: {m: {title: M}}\nanswers: {a: {label: A, type: count}}\n"
        "groups: [{id: g, name: G, max_points: 1, source: {ref: m, basis: stated}}]\n"
        "sections:\n  - id: s\n    name: S\n    source: {ref: m, basis: stated}\n    criteria:\n"
        "      - {id: c, name: C, max_points: 1, formula: {kind: yes_no, of: b}, source: {ref: m, basis: stated}}\n",
        encoding="utf-8",
    )
    assert run(["lint", "rulebook.yaml", "--prove"]) == 1
    out = capsys.readouterr().out
    assert "RB799" in out
    assert "RB201" in out


def test_coverage_and_mutation_are_told(capsys):
    """How many branches are reached and how many slips noticed, as sentences and as JSON."""
    assert run(["test", "vn-ict-2017", "--coverage", "--mutate"]) == 0
    out = capsys.readouterr().out
    assert "vn-ict-2017: cases reach 2 of 2 branches (100.0 %)." in out
    assert "(100.0 %)" in out.splitlines()[1]
    assert run(["test", "vn-ict-2017", "--coverage", "--mutate", "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)["rulebooks"][0]
    assert record["coverage"]["branches"] == record["coverage"]["reached"] == 2
    assert record["mutation"]["survivors"] == []


def test_boundaries_are_written_once(tmp_path, capsys):
    """The file is written in the rulebook's language, never over another one without --force, and for one rulebook at a time."""
    assert run(["test", "vn-dti-2020", "--write-boundaries", "can.yaml"]) == 0
    text = (tmp_path / "can.yaml").read_text(encoding="utf-8")
    assert "confirmed: false" in text
    assert "ngay trên" in text or "đúng" in text
    assert run(["test", "vn-dti-2020", "--write-boundaries", "can.yaml"]) == 2
    assert run(["test", "vn-dti-2020", "--write-boundaries", "can.yaml", "--force"]) == 0
    assert run(["test", "vn-dti-2020", "vn-ict-2017", "--write-boundaries", "hai.yaml"]) == 2


def test_linting_alone_does_not_load_scoring():
    """Without --prove and --incentives nothing of scoring is imported."""
    import subprocess
    import sys

    code = "import sys; from ictscore.cli import run; run(['lint', 'vn-dti-2020']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "ictscore.commands.lint" in done.stdout.split()
    assert not {"ictscore.scoring", "ictscore.proofs"} & set(done.stdout.split())


def test_it_says_where_not_finding_is_no_proof(capsys):
    """Under vn-dti-2020 three numbers from 0 to 1 cannot all be tried: that is said, and only where incentives were looked for."""
    assert run(["lint", "vn-dti-2020", "--incentives"]) == 0
    said = "vn-dti-2020: 0 of 3 criteria were tried at every answer; for the others, what is not told was not found, which is no proof."
    assert said in capsys.readouterr().err
    assert run(["lint", "vn-dti-2020", "--prove"]) == 0
    assert "tried at every answer" not in capsys.readouterr().err
