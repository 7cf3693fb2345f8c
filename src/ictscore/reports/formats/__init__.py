"""What was found, in the formats of machines: one format, one file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from ictscore.reports.formats.github import github_text
from ictscore.reports.formats.gitlab import gitlab_text
from ictscore.reports.formats.json_document import json_text
from ictscore.reports.formats.junit import junit_text
from ictscore.reports.formats.sarif import sarif_text
from ictscore.reports.reported import Reported

Format = Literal["text", "json", "github", "gitlab", "junit", "sarif"]
FORMATS: tuple[Format, ...] = get_args(Format)

DRAWN: dict[str, Callable[[Reported], str]] = {
    "json": json_text,
    "github": github_text,
    "gitlab": gitlab_text,
    "junit": junit_text,
    "sarif": sarif_text,
}
"""Each format for machines and what draws it; text is drawn by the command, which knows what people want to see first."""
