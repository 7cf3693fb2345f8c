"""Write the messy surveys into ``files``: all, or those named."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILES = HERE / "files"


def all_files() -> dict[str, Callable[[], bytes]]:
    """Return what makes each file, by its name, from every module ``messy_*.py`` beside this one that has FILES."""
    sys.path.insert(0, str(HERE))
    modules = [importlib.import_module(path.stem) for path in sorted(HERE.glob("messy_*.py"))]
    return {name: make for module in modules for name, make in getattr(module, "FILES", {}).items()}


def main(names: list[str]) -> int:
    """Write the files."""
    FILES.mkdir(exist_ok=True)
    for name, make in all_files().items():
        if not names or name in names:
            (FILES / name).write_bytes(make())
            print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
