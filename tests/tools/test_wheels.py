"""The wheelhouse of the bundle: complete for every Python, or refused by name."""

from pathlib import Path

import pytest
from bundle.stop import Stop
from bundle.wheels import build_wheel, gather, prove_complete, refuse_long_paths, supported_pythons
from wheelhouse import write_project, write_wheel

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def house(tmp_path):
    """Return an empty wheelhouse."""
    folder = tmp_path / "house"
    folder.mkdir()
    return folder


def test_the_pythons_are_those_of_the_classifiers(tmp_path):
    """Each classifier with a minor version counts, oldest first; the one for Python 3 at large does not."""
    assert supported_pythons(write_project(tmp_path / "p")) == ("3.11", "3.12")


def test_this_project_names_its_pythons():
    """The project says for which Pythons it is bundled, and its lower bound is the first of them."""
    pythons = supported_pythons(ROOT)
    assert f'requires-python = ">={pythons[0]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "3.12" in pythons


def test_a_project_without_pythons_is_refused(tmp_path):
    """Without a classifier nobody knows what to download for."""
    project = write_project(tmp_path / "p")
    toml = project / "pyproject.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace(":: 3.1", ":: 4.1"), encoding="utf-8")
    with pytest.raises(Stop, match="no classifier"):
        supported_pythons(project)


def test_the_wheel_is_built(tmp_path, house):
    """The project's wheel is built without the network."""
    assert build_wheel(write_project(tmp_path / "p"), house).name == "nho-1.2-py3-none-any.whl"


def test_a_project_that_cannot_be_built_is_refused(tmp_path, house):
    """What the build said last is shown."""
    project = write_project(tmp_path / "p")
    (project / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    with pytest.raises(Stop, match="the wheel cannot be built"):
        build_wheel(project, house)


def test_a_dependency_without_a_wheel_for_windows_is_named(tmp_path, house):
    """A wheel for Linux alone does not count: the package and the Python are named."""
    write_wheel(house, "tinh", tag="cp312-cp312-manylinux_2_17_x86_64")
    write_wheel(house, "goc", requires=["tinh>=1"])
    with pytest.raises(Stop, match=r"tinh>=1.*: no wheel for Python 3\.12 on 64-bit Windows"):
        gather(["goc"], ["3.12"], tmp_path / "wheels", house)


def test_every_python_gets_the_wheel_made_for_it(tmp_path, house):
    """Compiled wheels come once for each Python; 32-bit ones stay."""
    for tag in ("cp311-cp311-win_amd64", "cp312-cp312-win_amd64", "cp312-cp312-win32"):
        write_wheel(house, "tinh", tag=tag)
    gather(["tinh"], ["3.11", "3.12"], tmp_path / "wheels", house)
    names = sorted(path.name for path in (tmp_path / "wheels").iterdir())
    assert names == ["tinh-1.0-cp311-cp311-win_amd64.whl", "tinh-1.0-cp312-cp312-win_amd64.whl"]


def test_a_wheelhouse_with_a_hole_is_noticed(tmp_path, house):
    """What only Windows needs and nobody packed is found before anything is handed out."""
    write_wheel(house, "goc", requires=["mau; sys_platform == 'win32'"])
    with pytest.raises(Stop, match=r"mau: no wheel for Python 3\.11"):
        prove_complete("goc==1.0", ["3.11"], house, tmp_path)
    write_wheel(house, "mau")
    prove_complete("goc==1.0", ["3.11", "3.12"], house, tmp_path)


def test_nothing_is_installed_by_the_proof(tmp_path, house):
    """The proof only resolves."""
    write_wheel(house, "goc")
    prove_complete("goc==1.0", ["3.12"], house, tmp_path / "scratch")
    assert not (tmp_path / "scratch").exists()


def test_a_fault_of_another_kind_is_shown_as_it_is(tmp_path, house):
    """What is no missing wheel is not called one."""
    (house / "hong-1.0-py3-none-any.whl").write_bytes(b"no zip")
    with pytest.raises(Stop, match=r"pip download for Python 3\.12 failed"):
        gather(["hong"], ["3.12"], tmp_path / "wheels", house)


def test_a_path_too_long_for_windows_is_refused():
    """259 characters are what Windows takes, in the longest of the folders it may be installed into."""
    longest = r"C:\Users\Public\ictscore\ictscore-env-00.00.00-3.00" + "\\Lib\\site-packages\\"
    refuse_long_paths(["a" * (259 - len(longest))], "x.whl")
    with pytest.raises(Stop, match=r"x\.whl: a+ is too long for Windows \(260 characters"):
        refuse_long_paths(["a" * (260 - len(longest))], "x.whl")
