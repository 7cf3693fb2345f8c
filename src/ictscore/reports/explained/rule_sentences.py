"""The rule of a criterion as people would say it, with the questions called by their labels."""

from __future__ import annotations

from ictscore.expr.nodes import AnswerTo, Expr
from ictscore.rulebook.model import Rulebook
from ictscore.survey.blank.formula_words import Wording
from ictscore.survey.blank.written import yes_no_words


class RuleSentences(Wording):
    """Words the formulas of one rulebook; a form calls its questions by numbers, a letter has none to point to."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Word the formulas of ``rulebook``."""
        super().__init__(rulebook, {})

    def say(self, expr: Expr) -> str:
        """Return an expression in words."""
        return self._text(self._named(expr))

    def _answer(self, answer: AnswerTo, *, truth: bool) -> AnswerTo:
        spec = self.rulebook.answers[answer.id]
        label = spec.label.replace('"', "”").replace("[", "(").replace("]", ")")
        is_yes_no = truth and spec.type == "yes_no"
        return AnswerTo(f'"{label}" = "{yes_no_words(self.rulebook.language)[0]}"' if is_yes_no else f'"{label}"')
