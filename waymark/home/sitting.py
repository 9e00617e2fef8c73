"""Whose session ends earlier when it lies unused."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest

from waymark.foundation.access.permissions import Permission
from waymark.foundation.accounts import timing


def of_administrators(request: HttpRequest) -> timedelta | None:
    """Whoever may give and end roles could do most harm from an unattended screen."""
    actor = getattr(request, "actor", None)
    if actor is not None and actor.may(Permission.MEMBERS_MANAGE):
        return timing.ADMINISTRATOR_IDLE.lasts
    return None
