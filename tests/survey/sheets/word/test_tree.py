"""Parts of documents as trees, under guard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from messy_docx import MAIN

from ictscore.errors import FileRefused
from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.limits import LIMITS
from ictscore.survey.sheets.word.tree import read_tree

HEAD = f'<w:document xmlns:w="{MAIN}">'


def tree(text, **limits):
    """Return the tree of a part."""
    return read_tree(Part("a.docx", "word/document.xml", text.encode()), "document", replace(LIMITS, **limits))


@pytest.mark.parametrize("space", [MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main"])
def test_names_and_attributes_are_local(space):
    """Main elements go by their local names in both kinds of documents, others with a question mark, attributes without a namespace."""
    found = tree(f'<w:document xmlns:w="{space}" xmlns:o="other"><w:p w:id="1"/><o:p/></w:document>')
    assert ([each.tag for each in found], found[0].get("id")) == (["p", "?p"], "1")


@pytest.mark.parametrize(
    ("text", "limits", "code"),
    [
        (f"<!DOCTYPE a [<!ENTITY b 'c'>]>{HEAD}&b;</w:document>", {}, "IO203"),
        (f"{HEAD}{'<w:p>' * 70}{'</w:p>' * 70}</w:document>", {}, "IO204"),
        (f'{HEAD}<w:p w:id="{"x" * 20}"/></w:document>', {"attribute": 10}, "IO205"),
        (f"{HEAD}{'<w:p/>' * 20}</w:document>", {"elements": 10}, "IO206"),
        (f"{HEAD}<w:p>", {}, "IO202"),
        (f'<w:styles xmlns:w="{MAIN}"/>', {}, "IO208"),
        ("<document/>", {}, "IO208"),
    ],
)
def test_parts_made_to_exhaust_us_are_refused(text, limits, code):
    """Entities, depth, long attributes, too many elements, broken and other parts are refused by name."""
    with pytest.raises(FileRefused) as caught:
        tree(text, **limits)
    assert [each.code for each in caught.value.findings] == [code]
