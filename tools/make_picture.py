"""Draw the picture of a ranking that the README shows; ``--check`` only says whether it is current."""

from __future__ import annotations

import io
import re
import sys
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from ictscore.reports.outcome import score_survey
from ictscore.reports.text_table import print_rankings
from ictscore.rulebook.load import load_rulebook
from ictscore.survey.reading import read_survey
from ictscore.words import speak

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "ranking.svg"
SURVEY = ROOT / "samples" / "binhthuan-2020" / "survey.xlsx"
GROUPS = ("pl_ii", "pl_iv")
WIDTH = 190


def drawn() -> str:
    """Return the picture: the real ranking of two groups of the sample, in Vietnamese, without fonts from elsewhere."""
    speak("vi")
    loaded = load_rulebook("binhthuan-2020")
    survey = read_survey([SURVEY], loaded.rulebook, loaded.hash)
    told = score_survey(loaded, survey, command="").told
    console = Console(record=True, width=WIDTH, file=io.StringIO(), markup=False, emoji=False, highlight=False)
    print_rankings(console, replace(told, groups=tuple(each for each in told.groups if each.group.id in GROUPS)))
    svg = console.export_svg(title="ictscore score survey.xlsx --rulebook binhthuan-2020 --lang vi", unique_id="ranking")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL) + "\n"


def main() -> int:
    """Write the picture, or compare it."""
    svg = drawn()
    current = PICTURE.is_file() and PICTURE.read_text(encoding="utf-8") == svg
    if "--check" in sys.argv:
        print("" if current else f"not current: {PICTURE.relative_to(ROOT)} (run make pictures)", end="" if current else "\n")
        return 0 if current else 1
    PICTURE.write_text(svg, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
