"""The command files under Wine's cmd.exe, on request (ICTSCORE_WITH_WINE=1): the branches that need no Python."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from bundle.pack import SUMS, installer, texts

FILES = {**texts(("3.11", "3.12")), **installer(), SUMS: b""}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Return what runs a command file of an unpacked bundle in a folder with this name, in a Windows of its own."""
    wine = shutil.which("wine")
    if os.environ.get("ICTSCORE_WITH_WINE") != "1":
        pytest.skip("cai-dat.cmd is only read, not run: set ICTSCORE_WITH_WINE=1 to run it under Wine")
    if wine is None:
        pytest.fail("Wine is wanted by ICTSCORE_WITH_WINE and is not there")
    prefix = tmp_path_factory.mktemp("wine") / "prefix"
    environment = {**os.environ, "WINEPREFIX": str(prefix), "WINEARCH": "win64", "WINEDEBUG": "-all", "LC_ALL": "C.UTF-8"}
    subprocess.run([wine, "wineboot", "-i"], env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False)

    def command(folder, name, *, only=None):
        place = prefix / "drive_c" / folder
        for each, data in FILES.items():
            if only is None or each == only:
                (place / each).parent.mkdir(parents=True, exist_ok=True)
                (place / each).write_bytes(data)
        done = subprocess.run(
            [wine, "cmd", "/c", name], cwd=place, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False
        )
        return done.returncode, done.stdout.decode("ascii").replace("\r\n", "\n")

    yield command
    server = shutil.which("wineserver") or "/usr/lib/wine/wineserver64"
    if Path(server).exists():
        subprocess.run([server, "-k"], env=environment, check=False)


def test_alone_it_says_to_unpack_first(run):
    """Started from within the zip, only the command itself lies in a folder for temporary files."""
    code, said = run("Temp1_ictscore-win.zip", "cai-dat.cmd", only="cai-dat.cmd")
    assert code == 2
    assert "CHUA GIAI NEN" in said
    assert "NOT UNPACKED: extract the whole ictscore-win.zip first" in said


@pytest.mark.parametrize("folder", ["goi", "a & b", "hay! (x86)", "Tải về", "a^b;c"])
def test_without_a_python_it_says_what_to_do(run, folder):
    """In whatever folder the bundle lies: what is wanted, and two ways to get it."""
    code, said = run(folder, "cai-dat.cmd")
    assert code == 2
    assert "KHONG CO PYTHON PHU HOP: can Python 64 bit, ban 3.11, 3.12." in said
    assert "1. Xin goi ictscore-win.zip co kem Python (co thu muc goi\\python)." in said
    assert "May nay co Python, nhung" not in said


def test_the_window_of_a_double_click_stays(run):
    """A command line that names the file is that of a window of its own: it waits for a key."""
    _, said = run("goi", "cai-dat.cmd")
    assert said.endswith("Bam mot phim bat ky de dong cua so nay.\n")


def test_what_is_not_installed_is_not_removed(run):
    """Without the mark of an installation nothing is touched."""
    code, said = run("goi", "go-bo.cmd")
    assert code == 2
    assert "KHONG THAY ictscore: khong co tep ictscore-cai-dat.txt" in said
