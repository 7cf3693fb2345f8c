"""The stable codes of everything that can be found: one family, one file."""

from ictscore.codes.batch import BATCH
from ictscore.codes.cases import CASES
from ictscore.codes.code import Code
from ictscore.codes.files import FILES
from ictscore.codes.proofs import PROOFS
from ictscore.codes.rulebooks import RULEBOOKS
from ictscore.codes.scoring import SCORING
from ictscore.codes.surveys import SURVEYS
from ictscore.codes.units import UNITS

CODES: dict[str, Code] = {**RULEBOOKS, **PROOFS, **SURVEYS, **UNITS, **SCORING, **CASES, **BATCH, **FILES}

__all__ = ["CODES", "Code"]
