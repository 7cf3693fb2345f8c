"""How a change is said: names of things and of their keys, and the values as people read them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ictscore.diff.change import Change, Shown, Subject
from ictscore.diff.meaning import Matter
from ictscore.words import N_, say_number, tr

SUBJECTS: dict[Subject, str] = {
    "rulebook": N_("the rulebook"),
    "date": N_("date"),
    "lineage": N_("relation to another decision"),
    "link": N_("use of the results"),
    "fact": N_("fact"),
    "source": N_("cited source"),
    "answer": N_("question"),
    "group": N_("group"),
    "section": N_("section"),
    "criterion": N_("criterion"),
    "bonus": N_("bonus"),
    "deductions": N_("deductions"),
    "scale": N_("scale"),
    "rounding": N_("rounding"),
    "grades": N_("grades"),
    "grade": N_("grade"),
    "knockout": N_("knockout"),
    "ranking": N_("ranking"),
    "award": N_("award"),
    "step": N_("step of the procedure"),
    "stage": N_("stage"),
    "robustness": N_("robustness of the ranking"),
}
MATTER_NAMES: dict[Matter, str] = {
    "points": N_("points"),
    "formula": N_("formula"),
    "structure": N_("structure"),
    "scope": N_("scope"),
    "grade": N_("grade"),
    "ranking": N_("ranking"),
    "award": N_("award"),
    "question": N_("question"),
    "calendar": N_("calendar"),
    "source": N_("source"),
    "wording": N_("wording"),
    "identity": N_("identity"),
}
ATTRIBUTES: dict[str, str] = {
    "id": N_("id"),
    "title": N_("title"),
    "language": N_("language"),
    "jurisdiction": N_("jurisdiction"),
    "complete": N_("complete"),
    "decision": N_("decision"),
    "signer": N_("signer"),
    "rounds": N_("assessment years"),
    "data_window": N_("data window"),
    "unknowns": N_("what no source says"),
    "source": N_("source and basis"),
    "details": N_("source of the tie rule"),
    "event": N_("event"),
    "date": N_("date"),
    "standing": N_("standing"),
    "relation": N_("relation"),
    "note": N_("note"),
    "to": N_("to"),
    "text": N_("text"),
    "address": N_("address"),
    "published": N_("published"),
    "label": N_("wording"),
    "type": N_("type"),
    "measure": N_("unit of measure"),
    "min": N_("least value"),
    "max": N_("greatest value"),
    "choices": N_("choices"),
    "required": N_("required"),
    "not_applicable": N_("not applicable"),
    "ask": N_("also asked of"),
    "evidence": N_("evidence"),
    "help": N_("help"),
    "name": N_("name"),
    "annex": N_("annex"),
    "scope": N_("scope"),
    "includes": N_("includes"),
    "excludes": N_("excludes"),
    "members": N_("members"),
    "unit_count": N_("number of units"),
    "ranked": N_("ranked"),
    "unranked": N_("assessed, not ranked"),
    "excluded": N_("not assessed"),
    "ranked_within": N_("ranked within"),
    "max_points": N_("maximum points"),
    "min_points": N_("least points"),
    "number": N_("number"),
    "applies_to": N_("applies to"),
    "formula": N_("formula"),
    "formula_words": N_("names within the formula"),
    "within": N_("place in the structure"),
    "on_missing": N_("when an answer is missing"),
    "above_maximum": N_("may pass the maximum"),
    "floor": N_("floor"),
    "result": N_("result"),
    "out_of": N_("out of"),
    "total": N_("decimals of the total"),
    "section": N_("decimals of sections"),
    "criterion": N_("decimals of criteria"),
    "mode": N_("mode"),
    "on": N_("on"),
    "between_bounds": N_("between the printed bounds"),
    "order": N_("order"),
    "from": N_("from"),
    "above": N_("above"),
    "requires": N_("requires"),
    "quota": N_("quota"),
    "when": N_("when"),
    "grade": N_("grade"),
    "style": N_("style"),
    "tie_breaks": N_("tie-breaks"),
    "unranked_units": N_("places of unranked units"),
    "groups": N_("groups"),
    "positions": N_("positions"),
    "minimum": N_("least total"),
    "ties": N_("ties at the cut"),
    "passes_down": N_("passes down"),
    "step": N_("step"),
    "role": N_("role"),
    "deadline": N_("deadline"),
    "issuer": N_("issuer"),
    "subject": N_("subject"),
    "years": N_("years"),
    "day": N_("day"),
    "month": N_("month"),
    "rule": N_("rule"),
    "share": N_("share"),
    "of": N_("of"),
    "draws": N_("draws of weights"),
    "spread": N_("spread of weights"),
    "seed": N_("seed of the draws"),
}


ORDERED = frozenset({"order", "tie_breaks"})


def title_of(change: Change) -> str:
    """Return what a change is about: ``criterion i.to_chuc.hop “Họp chuyên đề”``."""
    name = f"“{change.name}”" if change.name and change.name != change.id else ""
    return " ".join(part for part in (tr(SUBJECTS[change.subject]), change.id, name) if part)


def attribute_name(change: Change) -> str:
    """Return the name of the key that changed."""
    return " / ".join(tr(ATTRIBUTES[each]) if each in ATTRIBUTES else each for each in change.attribute.split("/"))


def sentence(change: Change) -> str:
    """Return the whole change in one sentence."""
    if change.verb == "changed":
        return tr("{what}: {key} — {values}", what=title_of(change), key=attribute_name(change), values=values_text(change))
    text = N_("Added: {what}{details}") if change.verb == "added" else N_("Removed: {what}{details}")
    return tr(text, what=title_of(change), details=f" — {details}" if (details := details_of(change)) else "")


def details_of(change: Change) -> str:
    """Return what a thing that came or went consisted of."""
    shown = say(change.old.shown if change.new.shown is None else change.new.shown)
    return "" if shown == "{}" else shown


def values_text(change: Change) -> str:
    """Return the old and the new value, of lists only what came and what went, on one line."""
    come, gone = items_moved(change)
    if come or gone:
        parts = [tr("added {items}", items="; ".join(come))] if come else []
        return "; ".join([*parts, *([tr("removed {items}", items="; ".join(gone))] if gone else [])])
    moved = "" if change.delta is None else f" ({signed(change.delta)})"
    return f"{say(change.old.shown)} → {say(change.new.shown)}{moved}"


def items_moved(change: Change) -> tuple[list[str], list[str]]:
    """Return which items came and which went, where a list changed."""
    old, new = change.old.shown, change.new.shown
    old, new = (() if old is None else old), (() if new is None else new)
    if not isinstance(old, tuple) or not isinstance(new, tuple) or change.attribute in ORDERED:
        return [], []
    return [each for each in new if each not in old], [each for each in old if each not in new]


def signed(number: Fraction) -> str:
    """Return a number with its sign: ``+1``, ``−0.5``."""
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{say_number(abs(number))}"


def say(value: Shown) -> str:
    """Return a value for reading."""
    if value is None or value == ():
        return tr("(none)")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, Fraction):
        return say_number(value)
    if isinstance(value, date):
        return value.isoformat()
    return "; ".join(value) if isinstance(value, tuple) else str(value)
