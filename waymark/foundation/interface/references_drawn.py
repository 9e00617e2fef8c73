"""References in a page: a browser may break a line after any hyphen, but a reference is one word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from django.utils.safestring import SafeString, mark_safe

from waymark.foundation.kernel.references import ALPHABET, LETTERS

_ANY_LETTERS = "|".join(sorted(LETTERS))
# What stands before the letters is looked at afterwards: so the search passes over all other text at once.
_REFERENCE = re.compile(rf"(?:{_ANY_LETTERS})-[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}\b")
# What holds only text, or text that is placed by hand.
_FIXED = re.compile(r"<(textarea|select|script|svg)\b.*?</\1>", re.DOTALL)
_DRAWN = "waymark-reference"


def unbroken(html: str) -> SafeString:
    """The same HTML with a span around each reference in its text.

    It looks at what stands before each reference, and not at every tag: each page goes through it.
    """
    spans = (found.span() for found in _REFERENCE.finditer(html))
    return drawn(html, spans, _DRAWN, lambda reference: reference)


def drawn(html: str, spans: Iterable[tuple[int, int]], name: str, draw: Callable[[str], str]) -> SafeString:
    """The same HTML with what stands at `spans` (in their order) in a span of the class `name`, as `draw` writes it.

    Only what is text of the page: attributes and fields stay as they are.
    """
    fixed: list[tuple[int, int]] | None = None
    pieces, done = [], 0
    for begins, ends in spans:
        if not _in_text(html, begins, name):
            continue
        if fixed is None:
            fixed = [part.span() for part in _FIXED.finditer(html)]
        if not any(first < begins < last for first, last in fixed):
            pieces += [html[done:begins], f'<span class="{name}">{draw(html[begins:ends])}</span>']
            done = ends
    return mark_safe("".join(pieces) + html[done:])  # noqa: S308  (nothing is added that was typed)


def _in_text(html: str, at: int, name: str) -> bool:
    """Not the end of a longer word, nor within a tag, nor just behind one that holds it together already.

    Values are escaped, so that no < or > stands in them.
    """
    if html[at - 1 : at].isalnum():
        return False
    closes = html.rfind(">", 0, at)
    if html.rfind("<", 0, at) > closes:
        return False
    return closes < 0 or name not in html[html.rfind("<", 0, closes) : closes]
