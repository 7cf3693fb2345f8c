"""Promises about signatures: what was signed is known by its signer, and nothing else is."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ictscore.cli import run
from ictscore.errors import FileRefused
from ictscore.signatures import check_signature, sign


@pytest.fixture
def keys(tmp_path):
    """Return a private key and a file of signers that names its owner."""
    key = tmp_path / "khoa"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key)], check=True)
    signers = tmp_path / "nguoi-ky"
    signers.write_text(f"hoi-dong@tinh {key.with_suffix('.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    return key, signers


@pytest.fixture
def result(tmp_path):
    """Return a file to be signed."""
    path = tmp_path / "kết quả.xlsx"
    path.write_bytes(b"x")
    return path


def test_a_signature_is_known_by_its_signer(keys, result):
    """The signature stands beside the file and is good for it."""
    signature = sign(result, keys[0])
    assert signature.name == "kết quả.xlsx.sig"
    assert check_signature(result, signature, keys[1], "hoi-dong@tinh").code == "SC222"


def test_another_byte_or_another_person_is_refused(keys, result):
    """A changed file, and a name that did not sign, are errors."""
    signature = sign(result, keys[0])
    assert check_signature(result, signature, keys[1], "so@tinh").code == "SC223"
    result.write_bytes(b"y")
    assert check_signature(result, signature, keys[1], "hoi-dong@tinh").code == "SC223"


def test_a_signature_for_another_purpose_is_none_of_ours(keys, result):
    """A key's owner signed the same bytes for something else: that does not make it a result they stand for."""
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", str(keys[0]), "-n", "file", str(result)], check=True, capture_output=True)
    found = check_signature(result, result.with_name(result.name + ".sig"), keys[1], "hoi-dong@tinh")
    assert found.code == "SC223"


def test_what_is_no_key_is_refused_in_a_sentence(result, tmp_path):
    """A text is no key; no old signature is left to be mistaken for a new one."""
    (tmp_path / "kết quả.xlsx.sig").write_text("cũ", encoding="utf-8")
    with pytest.raises(FileRefused) as refused:
        sign(result, tmp_path / "khong-co")
    assert refused.value.findings[0].code == "SC221"
    assert not (tmp_path / "kết quả.xlsx.sig").exists()


def test_without_ssh_keygen_it_says_so(result, keys, monkeypatch):
    """A machine without OpenSSH is told what is missing."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(FileRefused) as refused:
        sign(result, keys[0])
    assert refused.value.findings[0].code == "SC220"


def test_the_commands_go_together(keys, tmp_path, capsys, monkeypatch):
    """Scored, signed and verified; after an edit of a single byte neither is believed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ICTSCORE_LANG", "en")
    (tmp_path / "a.csv").write_text("unit,group,chinh_quyen_so,kinh_te_so,xa_hoi_so\nBắc Ninh,tinh,0.4449,0.3,0.4\n", encoding="utf-8")
    assert run(["score", "a.csv", "--rulebook", "vn-dti-2020", "-o", "a.xlsx", "--provisional"]) in {0, 1}
    assert run(["sign", "a.xlsx", "--key", str(keys[0])]) == 0
    checked = ["verify", "a.xlsx", "--signers", str(keys[1]), "--identity", "hoi-dong@tinh"]
    capsys.readouterr()
    assert run(checked) == 0
    assert "hoi-dong@tinh signed this very file" in capsys.readouterr().out
    assert run(["verify", "a.xlsx", "--signers", str(keys[1])]) == 2


def test_edited_results_are_not_signed(keys, tmp_path, capsys):
    """A rank changed in the workbook, or a total in the JSON, is named and nothing is signed; as written, both are signed."""
    survey = Path(__file__).parents[1] / "samples" / "quangbinh-2018" / "survey.xlsx"
    path, plain = tmp_path / "kq.xlsx", tmp_path / "kq.json"
    words = ["score", str(survey), "--rulebook", "quangbinh-2018", "-o"]
    assert run([*words, str(path), "--format", "json"]) == 0
    plain.write_text(capsys.readouterr().out, encoding="utf-8")
    for each in (path, plain):
        assert run(["sign", str(each), "--key", str(keys[0])]) == 0
        each.with_name(f"{each.name}.sig").unlink()
    book = load_workbook(path)
    sheet = next(each for each in book if each.title.startswith("Xếp hạng"))
    next(row[0] for row in sheet.iter_rows() if row[0].value == 2).value = 1
    book.save(path)
    document = json.loads(plain.read_text(encoding="utf-8"))
    document["groups"][0]["units"][0]["total"] = "1"
    plain.write_text(json.dumps(document), encoding="utf-8")
    for each, code in ((path, "SC210"), (plain, "SC209")):
        assert run(["sign", str(each), "--key", str(keys[0]), "--lang", "en"]) == 2
        assert code in capsys.readouterr().err
        assert not each.with_name(f"{each.name}.sig").exists()
