"""A Python for machines that have none: python.org's embeddable zip or the nuget package, looked at before it is packed."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

from bundle.stop import Stop

_AMD64 = 0x8664
_LIBRARY = re.compile(r"python3(\d+)\.dll$")


def read_runtime(path: Path, pythons: Sequence[str]) -> dict[str, bytes]:
    """Return the files of the runtime, seen from the folder of its python.exe; refuse what cannot run ictscore."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [info.filename for info in archive.infolist() if not info.is_dir()]
            folder = _folder_of_python(path, names)
            files = {name.removeprefix(folder): archive.read(name) for name in names if name.startswith(folder)}
    except (OSError, zipfile.BadZipFile) as fault:
        raise Stop(f"{path}: cannot be read as a zip file ({fault}). Download it again.") from fault
    version = _version(path, files)
    if version not in pythons:
        raise Stop(f"{path}: holds Python {version}; the bundle is for {', '.join(pythons)}.")
    if _machine(files["python.exe"]) != _AMD64:
        raise Stop(f"{path}: python.exe is not for 64-bit Windows (amd64). Take the file whose name ends in -amd64.")
    return files


def _folder_of_python(path: Path, names: Sequence[str]) -> str:
    found = sorted((name for name in names if name.rsplit("/", 1)[-1] == "python.exe"), key=lambda name: (name.count("/"), name))
    if not found:
        raise Stop(f"{path}: no python.exe in it. Wanted: the embeddable zip of python.org, or its nuget package.")
    return found[0].removesuffix("python.exe")


def _version(path: Path, files: dict[str, bytes]) -> str:
    found = [match[1] for name in files if (match := _LIBRARY.fullmatch(name))]
    if len(found) != 1:
        raise Stop(f"{path}: one python3….dll is expected beside python.exe; found: {len(found)}.")
    return f"3.{found[0]}"


def _machine(program: bytes) -> int:
    """Return the machine that a Windows program was made for, as its header says; 0 for what is no such program."""
    try:
        [header] = struct.unpack_from("<I", program, 0x3C)
        signature, machine = struct.unpack_from("<4sH", program, header)
    except struct.error:
        return 0
    return int(machine) if signature == b"PE\0\0" else 0
