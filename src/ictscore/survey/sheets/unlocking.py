"""Workbooks locked with a password, opened in memory by whoever has it."""

from __future__ import annotations

import os
from dataclasses import replace
from importlib.util import find_spec
from io import BytesIO

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.survey.sheets.inputfile import InputFile


def unlock(file: InputFile, variable: str) -> InputFile:
    """Return a locked file as it is without its password, which stands in the environment variable of that name.

    Its hash and size stay those of the file people have. Raises FileRefused where the password is missing or does not open the file.
    """
    place = Place(file.name)
    password = os.environ.get(variable)
    if not password:
        raise FileRefused(finding("IO143", place, name=variable))
    if find_spec("msoffcrypto") is None:
        raise FileRefused(finding("IO140", place))
    import msoffcrypto  # noqa: PLC0415 - an extra that few have

    opened = BytesIO()
    try:
        locked = msoffcrypto.OfficeFile(BytesIO(file.data))
        locked.load_key(password=password)
        locked.decrypt(opened)
    except Exception:  # noqa: BLE001 - a library for files made to be opened by nobody else raises anything
        raise FileRefused(finding("IO141", place, name=variable)) from None
    return replace(file, data=opened.getvalue())
