"""The file of a Word document: its parts, its properties, and the day of its making."""

from __future__ import annotations

from io import BytesIO
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

from word_forms import text_of

from ictscore.survey.blank.word.package import document_bytes


def made():
    """Return a document."""
    return document_bytes("<w:p/>", "<w:p/>", "Phiếu <1>", "Bộ & tiêu chí", {"ictscore unit": "Sở “A” & <B>"}, "vi")


def test_every_part_is_well_formed_and_undated():
    """All parts parse, none has a date of its own, and the same content gives the same bytes."""
    with ZipFile(BytesIO(made())) as archive:
        for entry in archive.infolist():
            fromstring(archive.read(entry))
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert made() == made()


def test_the_day_of_making_is_that_of_source_date_epoch(monkeypatch):
    """SOURCE_DATE_EPOCH says when it was made, 1980 where it says nothing."""
    assert "1980-01-01" in text_of(made(), "docProps/core.xml")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert text_of(made(), "docProps/core.xml").count("2020-09-13") == 2


def test_properties_are_kept_as_they_are():
    """Quotation marks and signs of markup in a unit’s name come back unchanged."""
    (found,) = fromstring(text_of(made(), "docProps/custom.xml"))
    assert (found.get("name"), found[0].text) == ("ictscore unit", "Sở “A” & <B>")
