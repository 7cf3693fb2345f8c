"""Pip, thinking that it runs on 64-bit Windows: ``python pip_as_windows.py 3.12 download …``.

``--platform`` and ``--python-version`` choose wheels for another machine, but pip goes on evaluating environment markers for the
machine it runs on: on Linux it leaves out what click wants on Windows (``colorama; platform_system == "Windows"``). So the
answers to the markers are replaced before pip starts, and pip is asked whether it noticed.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any


def environment(python: str) -> dict[str, str]:
    """Return what markers evaluate to in CPython ``python`` (such as ``3.12``) on 64-bit Windows."""
    return {
        "implementation_name": "cpython",
        "implementation_version": f"{python}.0",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_release": "10",
        "platform_system": "Windows",
        "platform_version": "10.0.19045",
        "python_full_version": f"{python}.0",
        "python_version": python,
        "sys_platform": "win32",
    }


def pretend(markers: Any, python: str) -> bool:
    """Let ``packaging.markers`` answer as Windows does; false when it does not listen."""
    markers.default_environment = lambda: environment(python)
    there, absent = f'sys_platform == "win32" and python_version == "{python}"', 'platform_system != "Windows"'
    return bool(markers.Marker(there).evaluate()) and not markers.Marker(absent).evaluate()


def main() -> int:
    """Run pip's command; 3 when this pip asks its markers elsewhere."""
    python, *arguments = sys.argv[1:]
    if not pretend(importlib.import_module("pip._vendor.packaging.markers"), python):
        print("This pip does not take the markers of another machine: tools/bundle/pip_as_windows.py has to follow it.", file=sys.stderr)
        return 3
    return int(importlib.import_module("pip._internal.cli.main").main(arguments))


if __name__ == "__main__":
    sys.exit(main())
