"""Extract every text people read, merge it into the catalogues, and compile them; ``--check`` only says whether they are current."""

from __future__ import annotations

import ast
import struct
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from ictscore.commands.spoken_help import AS_WRITTEN, paragraphs
from ictscore.commands.words_of_click import PLURALS

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "ictscore"
LOCALE = SOURCE / "locale"
KEYWORDS = {"tr": 1, "phrase": 1, "N_": 1, "fault": 1, "error": 2, "warning": 2, "note": 2}
"""Which functions take texts, and how many of their first arguments are texts."""


def extracted() -> Catalog:
    """Return the catalogue of all texts in the source."""
    catalogue = Catalog(project="ictscore", charset="utf-8")
    for path in sorted(SOURCE.rglob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        for text in (*texts_in(module), *help_in(module)):
            catalogue.add(text, locations=[(path.relative_to(ROOT).as_posix(), 0)])
    return catalogue


def texts_in(module: ast.Module) -> Iterator[str]:
    """Yield the texts of a module: written in a call (inside an f-string too), or in a constant of the module that a call names."""
    constants = {
        each.targets[0].id: each.value for each in module.body if isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for argument in node.args[: KEYWORDS.get(node.func.id, 0)]:
                written = constants.get(argument.id) if isinstance(argument, ast.Name) else argument
                if isinstance(written, ast.Constant) and isinstance(written.value, str) and written.value:
                    yield written.value


def help_in(module: ast.Module) -> Iterator[str]:
    """Yield what the help of a module's commands says: their docstrings by paragraph, help and metavars of options and arguments."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef) and any(_called(each) in {"command", "group"} for each in node.decorator_list):
            yield from (each for each in paragraphs(ast.get_docstring(node) or "") if each and not each.startswith(AS_WRITTEN))
        elif _called(node) in {"option", "argument"}:
            assert isinstance(node, ast.Call)
            for each in node.keywords:
                if each.arg in {"help", "metavar"} and isinstance(each.value, ast.Constant) and isinstance(each.value.value, str):
                    yield each.value.value


def _called(node: ast.AST) -> str:
    """Return the name behind the dot in a call such as ``click.option(…)``."""
    return node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""


def merged(language: str, template: Catalog) -> Catalog:
    """Return the catalogue of a language with today's texts: new ones untranslated, gone ones left out."""
    path = po_path(language)
    old = read_po(BytesIO(path.read_bytes()), locale=language) if path.is_file() else Catalog(locale=language)
    new = Catalog(locale=language, project="ictscore", charset="utf-8", fuzzy=False)
    for message in sorted((each for each in template if each.id), key=lambda each: str(each.id)):
        known = old.get(message.id)
        text = str(message.id) if language == "en" else (known.string if known is not None else "")
        new.add(message.id, text, locations=sorted(set(message.locations)))
    return new


def po_path(language: str) -> Path:
    """Return where the texts of a language stand."""
    return LOCALE / language / "LC_MESSAGES" / "ictscore.po"


def po_bytes(catalogue: Catalog) -> bytes:
    """Return a catalogue as it is committed: sorted, without dates or line numbers."""
    out = BytesIO()
    write_po(out, catalogue, omit_header=True, include_lineno=False, width=120)
    header = f'msgid ""\nmsgstr ""\n"Language: {catalogue.locale}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return header.encode() + out.getvalue().lstrip(b"\n")


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return the compiled catalogue (GNU .mo), without the dates and versions a library would put into its header."""
    texts = {"": f"Language: {catalogue.locale}\nContent-Type: text/plain; charset=utf-8\n"}
    texts |= {str(each.id): str(each.string) for each in catalogue if each.id and each.string}
    texts |= {f"{one}\0{many}": f"{texts[one]}\0{texts[many]}" for one, many in PLURALS if one in texts and many in texts}
    pairs = sorted((key.encode(), text.encode()) for key, text in texts.items())
    start = 7 * 4 + 16 * len(pairs)
    tables, strings = [b"", b""], b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += struct.pack("<II", len(pair[side]), start + len(strings))
            strings += pair[side] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return head + b"".join(tables) + strings


def main() -> int:
    """Write the catalogues, or with ``--check`` compare them; untranslated texts are listed."""
    check = "--check" in sys.argv
    template, stale, untranslated = extracted(), [], []
    for language in ("en", "vi"):
        catalogue = merged(language, template)
        untranslated += [str(each.id) for each in catalogue if each.id and not each.string]
        clean = read_po(BytesIO(po_bytes(catalogue)), locale=language)
        for path, data in ((po_path(language), po_bytes(catalogue)), (po_path(language).with_suffix(".mo"), mo_bytes(clean))):
            if path.is_file() and path.read_bytes() == data:
                continue
            stale.append(path.relative_to(ROOT).as_posix())
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
    for text in untranslated:
        print(f"not translated: {text}")
    for name in stale if check else ():
        print(f"not current: {name} (run make messages)")
    return 1 if check and (stale or untranslated) else 0


if __name__ == "__main__":
    sys.exit(main())
