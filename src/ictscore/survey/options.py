"""How surveys are to be read: what people can ask for on the command line, in one record that any process understands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # commands that read no survey know these options too
    from ictscore.findings import Finding
    from ictscore.rulebook.procedure import StageId
    from ictscore.rulebook.units import UnitList
    from ictscore.survey.evidence.records import Listing
    from ictscore.survey.exports.mapping import Mapping as ExportMapping
    from ictscore.survey.matching.answers import Answers


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of reading; the defaults are what is read when nobody asks for anything.

    ``workers`` is how many processes share the files: None leaves it to the number of files and processors. It never changes what is read.
    ``skip_hidden`` leaves out what people cannot see in a sheet, instead of reading it with a warning.
    ``recalculate`` has LibreOffice calculate every formula again, in a copy, and asks where the stored value of an answer is another.
    ``password_from`` names the environment variable with the password of locked workbooks.
    ``units`` is the list of units that names are held against, ``matches`` are the answers people gave about names; ``units_from`` and
    ``matches_from`` are the files they are in, as asked for, until somebody who knows the rulebook reads them; ``passed_over`` says
    which answers lie beside the survey and are another rulebook's. ``names`` says what files are called
    in places and records where that is not their path: a result made again calls them as they were called then.
    ``mapping`` says what the columns of exports hold, ``mapping_from`` is the file it is in.
    ``evidence_from`` is the folder of the evidence, ``evidence`` what files are in it.
    ``stage`` is the stage that was named: only then do forms speak for stages after the unit's own, and only for those up to it.
    """

    workers: int | None = None
    skip_hidden: bool = False
    recalculate: bool = False
    password_from: str | None = None
    units: UnitList | None = None
    matches: Answers | None = None
    units_from: str | None = None
    matches_from: Path | None = None
    mapping: ExportMapping | None = None
    mapping_from: Path | None = None
    evidence_from: Path | None = None
    evidence: Listing | None = None
    passed_over: tuple[Finding, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    stage: StageId | None = None

    @property
    def files_named(self) -> list[str]:
        """Return the options that name files to read with, as they stand on a command line."""
        files = {"--units": self.units_from, "--matches": self.matches_from}
        files |= {"--mapping": self.mapping_from, "--evidence": self.evidence_from}
        return [word for option, path in files.items() if path is not None for word in (option, str(path))]


USUAL = ReadOptions()
