"""Write what three survey tools would export of a sample survey, the same in every run: KoboToolbox, Google Forms, Microsoft Forms."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from ictscore.expr.values import Blank, Value
from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.model import Rulebook
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission, Survey

ROOT = Path(__file__).resolve().parents[1]
RULEBOOK = "quangbinh-2018"
FOLDER = ROOT / "docs" / "examples" / "exports"
FIRST = datetime(2018, 12, 3, 8, 12, 40)  # noqa: DTZ001 - as the tools print it
NOT_APPLICABLE = "Không áp dụng"

Row = list[Any]


def main(folder: Path = FOLDER) -> int:
    """Write the three exports."""
    loaded = load_rulebook(RULEBOOK)
    survey = read_survey([ROOT / "samples" / RULEBOOK / "survey.xlsx"], loaded.rulebook, loaded.hash)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kobo.xlsx").write_bytes(workbook(kobo(loaded.rulebook, survey)))
    (folder / "google.csv").write_bytes(google(loaded.rulebook, survey))
    (folder / "microsoft.xlsx").write_bytes(workbook(microsoft(loaded.rulebook, survey)))
    return 0


def submitted(index: int) -> datetime:
    """Return when the unit at this place of the list sent its answers."""
    return FIRST + timedelta(hours=7 * index, minutes=13 * index, seconds=5 * index)


def kobo(rulebook: Rulebook, survey: Survey) -> list[Row]:
    """Return the table of KoboToolbox: paths of variables, codes of choices, and its own columns around them."""
    names = list(rulebook.answers)
    head = ["start", "end", "thong_tin/don_vi", *(f"phieu/{name}" for name in names)]
    head += ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status"]
    head += ["_submitted_by", "__version__", "_tags", "_index"]
    rows: list[Row] = [head]
    for index, each in enumerate(survey.submissions):
        sent = submitted(index)
        begun, ended = (f"{time:%Y-%m-%dT%H:%M:%S}.000+07:00" for time in (sent - timedelta(minutes=40), sent))
        answers = [cell(each, name, lambda key, _: key, "co", "khong") for name in names]
        own = [901_000 + index, f"5f1c{index:04}-7d2a-4e0b-9a51-0c0de0{index:06}", f"{sent - timedelta(hours=7):%Y-%m-%dT%H:%M:%S}"]
        rows.append([begun, ended, each.unit, *answers, *own, "", "", "submitted_via_web", "", "vQ7pX", "", index + 1])
    return rows


def google(rulebook: Rulebook, survey: Survey) -> bytes:
    """Return the file of Google Forms: numbered questions with their measures, answers as people read them."""
    head = ["Dấu thời gian", "Địa chỉ email", "Tên cơ quan, đơn vị"]
    for number, spec in enumerate(rulebook.answers.values(), 1):
        measure = f" [{spec.measure}]" if spec.measure else " (%)" if spec.type == "percent" else ""
        head.append(f"Câu {number}. {spec.label}{measure}")
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(head)
    for index, each in enumerate(survey.submissions):
        answers = [cell(each, name, lambda _, label: label, "Có", "Không") for name in rulebook.answers]
        typed = [decimal(answer) for answer in answers]
        writer.writerow([f"{submitted(index):%d/%m/%Y %H:%M:%S}", f"vanthu{index + 1}@quangbinh.example", each.unit, *typed])
    return stream.getvalue().encode()


def microsoft(rulebook: Rulebook, survey: Survey) -> list[Row]:
    """Return the table of Microsoft Forms: real dates, labels, and who was signed in."""
    head = ["ID", "Start time", "Completion time", "Email", "Name", "Đơn vị", *(each.label for each in rulebook.answers.values())]
    rows: list[Row] = [[*head, "Last modified time"]]
    for index, each in enumerate(survey.submissions):
        answers = [cell(each, name, lambda _, label: label, "Có", "Không") for name in rulebook.answers]
        sent = submitted(index)
        rows.append([index + 1, sent - timedelta(minutes=25), sent, "anonymous", "", each.unit, *answers, ""])
    return rows


def cell(submission: Submission, name: str, choice: Callable[[str, str], str], yes: str, no: str) -> Any:
    """Return an answer as a tool has it; ``choice`` makes a text of the key and the label of a choice."""
    value: Value | None = submission.values_at("self").get(name)
    if value is None or isinstance(value, Blank):
        return NOT_APPLICABLE if value is not None and value.kind == "not_applicable" else ""
    if isinstance(value, bool):
        return yes if value else no
    if isinstance(value, str):
        choices = load_rulebook(RULEBOOK).rulebook.answers[name].choices or {}
        return choice(value, choices[value]) if value in choices else value
    return int(value) if value.denominator == 1 else float(value)


def decimal(answer: Any) -> str:
    """Return an answer as a Vietnamese form has it: with a decimal comma."""
    return str(answer).replace(".", ",") if isinstance(answer, float) else str(answer)


def workbook(rows: Sequence[Row]) -> bytes:
    """Return a table as a workbook of one sheet."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "m/d/yy h:mm:ss"}) as book:
        book.set_properties({"created": datetime(2018, 12, 31)})  # noqa: DTZ001 - the same bytes in every run
        sheet = book.add_worksheet("Sheet1")
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if value != "":
                    sheet.write(row, column, value)
    return stream.getvalue()


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
