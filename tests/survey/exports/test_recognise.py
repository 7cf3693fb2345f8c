"""Titles recognised: what is certain is taken, what may be something else is offered only."""

from __future__ import annotations

import pytest

from ictscore.rulebook.load import LoadedRulebook
from ictscore.survey.exports.recognise import Recogniser
from ictscore.survey.exports.tools import is_of_the_tool, submitted_among
from ictscore.survey.layouts.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def recogniser(loaded: LoadedRulebook) -> Recogniser:
    """Return what recognises titles."""
    return Recogniser(Vocabulary(loaded.rulebook))


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("may", "may"),
        ("nhom_1/may", "may"),
        ("phieu/nhom_1/may", "may"),
        ("Số máy tính", "may"),
        ("SỐ MÁY TÍNH *", "may"),
        ("so may tinh", "may"),
        ("Câu 3. Số máy tính [máy]", "may"),
        ("Câu 3: Số máy tính (máy)", "may"),
        ("Câu hỏi 12 Số máy tính", "may"),
        ("Q3. Số máy tính", "may"),
        ("1.2. Số máy tính", "may"),
        ("Câu 4. Đã nối mạng?", "mang"),
        ("Các sở [Số máy tính]", "may"),
        ("Kinh phí (triệu đồng)", "chi"),
        ("Số máyy tính", "may"),
        ("Tổngg số người", "nguoi"),
    ],
)
def test_a_title_is_recognised(recogniser: Recogniser, title: str, question: str) -> None:
    """Ids, labels, numbers of questions, measures, paths of variables, and one slip that makes no word."""
    found = recogniser.recognise(title)
    assert found is not None
    assert found.heading.meaning[:2] == ("answer", question)


@pytest.mark.parametrize(
    "title",
    [
        "Số máy in",
        "Số máy tính hỏng",
        "Số máy tính mới",
        "Năm 2019 [Số máy tính]",
        "Kế hoạch [Số máy tính]",
        "Tỷ lệ/Số máy tính",
        "Q3 Số máy tính",
        "Số bảy tính",
        "Số máy tính 2",
        "Ý kiến khác",
        "",
    ],
)
def test_a_title_that_may_mean_something_else_is_not_taken(recogniser: Recogniser, title: str) -> None:
    """A word more, another word, a year, a plan, a quotient: nobody chooses for people."""
    assert recogniser.recognise(title) is None


def test_what_comes_near_is_offered(recogniser: Recogniser) -> None:
    """A doubtful title has its candidates, the nearest first; one that is like nothing has none."""
    assert recogniser.candidates("Số máy tính mới") == ["may"]
    assert recogniser.candidates("Năm 2019 [Số máy tính]") == ["may"]
    assert recogniser.candidates("Ý kiến khác") == []


def test_a_slip_is_told(recogniser: Recogniser) -> None:
    """A title taken in spite of a slip says which label it was taken for."""
    found = recogniser.recognise("Số máyy tính")
    assert found is not None
    assert found.slip == "Số máy tính"


@pytest.mark.parametrize(
    "title", ["_uuid", "_submission_time", "start", "Email Address", "ĐỊA CHỈ EMAIL", "ID", "Completion time", "meta/instanceID"]
)
def test_columns_of_the_tools_are_known(title: str) -> None:
    """What Kobo, Google and Microsoft add themselves is no question."""
    assert is_of_the_tool(title)


def test_the_surest_time_is_chosen() -> None:
    """Kobo’s time of submission goes before the end of filling in; without any there is none."""
    assert submitted_among(["start", "end", "_submission_time", "_id"]) == "_submission_time"
    assert submitted_among(["ID", "Start time", "Completion time"]) == "Completion time"
    assert submitted_among(["Email"]) is None
