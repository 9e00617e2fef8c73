"""A document on its way to whoever may have it: opened as it is read, as a file to keep and never as a page."""

from __future__ import annotations

import itertools
from collections.abc import Generator

from django.http import HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.kernel.sealing import Tampered

from . import chunks, store, taking
from .actions.adding import about, key_of
from .models import Document

NOT_THERE = _("This document cannot be read: its file is missing or was changed. Tell your administrator.")
# Should a browser show it in spite of everything, it can run nothing and reach nothing.
SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


def served(document: Document) -> HttpResponseBase:
    """The response. NotNow when the content was erased, is missing, or is not what was stored."""
    secret = key_of(document)
    try:
        pieces = _pieces(document, secret)
        first = next(pieces)  # known to be right before anything is promised
    except (OSError, Tampered) as problem:
        raise NotNow(NOT_THERE) from problem
    response = StreamingHttpResponse(
        itertools.chain([first], pieces), content_type=taking.TYPES[document.kind]
    )
    response._resource_closers.append(pieces.close)  # type: ignore[attr-defined]
    response.headers["Content-Length"] = str(document.size)
    # Not the name it was added under: a name in a downloads folder tells others who it is about.
    response.headers["Content-Disposition"] = (
        f'attachment; filename="document-{document.pk.hex[:8]}.{document.kind}"'
    )
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _pieces(document: Document, secret: bytes) -> Generator[bytes, None, None]:
    with store.place_of(document.stored_as).open("rb") as source:
        yield from chunks.unseal(secret, source, about(document))
