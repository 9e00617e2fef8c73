"""References in a page: a browser may break a line after any hyphen, but a reference is one word."""

from __future__ import annotations

import re

from django.utils.safestring import SafeString, mark_safe

from waymark.foundation.kernel.references import ALPHABET, LETTERS

REFERENCE = rf"\b(?:{'|'.join(sorted(LETTERS))})-[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}\b"
# What holds only text, what is drawn so already, and tags themselves are passed over.
_PARTS = re.compile(
    r"<(textarea|select|script|svg)\b.*?</\1>|<[^<>]*\bwaymark-reference\b[^<>]*>[^<]*|<[^<>]*>"
    rf"|(?P<reference>{REFERENCE})",
    re.DOTALL,
)
_LIKELY = re.compile(REFERENCE)


def unbroken(html: str) -> SafeString:
    """The same HTML with a span around each reference in its text. Attributes and fields stay as they are."""
    return mark_safe(_PARTS.sub(_wrapped, html) if _LIKELY.search(html) else html)  # noqa: S308  (nothing is added that was typed)


def _wrapped(part: re.Match[str]) -> str:
    found = part["reference"]
    return f'<span class="waymark-reference">{found}</span>' if found else part[0]
