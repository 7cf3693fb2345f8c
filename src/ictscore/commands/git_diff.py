"""A rulebook shown by ``git diff``: the two versions git hands over, compared by meaning."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import click

from ictscore.commands.git_text import lines_in, print_line_diff, with_names
from ictscore.diff.change import Comparison, Side
from ictscore.diff.plain_lines import lines_of
from ictscore.errors import RulebookRefused
from ictscore.reports.console import plain, results, talk
from ictscore.reports.findings import print_findings
from ictscore.rulebook.load import LoadedRulebook, load_rulebook
from ictscore.words import tr

GIT_WORDS = 7
_NOWHERE = "/dev/null"
_HEX = frozenset("0123456789abcdef.")


def is_git_call(words: Sequence[str]) -> bool:
    """Return whether these are git's arguments: path, old file, hash, mode, new file, hash, mode (and two more for a rename)."""
    return len(words) in {GIT_WORDS, GIT_WORDS + 2} and all(set(words[position]) <= _HEX for position in (2, 5))


@contextmanager
def git_sides(words: Sequence[str]) -> Iterator[tuple[LoadedRulebook, LoadedRulebook] | None]:
    """Yield both versions loaded; None, having said why, where one is missing or cannot be read: then lines are compared."""
    path = words[0] if words else ""
    if len(words) < GIT_WORDS or _NOWHERE in {words[1], words[4]}:
        talk().print(plain(tr("{path}: there is only one version to read.", path=path)))
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        sides = _loaded_sides(base, words)
        if sides is None:
            print_line_diff(Path(words[1]), Path(words[4]), path)
        yield sides


def _loaded_sides(base: Path, words: Sequence[str]) -> tuple[LoadedRulebook, LoadedRulebook] | None:
    """Return both versions; None where one is refused, each finding told at the file's own name."""
    path = Path(words[0])
    loaded: list[LoadedRulebook] = []
    for sign, version in (("a", words[1]), ("b", words[4])):
        try:
            loaded.append(_beside(base / sign, Path(version), path))
        except RulebookRefused as refusal:
            home = path.resolve().parent
            beside = Path(os.path.relpath(home.parent)).as_posix()
            names = {(base / sign / home.name / "rulebook.yaml").as_posix(): f"{sign}/{words[0]}", (base / sign).as_posix(): beside}
            print_findings(talk(), [with_names(each, names) for each in refusal.findings])
    return (loaded[0], loaded[1]) if len(loaded) == 2 else None  # noqa: PLR2004 - two versions


def _beside(folder: Path, version: Path, path: Path) -> LoadedRulebook:
    """Return a version loaded from a place where it has the neighbours of ``path``, so that an amendment finds its base."""
    home = path.resolve().parent
    own = folder / home.name
    own.mkdir(parents=True)
    shutil.copyfile(version, own / "rulebook.yaml")
    neighbours = home.parent.iterdir() if home.parent.is_dir() else iter(())
    for each in neighbours:
        if each.is_dir() and each.name != home.name and (each / "rulebook.yaml").is_file():
            with suppress(OSError):
                (folder / each.name).mkdir()
                shutil.copyfile(each / "rulebook.yaml", folder / each.name / "rulebook.yaml")
    return load_rulebook(str(own / "rulebook.yaml"))


def renamed(comparison: Comparison, path: str) -> Comparison:
    """Return a comparison whose places name the file as git does: ``a/path`` and ``b/path``."""
    names = {side.files[0].name: f"{sign}/{path}" for sign, side in (("a", comparison.old), ("b", comparison.new))}
    changes = tuple(replace(each, old=_side(each.old, names), new=_side(each.new, names)) for each in comparison.changes)
    return Comparison(_loaded(comparison.old, names), _loaded(comparison.new, names), changes, comparison.balances)


def _side(side: Side, names: dict[str, str]) -> Side:
    return replace(side, place=replace(side.place, file=names.get(side.place.file, side.place.file)))


def _loaded(loaded: LoadedRulebook, names: dict[str, str]) -> LoadedRulebook:
    files = tuple(replace(each, name=names.get(each.name, each.name)) for each in loaded.files)
    clauses = {replace(place, file=names.get(place.file, place.file)): clause for place, clause in loaded.clauses.items()}
    return replace(loaded, files=files, clauses=clauses)


def plain_lines(words: Sequence[str]) -> int:
    """Print one rulebook, one fact a line, for git to compare line by line; return the exit code."""
    if len(words) != 1:
        raise click.UsageError(tr("--textconv wants one rulebook."))
    path = Path(words[0])
    try:
        lines = tuple(lines_of(load_rulebook(words[0])))
    except RulebookRefused as refusal:
        if not path.is_file():
            raise
        names = {path.as_posix(): path.name} if path.is_relative_to(tempfile.gettempdir()) else {}
        print_findings(talk(), [with_names(each, names) for each in refusal.findings])
        lines = lines_in(path)
    for line in lines:
        results().print(plain(line), soft_wrap=True)
    return 0
