"""Published Vietnamese tables, recomputed: real inputs from the samples give the ranks and totals that were printed."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.assess import assess
from ictscore.scoring.records import UnitScore
from ictscore.survey.submission import Answer, Submission, Survey

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

# Printed parts are rounded to 4 decimals (each off by up to 0.00005) and their weights add up to 1, and the printed total is rounded too.
FOUR_DECIMALS = Fraction("0.0001")
# Parts printed with 2 decimals: each off by up to 0.005.
TWO_DECIMALS = Fraction("0.005")

Row = dict[str, str]


def rows_of(path: Path) -> list[Row]:
    """Return the rows of a table whose first lines are comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def printed(name: str) -> list[Row]:
    """Return a published table."""
    return rows_of(HERE / name)


def scored(rulebook: str, sample: str = "survey.csv") -> dict[str, UnitScore]:
    """Return the scores of a sample survey under its rulebook, by unit."""
    rows = rows_of(ROOT / "samples" / rulebook / sample)
    return _scored(load_rulebook(str(ROOT / "rulebooks" / rulebook)).rulebook, rows)


def ranked(indices: dict[str, Fraction]) -> dict[str, int | None]:
    """Return the ranks the engine gives to published indices."""
    rulebook = load_rulebook(str(HERE / "index-ranking.yaml")).rulebook
    rows = [{"unit": unit, "group": "tinh", "chi_so": str(index)} for unit, index in indices.items()]
    return {unit: score.rank for unit, score in _scored(rulebook, rows).items()}


def _scored(rulebook: Rulebook, rows: list[Row]) -> dict[str, UnitScore]:
    submissions = tuple(
        Submission(row["unit"], row["group"], {"self": {name: Answer(Fraction(row[name])) for name in rulebook.answers}}) for row in rows
    )
    return {unit.unit: unit for unit in assess(rulebook, Survey(submissions)).units()}


def test_the_53_ranks_of_2017() -> None:
    """Every rank of the national table of 2017 follows from the printed index, ties included."""
    table, scores = printed("nat-ict-2017.csv"), scored("vn-ict-2017")
    assert {unit: score.rank for unit, score in scores.items()} == {row["unit"]: int(row["rank_published"]) for row in table}
    assert {unit: score.total for unit, score in scores.items()} == {row["unit"]: Fraction(row["index"]) for row in table}
    tied = sorted((score.rank or 0, unit) for unit, score in scores.items() if score.tied)
    assert [rank for rank, _ in tied] == [17, 17, 32, 32, 40, 40]


def test_dti_2022_within_the_rounding_of_its_parts() -> None:
    """The five detailed rows of DTI 2022 come out within 0.0001 of the printed total, in the printed order."""
    table, scores = printed("dti-2022-detail.csv"), scored("vn-dti-2022")
    assert len(table) == len(scores)
    for row in table:
        assert abs(scores[row["unit"]].exact_total - Fraction(row["dti_published"])) <= FOUR_DECIMALS
        assert scores[row["unit"]].rank == int(row["rank_published"])


def test_the_row_of_dti_2022_that_cannot_be_printed_exactly() -> None:
    """The second row recomputes to 0.716355 and rounds to 0.7164 although 0.7163 is printed: its parts were rounded before."""
    second = scored("vn-dti-2022")["TP. Hồ Chí Minh"]
    assert (second.exact_total, second.total) == (Fraction("0.716355"), Fraction("0.7164"))


@pytest.mark.parametrize(("unit", "exact"), [("Bắc Ninh", "0.40956"), ("Bắc Giang", "0.36153")])
def test_dti_2020_from_its_pillars(unit: str, exact: str) -> None:
    """The two provinces of DTI 2020 with all three pillars printed come out to the last printed digit."""
    row = next(row for row in printed("dti-2020.csv") if row["unit"] == unit)
    score = scored("vn-dti-2020")[unit]
    assert score.exact_total == Fraction(exact)
    assert score.total == Fraction(row["dti"])


@pytest.mark.parametrize("row", printed("ict-index-components.csv"), ids=lambda row: f"{row['year']}-{row['group']}")
def test_the_ict_index_is_the_mean_of_three(row: Row) -> None:
    """The published ICT Index is the mean of its three parts, as far as the printed parts can tell."""
    sample = "survey.csv" if row["year"] == "2022" else f"survey-{row['year']}.csv"
    score = scored("vn-ict-index-2016", sample)[row["unit"]]
    coarse = all(len(row[part]) <= len("0.00") for part in ("ha_tang_ky_thuat", "ha_tang_nhan_luc", "ung_dung_cntt"))
    assert abs(score.exact_total - Fraction(row["index_published"])) <= (TWO_DECIMALS if coarse else FOUR_DECIMALS)
    assert coarse or score.total == Fraction(row["index_published"])


def test_dti_2022_ranks_from_the_printed_scores() -> None:
    """Ranks 1 to 10 of DTI 2022 follow from the printed scores, and ranks 24 and 25 stand in the order of theirs."""
    known = {row["unit"]: Fraction(row["dti"]) for row in printed("dti-2022-ranks.csv") if row["dti"]}
    expected = [*range(1, 11), 11, 12]
    assert list(ranked(known).values()) == expected
    assert list(known)[10:] == ["TP. Hà Nội", "Trà Vinh"]


@pytest.mark.parametrize(
    ("name", "group", "count", "tie"),
    [("dti-2022-ranks.csv", None, 63, [15, 15, 17]), ("dti-2020.csv", "tinh", 10, [8, 8, 10])],
)
def test_printed_rank_lists_are_competition_rankings(name: str, group: str | None, count: int, tie: list[int]) -> None:
    """Units given one value for each printed rank are ranked as printed: equal ranks share it, and the next is skipped."""
    table = [row for row in printed(name) if group in {None, row.get("group")}][:count]
    assert len(table) == count
    ranks = {row["unit"]: int(row["rank_published"]) for row in table}
    found = ranked({unit: 1 - Fraction(rank, 100) for unit, rank in ranks.items()})
    assert found == ranks
    assert list(found.values())[tie[0] - 1 : tie[0] + 2] == tie


def test_dti_2020_is_printed_in_the_order_of_its_values() -> None:
    """Wherever DTI 2020 prints values, a better rank has the larger one, among provinces and among ministries."""
    for group in ("tinh", "bo"):
        rows = [row for row in printed("dti-2020.csv") if row["group"] == group and row["dti"]]
        assert len(rows) >= 5
        found = ranked({row["unit"]: Fraction(row["dti"]) for row in rows})
        assert list(found.values()) == list(range(1, len(rows) + 1))


def test_the_17_ministries_of_2019() -> None:
    """The complete table of ministries for 2019 is ranked as printed, and its mean is the printed 0.82."""
    table = printed("nat-ict-2019-bo.csv")
    indices = {row["unit"]: Fraction(row["index"]) for row in table}
    assert ranked(indices) == {row["unit"]: int(row["rank_published"]) for row in table}
    assert round(sum(indices.values(), Fraction(0)) / len(indices), 2) == Fraction("0.82")


@pytest.mark.parametrize(("rulebook", "name"), [("vn-dti-2022", "dti-2022-detail.csv"), ("vn-dti-2020", "dti-2020.csv")])
def test_the_samples_hold_the_printed_inputs(rulebook: str, name: str) -> None:
    """The inputs shipped as samples are the printed ones, digit for digit."""
    table = {row["unit"]: row for row in printed(name)}
    sample = rows_of(ROOT / "samples" / rulebook / "survey.csv")
    assert all(value == table[row["unit"]][key] for row in sample for key, value in row.items() if key != "group")
