"""Filters of the account pages."""

from __future__ import annotations

from allauth.account.authentication import get_authentication_records
from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from waymark.foundation.accounts.sign_on import provider

register = template.Library()

# In this order: each browser also names those it descends from.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS X", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


@register.filter
def browser(user_agent: str) -> str:
    """Return what a person calls their browser and machine, from what the browser says of itself."""
    name = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    if name and system:
        return _("%(browser)s on %(system)s") % {"browser": name, "system": system}
    return name or system or _("A browser we do not know")


@register.simple_tag
def sign_on_is_on() -> bool:
    """Does the organisation have a sign-on of its own?"""
    return provider.is_on()


@register.filter
def goes_back(request: HttpRequest) -> bool:
    """Is there an account to go back to? Not while somebody signs in for the first time and owes a second step."""
    shown = any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))
    return shown or not settings.WAYMARK_MFA_REQUIRED
