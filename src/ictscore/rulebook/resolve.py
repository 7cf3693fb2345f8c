"""The consolidated text of a rulebook: one YAML file in which every value names the file, line and clause it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from ictscore.documents import MAX_SCALAR, Mapping, Node, Sequence, Text
from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.yaml_text import scalar_text
from ictscore.words import tr

MODELINE = "# yaml-language-server: $schema=../rulebook.schema.json"
_STEP = "  "


def consolidated_text(loaded: LoadedRulebook) -> str:
    """Return the rulebook with its amendments worked in; read again, it has the same hash."""
    return "\n".join([*_head(loaded), *_Writer(loaded.clauses).mapping(loaded.document, "")]) + "\n"


def _head(loaded: LoadedRulebook) -> Iterator[str]:
    yield MODELINE
    yield "# " + tr("Consolidated text of {id}: the regulation with its amendments worked in.", id=loaded.rulebook.id)
    yield "# " + tr("After every value: the file and line it comes from, and the amending clause where there is one.")
    yield "# " + tr("Hash: {hash}", hash=loaded.hash)
    for file in loaded.files:
        yield "# " + tr("From {file} (SHA-256 {sha256})", file=short_name(file.name), sha256=file.sha256)


def short_name(file: str) -> str:
    """Return a rulebook file's name with its folder, which is the same on every machine: ``binhthuan-2019/rulebook.yaml``."""
    return "/".join(PurePath(file).parts[-2:])


class _Writer:
    """Writes nodes in block style, each scalar with its origin."""

    def __init__(self, clauses: dict[Place, str]) -> None:
        self.clauses = clauses

    def mapping(self, node: Mapping, indent: str) -> Iterator[str]:
        for entry in node.entries:
            key = scalar_text(entry.key.text, quoted=entry.key.quoted)
            yield from self._after(f"{indent}{key}:", entry.value, indent)

    def sequence(self, node: Sequence, indent: str) -> Iterator[str]:
        for item in node.items:
            if isinstance(item, Mapping) and item.entries:
                first, *rest = self.mapping(item, indent + _STEP)
                yield f"{indent}- {first.removeprefix(indent + _STEP)}"
                yield from rest
            else:
                yield from self._after(f"{indent}-", item, indent)

    def _after(self, head: str, value: Node, indent: str) -> Iterator[str]:
        if isinstance(value, Text):
            yield from self._text(head, value, indent)
        elif isinstance(value, Mapping) and value.entries:
            yield head
            yield from self.mapping(value, indent + _STEP)
        elif isinstance(value, Sequence) and value.items:
            yield head
            yield from self.sequence(value, indent + _STEP)
        else:
            yield f"{head} {'{}' if isinstance(value, Mapping) else '[]'}{self._origin(value)}"

    def _text(self, head: str, value: Text, indent: str) -> Iterator[str]:
        if len(value.text) <= MAX_SCALAR:
            yield f"{head} {scalar_text(value.text, quoted=value.quoted)}{self._origin(value)}"
            return
        body = value.text.rstrip("\n")
        ends = len(value.text) - len(body)
        yield f"{head} |{len(_STEP)}{'-' if not ends else '' if ends == 1 else '+'}{self._origin(value)}"
        for line in [*body.split("\n"), *[""] * (ends - 1)]:
            yield f"{indent}{_STEP}{line}" if line else ""

    def _origin(self, value: Node) -> str:
        clause = " ".join(self.clauses.get(value.place, "").split())
        where = f"{short_name(value.place.file)}:{value.place.line}"
        return f"  # {where}, {clause}" if clause else f"  # {where}"
