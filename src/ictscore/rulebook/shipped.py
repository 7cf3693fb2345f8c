"""Where the rulebooks are: those shipped with the program, and how an id or a path leads to one."""

from __future__ import annotations

from pathlib import Path

from ictscore.errors import RulebookRefused
from ictscore.findings import finding
from ictscore.nearest import did_you_mean
from ictscore.places import Place

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped_folder(name: str) -> Path:
    """Return the folder of shipped ``rulebooks`` or ``samples``: inside the installed package, else of the checkout."""
    inside = _PACKAGE / "shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parents[1] / name


def shown_name(path: Path) -> str:
    """Return what a rulebook file is called in places and records: shipped ones alike on every machine, others as they were given."""
    folder = shipped_folder("rulebooks")
    return f"rulebooks/{path.relative_to(folder).as_posix()}" if path.is_relative_to(folder) else path.as_posix()


def shipped_ids() -> tuple[str, ...]:
    """Return the ids of the shipped rulebooks, in order."""
    return tuple(sorted(path.parent.name for path in shipped_folder("rulebooks").glob("*/rulebook.yaml")))


def reference_to(path: Path, identifier: str) -> str:
    """Return the shortest reference that means the rulebook in ``path``: its id, its folder or its file."""
    if identifier in shipped_ids() and path.resolve() == (shipped_folder("rulebooks") / identifier / "rulebook.yaml").resolve():
        return identifier
    return str(path.parent if path.name == "rulebook.yaml" else path)


def find_rulebook(reference: str, beside: Path | None = None) -> Path:
    """Return the file of the rulebook that ``reference`` (an id, a folder or a file) means.

    ``beside`` is a rulebook file whose neighbours are looked at first (an amendment finds its base there).
    Raises RulebookRefused, naming the nearest id, when there is none.
    """
    if beside is not None and (near := beside.parent.parent / reference / "rulebook.yaml").is_file():
        return near
    path = Path(reference)
    if path.is_dir() and ((path / "rulebook.yaml").is_file() or reference not in shipped_ids()):
        if not (path / "rulebook.yaml").is_file():
            raise RulebookRefused(finding("RB602", Place(reference), path=reference))
        return path / "rulebook.yaml"
    if path.is_file():
        return path
    if reference in shipped_ids():
        return shipped_folder("rulebooks") / reference / "rulebook.yaml"
    raise RulebookRefused(finding("RB601", read=reference, nearest=did_you_mean(reference, shipped_ids()), known=shipped_ids()))
