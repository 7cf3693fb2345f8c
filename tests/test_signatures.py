"""Promises about signatures: what was signed is known by its signer, and nothing else is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
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


def test_what_is_only_seen_less_well_is_told_and_signed(keys, tmp_path, capsys):
    """A row that was hidden is no edit: its warning is told at its place, and the signature is written."""
    survey = Path(__file__).parents[1] / "samples" / "quangbinh-2018" / "survey.xlsx"
    path = tmp_path / "kq.xlsx"
    assert run(["score", str(survey), "--rulebook", "quangbinh-2018", "-o", str(path)]) == 0
    book = load_workbook(path)
    sheet = next(each for each in book if each.title.startswith("Xếp hạng"))
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == 1)
    sheet.row_dimensions[row].hidden = True
    book.save(path)
    capsys.readouterr()
    assert run(["sign", str(path), "--key", str(keys[0]), "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert f"{sheet.title}!A{row} — warning SC219" in said.err
    assert said.out.strip() == f"{path}.sig"


def test_a_key_with_a_passphrase_is_refused_where_nobody_can_be_asked(result, tmp_path):
    """Without a terminal nothing waits for a passphrase; the reason is told without the question."""
    key = tmp_path / "khoa-co-mat-khau"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "matkhau", "-C", "", "-f", str(key)], check=True)
    with pytest.raises(FileRefused) as refused:
        sign(result, key)
    (found,) = refused.value.findings
    assert found.code == "SC221"
    assert "passphrase" in str(found.values["reason"])
    assert "Enter" not in str(found.values["reason"])


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals of this kind on Windows")
def test_a_job_with_a_terminal_in_reach_does_not_ask(result, tmp_path):
    """A script whose input is no terminal asks nothing, though one hangs on its session."""
    import fcntl
    import pty
    import termios

    key = tmp_path / "khoa-co-mat-khau"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "matkhau", "-C", "", "-f", str(key)], check=True)
    _, terminal = pty.openpty()
    command = [sys.executable, "-m", "ictscore", "sign", str(result), "--key", str(key)]
    surroundings = {**os.environ, "ICTSCORE_LANG": "en"}
    nothing, take = subprocess.DEVNULL, lambda: fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    done = subprocess.run(
        command, stdin=nothing, capture_output=True, timeout=50, check=False, start_new_session=True, preexec_fn=take, env=surroundings,
        pass_fds=(terminal,),
    )  # fmt: skip
    assert done.returncode == 2
    assert b"SC221" in done.stderr


def test_a_key_that_others_may_read_is_told_as_such(keys, result):
    """The reason is that of the permissions, not that there is no key."""
    if sys.platform != "win32":
        keys[0].chmod(0o644)
        with pytest.raises(FileRefused) as refused:
            sign(result, keys[0])
        assert "too open" in str(refused.value.findings[0].values["reason"])


def test_a_signature_of_other_results_is_none_of_these(keys, result, tmp_path):
    """Laid beside another file, a good signature is an error; taken away, or without the file of signers, nothing is believed."""
    signature = sign(result, keys[0])
    other = tmp_path / "khac.xlsx"
    other.write_bytes(b"z")
    signature.rename(tmp_path / "khac.xlsx.sig")
    assert check_signature(other, tmp_path / "khac.xlsx.sig", keys[1], "hoi-dong@tinh").code == "SC223"
    for missing in ((tmp_path / "het.sig", keys[1]), (tmp_path / "khac.xlsx.sig", tmp_path / "khong-co")):
        with pytest.raises(FileRefused) as refused:
            check_signature(other, *missing, "hoi-dong@tinh")
        assert [each.code for each in refused.value.findings] == ["IO101"]


def test_other_signers_are_not_believed(keys, result, tmp_path):
    """A file of signers with another key for the same name, or with none, does not make the signature good."""
    signature = sign(result, keys[0])
    wrong, empty = tmp_path / "khac", tmp_path / "trong"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(tmp_path / "k2")], check=True)
    wrong.write_text(f"hoi-dong@tinh {(tmp_path / 'k2.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    assert [check_signature(result, signature, each, "hoi-dong@tinh").code for each in (wrong, empty)] == ["SC223", "SC223"]
