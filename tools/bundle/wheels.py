"""The wheelhouse: the project's own wheel and, for every Python it supports, what it needs on Windows."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from bundle.stop import Stop

PIP_AS_WINDOWS = Path(__file__).with_name("pip_as_windows.py")
_QUIET = ("--quiet", "--disable-pip-version-check", "--no-input")
_SUPPORTED = re.compile(r"Programming Language :: Python :: (3\.\d+)$")
_NOT_THERE = re.compile(r"No matching distribution found for ([^;\n]+)")
_LONGEST_HOME = r"C:\Users\Public\ictscore\ictscore-env-00.00.00-3.00" + "\\Lib\\site-packages\\"
_LONGEST_PATH = 259
"""What Windows allows where nobody has switched on long paths."""


def supported_pythons(project: Path) -> tuple[str, ...]:
    """Return the Pythons that the project's classifiers name, the oldest first."""
    classifiers = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]["classifiers"]
    found = [match[1] for each in classifiers if (match := _SUPPORTED.match(each))]
    if not found:
        raise Stop(f"{project / 'pyproject.toml'}: no classifier “Programming Language :: Python :: 3.…” says what to download for.")
    return tuple(sorted(found, key=lambda version: int(version.split(".")[1])))


def build_wheel(project: Path, into: Path) -> Path:
    """Build the project's wheel."""
    command = (sys.executable, "-m", "pip", "wheel", *_QUIET, "--no-deps", "--no-build-isolation", "-w", str(into), str(project))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Stop(f"{project}: the wheel cannot be built.\n{_last_lines(done.stderr)}")
    [wheel] = into.glob("*.whl")
    return wheel


def gather(wanted: Sequence[str], pythons: Sequence[str], into: Path, source: Path | None = None) -> None:
    """Put the wheels of ``wanted`` and of all they need into a folder: from the index, or only from the folder ``source``."""
    origin = () if source is None else ("--no-index", "--find-links", str(source))
    for python in pythons:
        _pip(python, "download", *origin, "-d", str(into), *wanted)


def prove_complete(requirement: str, pythons: Sequence[str], wheels: Path, scratch: Path) -> None:
    """Let pip resolve the requirement from the wheels alone, as it will on each Windows Python."""
    for python in pythons:
        target = str(scratch / f"nothing-{python}")
        _pip(
            python, "install", "--dry-run", "--ignore-installed", "--no-index", "--find-links", str(wheels), "--target", target, requirement
        )


def refuse_long_paths(names: Sequence[str], wheel: str) -> None:
    """Refuse a wheel with a file that Windows could not write into the longest folder an installation may have."""
    for name in names:
        if len(_LONGEST_HOME + name) > _LONGEST_PATH:
            raise Stop(f"{wheel}: {name} is too long for Windows ({len(_LONGEST_HOME + name)} characters, at most {_LONGEST_PATH}).")


def _pip(python: str, *arguments: str) -> None:
    target = ("--only-binary=:all:", "--platform", "win_amd64", "--implementation", "cp", "--python-version", python)
    command = (sys.executable, str(PIP_AS_WINDOWS), python, arguments[0], *_QUIET, *target, *arguments[1:])
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.returncode:
        return
    missing = _NOT_THERE.search(done.stderr)
    if missing:
        raise Stop(f"{missing[1].strip()}: no wheel for Python {python} on 64-bit Windows where pip looked.\n{_last_lines(done.stderr)}")
    raise Stop(f"pip {arguments[0]} for Python {python} failed.\n{_last_lines(done.stderr)}")


def _last_lines(text: str, count: int = 6) -> str:
    return "\n".join(f"  {line}" for line in text.strip().splitlines()[-count:])
