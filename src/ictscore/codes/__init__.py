"""The stable codes of everything that can be found: one family, one file."""

from ictscore.codes.around import AROUND
from ictscore.codes.batch import BATCH
from ictscore.codes.beside import BESIDE
from ictscore.codes.cases import CASES
from ictscore.codes.code import Code
from ictscore.codes.diffs import DIFFS
from ictscore.codes.evidence import EVIDENCE
from ictscore.codes.files import FILES
from ictscore.codes.formats import FORMATS
from ictscore.codes.forms import FORMS
from ictscore.codes.live import LIVE
from ictscore.codes.mappings import MAPPINGS
from ictscore.codes.proofs import PROOFS
from ictscore.codes.remarks import REMARKS
from ictscore.codes.returns import RETURNS
from ictscore.codes.rulebooks import RULEBOOKS
from ictscore.codes.scoring import SCORING
from ictscore.codes.seen import SEEN
from ictscore.codes.shapes import SHAPES
from ictscore.codes.stages import STAGES
from ictscore.codes.surveys import SURVEYS
from ictscore.codes.units import UNITS
from ictscore.codes.values import VALUES
from ictscore.codes.whatif import WHATIF
from ictscore.codes.word import WORD

CODES: dict[str, Code] = {
    **RULEBOOKS, **PROOFS, **SURVEYS, **VALUES, **SHAPES, **BESIDE, **AROUND, **STAGES, **REMARKS, **EVIDENCE, **FORMS, **RETURNS, **MAPPINGS, **UNITS,
    **SCORING, **SEEN, **WHATIF, **LIVE, **CASES, **BATCH, **DIFFS, **FILES, **FORMATS, **WORD,
}  # fmt: skip

__all__ = ["CODES", "Code"]
