"""How the messy Word forms are written: the markup Word leaves, by hand, each file the same bytes every time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
USUAL = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
)
MARKS = ("#number", "#label", "#measure", "#self", "#evidence", "#note")
HEADS = ("STT", "Câu hỏi", "Đơn vị tính", "Câu trả lời", "Minh chứng", "Ghi chú")
QUESTIONS = {
    "can_bo": ("1", "Tổng số cán bộ *", "người"),
    "may_tinh": ("2", "Số máy tính *", "máy"),
    "kinh_phi": ("3", "Kinh phí", "triệu đồng"),
    "co_mang": ("4", "Có mạng nội bộ", ""),
    "loi_ghi": ("5", "Lời ghi", ""),
}


def run(text: str, look: str = "") -> str:
    """Return a run; ``look`` are its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def hidden(text: str) -> str:
    """Return a run that nobody sees."""
    return run(text, "<w:vanish/>")


def para(*runs: str, look: str = "") -> str:
    """Return a paragraph; a bare text is a run."""
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{look}</w:pPr>{inside}</w:p>"


def cell(content: str, look: str = "") -> str:
    """Return a cell of paragraphs, or of one with a bare text."""
    inside = content if content.startswith(("<w:p>", "<w:p/>", "<w:tbl>", "<w:sdt>")) else para(content) if content else "<w:p/>"
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, look: str = "") -> str:
    """Return a row."""
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def head() -> str:
    """Return the head of the questions, with the marks of its columns."""
    return row(*(cell(para(hidden(mark), text)) for mark, text in zip(MARKS, HEADS, strict=True)))


def question(name: str, answer: str = "", evidence: str = "", note: str = "", look: str = "") -> str:
    """Return the row of a question, as the form has it."""
    number, label, measure = QUESTIONS[name]
    return row(cell(para(hidden(name), number)), cell(label), cell(measure), cell(answer), cell(evidence), cell(note), look=look)


def who(unit: str = "Sở A") -> str:
    """Return the table about the unit."""
    return table(row(cell(para(hidden("#unit"), "Đơn vị")), cell(unit)), row(cell(para(hidden("#group"), "Nhóm")), cell("Nhóm một")))


def form(*rows: str, below: str = "", parts: Mapping[str, str] | None = None, kind: str = DOCUMENT) -> bytes:
    """Return a form with these rows of questions, and what stands below them."""
    return document(para("PHIẾU KHẢO SÁT, KỲ 2020") + who() + para() + table(head(), *rows) + below, parts=parts, kind=kind)


def document(body: str, stamp: str = "form", parts: Mapping[str, str] | None = None, kind: str = DOCUMENT) -> bytes:
    """Return a document; further ``parts`` under word/ go by the kinds of their relationships."""
    parts = parts or {}
    values = {"kind": stamp, "rulebook": "lon-xon", "group": "a", "unit": "Sở A", "period": "2020", "language": "vi"} if stamp else {}
    override = f'<Override PartName="/word/document.xml" ContentType="{kind}"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{USUAL}{override}</Types>',
        "_rels/.rels": relationships({"officeDocument": "word/document.xml", "custom-properties": "docProps/custom.xml"}),
        "docProps/custom.xml": custom(values),
        "word/document.xml": f'<w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": relationships({name: f"{name}.xml" for name in parts}),
        **{f"word/{name}.xml": f'<w:{name} xmlns:w="{MAIN}">{content}</w:{name}>' for name, content in parts.items()},
    }
    return packed(files)


def custom(values: Mapping[str, str]) -> str:
    """Return the part of the document's properties."""
    each = "".join(f'<property name="ictscore {key}"><v>{value}</v></property>' for key, value in values.items())
    return f"<Properties>{each}</Properties>"


def relationships(targets: Mapping[str, str]) -> str:
    """Return a part of relationships."""
    each = "".join(f'<Relationship Id="r{n}" Type="{RELATED}/{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets.items()))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive without dates."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of an archive."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def without_hidden(rows: Sequence[str]) -> str:
    """Return markup whose hidden text somebody has taken away."""
    joined = "".join(rows)
    while "<w:vanish/>" in joined:
        start = joined.rindex("<w:r>", 0, joined.index("<w:vanish/>"))
        end = joined.index("</w:r>", start) + len("</w:r>")
        joined = joined[:start] + joined[end:]
    return joined
