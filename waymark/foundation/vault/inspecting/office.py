"""Word and Excel files: a zip of XML. Read part by part, each with a limit; written anew with the parts that are known.

Refused: macros, controls, embedded objects, links to files elsewhere, data fetched when it opens, entities in XML,
names that lead out of the folder, bombs, and a second file before or behind the zip.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from lxml import etree

from . import Unacceptable, pictures

MOST_PARTS = 2000
MOST_UNPACKED = 150_000_000
# How much smaller a part may be packed than unpacked, from a size on that matters.
MOST_RATIO, RATIO_FROM = 200, 1_000_000
KNOWN = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core|custom)\.xml|docProps/thumbnail\.(jpeg|png|emf|wmf)"
    r"|customXml/(_rels/)?[A-Za-z0-9]+\.xml(\.rels)?"
    r"|(word|xl)/([A-Za-z]+/)*(_rels/)?[A-Za-z0-9]+\.xml(\.rels)?"
    r"|(word|xl)/media/[A-Za-z0-9_]+\.(png|jpe?g|gif|emf|wmf)"
    r"|xl/printerSettings/printerSettings\d+\.bin"
)
DANGEROUS = re.compile(
    r"vba|activex|embeddings?/|oleobject|macro|ctrlProps|externalLinks|webExtension|\.bin$", re.I
)
PRINTER = re.compile(r"xl/printerSettings/")
ACTIVE_TYPES = re.compile(rb"macroEnabled|vbaProject|activeX|oleObject|ms-package|externalLink", re.I)
# The one thing that may point out of the file: an address that a reader can choose to follow.
HYPERLINK = "/hyperlink"
LINKS = ("http://", "https://", "mailto:", "tel:", "#")
FETCHING = re.compile(r"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD|MACROBUTTON)\b")
EMPTY = {
    "docProps/core.xml": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>',
    "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>',
    "docProps/custom.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'custom-properties"/>',
}


def word(content: bytes) -> bytes:
    return _anew(content, "word/document.xml", b"wordprocessingml.document.main+xml")


def sheet(content: bytes) -> bytes:
    return _anew(content, "xl/workbook.xml", b"spreadsheetml.sheet.main+xml")


def _anew(content: bytes, main: str, kind: bytes) -> bytes:
    parts = _parts(content)
    types = parts.get("[Content_Types].xml", b"")
    if main not in parts or kind not in types:
        raise Unacceptable("another-kind")
    if ACTIVE_TYPES.search(types):
        raise Unacceptable("active")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name, part in parts.items():
            # Without a date of its own: when somebody worked on it is nobody’s business here.
            written.writestr(zipfile.ZipInfo(name), _part(name, part), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parts(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            _nothing_around(content, packed, entries)
            if len(entries) > MOST_PARTS:
                raise Unacceptable("bomb")
            names = [entry.filename.lower() for entry in entries]
            if len(set(names)) != len(names):
                raise Unacceptable("damaged")
            parts, total = {}, 0
            for entry in entries:
                _name(entry)
                part = _unpacked(packed, entry, MOST_UNPACKED - total)
                total += len(part)
                if not entry.is_dir():
                    parts[entry.filename] = part
            return parts
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as problem:
        raise Unacceptable("damaged") from problem


def _nothing_around(content: bytes, packed: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """The zip begins at the first byte and ends at the last: nothing else hides in the file."""
    if not entries or min(entry.header_offset for entry in entries) != 0 or packed.comment:
        raise Unacceptable("two-files")
    if content.rfind(b"PK\x05\x06") + 22 != len(content):
        raise Unacceptable("two-files")


def _name(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if entry.flag_bits & 0x1:
        raise Unacceptable("password")
    if (
        stat.S_ISLNK(entry.external_attr >> 16)
        or name.startswith("/")
        or "\\" in name
        or ".." in name.split("/")
    ):
        raise Unacceptable("leads-out")
    if entry.is_dir():
        return
    if DANGEROUS.search(name) and not PRINTER.match(name):
        raise Unacceptable("active" if re.search("vba|activex|macro|ctrl", name, re.I) else "carries")
    if not KNOWN.fullmatch(name):
        raise Unacceptable("carries")


def _unpacked(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """Unpacks by what comes out, not by what the zip says will."""
    most = min(left, max(RATIO_FROM, entry.compress_size * MOST_RATIO))
    with packed.open(entry) as source:
        part = source.read(most + 1)
    if len(part) > most or entry.file_size > most:
        raise Unacceptable("bomb")
    return part


def _part(name: str, part: bytes) -> bytes:
    if name in EMPTY:
        return EMPTY[name]
    cleaner = PICTURES.get(name.rpartition(".")[2].lower())
    if cleaner is not None and "/media/" in name:
        return cleaner(part)
    if name.startswith("docProps/thumbnail"):
        return b""
    if name.endswith((".xml", ".rels")):
        root = _xml(part)
        if name.endswith(".rels"):
            _relations(root)
        else:
            _fields(root)
    return part


PICTURES: dict[str, Callable[[bytes], bytes]] = {
    "png": pictures.png,
    "jpg": pictures.jpeg,
    "jpeg": pictures.jpeg,
}


def _xml(part: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as problem:
        raise Unacceptable("damaged") from problem
    if root.getroottree().docinfo.doctype:
        raise Unacceptable("active")
    return root


def _relations(root: Any) -> None:
    for relation in root:
        if not isinstance(relation.tag, str):
            continue
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if relation.get("TargetMode", "").lower() == "external":
            if not kind.endswith(HYPERLINK) or not target.lower().startswith(LINKS):
                raise Unacceptable("fetches")
        elif "://" in target or target.startswith("\\\\"):
            raise Unacceptable("fetches")
        if re.search(r"vbaProject|oleObject|/control|/package$|attachedTemplate|subDocument|aFChunk", kind):
            raise Unacceptable("carries")


def _fields(root: Any) -> None:
    """Fields of Word that fetch or start something, though split over several runs; formulas of Excel that do."""
    said = "".join(
        (node.text or "") if str(node.tag).endswith("}instrText") else f" {node.get(_instr(node.tag), '')} "
        for node in root.iter()
        if isinstance(node.tag, str) and node.tag.endswith(("}instrText", "}fldSimple", "}p"))
    )
    if FETCHING.search(said.upper()):
        raise Unacceptable("fetches")
    for node in root.iter():
        if isinstance(node.tag, str) and node.tag.endswith(
            ("}oleLink", "}ddeLink", "}OLEObject", "}control", "}object")
        ):
            raise Unacceptable("carries")


def _instr(tag: str) -> str:
    return f"{tag.partition('}')[0]}}}instr"
