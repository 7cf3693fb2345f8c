"""The reference pages are made from the code: they are current, and they leave nothing out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ictscore.cli import COMMANDS
from ictscore.codes import CODES
from ictscore.formulas.kinds import KINDS

ROOT = Path(__file__).resolve().parents[1]


def test_the_pages_are_current() -> None:
    """``tools/make_reference.py --check`` finds nothing stale."""
    command = [sys.executable, "tools/make_reference.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("page", "headings"),
    [
        ("formula-kinds.md", [f"## {kind}" for kind in KINDS]),
        ("cli-reference.md", [f"## ictscore {name}" for name in COMMANDS]),
        ("finding-codes.md", [f"| {code} |" for code in CODES]),
        ("rulebook-reference.md", ["## Rulebook", "## Criterion", "## Amendment change"]),
    ],
)
def test_nothing_is_left_out(page: str, headings: list[str]) -> None:
    """Every kind, command, code and part has its place on its page."""
    lines = (ROOT / "docs" / page).read_text(encoding="utf-8").splitlines()
    assert [each for each in headings if not any(line.startswith(each) for line in lines)] == []
