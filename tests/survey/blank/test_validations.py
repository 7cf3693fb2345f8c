"""What the cells of a form say beside themselves: the same as what a check asks."""

from __future__ import annotations

from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.front import in_language
from ictscore.survey.blank.validations import help_text


def test_a_percentage_says_how_little_ones_are_typed():
    """A bare 0.95 in a percentage is asked about (SV212), so its cell says that up to 1 % the sign is typed too; a count does not."""
    answers = load_rulebook("khanhhoa-2018").rulebook.answers
    percent = next(each for each in answers.values() if each.type == "percent")
    count = next(each for each in answers.values() if each.type == "count")
    with in_language("vi"):
        assert "từ 1% trở xuống ghi cả dấu, như 0,5%" in help_text(percent, "vi")
        assert "%" not in help_text(count, "vi").partition("\n")[0]
    with in_language("en"):
        assert "up to 1% with its sign, as 0.5%" in help_text(percent, "en")
