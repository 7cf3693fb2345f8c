"""The user's own PATH: one entry more or one less, everything else left as it is written."""

from __future__ import annotations

import sys
from collections.abc import Callable

from installer.say import Stop

Expand = Callable[[str], str]


def with_entry(path: str, expand: Expand, *, entry: str) -> str:
    """Return the PATH with the entry at its end, once."""
    if any(_same(each, entry, expand) for each in path.split(";")):
        return path
    return f"{path.rstrip(';')};{entry}" if path.strip("; ") else entry


def without_entry(path: str, expand: Expand, *, entry: str) -> str:
    """Return the PATH without the entry."""
    kept = [each for each in path.split(";") if not _same(each, entry, expand)]
    return path if len(kept) == path.count(";") + 1 else ";".join(kept)


def _same(one: str, other: str, expand: Expand) -> bool:
    return _plain(expand(one)) == _plain(expand(other))


def _plain(entry: str) -> str:
    return entry.strip().strip('"').replace("/", "\\").rstrip("\\").casefold()


if sys.platform == "win32":
    import ctypes
    import winreg

    _KEY = "Environment"
    _KINDS = (winreg.REG_SZ, winreg.REG_EXPAND_SZ)
    _EVERYBODY, _SETTING_CHANGED, _ABORT_IF_HUNG, _MILLISECONDS = 0xFFFF, 0x001A, 0x0002, 3000

    def change_user_path(change: Callable[[str, Expand], str]) -> bool:
        """Write the user's PATH anew where ``change`` changes it, in the kind it had; say whether it did."""
        with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, _KEY, 0, winreg.KEY_READ | winreg.KEY_WRITE) as key:
            try:
                path, kind = winreg.QueryValueEx(key, "Path")
            except FileNotFoundError:
                path, kind = "", winreg.REG_EXPAND_SZ
            if kind not in _KINDS:
                raise Stop(r"HKEY_CURRENT_USER\Environment, Path", "PATH của anh/chị không phải là chữ.", "Nhờ người quản trị máy xem lại.")
            changed = change(path, winreg.ExpandEnvironmentStrings)
            if changed == path:
                return False
            winreg.SetValueEx(key, "Path", 0, kind, changed)
        _tell_everybody()
        return True

    def _tell_everybody() -> None:
        """Let Explorer read the variables again, so that windows opened from now on know them."""
        ctypes.windll.user32.SendMessageTimeoutW(
            _EVERYBODY, _SETTING_CHANGED, 0, ctypes.c_wchar_p(_KEY), _ABORT_IF_HUNG, _MILLISECONDS, ctypes.byref(ctypes.c_size_t())
        )

else:

    def change_user_path(change: Callable[[str, Expand], str]) -> bool:
        """Do nothing: only Windows keeps a PATH for the user in its registry."""
        del change
        return False
