"""Excel formulas of expressions: by hand for every operation, and in LibreOffice for random trees against the evaluator."""

from __future__ import annotations

from fractions import Fraction

import pytest
import random_trees as laws
import xlsxwriter
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ictscore.exact import round_fraction
from ictscore.expr.evaluate import evaluate
from ictscore.expr.excel import translate
from ictscore.expr.excel_parts import ExcelAnswer, ExcelValue, NotInExcel, as_formula, excel_number, excel_text, gravest_of
from ictscore.expr.nodes import (
    AnswerTo,
    Compare,
    Const,
    Divide,
    GroupExtreme,
    If,
    Labelled,
    Measure,
    NoValue,
    OfMembers,
    PointsOf,
    Rounded,
    SectionPoints,
    number,
)
from ictscore.expr.parse import parse_expression
from ictscore.expr.values import Blank, missing, not_applicable, unreadable
from ictscore.places import cell_name
from ictscore.words import phrase

STATES = {"not_applicable": {0.5, 1}, "missing": {2, 3}, "unreadable": {4}, "fault": {5}}


class Cells:
    """Answers a to d in column A with states in column B; nothing else is known."""

    answers = {
        "a": ExcelAnswer("A1", "B1", "number"),
        "b": ExcelAnswer("A2", "B2", "number"),
        "t": ExcelAnswer("A3", "B3", "yes_no", {"yes": "Có"}),
        "c": ExcelAnswer("A4", "B4", "choice", {"x": "Mức “một”", "y": "Mức hai"}),
        "d": ExcelAnswer("A5", "B5", "date"),
        "e": ExcelAnswer("A6", "B6", "date"),
        "w": ExcelAnswer("A7", "B7", "text"),
        "k": ExcelAnswer("A8", "B8", "choice", {"x": "Khác"}),
    }

    def answer(self, identifier):
        """Return where an answer stands."""
        return self.answers[identifier]

    def asked(self, node):
        """Return that nothing else is known."""
        raise NotInExcel(node)


def said(text):
    """Return the formula and the state of a text of the language."""
    found = translate(parse_expression(text), Cells())
    return found.value, gravest_of(found.states)


@pytest.mark.parametrize(
    ("text", "value", "state"),
    [
        ("1.5", "1.5", "0"),
        ("a + b - 1", "((A1+A2)-1)", "MAX(B1,B2)"),
        ("a * -2", "(A1*(-2))", "B1"),
        ("a / 4", "(A1/4)", "B1"),
        ("a / b", "(A1/A2)", "MAX(B1,B2,IF(MAX(B1,B2)>0,0,IF(ROUND(A2,12)=0,5,0)))"),
        ("min(a, b, 5)", "MIN(A1,A2,5)", "MAX(B1,B2)"),
        ("max(a, 0)", "MAX(A1,0)", "B1"),
        ("mean(a, b)", "((A1+A2)/2)", "MAX(B1,B2)"),
        ("count(t, a > 1)", '(IF((A3="Có"),1,0)+IF((ROUND(A1-1,9)>0),1,0))', "MAX(B3,B1)"),
        ("round(a, 2)", "ROUND(ROUND(A1,12),2)", "B1"),
        ("floor(a)", "INT(ROUND(A1,9))", "B1"),
        ("ceil(a)", "(-INT(-ROUND(A1,9)))", "B1"),
        ("not t", 'NOT((A3="Có"))', "B3"),
        ("t = yes", '((A3="Có")=TRUE)', "B3"),
        ("given(a)", "(B1=0)", "0"),
        ("t or given(a)", 'OR(IF(B3=0,(A3="Có"),FALSE),(B1=0))', 'IF(OR(IF(B3=0,(A3="Có"),FALSE),(B1=0)),0,B3)'),
        ("given(a) and given(b)", "NOT(OR(NOT((B1=0)),NOT((B2=0))))", "0"),
        ("if a ≥ 2 then a else 0", "IF((ROUND(A1-2,9)>=0),A1,0)", "B1"),
        ("if a = 0 then b else 1", "IF((ROUND(A1-0,9)=0),A2,1)", "MAX(B1,IF(B1>0,0,IF((ROUND(A1-0,9)=0),B2,0)))"),
        ('c = "x"', '(A4="Mức “một”")', "B4"),
        ('c ≠ "y"', 'NOT((A4="Mức hai"))', "B4"),
        ('c = "z"', "FALSE", "B4"),
        ('w = "abc"', 'EXACT(A7,"abc")', "B7"),
        ('d = "2020-12-31"', "(A5=DATE(2020,12,31))", "B5"),
        ('d = "31/12/2020"', "FALSE", "B5"),
        ("d = e", "(A5=A6)", "MAX(B5,B6)"),
    ],
)
def test_every_operation_has_its_formula(text, value, state):
    """Values are plain Excel; the state is 0 where the value holds, and asks no cell twice."""
    assert said(text) == (value, state)


def test_a_rule_that_gives_no_value_has_a_state_of_its_own():
    """Not applicable by the rule (0.5) is told from an answer declared so (1); a name changes nothing."""
    ruled = NoValue("not_applicable", phrase("x"))
    assert translate(If(parse_expression("t"), ruled, number(1)), Cells()).states == ("B3", 'IF(B3>0,0,IF((A3="Có"),0.5,0))')
    assert translate(Labelled(number(1), "tên"), Cells()) == ExcelValue("1")


@pytest.mark.parametrize(
    "expr",
    [
        GroupExtreme(AnswerTo("a"), "highest", "ranked"),
        OfMembers("a", "g", "sum"),
        PointsOf("c"),
        SectionPoints("s"),
        Measure("total"),
        Compare("=", AnswerTo("c"), AnswerTo("k")),
        Compare("=", AnswerTo("w"), Const("x" * 256)),
    ],
)
def test_what_excel_cannot_say_is_refused(expr):
    """What the cells do not know, choices of two lists, and texts too long for a formula raise NotInExcel."""
    with pytest.raises(NotInExcel):
        translate(expr, Cells())


def test_formulas_excel_would_refuse_are_refused():
    """A formula longer than Excel takes, or deeper, raises NotInExcel."""
    assert as_formula("1+1") == "=1+1"
    for text in ("1+" * 5000 + "1", "(" * 61 + "1" + ")" * 61):
        with pytest.raises(NotInExcel):
            as_formula(text)


def test_numbers_and_texts_are_written_whole():
    """A third stays a fraction, a quotation mark is doubled."""
    assert [excel_number(Fraction(each)) for each in ("1/3", "-1/3", "0.1", "123456789012345")] == [
        "(1/3)",
        "(-1/3)",
        "0.1",
        "123456789012345",
    ]
    assert excel_text('a"b') == '"a""b"'


NAMES = (*laws.NUMBERS, *laws.TRUTHS, *laws.TEXTS, "x")
WORDS = st.sampled_from(["trưởng", "phó", "Trưởng"])
KINDS = {**dict.fromkeys(laws.TRUTHS, "yes_no"), **dict.fromkeys(laws.TEXTS, "text")}
BLANKS = [missing, not_applicable, unreadable]


def values_of(name):
    """Return values an answer may have, blanks among them."""
    given_values = st.booleans() if name in laws.TRUTHS else WORDS if name in laws.TEXTS else laws.decimals
    return st.one_of(given_values, given_values, given_values, st.sampled_from(BLANKS).map(lambda make: make(name)))


class Row:
    """A case in a row of its own: each answer in a cell, its state beside it; the group's extreme last."""

    def __init__(self, row):
        self.row = row

    def at(self, index):
        """Return the addresses of a value and of its state."""
        return cell_name(self.row, 2 * index + 3), cell_name(self.row, 2 * index + 4)

    def answer(self, identifier):
        """Return where an answer stands."""
        return ExcelAnswer(*self.at(NAMES.index(identifier)), KINDS.get(identifier, "number"), {"yes": "Có"})

    def asked(self, node):
        """Return where the extreme stands; everything else is a fault, as for the unit of the laws."""
        if not isinstance(node, GroupExtreme):
            return ExcelValue("0", ("5",))
        value, state = self.at(len(NAMES))
        return ExcelValue(value, (state,))


def is_far_from_every_edge(derivation):
    """Return whether binary numbers cannot tip anything: thresholds are met exactly or missed by 1e-7, and no number is huge."""
    for each in derivation.walk():
        values = [part.value for part in each.parts]
        if isinstance(each.value, Fraction) and not isinstance(each.value, bool) and abs(each.value) > 10**5:
            return False
        near = values and all(isinstance(value, Fraction) for value in values)
        if near and isinstance(each.expr, Compare) and 0 < abs(values[0] - values[1]) < Fraction(1, 10**7):
            return False
        if near and isinstance(each.expr, Divide) and 0 < abs(values[1]) < Fraction(1, 10**7):
            return False
        if near and isinstance(each.expr, Rounded):
            scaled = values[0] * 10**each.expr.places * 2
            if 0 < abs(scaled - round_fraction(scaled, 0)) < Fraction(1, 10**5):
                return False
    return True


def state_of(value):
    """Return the state a cell has for a value."""
    return {"not_applicable": 1, "missing": 3, "unreadable": 4, "fault": 5}[value.kind] if isinstance(value, Blank) else 0


def cell_value(value):
    """Return what stands in a cell for a value; for a blank something that would do harm if it were looked at."""
    if isinstance(value, Blank):
        return "#"
    return "Có" if value is True else "Không" if value is False else float(value) if isinstance(value, Fraction) else value


def collected():
    """Return random trees with answers."""
    cases = []

    @settings(max_examples=400, database=None, phases=[Phase.generate], derandomize=True, suppress_health_check=list(HealthCheck))
    @given(tree=laws.made_trees, answers=st.fixed_dictionaries({name: values_of(name) for name in NAMES}), extreme=values_of("n"))
    def collect(tree, answers, extreme):
        unit = laws.Unit(answers, {laws.extreme_key(laws.EXTREME): extreme})
        derivation = evaluate(tree, unit)
        if is_far_from_every_edge(derivation):
            cases.append((tree, [*(answers[name] for name in NAMES), extreme], derivation.value))

    collect()
    return cases


def written(cases, path):
    """Write every case into a row and return those that Excel can say."""
    book = xlsxwriter.Workbook(str(path))
    sheet, kept = book.add_worksheet(), []
    for tree, values, wanted in cases:
        row = Row(len(kept) + 1)
        try:
            found = translate(tree, row)
            formulas = as_formula(gravest_of(found.states)), as_formula(found.value)
        except NotInExcel:
            continue
        for column, formula in enumerate(formulas):
            sheet.write_formula(row.row - 1, column, formula, None, "stale")
        for index, value in enumerate(values):
            for address, shown in zip(row.at(index), (cell_value(value), state_of(value)), strict=True):
                sheet.write(address, shown)
        kept.append(wanted)
    book.close()
    return kept


def holds(state, value, wanted):
    """Return whether a row says what the evaluator says."""
    if isinstance(wanted, Blank):
        return state == 1 if wanted.kind == "not_applicable" and wanted.about else state in STATES[wanted.kind]
    return state == 0 and (value == wanted if isinstance(wanted, bool) else abs(value - float(wanted)) <= 1e-6)


def test_libreoffice_computes_what_the_evaluator_does(tmp_path, recalculated):
    """Over random trees of every operation, with blanks of every kind, LibreOffice comes to the evaluator's value or kind of blank."""
    source, out = tmp_path / "cases.xlsx", tmp_path / "out"
    wanted = written(collected(), source)
    recalculated(out, [source])
    rows = list(load_workbook(out / "cases.xlsx", data_only=True).active.iter_rows(max_col=2, values_only=True))
    assert len(wanted) > 150
    bad = [(row, want) for row, want in zip(rows, wanted, strict=True) if not holds(*row, want)]
    assert bad == []
