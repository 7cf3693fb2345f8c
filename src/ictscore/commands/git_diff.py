"""A rulebook shown by ``git diff``: the two versions git hands over, compared by meaning."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import click

from ictscore.diff.change import Comparison, Side
from ictscore.diff.plain_lines import lines_of
from ictscore.reports.console import plain, results, talk
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
    """Yield both versions loaded; None, having said so, where the file came or went, or is a version that git is merging."""
    path = words[0] if words else ""
    if len(words) < GIT_WORDS or _NOWHERE in {words[1], words[4]}:
        talk().print(plain(tr("{path}: there is only one version to read.", path=path)))
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        yield _beside(base / "a", Path(words[1]), Path(path)), _beside(base / "b", Path(words[4]), Path(path))


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
    for line in lines_of(load_rulebook(words[0])):
        results().print(plain(line))
    return 0
