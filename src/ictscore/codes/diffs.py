"""Codes DF…: what can be found when rulebooks or results are compared."""

from ictscore.codes.code import Code, error, note, warning

DIFFS: dict[str, Code] = {
    "DF101": warning("The approval {id} (by {who}) belongs to no change here.", "Take it out, or look why that change is gone."),
    "DF102": error("The approval {id} stands twice.", "Keep one of the two."),
    "DF103": error(
        "The file of approvals is not one: a key “approvals” with a list was expected.",
        "Write approvals: and below it the ids, each with who and why.",
    ),
    "DF104": warning(
        "Question {answer} has the same id and other words: “{old}” became “{new}”.",
        "Check that it still asks the same; if not, give it a new id.",
    ),
    "DF105": warning(
        "Under {side} {count} criteria cannot be scored, because no unit answered {answers}; nothing was guessed.",
        "Give surveys that hold the answers (diff-rulebooks: --survey-old and --survey-new; compare: --inputs-old and --inputs-new).",
    ),
    "DF106": error("{unit}: the inputs give {found} points, the result says {read}.", "Give the inputs that the result was made from."),
    "DF107": warning(
        "The result {file} was made with another text of rulebook {rulebook} (hash {expected}) than that of {path} (hash {read}).",
        "Name the text it was made with: --rulebook-old, --rulebook-new.",
    ),
    "DF108": note("Group “{group}” stands on one side only; its units were not compared.", "Nothing to do, if the groups were changed."),
    "DF109": warning(
        "{group}: some shares rest on {orders} drawn orders, because more than {limit} changes depend on each other; their sums are exact.",
        "Compare fewer changes at a time where single shares matter.",
    ),
    "DF110": warning("Errors stand in the survey; what is said of its units is provisional.", "Correct them first: ictscore check."),
    "DF111": error("The result {file} was made at stage {read}, the other at {expected}.", "Compare results of the same stage."),
    "DF112": warning(
        "“{unit}” of group “{group}” is on one side only and was not compared.",
        "Nothing to do, unless its name is spelt otherwise on the other side.",
    ),
}
