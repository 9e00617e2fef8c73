"""What stands around every page: service and council name, language, navigation. Needs no database of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import navigation
from .addresses import address
from .doors import marking

SERVICE = "Waymark"
LANGUAGES = (("en", "English", "Change to English"), ("cy", "Cymraeg", "Newid yr iaith i’r Gymraeg"))


Session = Callable[[HttpRequest], dict[str, Any] | None]
_session: list[Session] = []


def session_says(say: Session) -> None:
    """A place for accounts: what a page tells of the session of whoever is signed in (see skeletons/_session.html)."""
    _session[:] = [say]


_with_exit: set[str] = set()


def exit_on(namespace: str) -> None:
    """*Exit this page* stands on every page of these addresses: a person may have to leave them at once."""
    _with_exit.add(namespace)


def around(request: HttpRequest | None) -> dict[str, Any]:
    """`service`, `council`, `logo`, `contact`, `language`, `languages`, `menu`, `exits`, `exit_url`, `footer`,
    `marking`."""
    brand = getattr(settings, "WAYMARK_BRAND", {})
    return {
        "service": SERVICE,
        "council": brand.get("name") or _("Your council"),
        "logo": brand.get("logo", ""),
        "contact": brand.get("contact", ""),
        "language": language(),
        "languages": languages(request),
        "menu": navigation.menu(request),
        "signed_in": _signed_in(request),
        "session": _session[0](request) if request and _session and _signed_in(request) else None,
        "sign_out": address("account_logout"),
        "sign_in": address(getattr(settings, "LOGIN_URL", "")),
        "account": address("accounts:account"),
        "exits": _exits(request),
        "exit_url": getattr(settings, "WAYMARK_EXIT_URL", "https://www.bbc.co.uk/weather"),
        "footer": footer(),
        "marking": marking(request),
        "demo": getattr(settings, "WAYMARK_DEMO", False),
    }


def language() -> str:
    """The language of the page as pages say it: `en` or `cy`."""
    return (get_language() or "en")[:2]


def languages(request: HttpRequest | None) -> list[dict[str, Any]]:
    """The items of the language navigation. A link leads back to the page it stands on."""
    if request is None:
        return []
    here = request.get_full_path() if request.method in ("GET", "HEAD") else request.path
    items = []
    for code, name, says in LANGUAGES:
        if code == language():
            items.append({"text": name, "lang": code, "current": True})
            continue
        where = address("interface:language", code)
        if where:
            items.append(
                {"text": name, "lang": code, "href": f"{where}?{urlencode({'next': here})}", "says": says}
            )
    return items


def footer() -> list[dict[str, str]]:
    """Help comes first and is always in the same place."""
    pages = (
        ("interface:help", _("Help and contact")),
        ("interface:accessibility", _("Accessibility")),
        ("interface:privacy", _("Privacy")),
        ("interface:cookies", _("Cookies")),
    )
    return [{"text": text, "href": href} for name, text in pages if (href := address(name))]


def _exits(request: HttpRequest | None) -> bool:
    match = getattr(request, "resolver_match", None)
    return bool(match and _with_exit.intersection(match.namespaces))


def _signed_in(request: HttpRequest | None) -> bool:
    actor = getattr(request, "actor", None)
    return bool(actor is not None and getattr(actor, "kind", "") == "user")
