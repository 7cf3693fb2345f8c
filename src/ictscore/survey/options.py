"""How surveys are to be read: what people can ask for on the command line, in one record that any process understands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of reading; the defaults are what is read when nobody asks for anything.

    ``workers`` is how many processes share the files: None leaves it to the number of files and processors. It never changes what is read.
    ``skip_hidden`` leaves out what people cannot see in a sheet, instead of reading it with a warning.
    ``password_from`` names the environment variable with the password of locked workbooks.
    """

    workers: int | None = None
    skip_hidden: bool = False
    password_from: str | None = None


USUAL = ReadOptions()
