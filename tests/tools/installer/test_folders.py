"""Where the program goes: a plain folder that nobody else uses."""

from pathlib import Path

import pytest
from installer.folders import candidates, choose_folder, mark_as_ours, why_not
from installer.say import Stop

ENVIRONMENT = {"SystemDrive": "C:", "PUBLIC": "/users/Public", "LOCALAPPDATA": "/users/Đặng/Local"}


def _names(*, from_the_store):
    return [str(folder) for folder in candidates(ENVIRONMENT, from_the_store=from_the_store)]


def test_the_shortest_comes_first():
    """The root of the system drive, then the public folder, then the user's own."""
    assert _names(from_the_store=False) == [str(Path("C:\\") / "ictscore"), "/users/Public/ictscore", "/users/Đặng/Local/ictscore"]


def test_the_stores_python_does_not_get_the_users_own():
    """What the Store's Python writes there would land elsewhere."""
    assert _names(from_the_store=True) == [str(Path("C:\\") / "ictscore"), "/users/Public/ictscore"]


def test_what_windows_does_not_say_is_left_out():
    """A machine without PUBLIC has one folder less."""
    assert list(map(str, candidates({"LOCALAPPDATA": "/l"}, from_the_store=False))) == [str(Path("C:\\") / "ictscore"), "/l/ictscore"]


def test_the_first_that_can_be_used_is_taken(tmp_path):
    """A name with diacritics and a file in the way are passed over; the folder is made."""
    (tmp_path / "tep").write_text("")
    tried = [tmp_path / "Đặng" / "ictscore", tmp_path / "tep" / "ictscore", tmp_path / "a" / "ictscore", tmp_path / "b"]
    assert choose_folder(iter(tried)) == tmp_path / "a" / "ictscore"
    assert (tmp_path / "a" / "ictscore").is_dir()
    assert not (tmp_path / "Đặng").exists()


def test_where_it_is_installed_already_it_is_installed_again(tmp_path):
    """An upgrade goes where the program is, even if an earlier folder could be used by now."""
    installed = tmp_path / "b"
    installed.mkdir()
    mark_as_ours(installed)
    (installed / "bin").mkdir()
    assert choose_folder(iter([tmp_path / "a", installed])) == installed


def test_somebodys_folder_is_not_taken(tmp_path):
    """A folder of that name with other files stays as it is; an empty one may be used."""
    (tmp_path / "a").mkdir()
    assert why_not(tmp_path / "a") == ""
    (tmp_path / "a" / "so-lieu.xlsx").write_bytes(b"")
    assert why_not(tmp_path / "a") == "đã có tệp khác trong đó, không phải của ictscore"


def test_when_none_can_be_used_each_is_told_why(tmp_path):
    """Every folder with its reason, and what to do."""
    (tmp_path / "tep").write_text("")
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "x").write_text("")
    with pytest.raises(Stop) as stop:
        choose_folder(iter([taken, tmp_path / "tep" / "ictscore", tmp_path / "Đặng"]))
    lines = str(stop.value).splitlines()
    assert lines[:3] == [
        "Thư mục cài đặt",
        "  Không dùng được thư mục nào:",
        f"  {taken}: đã có tệp khác trong đó, không phải của ictscore",
    ]
    assert lines[3].startswith(f"  {tmp_path / 'tep' / 'ictscore'}: không ghi được (")
    assert lines[4] == f"  {tmp_path / 'Đặng'}: tên có dấu hoặc ký tự lạ"
    assert lines[5].endswith(r"ví dụ: cai-dat.cmd D:\ictscore")


@pytest.mark.parametrize("name", ["Đặng", "a & b", "100%", "a;b", "a!", "a^b"])
def test_a_name_that_some_program_would_not_take_is_refused(tmp_path, name):
    """PATH is split at semicolons, and cmd.exe expands percent signs: such a folder is not even made."""
    assert why_not(tmp_path / name) == "tên có dấu hoặc ký tự lạ"
    assert not (tmp_path / name).exists()


def test_a_plain_name_with_blanks_will_do(tmp_path):
    """Blanks and parentheses are what Windows itself uses."""
    assert why_not(tmp_path / "Cong cu (x86)" / "ictscore-2.0_a") == ""
