"""The wording for the unit of files of which nothing could be read: what is the matter with them, and what to do."""

from __future__ import annotations

from ictscore.words import N_

_SEND_AGAIN = N_("If its answers are to count, please put them on this form, or send the file again so that it opens.")
_NOT_OPENED = (
    "IO103", "IO104", "IO106", "IO107", "IO109", "IO121", "IO122", "IO123", "IO125", "IO126", "IO127", "IO128", "IO203", "IO204",
    "IO205", "IO206", "IO207", "IO209", "IO210", "IO211", "IO231", "IO232", "IO233",
)  # fmt: skip

OF_FILES: dict[str, tuple[str, str]] = {
    **dict.fromkeys(_NOT_OPENED, (N_("The file sent in could not be opened."), _SEND_AGAIN)),
    **dict.fromkeys(("IO120", "IO129", "IO201", "IO202", "IO208"), (N_("The file sent in is cut off or damaged."), _SEND_AGAIN)),
    **dict.fromkeys(
        ("IO108", "IO124"),
        (
            N_("The file sent in is locked with a password."),
            N_("If its answers are to count, please put them on this form, or send the file again without the password."),
        ),
    ),
    "IO105": (N_("The file sent in is empty."), _SEND_AGAIN),
}
