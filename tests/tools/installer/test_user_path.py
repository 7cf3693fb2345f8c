"""The user's PATH: one entry more or less, everything else as it was written."""

from hypothesis import given
from hypothesis import strategies as st
from installer.user_path import change_user_path, with_entry, without_entry

ENTRY = r"C:\ictscore\bin"
entries = st.lists(st.text(alphabet='abĐ %\\:"/', max_size=8), max_size=6)


def _expand(text):
    return text.replace("%HERE%", r"C:\ictscore")


def _with(path):
    return with_entry(path, _expand, entry=ENTRY)


def _without(path):
    return without_entry(path, _expand, entry=ENTRY)


def test_the_entry_goes_to_the_end():
    """What the user has comes first and keeps its variables unexpanded."""
    assert _with(r"%USERPROFILE%\bin;C:\Đồ nghề") == r"%USERPROFILE%\bin;C:\Đồ nghề;C:\ictscore\bin"


def test_an_empty_path_gets_no_empty_entry():
    """An empty entry would mean the current folder."""
    assert [_with(path) for path in ("", ";", " ")] == [ENTRY] * 3
    assert _with("C:\\x;") == rf"C:\x;{ENTRY}"


def test_an_entry_written_otherwise_is_not_doubled():
    """Case, a last backslash, quotes, slashes and variables make no other folder."""
    for written in (ENTRY, r"c:\ICTSCORE\BIN\\"[:-1], f'"{ENTRY}"', "C:/ictscore/bin", r"%HERE%\bin", f" {ENTRY} "):
        assert _with(rf"C:\x;{written};C:\y") == rf"C:\x;{written};C:\y"


def test_a_folder_that_only_begins_alike_is_another():
    """A name that goes on is not ours."""
    assert _with(ENTRY + "2") == rf"{ENTRY}2;{ENTRY}"
    assert _without(ENTRY + "2") == ENTRY + "2"


def test_it_is_taken_away_wherever_it_stands():
    """Every spelling of the entry goes, and nothing else."""
    assert _without(rf"%HERE%\bin;C:\x;;{ENTRY}") == r"C:\x;"
    assert _without(ENTRY) == ""


@given(entries)
def test_adding_and_taking_away_gives_what_was_there(listed):
    """Once added it is never added again, and taking it away leaves the other entries in their order."""
    path = ";".join(listed)
    added = _with(path)
    assert _with(added) == added
    assert [each for each in _without(added).split(";") if each.strip()] == [each for each in path.split(";") if each.strip()]


def test_a_path_without_it_stays_untouched():
    """Even odd writing stays when there is nothing to take away."""
    assert _without(";;C:\\x;") == ";;C:\\x;"


def test_elsewhere_there_is_no_such_path():
    """Only Windows keeps it in its registry."""
    assert change_user_path(lambda path, _: path + "x") is False
