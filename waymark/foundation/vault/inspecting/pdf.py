"""PDF: every object is looked at; whatever acts, carries another file or fetches one is refused; then it is written
anew, without its properties. What stood before, between or behind the objects is gone with that.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from . import Unacceptable

# Keys that only stand where something acts or is carried.
ACTIVE = frozenset(
    {"/JS", "/JavaScript", "/AA", "/XFA", "/RichMediaContent", "/RichMediaSettings", "/Launch"}
)
CARRIES = frozenset({"/EmbeddedFiles", "/EmbeddedFile", "/EF", "/AF", "/Collection"})
ACTIONS = frozenset(
    {
        "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Movie", "/Sound",
        "/RichMediaExecute", "/GoTo3DView", "/SetOCGState", "/Trans", "/Hide", "/ResetForm", "/Thread",
    }
)  # fmt: skip
SUBTYPES = frozenset({"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"})
MOST_OBJECTS = 200_000
MOST_PAGES = 2000
LINKS = ("http://", "https://", "mailto:", "tel:")


def clean(content: bytes) -> bytes:
    try:
        with pikepdf.open(io.BytesIO(content), attempt_recovery=False, suppress_warnings=True) as document:
            if document.is_encrypted:
                raise Unacceptable("password")
            if len(document.objects) > MOST_OBJECTS or len(document.pages) > MOST_PAGES:
                raise Unacceptable("too-much")
            for held in document.objects:
                _see(held)
            _strip(document)
            out = io.BytesIO()
            document.save(out, static_id=False, linearize=False, preserve_pdfa=False)
            return out.getvalue()
    except pikepdf.PasswordError as problem:
        raise Unacceptable("password") from problem
    except (pikepdf.PdfError, RecursionError, ValueError, TypeError, KeyError) as problem:
        raise Unacceptable("damaged") from problem


def _see(held: Any) -> None:
    for found in _dictionaries(held):
        keys = set(found.keys())
        if keys & ACTIVE:
            raise Unacceptable("active")
        if keys & CARRIES:
            raise Unacceptable("carries")
        if str(found.get("/S", "")) in ACTIONS:
            raise Unacceptable("active")
        if str(found.get("/Subtype", "")) in SUBTYPES or str(found.get("/Type", "")) == "/EmbeddedFile":
            raise Unacceptable("carries")
        if "/F" in keys and isinstance(found, pikepdf.Stream):
            raise Unacceptable("fetches")  # a stream whose content lies in another file
        address = found.get("/URI")
        if isinstance(address, pikepdf.String) and not str(address).strip().lower().startswith(LINKS):
            raise Unacceptable("fetches")


def _dictionaries(held: Any) -> Iterator[Any]:
    """An object and what is written inside it. (What it points to is an object of its own in the list.)"""
    waiting, seen = [held], 0
    while waiting:
        one = waiting.pop()
        seen += 1
        if seen > MOST_OBJECTS:
            raise Unacceptable("too-much")
        if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            yield one
            within = one.stream_dict if isinstance(one, pikepdf.Stream) else one
            waiting += [value for value in within.values() if _inside(value)]
        elif isinstance(one, pikepdf.Array):
            waiting += [value for value in one if _inside(value)]


def _inside(value: Any) -> bool:
    kinds = (pikepdf.Dictionary, pikepdf.Array, pikepdf.Stream)
    return isinstance(value, kinds) and not value.is_indirect


def _strip(document: pikepdf.Pdf) -> None:
    """What a PDF tells of whoever made it."""
    if "/Info" in document.trailer:
        del document.trailer["/Info"]
    for name in ("/Metadata", "/PieceInfo", "/OpenAction"):
        if name in document.Root:
            del document.Root[name]
    for page in document.pages:
        for name in ("/Metadata", "/PieceInfo", "/LastModified"):
            if name in page.obj:
                del page.obj[name]
    document.remove_unreferenced_resources()
