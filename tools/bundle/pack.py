"""The zip itself: which file stands where, the sums, and the same bytes for the same files."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

WINDOWS = Path(__file__).with_name("windows")
INSTALLER = Path(__file__).parents[1] / "installer"
SUMS = "goi/SHA256SUMS"
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_BOM = b"\xef\xbb\xbf"


def texts(pythons: Sequence[str]) -> dict[str, bytes]:
    """Return the files written for people and for cmd.exe; commands are plain ASCII, all have the line ends of Windows."""
    newest_first = " ".join(reversed(pythons))
    found = {}
    for path in sorted(WINDOWS.iterdir()):
        text = path.read_text(encoding="utf-8").replace("@PYTHONS@", newest_first).replace("@PYTHONS_NAMED@", ", ".join(pythons))
        lines = text.replace("\n", "\r\n")
        found[path.name] = lines.encode("ascii") if path.suffix == ".cmd" else _BOM + lines.encode()
    return found


def installer() -> dict[str, bytes]:
    """Return the Python part of the installation, as it stands in the bundle."""
    found = {f"goi/installer/{path.name}": path.read_bytes() for path in sorted(INSTALLER.glob("*.py"))}
    found["goi/cai_dat.py"] = found.pop("goi/installer/cai_dat.py")
    return found


def sums(files: Mapping[str, bytes]) -> bytes:
    """Return the list of sums, in the form ``sha256sum --check`` reads."""
    return "".join(f"{hashlib.sha256(data).hexdigest()} *{name}\n" for name, data in sorted(files.items())).encode()


def write_zip(files: Mapping[str, bytes], target: Path) -> None:
    """Write the zip, sorted and without dates; wheels are stored as they are, for they are compressed already."""
    unfinished = target.with_name(target.name + ".part")
    with zipfile.ZipFile(unfinished, "w") as archive:
        for name, data in sorted(files.items()):
            info = zipfile.ZipInfo(name, _FIRST_DATE)
            info.create_system = 3
            info.external_attr = _PLAIN_FILE
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".whl") else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=9)
    unfinished.replace(target)
