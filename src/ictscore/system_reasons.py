"""Why the system refused something, in the language spoken: it says so in its own."""

from __future__ import annotations

import errno

from ictscore.words import N_, Phrase, phrase

_IN_USE = N_("being used by another program")
_REASONS = {
    errno.EACCES: N_("Permission denied"),
    errno.EPERM: N_("Operation not permitted"),
    errno.ENOENT: N_("No such file or directory"),
    errno.EISDIR: N_("Is a directory"),
    errno.ENOTDIR: N_("Not a directory"),
    errno.EEXIST: N_("File exists"),
    errno.ENOSPC: N_("No space left on device"),
    errno.EFBIG: N_("File too large"),
    errno.EROFS: N_("Read-only file system"),
    errno.EBUSY: _IN_USE,
    errno.ETXTBSY: _IN_USE,
    errno.EIO: N_("Input/output error"),
    errno.ENAMETOOLONG: N_("File name too long"),
    errno.ELOOP: N_("Too many levels of symbolic links"),
    errno.EMFILE: N_("Too many open files"),
    errno.ETIMEDOUT: N_("Connection timed out"),
}
"""The reasons people meet, worded as most systems word them in English."""
_WINDOWS = {
    32: _IN_USE,
    33: _IN_USE,
    39: N_("File exists"),
    112: N_("No space left on device"),
    123: N_("The name is not one for files here"),
}
"""What Windows says more exactly than its number for all systems does: a file that is open elsewhere is “permission denied” there."""
_NULL = "null"


def system_reason(problem: OSError | ValueError) -> Phrase | str:
    """Return why the system refused something; what it says itself where we have no words for it.

    >>> str(system_reason(PermissionError(13, "Отказано в доступе"))), str(system_reason(OSError(99, "Strange")))
    ('Permission denied', 'Strange')
    """
    text = _WINDOWS.get(getattr(problem, "winerror", None) or 0) or _REASONS.get(getattr(problem, "errno", None) or 0)
    if text is None and _NULL in str(problem) and isinstance(problem, ValueError):
        text = N_("The name holds a character that no name may have")
    return phrase(text) if text is not None else getattr(problem, "strerror", None) or str(problem)
