"""What the hidden sheet of a results workbook calls what it holds; who reads results needs these names, not what writes workbooks."""

from __future__ import annotations

KIND = "results"
RANKING_KEY, MATRIX_KEY, NUMBER_KEY = "ranking:", "matrix:", "number:"
SEAL_DIGEST, SEAL_KEY, MANIFEST_KEY, HIDDEN_KEY = "seal", "seal:", "manifest:", "hidden"
SEEN_DIGEST, SEEN_KEY = "seen", "seen:"
