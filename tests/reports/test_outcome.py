"""Promises about what is scored of a survey: figures of which nobody knows whose they are count for nobody."""

from __future__ import annotations

from round import write_answers

from ictscore.reports.outcome import score_survey
from ictscore.survey.blank.form import write_form
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission


def test_a_form_made_for_another_unit_is_ranked_for_nobody(small_round):
    """Made for Sở Y tế, it names Sở Tài chính: until that is settled the unit it names is missing, in a provisional result as well."""
    small_round.fill("a", "Sở Nội vụ", nguoi=40, may=38, mang=True)
    path = small_round.folder / "b.xlsx"
    path.write_bytes(write_form(small_round.loaded, Submission("Sở Tài chính", "so", {}), made_for="Sở Y tế"))
    write_answers(path, nguoi=10, may=10, mang="Có")
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    told = score_survey(small_round.loaded, survey, command="ictscore score nhan", provisional=True).told
    assert [unit.score.unit for group in told.groups for unit in group.units] == ["Sở Nội vụ"]
    assert told.provisional
    assert "Sở Tài chính" in {str(each.values["unit"]) for each in told.findings if each.code == "UN104"}
    write_answers(path, **{"#confirm": "Sở Tài chính"})
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    told = score_survey(small_round.loaded, survey, command="ictscore score nhan", provisional=True).told
    assert [unit.score.unit for group in told.groups for unit in group.units] == ["Sở Tài chính", "Sở Nội vụ"]
