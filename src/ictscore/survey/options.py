"""How surveys are to be read: what people can ask for on the command line, in one record that any process understands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of reading; the defaults are what is read when nobody asks for anything.

    ``workers`` is how many processes share the files: None leaves it to the number of files and processors. It never changes what is read.
    ``recalculate`` has LibreOffice calculate every formula again, in a copy, and asks where the stored value of an answer is another.
    """

    workers: int | None = None
    recalculate: bool = False


USUAL = ReadOptions()
