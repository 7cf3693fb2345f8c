"""Rulebooks in git: a real repository whose ``git diff`` is ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ictscore.cli import run

ROOT = Path(__file__).resolve().parents[2]
COMMAND = f'"{sys.executable}" -m ictscore diff-rulebooks --git'
TEXTCONV = f'"{sys.executable}" -m ictscore diff-rulebooks --textconv'


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder without anybody's settings and return what it prints."""
    return git_both(folder, *arguments).stdout.decode()


def git_both(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder without anybody's settings and return what it prints and what it says beside."""
    settings = ["-c", "user.name=T", "-c", "user.email=t@t.vn", "-c", "commit.gpgsign=false"]
    environment = os.environ | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "ICTSCORE_LANG": "en",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(["git", *settings, *arguments], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with a rulebook and its amendment, one commit, the driver set up as the documentation says."""
    for name in ("binhthuan-2019", "binhthuan-2020"):
        (tmp_path / "rulebooks" / name).mkdir(parents=True)
        shutil.copyfile(ROOT / "rulebooks" / name / "rulebook.yaml", tmp_path / "rulebooks" / name / "rulebook.yaml")
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitattributes").write_text("rulebooks/*/rulebook.yaml diff=ictscore\n", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Rulebooks")
    return tmp_path


def change(repository: Path, name: str, old: str, new: str) -> None:
    """Change a text of a rulebook in the working tree."""
    path = repository / "rulebooks" / name / "rulebook.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_git_diff_speaks_of_rules(repository: Path) -> None:
    """With the driver ``git diff`` says which rule changed, how severely, and where in both versions; an amendment finds its base."""
    git(repository, "config", "diff.ictscore.command", COMMAND)
    change(
        repository,
        "binhthuan-2020",
        'id: i.to_chuc.hop\n        number: "1.2"\n        name: Họp chuyên đề trong kỳ\n        max_points: 3',
        'id: i.to_chuc.hop\n        number: "1.2"\n        name: Họp chuyên đề trong kỳ\n        max_points: 2.5',
    )
    change(
        repository,
        "binhthuan-2020",
        "        max_points: 5\n        formula: {kind: ratio, of: nhiem_vu_xong",
        "        max_points: 5.5\n        formula: {kind: ratio, of: nhiem_vu_xong",
    )
    shown = git(repository, "diff")
    assert "~ criterion i.to_chuc.hop “Họp chuyên đề trong kỳ”: maximum points: 3 → 2.5 (−0.5)" in shown
    assert "points · stricter · Thay thế Phụ lục I · " in shown
    assert "- a/rulebooks/binhthuan-2020/rulebook.yaml:239:21" in shown
    assert "+ b/rulebooks/binhthuan-2020/rulebook.yaml:239:21" in shown
    assert "rulebook.yaml: there is only one version" not in shown


def test_git_diff_between_commits_and_of_new_files(repository: Path) -> None:
    """Two commits compare like the working tree; a file that came has one version only, which is said and no error."""
    git(repository, "config", "diff.ictscore.command", COMMAND)
    change(repository, "binhthuan-2019", "name: Họp chuyên đề trong kỳ", "name: Họp chuyên đề")
    shutil.copytree(repository / "rulebooks" / "binhthuan-2019", repository / "rulebooks" / "moi")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Wording")
    shown = git(repository, "diff", "HEAD~1", "HEAD", "--", "rulebooks/binhthuan-2019")
    assert "wording · wording only" in shown
    assert "Họp chuyên đề trong kỳ → Họp chuyên đề" in shown
    git(repository, "diff", "HEAD~1", "HEAD")


def test_textconv_gives_one_fact_a_line(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a textconv git compares facts line by line: order and quoting are no differences, a changed number is one line."""
    git(repository, "config", "diff.ictscore.textconv", TEXTCONV)
    change(repository, "binhthuan-2019", "scale: {max_points: 100, result: percent", 'scale: {result: percent, max_points: "100.0"')
    change(repository, "binhthuan-2019", "rounding: {total: 2,", "rounding: {total: 1,")
    lines = [line for line in git(repository, "diff").splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    assert lines == ["-rounding total: 2", "+rounding total: 1"]
    assert run(["diff-rulebooks", "--textconv", str(repository / "rulebooks" / "binhthuan-2019"), "--lang", "en"]) == 0
    assert "criterion i.to_chuc.hop max_points: 4" in capsys.readouterr().out.splitlines()


def test_arguments_of_git_are_known_without_being_told(repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    """Seven arguments of git's shape are git's; nine too (a rename); any other number than two is refused."""
    monkeypatch.chdir(repository)
    path = "rulebooks/binhthuan-2019/rulebook.yaml"
    assert run(["diff-rulebooks", path, path, "0" * 40, "100644", path, "0" * 40, "100644", "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "No difference in meaning."
    assert run(["diff-rulebooks", path, "/dev/null", ".", ".", path, "0" * 40, "100644", "--lang", "en"]) == 0
    assert capsys.readouterr().err == f"{path}: there is only one version to read.\n"
    assert run(["diff-rulebooks", path, path, path]) == 2
    assert run(["diff-rulebooks", "--textconv", path, path]) == 2


def test_a_broken_version_is_compared_line_by_line(repository: Path) -> None:
    """A version that is no YAML stops nothing: its lines are compared, other files by meaning; the finding names the file."""
    git(repository, "config", "diff.ictscore.command", COMMAND)
    shutil.copytree(repository / "rulebooks" / "binhthuan-2019", repository / "rulebooks" / "khac")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Another")
    change(repository, "binhthuan-2019", "rounding: {total: 2,", "rounding: {total: [1,")
    change(repository, "khac", "name: Họp chuyên đề trong kỳ", "name: Họp chuyên đề")
    done = git_both(repository, "diff")
    path = "rulebooks/binhthuan-2019/rulebook.yaml"
    lines = done.stdout.decode().splitlines()
    assert lines[0] == f"{path}: not both versions can be read as rulebooks; compared line by line."
    assert lines[1:3] == [f"--- a/{path}", f"+++ b/{path}"]
    changed = [line.strip() for line in lines[3:] if line.startswith(("-rounding", "+rounding"))]
    assert [line[:22] for line in changed] == ["-rounding: {total: 2, ", "+rounding: {total: [1,"]
    assert "Họp chuyên đề trong kỳ → Họp chuyên đề" in done.stdout.decode()
    told = done.stderr.decode()
    assert f"b/{path}:" in told
    assert "RB003" in told
    assert "/tmp" not in told
    assert str(repository) not in told


def test_a_broken_version_in_a_commit_and_a_broken_base(repository: Path) -> None:
    """Mended since the last commit, the older side is the one named; where the base of an amendment is broken, that is."""
    git(repository, "config", "diff.ictscore.command", COMMAND)
    change(repository, "binhthuan-2020", "name: Họp chuyên đề trong kỳ", "name: [Họp chuyên đề")
    git(repository, "commit", "-q", "-a", "-m", "Broken")
    change(repository, "binhthuan-2020", "name: [Họp chuyên đề", "name: Họp chuyên đề")
    done = git_both(repository, "diff")
    assert "a/rulebooks/binhthuan-2020/rulebook.yaml:" in done.stderr.decode()
    assert "+        name: Họp chuyên đề" in done.stdout.decode().splitlines()
    git(repository, "commit", "-q", "-a", "-m", "Mended")
    change(repository, "binhthuan-2019", "rounding: {total: 2,", "rounding: {total: [1,")
    done = git_both(repository, "diff", "HEAD~1", "HEAD")
    assert "\nrulebooks/binhthuan-2019/rulebook.yaml:" in done.stderr.decode()


def test_textconv_of_a_broken_version_is_its_text(repository: Path) -> None:
    """As a textconv, what cannot be read as a rulebook is handed to git as it stands; both sides of a change to it are shown."""
    git(repository, "config", "diff.ictscore.textconv", TEXTCONV)
    change(repository, "binhthuan-2019", "rounding: {total: 2,", "rounding: {total: [1,")
    git(repository, "commit", "-q", "-a", "-m", "Broken")
    change(repository, "binhthuan-2019", "rounding: {total: [1,", "rounding: {total: [3,")
    done = git_both(repository, "diff")
    changed = [line[:22] for line in done.stdout.decode().splitlines() if line.startswith(("-rounding", "+rounding"))]
    assert changed == ["-rounding: {total: [1,", "+rounding: {total: [3,"]
    assert "RB003" in done.stderr.decode()
    assert "git-blob" not in done.stderr.decode()
    assert run(["diff-rulebooks", "--textconv", str(repository / "nowhere.yaml")]) == 2
