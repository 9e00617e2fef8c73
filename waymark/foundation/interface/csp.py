"""The content security policy, in one place: `csp.policy(...)` in the settings."""

from __future__ import annotations

from typing import Any

from csp.constants import NONE, SELF


def policy(sign_in_origins: tuple[str, ...] = ()) -> dict[str, Any]:
    """Nothing from elsewhere, nothing inline.

    `sign_in_origins` are the origins of identity providers, such as `https://login.example.org`: browsers hold
    `form-action` against the redirect that follows a form as well, and drop it without a word.
    """
    return {
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF],
            "style-src": [SELF],
            "img-src": [SELF, "data:"],
            "font-src": [SELF],
            "connect-src": [SELF],
            "manifest-src": [SELF],
            "form-action": [SELF, *sign_in_origins],
            "frame-ancestors": [NONE],
            "base-uri": [NONE],
            "object-src": [NONE],
        }
    }


def origins(listed: str) -> tuple[str, ...]:
    """The origins in a comma-separated setting, without paths."""
    found = (one.strip() for one in listed.split(","))
    return tuple("/".join(one.split("/")[:3]) for one in found if one.startswith(("https://", "http://")))
