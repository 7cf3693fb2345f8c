"""The list of units beside a rulebook: read, typed and held against the rulebook and itself."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ictscore.documents import read_document
from ictscore.errors import FileRefused, RulebookRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.nodes import place_at
from ictscore.rulebook.shipped import shown_name
from ictscore.rulebook.typed import read_model
from ictscore.rulebook.unit_checks import check_units
from ictscore.rulebook.unit_list import UNIT_BASES, UnitFile, UnitList, UnitSpec
from ictscore.system_reasons import system_reason

__all__ = ["UNITS_FILE", "UNIT_BASES", "UnitList", "UnitSpec", "examine_units", "load_units"]

UNITS_FILE = "units.yaml"


def load_units(loaded: LoadedRulebook, path: Path | None = None) -> UnitList | None:
    """Return the units in ``path``, else in the file beside the rulebook, or None where there is none.

    Raises RulebookRefused with everything that does not hold, FileRefused for a file that cannot be read.
    """
    units, findings = examine_units(loaded, path)
    if errors_among(findings):
        raise RulebookRefused(*findings)
    return units


def examine_units(loaded: LoadedRulebook, path: Path | None = None) -> tuple[UnitList | None, tuple[Finding, ...]]:
    """Return the list in ``path``, else beside the rulebook, as far as it can be read, with everything found in it."""
    chosen = path if path is not None else loaded.path.parent / UNITS_FILE
    if path is None and not chosen.is_file():
        return None, ()
    name = shown_name(chosen)
    try:
        data = chosen.read_bytes()
        document = read_document(data, name)
    except FileNotFoundError:
        raise FileRefused(finding("IO101", Place(name))) from None
    except OSError as error:
        raise FileRefused(finding("IO103", Place(name), reason=system_reason(error))) from None
    except RulebookRefused as refused:
        return None, tuple(refused.findings)
    file, misfits = read_model(UnitFile, document)
    if file is None:
        return None, misfits
    places = tuple(place_at(document, ("units", index)) for index in range(len(file.units)))
    units = UnitList(name, hashlib.sha256(data).hexdigest(), file.units, file.note or "", places)
    found = check_units(file, document, loaded.rulebook)
    return units, tuple(sorted(found, key=lambda each: each.place))
