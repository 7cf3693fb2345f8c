"""Detached signatures with SSH keys, made and checked by ``ssh-keygen``: who stands for a result."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place

NAMESPACE = "ictscore"
"""Sets our signatures apart from those the same key makes for other purposes (git commits, say)."""
SUFFIX = ".sig"
_LONGEST = 60
_QUESTION = "Enter passphrase: "


def sign(path: Path, key: Path) -> Path:
    """Sign a file with a private key (or the public key of one an agent holds) and return the signature beside it.

    Raises FileRefused where ssh-keygen is missing or refuses.
    """
    signature = path.with_name(path.name + SUFFIX)
    signature.unlink(missing_ok=True)
    done = _run(["-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(path)])
    if done.returncode or not signature.is_file():
        raise FileRefused(finding("SC221", Place(str(path)), reason=_reason(done)))
    return signature


def check_signature(path: Path, signature: Path, signers: Path, identity: str) -> Finding:
    """Return the finding about a signature: a note that it is ``identity``'s and good, or an error.

    ``signers`` is an allowed-signers file: an identity and a public key a line.
    """
    for needed in (signature, signers):
        if not needed.is_file():
            raise FileRefused(finding("IO101", Place(str(needed))))
    words = ["-Y", "verify", "-f", str(signers), "-I", identity, "-n", NAMESPACE, "-s", str(signature)]
    done = _run(words, path.read_bytes())
    place = Place(str(signature))
    if done.returncode:
        return finding("SC223", place, identity=identity, reason=_reason(done))
    return finding("SC222", place, identity=identity)


def _run(arguments: list[str], data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run ssh-keygen; where nobody sits at a terminal, nobody is asked for a passphrase: neither there nor in a window."""
    program = shutil.which("ssh-keygen")
    if program is None:
        raise FileRefused(finding("SC220"))
    alone = not sys.stdin.isatty()
    surroundings = {**os.environ, **({"SSH_ASKPASS_REQUIRE": "never"} if alone else {})}
    how: dict[str, Any] = {"capture_output": True, "timeout": _LONGEST, "check": False, "start_new_session": alone, "env": surroundings}
    try:
        return subprocess.run([program, *arguments], input=data, **how)  # noqa: S603, PLW1510 - fixed words; it is told whether it worked
    except subprocess.TimeoutExpired:
        raise FileRefused(finding("SC221", reason=f"ssh-keygen > {_LONGEST} s")) from None


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return what ssh-keygen said: its last line, or the one that says why nobody but the owner may read a key."""
    lines = (done.stderr + done.stdout).decode("utf-8", "replace").strip().splitlines()
    said = next(
        (each for each in lines if " too open" in each or "bad permissions" in each),
        lines[-1] if lines else f"ssh-keygen: {done.returncode}",
    )
    return said.removeprefix(_QUESTION).rstrip(".")
