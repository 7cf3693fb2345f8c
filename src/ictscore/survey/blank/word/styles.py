"""The styles of a Word form: one font, the titles, the small help below a question, and the grid of its tables."""

from __future__ import annotations

from ictscore.survey.blank.word.markup import MAIN

_FONT = "Times New Roman"
_PARAGRAPHS = {
    "IctscoreTitle": '<w:jc w:val="center"/>|<w:b/><w:sz w:val="30"/>',
    "IctscoreSubtitle": '<w:spacing w:after="60"/><w:jc w:val="center"/>|<w:i/>',
    "IctscoreWarning": '<w:spacing w:after="60"/><w:jc w:val="center"/>|<w:b/><w:color w:val="C00000"/>',
    "IctscoreRemark": '<w:spacing w:after="60"/><w:jc w:val="center"/>|<w:i/><w:color w:val="7F7F7F"/><w:sz w:val="20"/>',
    "IctscoreGuide": '<w:spacing w:before="40" w:after="40"/><w:jc w:val="both"/>|<w:sz w:val="22"/>',
    "IctscoreSmall": "|" + '<w:sz w:val="20"/>',
    "IctscoreHelp": "|" + '<w:i/><w:color w:val="595959"/><w:sz w:val="17"/>',
    "IctscoreStamp": '<w:spacing w:line="20" w:lineRule="exact"/>|<w:vanish/><w:sz w:val="2"/>',
}


def styles_part(language: str) -> str:
    """Return the part of the styles."""
    fonts = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>'
    tongue = "vi-VN" if language == "vi" else "en-US"
    runs = f'<w:rPr>{fonts}<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{tongue}" w:eastAsia="{tongue}"/></w:rPr>'
    shape = '<w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault>'
    usual = f"<w:docDefaults><w:rPrDefault>{runs}</w:rPrDefault>{shape}</w:docDefaults>"
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    placeholder = (
        '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
        '<w:rPr><w:i/><w:color w:val="7F7F7F"/></w:rPr></w:style>'
    )
    paragraphs = "".join(_paragraph(name, *look.split("|")) for name, look in _PARAGRAPHS.items())
    tables = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        + _table("IctscoreGrid", "single")
        + _table("IctscoreBare", "nil")
    )
    return f'<w:styles xmlns:w="{MAIN}">{usual}{normal}{placeholder}{paragraphs}{tables}</w:styles>'


_MARGINS = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)


def _paragraph(name: str, paragraph: str, run: str) -> str:
    shape = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    named = f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
    return f"{named}{shape}<w:rPr>{run}</w:rPr></w:style>"


def _table(name: str, lines: str) -> str:
    named = f'<w:style w:type="table" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
    return f"{named}<w:tblPr>{_borders(lines)}{_MARGINS}</w:tblPr></w:style>"


def _borders(kind: str) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    look = f'w:val="{kind}"' + (' w:sz="4" w:space="0" w:color="7F7F7F"' if kind != "nil" else "")
    return f"<w:tblBorders>{''.join(f'<w:{side} {look}/>' for side in sides)}</w:tblBorders>"
