"""Where something stands: a line of a file, or a cell of a sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file.

    ``line`` and ``column`` count from 1 and belong to text files; ``sheet`` and ``cell`` (``D14`` or ``D14:F20``) belong to workbooks.
    A place with only ``file`` means the whole file; one with nothing means no file at all (a command line, say).
    """

    file: str = ""
    line: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        """Return the place as people write it: ``file:line:column`` or ``file › sheet!cell``."""
        if self.line:
            return f"{self.file}:{self.line}:{self.column}"
        spot = f"{self.sheet}!{self.cell}" if self.sheet and self.cell else self.sheet or self.cell
        return " › ".join(part for part in (self.file, spot) if part)

    def beside(self, other: Place) -> str:
        """Return the place as it is told in one sentence with another one: without the file that both stand in.

        >>> Place("nhan/a.xlsx", sheet="Phiếu", cell="A4").beside(Place("nhan/a.xlsx", sheet="Phiếu", cell="A3"))
        'Phiếu!A4'
        >>> Place("x/nhan/a.xlsx", sheet="Phiếu", cell="A4").beside(Place("x/nhan/b.xlsx", sheet="Phiếu", cell="A4"))
        'nhan/a.xlsx › Phiếu!A4'
        """
        inside = replace(self, file="")
        if self.file == other.file and not self.line and str(inside):
            return str(inside)
        return str(replace(self, file="/".join(self.file.replace("\\", "/").split("/")[-2:])))

    def moved(self, columns: int) -> Place:
        """Return the same place, so many columns further to the right."""
        return replace(self, column=self.column + columns) if self.line else self


NOWHERE = Place()


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 1: 1 is A, 27 is AA.

    >>> column_letters(1), column_letters(26), column_letters(27), column_letters(16384)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return the address of a cell; row and column count from 1.

    >>> cell_name(14, 4)
    'D14'
    """
    return f"{column_letters(column)}{row}"
