"""The link for those in the room as a picture that a phone can read."""

from __future__ import annotations

import qrcode
from django.utils.safestring import SafeString, mark_safe
from qrcode.image.svg import SvgPathImage


def drawn(address: str) -> SafeString:
    """An SVG to put in the page: it holds nothing but digits of a path."""
    picture = qrcode.make(address, image_factory=SvgPathImage, box_size=12)
    return mark_safe(picture.to_string(encoding="unicode"))  # noqa: S308
