"""A rulebook file, its amendments applied and all its checks run, becomes a loaded rulebook or a list of findings."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from ictscore.documents import Mapping, Node, Text, excerpt_at, parse_document
from ictscore.errors import FileRefused, RulebookRefused
from ictscore.findings import Finding, errors_among, finding
from ictscore.formulas.fields import is_rulebook_id
from ictscore.places import Place
from ictscore.rulebook.amend import amend
from ictscore.rulebook.checks import check_rulebook
from ictscore.rulebook.draft import Draft
from ictscore.rulebook.mending import mend
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.nodes import as_plain
from ictscore.rulebook.shipped import find_rulebook, reference_to, shipped_folder, shipped_ids, shown_name
from ictscore.rulebook.typed import misfits_of, read_model
from ictscore.system_reasons import system_reason

MAX_AMENDMENTS = 8
MAX_MENDINGS = 4
_NOWHERE = frozenset({"RB601", "RB602"})
"""The codes of a reference that leads to no rulebook."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that took part: its name, its text, and the hash of its bytes."""

    name: str
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class LoadedRulebook:
    """A rulebook ready for use.

    ``document`` is the consolidated text with the place of every leaf; ``hash`` is the SHA-256 of its canonical form; ``clauses``
    says which clause of an amendment a changed place comes from.
    """

    rulebook: Rulebook
    document: Mapping
    hash: str
    files: tuple[SourceFile, ...]
    clauses: dict[Place, str]
    path: Path
    findings: tuple[Finding, ...] = ()

    @property
    def reference(self) -> str:
        """Return what means this rulebook on a command line: its id where it came with ictscore, else its path."""
        return reference_to(self.path, self.rulebook.id)


def load_recorded(identifier: str, file: str, option: str = "--rulebook", digest: str = "") -> LoadedRulebook:
    """Return the rulebook that ``file`` names by its id, with the hash ``digest``, if one there is has it: the hash says which is meant.

    Raises RulebookRefused where nobody knows where it is, naming the file and the ``option`` that says it.
    """
    nowhere = RulebookRefused(finding("RB609", Place(file), id=identifier, option=option))
    if not is_rulebook_id(identifier):
        raise nowhere
    try:
        paths = [find_rulebook(identifier)]
    except RulebookRefused as refusal:
        if any(each.code in _NOWHERE for each in refusal.findings):
            raise nowhere from None
        raise
    if identifier in shipped_ids():
        paths.append(shipped_folder("rulebooks") / identifier / "rulebook.yaml")
    found = next((loaded for path in dict.fromkeys(paths) if (loaded := _sound(path)) is not None and loaded.hash == digest), None)
    return found if found is not None else _load(paths[0])


def _sound(path: Path) -> LoadedRulebook | None:
    loaded, findings = examine(path)
    return None if errors_among(findings) else loaded


def load_rulebook(reference: str) -> LoadedRulebook:
    """Return the rulebook that ``reference`` (an id or a path) means. Raises RulebookRefused with all its errors."""
    return _load(find_rulebook(reference))


def _load(path: Path) -> LoadedRulebook:
    loaded, findings = examine(path)
    if loaded is None or errors_among(findings):
        raise RulebookRefused(*findings)
    return loaded


def examine(path: Path) -> tuple[LoadedRulebook | None, tuple[Finding, ...]]:
    """Return the rulebook in ``path`` as far as it can be read, with everything found in it."""
    try:
        consolidated = _consolidate(path, ())
    except RulebookRefused as refused:
        return None, tuple(refused.findings)
    rulebook, misfits = read_model(Rulebook, consolidated.document)
    findings = [*consolidated.findings, *misfits]
    findings += check_rulebook(Draft(rulebook, consolidated.document)) if rulebook is not None else _found_beyond(consolidated.document)
    texts = {file.name: file.text for file in consolidated.files}
    excerpted = tuple(_with_excerpt(each, texts) for each in sorted(findings, key=lambda each: each.place))
    if rulebook is None:
        return None, excerpted
    digest = canonical_hash(consolidated.document)
    return LoadedRulebook(rulebook, consolidated.document, digest, consolidated.files, consolidated.clauses, path, excerpted), excerpted


def _found_beyond(document: Mapping) -> list[Finding]:
    """Return what the checks find in a document that does not fit, so that one slip hides no other; its misfits are told elsewhere."""
    echoes: frozenset[str] = frozenset()
    for _ in range(MAX_MENDINGS):
        rulebook, _misfits = read_model(Rulebook, document)
        if rulebook is not None:
            found = check_rulebook(Draft(rulebook, document))
            return [each for each in found if not {each.code, f"{each.code} {each.values.get('what')}"} & echoes]
        mended = mend(document, misfits_of(Rulebook, document))
        if mended is None:
            return []
        document, echoes = mended.document, echoes | mended.echoes
    return []


def canonical_hash(document: Node) -> str:
    """Return the SHA-256 of a document's canonical form, in which comments, quoting and line ends do not count."""
    text = json.dumps(as_plain(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Consolidated:
    document: Mapping
    files: tuple[SourceFile, ...]
    clauses: dict[Place, str]
    findings: tuple[Finding, ...]


def _consolidate(path: Path, above: tuple[Path, ...]) -> _Consolidated:
    if path.resolve() in above or len(above) > MAX_AMENDMENTS:
        cycle = " → ".join(each.parent.name for each in (*above, path.resolve()))
        raise RulebookRefused(finding("RB507", Place(str(path)), cycle=cycle))
    file, document, findings = _read(path)
    amends = document.get("amends")
    if not isinstance(amends, Text):
        return _Consolidated(document, (file,), {}, findings)
    try:
        base_path = _base_of(amends.text, path)
    except RulebookRefused:
        excerpt = excerpt_at(file.text, amends.place)
        raise RulebookRefused(finding("RB506", amends.place, excerpt=excerpt, read=amends.text)) from None
    base = _consolidate(base_path, (*above, path.resolve()))
    amended = amend(base.document, document)
    clauses = base.clauses | amended.clauses
    return _Consolidated(amended.document, (file, *base.files), clauses, (*findings, *base.findings, *amended.findings))


def _base_of(identifier: str, path: Path) -> Path:
    """Return the file of the rulebook that ``path`` amends: an id, never a way out of the folder."""
    if not is_rulebook_id(identifier):
        raise RulebookRefused
    return find_rulebook(identifier, beside=path)


def _read(path: Path) -> tuple[SourceFile, Mapping, tuple[Finding, ...]]:
    name = shown_name(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileRefused(finding("IO103", Place(name), reason=system_reason(error))) from None
    document, findings = parse_document(data, name)
    if not isinstance(document, Mapping):
        raise RulebookRefused(finding("RB006", document.place))
    return SourceFile(name, unicodedata.normalize("NFC", data.decode("utf-8-sig")), hashlib.sha256(data).hexdigest()), document, findings


def _with_excerpt(found: Finding, texts: dict[str, str]) -> Finding:
    if found.excerpt or found.place.file not in texts:
        return found
    return replace(found, excerpt=excerpt_at(texts[found.place.file], found.place))
