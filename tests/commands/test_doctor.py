"""``ictscore doctor``: what it looks at, what it leaves behind (nothing), and its exit code."""

from __future__ import annotations

import json
import sys

import pytest

from ictscore.cli import run
from ictscore.commands import surroundings
from ictscore.commands.surroundings import decimal_signs
from ictscore.survey.sheets import office
from ictscore.survey.sheets.office import find_office


def test_it_says_what_works(tmp_path, monkeypatch, capsys):
    """On a sound machine the exit code is 0, every fact has a sign and a word, and the folder is as empty as before."""
    monkeypatch.chdir(tmp_path)
    assert run(["doctor", "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert "binhthuan-2020" in told.out
    assert "✓ works" in told.out
    assert told.err == "Everything works.\n"
    assert list(tmp_path.iterdir()) == []


def test_it_speaks_vietnamese(tmp_path, monkeypatch, capsys):
    """All of it is said in Vietnamese too."""
    monkeypatch.chdir(tmp_path)
    assert run(["doctor", "--lang", "vi"]) == 0
    told = capsys.readouterr()
    assert "Ghi vào thư mục này" in told.out
    assert "✓ dùng được" in told.out
    assert told.err == "Mọi thứ đều dùng được.\n"


def test_json_has_the_same_facts(tmp_path, monkeypatch, capsys):
    """The JSON names every fact by an id that no language changes."""
    monkeypatch.chdir(tmp_path)
    assert run(["doctor", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["kind"] == "doctor"
    ids = [each["id"] for each in document["facts"]]
    assert {"program", "stdout", "stderr", "decimals", "folder", "temp", "libreoffice", "rulebooks", "rulebook:binhthuan-2020"} <= set(ids)
    assert len(ids) == len(set(ids))
    assert {each["verdict"] for each in document["facts"]} <= {"fine", "note", "fails"}


def test_a_folder_that_takes_nothing_fails(tmp_path, monkeypatch, capsys):
    """Where nothing can be written the exit code is 1 and the folder is named."""
    gone = tmp_path / "di"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setattr("ictscore.commands.doctor.Path.cwd", lambda: gone)
    assert run(["doctor", "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert f"{gone}: refused" in told.out
    assert "! will not work" in told.out
    assert told.err == "Will not work: 1.\n"


def test_the_decimal_sign_of_windows_goes_before_the_locale():
    """Excel follows the settings of Windows; elsewhere the locale is told."""
    assert decimal_signs(lambda _, name: {"sDecimal": ",", "sThousand": "."}[name]) == (",", ".", "windows")
    assert decimal_signs(lambda _key, _name: None)[2] == "locale"


def test_a_locale_that_is_not_there_is_said(monkeypatch):
    """Where the locale is not installed, what is assumed is told."""
    import locale

    def missing(category, name=None):
        if name == "":
            raise locale.Error
        return "C"

    monkeypatch.setattr(locale, "setlocale", missing)
    assert decimal_signs(lambda _key, _name: None) == (".", "", "assumed")


def test_the_registry_is_asked_on_windows_only():
    """Elsewhere there is none, and nothing fails."""
    assert sys.platform == "win32" or surroundings.registry("x", "y") is None


def test_libreoffice_is_the_one_that_calculates(tmp_path, monkeypatch):
    """What is shown is what formulas are calculated with; where there is none, that is a note."""
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _fact("libreoffice", tmp_path) == (str(find_office()), "fine")
    program.unlink()
    monkeypatch.setattr(office, "_USUAL_PLACES", ())
    assert _fact("libreoffice", tmp_path) == ("not found: needed only to calculate formulas again", "note")


def _fact(identifier, folder):
    found = next(each for each in surroundings.surroundings(folder) if each.id == identifier)
    return str(found.found), found.verdict


def test_a_damaged_installation_fails(monkeypatch, capsys):
    """Without rulebooks nothing can be scored."""
    monkeypatch.setattr(surroundings, "shipped_ids", tuple)
    assert run(["doctor", "--lang", "en"]) == 1
    assert "the installation is damaged" in capsys.readouterr().out


def test_a_rulebook_that_is_refused_fails(monkeypatch, capsys):
    """A rulebook with errors is named with its first one."""
    monkeypatch.setattr(surroundings, "shipped_ids", lambda: ("khong-co",))
    assert run(["doctor", "--lang", "en"]) == 1
    assert "refused: RB601" in capsys.readouterr().out


@pytest.mark.parametrize("names", [{"LANG": "vi_VN.UTF-8"}, {}])
def test_the_language_says_where_it_comes_from(monkeypatch, capsys, names):
    """The variables that decide are shown, or that none is set."""
    for name in ("ICTSCORE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    run(["doctor", "--lang", "en"])
    said = capsys.readouterr().out
    assert ("LANG=vi_VN.UTF-8" if names else "no language is set") in said
