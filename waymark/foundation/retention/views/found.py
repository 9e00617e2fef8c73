"""In which authority whoever asks governs information."""

from __future__ import annotations

from django.http import HttpRequest

from waymark.foundation.access.working_for import where_may
from waymark.foundation.retention.permissions import Permission


def authority_of(request: HttpRequest, permission: Permission) -> int:
    """Http404 for somebody without one."""
    return where_may(request, lambda actor, key: actor.may_in(permission, key))
