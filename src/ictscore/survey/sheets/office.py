"""LibreOffice, where there is one: it calculates the formulas of a copy of a workbook again, out of sight and off the network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from ictscore.survey.sheets.limits import LIMITS
from ictscore.system_reasons import system_reason
from ictscore.words import N_, Phrase, phrase

_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
_PATIENCE = 120
"""Seconds for one workbook; an ordinary one takes one or two."""
_NOWHERE = "127.0.0.1"
_NO_PORT = "9"
_SETTINGS = (
    ("Calc/Formula/Load", "OOXMLRecalcMode", "int", "0"),
    ("Calc/Formula/Load", "ODFRecalcMode", "int", "0"),
    ("Calc/Content/Update", "Link", "int", "2"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "int", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "boolean", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "boolean", "true"),
)
"""Calculate everything on loading; run no macro, follow no link."""
_PROXY = (
    ("ooInetProxyType", "int", "1"),
    ("ooInetHTTPProxyName", "string", _NOWHERE),
    ("ooInetHTTPProxyPort", "int", _NO_PORT),
    ("ooInetHTTPSProxyName", "string", _NOWHERE),
    ("ooInetHTTPSProxyPort", "int", _NO_PORT),
)
"""Whatever asks for the network all the same finds nobody there."""
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)


class OfficeFailed(Exception):
    """LibreOffice did not give the workbook back; the phrase says why."""

    def __init__(self, reason: Phrase) -> None:
        """Keep the reason in words."""
        super().__init__(reason)
        self.reason = reason


def find_office() -> Path | None:
    """Return the program of LibreOffice, or None where it is not installed; nothing is started."""
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((path for path in map(Path, _USUAL_PLACES) if path.is_file()), None)


def recalculate(office: Path, data: bytes, suffix: str) -> bytes:
    """Return the workbook ``data`` as an .xlsx file with every formula calculated again; raise OfficeFailed when that fails."""
    with tempfile.TemporaryDirectory(prefix="ictscore-") as folder:
        source, target = Path(folder, f"survey{suffix}"), Path(folder, "out")
        source.write_bytes(data)
        profile = Path(folder, "profile")
        _make_profile(profile)
        _run([str(office), f"-env:UserInstallation={profile.as_uri()}", *_orders(target), str(source)])
        made = target / "survey.xlsx"
        if not made.is_file():
            raise OfficeFailed(phrase(N_("LibreOffice could not read the file")))
        if made.stat().st_size > LIMITS.file_bytes:
            raise OfficeFailed(phrase(N_("what LibreOffice wrote is too large")))
        return made.read_bytes()


def _orders(target: Path) -> list[str]:
    quiet = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"]
    return [*quiet, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(target)]


def _run(command: list[str]) -> None:
    """Run LibreOffice to its end; one that hangs is ended with all it has started."""
    surroundings = {**os.environ, "http_proxy": f"http://{_NOWHERE}:{_NO_PORT}", "https_proxy": f"http://{_NOWHERE}:{_NO_PORT}"}
    nothing = subprocess.DEVNULL
    try:
        running = subprocess.Popen(  # noqa: S603 - the program is LibreOffice
            command, env=surroundings, start_new_session=True, stdin=nothing, stdout=nothing, stderr=nothing
        )
    except OSError as problem:
        raise OfficeFailed(phrase(N_("LibreOffice cannot be started ({reason})"), reason=system_reason(problem))) from None
    try:
        running.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        raise OfficeFailed(phrase(N_("LibreOffice took longer than {seconds} seconds"), seconds=_PATIENCE)) from None
    finally:
        if running.poll() is None:
            _end(running)


def _end(running: subprocess.Popen[bytes]) -> None:
    end = running.kill if sys.platform == "win32" else partial(os.killpg, running.pid, signal.SIGKILL)
    end()
    running.wait()


def _make_profile(folder: Path) -> None:
    """Write the settings of a user profile of our own: the user's may be open, and may allow more."""
    items = [_item(f"/org.openoffice.Office.{path}", *rest) for path, *rest in _SETTINGS]
    items += [_item("/org.openoffice.Inet/Settings", *each) for each in _PROXY]
    settings = folder / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"{_HEAD}{''.join(items)}</oor:items>\n", encoding="utf-8")


def _item(path: str, name: str, kind: str, value: str) -> str:
    typed = f'<prop oor:name="{name}" oor:op="fuse" oor:type="xs:{kind}"><value>{value}</value></prop>'
    return f'<item oor:path="{path}">{typed}</item>\n'
