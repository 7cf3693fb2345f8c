"""A command that is shown can be typed."""

import shlex
import subprocess

from hypothesis import given
from hypothesis import strategies as st

from ictscore.commands.typed import typed

names = st.text(alphabet="aĐ &()!;^.\\/-=", min_size=1, max_size=12).filter(lambda name: not name.endswith("\\"))


def test_windows_gets_double_quotes():
    """cmd.exe would take single quotes for a part of the name, and cut at & outside quotes."""
    assert typed(["ictscore", "check", "Phiếu Sở.xlsx", "a&b.xlsx", "C:\\nhan"], on_windows=True) == (
        'ictscore check "Phiếu Sở.xlsx" "a&b.xlsx" C:\\nhan'
    )


def test_elsewhere_single_quotes_do():
    """A name of one word stays bare."""
    assert typed(["ictscore", "rank", "Sở Y tế"], on_windows=False) == "ictscore rank 'Sở Y tế'"


@given(st.lists(names, min_size=1, max_size=4))
def test_what_is_typed_is_what_was_meant(words):
    """Taken apart again, the line gives the words: as a Unix shell does it, and with quotes where a Windows program would want them."""
    assert shlex.split(typed(words, on_windows=False)) == words
    windows = typed(words, on_windows=True)
    assert len(windows) >= len(subprocess.list2cmdline(words))
    assert windows.replace('"', "") == " ".join(words)
