"""When two answers in words are the same: as labels, without what does not show, and with Đ for its doubles."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ictscore.survey.labels.characters import as_seen
from ictscore.survey.labels.unit_names import fold_label

_CLOSING = " .,;:!…*\u00a0"


@lru_cache(maxsize=65536)
def fold_answer(text: str) -> str:
    """Return the form in which answers in words are compared when they are not spelt alike.

    >>> fold_answer("Ðã có.\u200b") == fold_answer("đã có"), fold_answer("Ủy ban") == fold_answer("Uỷ ban")
    (True, True)
    """
    return unicodedata.normalize("NFC", fold_label(as_seen(text).rstrip(_CLOSING)))
