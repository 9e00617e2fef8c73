"""The address of a named page, worked out once."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse

# Of a page, an address and a form: which of the authorities that its reader works for it is about.
FOR_AUTHORITY = "for_authority"

# Of a page, an address and a form: which of the authorities that its reader works for it is about.
FOR_AUTHORITY = "for_authority"


def address(name: str, *args: str) -> str:
    """The address of a named page, or nothing where the site has no such page."""
    return _address(get_urlconf() or settings.ROOT_URLCONF, get_script_prefix(), name, args)


@lru_cache(maxsize=256)
def _address(urlconf: str, _prefix: str, name: str, args: tuple[str, ...]) -> str:
    """Kept: a page asks for some twenty addresses that never change while the site runs."""
    try:
        return reverse(name, urlconf, args)
    except NoReverseMatch:
        return ""
