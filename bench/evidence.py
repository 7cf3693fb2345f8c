"""How long it takes to look up the evidence of a round: 600 units with 60 cells each, 24 000 files, a third of the names missing.

Run it from the project's root: ``python bench/evidence.py``. Nothing is written; the files are only listed.
"""

from __future__ import annotations

import time

from ictscore.places import Place
from ictscore.rulebook.load import load_rulebook
from ictscore.survey.evidence.checking import check_evidence
from ictscore.survey.evidence.records import EvidenceCell, EvidenceFile, Listing
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.submission import Submission

UNITS, CELLS = 600, 60


def main() -> None:
    """Look everything up once and print the time."""
    vocabulary = Vocabulary(load_rulebook("binhthuan-2019").rulebook)
    questions = list(vocabulary.questions)[:CELLS]
    units, files = [], []
    for number in range(UNITS):
        name = f"Xã số {number}"
        cells = {each: _cell(number, row) for row, each in enumerate(questions)}
        units.append(Submission(name, "pl_iv", {}, place=Place(f"{number}.xlsx"), evidence=cells))
        files += [EvidenceFile(f"{name}/Nhóm {row % 5}/MC_{row}.{number % 7}.pdf", 10) for row in range(CELLS) if row % 3]
    notes = Notes()
    begin = time.perf_counter()
    check_evidence(units, Listing("minh-chung", tuple(files)), vocabulary, notes)
    print(f"{UNITS * CELLS} cells, {len(files)} files: {time.perf_counter() - begin:.1f} s; findings: {notes.total}")


def _cell(number: int, row: int) -> EvidenceCell:
    text = f"MC {row}.{number % 7}.pdf (trang 3), Quyết định số {row}/QĐ-UBND và Báo cáo năm"
    return EvidenceCell(Place(f"{number}.xlsx", sheet="Phiếu", cell=f"F{row + 14}"), text)


if __name__ == "__main__":
    main()
