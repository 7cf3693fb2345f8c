"""What the machine we run on is like: each thing looked at or tried, and whether it will do."""

from __future__ import annotations

import importlib.util
import locale
import os
import platform
import secrets
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from ictscore import __version__
from ictscore.errors import Stop
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.shipped import shipped_ids
from ictscore.rulebook.units import load_units
from ictscore.streams import encoding_before
from ictscore.survey.sheets.office import find_office
from ictscore.system_reasons import system_reason
from ictscore.words import N_, Phrase, phrase

Verdict = Literal["fine", "note", "fails"]

_LIBRARIES = ("click", "rich", "pydantic", "PyYAML", "lark", "XlsxWriter")
_NARROW = 80
_INTERNATIONAL = r"Control Panel\International"
_FILE_SYSTEM = r"SYSTEM\CurrentControlSet\Control\FileSystem"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing looked at: what it is, what was found, and whether that will do."""

    id: str
    what: str
    found: Phrase
    verdict: Verdict = "fine"


def _as_it_is(text: str) -> Phrase:
    """Return a name that is the same in every language."""
    return Phrase("{text}", {"text": text})


def surroundings(folder: Path) -> Iterator[Fact]:
    """Yield everything that is looked at; ``folder`` is where results will be written."""
    yield _program()
    yield _libraries()
    yield from _streams()
    yield _language()
    yield _decimals(decimal_signs())
    yield _writable("folder", N_("Writing into this folder"), folder)
    yield _writable("temp", N_("Writing into the folder for temporary files"), Path(tempfile.gettempdir()))
    yield _terminal()
    if sys.platform == "win32":
        yield _long_paths()
    yield from _helpers()
    yield from _rulebooks()


def _program() -> Fact:
    parts = (f"ictscore {__version__}", f"Python {platform.python_version()}", platform.platform(terse=True))
    return Fact("program", N_("Program"), _as_it_is(", ".join(parts)))


def _libraries() -> Fact:
    return Fact("libraries", N_("Libraries"), _as_it_is(", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def _streams() -> Iterator[Fact]:
    for name, what, stream in (("stdout", N_("Encoding of the output"), sys.stdout), ("stderr", N_("Encoding of messages"), sys.stderr)):
        now = str(getattr(stream, "encoding", "") or "?")
        before = encoding_before(stream) or now
        same = before.lower().replace("_", "-") == now.lower()
        found = _as_it_is(now) if same else phrase(N_("{before}, changed to {now}"), before=before, now=now)
        yield Fact(name, what, found, "fine" if now.lower() in {"utf-8", "utf8"} else "fails")


def _language() -> Fact:
    names = [f"{name}={os.environ[name]}" for name in ("ICTSCORE_LANG", "LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)]
    if not names:
        return Fact(
            "language", N_("Language"), phrase(N_("no language is set: messages are English unless --lang or ICTSCORE_LANG says otherwise"))
        )
    return Fact("language", N_("Language"), _as_it_is(", ".join(names)))


def decimal_signs(read: Callable[[str, str], str | None] | None = None) -> tuple[str, str, str]:
    """Return the decimal sign, the sign between thousands, and who says so: Windows' own settings, else the locale."""
    read = registry if read is None else read
    decimal, thousands = read(_INTERNATIONAL, "sDecimal"), read(_INTERNATIONAL, "sThousand")
    if decimal:
        return decimal, thousands or "", "windows"
    try:
        locale.setlocale(locale.LC_NUMERIC, "")
        known = locale.localeconv()
        return str(known["decimal_point"]), str(known["thousands_sep"]), "locale"
    except locale.Error:
        return ".", "", "assumed"
    finally:
        locale.setlocale(locale.LC_NUMERIC, "C")


def _decimals(signs: tuple[str, str, str]) -> Fact:
    decimal, thousands, origin = signs
    words = {
        "windows": N_("decimals: “{decimal}”, thousands: “{thousands}” (Windows settings, which Excel follows)"),
        "locale": N_("decimals: “{decimal}”, thousands: “{thousands}” (locale; Excel may have settings of its own)"),
        "assumed": N_("not known; a decimal point is assumed"),
    }[origin]
    return Fact("decimals", N_("Decimal sign"), phrase(words, decimal=decimal, thousands=thousands or "–"))


def registry(key: str, name: str, *, machine: bool = False) -> str | None:
    """Return a value of the Windows registry, of the user's part or of the machine's; None elsewhere and where it is not set."""
    if sys.platform != "win32":
        return None
    import winreg  # noqa: PLC0415 - is there on Windows only

    part = winreg.HKEY_LOCAL_MACHINE if machine else winreg.HKEY_CURRENT_USER
    try:
        with winreg.OpenKey(part, key) as opened:
            return str(winreg.QueryValueEx(opened, name)[0])
    except OSError:
        return None


def _writable(identifier: str, what: str, folder: Path) -> Fact:
    """Try it: write a file, read it back, take it away."""
    trial = folder / f".ictscore-{secrets.token_hex(4)}.tmp"
    try:
        trial.write_bytes(b"ictscore")
        there = trial.read_bytes() == b"ictscore"
        trial.unlink()
    except OSError as problem:
        reason = system_reason(problem)
        return Fact(identifier, what, phrase(N_("{folder}: refused ({reason})"), folder=str(folder), reason=reason), "fails")
    return Fact(identifier, what, _as_it_is(str(folder)), "fine" if there else "fails")


def _terminal() -> Fact:
    if not sys.stdout.isatty():
        return Fact("terminal", N_("Terminal"), phrase(N_("none: the output goes to a file or a program")))
    width = shutil.get_terminal_size().columns
    colours = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    words = N_("{width} columns, with colours") if colours else N_("{width} columns, without colours")
    return Fact("terminal", N_("Terminal"), phrase(words, width=str(width)), "fine" if width >= _NARROW else "note")


def _long_paths() -> Fact:
    """Return whether Windows takes paths of more than 260 characters."""
    enabled = registry(_FILE_SYSTEM, "LongPathsEnabled", machine=True) == "1"
    words = N_("allowed") if enabled else N_("at most 260 characters: keep folders short")
    return Fact("long_paths", N_("Long paths"), phrase(words), "fine" if enabled else "note")


def _helpers() -> Iterator[Fact]:
    office = find_office()
    if office is None:
        text = phrase(N_("not found: needed only to calculate formulas again"))
        yield Fact("libreoffice", "LibreOffice", text, "note")
    else:
        yield Fact("libreoffice", "LibreOffice", _as_it_is(str(office)))
    if importlib.util.find_spec("msoffcrypto") is None:
        yield Fact("msoffcrypto", "msoffcrypto-tool", phrase(N_("not found: needed only for workbooks with a password")), "note")
    else:
        yield Fact("msoffcrypto", "msoffcrypto-tool", _as_it_is(_version("msoffcrypto-tool")))
    if importlib.util.find_spec("numpy") is None:
        yield Fact("numpy", "numpy", phrase(N_("not found: needed only to be faster with hundreds of units in robustness")), "note")
    else:
        yield Fact("numpy", "numpy", _as_it_is(_version("numpy")))
    uv = shutil.which("uv")
    if uv is None:
        yield Fact("uv", "uv", phrase(N_("not found: needed only to install without pip")), "note")
    else:
        yield Fact("uv", "uv", _as_it_is(uv))


def _rulebooks() -> Iterator[Fact]:
    known = shipped_ids()
    if known:
        yield Fact("rulebooks", N_("Rulebooks"), phrase(N_("found: {count}"), count=str(len(known))))
    else:
        yield Fact("rulebooks", N_("Rulebooks"), phrase(N_("none found: the installation is damaged")), "fails")
    for identifier in known:
        yield _rulebook(identifier)


def _rulebook(identifier: str) -> Fact:
    name = f"rulebook:{identifier}"
    try:
        loaded = load_rulebook(identifier)
        units = load_units(loaded)
    except Stop as stop:
        first = stop.findings[0]
        return Fact(name, identifier, phrase(N_("refused: {reason}"), reason=f"{first.code} {first.message}"), "fails")
    groups = str(len(loaded.rulebook.groups))
    if units is None:
        return Fact(name, identifier, phrase(N_("groups: {groups}; no list of units"), groups=groups))
    return Fact(name, identifier, phrase(N_("groups: {groups}; units listed: {units}"), groups=groups, units=str(len(units.units))))
