"""Codes CS…: what can be found in worked cases."""

from ictscore.codes.code import Code, error, warning

CASES: dict[str, Code] = {
    "CS101": error(
        "Case {case}{unit}: {what} comes to {found}; the case expects {expected}.",
        "Work it by hand again; then correct the case or the rule.",
    ),
    "CS102": error("Case {case}: there is no {what} “{read}”{nearest}.", "Correct the name."),
    "CS103": error("Case {case}: “{read}” is no answer to {answer} ({expected}).", "Correct the answer."),
    "CS104": error("Case {case} builds on “{read}”, which does not stand before it.", "Name an earlier case."),
    "CS105": error("Case {case} does not say which group its unit belongs to.", "Add group: and write one of: {known}."),
    "CS106": warning("There are no cases for {rulebook}.", "Add cases.yaml beside the rulebook."),
    "CS107": error("Case {case} expects nothing.", "Add expect: with points, total, grade, rank or awards."),
    "CS120": warning(
        "Case {case} was not run: its author has not confirmed it.",
        "Work out what must come out, write it under expect:, and remove confirmed: false.",
    ),
    "CS121": warning("No case reaches this branch of {what}: {branch}.", "Add a case that does."),
    "CS122": warning("No case notices if “{was}” becomes “{now}” here.", "Add a case whose result depends on it."),
    "CS123": error(
        "The cases fail already; what they would notice can only be tried when they pass.", "Correct the cases or the rulebook first."
    ),
}
