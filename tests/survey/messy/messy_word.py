"""Messy Word forms: what people and Word do to a form between the day it is sent out and the day it comes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from messy_docx import (
    MAIN,
    RELATED,
    cell,
    document,
    form,
    head,
    hidden,
    packed,
    para,
    question,
    row,
    run,
    table,
    unpacked,
    who,
    without_hidden,
)

FILES_HERE = Path(__file__).parent / "files"
STAFF, COMPUTERS, MONEY = question("can_bo", "20"), question("may_tinh", "10"), question("kinh_phi", "5")
DELETED = '<w:del w:id="1" w:author="A">{}</w:del>'
INSERTED = '<w:ins w:id="2" w:author="A">{}</w:ins>'
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
WORDS = '<w:dropDownList><w:listItem w:displayText="Có"/><w:listItem w:displayText="Không"/></w:dropDownList>'
CONTROL = "<w:sdt><w:sdtPr>{}" + WORDS + "</w:sdtPr>{}</w:sdt>"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def changed(before: str, after: str) -> str:
    """Return a paragraph in which a tracked change waits."""
    return para(DELETED.format(run(before)), INSERTED.format(run(after)))


def field(code: str, shown: str) -> str:
    """Return a paragraph with a field."""
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return para(begin + f"<w:r><w:instrText>{code}</w:instrText></w:r>" + middle + run(shown) + end)


def control(shown: str, *, is_placeholder: bool) -> str:
    """Return a paragraph with a list to choose from."""
    return para(CONTROL.format("<w:showingPlcHdr/>" if is_placeholder else "", f"<w:sdtContent>{run(shown)}</w:sdtContent>"))


def other(make: Callable[[], bytes], part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a file with one of its parts changed."""
    files = unpacked(make())
    return packed({**files, part: change(files[part])})


TRACKED = form(question("can_bo", changed("20", "25")), question("may_tinh", "10", changed("cũ", "mới")), MONEY)
ROWS = form(STAFF, question("may_tinh", "10", look='<w:del w:id="3" w:author="A"/>'), MONEY)
DOWN = ['<w:vMerge w:val="restart"/>', "<w:vMerge/>"]
MERGED = form(
    *(
        row(cell(para(hidden(name), number)), cell(label), cell(measure), cell(text, look), cell(""), cell(""))
        for (name, number, label, measure, text), look in zip(
            (("can_bo", "1", "Tổng số cán bộ *", "người", "20"), ("may_tinh", "2", "Số máy tính *", "máy", "")), DOWN, strict=True
        )
    ),
    row(cell(para(hidden("kinh_phi"), "3")), cell("Kinh phí"), cell("triệu đồng"), cell("5", '<w:gridSpan w:val="2"/>'), cell("")),
)
SHIFTED = form(STAFF, row(cell(para(hidden("may_tinh"), "2")), cell("Số máy tính *"), cell("10"), cell("Biên bản"), cell("")), MONEY)
MOVED = form(
    row(cell("Mục mới chèn", '<w:gridSpan w:val="6"/>')),
    MONEY,
    COMPUTERS,
    row(*(cell(text) for text in ("", "trong đó máy thuê", "", "3", "", ""))),
    STAFF,
    question("may_tinh", "12"),
)
LISTED = form(question("can_bo", para("20", look=LIST)), COMPUTERS, question("kinh_phi", "5", para("Quyết định 1", look=LIST)))
COMPUTED = form(STAFF, question("may_tinh", field("=SUM(ABOVE)", "10")), question("kinh_phi", field("FORMTEXT", "5")))
PICTURE = form(
    question("can_bo", para("<w:r><w:drawing/></w:r>", "20")),
    question("may_tinh", table(row(cell("10"), cell("2"))) + "<w:p/>"),
    question("kinh_phi", "5", para("<w:r><w:drawing/></w:r>")),
)
HIDDEN = form(STAFF, question("may_tinh", para("10", hidden("0"))), question("kinh_phi", para(run("5", '<w:color w:val="FFFFFF"/>'))))
STRUCK = form(
    question("can_bo", para(run("20", "<w:strike/>"), " 25")),
    question("may_tinh", para("10", run("3", '<w:vertAlign w:val="superscript"/>'))),
    MONEY,
)
COMMENT = '<w:commentRangeStart w:id="0"/><w:r><w:t>10</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
REMARKED = form(
    question("can_bo", para("20", '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>')),
    question("may_tinh", para(COMMENT)),
    MONEY,
    below=para("Kính gửi Sở tổng hợp"),
    parts={
        "footnotes": f'<w:footnote w:id="2">{para("Số đúng là 120")}</w:footnote>',
        "comments": f'<w:comment w:id="0">{para("tính cả máy thuê")}</w:comment>',
    },
)
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def box(text: str) -> str:
    """Return a run with a text box, as Word writes it: for itself, and once more for older programs."""
    inside = f"<w:txbxContent>{para(text)}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="urn:wps">{inside}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox xmlns:v='urn:v'>{inside}</v:textbox></w:pict></mc:Fallback>"
    return f'<w:r><mc:AlternateContent xmlns:mc="{COMPATIBLE}">{choice}{fallback}</mc:AlternateContent></w:r>'


def with_margins(data: bytes, header: str, footer: str) -> bytes:
    """Return a document with a header and a footer."""
    files = unpacked(data)
    more = "".join(f'<Relationship Id="m{kind}" Type="{RELATED}/{kind}" Target="{kind}1.xml"/>' for kind in ("header", "footer"))
    rels = files["word/_rels/document.xml.rels"].decode().replace("</Relationships>", f"{more}</Relationships>")
    margins = {
        f"word/{kind}1.xml": f'<w:{root} xmlns:w="{MAIN}">{content}</w:{root}>'.encode()
        for kind, root, content in (("header", "hdr", header), ("footer", "ftr", footer))
    }
    return packed({**files, **margins, "word/_rels/document.xml.rels": rels.encode()})


NOTED = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
BOXES = with_margins(
    form(
        question("can_bo", para(box("130"), "20")),
        question("may_tinh", "10", para(box("kèm 3 máy thuê"))),
        row(
            cell(para(hidden("kinh_phi"), "3")),
            cell(para("Kinh phí", NOTED.format(3))),
            *(cell(each) for each in ("triệu đồng", "5", "", "")),
        ),
        below=para(box("Có mạng nội bộ: Có")) + para("Nơi nhận", NOTED.format(4)),
        parts={
            "footnotes": "".join(f'<w:footnote w:id="{n}">{para(text)}</w:footnote>' for n, text in ((3, "nghìn đồng"), (4, "Lưu: VT")))
        },
    ),
    para("SỞ A") + para("Số liệu chưa chính thức"),
    para("lon-xon · phiếu 1a2b") + para("1/2"),
)
PARAGRAPHS = form(question("can_bo", para("20") + para("25")), question("may_tinh", "<w:p/>" + para("10") + "<w:p/>"), MONEY)
CHOSEN = form(STAFF, COMPUTERS, question("co_mang", control("chọn …", is_placeholder=True)))
UNCHOSEN = form(STAFF, COMPUTERS, question("co_mang", control("Có", is_placeholder=True)))
PICKED = form(STAFF, COMPUTERS, question("co_mang", control("Không", is_placeholder=False)))
OLD_FONT = form(STAFF, COMPUTERS, question("loi_ghi", para(run("Cã m¹ng", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'))))
SPLIT = document(who() + table(head(), STAFF) + para() + table(COMPUTERS, MONEY) + para() + table(row(cell("Phụ lục"), cell("7"))))
LOST = document(without_hidden([para(), who(), para(), table(head(), STAFF, COMPUTERS, MONEY)]))
TYPED = form(question("can_bo", "20 người"), question("may_tinh", "1.250"), question("kinh_phi", "12,5"), question("co_mang", "có"))
COPIED = document(
    who()
    + table(
        row(*(cell(para(hidden(mark), mark)) for mark in ("#number", "#label", "#self", "#self"))),
        *(
            row(cell(para(hidden(name), "1")), cell(label), cell(old), cell(new))
            for name, label, old, new in (
                ("can_bo", "Tổng số cán bộ *", "20", "25"),
                ("may_tinh", "Số máy tính *", "10", ""),
            )
        ),
    )
)
OTHER_YEAR = document(para("PHIẾU KHẢO SÁT, KỲ 2021") + who() + para() + table(head(), STAFF, COMPUTERS, MONEY))
GONE = document(
    who()
    + table(
        row(*(cell(para(hidden(mark), mark)) for mark in ("#number", "#label", "#evidence"))),
        row(cell(para(hidden("can_bo"), "1")), cell("Tổng số cán bộ *"), cell("20")),
    )
)
PLAIN = partial(form, STAFF, COMPUTERS, MONEY)

FILES: dict[str, Callable[[], bytes]] = {
    "word-typed.docx": lambda: TYPED,
    "word-tracked.docx": lambda: TRACKED,
    "word-tracked-row.docx": lambda: ROWS,
    "word-merged.docx": lambda: MERGED,
    "word-cell-deleted.docx": lambda: SHIFTED,
    "word-rows-moved.docx": lambda: MOVED,
    "word-numbered.docx": lambda: LISTED,
    "word-fields.docx": lambda: COMPUTED,
    "word-pictures.docx": lambda: PICTURE,
    "word-hidden.docx": lambda: HIDDEN,
    "word-struck.docx": lambda: STRUCK,
    "word-remarks.docx": lambda: REMARKED,
    "word-boxes.docx": lambda: BOXES,
    "word-paragraphs.docx": lambda: PARAGRAPHS,
    "word-placeholder.docx": lambda: CHOSEN,
    "word-half-chosen.docx": lambda: UNCHOSEN,
    "word-chosen.docx": lambda: PICKED,
    "word-old-font.docx": lambda: OLD_FONT,
    "word-table-split.docx": lambda: SPLIT,
    "word-ids-lost.docx": lambda: LOST,
    "word-column-copied.docx": lambda: COPIED,
    "word-column-deleted.docx": lambda: GONE,
    "word-other-year.docx": lambda: OTHER_YEAR,
    "word-letter.docx": lambda: document(para("Kính gửi: Sở Thông tin và Truyền thông") + table(row(cell("1"), cell("2"))), stamp=""),
    "word-macros.docm": lambda: packed({**unpacked(form(STAFF, COMPUTERS, MONEY, kind=MACROS)), "word/vbaProject.bin": b"macro"}),
    "word-entities.docx": lambda: other(PLAIN, "word/document.xml", lambda data: b'<!DOCTYPE a [<!ENTITY b "c">]>' + data),
    "word-outside.docx": lambda: other(
        PLAIN, "_rels/.rels", lambda data: data.replace(b'Target="word', b'TargetMode="External" Target="http://x/word')
    ),
    "word-cut-off.docx": lambda: PLAIN()[:-40],
    # Our own form for Sở A, typed into and saved by LibreOffice 7.4: soffice --headless --convert-to docx
    "word-saved-by-libreoffice.docx": (FILES_HERE / "word-saved-by-libreoffice.docx").read_bytes,
    "word-inside-out.docx": lambda: other(PLAIN, "word/document.xml", lambda data: data.replace(b"</w:body>", b"")),
}
