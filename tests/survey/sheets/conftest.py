"""LibreOffice, which saves workbooks again as other kinds of files."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Office = Callable[[Sequence[Path], str], list[Path]]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Save files again with LibreOffice, all in one go, as another kind; skip where it is missing, unless the tests must have it."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("ICTSCORE_NEEDS_LIBREOFFICE") == "1":
            pytest.fail("LibreOffice (soffice) is wanted by ICTSCORE_NEEDS_LIBREOFFICE and is not there")
        pytest.skip("LibreOffice (soffice) is not there; set ICTSCORE_NEEDS_LIBREOFFICE=1 to fail instead")
    profile = tmp_path_factory.mktemp("office")

    def save(paths: Sequence[Path], kind: str) -> list[Path]:
        folder = tmp_path_factory.mktemp("saved")
        how = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind, "--outdir", str(folder)]
        command = [program, *how, *(str(path) for path in paths)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return [folder / f"{path.stem}.{kind}" for path in paths]

    return save
