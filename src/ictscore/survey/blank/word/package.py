"""The parts of a Word document around its text, and the file they make: the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ictscore.safe_write import MAKER
from ictscore.survey.blank.word.markup import MAIN
from ictscore.survey.blank.word.styles import styles_part
from ictscore.survey.blank.writing import made_at

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = "application/vnd.openxmlformats-officedocument"
_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_TYPES = {
    "/word/document.xml": f"{_KINDS}.wordprocessingml.document.main+xml",
    "/word/styles.xml": f"{_KINDS}.wordprocessingml.styles+xml",
    "/word/settings.xml": f"{_KINDS}.wordprocessingml.settings+xml",
    "/word/footer1.xml": f"{_KINDS}.wordprocessingml.footer+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/custom.xml": f"{_KINDS}.custom-properties+xml",
}
_SETTINGS = (
    f'<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    "<w:compat>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)


def document_bytes(body: str, footer: str, title: str, subject: str, properties: Mapping[str, str], language: str) -> bytes:  # noqa: PLR0913, PLR0917
    """Return the file of a document with this body and footer; ``properties`` are the custom ones."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_RELATED}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_RELATED}/custom-properties", "docProps/custom.xml"),
        ),
        "docProps/core.xml": _core(title, subject, language),
        "docProps/custom.xml": _custom(properties),
        "word/document.xml": f'<w:document xmlns:w="{MAIN}" xmlns:r="{_RELATED}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relationships(
            (f"{_RELATED}/styles", "styles.xml"), (f"{_RELATED}/settings", "settings.xml"), (f"{_RELATED}/footer", "footer1.xml")
        ),
        "word/styles.xml": styles_part(language),
        "word/settings.xml": _SETTINGS,
        "word/footer1.xml": f'<w:ftr xmlns:w="{MAIN}">{footer}</w:ftr>',
    }
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, (_HEAD + text).encode())
    return stream.getvalue()


def _content_types() -> str:
    whole = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items())
    usual = f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{_XML}'
    return f'<Types xmlns="{_PACKAGE}/content-types">{usual}{whole}</Types>'


_XML = '<Default Extension="xml" ContentType="application/xml"/>'


def _relationships(*targets: tuple[str, str]) -> str:
    each = "".join(f'<Relationship Id="rId{number}" Type="{kind}" Target="{to}"/>' for number, (kind, to) in enumerate(targets, 1))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _core(title: str, subject: str, language: str) -> str:
    spaces = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    made = made_at().strftime("%Y-%m-%dT%H:%M:%SZ")
    dates = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{made}</dcterms:{name}>' for name in ("created", "modified"))
    named = f"<dc:title>{escape(title)}</dc:title><dc:subject>{escape(subject)}</dc:subject><dc:creator>{MAKER}</dc:creator>"
    by = f"<cp:lastModifiedBy>{MAKER}</cp:lastModifiedBy>"
    return f"<cp:coreProperties {spaces}>{named}{by}{dates}<dc:language>{language}</dc:language></cp:coreProperties>"


def _custom(properties: Mapping[str, str]) -> str:
    kept = "".join(
        f'<property fmtid="{_CUSTOM}" pid="{number}" name={quoteattr(name)}><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(properties.items(), 2)
    )
    spaces = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
    return f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" {spaces}>{kept}</Properties>'
