"""How points come about, as a form says it: questions by number, functions in words."""

import pytest

from ictscore.survey.blank.formula_words import Wording
from ictscore.words import speak

RULES = """
language: vi
answers:
  ngay: {{label: Ngày ban hành, type: date}}
  may: {{label: Số máy, type: count}}
criteria: [{{id: c, max_points: 2, formula: {formula}}}]
"""


@pytest.fixture
def worded(rules):
    """Return what words the formula of a rulebook’s one criterion in a language."""

    def make(formula, language="vi"):
        rulebook = rules(RULES.format(formula=formula)).rulebook
        speak(language)
        return Wording(rulebook, {}).how(next(rulebook.all_criteria()))

    return make


@pytest.mark.parametrize(
    ("language", "said"),
    [("vi", "2 nếu [ngay] có câu trả lời\ncòn lại: 0"), ("en", "2 if [ngay] is answered\notherwise 0")],
)
def test_whether_a_question_is_answered_is_said_in_words(worded, language, said):
    """No word of the expression language stands on a form."""
    assert worded("{kind: formula, expr: 'if given(ngay) then 2 else 0'}", language) == said
