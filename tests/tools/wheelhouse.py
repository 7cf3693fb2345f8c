"""Small wheels and a small project, written by hand: the tests of the bundle need no network."""

import json
import zipfile
from collections.abc import Sequence
from importlib.metadata import distribution
from pathlib import Path

PYPROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "nho"
version = "1.2"
requires-python = ">=3.11"
classifiers = ["Programming Language :: Python :: 3.12", "Programming Language :: Python :: 3.11", "Programming Language :: Python :: 3"]
dependencies = [{dependencies}]

[tool.hatch.build.targets.wheel]
packages = ["nho"]
"""


def write_wheel(folder: Path, name: str, version: str = "1.0", tag: str = "py3-none-any", requires: Sequence[str] = ()) -> Path:
    """Write a wheel with one module that says its version."""
    path = folder / f"{name}-{version}-{tag}.whl"
    described = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n" + "".join(f"Requires-Dist: {each}\n" for each in requires)
    files = {
        f"{name}.py": f"VERSION = {version!r}\n",
        f"{described}/METADATA": metadata,
        f"{described}/WHEEL": f"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n",
    }
    record = "".join(f"{each},,\n" for each in [*files, f"{described}/RECORD"])
    with zipfile.ZipFile(path, "w") as archive:
        for each, text in {**files, f"{described}/RECORD": record}.items():
            archive.writestr(each, text)
    return path


def write_project(folder: Path, dependencies: Sequence[str] = ()) -> Path:
    """Write a project with one package ``nho`` that needs these."""
    (folder / "nho").mkdir(parents=True)
    (folder / "nho" / "__init__.py").write_text("", encoding="utf-8")
    (folder / "nho" / "__main__.py").write_text("print('chạy được')\n", encoding="utf-8")
    listed = ", ".join(json.dumps(each) for each in dependencies)
    (folder / "pyproject.toml").write_text(PYPROJECT.replace("{dependencies}", listed), encoding="utf-8")
    return folder


def pack_pip(folder: Path) -> Path:
    """Pack the pip of this environment as the wheel it came from."""
    pip = distribution("pip")
    path = folder / f"pip-{pip.version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file in pip.files or ():
            if file.parts[0] in {"pip", f"pip-{pip.version}.dist-info"} and file.suffix != ".pyc":
                archive.write(file.locate(), str(file))
    return path
