"""LibreOffice as a reader of what we write."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Convert = Callable[[Path, str, Sequence[Path]], None]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Convert files with LibreOffice into a folder, with a profile of our own; without it, skip, or fail where it must be there."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("ICTSCORE_NEEDS_LIBREOFFICE") == "1":
            pytest.fail("soffice is missing, and ICTSCORE_NEEDS_LIBREOFFICE=1 asks for it")
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = (tmp_path_factory.mktemp("office") / "profile").as_uri()

    def convert(folder: Path, kind: str, files: Sequence[Path]) -> None:
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", str(folder)]
        subprocess.run([*command, *map(str, files)], check=True, capture_output=True)

    return convert
