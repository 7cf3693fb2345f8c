"""Word documents that lie beside forms and are none: letters, decisions, reports."""

from __future__ import annotations

from ictscore.errors import FileRefused
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.inputfile import InputFile
from ictscore.survey.sheets.package import is_word

ENDINGS = frozenset({".docx", ".docm"})
_SIGN = b"ictscore kind"


def is_stranger(file: InputFile) -> bool:
    """Return whether a file is a sound Word document without our stamp; what is damaged or locked may be a form, and is to be refused."""
    try:
        container = Container(file)
        texts = (container.read(name).data for name in container.names() if name.lower().endswith(("/custom.xml", "/document.xml")))
        return is_word(container) and not any(_SIGN in text for text in texts)
    except FileRefused:
        return False
