"""The form a unit fills in as a Word document: who it is, its questions, its signatures, and how points come about."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.rulebook.load import LoadedRulebook
from ictscore.survey.blank.carried import face_of_carried
from ictscore.survey.blank.front import decision_line, in_language, period_of
from ictscore.survey.blank.marks import Stamp
from ictscore.survey.blank.prepared import Prepared, prepare
from ictscore.survey.blank.word.claims import claims_table
from ictscore.survey.blank.word.guide import guide_table
from ictscore.survey.blank.word.markup import Look, cell, drop_down, hidden, paragraph, row, run, table
from ictscore.survey.blank.word.package import document_bytes
from ictscore.survey.blank.word.questions import CARRIED, OPTIONAL, REQUIRED, questions_table
from ictscore.survey.blank.writing import TooMuch
from ictscore.survey.blank.written import not_applicable_word
from ictscore.survey.layout import CARRIED_KEY, GROUP, LOOKED, LOOKED_WORDS, NOT_READ, PARENT, QUESTIONS_KEY, UNIT
from ictscore.survey.submission import Submission
from ictscore.words import tr

WIDTH = 9921
"""Between the margins of a page of A4, in twentieths of a point."""
_LABEL_WIDTH = 3000
_LOOKED_NUMBER = 9001
"""The number of a list that belongs to no question."""
_PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="964" w:right="851" w:bottom="964" w:left="1134" w:header="567" w:footer="454" w:gutter="0"/></w:sectPr>'
)
_TINY = '<w:sz w:val="16"/>'
_NEW_PAGE = '<w:r><w:br w:type="page"/></w:r>'


def write_word_form(loaded: LoadedRulebook, filled: Submission, *, period: str = "", unit_id: str = "", carried_from: str = "") -> bytes:
    """Return the form of a unit's group as a Word document: blank where ``filled`` has no answers.

    The questions, their order, their wording and the stamp are those of the workbook; only the unit's own answers and points are asked.
    ``carried_from`` is the round of the answers where that is another one: each is marked, and the form asks whether it was looked through.
    """
    rulebook, prepared = loaded.rulebook, prepare(loaded, filled.group)
    with in_language(rulebook.language):
        further = {CARRIED_KEY: carried_from} if carried_from else {}
        stamp = Stamp("form", loaded, filled.group, filled.unit, period_of(rulebook, period), unit_id, prepared.identity, "", further)
        try:
            body = "".join(_body(prepared, filled, stamp))
        except TooMuch as problem:
            raise FileRefused(finding("IO406", reason=str(problem))) from None
        values = {**stamp.values(), "language": rulebook.language}
        short = {f"ictscore {key}": value for key, value in values.items() if value and key != QUESTIONS_KEY}
        return document_bytes(body, _footer(prepared, filled), tr("Survey form"), rulebook.title, short, rulebook.language)


def _body(prepared: Prepared, filled: Submission, stamp: Stamp) -> Iterator[str]:
    """Yield the document from top to bottom. Paragraphs of ours have styles of ours: what stands in others, people wrote."""
    rulebook = prepared.loaded.rulebook
    title = tr("SURVEY FORM, PERIOD {period}", period=stamp.period) if stamp.period else tr("SURVEY FORM")
    yield paragraph(run(title), style="IctscoreTitle")
    yield paragraph(run(" – ".join(filter(None, (rulebook.title, decision_line(rulebook))))), style="IctscoreSubtitle")
    if prepared.basis:
        yield paragraph(run(prepared.basis), style="IctscoreRemark")
    for text in instructions(rulebook.language, not_applicable=any(each.spec.not_applicable for each in prepared.questions)):
        yield paragraph(run(text), style="IctscoreGuide")
    then = stamp.further.get(CARRIED_KEY, "")
    if then:
        yield paragraph(run(face_of_carried(prepared.loaded, filled, then, stamp.period), "<w:b/>"), style="IctscoreGuide")
    yield _who(prepared, filled, asks_looked=bool(then))
    yield _legend()
    yield questions_table(prepared, filled, is_carried=bool(then))
    yield "<w:p/>"
    if any(each.id == "self" for each in rulebook.stages):
        yield paragraph(run(tr("POINTS THE UNIT CLAIMS FOR ITSELF"), "<w:b/>"), style="IctscoreGuide", properties="<w:keepNext/>")
        yield paragraph(run(tr("They are compared with those the answers give and do not count.")), style="IctscoreGuide")
        yield claims_table(prepared, filled)
        yield "<w:p/>"
    yield _signatures()
    yield paragraph(_NEW_PAGE + run(tr("HOW POINTS COME ABOUT")), style="IctscoreTitle")
    yield paragraph(
        run(tr("A number in square brackets, such as [3], is the answer to that question of the form.")), style="IctscoreRemark"
    )
    yield guide_table(prepared)
    yield paragraph(
        hidden("\n".join(f"ictscore {key}={value}" for key, value in _stamped(stamp, rulebook.language))), style="IctscoreStamp"
    )
    yield _PAGE


def _stamped(stamp: Stamp, language: str) -> Iterator[tuple[str, str]]:
    yield from ((key, value) for key, value in stamp.values().items() if value)
    yield "language", language


def instructions(language: str, *, not_applicable: bool) -> tuple[str, ...]:
    """Return the three lines above the questions; ``not_applicable`` says that a question offers that answer."""
    blank = tr("A blank cell means: not answered. None at all is 0, not a blank.")
    word = not_applicable_word(language)
    return (
        tr("1. Fill in the yellow cells (required, marked *) and, where they concern the unit, the white ones; lists open at a click."),
        "2. " + blank + (" " + tr("What does not apply is answered “{word}” where that is offered.", word=word) if not_applicable else ""),
        tr("3. Name the evidence beside each answer; send this file back with the evidence. Do not merge, split or delete cells."),
    )


def _who(prepared: Prepared, filled: Submission, *, asks_looked: bool) -> str:
    """Return the small table that says whose form it is, and asks of one with another round's answers whether it was looked through."""
    group = prepared.loaded.rulebook.group(filled.group)
    fields = [(UNIT, tr("Unit"), filled.unit, REQUIRED), (GROUP, tr("Group"), group.name, "EDEDED")]
    if prepared.has_parents or filled.parent:
        fields.append((PARENT, tr("Belongs to"), filled.parent or "", REQUIRED))
    widths = (_LABEL_WIDTH, WIDTH - _LABEL_WIDTH)
    looked = [_looked(widths, prepared.loaded.rulebook.language)] if asks_looked else []
    return table(widths, (*(_field(widths, *each) for each in fields), *looked))


def _looked(widths: tuple[int, int], language: str) -> str:
    label = tr("Has the whole form been looked through?")
    choose = drop_down(_LOOKED_NUMBER, label, (LOOKED_WORDS[language],), "", tr("choose …"))
    named = cell(widths[0], paragraph(hidden(LOOKED), run(label, "<w:b/>")))
    return row(named, cell(widths[1], paragraph(choose), look=Look(CARRIED)))


def _field(widths: tuple[int, int], mark: str, label: str, value: str, fill: str) -> str:
    bold = "<w:b/>"
    named = cell(widths[0], paragraph(hidden(mark), run(label, bold)))
    return row(named, cell(widths[1], paragraph(run(value, bold) if value else ""), look=Look(fill)))


def _legend() -> str:
    """Return the line that says what the colours mean, each with a sign that survives printing in black and white."""
    shown = [(tr("* required"), REQUIRED), (tr("if any (no sign)"), OPTIONAL)]
    line = 'w:val="single" w:sz="6" w:space="0" w:color="7F6000"'
    boxes = [run(f" {text} ", f'<w:bdr {line}/><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>') + run("   ") for text, fill in shown]
    return paragraph(
        run(tr("Cells:") + "  "), *boxes, style="IctscoreSmall", properties='<w:spacing w:before="120" w:after="120"/><w:jc w:val="right"/>'
    )


def _signatures() -> str:
    """Return the two blocks where the paper copy is signed, which no page break can cut."""
    half = WIDTH // 2
    sides = (tr("FILLED IN BY"), tr("HEAD OF THE UNIT"))
    centred = '<w:jc w:val="center"/>'
    cells = [
        cell(
            half,
            paragraph(hidden(NOT_READ) if side == sides[0] else "", run(side, "<w:b/>"), style="IctscoreSmall", properties=centred),
            paragraph(run(tr("(date, signature, name)"), "<w:i/>"), style="IctscoreSmall", properties=centred),
            *["<w:p/>"] * 4,
        )
        for side in sides
    ]
    return table((half, half), [row(*cells)], style="IctscoreBare")


def _footer(prepared: Prepared, filled: Submission) -> str:
    version = f"{prepared.loaded.rulebook.id} · {tr('form')} {prepared.identity.version}"
    tab = "<w:r><w:tab/></w:r>"
    stops = f'<w:tabs><w:tab w:val="center" w:pos="{WIDTH // 2}"/><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
    pages = (_field_of("PAGE"), run("/", _TINY), _field_of("NUMPAGES"))
    return paragraph(run(version, _TINY), tab, run(filled.unit[:120], _TINY), tab, *pages, properties=stops)


def _field_of(code: str) -> str:
    """Return a field that Word fills in."""
    look = f"<w:rPr>{_TINY}</w:rPr>"
    begin, separate, end = (f'<w:r>{look}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r>{look}<w:instrText>{code}</w:instrText></w:r>{separate}{run('1', _TINY)}{end}"
