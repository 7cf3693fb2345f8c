"""The documents show what the program does."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def _tool():
    spec = importlib.util.spec_from_file_location("run_docs", ROOT / "tools" / "run_docs.py")
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["run_docs"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["README.md", "docs/check.md", "docs/diff.md", "docs/robustness.md"])
def test_every_command_of_a_document_prints_what_is_shown(name):
    """Every command in a document's console blocks runs and prints exactly the lines shown below it."""
    tool = _tool()
    different = [(example.command, found) for example, found in tool.failures(ROOT / name)]
    assert different == []


def test_the_readme_shows_commands():
    """The README has console blocks with the main commands, so the test above cannot pass by finding nothing."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("score", "rank", "explain", "check", "form", "diff-rulebooks", "lint", "test", "rulebook list"):
        assert f"$ ictscore {command}" in text, command


def test_the_page_on_ci_uses_options_that_exist():
    """Every command on the page about continuous integration can be parsed: no option is invented."""
    import re
    import shlex

    import click

    from ictscore.cli import group

    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    lines = re.findall(r"(?:- run: |    - )(ictscore .*)", text)
    assert len(lines) >= 5
    for line in lines:
        name, *words = shlex.split(line)[1:]
        with group.make_context("ictscore", [name], resilient_parsing=True) as context:
            command = group.get_command(context, name)
        assert command is not None, line
        command.make_context(name, words, parent=click.Context(group))
