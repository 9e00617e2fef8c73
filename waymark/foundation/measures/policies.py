"""Who may have figures of an authority."""

from __future__ import annotations

from waymark.foundation.access.actors import Actor

from .permissions import Permission


def counts(actor: Actor, authority_id: int) -> bool:
    """Figures at all: those about people need a right of their own (`computing`)."""
    return any(actor.may_in(permission, authority_id) for permission in Permission)
