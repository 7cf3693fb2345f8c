"""``tools/make_bundle.py`` as one types it, with a small project and a small wheelhouse."""

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from test_runtime import AMD64, written
from wheelhouse import write_project, write_wheel

TOOL = Path(__file__).resolve().parents[2] / "tools" / "make_bundle.py"


@pytest.fixture
def house(tmp_path):
    """Return a wheelhouse with pip, what everybody needs, and what is needed on Windows."""
    folder = tmp_path / "house"
    folder.mkdir()
    write_wheel(folder, "pip", "99.0")
    write_wheel(folder, "mau")
    for python in ("311", "312"):
        write_wheel(folder, "tinh", tag=f"cp{python}-cp{python}-win_amd64")
    return folder


def _made(tmp_path, house, *more, needs=("tinh", "mau; sys_platform == 'win32'", "khac; sys_platform == 'linux'")):
    project = tmp_path / "project"
    if not project.exists():
        write_project(project, needs)
    command = [sys.executable, str(TOOL), "--project", str(project), "--wheels", str(house), "--extra", "", *more]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_bundle_holds_what_the_first_minute_needs(tmp_path, house):
    """Three files to see, and one folder: wheels for each Python, sums, what to install, and the installation."""
    done = _made(tmp_path, house)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / "ictscore-win.zip") as archive:
        names = archive.namelist()
        assert archive.read("goi/requirements.txt") == b"nho==1.2\n"
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {"DOC-TRUOC.txt", "cai-dat.cmd", "go-bo.cmd", "goi"}
    assert [name.removeprefix("goi/wheels/") for name in names if name.startswith("goi/wheels/")] == [
        "mau-1.0-py3-none-any.whl",
        "nho-1.2-py3-none-any.whl",
        "pip-99.0-py3-none-any.whl",
        "tinh-1.0-cp311-cp311-win_amd64.whl",
        "tinh-1.0-cp312-cp312-win_amd64.whl",
    ]


def test_every_file_has_its_sum(tmp_path, house):
    """The list names every file but itself, with the sum of what is packed; the sum of the zip is said."""
    done = _made(tmp_path, house, "-o", "goi.zip")
    with zipfile.ZipFile(tmp_path / "goi.zip") as archive:
        listed = dict(reversed(line.split(" *")) for line in archive.read("goi/SHA256SUMS").decode().splitlines())
        found = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    del found["goi/SHA256SUMS"]
    assert listed == found
    assert done.stdout.endswith(f"sha256 {hashlib.sha256((tmp_path / 'goi.zip').read_bytes()).hexdigest()}\n")


def test_making_it_twice_gives_the_same_bytes(tmp_path, house):
    """Same project, same wheels: the same zip."""
    for name in ("1.zip", "2.zip"):
        assert _made(tmp_path, house, "-o", name).returncode == 0
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_a_python_is_packed_unfolded(tmp_path, house):
    """The runtime lies in the bundle ready to run, and has sums like the rest."""
    runtime = written(tmp_path / "p.zip", {"python.exe": AMD64, "python312.dll": b"d"})
    assert _made(tmp_path, house, "--python-runtime", str(runtime)).returncode == 0
    with zipfile.ZipFile(tmp_path / "ictscore-win.zip") as archive:
        assert archive.read("goi/python/python.exe") == AMD64
        assert b" *goi/python/python312.dll\n" in archive.read("goi/SHA256SUMS")


def test_a_runtime_of_another_version_is_refused(tmp_path, house):
    """Nothing is written for a Python that has no wheels in the bundle."""
    runtime = written(tmp_path / "p.zip", {"python.exe": AMD64, "python313.dll": b"d"})
    done = _made(tmp_path, house, "--python-runtime", str(runtime))
    assert done.returncode == 2
    assert done.stderr == f"{runtime}: holds Python 3.13; the bundle is for 3.11, 3.12.\n"
    assert not (tmp_path / "ictscore-win.zip").exists()


def test_a_dependency_without_a_wheel_stops_it(tmp_path, house):
    """The package is named, with the Python it has no wheel for, and nothing is written."""
    done = _made(tmp_path, house, needs=("tinh", "chilinux"))
    assert done.returncode == 2
    assert done.stderr.startswith("chilinux: no wheel for Python 3.11 on 64-bit Windows where pip looked.\n")
    assert not (tmp_path / "ictscore-win.zip").exists()


def test_other_pythons_can_be_asked_for(tmp_path, house):
    """Only what the asked Python needs is packed, and the command looks for that one only."""
    assert _made(tmp_path, house, "--python", "3.12").returncode == 0
    with zipfile.ZipFile(tmp_path / "ictscore-win.zip") as archive:
        assert "goi/wheels/tinh-1.0-cp311-cp311-win_amd64.whl" not in archive.namelist()
        assert b'set "PYTHONS=3.12"\r\n' in archive.read("cai-dat.cmd")


def test_an_extra_is_packed_and_installed(tmp_path, house):
    """The wheels of the extra are there, and what is installed names it."""
    write_wheel(house, "khoa")
    project = write_project(tmp_path / "project")
    with (project / "pyproject.toml").open("a", encoding="utf-8") as toml:
        toml.write('\n[project.optional-dependencies]\npassword = ["khoa"]\n')
    assert _made(tmp_path, house, "--extra", "password").returncode == 0
    with zipfile.ZipFile(tmp_path / "ictscore-win.zip") as archive:
        assert archive.read("goi/requirements.txt") == b"nho[password]==1.2\n"
        assert "goi/wheels/khoa-1.0-py3-none-any.whl" in archive.namelist()
