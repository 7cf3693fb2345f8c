"""``ictscore mapping`` and ``--mapping``: from the export of a survey tool to results, made again from the same files."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from ictscore.cli import run

EXPORTS = Path(__file__).parents[2] / "docs" / "examples" / "exports"
RULEBOOK = ["--rulebook", "quangbinh-2018"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder with the exports, in which commands are run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ICTSCORE_LANG", "en")
    for each in EXPORTS.iterdir():
        if each.suffix != ".yaml":
            shutil.copy(each, tmp_path)
    return tmp_path


def test_the_exports_are_what_the_script_makes(tmp_path):
    """The committed exports are made by tools/make_exports.py, byte for byte."""
    script = EXPORTS.parents[2] / "tools" / "make_exports.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True)
    for each in sorted(EXPORTS.iterdir()):
        assert (tmp_path / each.name).read_bytes() == each.read_bytes(), each.name


def doubled(folder: Path) -> Path:
    """Write the Google export again with three rows changed as people change them, and return its path."""
    with (folder / "google.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    rows[2][3] = "1.234"  # D3: a number with two readings
    again = [*rows[1]]
    again[0], again[4] = "20/12/2018 10:00:00", "1"  # the first unit sends again
    rows[3][6] = "đang làm"  # G4: neither yes nor no
    path = folder / "lan-2.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([*rows, again])
    return path


@pytest.mark.parametrize("name", ["kobo.xlsx", "google.csv", "microsoft.xlsx"])
def test_the_draft_for_a_clean_export_works_at_once(folder, capsys, name):
    """Draft, check and score: nothing is left to decide, every unit is in order, and the ranking is that of the sample."""
    assert run(["mapping", name, *RULEBOOK, "-o", "bang.yaml"]) == 0
    assert "Nothing is left to decide." in capsys.readouterr().err
    assert run(["check", name, *RULEBOOK, "--mapping", "bang.yaml", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["error"] == 0
    assert run(["score", name, *RULEBOOK, "--mapping", "bang.yaml", "-o", "kq.xlsx", "--format", "json"]) == 0
    mapped = json.loads(capsys.readouterr().out)
    survey = Path(__file__).parents[2] / "samples" / "quangbinh-2018" / "survey.xlsx"
    assert run(["score", str(survey), *RULEBOOK, "-o", "mau.xlsx", "--format", "json"]) == 0
    sample = json.loads(capsys.readouterr().out)
    assert totals(mapped) == totals(sample)
    assert mapped["origin"]["mapping"]["name"] == "bang.yaml"
    assert "mapping" not in sample["origin"]


def totals(results):
    """Return the totals of all units."""
    return {unit["unit"]: (unit["total"], unit["rank"]) for group in results["groups"] for unit in group["units"]}


def test_a_result_is_made_again_with_the_mapping(folder, capsys):
    """The mapping is an input: with it the result is made again, without it that is refused by name, changed it is another one."""
    run(["mapping", "kobo.xlsx", *RULEBOOK, "-o", "bang.yaml"])
    assert run(["score", "kobo.xlsx", *RULEBOOK, "--mapping", "bang.yaml", "-o", "kq.xlsx"]) == 0
    assert run(["reproduce", "kq.xlsx", "--inputs", "."]) == 0
    (folder / "kho").mkdir()
    shutil.move("bang.yaml", "kho/ten-khac.yml")
    assert run(["reproduce", "kq.xlsx", "--inputs", "kobo.xlsx", "--inputs", "kho"]) == 0
    capsys.readouterr()
    assert run(["reproduce", "kq.xlsx", "--inputs", "kobo.xlsx"]) == 2
    assert "bang.yaml" in capsys.readouterr().err
    with Path("kho/ten-khac.yml").open("a", encoding="utf-8") as stream:
        stream.write("# thêm một dòng\n")
    assert run(["reproduce", "kq.xlsx", "--inputs", "kobo.xlsx", "--inputs", "kho"]) == 2


def test_what_people_send_twice_and_wrongly_is_asked(folder, capsys):
    """One number with two readings, one word that is no answer, one unit twice, a part above its whole: each at its cell."""
    doubled(folder)
    run(["mapping", "google.csv", *RULEBOOK, "-o", "bang.yaml"])
    capsys.readouterr()
    assert run(["check", "lan-2.csv", *RULEBOOK, "--mapping", "bang.yaml", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    errors = {each["code"]: each for each in found if each["severity"] == "error"}
    at = {code: each["at"]["cell"] for code, each in errors.items()}
    assert at == {"SV202": "D3", "SV260": "G4", "UN151": "C23", "SV301": "AK23"}  # one computer, but antivirus on 44 of them
    assert "lan-2!C2 (submitted 03/12/2018 08:12:40), lan-2!C23 (submitted 20/12/2018 10:00:00)" in errors["UN151"]["message"]
    assert "The newest by the time it declares is lan-2!C23" in errors["UN151"]["message"]
    assert run(["score", "lan-2.csv", *RULEBOOK, "--mapping", "bang.yaml"]) == 1


def test_forms_go_back_to_who_has_to_mend_and_take_the_place_of_rows(folder, capsys):
    """Of an export, too, check --return writes a form for each unit with something to mend; it takes the place of all rows of its unit."""
    doubled(folder)
    run(["mapping", "google.csv", *RULEBOOK, "-o", "bang.yaml"])
    assert run(["check", "lan-2.csv", *RULEBOOK, "--mapping", "bang.yaml", "--return", "tra"]) == 1
    forms = sorted(Path("tra").glob("*.xlsx"))
    assert len(forms) == 3
    capsys.readouterr()
    run(["check", "lan-2.csv", str(forms[0]), *RULEBOOK, "--mapping", "bang.yaml", "--format", "json"])
    found = [each["code"] for each in json.loads(capsys.readouterr().out)["findings"] if each["severity"] == "error"]
    # Both rows of the unit are replaced; what was wrong in them still is, and the unit has to say that it looked the newest through.
    assert sorted(found) == ["SV202", "SV260", "SV301", "SV603"]


def test_columns_nobody_spoke_of_are_no_unit_s_to_mend(folder, capsys):
    """A column the mapping says nothing about stands against the result, and no form goes back for it."""
    run(["mapping", "google.csv", *RULEBOOK, "-o", "bang.yaml"])
    text = Path("bang.yaml").read_text(encoding="utf-8").replace('  - "Địa chỉ email"\n', "").replace("ignore:", "ignore: []")
    Path("bang.yaml").write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert run(["check", "google.csv", *RULEBOOK, "--mapping", "bang.yaml", "--return", "tra"]) == 1
    output = capsys.readouterr()
    assert "21 units: 21 in order" in output.out
    assert "SV714" in output.out
    assert not Path("tra").exists()


def test_a_draft_with_something_to_decide_exits_1_and_speaks_the_language(folder, capsys):
    """What is left to decide is said in numbers; comments are in the language of the command; nothing is overwritten unasked."""
    book = openpyxl.load_workbook("microsoft.xlsx")
    book.active["H1"] = "Số máy tính đang hỏng"
    book.save("ms.xlsx")
    assert run(["mapping", "ms.xlsx", *RULEBOOK, "-o", "bang.yaml", "--lang", "vi"]) == 1
    assert "Câu hỏi có cột: 40; chưa có cột: 1. Cột cần quyết định: 1; cột riêng của công cụ, bỏ qua: 5." in capsys.readouterr().err
    assert "# H: “Số máy tính đang hỏng”" in Path("bang.yaml").read_text(encoding="utf-8")
    assert run(["mapping", "ms.xlsx", *RULEBOOK, "-o", "bang.yaml"]) == 2
    assert run(["mapping", "ms.xlsx", *RULEBOOK, "-o", "ms.xlsx", "--force"]) == 2
    assert run(["mapping", "ms.xlsx", *RULEBOOK, "-o", "bang.yaml", "--force"]) == 1


def test_a_form_of_ours_needs_no_mapping(folder, capsys):
    """Asked to draft the mapping of our own table, the command says that it needs none."""
    survey = Path(__file__).parents[2] / "samples" / "quangbinh-2018" / "survey.xlsx"
    assert run(["mapping", str(survey), *RULEBOOK]) == 2
    assert "SV719" in capsys.readouterr().err


def test_without_an_output_the_draft_is_printed(folder, capsys):
    """The draft goes to standard output, talk does not."""
    assert run(["mapping", "kobo.xlsx", *RULEBOOK]) == 0
    output = capsys.readouterr()
    assert output.out.startswith("# Which column of kobo.xlsx")
    assert "Questions with a column: 41" in output.err


def test_a_mapping_that_does_not_hold_is_refused_with_lines(folder, capsys):
    """A mapping with a misspelt key is refused before anything is read, with its line and the key that was meant."""
    Path("bang.yaml").write_text("unit: A\ncolunms: {can_bo: B}\n", encoding="utf-8")
    assert run(["check", "kobo.xlsx", *RULEBOOK, "--mapping", "bang.yaml"]) == 2
    said = capsys.readouterr().err
    assert "bang.yaml:2:1 — error RB101" in said
    assert "did you mean “columns”?" in said


def test_every_command_that_reads_surveys_takes_the_mapping(folder, capsys):
    """Explain and rank read the same export by the same mapping, and score names the mapping in what it suggests."""
    run(["mapping", "google.csv", *RULEBOOK, "-o", "bang.yaml"])
    assert run(["score", "google.csv", *RULEBOOK, "--mapping", "bang.yaml", "-o", "kq.xlsx"]) == 0
    assert "explain google.csv --rulebook quangbinh-2018 --mapping bang.yaml" in capsys.readouterr().err
    assert run(["explain", "google.csv", *RULEBOOK, "--mapping", "bang.yaml", "Sở Nội vụ"]) == 0
    assert run(["rank", "google.csv", *RULEBOOK, "--mapping", "bang.yaml"]) == 0
