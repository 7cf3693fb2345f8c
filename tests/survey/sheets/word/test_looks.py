"""Looks: a run’s own properties, then its style, its paragraph’s style, and the defaults."""

from __future__ import annotations

from word_forms import element

from ictscore.survey.sheets.word.looks import Styles, styles_in

STYLES = element(
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:rFonts w:hAnsi=".VnTime" w:ascii="Arial"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="N"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:basedOn w:val="S"/><w:rPr><w:strike/><w:vanish/></w:rPr></w:style>'
)


def look(paragraph="", own=""):
    """Return the look of a run."""
    return styles_in(STYLES).look(element(paragraph), element(own))


def test_the_nearest_property_holds():
    """The defaults hold last; a style of the paragraph before them, one of the run before that, its own properties first."""
    assert look().font == ".VnTime"
    assert look('<w:pStyle w:val="unknown"/>').font == "Arial"
    assert look(own='<w:rFonts w:hAnsi="Times"/>').font == "Times"
    assert look(own='<w:rStyle w:val="S"/>')[1:3] == (True, True)
    assert look(own='<w:rStyle w:val="S"/><w:strike w:val="0"/>').is_struck is False
    assert look(own='<w:dstrike/><w:color w:val="ffffff"/><w:vertAlign w:val="subscript"/>')[1:] == (True, False, True, "below")


def test_a_document_without_styles_has_plain_looks():
    """Nothing is struck, hidden or numbered without being said to be."""
    assert Styles().look(None, None) == ("", False, False, False, "")
    assert not Styles().is_numbered(None)


def test_lists_are_known_by_style_or_by_themselves():
    """A number may come from the style of a paragraph; the number 0 takes it away."""
    styles = styles_in(STYLES)
    assert styles.is_numbered(element('<w:pStyle w:val="L"/>'))
    assert not styles.is_numbered(element('<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'))
