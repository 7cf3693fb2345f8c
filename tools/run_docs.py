"""Run the commands that documents show and hold their output against what is printed there; ``--write`` puts the real output in.

A ```console block holds commands after ``$ `` and their output. A line ``…`` in the output stands for lines left out. Every document
runs in a folder of its own that has ``samples`` and ``rulebooks``; commands of one document see each other's files.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("README.md", "docs/check.md", "docs/diff.md", "docs/mapping.md", "docs/robustness.md", "docs/whatif.md")
ELLIPSIS = "…"

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A command and the lines that are said to follow it."""

    command: str
    expected: tuple[str, ...]


def examples_in(block: str) -> Iterator[Example]:
    """Yield the commands of a block with their output."""
    command, lines = "", list[str]()
    for line in block.splitlines():
        if line.startswith("$ "):
            if command:
                yield Example(command, tuple(lines))
            command, lines = line[2:], []
        else:
            lines.append(line)
    if command:
        yield Example(command, tuple(lines))


def run(command: str, folder: Path) -> list[str]:
    """Return what a command prints, both streams together, as lines without trailing blanks."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "ICTSCORE_LANG": "en", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(  # noqa: S602 - the documents are ours
        command, shell=True, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return [line.rstrip() for line in done.stdout.decode("utf-8").splitlines()]


def matches(expected: tuple[str, ...], found: list[str]) -> bool:
    """Return whether the output is as shown, an ellipsis standing for any lines."""
    pattern = "\n".join("(?:.*\n?)*?" if line.strip() == ELLIPSIS else re.escape(line) for line in expected)
    return re.fullmatch(pattern.replace("(?:.*\n?)*?\n", "(?:.*\n?)*?"), "\n".join(found)) is not None


def prepared(folder: Path) -> Path:
    """Return ``folder`` with what the commands expect to find."""
    for name in ("samples", "rulebooks", "docs"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def failures(document: Path) -> Iterator[tuple[Example, list[str]]]:
    """Yield every command of a document whose output differs, with what it printed."""
    with tempfile.TemporaryDirectory() as name:
        folder = prepared(Path(name))
        for block in _BLOCK.findall(document.read_text(encoding="utf-8")):
            for example in examples_in(block):
                found = run(example.command, folder)
                if not matches(example.expected, found):
                    yield example, found


def rewritten(text: str) -> str:
    """Return a document with the real output of every command whose output is shown whole."""
    with tempfile.TemporaryDirectory() as name:
        folder = prepared(Path(name))

        def renew(block: re.Match[str]) -> str:
            lines = ["```console"]
            for example in examples_in(block.group(1)):
                found = run(example.command, folder)
                shown = list(example.expected) if matches(example.expected, found) else found
                lines += [f"$ {example.command}", *shown]
            return "\n".join([*lines, "```"])

        return _BLOCK.sub(renew, text)


def main() -> int:
    """Check the documents, or renew them."""
    code = 0
    for name in DOCUMENTS:
        document = ROOT / name
        if "--write" in sys.argv:
            document.write_text(rewritten(document.read_text(encoding="utf-8")), encoding="utf-8")
            continue
        for example, found in failures(document):
            code = 1
            print(f"{name}: $ {example.command}", *found, sep="\n  ")
    return code


if __name__ == "__main__":
    sys.exit(main())
