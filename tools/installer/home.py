"""The program's own Python: a copy of the one in the bundle, or a virtual environment of the one that was found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from installer.say import Stop

_PREFIX = "ictscore-env-"
_LOG = "cai-dat.log"
_ROOM = "Kiểm tra chỗ trống trên ổ đĩa rồi chạy lại cai-dat.cmd."
_NOT_PASSED_ON = ("PYTHON", "PIP_", "__PYVENV")


def new_home(target: Path, version: str) -> Path:
    """Return a folder that is not there yet, for this version."""
    stem = f"{_PREFIX}{version}-{sys.version_info.major}.{sys.version_info.minor}"
    number = 1
    while (home := target / (stem if number == 1 else f"{stem}.{number}")).exists():
        number += 1
    return home


def make_home(bundle: Path, home: Path) -> Path:
    """Make the program's own Python and return its python.exe."""
    own = bundle / "goi" / "python"
    try:
        if own.is_dir() and _inside(Path(sys.executable), own):
            shutil.copytree(own, home, copy_function=shutil.copyfile)  # not copy2: it takes along the mark “came from the internet”
            _let_it_find_packages(home)
            python = home / "python.exe"
        else:
            venv.create(home, with_pip=False, symlinks=os.name != "nt")
            python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    except (OSError, shutil.Error, subprocess.CalledProcessError) as fault:
        raise Stop(str(home), f"Không tạo được môi trường Python ({fault}).", _ROOM) from fault
    if not python.exists():  # venv only warns where Python's own launcher is missing or was taken away
        raise Stop(
            str(python),
            f"Không tạo được môi trường từ {sys.executable}: bộ Python này thiếu tệp.",
            "Cài lại Python rồi chạy lại cai-dat.cmd.",
        )
    return python


def install_wheels(bundle: Path, python: Path, target: Path) -> None:
    """Install from the wheels of the bundle alone, with the pip of the bundle and without anybody's pip settings."""
    wheels = bundle / "goi" / "wheels"
    [pip] = wheels.glob("pip-*.whl")
    quiet = ("--disable-pip-version-check", "--no-input", "--no-cache-dir", "--no-warn-script-location", "--progress-bar", "off")
    origin = ("--no-index", "--find-links", str(wheels), "-r", str(bundle / "goi" / "requirements.txt"))
    command = (str(python), "-I", "-X", "utf8", str(pip / "pip"), "install", *quiet, *origin)
    log = target / _LOG
    with log.open("wb") as told:
        done = subprocess.run(command, env=surroundings(), stdin=subprocess.DEVNULL, stdout=told, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        last = [line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()][-3:]
        raise Stop(str(python), "pip không cài được:\n  " + "\n  ".join(last), f"{_ROOM} Nếu vẫn lỗi, gửi tệp {log} cho người hỗ trợ.")


def surroundings() -> dict[str, str]:
    """Return the environment for the programs started: without what other software told Python and pip to do."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(_NOT_PASSED_ON)}
    return {**kept, "PIP_CONFIG_FILE": os.devnull}


def remove_old_homes(target: Path, kept: Path) -> list[Path]:
    """Remove the Pythons of earlier installations; return those that are in use and stay for now."""
    old = [each for each in target.glob(f"{_PREFIX}*") if each != kept]
    for each in old:
        shutil.rmtree(each, ignore_errors=True)
    return [each for each in old if each.exists()]


def _inside(path: Path, folder: Path) -> bool:
    return os.path.normcase(path.absolute()).startswith(os.path.normcase(folder.absolute()) + os.sep)


def _let_it_find_packages(home: Path) -> None:
    """Add to the file that the embeddable Python reads its paths from: it leaves out what is installed into it."""
    for listing in home.glob("python*._pth"):
        lines = [line for line in listing.read_text(encoding="utf-8").splitlines() if line.strip() != "import site"]
        listing.write_text("\n".join([*lines, "Lib\\site-packages", "import site", ""]), encoding="utf-8")
