"""Email addresses in a page: where a line is too short for one, it breaks after the @ or a dot, not within a word."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from django.utils.safestring import SafeString

from .references_drawn import drawn

# It begins with what no other text holds: so the search passes over all of it at once.
_SITE = re.compile(r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_BEFORE_IT = frozenset(string.ascii_letters + string.digits + "._%+-")


def breaking(html: str) -> SafeString:
    """The same HTML with a place to break after each @ and each dot of an address in its text. What is copied from the
    page is the address alone."""
    return drawn(html, _addresses(html), "waymark-address", _with_breaks)


def _addresses(html: str) -> Iterator[tuple[int, int]]:
    for site in _SITE.finditer(html):
        begins = site.start()
        while begins and html[begins - 1] in _BEFORE_IT:
            begins -= 1
        if begins < site.start():
            yield begins, site.end()


def _with_breaks(address: str) -> str:
    return address.replace("@", "@<wbr>").replace(".", ".<wbr>")
