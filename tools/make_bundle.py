"""Make ictscore-win.zip: all that a Windows machine without internet needs to install ictscore, and the command that does it."""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from bundle.pack import SUMS, installer, sums, texts, write_zip
from bundle.runtime import read_runtime
from bundle.stop import Stop
from bundle.wheels import build_wheel, gather, prove_complete, refuse_long_paths, supported_pythons

ROOT = Path(__file__).resolve().parents[1]
EXTRAS = ("password",)
"""What is packed beyond the bare need: units do send workbooks with a password, and nothing can be fetched later."""


def make_bundle(options: argparse.Namespace) -> dict[str, bytes]:
    """Return every file of the bundle by its name in the zip."""
    pythons = tuple(options.python or supported_pythons(options.project))
    files = {**texts(pythons), **installer()}
    if options.python_runtime:
        files |= {f"goi/python/{name}": data for name, data in read_runtime(options.python_runtime, pythons).items()}
    with tempfile.TemporaryDirectory() as folder:
        files |= _wheelhouse(options, pythons, Path(folder))
    return {**files, SUMS: sums(files)}


def _wheelhouse(options: argparse.Namespace, pythons: Sequence[str], scratch: Path) -> dict[str, bytes]:
    own, wheels = scratch / "own", scratch / "wheels"
    own.mkdir()
    wheel = build_wheel(options.project, own)
    extras = f"[{','.join(options.extra)}]" if options.extra else ""
    gather([f"{wheel}{extras}", "pip"], pythons, wheels, options.wheels)
    name, version = wheel.name.split("-")[:2]
    requirement = f"{name}{extras}=={version}"
    prove_complete(requirement, pythons, wheels, scratch)
    found = sorted(wheels.iterdir())
    for path in found:
        with zipfile.ZipFile(path) as archive:
            refuse_long_paths(archive.namelist(), path.name)
    return {"goi/requirements.txt": f"{requirement}\n".encode(), **{f"goi/wheels/{path.name}": path.read_bytes() for path in found}}


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=Path("ictscore-win.zip"), metavar="FILE")
    parser.add_argument("--python-runtime", type=Path, metavar="ZIP", help="a Python to pack: the embeddable zip or the nuget package")
    parser.add_argument("--python", action="append", metavar="3.N", help="a Python to pack wheels for (default: those of the classifiers)")
    parser.add_argument("--extra", action="append", metavar="NAME", help=f"an extra to pack (default: {', '.join(EXTRAS)})")
    parser.add_argument("--wheels", type=Path, metavar="FOLDER", help="take the dependencies from here alone, not from the index")
    parser.add_argument("--project", type=Path, default=ROOT, metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    options.extra = EXTRAS if options.extra is None else [name for name in options.extra if name]
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the bundle and say what is in it; 2 when it cannot be made."""
    options = _options(arguments)
    try:
        files = make_bundle(options)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 2
    write_zip(files, options.output)
    for name, data in sorted(files.items()):
        print(f"{len(data):>12,}  {name}")
    packed = options.output.read_bytes()
    print(f"{len(packed):>12,}  {options.output}\nsha256 {hashlib.sha256(packed).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
