"""The wheel is whole: installed elsewhere, it scores."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Return the ictscore command of an empty environment into which the built wheel was installed."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)],
        check=True,
    )
    [wheel] = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    binaries = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([binaries / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)], check=True)
    return binaries / "ictscore"


def _run(command, *arguments, cwd):
    return subprocess.run([command, *arguments], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_wheel_lists_the_rulebooks_it_carries(installed, tmp_path):
    """`rulebook list` in an empty folder shows every rulebook of the checkout."""
    done = _run(installed, "rulebook", "list", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for path in (ROOT / "rulebooks").glob("*/rulebook.yaml"):
        assert path.parent.name in done.stdout


def test_the_wheel_scores_a_survey_by_a_rulebook_it_carries(installed, tmp_path):
    """Scoring the sample with the installed program writes the results workbook and gives the checkout's ranking."""
    survey = ROOT / "samples" / "binhthuan-2020" / "survey.xlsx"
    arguments = ("score", str(survey), "--rulebook", "binhthuan-2020", "--format", "json")
    elsewhere = _run(installed, *arguments, cwd=tmp_path)
    assert elsewhere.returncode == 0, elsewhere.stderr
    assert (tmp_path / "survey.binhthuan-2020.results.xlsx").is_file()
    (tmp_path / "here").mkdir()
    here = _run(sys.executable, "-m", "ictscore", *arguments, cwd=tmp_path / "here")
    assert json.loads(elsewhere.stdout)["groups"] == json.loads(here.stdout)["groups"]


def test_the_wheel_speaks_vietnamese(installed, tmp_path):
    """The catalogues are in the wheel: with --lang vi a refusal comes in Vietnamese."""
    done = _run(installed, "lint", "no-such-rulebook", "--lang", "vi", cwd=tmp_path)
    assert done.returncode == 2
    assert "bộ tiêu chí" in done.stderr


def test_the_wheel_prints_the_schema(installed, tmp_path):
    """The JSON Schema for editors is in the wheel."""
    done = _run(installed, "rulebook", "schema", cwd=tmp_path)
    assert json.loads(done.stdout)["$schema"] == "http://json-schema.org/draft-07/schema#"
