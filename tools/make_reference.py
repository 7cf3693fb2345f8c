"""The reference pages of the documentation and the JSON Schema, made from the code; ``--check`` only says whether they are current."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import click
from key_types import title_of, type_of_key
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from ictscore.cli import COMMANDS, group
from ictscore.codes import CODES
from ictscore.commands.rulebook import schema_text
from ictscore.expr.nodes import Expr
from ictscore.expr.text import expression_text
from ictscore.formulas.formula import Formula
from ictscore.formulas.kinds import KINDS
from ictscore.rulebook.meanings import meaning_of
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.schema import Amendment, description_of, manual_of
from ictscore.words import speak

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 100
MADE = "<!-- Made by tools/make_reference.py from the code; do not edit. -->"


def main() -> int:
    """Write the pages, or with ``--check`` return 1 and name those that are stale."""
    speak("en")
    stale = [path for path, make in PAGES.items() if _is_stale(ROOT / path, make())]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path} is stale: run tools/make_reference.py")
        return 1 if stale else 0
    for path in stale:
        (ROOT / path).write_text(PAGES[path](), encoding="utf-8", newline="\n")
        print(f"wrote {path}")
    return 0


def _is_stale(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text(encoding="utf-8") != text


def rulebook_reference() -> str:
    """Return the page of every part of a rulebook file with its keys."""
    lines = [
        "# Rulebook reference",
        "",
        MADE,
        "",
        "Every key of a rulebook file. How they work together is told in [The rulebook language](rulebook-language.md),",
        "the formula kinds have [a page of their own](formula-kinds.md). Keys in **bold** must be written.",
        "",
    ]
    for model in dict.fromkeys([*_models(Rulebook), *_models(Amendment)]):
        if not issubclass(model, Formula):
            lines += [f"## {title_of(model)}", "", description_of(model), "", *_table(model), ""]
    return "\n".join(lines)


def formula_kinds() -> str:
    """Return the page of every formula kind: its manual page and its parameters."""
    links = ", ".join(f"[`{name}`](#{name})" for name in KINDS)
    lines = ["# Formula kinds", "", MADE, "", f"How a criterion's points come about. The kinds: {links}.", ""]
    lines += ["Points inside a kind are `points` (absolute) or `share` (of the criterion's maximum).", ""]
    for name, kind in KINDS.items():
        lines += [f"## {name}", "", *_manual(kind), "", *_table(kind), ""]
        for inner in _models(kind):
            if not issubclass(inner, Formula):
                lines += [f"### {name}: {title_of(inner)}", "", description_of(inner), "", *_table(inner), ""]
    return "\n".join(lines)


def _manual(kind: type[Formula]) -> Iterator[str]:
    """Yield a manual page as Markdown: its headings bold, its indented examples fenced."""
    is_fenced = False
    for line in manual_of(kind).splitlines():
        is_example = line.startswith("    ")
        if line and is_example != is_fenced:
            if is_fenced:
                yield from ("```", "")
            else:
                yield from ("", "```yaml" if "formula" in line else "```text")
            is_fenced = is_example
        if line or not is_fenced:
            yield line[4:] if is_example else f"**{line}**" if line.startswith("In ") else line.replace("``", "`")
    if is_fenced:
        yield "```"


def _models(root: Any) -> Iterator[type[BaseModel]]:
    """Yield a model and those its keys lead to, each once, in reading order; formulas are not entered from outside."""
    seen: dict[type[BaseModel], None] = {}
    _collect(root, seen, isinstance(root, type) and issubclass(root, Formula))
    if isinstance(root, type) and issubclass(root, Formula):
        seen.pop(root)
    yield from seen


def _collect(annotation: Any, seen: dict[type[BaseModel], None], enter_formula: bool) -> None:  # noqa: FBT001 - recursion
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation in seen or (issubclass(annotation, Formula) and not enter_formula):
            return
        seen[annotation] = None
        for info in annotation.model_fields.values():
            _collect(info.annotation, seen, enter_formula=False)
        return
    for inner in get_args(annotation):
        _collect(inner, seen, enter_formula=False)


def _table(model: type[BaseModel]) -> Iterator[str]:
    yield "| key | type | default | meaning |"
    yield "|---|---|---|---|"
    for name, info in model.model_fields.items():
        key = info.alias or name
        shown = f"**`{key}`**" if info.is_required() else f"`{key}`"
        yield f"| {shown} | {type_of_key(info.annotation, info.metadata)} | {_default(info)} | {meaning_of(model.__name__, key)} |"


def _default(info: FieldInfo) -> str:
    value = info.default
    if info.is_required() or value is None or value is PydanticUndefined or value in ((), {}) or isinstance(value, BaseModel):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{expression_text(value) if isinstance(value, Expr) else value}`"


def cli_reference() -> str:
    """Return the page of every command's help."""
    lines = ["# Command-line reference", "", MADE, ""]
    context = click.Context(group, info_name="ictscore", max_content_width=WIDTH, terminal_width=WIDTH)
    lines += ["## ictscore", "", "```text", group.get_help(context).rstrip(), "```", ""]
    for name in COMMANDS:
        found = group.get_command(context, name)
        assert found is not None
        lines += _help(found, context, name)
    return "\n".join(lines)


def _help(command: click.Command, parent: click.Context, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent, max_content_width=WIDTH, terminal_width=WIDTH)
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    yield from (f"## {context.command_path}", "", "```text", text, "```", "")
    if isinstance(command, click.Group):
        for inner, each in command.commands.items():
            yield from _help(each, context, inner)


def finding_codes() -> str:
    """Return the page of every code with its severity, message and advice."""
    lines = ["# Finding codes", "", MADE, "", "Codes are stable. An error stops official results; a warning asks you to look; a note", ""]
    lines[-2] += " records how something was understood. Words in braces are replaced by what was found."
    families = dict.fromkeys(code[:2] for code in CODES)
    for family in families:
        lines += [f"## {family} — {_FAMILIES.get(family, '')}", "", "| code | severity | message | what to do |", "|---|---|---|---|"]
        for code, wording in CODES.items():
            if code.startswith(family):
                lines.append(f"| {code} | {wording.severity} | {_cell(wording.message)} | {_cell(wording.advice)} |")
        lines.append("")
    return "\n".join(lines)


_FAMILIES = {
    "RB": "rulebooks",
    "SV": "surveys",
    "UN": "units",
    "SC": "scoring",
    "CS": "worked cases",
    "BA": "batch jobs",
    "IO": "files",
}


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("{{", "{").replace("}}", "}").replace("<", "&lt;")


PAGES: dict[str, Callable[[], str]] = {
    "docs/rulebook-reference.md": rulebook_reference,
    "docs/formula-kinds.md": formula_kinds,
    "docs/cli-reference.md": cli_reference,
    "docs/finding-codes.md": finding_codes,
    "rulebooks/rulebook.schema.json": schema_text,
}

if __name__ == "__main__":
    sys.exit(main())
