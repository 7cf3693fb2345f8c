"""A Python to pack: what is no 64-bit Python of a supported version is refused by name."""

import struct
import zipfile

import pytest
from bundle.runtime import read_runtime
from bundle.stop import Stop


def program(machine):
    """Return the beginning of a Windows program for a machine."""
    return b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + struct.pack("<H", machine) + bytes(20)


AMD64, X86, ARM64 = program(0x8664), program(0x014C), program(0xAA64)


def written(path, files):
    """Write a zip of these files."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_the_embeddable_zip_is_taken_as_it_is(tmp_path):
    """Everything beside python.exe is packed under its name."""
    files = {"python.exe": AMD64, "python312.dll": b"d", "python3.dll": b"s", "python312.zip": b"z", "python312._pth": b"python312.zip\n."}
    assert read_runtime(written(tmp_path / "p.zip", files), ["3.11", "3.12"]) == files


def test_of_the_nuget_package_the_tools_are_taken(tmp_path):
    """The folder of the outermost python.exe is what counts; launchers deeper down are only files."""
    files = {"python.nuspec": b"x", "tools/python.exe": AMD64, "tools/python311.dll": b"d", "tools/Lib/venv/scripts/nt/python.exe": X86}
    found = read_runtime(written(tmp_path / "p.nupkg", files), ["3.11"])
    assert sorted(found) == ["Lib/venv/scripts/nt/python.exe", "python.exe", "python311.dll"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"readme.txt": b""}, "no python.exe in it"),
        ({"python.exe": AMD64}, "one python3….dll is expected beside python.exe; found: 0"),
        ({"python.exe": AMD64, "python310.dll": b""}, "holds Python 3.10; the bundle is for 3.11, 3.12"),
        ({"python.exe": X86, "python312.dll": b""}, "not for 64-bit Windows"),
        ({"python.exe": ARM64, "python312.dll": b""}, "not for 64-bit Windows"),
        ({"python.exe": b"#!/bin/sh", "python312.dll": b""}, "not for 64-bit Windows"),
        ({"python.exe": b"MZ" + bytes(58) + struct.pack("<I", 0) + b"XX" * 9, "python312.dll": b""}, "not for 64-bit Windows"),
    ],
)
def test_what_cannot_run_it_is_refused(tmp_path, files, said):
    """No Python, another version, another machine, no program at all: each by its name."""
    with pytest.raises(Stop, match=said):
        read_runtime(written(tmp_path / "p.zip", files), ["3.11", "3.12"])


def test_a_file_that_is_no_zip_is_refused(tmp_path):
    """A download that was cut off is said to be one."""
    path = tmp_path / "p.zip"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(Stop, match=r"p\.zip: cannot be read as a zip file .*Download it again"):
        read_runtime(path, ["3.12"])
