"""Promises about looking a name up: the unit's own folder first, never another's, and two that fit are both given back."""

from __future__ import annotations

from ictscore.places import Place
from ictscore.survey.evidence.lookup import Lookup
from ictscore.survey.evidence.owners import Owners
from ictscore.survey.evidence.records import EvidenceFile, Listing
from ictscore.survey.submission import Submission

A, B = (Submission(name, "so", {}, place=Place(f"{name}.xlsx")) for name in ("Sở A", "Sở B"))


def look(typed, *files, unit=A):
    """Return the paths a name is taken for and whether it stands there as typed, or None."""
    listing = Listing("mc", tuple(EvidenceFile(each, 1) for each in files))
    fit = Lookup(listing, Owners((A, B)).of).look(typed, unit.who)
    return fit and ([each.path for each in fit.things], fit.as_typed)


def test_the_units_own_folder_comes_first():
    """A file in the unit's folder, at whatever depth, is meant before one at the top, and that before one anywhere below."""
    assert look("a.pdf", "a.pdf", "Sở A/x/a.pdf", "z/a.pdf") == (["Sở A/x/a.pdf"], True)
    assert look("a.pdf", "a.pdf", "z/a.pdf") == (["a.pdf"], True)
    assert look("a.pdf", "z/a.pdf") == (["z/a.pdf"], False)


def test_another_units_folder_is_not_ones_own():
    """What lies only in another unit's folder is not found."""
    assert look("a.pdf", "Sở B/a.pdf") is None
    assert look("a.pdf", "Sở B/a.pdf", unit=B) == (["Sở B/a.pdf"], True)


def test_two_files_that_fit_are_both_given_back():
    """Where two files of the same folder or depth fit alike nobody chooses; the one just as typed is meant before others."""
    assert look("MC1", "MC1.pdf", "MC1.docx") == (["MC1.pdf", "MC1.docx"], False)
    assert look("a.pdf", "Sở A/1/a.pdf", "Sở A/2/a.pdf") == (["Sở A/1/a.pdf", "Sở A/2/a.pdf"], True)
    assert look("MC_1.pdf", "MC 1.pdf", "MC_1.pdf") == (["MC_1.pdf"], True)


def test_a_path_says_which_of_them():
    """A folder written before the name chooses among files that fit; a whole path of somebody's disk does no harm."""
    assert look("2/a.pdf", "Sở A/1/a.pdf", "Sở A/2/a.pdf") == (["Sở A/2/a.pdf"], True)
    assert look("D:\\Minh chứng\\a.pdf", "a.pdf") == (["a.pdf"], False)


def test_a_slash_in_a_number_is_no_path():
    """“12/KH-UBND” is the number of a document: no file “KH-UBND.pdf” is meant, but “12-KH-UBND.pdf” is; a real folder before it counts."""
    assert look("12/KH-UBND", "KH-UBND.pdf") is None
    assert look("12/KH-UBND", "KH-UBND.pdf", "12-KH-UBND.pdf") == (["12-KH-UBND.pdf"], False)
    assert look("MC/KH-UBND", "MC/KH-UBND.pdf") == (["MC/KH-UBND.pdf"], False)
    assert look("12/KH-UBND.pdf", "KH-UBND.pdf") == (["KH-UBND.pdf"], False)


def test_a_folder_can_be_named():
    """Where no file has the name, a folder may have it: all its files are meant."""
    listing = Listing("mc", tuple(EvidenceFile(each, 1) for each in ("Sở A/Họp/1.jpg", "Sở A/Họp/2.jpg", "Sở A/b.pdf")))
    fit = Lookup(listing, Owners((A, B)).of).look("Họp", A.who)
    assert [each.files for each in fit.things] == [("Sở A/Họp/1.jpg", "Sở A/Họp/2.jpg")]
    assert not fit.as_typed


def test_near_names_are_those_the_unit_may_mean():
    """Near misses are offered from the unit's own files and those at the top, not from other units' folders."""
    listing = Listing("mc", tuple(EvidenceFile(each, 1) for each in ("Sở A/Quy chế 8.pdf", "Sở B/Quy chế 7.pdf", "khác.pdf")))
    found = Lookup(listing, Owners((A, B)).of)
    assert found.nearest("Quy chế 9.pdf", A.who) == ("Quy chế 8.pdf",)
    assert found.elsewhere("Quy chế 7.pdf") == ("Sở B/Quy chế 7.pdf",)
