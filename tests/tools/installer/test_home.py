"""The program's own Python: made anew each time, filled from the bundle alone."""

import os
import subprocess
import sys

import pytest
from installer.home import _let_it_find_packages, install_wheels, make_home, new_home, remove_old_homes, surroundings
from installer.say import Stop
from wheelhouse import pack_pip, write_wheel


@pytest.fixture
def bundle(tmp_path):
    """Return an unpacked bundle with the pip of this environment and two wheels, in a folder with an awkward name."""
    folder = tmp_path / "Tải về (a & b)! #1 Đặng"
    wheels = folder / "goi" / "wheels"
    wheels.mkdir(parents=True)
    pack_pip(wheels)
    write_wheel(wheels, "goc", requires=["phu>=1"])
    write_wheel(wheels, "phu")
    (folder / "goi" / "requirements.txt").write_text("goc==1.0\n", encoding="utf-8")
    return folder


def test_it_installs_from_the_wheels_alone(bundle, tmp_path, monkeypatch):
    """Whatever pip is told elsewhere: an index that is not there, packages for the user, a need for other environments."""
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    target = tmp_path / "ictscore"
    target.mkdir()
    home = new_home(target, "1.0")
    python = make_home(bundle, home)
    install_wheels(bundle, python, target)
    done = subprocess.run(
        [python, "-I", "-c", "import goc, phu; print(goc.__file__)"], capture_output=True, text=True, check=True, env=surroundings()
    )
    assert done.stdout.startswith(str(home))
    assert "Successfully installed goc-1.0 phu-1.0" in (target / "cai-dat.log").read_text(encoding="utf-8")


def test_what_pip_says_last_is_shown(bundle, tmp_path):
    """A wheel that is not there is named, and where the rest is written."""
    (bundle / "goi/wheels/phu-1.0-py3-none-any.whl").unlink()
    python = make_home(bundle, new_home(tmp_path, "1.0"))
    with pytest.raises(Stop) as stop:
        install_wheels(bundle, python, tmp_path)
    assert "No matching distribution found for phu>=1" in str(stop.value)
    assert str(tmp_path / "cai-dat.log") in str(stop.value).splitlines()[-1]


def test_every_installation_has_a_folder_of_its_own(tmp_path):
    """The one in use is never written into."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    names = []
    for _ in range(3):
        home = new_home(tmp_path, "0.1.0")
        home.mkdir()
        names.append(home.name)
    assert names == [f"ictscore-env-0.1.0-{python}{more}" for more in ("", ".2", ".3")]


def test_a_home_that_cannot_be_made_is_said(bundle, tmp_path):
    """A file where a folder should be: the place and what to do."""
    (tmp_path / "tep").write_text("")
    with pytest.raises(Stop, match="Không tạo được môi trường Python"):
        make_home(bundle, tmp_path / "tep" / "home")


def test_old_homes_go_and_other_folders_stay(tmp_path):
    """Only what an earlier installation made is removed."""
    for name in ("ictscore-env-0.1.0-3.11", "ictscore-env-0.2.0-3.12", "env-cua-toi", "bin"):
        (tmp_path / name / "x").mkdir(parents=True)
    assert remove_old_homes(tmp_path, tmp_path / "ictscore-env-0.2.0-3.12") == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bin", "env-cua-toi", "ictscore-env-0.2.0-3.12"]


def test_the_embeddable_python_learns_where_packages_are(tmp_path):
    """Its list of paths gets the folder of packages, once, and keeps what stands in it."""
    listing = tmp_path / "python312._pth"
    listing.write_bytes(b"python312.zip\r\n.\r\n\r\n# Uncomment to run site.main() automatically\r\n#import site\r\n")
    _let_it_find_packages(tmp_path)
    lines = listing.read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["python312.zip", "."]
    assert lines[-2:] == ["Lib\\site-packages", "import site"]
    (tmp_path / "python312._pth").unlink()
    _let_it_find_packages(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_other_software_told_python_is_not_passed_on(monkeypatch):
    """PYTHON…, PIP_… and the launcher's variables stay behind, and pip reads no settings of anybody."""
    for name in ("PYTHONHOME", "pythonpath", "PIP_TARGET", "__PYVENV_LAUNCHER__", "GIU_LAI"):
        monkeypatch.setenv(name, "x")
    found = surroundings()
    assert not {"PYTHONHOME", "pythonpath", "PIP_TARGET", "__PYVENV_LAUNCHER__"} & set(found)
    assert (found["GIU_LAI"], found["PIP_CONFIG_FILE"]) == ("x", os.devnull)
