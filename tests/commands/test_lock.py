"""``ictscore lock`` and ``--locked``: scored is what was agreed on, or nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from ictscore.cli import run
from ictscore.rulebook.shipped import shipped_folder

SURVEY = Path(__file__).parents[2] / "samples" / "vn-dti-2020" / "survey.csv"


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ICTSCORE_LANG", "en")


def test_locked_and_scored(capsys):
    """A lock of today lets today's rulebook through, by its usual name or another."""
    assert run(["lock", "vn-dti-2020"]) == 0
    assert capsys.readouterr().out == "ictscore.lock\n"
    assert run(["score", str(SURVEY), "--rulebook", "vn-dti-2020", "--locked", "--provisional"]) in {0, 1}
    Path("ictscore.lock").rename("khoa.yaml")
    assert run(["score", str(SURVEY), "--rulebook", "vn-dti-2020", "--locked", "khoa.yaml", "--provisional", "-o", "b.xlsx"]) in {0, 1}
    assert Path("b.xlsx").exists()


def test_another_text_is_not_scored(capsys):
    """With another hash in the lock nothing is read, scored or written."""
    run(["lock", "vn-dti-2020"])
    lock = Path("ictscore.lock")
    text = lock.read_text(encoding="utf-8")
    at = text.index("hash: ") + 6
    lock.write_text(f"{text[:at]}{'0' * 64}{text[at + 64 :]}", encoding="utf-8")
    assert run(["score", str(SURVEY), "--rulebook", "vn-dti-2020", "--locked"]) == 2
    assert "RB610" in capsys.readouterr().err
    assert [each.name for each in Path().iterdir()] == ["ictscore.lock"]


def test_without_a_lock_nothing_is_scored(capsys):
    """--locked where there is no lock is refused."""
    assert run(["score", str(SURVEY), "--rulebook", "vn-dti-2020", "--locked"]) == 2
    assert "RB612" in capsys.readouterr().err


def test_a_lock_is_renewed_but_no_other_file_overwritten(capsys):
    """A lock takes the place of a lock, and of nothing else."""
    assert run(["lock", "vn-dti-2020"]) == run(["lock"]) == 0
    assert Path("ictscore.lock").read_text(encoding="utf-8").count("- id: ") > 5
    Path("thu.txt").write_text("của tôi", encoding="utf-8")
    assert run(["lock", "-o", "thu.txt"]) == 2
    assert Path("thu.txt").read_text(encoding="utf-8") == "của tôi"


@pytest.fixture
def own():
    """Make a rulebook of one's own, an amendment with its base and their lists of units, and lock both."""
    for each in ("binhthuan-2019", "binhthuan-2020"):
        shutil.copytree(shipped_folder("rulebooks") / each, Path("rb") / each)
    assert run(["lock", BOOK, BASE]) == 0
    return Path(BOOK)


BASE, BOOK = "rb/binhthuan-2019", "rb/binhthuan-2020"
ROUND = str(shipped_folder("samples") / "binhthuan-2020" / "survey.xlsx")
COMMANDS = {
    "score": ["score", ROUND, "-r", BOOK, "-o", "kq.xlsx"],
    "check": ["check", ROUND, "-r", BOOK],
    "explain": ["explain", ROUND, "Sở Nội vụ", "-r", BOOK],
    "whatif": ["whatif", ROUND, "-r", BOOK, "--unit", "Sở Nội vụ", "--set", "can_bo=1"],
    "margins": ["margins", ROUND, "-r", BOOK],
    "robustness": ["robustness", ROUND, "-r", BOOK, "--draws", "1"],
    "rank": ["rank", ROUND, "-r", BOOK],
    "form": ["form", BOOK, "--group", "pl_i", "-o", "phieu.xlsx"],
    "mapping": ["mapping", ROUND, "-r", BOOK],
    "units list": ["units", "list", BOOK],
    "units match": ["units", "match", BOOK, "SNV"],
    "diff-rulebooks": ["diff-rulebooks", BASE, BOOK],
    "lint": ["lint", BOOK],
    "lint --prove": ["lint", "--prove", BOOK],
    "test": ["test", BOOK],
    "test --write-boundaries": ["test", BOOK, "--write-boundaries", "bien.yaml"],
    "rulebook show": ["rulebook", "show", BOOK],
    "rulebook resolve": ["rulebook", "resolve", BOOK],
    "rulebook blame": ["rulebook", "blame", BOOK],
}
HASH = re.compile(r"[0-9a-f]{64}")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_holds_the_lock(own, capsys, name):
    """A word of the rulebook, or a name of its list of units, changed since: refused by every command, with both hashes and the place."""
    lock = Path("ictscore.lock").read_text(encoding="utf-8")
    for path, old, new, code in ((own / "rulebook.yaml", "title: ", "title: Khác, ", "RB610"), (own / "units.yaml", "Sở", "Sờ", "RB613")):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert run([*COMMANDS[name], "--locked"]) == 2
        said = capsys.readouterr().err
        assert f"{path} — error {code}" in said
        assert "see also ictscore.lock:" in said
        assert [each in lock for each in HASH.findall(said)] == [False, True]
        path.write_text(text, encoding="utf-8")
    assert not Path("kq.xlsx").exists()
    assert not Path("phieu.xlsx").exists()


def test_a_number_changed_in_the_base_is_found(own, capsys):
    """What an amendment takes over from its base is locked with it; so is the base."""
    base = Path(BASE) / "rulebook.yaml"
    text = base.read_text(encoding="utf-8")
    base.write_text(text.replace("max_points: 4\n", "max_points: 5\n", 1), encoding="utf-8")
    assert run(["units", "list", BASE, "--locked"]) == 2
    assert Path(BASE).name in capsys.readouterr().err


def test_another_list_of_units_is_not_used(own, capsys):
    """A list given by name has to be the locked one too; none is no list; a copy of the locked one is the same."""
    Path("khac.yaml").write_text((own / "units.yaml").read_text(encoding="utf-8") + "# khác\n", encoding="utf-8")
    for given in ("khac.yaml", "none"):
        assert run([*COMMANDS["check"], "--locked", "--units", given]) == 2
        assert "RB613" in capsys.readouterr().err
    shutil.copy(own / "units.yaml", "ban-sao.yaml")
    assert run([*COMMANDS["margins"], "--locked", "--units", "ban-sao.yaml"]) in {0, 1}


def test_a_lock_that_was_edited_is_refused(own, capsys):
    """A hash that is none, a key taken out, a rulebook named twice: the line is told."""
    text = Path("ictscore.lock").read_text(encoding="utf-8")
    twice = text + "".join(text.splitlines(keepends=True)[2:])
    for edited, code in ((text.replace("hash: ", "hash: z", 1), "RB103"), (text[: text.index("    hash: ")], "RB102"), (twice, "RB614")):
        Path("sua.lock").write_text(edited, encoding="utf-8")
        assert run([*COMMANDS["units list"], "--locked", "sua.lock"]) == 2
        said = capsys.readouterr().err
        assert code in said
        assert "sua.lock:" in said


def test_a_rulebook_that_the_lock_does_not_name_is_refused(own, capsys):
    """The lock tells which ones it names."""
    assert run(["units", "list", "quangbinh-2018", "--locked"]) == 2
    said = capsys.readouterr().err
    assert "RB611" in said
    assert "binhthuan-2019, binhthuan-2020" in said


def test_results_are_held_too(own, capsys):
    """The rulebook a result names is taken by reproduce, compare and verify if the lock allows it."""
    assert run([*COMMANDS["score"], "--provisional", "--live", "song.xlsx"]) in {0, 1}
    lock = Path("ictscore.lock")
    text = lock.read_text(encoding="utf-8")
    at = text.rindex("hash: ") + 6
    lock.write_text(f"{text[:at]}{'0' * 64}{text[at + 64 :]}", encoding="utf-8")
    words = ["--rulebook", BOOK, "--locked"]
    both = ["--rulebook-old", BOOK, "--rulebook-new", BOOK, "--locked"]
    for each in (
        ["reproduce", "kq.xlsx", "--inputs", ROUND, *words],
        ["verify", "song.xlsx", *words],
        ["compare", "kq.xlsx", "kq.xlsx", *both],
    ):
        assert run(each) == 2
        assert "RB610" in capsys.readouterr().err


def test_a_file_that_is_no_lock_is_overwritten_only_by_force(own, capsys):
    """IO401 advises --force, and so it is there."""
    Path("ghi-chu.txt").write_text("của tôi", encoding="utf-8")
    words = ["lock", BOOK, "-o", "ghi-chu.txt"]
    assert run(words) == 2
    assert "IO401" in capsys.readouterr().err
    assert run([*words, "--force"]) == 0
    assert Path("ghi-chu.txt").read_bytes().startswith(b"# ictscore lock\n")
