"""In which authority whoever asks governs information: the one of the role they act in."""

from __future__ import annotations

from django.http import Http404, HttpRequest


def authority_of(request: HttpRequest) -> int:
    """Http404 for somebody without one."""
    authorities = sorted(request.actor.authority_ids)  # type: ignore[attr-defined]
    if not authorities:
        raise Http404
    return authorities[0]
