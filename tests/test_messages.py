"""Promises about the message catalogues: complete in both languages, true to their placeholders, and current."""

from __future__ import annotations

import ast
import gettext
import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter
from types import ModuleType

import click
import pytest
from babel.messages.pofile import read_po

from ictscore.cli import group
from ictscore.codes import CODES
from ictscore.commands.spoken_help import AS_WRITTEN, paragraphs
from ictscore.commands.words_of_click import PLURALS
from ictscore.words import LANGUAGES, LOCALE_FOLDER, speak

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "ictscore"
TEXTS_OF = {"tr": 1, "phrase": 1, "N_": 1, "fault": 1, "error": 2, "warning": 2, "note": 2}
"""Which functions take texts, and how many of their first arguments are texts."""


@pytest.fixture(scope="module")
def catalogues() -> dict[str, dict[str, str]]:
    """Return the texts of both languages by msgid."""
    return {language: _read(language) for language in LANGUAGES}


def _read(language: str) -> dict[str, str]:
    path = LOCALE_FOLDER / language / "LC_MESSAGES" / "ictscore.po"
    return {str(each.id): str(each.string or "") for each in read_po(BytesIO(path.read_bytes()), locale=language) if each.id}


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_messages", ROOT / "tools" / "make_messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _placeholders(text: str) -> Counter[tuple[str, str | None, str | None]]:
    """Return the placeholders of a text with their conversions and formats, and how often each occurs."""
    return Counter((name, conversion, spec) for _, name, spec, conversion in Formatter().parse(text) if name is not None)


def _ends(text: str) -> tuple[str, str]:
    """Return the blanks before and after a text."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def test_both_languages_have_the_same_texts(catalogues):
    """The catalogues are catalogues of the same msgids."""
    assert set(catalogues["en"]) == set(catalogues["vi"])
    assert catalogues["en"]


def test_nothing_is_untranslated(catalogues):
    """Every text is said in both languages."""
    assert [(language, key) for language in LANGUAGES for key, text in catalogues[language].items() if not text.strip()] == []


def test_english_says_what_the_source_says(catalogues):
    """The English wording is the msgid itself."""
    assert [key for key, text in catalogues["en"].items() if text != key] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_is_kept(catalogues, language):
    """A translation has the placeholders of its msgid, each as often, and no others."""
    assert [key for key, text in catalogues[language].items() if _placeholders(key) != _placeholders(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_blanks_at_the_ends_are_kept(catalogues, language):
    """Half-sentences are put together as they stand: a blank before or after one is part of it."""
    assert [key for key, text in catalogues[language].items() if _ends(key) != _ends(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(catalogues, language):
    """The compiled catalogue, which is what the program reads, says the same as the written one."""
    compiled = gettext.translation("ictscore", LOCALE_FOLDER, languages=[language])
    assert {key: compiled.gettext(key) for key in catalogues[language]} == catalogues[language]


def test_the_catalogues_are_current(monkeypatch, capsys):
    """``tools/make_messages.py --check`` has nothing to say."""
    monkeypatch.setattr(sys, "argv", ["make_messages.py", "--check"])
    code = _tool().main()
    assert (code, capsys.readouterr().out) == (0, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_worded(catalogues, language):
    """Every code's message and advice stand in the catalogue."""
    texts = {(code, text) for code, each in CODES.items() for text in (each.message, each.advice)}
    assert sorted(code for code, text in texts if text not in catalogues[language]) == []


def test_every_text_of_the_source_is_in_the_catalogues(catalogues):
    """A text the source says, inside an f-string too, is one the extraction found."""
    missing = [(path.name, text) for path in sorted(SOURCE.rglob("*.py")) for text in _texts_in(path) if text not in catalogues["vi"]]
    assert missing == []


def _texts_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for argument in node.args[: TEXTS_OF.get(node.func.id, 0)]:
                if isinstance(argument, ast.Constant) and argument.value:
                    yield argument.value


def test_every_help_is_in_the_catalogues(catalogues):
    """What a command, an option or a metavar says when the program runs is what the extraction found in the source."""
    speak("en")
    said = {text for command in _commands(group) for text in _help_of(command)}
    assert len(said) > len(group.list_commands(click.Context(group)))
    assert sorted(said - set(catalogues["vi"])) == []


def _commands(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _commands(inner)


def _help_of(command: click.Command) -> Iterator[str]:
    yield from (each for each in paragraphs(command.help or "") if not each.startswith(AS_WRITTEN))
    for parameter in command.params:
        yield from (each for each in (parameter.metavar, getattr(parameter, "help", None)) if each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_are_compiled(catalogues, language):
    """What click asks for as one of two wordings is found as such, and says the same as the two texts."""
    compiled = gettext.translation("ictscore", LOCALE_FOLDER, languages=[language])
    for one, many in PLURALS:
        assert compiled.ngettext(one, many, 1) == catalogues[language][one]
        assert compiled.ngettext(one, many, 2) == catalogues[language][many]


_OTHER_WORDS = re.compile(r"ngân hàng|hàng (?:năm|tháng|quý|ngày|tuần|hóa|nghìn|trăm|triệu)")
"""Where “hàng” is another word than row: banks, every year, goods, hundreds and thousands."""


def test_a_row_has_one_name_in_vietnamese(catalogues):
    """A row is “dòng” wherever one is meant; people who read “hàng” in one message and “dòng” in the next look for two things."""
    texts = [_OTHER_WORDS.sub("", each.casefold()) for each in catalogues["vi"].values()]
    assert [each for each in texts if re.search(r"\bhàng\b", each)] == []
