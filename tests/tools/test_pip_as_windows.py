"""pip is asked for another machine: its markers are that machine's."""

import subprocess
import sys
from pathlib import Path

import pytest
from bundle.pip_as_windows import environment, pretend
from packaging import markers
from wheelhouse import write_wheel

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "bundle" / "pip_as_windows.py"
NEEDS = (
    "tren_windows; sys_platform == 'win32'",
    "he_thong; platform_system == 'Windows' and os_name == 'nt'",
    "noi_khac; sys_platform != 'win32'",
    "tren_linux; platform_system == 'Linux'",
    "cu; python_version < '3.12'",
    "moi; python_full_version >= '3.12'",
    "may; platform_machine == 'AMD64' and implementation_name == 'cpython'",
)


@pytest.fixture
def house(tmp_path):
    """Return a wheelhouse whose first wheel needs others on some machines only."""
    folder = tmp_path / "house"
    folder.mkdir()
    write_wheel(folder, "goc", requires=NEEDS)
    for need in NEEDS:
        write_wheel(folder, need.partition(";")[0])
    return folder


def _downloaded(house, target, python):
    arguments = ("download", "--quiet", "--no-index", "--find-links", str(house), "-d", str(target), "--only-binary=:all:")
    machine = ("--platform", "win_amd64", "--implementation", "cp", "--python-version", python)
    subprocess.run([sys.executable, str(SCRIPT), python, *arguments, *machine, "goc"], check=True, capture_output=True)
    return {path.name.partition("-")[0] for path in target.iterdir()}


def test_what_is_needed_on_windows_is_fetched_and_nothing_else(house, tmp_path):
    """Markers of system, machine and Python are the target's; what only other machines need is left out."""
    assert _downloaded(house, tmp_path / "a", "3.12") == {"goc", "tren_windows", "he_thong", "moi", "may"}


def test_each_python_has_markers_of_its_own(house, tmp_path):
    """For an older Python the older one's need is fetched."""
    assert _downloaded(house, tmp_path / "a", "3.11") == {"goc", "tren_windows", "he_thong", "cu", "may"}


def test_the_environment_answers_every_marker():
    """Every variable that packaging knows has an answer, so that none is this machine's."""
    assert set(environment("3.12")) == set(markers.default_environment())


def test_a_pip_that_does_not_listen_is_noticed():
    """Where setting the environment changes nothing, it is said rather than bundled wrongly."""

    class Deaf:
        Marker = markers.Marker

    assert pretend(Deaf(), "3.12") is (sys.platform == "win32")
