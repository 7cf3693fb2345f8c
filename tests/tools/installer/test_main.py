"""The story of an installation, as far as it can be told without Windows."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bundle.pack import SUMS, installer, sums, texts
from installer.main import _switch_over


@pytest.fixture
def bundle(tmp_path):
    """Return an unpacked bundle without wheels."""
    folder = tmp_path / "Gói (1)"
    files = {**texts(("3.11",)), **installer(), "goi/requirements.txt": b"ictscore[password]==0.1.0\n"}
    files[SUMS] = sums(files)
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def _run(bundle, *arguments):
    command = [sys.executable, "-I", "-B", str(bundle / "goi" / "cai_dat.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_a_damaged_bundle_is_not_installed(bundle, tmp_path):
    """The file is named, the code says that it could not be done, and nothing was made."""
    with (bundle / "go-bo.cmd").open("ab") as file:
        file.write(b"x")
    done = _run(bundle, str(tmp_path / "dich"))
    assert done.returncode == 2
    assert done.stderr.splitlines()[1:5:3] == ["KHÔNG CÀI ĐẶT ĐƯỢC", "  go-bo.cmd: khác với lúc đóng gói (tải về chưa hết hoặc bị hỏng)"]
    assert not (tmp_path / "dich").exists()


def test_a_folder_that_was_asked_for_and_will_not_do_is_refused(bundle, tmp_path):
    """It is not replaced by another: who names a folder means it."""
    done = _run(bundle, str(tmp_path / "Công"))
    assert done.returncode == 2
    assert f"{tmp_path / 'Công'}\n  Không cài vào thư mục này được: tên có dấu hoặc ký tự lạ." in done.stderr
    assert done.stderr.rstrip().endswith(r"→ Chọn thư mục không dấu, ví dụ: cai-dat.cmd D:\ictscore")


def test_a_failed_installation_leaves_the_earlier_one(bundle, tmp_path):
    """Without pip in the bundle nothing is switched over, the unfinished Python is removed, and the command stays as it was."""
    target = tmp_path / "ictscore"
    (target / "bin").mkdir(parents=True)
    (target / "ictscore-cai-dat.txt").write_text("ictscore\n", encoding="utf-8")
    (target / "bin" / "ictscore.cmd").write_bytes(b"cu")
    done = _run(bundle, str(target))
    assert done.returncode != 0
    assert (target / "bin" / "ictscore.cmd").read_bytes() == b"cu"
    assert sorted(path.name for path in target.iterdir()) == ["bin", "ictscore-cai-dat.txt"]


def test_the_bundle_stays_as_it_was(bundle):
    """Running from it writes nothing into it: it may lie on a read-only disk, and its sums hold afterwards."""
    before = sorted(bundle.rglob("*"))
    _run(bundle, str(bundle / "Công"))
    assert sorted(bundle.rglob("*")) == before


def test_what_people_use_is_written_last_and_whole(bundle, tmp_path):
    """The command finds its Python from where it stands, speaks Vietnamese unless told otherwise, and the way back lies beside it."""
    target = tmp_path / "ictscore"
    target.mkdir()
    launcher = _switch_over(bundle, target, target / "ictscore-env-0.1.0-3.12" / "python.exe")
    lines = launcher.read_bytes().decode("ascii").split("\r\n")
    assert lines[2:4] == [
        'if not defined ICTSCORE_LANG set "ICTSCORE_LANG=vi"',
        r'"%~dp0..\ictscore-env-0.1.0-3.12\python.exe" -I -m ictscore %*',
    ]
    names = {str(path.relative_to(target)) for path in target.rglob("*") if path.is_file()}
    assert {"go-bo.cmd", "cai_dat.py", "bin/ictscore.cmd", "installer/main.py"} <= names
    assert not list(target.rglob("*.part"))


def test_the_way_back_runs_from_the_installed_folder(bundle, tmp_path):
    """What ``go-bo.cmd`` starts is there after the bundle was thrown away."""
    target = tmp_path / "ictscore"
    target.mkdir()
    _switch_over(bundle, target, target / "e" / "python.exe")
    shutil.rmtree(bundle)
    done = subprocess.run(
        [sys.executable, "-I", "-B", str(Path(target) / "cai_dat.py"), "--go-bo", str(target)], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
