"""The council’s colour as a style sheet of its own: the policy allows no inline style."""

from __future__ import annotations

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from waymark.foundation.interface.doors import open_to_all

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
OWN_COLOUR = "#12436d"


def colour() -> str:
    """The colour of the settings, or ours when it is not written as `#rrggbb` or white text cannot be read on it."""
    set_colour = str(getattr(settings, "WAYMARK_BRAND", {}).get("colour", ""))
    return (
        set_colour if COLOUR.fullmatch(set_colour) and contrast_with_white(set_colour) >= 4.5 else OWN_COLOUR
    )


def contrast_with_white(shade: str) -> float:
    """The contrast of white text on `#rrggbb`, by WCAG’s formula: 1 to 21."""
    channels = [int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


@open_to_all("A style sheet with the council’s colour; says nothing about anybody.")
def stylesheet(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(
        f":root{{--govuk-brand-colour:{colour()}}}\n", content_type="text/css; charset=utf-8"
    )
    response.headers["Cache-Control"] = "public, max-age=3600"
    response.kept_by_browsers = True  # type: ignore[attr-defined]
    return response
